# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a life can have beside its regime: each does what its requirement asks, and nothing while it is off."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from tests.simulation.guided_world import SPAN, enrolled, world
from werkzaam.app.simulation.guidance import COMPARISON, EXTRA, PARTS, SELF, amsterdam_review
from werkzaam.app.simulation.guidance_studies import caseload_text, caseloads, education, education_text
from werkzaam.app.simulation.numbers import shipped
from werkzaam.casework.education import funding
from werkzaam.core.money import format_euro
from werkzaam.regime.guidance import guidance_of_part
from werkzaam.simulation.assumption import Given, MissingParameter, Origin
from werkzaam.simulation.education import education_of, shared_cost
from werkzaam.simulation.leaving import Left
from werkzaam.simulation.life import live
from werkzaam.simulation.norms import late_of, views_of
from werkzaam.simulation.options import Options, Review, review_of
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.placements import placements_of
from werkzaam.simulation.record import Record, record
from werkzaam.simulation.views import no_pulls, see_people

PEOPLE, MONTHS, SEED = 900, 60, 11


def lived(people: People, options: Options | None = None) -> Record:
    return record(people, live(people, world(options=options), SEED), MONTHS)


@cache
def plain() -> Record:
    """The life of enrolled people with nothing beside their regime."""
    return lived(enrolled(PEOPLE))


def outflow(found: Record, row: int, month: int = -1) -> int:
    """How many of a row are not on bijstand."""
    return int((found["left"][month][found.people.arm == row] > 0).sum())


@pytest.mark.requirement("R-244")
def test_caseloads_of_55_and_300_give_other_contacts_and_the_effect_of_one_is_printed() -> None:
    given, people = shipped(), enrolled(PEOPLE)
    small, large = caseloads(people, world(given), given, SEED)
    assert (small.clients, large.clients) == (55, 300)
    of_small, of_large = small.contacts[EXTRA], large.contacts[EXTRA]
    assert of_small is not None
    assert of_large is not None
    assert of_small > 3 * of_large
    assert small.works == large.works, "a contact is assumed to do nothing"
    for lang in ("nl", "en"):
        text = "\n".join(caseload_text([small, large], given, lang))
        assert "`effect.per_contact` = 0 (per_mille)" in text
    strong = given.with_values({"effect.per_contact": 100})
    small, large = caseloads(people, world(strong), strong, SEED)
    works = [one.works[EXTRA] for one in (small, large)]
    assert works[0] is not None
    assert works[1] is not None
    assert works[0] > works[1]
    assert "`effect.per_contact` = 100" in "\n".join(caseload_text([small, large], strong, "en"))


@pytest.mark.requirement("R-245")
def test_with_a_late_negative_effect_stopping_self_direction_after_a_year_lowers_no_outflow() -> None:
    given = shipped().with_values({"late.per_mille": 300})
    late = late_of(given, SELF)
    assert late.month == 25
    people = enrolled(PEOPLE)
    without = lived(people, Options(late=late))
    review = amsterdam_review(SPAN)
    assert review == Review(SELF, EXTRA, 12, until=37), "what the guidance states, until the experiment ended"
    with_rule = lived(people, Options(late=late, review=review))
    assert outflow(with_rule, SELF) >= outflow(without, SELF)
    assert outflow(with_rule, SELF) - outflow(without, SELF) > 5, "and here it helps"
    assert outflow(without, SELF) < outflow(plain(), SELF), "the late effect is there"
    assert outflow(with_rule, COMPARISON) == outflow(without, COMPARISON)
    assert (with_rule.people.arm == np.arange(PEOPLE) % 3).all(), "people keep the arm they were dealt"


def test_who_took_the_initiative_stays_under_self_direction_and_who_did_not_goes_over_after_a_year() -> None:
    people = enrolled(600)
    switched = np.zeros(600, bool)
    for month in live(people, world(options=Options(review=amsterdam_review(SPAN))), SEED):
        assert month.beside is not None
        now = month.beside.switched
        assert not now.any() or 12 <= month.at <= 37
        assert (people.arm[now] == SELF).all()
        assert not (now & switched).any(), "once only"
        switched |= now
    assert 30 <= switched.sum() * 100 // (people.arm == SELF).sum() <= 45, "four in ten never begin a contact"


