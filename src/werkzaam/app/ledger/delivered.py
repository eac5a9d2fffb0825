# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Files that a person writes for the ledger: households, estimates and arrangements, as facts of a household."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.new_facts import ARRANGEMENTS, NewFact
from werkzaam.app.rows import Document, Row, read_toml
from werkzaam.core.errors import InputError
from werkzaam.core.iban import compact

_TOP = ("nummer", "eerste_maand", "contactpersoon")
_TABLES = (
    "huishouden",
    "persoon",
    "loon",
    "schatting",
    "inkomen",
    "giften",
    "afspraak",
    "toestemming",
    "rekening",
    "vertegenwoordiger",
    "aannames",
)
_CHANGES = ("nummer", "schatting", "afspraak", "toestemming", "persoon", "wijziging", "hele_maand")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who lives in the home, by the town's own number."""

    number: int
    name: str
    born: date


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account that somebody asks to pay to from a day on; `payee` is `persoon`, or who is paid by agreement."""

    payee: str
    holder: str
    iban: str
    since: date


@dataclass(frozen=True, slots=True)
class NewRepresentative:
    """Somebody who may act for a person, or only look, from a day on."""

    person: int
    role: str
    name: str
    rights: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one file says of one household."""

    file: str
    household: int
    facts: tuple[NewFact, ...]
    persons: tuple[NewPerson, ...] = ()
    accounts: tuple[NewAccount, ...] = ()
    representatives: tuple[NewRepresentative, ...] = ()


def read_household(path: Path) -> Delivery:
    """A household file: a case file without regime and last month, with the town's numbers. Raises InputError."""
    return household_of(read_toml(path))


def household_of(document: Document) -> Delivery:
    """The household that a document's tables describe."""
    top = document.top
    top.only(*_TOP, *_TABLES)
    first = top.month("eerste_maand")
    persons = tuple(_person(row) for row in document.rows("persoon"))
    numbers = _numbers(document, persons)
    kept: dict[str, Any] = {
        "eerste_maand": str(first), "contactpersoon": top.text("contactpersoon"),
        "huishouden": document.one("huishouden", example='leefvorm = "alleenstaande"').values,
    }  # fmt: skip
    if "aannames" in document.tables:
        kept["aannames"] = document.tables["aannames"]
    facts = [new_facts.home(kept), *(new_facts.person(row.values, first.first_day) for row in document.rows("persoon"))]
    return Delivery(
        document.file, _number(top), (*facts, *_rows(document, numbers)), persons,
        tuple(_account(row) for row in document.rows("rekening")),
        tuple(_representative(row, numbers) for row in document.rows("vertegenwoordiger")),
    )  # fmt: skip


def read_changes(path: Path, persons: Mapping[int, Mapping[str, int]]) -> Delivery:
    """Estimates and arrangements of a known household; `persons` are the numbers by name, per household. Raises InputError."""
    document = read_toml(path)
    top = document.top
    top.only(*_CHANGES)
    number = _number(top)
    if number not in persons:
        top.refuse("nummer", f"household {number} is not known; record it first, with `werkzaam record household`.")
    return rows_of(document, number, persons[number])


def rows_of(document: Document, household: int, persons: Mapping[str, int]) -> Delivery:
    """What a document's tables say of a household that is known: rows of money, arrangements, accounts and representatives."""
    new = _new_persons(document, persons)
    persons = {**persons, **{one.name: one.number for one in new}}
    return Delivery(
        document.file, household, (*_of_the_home(document), *_rows(document, persons)), new,
        tuple(_account(row) for row in document.rows("rekening")),
        tuple(_representative(row, persons) for row in document.rows("vertegenwoordiger")),
    )  # fmt: skip


def _number(top: Row) -> int:
    found = top.whole("nummer")
    if found < 1:
        top.refuse("nummer", f"the town's number of this household, above zero, was expected; found {found}.")
    return found


def _person(row: Row) -> NewPerson:
    number = row.whole("nummer")
    if number < 1:
        row.refuse("nummer", f"the town's number of this person, above zero, was expected; found {number}.")
    return NewPerson(number, row.text("naam"), row.day("geboortedatum"))


