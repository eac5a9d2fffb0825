# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The property tests again and again with new cases, until the time is up or one fails: `python -m tests.soak MINUTES`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

SEARCHES = ("properties", "ledger/test_household.py")


def main(minutes: int) -> int:
    """The exit code of the first round that fails, or 0 when the time is up."""
    until, searches = time.monotonic() + minutes * 60, [str(Path(__file__).parent / name) for name in SEARCHES]
    rounds = 0
    while time.monotonic() < until:
        code = pytest.main(["-q", "-x", "--hypothesis-profile=soak", *searches])
        if code != pytest.ExitCode.OK:
            return int(code)
        rounds += 1
    print(f"Soaked for {minutes} minutes: {rounds} rounds, nothing failed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
