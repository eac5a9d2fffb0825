# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Ten times the rows take no more memory: a file is never held. `make soak` does the same with a gigabyte."""

from __future__ import annotations

from pathlib import Path

from tests.app.exchange.rows_of_wages import MIB, measured, write_rows

MORE_AT_MOST = 5
"""MiB: a row as a value takes more than a kilobyte, so holding the larger file would take 14."""


def test_ten_times_the_rows_take_no_more_memory(tmp_path: Path) -> None:
    small, large = tmp_path / "small.csv", tmp_path / "large.csv"
    few, many = write_rows(small, MIB // 11, long=False), write_rows(large, 10 * MIB // 11, long=False)
    one, ten = measured(small), measured(large)
    assert (one["wages"], ten["wages"]) == (few, many)
    assert many > 11_000
    assert ten["memory"] - one["memory"] < MORE_AT_MOST, (one, ten)
