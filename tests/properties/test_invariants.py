# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold for every household in every month, whatever the law's amounts are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.oracle import Household, Job, Person
from tests.properties.as_rules import inputs
from tests.properties.households import SOAKING, household
from tests.properties.towns import FACTS, book_of, books, changed, rules_of, story_regime
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthSteps, explain
from werkzaam.engine.rule import Level
from werkzaam.regime.read import read_regime
from werkzaam.rules.book import RuleBook

SEEDS = st.integers(0, 2**32 if SOAKING else 59)
"""On a push all properties look at the same households, so that these are explained once."""
BORN = date(1985, 6, 15)


def covered(seed: int) -> tuple[Household, RuleBook, Random]:
    """A household that is computed: the same people every month, spouses between 27 and AOW age, at home, without a business."""
    random = Random(seed)
    book = random.choice(books())
    made = household(random, book)
    persons = {name: _covered(one) for name, one in made.persons.items()}
    changes = tuple(change for change in made.changes if change[1] != "living")
    return replace(made, persons=persons, children=made.living == "ALLEENSTAANDE_OUDER", changes=changes), book, random


def _covered(one: Person) -> Person:
    if one.role == "HUISGENOOT":
        return replace(one, jobs=({},) * len(one.jobs), away=frozenset())
    jobs = tuple({name: _no_business(job) for name, job in month.items()} for month in one.jobs)
    return replace(one, born=BORN, institution=False, jobs=jobs, away=frozenset())


def _no_business(job: Job) -> Job:
    business = job.other is not None and job.other.kind == "ONDERNEMING"
    return replace(job, other=None) if business else job


def steps(made: Household, book: RuleBook) -> tuple[MonthSteps, ...]:
    return explain(rules_of(book), book, inputs(made))


@lru_cache(maxsize=100)
def explained(seed: int) -> tuple[Household, RuleBook, tuple[MonthSteps, ...]]:
    """A covered household with its months, kept for the next property."""
    made, book, _ = covered(seed)
    return made, book, steps(made, book)


def with_jobs(made: Household, change: Callable[[dict[str, Job]], dict[str, Job]]) -> Household:
    """The household with every month's jobs of every spouse changed."""
    persons = {name: one if one.role == "HUISGENOOT" else replace(one, jobs=tuple(map(change, one.jobs)))
               for name, one in made.persons.items()}  # fmt: skip
    return replace(made, persons=persons)


def each_job(change: Callable[[Job], Job]) -> Callable[[dict[str, Job]], dict[str, Job]]:
    return lambda jobs: {name: change(job) for name, job in jobs.items()}


def plain(job: Job) -> Job:
    """The same net wage on a payslip of the month, known, and nothing else."""
    return Job(job.rows)


def choice(book: RuleBook, path: str, month: Month) -> Any:
    """What the town chose, or None where it chose nothing."""
    at = book.rechtsdatum or month
    return book.regime.value(path, at).value if book.regime.states(path, at) else None


# -- never below zero, never beyond ------------------------------------------------------------------


@given(seed=SEEDS)
def test_nothing_that_is_paid_is_below_zero(seed: int) -> None:
    made, book, _ = covered(seed)
    never = ("bijstand", "reservering", "uit_te_betalen", "inkomen_boven_norm", "samen", "premie_erbij", "lonen", "aflossing",
             "overgemaakt", "vakantietoeslag_uitbetaling", "bufferbudget", "te_beslissen")  # fmt: skip
    for month in steps(made, book):
        assert all(month.value(name) >= 0 for name in never)
        assert month.value("bijstand") <= month.value("bijstandsnorm")
        assert month.value("bijstand") == 0 or month.value("inkomen_boven_norm") == 0
        assert month.value("overgemaakt") + month.value("aflossing") == month.value("uit_te_betalen")


@given(seed=SEEDS)
def test_what_is_left_out_is_never_more_than_the_wages(seed: int) -> None:
    made, _book, found = explained(seed)
    for month in found:
        for name in made.persons:
            together = month.value("grondslag", (name,))
            left_out = month.value("vrijgelaten_loon", (name,))
            assert 0 <= left_out <= max(together, month.value("loon_uit_werk", (name,)))


