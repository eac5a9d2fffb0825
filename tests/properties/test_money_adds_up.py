# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is counted twice and nothing gets lost: over pays, pay-outs, years and the account of the person."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle import Household, Job, Person
from tests.properties.test_invariants import BORN, SEEDS, choice, covered, each_job, explained, steps, with_jobs
from tests.properties.towns import book_of, changed
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthSteps
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime
from werkzaam.rules.book import RuleBook

Place = tuple[str, str]


def places(made: Household) -> list[Place]:
    return [(name, job) for name, one in made.persons.items() for job in one.jobs[0]]


def switches(book: RuleBook, made: Household, path: str) -> bool:
    """The town chooses otherwise on the way."""
    return len({choice(book, path, made.first + index) for index in range(made.length)}) > 1


@given(seed=SEEDS)
def test_holiday_money_deducted_is_never_more_than_was_received(seed: int) -> None:
    """P6 and CRVB:2018:3513: from pay-out to pay-out, what was counted less what came back is at most what was paid."""
    made, _book, found = explained(seed)
    for name, job in places(made):
        paid = [made.persons[name].jobs[index][job].paid_out for index in range(made.length)]
        account_closes(found, (name, job), "vakantiegeld", paid)


@given(seed=SEEDS)
def test_year_end_pay_set_aside_each_month_is_never_more_than_was_received(seed: int) -> None:
    made, book, found = explained(seed)
    path = "inkomsten.eindejaarsuitkering"
    if switches(book, made, path) or choice(book, path, made.first) != "maandelijks":
        return
    for name, job in places(made):
        paid = [made.persons[name].jobs[index][job].bonus_paid for index in range(made.length)]
        account_closes(found, (name, job), "eindejaarsuitkering", paid)


@cache
def twelfths() -> Regime:
    """A town that counts thirteen twelfths of a four-weekly pay."""
    return changed(read_regime("participatiewet_2018"), {"inkomsten.vierweken": "dertien_twaalfde"})


@cache
def twelfths_book() -> RuleBook:
    return book_of(twelfths())


def account_closes(found: tuple[MonthSteps, ...], at: Place, what: str, paid: list[int]) -> None:
    """At every pay-out the account counted no more than was paid."""
    counted = 0
    for month, amount in zip(found, paid, strict=True):
        counted += month.value(f"{what}_over_loon", at) - month.value(f"{what}_terug", at)
        if amount > 0:
            assert counted <= amount
            counted = 0


@settings(max_examples=25)
@given(pay=st.integers(1, 200_000), extra_in=st.integers(0, 11))
def test_thirteen_pays_are_counted_as_thirteen(pay: int, extra_in: int) -> None:
    """P1: twelve times thirteen twelfths is the year's pay but for a few cents, and December shows them."""
    regime = twelfths()
    jobs = tuple({"1": Job(four_weeks=pay, four_weeks_more=pay if index == extra_in else 0)} for index in range(12))
    made = Household(Month.of(2024, 1), "ALLEENSTAANDE", {"A": Person(BORN, jobs)}, regime)
    months = steps(made, twelfths_book())
    counted = sum(month.value("loon", ("A", "1")) for month in months)
    shown = [month.value("vierweken_verschil", ("A", "1")) for month in months]
    assert shown == [0] * 11 + [13 * pay - counted]
    assert abs(shown[-1]) <= 6
    assert months[-1].value("vierweken_geteld_dit_jaar", ("A", "1")) == counted


@given(seed=SEEDS)
def test_the_reserve_of_holiday_allowance_is_paid_out_or_kept(seed: int) -> None:
    made, book, found = explained(seed)
    reserved = made.reserve_before + sum(month.value("reservering") for month in found)
    paid = sum(month.value("vakantietoeslag_uitbetaling") for month in found)
    assert reserved == paid + found[-1].value("vakantietoeslag_gereserveerd")
    kept = made.reserve_before
    for index, month in enumerate(found):
        may = choice(book, "norm.vakantietoeslag_maand", month.month)
        at_the_end = kept + month.value("reservering") if made.at(index).ends else None
        yearly = kept if month.month.number == may else 0
        assert month.value("vakantietoeslag_uitbetaling") == (yearly if at_the_end is None else at_the_end)
        kept += month.value("reservering") - month.value("vakantietoeslag_uitbetaling")


@given(seed=SEEDS)
def test_what_comes_on_the_account_is_what_everybody_paid(seed: int) -> None:
    """Counted from the payslips and from what the municipality pays, not from the rules that add it up."""
    made, _book, found = explained(seed)
    for index, month in enumerate(found):
        jobs = [job for one in made.persons.values() for job in one.jobs[index].values()]
        wages = sum(max(0, sum(map(handed_over, one.jobs[index].values()))) for one in made.persons.values())
        beside = sum(job.paid_out + job.bonus_paid + (job.other.amount if job.other else 0) for job in jobs)
        premiums = sum(month.value(rule, (name,)) for rule in ("premie_uitbetaling", "uurpremie") for name in made.persons)
        town = month.value("uit_te_betalen") - month.value("aflossing") + month.value("vakantietoeslag_uitbetaling")
        assert month.value("op_rekening") == wages + beside + premiums + town


def handed_over(job: Job) -> int:
    """What an employer pays: every payslip of the month; the estimate until they are there."""
    return job.net + job.four_weeks + job.four_weeks_more if job.known else job.estimate or 0


@given(seed=SEEDS)
def test_an_instalment_stays_within_the_share_of_the_norm(seed: int) -> None:
    _made, book, found = explained(seed)
    for month in found:
        plafond = choice(book, "aflossing.plafond", month.month)
        assert month.value("aflossing") * plafond.denominator <= (
            month.value("bijstandsnorm") * plafond.numerator + plafond.denominator // 2
        )


@given(seed=SEEDS)
def test_the_buffer_of_a_calendar_year_is_never_more_than_its_maximum(seed: int) -> None:
    made, book, _ = covered(seed)
    short = with_jobs(made, each_job(lambda job: replace(job, known=True, estimate=max(0, job.net + 60_000))))
    years: dict[int, int] = {}
    for month in steps(short, book):
        years[month.month.year] = years.get(month.month.year, 0) + month.value("bufferbudget")
        assert not month.value("bufferbudget") or month.value("bufferbudget") <= month.value("tekort_onder_norm")
    assert all(amount <= 100_000 for amount in years.values())
    assert not any(years.values()) or (book.rechtsdatum or made.first).year >= 2027
