# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The searches again and again with new cases, until the time is up or one fails: `python -m tests.soak MINUTES [SEED]`.

The property tests take turns with the faults: kills, power cuts, lost answers, crowds. Every turn of those has its own seed, which
is printed; `FAULTS_SEED=... pytest tests/faults` does it again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

SEARCHES = ("properties", "ledger/test_household.py")
FAULTS = (
    "test_kill_sqlite.py",
    "test_power_cut.py",
    "test_concurrency.py",
    "test_ambiguous_commit.py",
    "test_kill_postgres.py",
    "test_server_kill.py",
)
"""Each a slice: with five times what a push tries, at most half an hour on two cores."""
TIMES = 5
_HERE = Path(__file__).parent


def main(minutes: int, seed: int) -> int:
    """The exit code of the first turn that fails, or 0 when the time is up."""
    until, turns = time.monotonic() + minutes * 60, 0
    for command, environment in rounds(seed):
        if time.monotonic() >= until:
            break
        code = subprocess.run(command, env=os.environ | environment, check=False).returncode
        if code != pytest.ExitCode.OK:
            print(f"Failed: {' '.join(f'{name}={value}' for name, value in environment.items())} {' '.join(command)}")
            return code
        turns += 1
    print(f"Soaked for {minutes} minutes: {turns} turns from seed {seed}, nothing failed.")
    return 0


def rounds(seed: int) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Turn after turn: the properties, then one kind of fault, each with the next seed."""
    for turn in count():
        yield _pytest("--hypothesis-profile=soak", *SEARCHES), {}
        found = {"FAULTS_SEED": str(seed + turn), "FAULTS_TIMES": str(TIMES)}
        print(f"Faults from seed {seed + turn}")
        yield _pytest(f"faults/{FAULTS[turn % len(FAULTS)]}"), found


def _pytest(*what: str) -> list[str]:
    options = [one for one in what if one.startswith("-")]
    return [sys.executable, "-m", "pytest", "-q", "-x", *options, *(str(_HERE / one) for one in what if one not in options)]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())))
