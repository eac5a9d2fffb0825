# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month as a sum that a person can follow, as data: every screen, letter and file is printed from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.app.case import Case
from werkzaam.app.law_words import regime_words
from werkzaam.app.origin import Origin, assumption, origins
from werkzaam.app.page_home import moving, norm, norm_line
from werkzaam.app.page_income import other_money, wages
from werkzaam.app.page_lines import BESIDE, EQUALS, MINUS, PLUS, Line, LineMaker
from werkzaam.app.page_reported import estimate_line
from werkzaam.app.sentence import euros
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.rule import Level
from werkzaam.rules.calculate import Calculation
from werkzaam.rules.loontijdvak import Tijdvak

RECEIPT = 12
"""How many characters of a digest a person sees."""


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


def month_pages(case: Case, lang: str, month: Month | None = None, *, whole: bool = True) -> tuple[MonthPage, ...]:
    """The page of one month of a case, or those of all its months.

    Not `whole`: without the list of all steps and that of assumptions, which cost more than all the rest and few open.
    """
    if month is not None and month not in case.span:
        raise InputError(f"The month {month} was asked; this case runs from {case.span}.", file=case.file)
    done = case.calculate(month)  # What cannot be computed of later months is no reason to refuse this one.
    wanted = [steps for steps in done.months if month is None or steps.month == month]
    return tuple(_page(LineMaker(case, done.book, steps, lang), done, whole=whole) for steps in wanted)


def _page(make: LineMaker, done: Calculation, *, whole: bool) -> MonthPage:
    """One month; the sections stand in the order in which a person would do the sum."""
    name = make.month.name(make.lang)
    return MonthPage(
        month=make.month, lang=make.lang, title=f"{name[:1].upper()}{name[1:]}: {make.case.title}",
        regime=regime_words(make.book, make.month, make.lang),
        summary=make.word("summary", **{each: euros(make.value(each), make.lang) for each in ("op_rekening", "samen")}),
        sections=tuple(_sections(make)), contact=make.case.contact, assumptions=tuple(_assumptions(make)) if whole else (),
        receipt={part: digest[:RECEIPT] for part, digest in done.receipt.items()},
        steps=tuple(make.of(step.rule.name, step.key) for step in make.steps.steps.values()) if whole else (),
    )  # fmt: skip


def _sections(make: LineMaker) -> Iterator[Section]:
    """The parts of the page; other money and the norm only where there is something to tell."""
    yield Section("wages", make.word("wages"), tuple(wages(make)))
    other = tuple(other_money(make))
    if other:
        yield Section("other", make.word("other"), other)
    lines, notes = tuple(norm(make)), tuple(moving(make))
    if lines or notes:
        yield Section("norm", make.word("norm"), lines, notes)
    yield Section("bijstand", make.word("bijstand"), tuple(_bijstand(make)), tuple(_new_period(make)))
    for key, part in (("premium", _premium), ("together", _together), ("account", _account)):
        yield Section(key, make.word(key), tuple(part(make)))
    yield from _estimates(make)


def _bijstand(make: LineMaker) -> Iterator[Line]:
    yield from _of_a_partner(make)
    yield norm_line(make)
    yield make.of("middelen", (), MINUS)
    yield make.of("bijstand", (), EQUALS)
    if make.value("inkomen_boven_norm"):
        yield make.of("inkomen_boven_norm", (), BESIDE)
    if make.value("middelen") >= make.value("bijstandsnorm"):
        yield make.of("status")
    yield make.of("reservering", (), MINUS)
    yield from _beyond_zero(make, "nabetaling_vakantiegeld", PLUS)
    yield make.of("uit_te_betalen", (), EQUALS)
    if make.given(Level.HUISHOUDEN)["aflossing_afgesproken"]:
        yield make.of("aflossing", (), MINUS)
        yield make.of("overgemaakt", (), EQUALS)
    yield from _beyond_zero(make, "vakantietoeslag_gereserveerd", BESIDE)


def _new_period(make: LineMaker) -> Iterator[str]:
    """That bijstand had ended before this month: whoever reads its amounts must know what they go on from."""
    ended = [month for month, record in make.case.household.monthly.items()
             if month < make.month and record.get("laatste_maand_bijstand")]  # fmt: skip
    if ended:
        yield make.word("new_period", month=max(ended).name(make.lang))


def _of_a_partner(make: LineMaker) -> Iterator[Line]:
    """What counts of the income of a partner without a right, before the sum itself."""
    if make.value("zonder_recht"):
        for name in ("eigen_middelen", "bijstand_zonder_partner", "norm_voor_beiden", "partner_telt_mee"):
            yield make.of(name, (), BESIDE)