@given(seed=SEEDS)
def test_a_spouse_without_a_right_never_costs_more_than_his_income(seed: int) -> None:
    """Art. 32 lid 3: with him the two never have less than the couple's norm while bijstand is cut for his income."""
    made, _book, found = explained(seed)
    for month in found:
        counts = month.value("partner_telt_mee")
        his = sum(month.value("inkomen_partner", (name,)) for name in made.persons)
        assert 0 <= counts <= his
        if not any(one.role == "PARTNER_ZONDER_RECHT" for one in made.persons.values()):
            assert counts == his == 0


# -- earning more ------------------------------------------------------------------------------------


@given(seed=SEEDS, more=st.sampled_from([1, 2, 3, 4, 7, 8, 100, 5_000, 22_000, 100_000]))
def test_earning_more_never_leaves_less_and_never_gives_more_bijstand(seed: int, more: int) -> None:
    """In the month itself, wages, bijstand and premiums together never fall when a wage rises, and bijstand never rises.

    Two cliffs are not ours. Where a premium asks for bijstand, the cent that ends the bijstand takes the month's premium.
    And where holiday money counts by the State's table, the claim falls at the edge of a bracket.
    """
    made, book, random = covered(seed)
    made = with_jobs(made, each_job(lambda job: replace(job, known=True, wage_return=None)))
    at = random.randrange(made.length)
    who = random.choice([name for name, one in made.persons.items() if one.role != "HUISGENOOT"])
    before, after = (steps(one, book)[at] for one in (made, raised(made, who, at, more)))
    if choice(book, "inkomsten.vakantiegeld", before.month) == "aanspraaktabel":
        return
    lost = before.value("premie_erbij") if before.value("recht_op_bijstand") and not after.value("recht_op_bijstand") else 0
    assert after.value("samen") >= before.value("samen") - lost
    assert after.value("bijstand") <= before.value("bijstand")
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
    regime, first = story_regime("premie_met_bijstand"), Month.of(2018, 1)
    norm = int(FACTS.on("norm_21_alleenstaande_of_ouder_incl_vt", first).value)
    people = [Person(BORN, ({"1": Job((wage,))},)) for wage in (norm - 1, norm)]
    before, after = (Household(first, "ALLEENSTAANDE", {"A": one}, regime) for one in people)
    together = [steps(one, book_of(regime))[0].value("samen") for one in (before, after)]
    assert together == [norm + 20_000, norm]


def test_the_cliff_of_a_bracket_of_the_table_of_holiday_money() -> None:
    """Above 497.77 a month the claim of 2016 falls from 8 to 5.08 percent: a cent of wages gives 14.53 of bijstand."""
    regime, first = changed(read_regime("participatiewet_2018"), {"inkomsten.vakantiegeld": "aanspraaktabel"}), Month.of(2018, 1)
    people = [Person(BORN, ({"1": Job((wage,))},), helps=False) for wage in (49_777, 49_778)]
    before, after = (steps(Household(first, "ALLEENSTAANDE", {"A": one}, regime), book_of(regime))[0] for one in people)
    assert [month.value("bijstand") for month in (before, after)] == [45_453, 46_905]


@given(seed=SEEDS)
def test_month_without_income_gives_the_norm(seed: int) -> None:
    made, book, _ = covered(seed)
    idle = with_jobs(replace(made, changes=()), each_job(lambda _: Job()))
    for month in steps(idle, book):
        assert month.value("bijstand") == month.value("bijstandsnorm")
        assert month.value("samen") == month.value("bijstandsnorm")
        assert month.value("uit_te_betalen") == month.value("norm_zonder_vakantietoeslag")