def _numbers(document: Document, persons: tuple[NewPerson, ...]) -> dict[str, int]:
    numbers = {one.name: one.number for one in persons}
    if len(numbers) < len(persons) or len(set(numbers.values())) < len(persons):
        raise InputError("Two persons have one name or one number; give each an own name and number.", file=document.file)
    return numbers


def _new_persons(document: Document, persons: Mapping[str, int]) -> tuple[NewPerson, ...]:
    """Who comes into a household that is known; a [[wijziging]] of the same file says from when."""
    new = tuple(_person(row) for row in document.rows("persoon"))
    comes = {name for row in document.rows("wijziging") if "erbij" in row.values for name in row.texts("erbij")}
    for row, one in zip(document.rows("persoon"), new, strict=True):
        if persons.get(one.name, one.number) != one.number or (one.number in persons.values() and one.name not in persons):
            row.refuse("nummer", f"{one.name} or number {one.number} is somebody else of this household. Look at the numbers.")
        if one.name not in comes:
            row.refuse("naam", f'a [[wijziging]] of this file says from when {one.name} lives here; add erbij = "{one.name}".')
    _numbers(document, new)
    return new


def _of_the_home(document: Document) -> Iterator[NewFact]:
    """Who comes, leaves or dies, and by which day a part month counts."""
    rows = {row.text("naam"): row.values for row in document.rows("persoon")}
    for row in document.rows("wijziging"):
        names = row.texts("erbij") if "erbij" in row.values else ()
        yield _made(
            row, lambda row=row, names=names: new_facts.change(row.values, [rows[name] for name in names if name in rows])
        )
    for row in document.rows("hele_maand"):
        row.only("maand", "zoals_op", "reden")
        row.text("reden")
        yield _made(row, lambda row=row: new_facts.whole_month(row.values))


def _rows(document: Document, persons: Mapping[str, int]) -> Iterator[NewFact]:
    """Wages, estimates, other income, gifts and arrangements; the readers of a case look at every value later."""
    for table, make in (("loon", new_facts.wage), ("schatting", new_facts.estimate), ("inkomen", new_facts.income)):
        for row in document.rows(table):
            yield _made(row, lambda row=row, make=make: make(*_whose(row, persons)))
    for row in document.rows("giften"):
        yield _made(row, lambda row=row: new_facts.gift(row.values))
    for row in document.rows("toestemming"):
        row.only("van", "tot")
        yield _made(row, lambda row=row: new_facts.consent(row.values))
    for row in document.rows("afspraak"):
        kind = row.option("soort", ARRANGEMENTS)
        row.only("soort", *ARRANGEMENTS[kind])
        yield _made(row, lambda row=row: new_facts.arrangement(row.values, persons))


def _made(row: Row, make: Any) -> NewFact:
    try:
        return make()
    except KeyError as error:
        row.refuse(str(error.args[0]), "it is missing.")
    except InputError as error:
        row.refuse("", str(error), type(error))


def _whose(row: Row, persons: Mapping[str, int]) -> tuple[dict[str, Any], int]:
    """The row with the person it is about, who need not be named when there is only one."""
    name = row.text("persoon", next(iter(persons)) if len(persons) == 1 else None)
    if name not in persons:
        row.refuse("persoon", f"nobody in household is called {name!r}. Known are: {', '.join(persons)}.")
    return {**row.values, "persoon": name}, persons[name]


def _account(row: Row) -> NewAccount:
    row.only("voor", "tenaamstelling", "iban", "van")
    iban = compact(row.text("iban"))
    return NewAccount(row.text("voor", "persoon"), row.text("tenaamstelling"), iban, row.day("van"))


def _representative(row: Row, persons: Mapping[str, int]) -> NewRepresentative:
    row.only("persoon", "rol", "naam", "mag", "van", "tot")
    _, person = _whose(row, persons)
    rights = {"kijken": "read", "handelen": "act"}[row.option("mag", ("kijken", "handelen"))]
    until = row.day("tot") if "tot" in row.values else None
    return NewRepresentative(person, row.text("rol"), row.text("naam"), rights, row.day("van"), until)
