# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold for every household in every month, whatever the law's amounts are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house.tree import ROOT
from tests.oracle import Household, Job, Person
from tests.properties.households import FACTS, books, household, inputs
from werkzaam.app.cases import case_of
from werkzaam.app.rows import Document, read_toml
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthSteps, explain
from werkzaam.engine.rule import Level
from werkzaam.regime.read import read_regime
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

SEEDS = st.integers(0, 2**32)
BORN = date(1985, 6, 15)


def covered(seed: int) -> tuple[Household, RuleBook, Random]:
    """A household that is computed: everybody is between 27 and the state pension age."""
    random = Random(seed)
    book = random.choice(books())
    made = household(random, book)
    return replace(made, persons={name: replace(one, born=BORN) for name, one in made.persons.items()}), book, random


def steps(made: Household, book: RuleBook) -> tuple[MonthSteps, ...]:
    return explain(RULES, book, inputs(made))


def with_jobs(made: Household, change: Callable[[dict[str, Job]], dict[str, Job]]) -> Household:
    """The household with every month's jobs of every person changed."""
    persons = {name: replace(one, jobs=tuple(map(change, one.jobs))) for name, one in made.persons.items()}
    return replace(made, persons=persons)


@given(seed=SEEDS)
def test_nothing_that_is_paid_is_below_zero(seed: int) -> None:
    made, book, _ = covered(seed)
    never = ("bijstand", "reservering", "uit_te_betalen", "inkomen_boven_norm", "op_rekening", "samen", "premie_erbij", "lonen")
    for month in steps(made, book):
        assert all(month.value(name) >= 0 for name in never)
        assert month.value("bijstand") <= month.value("bijstandsnorm")
        assert month.value("bijstand") == 0 or month.value("inkomen_boven_norm") == 0


@given(seed=SEEDS, more=st.sampled_from([1, 2, 3, 4, 7, 8, 100, 5_000, 22_000, 100_000]))
def test_earning_more_never_leaves_less(seed: int, more: int) -> None:
    """In the month itself, wages, bijstand and premium together never fall when a wage rises, and neither does what is paid.

    One cliff is the town's own: where the premium asks for bijstand, the cent that ends the bijstand takes the month's premium.
    """
    made, book, random = covered(seed)
    made = with_jobs(made, lambda jobs: {name: replace(job, known=True) for name, job in jobs.items()})
    at, who = random.randrange(len(made.persons["A"].jobs)), random.choice(list(made.persons))
    before = steps(made, book)[at]
    after = steps(raised(made, who, at, more), book)[at]
    cliff = 0
    if book.regime.states("premie.geldt", before.month) and book.regime.value("premie.geldt", before.month).value:
        ends = before.value("recht_op_bijstand") and not after.value("recht_op_bijstand")
        if ends and book.regime.value("premie.alleen_met_bijstand", before.month).value:
            cliff = before.value("premie_erbij")
    assert after.value("samen") >= before.value("samen") - cliff
    assert on_account(after) >= on_account(before)


def on_account(month: MonthSteps) -> int:
    return month.value("lonen") + month.value("uit_te_betalen")


def raised(made: Household, who: str, at: int, more: int) -> Household:
    """The household with a higher wage in the first job of one person in one month."""
    one = made.persons[who]
    jobs = dict(one.jobs[at])
    first = next(iter(jobs))
    jobs[first] = replace(jobs[first], rows=(*jobs[first].rows, more))
    person = replace(one, jobs=(*one.jobs[:at], jobs, *one.jobs[at + 1 :]))
    return replace(made, persons={**made.persons, who: person})


def test_the_cliff_of_a_premium_that_asks_for_bijstand() -> None:
    """The largest fall: the cent that reaches the norm costs the whole month's premium."""
    regime, first = read_regime(ROOT / "stories" / "regimes" / "premie_met_bijstand.toml"), Month.of(2018, 1)
    norm = int(FACTS.on("norm_21_alleenstaande_of_ouder_incl_vt", first).value)
    people = [Person(BORN, ({"1": Job((wage,))},)) for wage in (norm - 1, norm)]
    before, after = (Household(first, "ALLEENSTAANDE", {"A": one}, regime) for one in people)
    together = [steps(one, RuleBook(FACTS, regime))[0].value("samen") for one in (before, after)]
    assert together == [norm + 20_000, norm]


@given(seed=SEEDS)
def test_month_without_wages_gives_the_norm(seed: int) -> None:
    made, book, _ = covered(seed)
    idle = with_jobs(made, lambda jobs: {name: Job() for name in jobs})
    for month in steps(idle, book):
        assert month.value("bijstand") == month.value("samen") == month.value("bijstandsnorm")
        assert month.value("uit_te_betalen") == month.value("norm_zonder_vakantietoeslag")