@given(seed=SEEDS)
def test_what_waits_for_a_decision_takes_nothing_off(seed: int) -> None:
    made, book, _ = covered(seed)
    waits = ("GIFT", "ONBEKEND", "STUDIETOELAGE", "VRIJWILLIGERSVERGOEDING")

    def undecided(job: Job) -> Job:
        return replace(job, other=replace(job.other, decided=None)) if job.other and job.other.kind in waits else job

    def without(job: Job) -> Job:
        return replace(job, other=None) if job.other and job.other.kind in waits else job

    some, none = (steps(with_jobs(made, each_job(change)), book) for change in (undecided, without))
    for with_it, without_it in zip(some, none, strict=True):
        assert with_it.value("bijstand") == without_it.value("bijstand")
        assert without_it.value("te_beslissen") == 0
        assert with_it.value("te_beslissen") <= with_it.value("ander_inkomen_ontvangen")


# -- the premium -------------------------------------------------------------------------------------


@given(seed=SEEDS)
def test_premium_paid_in_a_year_stays_within_the_maximum(seed: int) -> None:
    made, book, found = explained(seed)
    for month in found:
        most = int(FACTS.on("premie_max_per_kalenderjaar", book.bedragen_van or month.month).value)
        assert all(month.value("premie_dit_jaar", (name,)) <= most for name in made.persons)


@given(seed=SEEDS)
def test_premium_that_is_closed_is_paid_or_waits(seed: int) -> None:
    made, _book, found = explained(seed)
    for name in made.persons:
        closed = sum(month.value(one, (name,)) for month in found
                     for one in ("premie_afgesloten", "eenmalige_premie", "uitstroompremie"))  # fmt: skip
        paid = sum(month.value("premie_uitbetaling", (name,)) for month in found)
        assert paid + found[-1].value("premie_blijft_klaar", (name,)) == closed
        assert all(0 <= month.value("premie_uitbetaling", (name,)) <= month.value("premie_klaar", (name,)) for month in found)
        assert sum(month.value("eenmalige_premie", (name,)) > 0 for month in found) <= 1


# -- the estimate, and what makes no difference ------------------------------------------------------


@given(seed=SEEDS)
def test_estimate_that_is_right_leaves_no_difference(seed: int) -> None:
    made, book, _ = covered(seed)
    right = with_jobs(made, each_job(lambda job: replace(
        job, rows=(max(0, job.net),), known=True, estimate=max(0, job.net), four_weeks=0, four_weeks_more=0, credit_missed=0,
        wage_return=None)))  # fmt: skip
    assert all(month.value("verschil_met_schatting") == 0 for month in steps(right, book))


@given(seed=SEEDS)
def test_wage_that_nobody_estimated_leaves_no_difference(seed: int) -> None:
    made, book, _ = covered(seed)
    plain = with_jobs(made, each_job(lambda job: replace(job, known=True, estimate=None)))
    for month in steps(plain, book):
        assert month.value("verschil_met_schatting") == 0
        assert all(month.value(f"{name}_geschat", key) == month.value(name, key) for name, key in month.steps
                   if (f"{name}_geschat", key) in month.steps)  # fmt: skip


@given(seed=SEEDS)
def test_wage_that_is_not_known_yet_leaves_no_difference(seed: int) -> None:
    made, book, _ = covered(seed)
    unknown = with_jobs(made, each_job(lambda job: replace(job, known=False, estimate=400_00)))
    assert all(month.value("verschil_met_schatting") == 0 for month in steps(unknown, book))


@given(seed=SEEDS, part=st.integers(1, 99))
def test_one_wage_over_two_jobs_changes_nothing(seed: int, part: int) -> None:
    """But where the State's table gives the holiday money: it looks at each wage apart."""
    made, book, _ = covered(seed)
    if "aanspraaktabel" in {choice(book, "inkomsten.vakantiegeld", made.first + at) for at in range(made.length)}:
        return

    def split(jobs: dict[str, Job]) -> dict[str, Job]:
        name, job = next(iter(jobs.items()))
        moved, guess = job.net * part // 100, None if job.estimate is None else job.estimate * part // 100
        stays = replace(job, rows=(job.net - moved,), estimate=None if guess is None else (job.estimate or 0) - guess)
        return {**jobs, name: stays, "ander": Job((moved,), job.known, guess, sort=job.sort)}

    plainly = with_jobs(made, lambda jobs: {name: replace(job, wage_return=None) for name, job in jobs.items()})
    assert without_jobs(steps(plainly, book)) == without_jobs(steps(with_jobs(plainly, split), book))


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
