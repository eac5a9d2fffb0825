# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month as a sum that a person can follow, as data: every screen, letter and file is printed from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkzaam.app.case import Case
from werkzaam.app.origin import Origin, assumption, origins
from werkzaam.app.page_lines import EQUALS, MINUS, PLUS, Line, LineMaker
from werkzaam.app.sentence import euros
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.explain import Key
from werkzaam.rules.calculate import Calculation

RECEIPT = 12
"""How many characters of a digest a person sees."""
_CHOICES_OF_THE_READER = ("inkomsten.maandregel",)
"""Choices that decide in which month a wage stands, before any rule reads it."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together; `notes` are sentences below them."""

    key: str
    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthPage:
    """One month of a case in one language, with who to ask, what was assumed and how to check it."""

    month: Month
    lang: str
    title: str
    regime: str
    summary: str
    sections: tuple[Section, ...]
    contact: str
    assumptions: tuple[Origin, ...]
    receipt: dict[str, str]
    steps: tuple[Line, ...]


def month_pages(case: Case, lang: str, month: Month | None = None) -> tuple[MonthPage, ...]:
    """The page of one month of a case, or those of all its months."""
    if month is not None and month not in case.span:
        raise InputError(f"The month {month} was asked; this case runs from {case.span}.", file=case.file)
    done = case.calculate()
    wanted = [steps for steps in done.months if month is None or steps.month == month]
    return tuple(_page(LineMaker(case, done.book, steps, lang), done) for steps in wanted)


def _page(make: LineMaker, done: Calculation) -> MonthPage:
    """One month; the sections stand in the order in which a person would do the sum."""
    parts = {
        "wages": _wages(make), "bijstand": _bijstand(make), "premium": _premium(make), "together": _together(make),
        "account": _account(make),
    }  # fmt: skip
    sections = [Section(key, make.word(key), tuple(lines)) for key, lines in parts.items()]
    name, regime = make.month.name(make.lang), make.case.regime.at(make.month)
    return MonthPage(
        month=make.month, lang=make.lang, title=f"{name[:1].upper()}{name[1:]}: {make.case.title}",
        regime=f"{regime.name_nl if make.lang == 'nl' else regime.name_en} ({regime.id})",
        summary=make.word("summary", **{each: euros(make.value(each), make.lang) for each in ("op_rekening", "samen")}),
        sections=(*sections, *_estimates(make)), contact=make.case.contact, assumptions=tuple(_assumptions(make)),
        receipt={part: digest[:RECEIPT] for part, digest in done.receipt.items()},
        steps=tuple(make.of(step.rule.name, step.key) for step in make.steps.steps.values()),
    )  # fmt: skip


def _wages(make: LineMaker) -> Iterator[Line]:
    """What each person earned, may keep, and what of it counts."""
    for person in make.case.members:
        key = (person.name,)
        jobs = [job for job in make.case.jobs if job[0] == person.name]
        for job in jobs:
            yield from _job(make, job, alone=len(jobs) == 1)
        if len(jobs) != 1:
            yield make.of("loon_samen", key, EQUALS)
        yield from _holiday_money(make, key, jobs)
        yield make.of("soort_vrijlating", key)
        yield make.of("vrijgelaten_loon", key, MINUS)
        yield make.of("meetellend_loon", key, EQUALS)


def _job(make: LineMaker, job: Key, *, alone: bool) -> Iterator[Line]:
    """Every wage of a job on its own line; beside other jobs the total of this one is no step of the sum."""
    wages = make.case.wages_in(make.month, job)
    if len(wages) > 1:
        yield from map(make.wage, wages)
        yield make.of("loon", job, EQUALS if alone else "", title=make.about_job("wages_of", job))
        return
    if wages:
        details = make.worked(wages[0])
    else:
        details = (make.word("no_row" if make.step("loon", job).read["loon_bekend"] else "not_known"),)
    word = "correction_of" if wages and wages[0].correction else "wage_of"
    yield make.of("loon", job, PLUS, title=make.about_job(word, job), details=details)


def _holiday_money(make: LineMaker, person: Key, jobs: Sequence[Key]) -> Iterator[Line]:
    """Holiday money per job, and what comes back of it where the employer paid it out."""
    for job in jobs:
        yield make.of("vakantiegeld_over_loon", job, PLUS)
        if make.value("vakantiegeld_afgerekend", job):
            yield make.of("vakantiegeld_terug", job, MINUS)
    if not jobs:
        yield make.of("vakantiegeld_samen", person, PLUS)


