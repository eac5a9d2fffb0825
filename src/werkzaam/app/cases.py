# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a CASE.toml into a Case; docs/reference/case-file.md describes the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from werkzaam.app.case import Case, Household, Person
from werkzaam.app.changing import Course, later, read_course
from werkzaam.app.earnings import People, read_estimates, read_payslip
from werkzaam.app.household import EXAMPLE, read_household, read_persons
from werkzaam.app.other_income import check_alike, read_income
from werkzaam.app.payslip_checks import check, check_months, check_names
from werkzaam.app.placement import Placement
from werkzaam.app.presence import Reported, check_present
from werkzaam.app.regimes import within_law
from werkzaam.app.rows import Document, Row, line_of, near, read_toml
from werkzaam.core.errors import InputError, NotCovered, RegimeError
from werkzaam.core.money import parse_percent
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts, Unit
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES
from werkzaam.rules.book import FactSource
from werkzaam.rules.situatie import INPUTS

_TOP = ("titel", "contactpersoon", "regime", "eerste_maand", "laatste_maand", "rechtsdatum", "bedragen_van")
_TABLES = ("huishouden", "persoon", "loon", "inkomen", "schatting", "aflossing", "giften", "wijziging", "hele_maand", "aannames")


def read_case(path: Path | str, facts: Facts | None = None) -> Case:
    """The case in a file; raises InputError naming file, line and key, or what its regime and facts refuse."""
    return case_of(read_toml(Path(path)), facts)


def case_of(
    document: Document, facts: Facts | None = None, regime: Regime | Timeline | None = None, *, refuse_absent: bool = True
) -> Case:
    """The case in the tables of a file; a story has more tables than these.

    With a `regime` the document names none: whoever makes many cases under one regime reads it once. Money of somebody who then
    does not belong to the household is refused at its row, unless not `refuse_absent`: it counts for nothing.
    """
    top = document.top
    top.only(*_TOP, *_TABLES)
    span, dates = _span(top), _dates(top)
    known, pinned = _pinned(document, facts or read_facts(), [span, *(Span(day, day) for day in dates.values() if day)])
    if regime is None:
        regime = _regime(top, known, span, dates["rechtsdatum"])
    household, persons, course = _home(document, span)
    people = People(*([one.name for one in persons if one.housemate is is_one] for is_one in (False, True)))
    chosen = _chooser(regime, dates["rechtsdatum"])
    placement = Placement(span, _by_work(chosen, span), chosen)
    earned, reported = _earned(document, people, span, placement)
    case = Case(
        file=document.file, title=top.text("titel"), contact=top.text("contactpersoon"), span=span, regime=regime, facts=known,
        pinned=pinned, household=household, persons=persons, part=course.part, outside=_after(course, span),
        **earned, **dates,
    )  # fmt: skip
    _check_bounds(case)
    if refuse_absent:
        check_present(case, reported)
    return case


def _home(document: Document, span: Span) -> tuple[Household, tuple[Person, ...], Course]:
    """Who lives in the home, with what changes in the months of the case."""
    household, persons = read_household(document, span), read_persons(document, span, later(document))
    course = read_course(document, persons, document.one("huishouden", example=EXAMPLE).text("leefvorm"))
    return *course.applied(household, persons, span), course


def _after(course: Course, span: Span) -> frozenset[Month]:
    """The months of the case after the last one that the bijstand is about somebody."""
    return frozenset(month for month in span if course.last is not None and month > course.last)


def _span(top: Row) -> Span:
    first, last = top.month("eerste_maand"), top.month("laatste_maand")
    if last < first:
        top.refuse("laatste_maand", f"the last month was expected to be {first} or later; found {last}. Swap the two.")
    return Span(first, last)


def _dates(top: Row) -> dict[str, Any]:
    """The law date and the month of the amounts, where the case pins them."""
    dates = {key: top.month(key) if key in top.values else None for key in ("rechtsdatum", "bedragen_van")}
    if dates["bedragen_van"] and not dates["rechtsdatum"]:
        top.refuse(
            "bedragen_van", "amounts of another month only go with a law date. Add rechtsdatum, or leave bedragen_van out."
        )
    return dates


# -- the rules of the game: facts and regime --------------------------------------------------------


def _pinned(document: Document, facts: Facts, spans: Sequence[Span]) -> tuple[Facts, tuple[str, ...]]:
    """The facts with what [aannames] fills in for the months of the case, and for the law date."""
    table = document.tables.get("aannames", {})
    if not isinstance(table, dict):
        raise InputError('aannames is written as [aannames], with lines such as fact = "1078.00".', file=document.file)
    row = Row(document, "aannames", 1, table)
    used = _facts_in_rules()
    for key in table:
        unit = row.read(key, partial(facts.about, key)).measure.unit
        if key not in used:
            row.refuse(key, f"no rule reads this fact, so it would change nothing. {near(key, used)}")
        for span in spans:
            facts = facts.with_assumed(key, span, _fact_value(row, key, unit))
    return facts, tuple(table)


