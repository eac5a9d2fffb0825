# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How things are measured: calls in turn, medians, and whole processes with their peak memory."""

from __future__ import annotations

import gc
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

BYTES_IN_KIBIBYTE, BYTES_IN_MEGABYTE = 1_024, 1_000_000


@dataclass(frozen=True)
class Finished:
    """A process that ended well: its wall clock seconds and the most memory it held, in megabytes."""

    seconds: float
    peak_megabytes: float


def in_turn(calls: Mapping[str, Callable[[], object]], repetitions: int) -> dict[str, list[float]]:
    """Seconds of every call, one repetition of each after the other, so that a busy moment strikes all of them alike.

    What a call returns is let go after the clock has stopped, and the garbage collector waits.
    """
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    gc.collect()
    gc.disable()
    try:
        for _ in range(repetitions):
            for name, call in calls.items():
                start = time.perf_counter()
                result = call()
                seconds[name].append(time.perf_counter() - start)
                del result
    finally:
        gc.enable()
    return seconds


def median_seconds(call: Callable[[], object], repetitions: int) -> float:
    """The median of repeated calls, after one that is not counted."""
    call()
    return median(in_turn({"call": call}, repetitions)["call"])


def run_process(command: Sequence[str]) -> Finished:
    """A command run to its end, its output thrown away; raises with what it said when it fails.

    Linux counts the memory of the process that starts another until the other replaces it. So the peak is never below
    the peak of the caller: measure memory from a process that has done nothing large itself.
    """
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), stderr=said.decode())
    return Finished(seconds, usage.ru_maxrss * BYTES_IN_KIBIBYTE / BYTES_IN_MEGABYTE)


def cold_seconds(command: Sequence[str], repetitions: int = 5) -> float:
    """The median seconds of a command as a new process each time."""
    return median(run_process(command).seconds for _ in range(repetitions))
