# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A chart is a well-formed picture with words for whoever cannot see it, the same every time, and no label on another."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from tests.app.conftest import Desk, wage
from tests.app.premium_towns import HALF_TO_200, town
from tests.app.test_whatif import NORM_1078
from werkzaam.app.chart import HEIGHT, LABEL_GAP, Frame, beside, frame_for, nice_step, ticks
from werkzaam.app.extra_work import ExtraWork, parse_sweep
from werkzaam.app.whatif_answer import Question, WhatIf, what_if
from werkzaam.app.whatif_picture import whatif_picture
from werkzaam.core.errors import InputError

SVG = "{http://www.w3.org/2000/svg}"


def answer(desk: Desk, net: str = "400.00", hours: str = "0:40", **given: object) -> WhatIf:
    work = ExtraWork(Fraction(8), 11_40)
    return what_if(desk.read(wage("2018-01", net), NORM_1078, **given), Question(work, parse_sweep(hours)))


def test_the_picture_has_a_title_a_description_and_direct_labels(desk: Desk) -> None:
    root = ElementTree.fromstring(whatif_picture(answer(desk), "nl"))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title") is not None
    assert "€ 1.278,00" in str(root.findtext(f"{SVG}desc"))
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert {"loon", "bijstand", "premie", "hier stopt de bijstand (art. 19)", "nu", "+8"} <= set(words)


def test_one_place_alone_can_be_drawn() -> None:
    frame = frame_for([3], [10], 100)
    assert frame.x(3) == frame_for([3, 4], [10, 10], 100).x(3)


def test_the_same_answer_gives_the_same_bytes(desk: Desk) -> None:
    assert whatif_picture(answer(desk), "en") == whatif_picture(answer(desk), "en")


def test_the_end_is_drawn_only_where_it_is_in_the_sweep(desk: Desk) -> None:
    assert "art. 19" not in whatif_picture(answer(desk, hours="0:5"), "nl")


def test_a_loss_where_bijstand_ends_stands_upright(desk: Desk) -> None:
    town(desk, "bij_bijstand", *HALF_TO_200, with_bijstand=True)
    svg = whatif_picture(answer(desk, regime='"stad_bij_bijstand.toml"'), "nl")
    total = re.findall(r'<polyline points="([^"]+)"', svg)[0].split()
    xs = [place.split(",")[0] for place in total]
    step = next(at for at, (x, right) in enumerate(pairwise(xs)) if x == right)
    high, low = (round(float(place.split(",")[1])) for place in total[step : step + 2])
    assert low - high > 15  # 200 euros down


def test_a_picture_needs_a_sweep(desk: Desk) -> None:
    asked = what_if(desk.read(wage("2018-01", "400.00")), Question(ExtraWork(Fraction(8), 11_40)))
    with pytest.raises(InputError, match="--sweep 0:40"):
        whatif_picture(asked, "nl")


@pytest.mark.parametrize(("low", "high", "step"), [(0, 40, 5), (0, 1200_00, 20000), (0, 9, 1), (-7, 3, 1), (0, 11, 2)])
def test_numbers_at_an_axis_are_round(low: int, high: int, step: int) -> None:
    assert nice_step(low, high, 10) == step
    assert all(value % step == 0 and low <= value <= high for value in ticks(low, high, 10))


def test_a_frame_holds_all_its_data() -> None:
    frame = frame_for([0, 40], [-30, 127_800], 100)
    assert frame.y_low <= -30
    assert frame.y_high >= 127_800


def test_labels_stand_apart_and_inside_the_picture() -> None:
    frame = Frame(0, 1, 0, 1, 700)
    drawn = "".join(beside(frame, [(430, str(number), "#000000") for number in range(12)]))
    heights = [int(y) for y in re.findall(r'<text x="\d+" y="(\d+)"', drawn)]
    assert all(low - high >= LABEL_GAP for high, low in pairwise(heights))
    assert 0 < min(heights) < max(heights) < HEIGHT
