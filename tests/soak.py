# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What takes long, once, and then the property tests again and again with new cases: `python -m tests.soak MINUTES`.

It ends when the time is up or a test fails.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ONCE = (TESTS / "app/exchange/gigabyte.py",)
AGAIN = (TESTS / "properties", TESTS / "ledger/test_household.py", TESTS / "app/exchange/test_exchange_fuzz.py")


def main(minutes: int) -> int:
    """The exit code of the first round that fails, or 0 when the time is up."""
    until = time.monotonic() + minutes * 60
    rounds = 0
    code = pytest.main(["-q", "-x", *map(str, ONCE)])
    if code != pytest.ExitCode.OK:
        return int(code)
    while time.monotonic() < until:
        code = pytest.main(["-q", "-x", "--hypothesis-profile=soak", *map(str, AGAIN)])
        if code != pytest.ExitCode.OK:
            return int(code)
        rounds += 1
    print(f"Soaked for {minutes} minutes: {rounds} rounds, nothing failed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