@given(seed=SEEDS)
def test_premium_paid_in_a_year_stays_within_the_maximum(seed: int) -> None:
    made, book, _ = covered(seed)
    for month in steps(made, book):
        most = int(FACTS.on("premie_max_per_kalenderjaar", month.month).value)
        assert all(month.value("premie_dit_jaar", (name,)) <= most for name in made.persons)


@given(seed=SEEDS)
def test_premium_that_is_closed_is_paid_or_waits(seed: int) -> None:
    made, book, _ = covered(seed)
    found = steps(made, book)
    for name in made.persons:
        closed = sum(month.value("premie_afgesloten", (name,)) for month in found)
        paid = sum(month.value("premie_uitbetaling", (name,)) for month in found)
        assert paid + found[-1].value("premie_blijft_klaar", (name,)) == closed
        assert all(0 <= month.value("premie_uitbetaling", (name,)) <= month.value("premie_klaar", (name,)) for month in found)


@given(seed=SEEDS)
def test_estimate_that_is_right_leaves_no_difference(seed: int) -> None:
    made, book, _ = covered(seed)
    right = with_jobs(made, lambda jobs: {name: replace(job, known=True, estimate=job.net) for name, job in jobs.items()})
    assert all(month.value("verschil_met_schatting") == 0 for month in steps(right, book))


@given(seed=SEEDS)
def test_wage_that_is_not_known_yet_leaves_no_difference(seed: int) -> None:
    made, book, _ = covered(seed)
    unknown = with_jobs(made, lambda jobs: {name: replace(job, known=False, estimate=400_00) for name, job in jobs.items()})
    assert all(month.value("verschil_met_schatting") == 0 for month in steps(unknown, book))


@given(seed=SEEDS, part=st.integers(1, 99))
def test_one_wage_over_two_jobs_changes_nothing(seed: int, part: int) -> None:
    made, book, _ = covered(seed)

    def split(jobs: dict[str, Job]) -> dict[str, Job]:
        name, job = next(iter(jobs.items()))
        moved, guess = job.net * part // 100, job.guess * part // 100
        stays = replace(job, rows=(job.net - moved,), estimate=job.guess - guess)
        return {**jobs, name: stays, "ander": Job((moved,), job.known, guess)}

    assert without_jobs(steps(made, book)) == without_jobs(steps(with_jobs(made, split), book))


def without_jobs(found: tuple[MonthSteps, ...]) -> list[dict[tuple[str, tuple[str, ...]], int]]:
    """Every amount of the persons and the household."""
    return [{place: step.value for place, step in month.steps.items() if step.rule.level < Level.BAAN} for month in found]


@given(seed=SEEDS)
def test_order_of_persons_and_jobs_changes_nothing(seed: int) -> None:
    made, book, _ = covered(seed)
    turned = with_jobs(made, lambda jobs: dict(reversed(jobs.items())))
    turned = replace(turned, persons=dict(reversed(turned.persons.items())))
    assert [{place: step.value for place, step in month.steps.items()} for month in steps(made, book)] == [
        {place: step.value for place, step in month.steps.items()} for month in steps(turned, book)
    ]


@given(seed=SEEDS)
def test_what_comes_later_does_not_change_what_was(seed: int) -> None:
    made, book, random = covered(seed)
    whole = steps(made, book)
    until = random.randint(1, len(whole))
    short = replace(made, persons={name: replace(one, jobs=one.jobs[:until]) for name, one in made.persons.items()})
    assert without_jobs(steps(short, book)) == without_jobs(whole[:until])


# -- the rows of a case ------------------------------------------------------------------------------

STORIES = sorted(path for path in (ROOT / "stories").rglob("*.toml") if path.parent.name != "regimes")
NOT_A_CASE = ("id", "omdat", "bron", "eis", "verwacht", "geweigerd")


def document(path: Path) -> Document:
    read = read_toml(path)
    return replace(read, tables={key: value for key, value in read.tables.items() if key not in NOT_A_CASE})


SEVERAL = [path for path in STORIES if len(read_toml(path).tables.get("loon", ())) > 1]


@pytest.mark.requirement("R-068")
@pytest.mark.parametrize("path", SEVERAL, ids=lambda path: path.stem)
def test_order_of_wage_rows_and_a_row_taken_back_change_nothing(path: Path) -> None:
    read, random = document(path), Random(path.stem)
    rows = read.tables["loon"]
    again = {**rows[0], "vakantiegeld_opgebouwd": "0", "vakantiegeld_uitbetaald": "0"}
    changed = [*rows, {**again, "netto": "12.34"}, {**again, "netto": "-12.34", "correctie": True}]
    random.shuffle(changed)
    other = replace(read, tables={**read.tables, "loon": changed})
    assert totals(other) == totals(read)


def totals(read: Document) -> list[dict[tuple[str, tuple[str, ...]], int]]:
    """Every amount of every month."""
    found = case_of(read, FACTS).calculate().months
    return [{place: step.value for place, step in month.steps.items()} for month in found]
