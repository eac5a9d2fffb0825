# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was reported, in words: a payslip and the days it is about, other money, an estimate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from werkzaam.app.page_lines import BESIDE, PLUS, Line, LineMaker
from werkzaam.app.payslip import Attributed, EstimatedWage, OtherIncome, Payslip, Wage, Way
from werkzaam.app.presence import belongs
from werkzaam.app.sentence import euros
from werkzaam.core.law import LawRef
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key
from werkzaam.engine.text import label
from werkzaam.regime.model import CHOICES
from werkzaam.rules import RULES
from werkzaam.rules.loon import Vakantiegeldwijze
from werkzaam.rules.loontijdvak import Part, by_days, over_period
from werkzaam.rules.situatie import Loonsoort

_TITLES = {Way.FOUR_WEEKS: "four_weeks_of", Way.THIRTEENTH: "thirteenth_of"}
MISSED_CREDIT = LawRef.parse("Pw 31:1")
_BENEFIT = list(Loonsoort).index(Loonsoort.UITKERING)


def wage_line(make: LineMaker, wage: Wage, sign: str = PLUS) -> Line:
    """One wage, or one correction, as it was reported; one over four weeks is no step of the sum itself."""
    if wage.way in _TITLES:
        sign = BESIDE
    word = "correction" if wage.correction else "wage"
    said = make.word(f"{word}_row", month=make.month.name(make.lang))
    if wage.way is Way.THIRTEENTH:
        said = make.word("thirteenth")
    title = make.about_job("correction_of" if wage.correction else _TITLES.get(wage.way, "wage_of"), wage.key)
    law = RULES.rules["loon"][0].law
    return make.reported("nettoloon", wage.key, title, wage.net, said, law, sign, tuple(told_of_wage(make, wage)))


def credit_line(make: LineMaker, job: Key, cents: int) -> Line:
    """The tax credit that the employer did not apply, and that counts all the same."""
    said = make.word("credit", amount=euros(cents, make.lang))
    return make.reported("gemiste_heffingskorting", job, make.about_job("credit_of", job), cents, said, MISSED_CREDIT, PLUS)


def told_of_wage(make: LineMaker, wage: Wage) -> Iterator[str]:
    """When was worked and paid, where that stands, and how it came to belong to this month."""
    days = make.days(wage.worked_from, wage.worked_to)
    yield make.word("worked", days=days, paid=make.day(wage.paid_on), source=wage.source)
    yield from _which_month(make, wage)
    if wage.slip is None:
        return
    if wage.holiday_paid_out and wage.slip.holiday_before:
        yield make.word("holiday_before", amount=euros(wage.slip.holiday_before, make.lang))
    if unknown := _built_up_unknown(make, wage):
        yield make.word("holiday_unknown", amount=euros(unknown, make.lang))
    if wage.slip.kind == _BENEFIT and make.value("aow_gerechtigden"):
        yield make.word("own_pension")
    yield from _late(make, wage.slip)


def _built_up_unknown(make: LineMaker, wage: Wage) -> int:
    """Holiday money that was paid and no payslip said to be built up, in a town that counts it as it is built up."""
    way = make.case.regime.value("inkomsten.vakantiegeld", make.case.law_date(make.month)).value
    if not wage.holiday_paid_out or wage.slip is None or way != Vakantiegeldwijze.LOONSTROOK.name.lower():
        return 0
    return max(wage.holiday_paid_out - wage.slip.holiday_before - make.value("vakantiegeld_meegeteld", wage.key), 0)


def _which_month(make: LineMaker, wage: Wage) -> Iterator[str]:
    if wage.way is Way.FOUR_WEEKS and not wage.correction:
        yield make.word("four_weeks")
    if wage.way is Way.BY_DAYS and wage.part and wage.slip and not wage.part.whole:
        yield _split(make, "by_days", wage.part, wage.slip.net, wage.net)
        elsewhere = [part.month for part in by_days(wage.worked_from, wage.worked_to) if part.month != make.month]
        yield make.word("days_elsewhere", months=_months(make, elsewhere))
        yield from _outside(make, elsewhere, wage.person)
    elif Month.of_day(wage.paid_on) != make.month:
        yield make.word("by_work" if make.case.by_work(make.month) else "corrected_back", month=make.month.name(make.lang))
    elif wage.way is Way.AS_PAID and Month.of_day(wage.worked_from) != make.month:
        yield make.word("by_receipt", month=make.month.name(make.lang))


