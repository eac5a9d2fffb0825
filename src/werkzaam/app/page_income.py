# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a month's page about what came in: wages, holiday money, end-of-year pay, and other money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from werkzaam.app.page_lines import BESIDE, EQUALS, MINUS, PLUS, Line, LineMaker
from werkzaam.app.page_reported import credit_line, told_of_end_of_year, told_of_income, told_of_wage, wage_line
from werkzaam.app.payslip import Wage, Way
from werkzaam.app.sentence import euros
from werkzaam.core.law import LawRef
from werkzaam.engine.explain import Key
from werkzaam.engine.rule import Level
from werkzaam.engine.text import label
from werkzaam.rules.situatie import Rol
from werkzaam.rules.vrijlating import Soort

GIFTS = LawRef.parse("Pw 31:2:s")


def wages(make: LineMaker) -> Iterator[Line]:
    """What each person earned, may keep, and what of it counts."""
    for person in make.case.members_in(make.month):
        key = (person.name,)
        jobs = [job for job in make.case.jobs if job[0] == person.name]
        for job in jobs:
            yield from _job(make, job, alone=len(jobs) == 1)
        if len(jobs) != 1:
            yield make.of("loon_samen", key, EQUALS)
        yield from _beside_wages(make, key, jobs)
        yield from _counted(make, key)


def _counted(make: LineMaker, person: Key) -> Iterator[Line]:
    """What may be kept, and what counts; of a partner without a right nothing is exempt."""
    if _without_right(make, person):
        for key in (each.key for each in make.case.incomes_in(make.month) if each.key[:1] == person):
            yield make.of("ander_inkomen_telt", key, PLUS)
        free = make.value("oudedagsvoorziening_vrij_van_partner", person)
        if free:
            yield make.of("oudedagsvoorziening_vrij_van_partner", person, MINUS)
        yield make.of("inkomen_partner", person, EQUALS)
        if free:
            yield make.of("oudedagsvoorziening_hoogst_vrij", (), BESIDE)
        return
    yield make.of("soort_vrijlating", person)
    if list(Soort)[make.value("soort_vrijlating", person)] is Soort.SCHIJVEN:
        bands = (f"schijf_{at}" for at in range(1, 5))
        yield from (make.of(name, person, BESIDE) for name in bands if make.value(name, person))
    yield make.of("vrijgelaten_loon", person, MINUS)
    yield make.of("meetellend_loon", person, EQUALS)


def _without_right(make: LineMaker, person: Key) -> bool:
    return list(Rol)[make.given(Level.PERSOON, person)["rol"]] is Rol.PARTNER_ZONDER_RECHT


# -- one job ----------------------------------------------------------------------------------------


def _job(make: LineMaker, job: Key, *, alone: bool) -> Iterator[Line]:
    """A job in the month: one line, or its parts and their total, which is no step of the sum beside other jobs."""
    found = make.case.wages_in(make.month, job)
    parts = list(_parts(make, job, found))
    steps = [line for line in parts if line.sign != BESIDE]
    if len(steps) == len(parts) < 2:
        yield _single(make, job, found)
    elif steps:
        yield from parts
    else:
        yield from (*parts, _single(make, job, found))
    if len(steps) > 1:
        yield make.of("loon", job, EQUALS if alone else "", title=make.about_job("wages_of", job))
    if make.value("niet_meegeteld", job):
        yield make.of("niet_meegeteld", job, BESIDE, title=make.about_job("travel_of", job))
    if make.value("vierweken_verschil", job):
        yield make.of("vierweken_verschil", job, BESIDE)


def _parts(make: LineMaker, job: Key, found: Sequence[Wage]) -> Iterator[Line]:
    """The wages of a job as they were reported, and what becomes of them; only steps of the sum have a sign of it."""
    known, used = make.case.known(make.month, job), _by_return(make, job)
    for wage in found:
        yield wage_line(make, wage, PLUS if known and not used else BESIDE)
    if not known or used:
        if used and known:
            yield make.of("uniform_nettoloon", job, PLUS)
        return
    if any(wage.way is Way.FOUR_WEEKS for wage in found):
        yield make.of("loon_uit_vier_weken", job, PLUS, title=make.about_job("wage_of", job))
    missed = make.given(Level.BAAN, job)["gemiste_heffingskorting"]
    if missed:
        yield credit_line(make, job, missed)


def _by_return(make: LineMaker, job: Key) -> bool:
    """Whether the wage of this month is the uniform net wage of the wage tax return."""
    read = make.step("loon_van_de_maand", job).read
    return bool(read.get("loonaangifte_bekend")) and make.value("loon_van_de_maand", job) == read.get("uniform_nettoloon")


