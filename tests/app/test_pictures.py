# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A picture shows its table, and is the same picture every time."""

from __future__ import annotations

import re
import time
from pathlib import Path

import numpy as np
import pytest

from werkzaam.app.pictures import Band, bands, stacked, table

WAGES = np.array([5_00, 150_00, 199_99, 250_00, 299_99, 200_00])
PARTS = {"loon": WAGES, "bijstand": np.array([900_00, 800_00, 700_00, 650_00, 600_00, 550_00])}


def drawn(folder: Path, band: Band) -> tuple[bytes, bytes]:
    folder.mkdir()
    svg, png = stacked(band, "Titel", "Noot", "loon", "euro", folder / "picture")
    return svg.read_bytes(), png.read_bytes()


def test_a_band_is_the_mean_of_its_months() -> None:
    band = bands(WAGES, PARTS, fewest=2)
    assert band.wages.tolist() == [100, 200]
    assert band.households.tolist() == [2, 3]
    assert band.parts["bijstand"].tolist() == [750.0, 600.0]


def test_a_band_of_few_is_left_out() -> None:
    assert bands(WAGES, PARTS, fewest=1).wages.tolist() == [0, 100, 200]
    assert bands(WAGES, PARTS, fewest=3).wages.tolist() == [200]
    assert bands(WAGES[:0], {name: part[:0] for name, part in PARTS.items()}).wages.tolist() == []


def test_the_table_is_what_the_picture_is_drawn_from(tmp_path: Path) -> None:
    band = bands(WAGES, PARTS, fewest=1)
    lines = table(band, ("wages from", "months", "wages", "bijstand", "together")).splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["0", "1", "5", "900", "905"], ["100", "2", "175", "750", "925"], ["200", "3", "250", "600", "850"]]  # fmt: skip
    assert len({len(line) for line in lines}) == 1
    svg, _ = drawn(tmp_path / "a", band)
    bars = _bars(svg.decode())
    assert [top - low for low, top in bars] == pytest.approx([5, 175, 250, 900, 750, 600], rel=0.005)
    assert [low for low, _ in bars] == pytest.approx([0, 0, 0, 5, 175, 250], abs=0.5)


def _bars(svg: str) -> list[tuple[float, float]]:
    """Where the bars in the drawing begin and end, in euros: the first two on each other are 905 euros high."""
    paths = re.findall(r'<path d="M ([\d.]+) ([\d.]+) \nL ([\d.]+) [\d.]+ \nL [\d.]+ ([\d.]+) ', svg)
    bars = [(float(low), float(high)) for left, low, right, high in paths if 20 < float(right) - float(left) < 300][:6]
    zero, scale = bars[0][0], 905 / sum(low - high for low, high in (bars[0], bars[3]))
    return [((zero - low) * scale, (zero - high) * scale) for low, high in bars]


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    band = bands(WAGES, PARTS, fewest=1)
    first = drawn(tmp_path / "a", band)
    time.sleep(1.1)  # A clock in a picture would show seconds.
    assert drawn(tmp_path / "b", band) == first


def test_another_table_gives_another_picture(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", bands(WAGES, PARTS, fewest=1)) != drawn(tmp_path / "b", bands(WAGES, PARTS, fewest=3))


def test_no_clock_is_in_the_picture_and_its_words_are_text(tmp_path: Path) -> None:
    svg = drawn(tmp_path / "a", bands(WAGES, PARTS, fewest=1))[0].decode()
    assert "dc:date" not in svg
    assert re.findall(r">(Titel|Noot|bijstand)<", svg) == ["Titel", "bijstand", "Noot"]


def test_nothing_to_draw_is_an_empty_picture(tmp_path: Path) -> None:
    svg, png = drawn(tmp_path / "a", bands(WAGES[:0], {name: part[:0] for name, part in PARTS.items()}))
    assert svg.startswith(b"<?xml")
    assert png.startswith(b"\x89PNG")