def told_of_end_of_year(make: LineMaker, each: Attributed) -> Iterator[str]:
    """What was paid, over which months, and what of it belongs to this month."""
    slip = each.slip
    words = {"paid": make.day(slip.paid_on), "whole": euros(slip.amounts["eindejaarsuitkering_uitbetaald"], make.lang),
             "part": euros(each.cents, make.lang), "month": make.month.name(make.lang)}  # fmt: skip
    if slip.built_up is None or each.part.whole:
        yield make.word("end_of_year_received", **words)
        return
    yield make.word("end_of_year", first=make.day(slip.built_up[0]), last=make.day(slip.built_up[1]), **words)
    yield from _outside(make, [part.month for part in over_period(*slip.built_up)], slip.person)


def told_of_income(make: LineMaker, one: OtherIncome) -> Iterator[str]:
    """When other money came, which months it belongs to, and what was decided about it."""
    yield make.word("received", received=make.day(one.received_on), source=one.source)
    if not one.part.whole and one.period:
        months = [part.month for part in over_period(*one.period)]
        evenly = one.part.units == 1 and one.part.of == len(months)
        first, last = months[0].name(make.lang), months[-1].name(make.lang)
        yield _split(make, "over_months" if evenly else "over_days", one.part, one.whole, one.cents, first=first, last=last)
        yield from _outside(make, months, one.person)
    if one.counts is not None:
        decision = make.word("by_decision", decision=one.decision) if one.decision else ""
        yield make.word("decided", amount=euros(one.counts, make.lang), decision=decision)
    yield from _late(make, one)


def _split(make: LineMaker, word: str, part: Part, whole: int, cents: int, **filled: str) -> str:
    return make.word(word, units=part.units, of=part.of, whole=euros(whole, make.lang), part=euros(cents, make.lang),
                     month=make.month.name(make.lang), **filled)  # fmt: skip


def _outside(make: LineMaker, months: Iterable[Month], person: str) -> Iterator[str]:
    """The months that the case does not have, and those in which the person does not belong to the household."""
    each = list(months)
    beyond = [month for month in each if month not in make.case.span]
    absent = [month for month in each if month in make.case.span and not belongs(make.case, person, month)]
    if beyond:
        yield make.word("outside", months=_months(make, beyond))
    if absent:
        yield make.word("absent", months=_months(make, absent), person=person)


def _months(make: LineMaker, months: Sequence[Month]) -> str:
    """A list of months, or where it begins and ends when there are many."""
    if len(months) > 3:
        return make.word("from_to", first=months[0].name(make.lang), last=months[-1].name(make.lang))
    return make.listed([month.name(make.lang) for month in months])


def _late(make: LineMaker, found: Payslip | OtherIncome) -> Iterator[str]:
    """Known so late that it cannot simply be set off (Pw 58:4)."""
    if found.found_late and found.known_on is not None:
        received = found.paid_on if isinstance(found, Payslip) else found.received_on
        yield make.word("late", known=make.day(found.known_on), received=Month.of_day(received).name(make.lang))


def estimate_line(make: LineMaker, each: EstimatedWage) -> Line:
    """One estimate, with its method and its payslips."""
    made = each.estimate
    slips = make.listed([euros(slip, make.lang) for slip in made.slips])
    said = make.word("estimated", amount=euros(made.cents, make.lang), method=label(made.method, make.lang),
                     slips=make.word("slips", slips=slips) if slips else "")  # fmt: skip
    title = make.about_job("estimate_of", each.key)
    return make.reported("geschat_nettoloon", each.key, title, made.cents, said, CHOICES["inkomsten.methode"].law)