def test_a_guidance_without_a_review_names_what_lacks() -> None:
    guidance = guidance_of_part("ams_comparison")
    assert guidance is not None
    with pytest.raises(MissingParameter, match=r"ams_comparison\.review_months"):
        review_of(guidance, COMPARISON, EXTRA)


@pytest.mark.requirement("R-253")
def test_when_everybody_is_in_quadrant_four_self_direction_is_not_worse_than_extra_attention() -> None:
    views = views_of(shipped(), PARTS)
    people = enrolled(PEOPLE, view=4)
    found = lived(people, Options(views=views))
    works = [int(found["works"][12:, people.arm == row].sum()) for row in (EXTRA, SELF)]
    assert outflow(found, SELF) >= outflow(found, EXTRA)
    assert works[1] >= works[0]
    needs_help = enrolled(PEOPLE, view=2)
    other = lived(needs_help, Options(views=views))
    assert outflow(other, SELF) < outflow(other, EXTRA), "the mix of people changes which guidance does best"


def test_an_equal_mix_of_views_changes_nothing_of_what_was_fitted() -> None:
    people = enrolled(1_200)
    people = replace(people, view=people.household % 12 // 3 + 1)
    pulls = no_pulls(people)
    see_people(pulls, people, views_of(shipped(), PARTS))
    for row in (EXTRA, SELF, COMPARISON):
        own = people.arm[people.household] == row
        singles = own & (people.form[people.household] != 2)
        for view in range(1, 5):
            assert len(set(pulls.finding[singles & (people.view == view)])) == 1
        each = [int(pulls.finding[singles & (people.view == view)][0]) for view in range(1, 5)]
        lost = [int(pulls.losing[singles & (people.view == view)][0]) for view in range(1, 5)]
        assert sum(each) == sum(lost) == 4_000


@pytest.mark.requirement("R-254")
def test_with_a_contract_chance_of_nothing_nobody_leaves_through_placements_in_a_year() -> None:
    people = enrolled(PEOPLE)
    # Who earns enough nearly always leaves here, so that a contract shows at once.
    given = shipped().with_values({"placements.starts": (20_000, 60_000, 90_000), "leaving.for_work": 900_000,
                                   "placements.minutes": 2_400, "behaviour.ams_comparison.leaving": (1_000,) * 7})  # fmt: skip
    gone, begun, hired = {}, {}, {}
    for chance in (0, 400_000):
        numbers = placements_of(given.with_values({"placements.contract": chance}))
        gone[chance] = begun[chance] = hired[chance] = 0
        for month in live(people, world(given, Options(placements=numbers)), SEED):
            if month.at == 12:
                break
            assert month.beside is not None
            placed = month.beside.placed
            assert placed is not None
            assert (month.standing.left[placed.gone] == Left.WORK).all()
            gone[chance] += int(placed.gone.sum())
            begun[chance] += int(placed.begun.sum())
            hired[chance] += int(placed.hired.sum())
    assert begun[0] > 100
    assert gone[0] == hired[0] == 0
    assert gone[400_000] > 10
    assert hired[400_000] > gone[400_000]


def test_employers_who_replace_at_the_end_of_a_subsidy_take_back_the_work_and_two_placements_a_year_are_the_most() -> None:
    people = enrolled(PEOPLE)
    given = shipped().with_values({"placements.starts": (900_000,) * 3, "placements.contract": 500_000,
                                   "placements.replaced": 1_000_000, "placements.subsidy_months": 3})  # fmt: skip
    begun, replaced = np.zeros((MONTHS, len(people.person)), bool), 0
    hired = np.zeros_like(begun)
    for month in live(people, world(given, Options(placements=placements_of(given))), SEED):
        assert month.beside is not None
        placed = month.beside.placed
        assert placed is not None
        begun[month.at], hired[month.at] = placed.begun, placed.hired
        replaced += int(placed.replaced.sum())
        assert (placed.subsidy <= 3).all()
    never_hired = ~hired.any(axis=0)
    in_a_year = np.array([begun[at : at + 12].sum(axis=0).max(where=never_hired, initial=0) for at in range(MONTHS - 12)])
    assert in_a_year.max() == 2
    assert replaced > 50


@pytest.mark.requirement("R-256")
def test_a_budget_of_a_thousand_euros_a_year_has_requests_uptake_and_lasting_work_as_outcomes() -> None:
    given, people = shipped(), enrolled(PEOPLE)
    with_it, *without = education(people, world(given), given, SEED, np.array([100_000, 0, 0, 0]))
    assert with_it.budget == 100_000
    assert with_it.requests > 50
    assert 0 < with_it.granted < with_it.requests, "a course of 1,500 euros is not paid in full"
    assert 0 < with_it.completed <= with_it.granted
    assert 0 < with_it.cents <= with_it.granted * 100_000
    assert with_it.lasting_after > 0
    assert with_it.lasting is not None
    assert all(one.requests > 50 and one.granted == 0 and one.cents == 0 for one in without)
    for lang in ("nl", "en"):
        text = "\n".join(education_text([with_it, *without], given, lang))
        assert f"€ {format_euro(100_000, lang)}" in text
        assert "`education.finding` = 0 (per_mille)" in text
    works = given.with_values({"education.finding": 2_000, "education.losing": 200})
    better, *_ = education(people, world(works), works, SEED, np.array([100_000, 0, 0, 0]))
    assert better.lasting_after > with_it.lasting_after


def test_the_town_pays_as_the_casework_of_one_request_says() -> None:
    cost = np.array([25_000, 100_000, 150_000, 150_000, 40_000, 20_000])
    employer, left = np.array([0, 50_000, 0, 75_000, 40_000, 0]), np.array([100_000, 60_000, 100_000, 75_000, -1, -5])
    town, funded = shared_cost(cost, employer, left)
    for at in range(len(cost)):
        one = funding(int(cost[at]), int(left[at]), int(employer[at]))
        assert (int(town[at]), bool(funded[at])) == (one.budget, one.funded)


def test_nobody_gets_more_than_the_budget_of_a_calendar_year() -> None:
    people = enrolled(300)
    given = shipped().with_values(
        {"education.asks": 500_000, "education.months": 1, "education.completes": 0, "education.employer": 0}
    )
    numbers = education_of(given, np.array([100_000] * 4))
    spent: list[Ints] = []
    for month in live(people, world(given, Options(education=numbers)), SEED):
        assert month.beside is not None
        assert month.beside.learning is not None
        spent.append(month.beside.learning.spent.copy())
    assert np.max(spent) == 100_000
    assert (spent[11] >= spent[10]).all()
    assert (spent[12] <= numbers.costs.max()).all()
    assert spent[12].sum() < spent[11].sum(), "January begins anew"


def test_what_is_off_changes_nothing_and_what_is_neutral_neither() -> None:
    even = Options(views=np.full((4, 4), 1_000), late=late_of(shipped(), SELF), per_contact=0)
    other = lived(enrolled(PEOPLE), even)
    for name in ("on", "works", "income", "contacts", "managers"):
        assert (plain()[name] == other[name]).all()


def test_a_number_that_lacks_stops_with_its_name() -> None:
    given = shipped()
    fewer = type(given)({name: one for name, one in given.given.items() if name != "placements.contract"})
    with pytest.raises(MissingParameter, match=r"placements\.contract"):
        placements_of(fewer)
    more = given.and_also([Given("placements.contract", (0,), "per_million", Origin.ASSUMED, (), 0, 1_000_000, "a", "a")])
    assert placements_of(more).contract == 0
