# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A gigabyte of wages in less than 512 MiB. It takes minutes, so `make soak` runs it once and `make test` does not."""

from __future__ import annotations

from pathlib import Path

from tests.app.exchange.rows_of_wages import MIB, measured, write_rows


def test_a_gigabyte_is_read_in_half_of_it(tmp_path: Path) -> None:
    file = tmp_path / "gigabyte.csv"
    rows = write_rows(file, 1_000 * MIB, long=True)
    found = measured(file)
    file.unlink()
    print(found)
    assert found["wages"] == rows
    assert found["cents"] == sum(number % 5_000 * 100 + number % 100 for number in range(1, rows + 1))
    assert found["memory"] < 512
