# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A household of a shape reads what its own Case reads; whatever may depend on age in another way has no shape."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from werkzaam.app.ledger.dues import inputs_text
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.plan import World, case_now
from werkzaam.app.ledger.shapes import Quiet, Shapes, ages_in
from werkzaam.app.regimes import regime_of
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month, Span, age_in_months
from werkzaam.facts.read import read_facts

FACTS = read_facts()
MONTH = Month.of(2026, 6)
WORLD = World(MONTH, MONTH, FACTS, regime_of(["participatiewet_2026"], FACTS))
SAM = {"nummer": 5, "naam": "Sam", "geboortedatum": date(1985, 1, 31)}
ABOUT: dict[str, Any] = {"leefvorm": "alleenstaande"}


def file_of(about: dict[str, Any], *persons: dict[str, Any], more: tuple[tuple[str, dict[str, Any]], ...] = ()) -> HouseholdFile:
    home = {"eerste_maand": "2026-02", "contactpersoon": "Inez Bakker (verzonnen)", "huishouden": about}
    rows = [("household", home), *(("person", one) for one in persons), *more]
    return HouseholdFile(
        "t", 1, tuple(Known(at, kind, row, "2026-01-01T00:00:00Z", "x") for at, (kind, row) in enumerate(rows, 1))
    )


days = some.dates(date(1950, 1, 1), date(2026, 5, 31))
names = some.text(some.characters(codec="utf-8"), min_size=1, max_size=6)
truths = some.sampled_from([True, False, {"van": date(2026, 3, 10)}, {"van": date(2026, 2, 1), "tot": date(2026, 4, 15)}])
members = some.fixed_dictionaries(
    {"naam": names, "nummer": some.integers(1, 99), "geboortedatum": days},
    optional={"medisch_urenbeperkt": truths, "in_inrichting": truths, "maanden_n_eerder": some.integers(0, 3),
              "jongste_kind": some.dates(date(2014, 1, 1), date(2025, 1, 1))},
)  # fmt: skip
mates = some.fixed_dictionaries(
    {"naam": names, "nummer": some.integers(1, 99), "geboortedatum": days, "rol": some.just("huisgenoot")},
    optional={"woont_hier_van": some.dates(date(2026, 1, 1), date(2026, 6, 1))},
)
homes = some.fixed_dictionaries({"leefvorm": some.just("alleenstaande")},
                                optional={"kinderen": truths, "reserve_overgenomen": some.just("12.50")})  # fmt: skip


@given(homes, some.lists(some.tuples(members, members), min_size=2, max_size=3), some.lists(mates, max_size=2))
def test_a_household_of_a_shape_reads_what_its_own_case_reads(about: dict[str, Any], pairs: Any, others: Any) -> None:
    shapes, quiet = Shapes(WORLD), 0
    for one, other in pairs:
        # The same person twice but for name and birthday, so that the second household fills in the shape of the first.
        for person in (one, {**one, "naam": other["naam"], "geboortedatum": other["geboortedatum"]}):
            file = file_of(about, person, *others)
            found = shapes.quiet(file)
            try:
                case = case_now_of(file)
            except WerkzaamError:
                assert found is None
                continue
            if found is None:
                continue
            quiet += 1
            for month in Span(file.first_month, MONTH):
                assert found.month(month) == case.month(month)
                assert found.text(month, found.ages(month)) == inputs_text(case.month(month))
    assume(quiet)


def case_now_of(file: HouseholdFile) -> Any:
    """The Case as a run makes it."""
    from werkzaam.app.ledger.plan import Position

    return case_now(Position(file, len(file.known), {}), WORLD)


@given(days, some.integers(Month.of(2018, 1).index, Month.of(2099, 1).index))
def test_ages_are_those_of_the_first_and_the_last_day(born: date, index: int) -> None:
    month = Month(index)
    assert ages_in(born, month) == (age_in_months(born, month.first_day), age_in_months(born, month.last_day))


def test_two_households_share_a_case() -> None:
    shapes = Shapes(WORLD)
    one = shapes.quiet(file_of(ABOUT, SAM))
    other = shapes.quiet(file_of(ABOUT, {**SAM, "naam": 'De "Lange"', "nummer": 7, "geboortedatum": date(1999, 2, 28)}))
    assert isinstance(one, Quiet)
    assert isinstance(other, Quiet)
    assert one.shape is other.shape
    assert one.text(MONTH, one.ages(MONTH)) != other.text(MONTH, other.ages(MONTH))


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (file_of(ABOUT, {**SAM, "geboortedatum": date(2026, 3, 1)}), "born after the first month"),
        (file_of(ABOUT, {**SAM, "geboortedatum": date(1880, 3, 1)}), "older than the rules know"),
        (file_of(ABOUT, {**SAM, "naam": " Sam"}), "a name with blanks"),
        (file_of({"leefvorm": "gehuwden"}, SAM, SAM), "two persons of one name"),
        (file_of(ABOUT), "nobody there"),
        (file_of(ABOUT, SAM, more=(("gift", {"maand": "2026-03", "telt_mee": "10.00", "besluit": "b"}),)), "a gift"),
        (file_of(ABOUT, SAM, more=(("arrangement", {"soort": "vaste_betaling", "van": date(2026, 9, 1)}),)), "a later month"),
    ],
)
def test_what_may_depend_on_more_has_a_case_of_its_own(file: HouseholdFile, why: str) -> None:
    shapes = Shapes(WORLD)
    assert shapes.quiet(file_of(ABOUT, SAM)) is not None
    assert shapes.quiet(file) is None, why
