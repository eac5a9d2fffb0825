# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a CASE.toml into a Case; docs/reference/case-file.md describes the file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

from werkzaam.app.case import Case, Person
from werkzaam.app.earnings import EarningsReader
from werkzaam.app.regimes import within_law
from werkzaam.app.rows import Document, Row, near, read_toml
from werkzaam.core.errors import InputError, NotCovered
from werkzaam.core.money import parse_percent
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts, Unit
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES
from werkzaam.rules.book import FactSource
from werkzaam.rules.situatie import Leefvorm

_TRUTHS = ("medisch_urenbeperkt", "zorg_kind_onder_12", "vrijlating_helpt")
_COUNTS = ("maanden_n_eerder", "maanden_r_eerder")
_TABLES = ("huishouden", "persoon", "loon", "schatting", "aannames")
_HOUSEHOLD = 'leefvorm = "alleenstaande"'
_FORMS = {form.name.lower(): index for index, form in enumerate(Leefvorm)}


def read_case(path: Path | str, facts: Facts | None = None) -> Case:
    """The case in a file; raises InputError naming file, line and key, or what its regime and facts refuse."""
    return case_of(read_toml(Path(path)), facts)


def case_of(document: Document, facts: Facts | None = None) -> Case:
    """The case in the tables of a file; a story has more tables than these."""
    top = document.top
    top.only("titel", "contactpersoon", "regime", "eerste_maand", "laatste_maand", *_TABLES)
    span = _span(top)
    known, pinned = _pinned(document, facts or read_facts(), span)
    regime = _regime(top, known, span)
    persons, leefvorm = _persons(document, span), _leefvorm(document)
    _count_persons(document, leefvorm, len(persons))
    reader = EarningsReader([person.name for person in persons], span, by_work=_by_work(regime, span))
    wages, estimates = reader.wages(document.rows("loon")), reader.estimates(document.rows("schatting"))
    title, contact = top.text("titel"), top.text("contactpersoon")
    household = {"leefvorm": leefvorm}
    case = Case(document.file, title, contact, span, regime, known, pinned, household, persons, wages, estimates)
    _check_bounds(case)
    return case


def _span(top: Row) -> Span:
    first, last = top.month("eerste_maand"), top.month("laatste_maand")
    if last < first:
        top.refuse("laatste_maand", f"the last month was expected to be {first} or later; found {last}. Swap the two.")
    return Span(first, last)


# -- the rules of the game: facts and regime --------------------------------------------------------


def _pinned(document: Document, facts: Facts, span: Span) -> tuple[Facts, tuple[str, ...]]:
    """The facts with what [aannames] fills in for the months of the case."""
    table = document.tables.get("aannames", {})
    if not isinstance(table, dict):
        raise InputError('aannames is written as [aannames], with lines such as fact = "1078.00".', file=document.file)
    row = Row(document, "aannames", 1, table)
    used = _facts_in_rules()
    for key in table:
        unit = row.read(key, partial(facts.about, key)).measure.unit
        if key not in used:
            row.refuse(key, f"no rule reads this fact, so it would change nothing. {near(key, used)}")
        facts = facts.with_assumed(key, span, _fact_value(row, key, unit))
    return facts, tuple(table)


def _facts_in_rules() -> tuple[str, ...]:
    """The keys of the facts that some rule reads."""
    sources = (parameter.source for parameter in RULES.parameters.values())
    each = (one for source in sources for one in (source.values() if isinstance(source, dict) else [source]))
    return tuple(sorted({one.key for one in each if isinstance(one, FactSource)}))


def _fact_value(row: Row, key: str, unit: Unit) -> int | Fraction:
    if unit is Unit.CENTS:
        cents = row.cents(key)
        if cents < 0:
            row.refuse(key, "an amount of zero or more was expected.")
        return cents
    if unit is Unit.SHARE:
        return row.read(key, lambda: parse_percent(row.text(key)))
    whole = row.whole(key)
    if whole < 0:
        row.refuse(key, f"a number of zero or more was expected; found {whole}.")
    return whole


