# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Enrolment: who may take part, why not, and who gets a place."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from datetime import date

import numpy as np
import pytest

from tests.experiment.designs import GROUNDS, WINDOWS, design, grounds
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Window
from werkzaam.experiment.eligibility import (
    Applicant,
    Enrolled,
    Excluded,
    Refusal,
    Refused,
    Spell,
    eligible,
    next_opening,
    open_pattern,
    placed,
    window_of,
)

OPEN = (Spell(date(2015, 1, 1)),)


def applicant(day: date, *flags: str, person: str = "p", **levels: str) -> Applicant:
    return Applicant(person, day, OPEN, frozenset(flags), levels)


@pytest.mark.requirement("R-001")
def test_an_application_counts_only_in_a_window_and_hears_when_the_next_one_opens() -> None:
    days = (date(2018, 7, 1), date(2018, 8, 15), date(2019, 1, 1))
    found = [eligible(design(windows=WINDOWS), applicant(day)) for day in days]
    assert found == [Enrolled(0), Refused(Refusal.OUTSIDE_WINDOW, date(2019, 1, 1)), Enrolled(1)]


def test_after_the_last_window_no_other_opens() -> None:
    found = eligible(design(windows=WINDOWS), applicant(date(2019, 3, 2)))
    assert found == Refused(Refusal.OUTSIDE_WINDOW, None)
    assert window_of(WINDOWS, date(2019, 3, 1)) == 1
    assert window_of(WINDOWS, date(2017, 12, 31)) is None
    assert next_opening(WINDOWS, WINDOWS[0].first) == WINDOWS[1].first


@pytest.mark.requirement("R-002")
def test_who_is_not_on_benefit_that_day_cannot_enrol() -> None:
    ended = Applicant("p", date(2018, 4, 2), (Spell(date(2016, 1, 1), date(2018, 3, 31)),))
    assert eligible(design(), ended) == Refused(Refusal.NOT_ON_BENEFIT)
    assert Refusal.NOT_ON_BENEFIT.value == "not_on_benefit"
    last_day = Applicant("p", date(2018, 3, 31), ended.benefit)
    back = Applicant("p", date(2018, 4, 2), (*ended.benefit, Spell(date(2018, 4, 2))))
    assert eligible(design(), last_day) == eligible(design(), back) == Enrolled(0)


def test_a_spell_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match="cannot end on 2018-01-01"):
        Spell(date(2018, 1, 2), date(2018, 1, 1))


@pytest.mark.requirement("R-003")
def test_a_ground_excludes_or_bars_some_arms_and_says_why() -> None:
    homeless = applicant(date(2018, 5, 1), "homeless")
    whole = eligible(design(exclusions=grounds()), homeless)
    assert isinstance(whole, Excluded)
    (ground,) = whole.grounds
    assert (ground.id, ground.reason.en) == ("homeless", "too vulnerable for self-direction")
    assert [one.id for one in design().exclusions] == list(GROUNDS)

    limited = design(exclusions=grounds("zelfregie"))
    found = eligible(limited, homeless)
    assert found == Enrolled(0, ("zelfregie",))
    assert set(open_pattern(limited, found.barred)) == {"extra", "vergelijking"}


def test_who_is_barred_from_every_arm_is_excluded() -> None:
    everywhere = design(exclusions=grounds("extra", "zelfregie", "vergelijking"))
    assert isinstance(eligible(everywhere, applicant(date(2018, 5, 1), "addiction")), Excluded)


@pytest.mark.requirement("R-004")
def test_only_a_recorded_flag_excludes_and_there_is_no_place_for_a_note_or_a_score() -> None:
    """A case note that contains the word addiction cannot reach the decision: an applicant has no field for it."""
    note = "Samira told that her brother has an addiction."
    allowed = {one.name for one in fields(Applicant)}
    assert allowed == {"person", "day", "benefit", "flags", "levels"}
    with pytest.raises(TypeError):
        Applicant("p", date(2018, 5, 1), OPEN, note=note)  # type: ignore[call-arg]
    assert eligible(design(), applicant(date(2018, 5, 1))) == Enrolled(0)
    assert eligible(design(), applicant(date(2018, 5, 1), remark=note)) == Enrolled(0)


def test_a_flag_that_the_design_does_not_name_is_refused() -> None:
    with pytest.raises(InputError, match="'lazy' is no ground for exclusion of amsterdam_kort; its grounds are: addiction"):
        eligible(design(), applicant(date(2018, 5, 1), "lazy"))


@pytest.mark.requirement("R-013")
def test_the_target_group_of_a_window_goes_first_when_places_are_limited() -> None:
    recent = Condition({"duration": ("under_12_months",)})
    window = Window(date(2019, 1, 1), date(2019, 3, 1), 100, recent)
    levels = ["longer"] * 60 + ["under_12_months"] * 80
    order = np.random.default_rng(3).permutation(140)
    people = [applicant(date(2019, 1, 5), person=f"p{at}", duration=levels[at]) for at in order]

    accepted, refused = placed(window, people)
    assert Counter(one.levels["duration"] for one in accepted) == {"under_12_months": 80, "longer": 20}
    assert {one.person for one in accepted} | {one.person for one in refused} == {one.person for one in people}
    longer = [one.person for one in people if one.levels["duration"] == "longer"]
    assert [one.person for one in accepted[80:]] == longer[:20]
    in_order = placed(Window(date(2019, 1, 1), date(2019, 3, 1), 100), people)[0]
    assert [one.person for one in in_order] == [one.person for one in people[:100]]


def test_places_that_are_gone_are_gone() -> None:
    window = Window(date(2019, 1, 1), date(2019, 3, 1), 3)
    people = [applicant(date(2019, 1, 5), person=f"p{at}") for at in range(3)]
    assert [one.person for one in placed(window, people, taken=2)[0]] == ["p0"]
    assert placed(window, people, taken=4)[0] == ()