def _beyond_zero(make: LineMaker, name: str, sign: str) -> Iterator[Line]:
    """The line of a household's amount, where there is one."""
    if make.value(name):
        yield make.of(name, (), sign)


def _premium(make: LineMaker) -> Iterator[Line]:
    for person in make.case.members_in(make.month):
        key = (person.name,)
        yield make.of("kan_premie", key)
        yield make.of("premie_eerder_dit_halfjaar", key)
        yield make.of("premie_van_de_maand", key, PLUS)
        yield make.of("premie_opgebouwd", key, EQUALS)
        if make.value("premie_afgesloten", key):
            yield make.of("premie_afgesloten", key)
        yield from (make.of(name, key, BESIDE) for name in ("eenmalige_premie", "uitstroompremie") if make.value(name, key))
        waiting = make.value("premie_klaar", key)
        if waiting:
            yield make.of("premie_klaar", key)
            yield make.of("premie_blijft_klaar", key, MINUS)
        yield make.of("premie_uitbetaling", key, EQUALS if waiting else "")
        if make.value("uurpremie", key):
            yield make.of("uurpremie", key, BESIDE)


def _together(make: LineMaker) -> Iterator[Line]:
    """What the month brings, also what is paid later."""
    yield make.of("lonen", (), PLUS)
    yield make.of("vakantiegeld_erbij", (), PLUS)
    yield from _beyond_zero(make, "eindejaarsuitkering_erbij", PLUS)
    yield from _beyond_zero(make, "ander_inkomen_ontvangen", PLUS)
    yield make.of("bijstand", (), PLUS)
    yield from _beyond_zero(make, "nabetaling_vakantiegeld", PLUS)
    yield make.of("premie_erbij", (), PLUS)
    yield from _beyond_zero(make, "uurpremie_samen", PLUS)
    yield make.of("samen", (), EQUALS)


def _account(make: LineMaker) -> Iterator[Line]:
    """What of it is paid for this month."""
    yield make.of("loon_op_rekening", (), PLUS)
    yield make.of("vakantiegeld_op_rekening", (), PLUS)
    yield from _beyond_zero(make, "eindejaarsuitkering_op_rekening", PLUS)
    yield from _beyond_zero(make, "ander_inkomen_ontvangen", PLUS)
    yield make.of("overgemaakt" if make.value("aflossing") else "uit_te_betalen", (), PLUS)
    yield from _beyond_zero(make, "vakantietoeslag_uitbetaling", PLUS)
    yield make.of("premie_op_rekening", (), PLUS)
    yield from _beyond_zero(make, "uurpremie_samen", PLUS)
    yield make.of("op_rekening", (), EQUALS)


def _estimates(make: LineMaker) -> Iterator[Section]:
    """The estimate beside the actual, when one was made; the difference only when every payslip is there."""
    estimates = make.case.estimates_in(make.month)
    if not estimates:
        return
    lines = [*(estimate_line(make, each) for each in estimates), *_by_estimate(make)]
    waiting = [job for job in make.case.jobs if not make.case.known(make.month, job)]
    difference = make.value("verschil_met_schatting")
    notes = []
    if waiting:
        notes.append(make.word("unknown_yet", jobs=make.listed([job[1] for job in waiting])))
    else:
        lines += [make.of("uit_te_betalen"), make.of("uit_te_betalen_geschat", (), MINUS),
                  make.of("verschil_met_schatting", (), EQUALS)]  # fmt: skip
        lines += [make.of(name, (), BESIDE) for name in ("tekort_onder_norm", "bufferbudget") if make.value(name)]
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
    chosen = (assumption(path, make.book, make.month, make.lang) for path in _choices_of_the_reader(make))
    read = (one for step in make.steps.steps.values() for one in origins(step, make.book, make.month, make.lang))
    known: dict[tuple[str, str], Origin] = {}
    for one in (*chosen, *read):
        if one is not None and one.assumed:
            known.setdefault((one.name, one.shown), one)
    yield from known.values()


def _choices_of_the_reader(make: LineMaker) -> Iterator[str]:
    """Choices that decide in which month a wage stands, before any rule reads it."""
    yield "inkomsten.maandregel"
    slips = [wage.slip for wage in make.case.wages if wage.month == make.month and wage.slip]
    if any(slip.tijdvak is Tijdvak.VIER_WEKEN for slip in slips):
        yield "inkomsten.vierweken"
    if any(each.month == make.month for each in make.case.attributed):
        yield "inkomsten.eindejaarsuitkering"
