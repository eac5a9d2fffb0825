# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What takes long, once, and then searches again and again with new cases: `python -m tests.soak MINUTES [SEED]`.

The property tests take turns with the faults: kills, power cuts, lost answers, crowds. Every turn of those has its own seed,
which is printed; `FAULTS_SEED=... pytest tests/faults` does it again. It ends when the time is up or a test fails.
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

TESTS = Path(__file__).parent
WAYS = TESTS / "browser"
"""The stories of the doors, in all eight ways; four are tried on each push (decision 0220)."""
ONCE = (TESTS / "app/exchange/gigabyte.py", TESTS / "experiment/estimate/many_trials.py")
AGAIN = (
    TESTS / "properties",
    TESTS / "ledger/test_household.py",
    TESTS / "app/exchange/test_exchange_fuzz.py",
    TESTS / "experiment/test_deal.py",
    TESTS / "experiment/lottery/test_strata.py",
)
FAULTS = tuple(
    TESTS / "faults" / f"test_{name}.py"
    for name in ("kill_sqlite", "power_cut", "concurrency", "ambiguous_commit", "kill_postgres", "server_kill")
)
"""Each is one turn, in which so many times as much is tried as on a push: at most half an hour on two cores."""
TIMES = 5


def main(minutes: int, seed: int) -> int:
    """The exit code of the first turn that fails, or 0 when the time is up."""
    until, turns = time.monotonic() + minutes * 60, 0
    for command, environment in rounds(seed):
        if turns and time.monotonic() >= until:
            break
        code = subprocess.run(command, env=os.environ | environment, check=False).returncode
        if code != pytest.ExitCode.OK:
            print(f"Failed: {' '.join(f'{name}={value}' for name, value in environment.items())} {' '.join(command)}")
            return code
        turns += 1
    print(f"Soaked for {minutes} minutes: {turns} turns from seed {seed}, nothing failed.")
    return 0


def rounds(seed: int) -> Iterator[tuple[list[str], dict[str, str]]]:
    """What is done once, each story in every way; then turns of the properties and one kind of fault, each with the next seed."""
    yield _pytest(*ONCE), {}
    yield _pytest(WAYS, options=("-k", "story")), {"WERKZAAM_WAYS": "all"}
    for turn in count():
        yield _pytest(*AGAIN, options=("--hypothesis-profile=soak",)), {}
        print(f"Faults from seed {seed + turn}", flush=True)
        yield _pytest(FAULTS[turn % len(FAULTS)]), {"FAULTS_SEED": str(seed + turn), "FAULTS_TIMES": str(TIMES)}


def _pytest(*what: Path, options: tuple[str, ...] = ()) -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", "-x", *options, *map(str, what)]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())))