def _regime(top: Row, facts: Facts, span: Span) -> Regime | Timeline:
    """The regime or regimes that are named, within the law and in force in every month asked."""
    if "regime" not in top.values:
        top.refuse("regime", 'the regime is missing; write for instance regime = "amsterdam_2018".')
    folder = Path(top.document.file).parent
    named = [folder / name if name.endswith(".toml") else name for name in top.texts("regime")]
    regimes = [top.read("regime", partial(read_regime, name)) for name in named]
    regime = within_law(regimes, facts, until=span.last)
    for month in span:
        regime.at(month)
    return regime


def _by_work(regime: Regime | Timeline, span: Span) -> bool:
    """Whether wages count in the month of the work; the other reading is the month in which they come in."""
    rules = {str(regime.value("inkomsten.maandregel", month).value) for month in span}
    if len(rules) > 1:
        raise NotCovered("These regimes count wages in different months (inkomsten.maandregel); a wage could count twice "
                         "or not at all (art. 32(1) Participatiewet). Split the case at the change.")  # fmt: skip
    return rules == {"maand_van_werk"}


# -- the household ----------------------------------------------------------------------------------


def _leefvorm(document: Document) -> int:
    row = document.one("huishouden", example=_HOUSEHOLD)
    row.only("leefvorm")
    return _FORMS[row.option("leefvorm", _FORMS)]


def _persons(document: Document, span: Span) -> tuple[Person, ...]:
    persons = [_person(row, span) for row in document.rows("persoon")]
    names = [person.name for person in persons]
    for at, name in enumerate(names):
        if name in names[:at]:
            raise InputError(f"Two persons are called {name!r}; give each an own name.", file=document.file)
    return tuple(persons)


def _person(row: Row, span: Span) -> Person:
    row.only("naam", "geboortedatum", *_TRUTHS, *_COUNTS)
    born = row.day("geboortedatum")
    if born >= span.first.first_day:
        row.refuse("geboortedatum", f"a date of birth before {span.first.first_day} was expected; found {born}.")
    inputs = {key: int(row.truth(key, bool(RULES.inputs[key].default))) for key in _TRUTHS}
    return Person(row.text("naam"), born, {**inputs, **{key: _whole(row, key) for key in _COUNTS}})


def _count_persons(document: Document, leefvorm: int, found: int) -> None:
    wanted = 2 if list(Leefvorm)[leefvorm] is Leefvorm.GEHUWDEN else 1
    if found != wanted:
        word = list(_FORMS)[leefvorm]
        document.one("huishouden", example=_HOUSEHOLD).refuse(
            "leefvorm", f"{word} asks for {wanted} [[persoon]]; found {found}. Add or remove one, or change leefvorm."
        )


def _whole(row: Row, key: str) -> int:
    """A whole number within the bounds that the rules give the input of this name."""
    wanted = RULES.inputs[key]
    found = row.whole(key, wanted.default)
    if not wanted.low <= found <= wanted.high:
        row.refuse(key, f"a number from {wanted.low} to {wanted.high} was expected; found {found}. {wanted.en}")
    return found


def _check_bounds(case: Case) -> None:
    """Added up per month, every value must be one that the rules know how to read."""
    for month, name, whose, value in _values(case):
        wanted = RULES.inputs[name]
        if not wanted.low <= value <= wanted.high:
            raise InputError(
                f"{whose}, {month}: {name} comes to {value} and must lie between {wanted.low} and {wanted.high}. "
                f"{wanted.en} Check the rows of this month.", file=case.file
            )  # fmt: skip


def _values(case: Case) -> Iterator[tuple[Month, str, str, int]]:
    for given in case.months:
        for level, records in given.records.items():
            for key, record in records.items():
                for name, value in record.items():
                    yield given.month, name, ", ".join(key) or level.name.lower(), value
