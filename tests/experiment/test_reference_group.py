# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Those who did not join, and those who did beside everybody."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.comparison import compared, percents
from werkzaam.experiment.reference_group import NonParticipant, Now, Reason, reason_of, summary

TABLES = Path(__file__).with_name("tables")


@pytest.mark.requirement("R-008")
def test_non_participants_are_summarised_apart() -> None:
    said = [Now.YES] * 11 + [Now.DOES_NOT_KNOW] * 11 + [Now.NO] * 6
    found = summary(NonParticipant(f"n{at}", (Reason.NOT_AWARE,), one) for at, one in enumerate(said))
    assert found.total == 28
    assert [found.percents[one] for one in (Now.YES, Now.DOES_NOT_KNOW, Now.NO)] == [39, 39, 21]
    assert found.counts == {Now.YES: 11, Now.DOES_NOT_KNOW: 11, Now.NO: 6}
    assert found.reasons[Reason.NOT_AWARE] == 28
    assert found.reasons[Reason.DISTRUST] == 0


@pytest.mark.requirement("R-009")
def test_a_reason_outside_the_list_is_refused_unless_other_with_text() -> None:
    with pytest.raises(InputError, match=r"not_aware, too_late, advised_against.*found 'geen zin'"):
        reason_of("geen zin")
    with pytest.raises(InputError, match="other was chosen without a text"):
        reason_of("other", " ")
    assert reason_of("other", "verhuist binnenkort") is Reason.OTHER
    assert {one.value for one in Reason} == {
        "not_aware", "too_late", "advised_against", "no_benefit_seen", "distrust", "other_problems", "wanted_to_know_more",
        "other",
    }  # fmt: skip
    with pytest.raises(InputError):
        NonParticipant("n", (Reason.OTHER,), Now.NO)
    with pytest.raises(InputError):
        NonParticipant("n", (Reason.DISTRUST,), Now.NO, "tekst")


def test_a_summary_of_nobody_is_nothing() -> None:
    assert summary([]).percents == {Now.YES: 0, Now.DOES_NOT_KNOW: 0, Now.NO: 0}


@pytest.mark.requirement("R-011")
def test_categories_that_differ_a_lot_from_the_population_are_flagged() -> None:
    columns: dict[str, dict[str, int]] = {"participants_research_group": {}, "all_recipients_amsterdam": {}}
    with (TABLES / "characteristics.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["unit"] == "percent" and row["group"] in columns and row["wave"] == "T0":
                columns[row["group"]].setdefault(row["item"], int(row["value"]))
    table = {row.item: row for row in compared(*columns.values(), 10)}

    work, single = table["part_time_work: works_part_time"], table["household: single"]
    assert (work.participants, work.population, work.flagged) == (61, 7, True)
    assert (single.participants, single.population, single.difference, single.flagged) == (51, 84, -33, True)
    short = table["benefit_duration: le_6_months"]
    assert (short.participants, short.population, short.flagged) == (8, 8, False)
    assert len(table) == 33


def test_a_difference_as_large_as_the_threshold_is_not_larger_and_what_one_lacks_is_not_zero() -> None:
    assert [row.flagged for row in compared({"a": 30, "b": 31}, {"a": 20, "b": 20}, 10)] == [False, True]
    assert compared({"a": 30}, {"b": 20}, 10) == []
    assert percents(["x", "y", "x", ""], ["x", "y", "z"]) == {"x": Fraction(200, 3), "y": Fraction(100, 3), "z": 0}
