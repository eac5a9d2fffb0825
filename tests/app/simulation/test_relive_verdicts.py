# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""No published number is without a verdict, and a verdict follows from the number as it was printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.app.simulation.trials import six
from werkzaam.app.simulation import relive_published
from werkzaam.app.simulation.relive_measures import MEASURES
from werkzaam.app.simulation.relive_published import Asked, Row, absent, asked, rows
from werkzaam.app.simulation.relive_trends import TRENDS
from werkzaam.app.simulation.relive_verdicts import Verdict, accepted, judged
from werkzaam.app.simulation.report.names import MEASURED
from werkzaam.core.errors import InputError

PUBLISHED = 855
"""Rows of the 37 tables of published numbers."""
ROW = Row("paid_work_share", "paid_work_share-001", "share with paid work", "", "T0", "", "66", "number", None, None, "percent",
          "exact", "", "ch2")  # fmt: skip


def test_every_published_row_is_asked_once_or_has_a_reason() -> None:
    found = asked()
    assert len(found) + sum(one.rows for one in absent()) == PUBLISHED
    assert {one.table for one in rows()} & {one.table for one in absent()} == set()
    ways = Counter(sum(map(bool, (one.measure, one.trend, one.direct))) for one in found)
    assert set(ways) == {0, 1}
    assert [one.row.id for one in found if not one.how and not (one.why.nl and one.why.en)] == []
    assert [one.row.id for one in found if one.how not in ("", "given", "fitted", "emerges")] == []


def test_what_a_row_asks_exists_and_has_a_name() -> None:
    for one in asked():
        assert one.measure in MEASURES or not one.measure
        assert one.trend in TRENDS or not one.trend
        named = one.measure or one.trend or ("" if ": " in one.direct else one.direct)
        assert named in MEASURED or not named, one.row.id


def test_a_row_that_is_forgotten_stops_the_run() -> None:
    plan = {"measured": [], "trend": [], "direct": [], "silent": []}
    with pytest.raises(InputError, match="Nothing says what to do with paid_work_share-001"):
        relive_published._asked(ROW, plan)


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "low", "high"),
    [
        ("66", "percent", "exact", 65.5, 66.5),
        ("28.0", "percent", "exact", 27.95, 28.05),
        ("0.6667", "share", "exact", 0.6617, 0.6717),
        ("0.6667", "share", "nearly", 0.6167, 0.7167),
        ("1410", "EUR", "about", 1269, 1551),
        ("4", "hours_per_week", "more_than", 3.5, float("inf")),
        ("7", "percent", "at_most", -float("inf"), 7.5),
    ],
)
def test_a_number_is_good_to_its_last_printed_digit(value: str, unit: str, qualifier: str, low: float, high: float) -> None:
    assert accepted(replace(ROW, value=value, unit=unit, qualifier=qualifier)) == pytest.approx((low, high))


def test_where_it_is_not_said_what_was_counted_the_margin_is_wider() -> None:
    one = next(one for one in asked() if one.row.id == "contact_moments-005")
    assert accepted(one.row, one.margin) == pytest.approx((9.1, 10.1))
    assert accepted(one.row) == pytest.approx((9.55, 9.65))


def test_verdicts_follow_the_mean_of_the_repeats() -> None:
    def verdict(value: str) -> Verdict:
        one = Asked(replace(ROW, value=value), measure="work", how="fitted", group="", wave="T3")
        return judged([one], six(), [six(), six()], {})[0].verdict

    assert verdict("60") is Verdict.REPRODUCED
    assert verdict("62") is Verdict.NOT_REPRODUCED
    silent = judged([Asked(ROW)], six(), [six(), six()], {})[0]
    assert silent.verdict is Verdict.NOT_REPRODUCIBLE
    unknown = Asked(ROW, measure="lost_fixed", how="emerges", wave="T2")
    assert judged([unknown], six(), [six(), six()], {})[0].verdict is Verdict.NOT_REPRODUCIBLE


def test_a_direction_is_of_the_mean_and_says_how_many_have_it() -> None:
    one = Asked(replace(ROW, kind="trend", value="up"), trend="outflow_rises_to_2022", how="emerges")
    found = judged([one], six(), [six(), six()], {})[0]
    assert (found.verdict, found.agree, found.here) == (Verdict.REPRODUCED, 1.0, 1.0)
    no = Asked(replace(ROW, kind="trend", value="up"), trend="self_direction_lags", how="emerges")
    assert judged([no], six(), [six()], {})[0].verdict is Verdict.NOT_REPRODUCED


def test_a_number_that_was_put_in_is_shown_back() -> None:
    one = Asked(replace(ROW, value="50"), direct="share_2018", how="given")
    assert judged([one], six(), [six()], {"share_2018": 0.5})[0].verdict is Verdict.REPRODUCED
    assert judged([one], six(), [six()], {"share_2018": 0.3})[0].verdict is Verdict.NOT_REPRODUCED