@lru_cache(maxsize=1)
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


def _regime(top: Row, facts: Facts, span: Span, rechtsdatum: Month | None) -> Regime | Timeline:
    """The regime or regimes that are named, within the law and in force in every month asked, or at the law date."""
    if "regime" not in top.values:
        top.refuse("regime", 'the regime is missing; write for instance regime = "amsterdam_2018".')
    folder = Path(top.document.file).parent
    if not top.texts("regime"):
        top.refuse("regime", 'no regime is named; write for instance regime = "amsterdam_2018".')
    named = [folder / name if name.endswith(".toml") else name for name in top.texts("regime")]
    regimes = [top.read("regime", partial(read_regime, name)) for name in named]
    regime = within_law(regimes, facts, until=max(span.last or span.first, rechtsdatum or span.first))
    for month in [rechtsdatum] if rechtsdatum else span:
        _in_force(
            top, regime, month, "rechtsdatum" if rechtsdatum else "eerste_maand" if month == span.first else "laatste_maand"
        )
    return regime


def _in_force(top: Row, regime: Regime | Timeline, month: Month, key: str) -> None:
    """Refuse a month of no regime, at the key that asks for it."""
    try:
        regime.at(month)
    except RegimeError as error:
        line = line_of(top.document.text, "", 1, key)
        place = f"{top.document.file}, row {line}: {key}" if line else f"{top.document.file}: {key}"
        raise RegimeError(f"{place}: {error} Change {key}, or name the regime of then too: regime = [..., ...]; "
                          "`werkzaam regimes` lists them with their months.") from error  # fmt: skip


def _chooser(regime: Regime | Timeline, rechtsdatum: Month | None) -> Callable[[str, Month], str]:
    """What the town chose in a month, as a word; at the law date where one is pinned."""
    return lambda path, month: str(regime.value(path, rechtsdatum or month).value)


def _by_work(chosen: Callable[[str, Month], str], span: Span) -> bool:
    """Whether wages count in the month of the work; the other reading is the month in which they come in."""
    rules = {chosen("inkomsten.maandregel", month) for month in span}
    if len(rules) > 1:
        raise NotCovered("These regimes count wages in different months (inkomsten.maandregel); a wage could count twice "
                         "or not at all (art. 32(1) Participatiewet). Split the case at the change.")  # fmt: skip
    return rules == {"maand_van_werk"}


# -- what came in -----------------------------------------------------------------------------------


def _earned(document: Document, people: People, span: Span, placement: Placement) -> tuple[dict[str, Any], list[Reported]]:
    """Wages, estimates and other income, as the fields of a case; and whose each row is, with the months that get some of it."""
    slips = [(row, read_payslip(row, people)) for row in document.rows("loon")]
    check(slips, span, by_work=placement.by_work)
    wages = placement.wages(slips)
    check_months(slips, wages)
    estimates = read_estimates(document.rows("schatting"), people, span)
    read = [(row, read_income(row, people, span)) for row in document.rows("inkomen")]
    jobs = [*(slip.key for _, slip in slips), *(each.key for each in estimates)]
    check_names(jobs, [(row, one.key) for row, incomes in read for one in incomes])
    attributed = placement.attributed(slips)
    placed: dict[int, list[Month]] = {}
    for slip, month in [*((one.slip, one.month) for one in wages), *((one.slip, one.month) for one in attributed)]:
        placed.setdefault(id(slip), []).append(month)
    reported: list[Reported] = [(row, slip.person, placed.get(id(slip), [])) for row, slip in slips]
    reported += [(row, people.whose(row), [row.month("maand")]) for row in document.rows("schatting")]
    reported += [(row, incomes[0].person, [one.month for one in incomes]) for row, incomes in read]
    return {"wages": wages, "estimates": estimates, "incomes": check_alike(read), "attributed": attributed}, reported


_BOUNDS = {one.name: (one.low, one.high) for one in INPUTS}


def _check_bounds(case: Case) -> None:
    """Added up per month, every value must be one that the rules know how to read."""
    for given in (case.month(month) for month in case.span if month not in case.outside and month not in case.part):
        for level, records in given.records.items():
            for key, record in records.items():
                for name, value in record.items():
                    low, high = _BOUNDS[name]
                    if not low <= value <= high:
                        whose = ", ".join(key) or level.name.lower()
                        raise InputError(_beyond(name, value, f"{whose}, {given.month}"), file=case.file)


def _beyond(name: str, value: int, whose: str) -> str:
    wanted = next(one for one in INPUTS if one.name == name)
    return (f"{whose}: {name} comes to {value} and must lie between {wanted.low} and {wanted.high}. {wanted.en} "
            "Check the rows of this month.")  # fmt: skip