def _bijstand(make: LineMaker) -> Iterator[Line]:
    yield make.of("bijstandsnorm")
    yield make.of("middelen", (), MINUS)
    yield make.of("bijstand", (), EQUALS)
    if make.value("inkomen_boven_norm"):
        yield make.of("inkomen_boven_norm")
    yield make.of("reservering", (), MINUS)
    if make.value("nabetaling_vakantiegeld"):
        yield make.of("nabetaling_vakantiegeld", (), PLUS)
    yield make.of("uit_te_betalen", (), EQUALS)


def _premium(make: LineMaker) -> Iterator[Line]:
    for person in make.case.members:
        key = (person.name,)
        yield make.of("kan_premie", key)
        yield make.of("premie_eerder_dit_halfjaar", key)
        yield make.of("premie_van_de_maand", key, PLUS)
        yield make.of("premie_opgebouwd", key, EQUALS)
        if make.value("premie_afgesloten", key):
            yield make.of("premie_afgesloten", key)
        waiting = make.value("premie_klaar", key)
        if waiting:
            yield make.of("premie_klaar", key)
            yield make.of("premie_blijft_klaar", key, MINUS)
        yield make.of("premie_uitbetaling", key, EQUALS if waiting else "")


def _together(make: LineMaker) -> Iterator[Line]:
    """What the month brings, also what is paid later."""
    yield make.of("lonen", (), PLUS)
    yield make.of("vakantiegeld_erbij", (), PLUS)
    yield make.of("bijstand", (), PLUS)
    if make.value("nabetaling_vakantiegeld"):
        yield make.of("nabetaling_vakantiegeld", (), PLUS)
    yield make.of("premie_erbij", (), PLUS)
    yield make.of("samen", (), EQUALS)


def _account(make: LineMaker) -> Iterator[Line]:
    """What of it is paid for this month."""
    yield make.of("lonen", (), PLUS)
    yield make.of("vakantiegeld_op_rekening", (), PLUS)
    yield make.of("uit_te_betalen", (), PLUS)
    yield make.of("premie_op_rekening", (), PLUS)
    yield make.of("op_rekening", (), EQUALS)


def _estimates(make: LineMaker) -> Iterator[Section]:
    """The estimate beside the actual, when one was made; the difference only when every payslip is there."""
    estimates = make.case.estimates_in(make.month)
    if not estimates:
        return
    lines = [*map(make.estimated, estimates), *_by_estimate(make)]
    waiting = [job for job in make.case.jobs if not make.step("loon", job).read["loon_bekend"]]
    difference = make.value("verschil_met_schatting")
    notes = []
    if waiting:
        notes.append(make.word("unknown_yet", jobs=make.listed([job[1] for job in waiting])))
    else:
        lines += [make.of("uit_te_betalen"), make.of("uit_te_betalen_geschat", (), MINUS),
                  make.of("verschil_met_schatting", (), EQUALS)]  # fmt: skip
        if difference:
            word = "too_little" if difference > 0 else "too_much"
            notes.append(make.word(word, amount=euros(abs(difference), make.lang)))
    yield Section("estimate", make.word("estimate"), tuple(lines), tuple(notes))


def _by_estimate(make: LineMaker) -> Iterator[Line]:
    yield make.of("bijstandsnorm")
    yield make.of("middelen_geschat", (), MINUS)
    yield make.of("bijstand_geschat", (), EQUALS)
    yield make.of("reservering_geschat", (), MINUS)
    if make.value("nabetaling_vakantiegeld_geschat"):
        yield make.of("nabetaling_vakantiegeld_geschat", (), PLUS)
    yield make.of("uit_te_betalen_geschat", (), EQUALS)


def _assumptions(make: LineMaker) -> Iterator[Origin]:
    """What no source states for certain and this month rests on, each once."""
    chosen = (assumption(path, make.book, make.month, make.lang) for path in _CHOICES_OF_THE_READER)
    read = (one for step in make.steps.steps.values() for one in origins(step, make.book, make.month, make.lang))
    known: dict[tuple[str, str], Origin] = {}
    for one in (*chosen, *read):
        if one is not None and one.assumed:
            known.setdefault((one.name, one.shown), one)
    yield from known.values()