def _single(make: LineMaker, job: Key, found: Sequence[Wage]) -> Line:
    """A job with one payslip of the month, or with none."""
    if found and make.case.known(make.month, job):
        word = "correction_of" if found[0].correction else "wage_of"
        return make.of("loon", job, PLUS, title=make.about_job(word, job), details=tuple(told_of_wage(make, found[0])))
    here = bool(make.case.wages_in(make.month, job))
    details = (make.word("no_row" if make.case.known(make.month, job) else "not_all_known" if here else "not_known"),)
    return make.of("loon", job, PLUS, title=make.about_job("wage_of", job), details=details)


# -- beside the wage --------------------------------------------------------------------------------


def _beside_wages(make: LineMaker, person: Key, jobs: Sequence[Key]) -> Iterator[Line]:
    """Holiday money and end-of-year pay per job, and what comes back of them where the employer paid out less."""
    for job in jobs:
        yield make.of("vakantiegeld_over_loon", job, PLUS)
        if make.value("vakantiegeld_afgerekend", job):
            yield make.of("vakantiegeld_terug", job, MINUS)
        if make.value("eindejaarsuitkering_over_loon", job):
            each = make.case.attributed_in(make.month, job)
            details = tuple(text for one in each for text in told_of_end_of_year(make, one))
            yield make.of("eindejaarsuitkering_over_loon", job, PLUS, details=details)
        if make.value("eindejaarsuitkering_terug", job):
            yield make.of("eindejaarsuitkering_terug", job, MINUS)
    if not jobs:
        yield make.of("vakantiegeld_samen", person, PLUS)


# -- other money ------------------------------------------------------------------------------------

_ASKED = ("inkomen_te_beslissen", "niet_meegeteld", "gift", "vergoeding")
"""Why an income does not count (yet), in the order in which a person would ask."""


def other_money(make: LineMaker) -> Iterator[Line]:
    """Other money than wages of this month: what counts, what does not, and what somebody must decide about."""
    for person in make.case.members_in(make.month):
        keys = dict.fromkeys(each.key for each in make.case.incomes_in(make.month) if each.person == person.name)
        if not keys:
            continue
        own = not _without_right(make, (person.name,))
        for key in keys:
            yield _income(make, key, PLUS if own else BESIDE)
        if make.value("vergoeding_te_beslissen", (person.name,)):
            yield make.of("vergoeding_te_beslissen", (person.name,), BESIDE)
        if own:
            yield make.of("ander_inkomen_samen", (person.name,), EQUALS)
    yield from _of_all(make)


def _of_all(make: LineMaker) -> Iterator[Line]:
    """What does not count of a pension, gifts, and what counts and waits of everybody's money together."""
    if make.value("oudedagsvoorziening_vrij"):
        yield make.of("oudedagsvoorziening_hoogst_vrij", (), BESIDE)
        yield make.of("oudedagsvoorziening_vrij", (), BESIDE)
    if make.value("giften_deze_maand"):
        yield make.of("giften_dit_jaar", (), BESIDE)
        if make.value("giften_te_beslissen"):
            yield make.of("giften_te_beslissen", (), BESIDE)
    counted = make.given(Level.HUISHOUDEN)["giften_geteld"]
    if counted:
        said = make.word("gifts_counted", amount=euros(counted, make.lang))
        yield make.reported("giften_geteld", (), make.word("gifts_counted_title"), counted, said, GIFTS, BESIDE)
    if make.value("te_beslissen"):
        yield make.of("te_beslissen", (), BESIDE)
    if make.case.incomes_in(make.month) or counted:
        yield make.of("eigen_middelen", (), BESIDE)


def _income(make: LineMaker, key: Key, sign: str) -> Line:
    """One income: what of it counts, or else why it does not."""
    found = [each for each in make.case.incomes_in(make.month) if each.key == key]
    kind = label(found[0].kind, make.lang)
    kind = kind[:1].upper() + kind[1:]
    usual = key[1] == found[0].kind.name.lower()
    title = make.named(kind if usual else make.word("income_of", kind=kind, name=key[1]), key)
    details = tuple(text for one in found for text in told_of_income(make, one))
    name = next((name for name in _ASKED if make.value(name, key)), None)
    if name is None or make.value("ander_inkomen_telt", key):
        return make.of("ander_inkomen_telt", key, sign, title=title, details=details)
    return make.of(name, key, BESIDE, title=title, details=details)
