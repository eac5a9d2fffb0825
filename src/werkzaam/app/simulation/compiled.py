# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of several regimes compiled side by side, before anybody lives under them: each in a process of its own.

Numba compiles one function at a time in a process, some seconds for a regime. What is compiled stays in the folder
of kernels, so that it is done once per machine.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from werkzaam.engine.kernel import NO_ROWS, load
from werkzaam.simulation.money import Money
from werkzaam.simulation.streamed import THREADS

CHILD = "from werkzaam.app.simulation.compiled import compile_one; compile_one()"


def compiled(moneys: Sequence[Money], folder: Path, processes: int = THREADS) -> None:
    """Compile the rules of all, or load them; `folder` is that which they were made with, `processes` how many compile at once.

    Raises what a compilation here would: whatever a process could not do is tried again in this one.
    """
    texts = {one.kernel.source.text(cache=True): one for one in moneys}
    missing = [text for text in texts if not is_compiled(text, folder)]
    if processes > 1 and len(missing) > 1:
        for at in range(0, len(missing), processes):
            started = [_started(text, folder) for text in missing[at : at + processes]]
            for child in started:
                child.wait()
    for money in texts.values():
        money.kernel.warm()


def is_compiled(text: str, folder: Path) -> bool:
    """Whether the folder has the compiled rules of a text, of whatever version of Numba."""
    return any(file.read_text(encoding="utf-8") == text and any(folder.glob(f"__pycache__/{file.stem}.*.nbi"))
                for file in folder.glob("kernel_*.py"))  # fmt: skip


def compile_one() -> None:
    """Compile what comes on standard input, into its folder: the work of one process."""
    text, folder = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process wrote it
    load(text, folder)(*NO_ROWS)


def _started(text: str, folder: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE)  # noqa: S603 - our own text
    assert child.stdin is not None
    child.stdin.write(pickle.dumps((text, folder)))
    child.stdin.close()
    return child
