# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads who lives in the home: the household, its persons, and what was agreed or decided about its months."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum

from werkzaam.app.case import Household, Person
from werkzaam.app.dated import ALWAYS, Dated, between, dated, single_days, until_birthday
from werkzaam.app.payslip import Record
from werkzaam.app.rows import Document, Row
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.rules.situatie import INPUTS, Huisgenoot, Leefvorm, Rol

EXAMPLE = 'leefvorm = "alleenstaande"'
ASSETS = frozenset({"vermogen", "spaargeld", "eigen_huis", "bezit"})
"""What somebody may write who expects that savings or a house are looked at."""
CHILD_AGE = 12
"""The age until which care for an own child has an exemption of its own (Pw 31:2:r)."""
_TRUTHS = ("in_inrichting", "zorgt_elders", "ouders_dragen_niet_bij", "medisch_urenbeperkt", "loonkostensubsidie",
           "meer_uren_onmogelijk", "zorg_kind_onder_12", "vrijlating_helpt")  # fmt: skip
_COUNTS = ("maanden_n_eerder", "maanden_r_eerder", "maanden_z_eerder", "maanden_uniform_eerder")
_OF_HOUSEMATES = ("huisgenoot_als", "woont_hier_van", "woont_hier_tot")
_OF_MEMBERS = (*_TRUTHS, *_COUNTS, "jongste_kind", "nieuwe_baan_op")
_BOUNDS = {one.name: one for one in INPUTS}


def _named(options: type[Enum]) -> dict[str, int]:
    return {option.name.lower(): number for number, option in enumerate(options)}


FORMS, ROLES, HOUSEMATES = _named(Leefvorm), _named(Rol), _named(Huisgenoot)


def read_household(document: Document, span: Span) -> Household:
    """[huishouden], with the instalments and gifts of its months."""
    row = document.one("huishouden", example=EXAMPLE)
    if "kostendelers" in row.values:
        row.refuse("kostendelers", "who shares the costs follows from who lives in the home. Leave this key out, and add a "
                                   '[[persoon]] with rol = "huisgenoot" for each housemate.')  # fmt: skip
    for key in ASSETS & row.values.keys():
        row.refuse(key, "assets (article 34 Participatiewet) are not looked at: what somebody owns changes no amount here. Leave "
                        "this key out, and let the municipality judge it (docs/reference/scope.md).")  # fmt: skip
    row.only("leefvorm", "kinderen", "maanden_bijstand_eerder", "reserve_overgenomen", "laatste_maand_bijstand")
    inputs = {"leefvorm": FORMS[row.option("leefvorm", FORMS)], "maanden_bijstand_eerder": _count(row, "maanden_bijstand_eerder")}
    monthly: dict[Month, dict[str, int]] = {}
    if "reserve_overgenomen" in row.values:
        monthly[span.first] = {"reserve_overgenomen": _amount(row, "reserve_overgenomen")}
    for month in _ends(row, span):
        monthly.setdefault(month, {})["laatste_maand_bijstand"] = 1
    for one in document.rows("aflossing"):
        _add(monthly, "aflossing_afgesproken", _instalment(one, span))
    for one in document.rows("giften"):
        _add(monthly, "giften_geteld", _gifts(one, span))
    return Household(inputs, {"kinderen": dated(row, "kinderen")}, monthly)


def _ends(row: Row, span: Span) -> list[Month]:
    """The months with which bijstand ended, as far as they lie in the case: one, or several where it began again."""
    if "laatste_maand_bijstand" not in row.values:
        return []
    texts = row.texts("laatste_maand_bijstand")
    months = [row.read("laatste_maand_bijstand", lambda text=text: Month.parse(text)) for text in texts]  # type: ignore[misc]
    return [month for month in months if month in span]


def _add(monthly: dict[Month, dict[str, int]], name: str, amounts: Record | dict[Month, int]) -> None:
    for month, cents in amounts.items():
        record = monthly.setdefault(month, {})  # type: ignore[arg-type]
        record[name] = record.get(name, 0) + cents


def _instalment(row: Row, span: Span) -> dict[Month, int]:
    """What was agreed to pay back, in each month of the case that it holds for."""
    row.only("maand", "laatste_maand", "bedrag")
    first = row.month("maand")
    last = row.month("laatste_maand") if "laatste_maand" in row.values else first
    if last < first:
        row.refuse("laatste_maand", f"{first} or later was expected; found {last}.")
    months = [month for month in span if month in Span(first, last)]
    if not months:
        row.refuse(
            "maand", f"it holds in {Span(first, last)}; the case runs from {span}. Leave the row out, or check the months."
        )
    return dict.fromkeys(months, _amount(row, "bedrag"))


def _gifts(row: Row, span: Span) -> dict[Month, int]:
    """What the municipality decided to count of gifts in a month."""
    row.only("maand", "telt_mee", "besluit")
    month = row.month("maand")
    if month not in span:
        row.refuse("maand", f"{month} lies outside the case, which runs from {span}.")
    return {month: _amount(row, "telt_mee")}


# -- persons ----------------------------------------------------------------------------------------


def read_persons(document: Document, span: Span, later: Collection[str] = ()) -> tuple[Person, ...]:
    """Everybody who lives in the home, as many of the household as its leefvorm says; who comes `later` not counted."""
    persons = tuple(_person(row, span, later) for row in document.rows("persoon"))
    names = [person.name for person in persons]
    for at, name in enumerate(names):
        if name in names[:at]:
            raise InputError(f"Two persons are called {name!r}; give each an own name.", file=document.file)
    _check_members(document, [one for one in persons if one.name not in later])
    return persons


def _person(row: Row, span: Span, later: Collection[str]) -> Person:
    row.only("naam", "geboortedatum", "rol", *_OF_HOUSEMATES, *_OF_MEMBERS)
    role = row.option("rol", ROLES, "bijstand")
    housemate = role == "huisgenoot"
    for key in _OF_MEMBERS if housemate else _OF_HOUSEMATES:
        if key in row.values:
            whom = (
                "only holds for somebody of the household, and this is a housemate" if housemate else "only holds for a housemate"
            )
            row.refuse(key, f"{key} {whom}. Leave it out, or check rol.")
    born, here = row.day("geboortedatum"), between(row, "woont_hier_van", "woont_hier_tot") if housemate else ALWAYS
    if not housemate and born >= span.first.first_day:
        row.refuse("geboortedatum", f"a date of birth before {span.first.first_day} was expected; found {born}.")
    if housemate and row.text("naam") not in later:
        here = _from_birth(row, here, span)
    inputs = {"rol": ROLES[role], "huisgenoot_als": HOUSEMATES[row.option("huisgenoot_als", HOUSEMATES, "meedelend")]}
    return Person(row.text("naam"), born, {**inputs, **{key: _count(row, key) for key in _COUNTS}}, _facts(row), here)


def _from_birth(row: Row, here: Dated, span: Span) -> Dated:
    """A housemate has no age before birth; a child that is born later needs the day it came."""
    born = row.day("geboortedatum")
    latest = max(here.spans[0].first or span.first.first_day, span.first.first_day)
    if born > latest:
        row.refuse("geboortedatum", f"a date of birth on or before {latest} was expected; found {born}. For a child born later, "
                                    "write woont_hier_van = the day of birth.")  # fmt: skip
    return here


def _facts(row: Row) -> dict[str, Dated]:
    """The facts about a person, each with the days on which it holds."""
    found = {key: dated(row, key, bool(_BOUNDS[key].default)) for key in _TRUTHS}
    if "jongste_kind" in row.values:
        if "zorg_kind_onder_12" in row.values:
            row.refuse("jongste_kind", "zorg_kind_onder_12 stands here too; give one of the two.")
        found["zorg_kind_onder_12"] = until_birthday(row.day("jongste_kind"), CHILD_AGE)
    return {**found, "nieuwe_baan": single_days(row, "nieuwe_baan_op")}


def _check_members(document: Document, persons: Iterable[Person]) -> None:
    """A couple is two persons, of whom one may be without a right; any other household is one person."""
    row = document.one("huishouden", example=EXAMPLE)
    members = [person for person in persons if not person.housemate]
    form = row.option("leefvorm", FORMS)
    wanted = 2 if form == Leefvorm.GEHUWDEN.name.lower() else 1
    if len(members) != wanted:
        row.refuse("leefvorm", f"{form} asks for {wanted} [[persoon]]; found {len(members)}, housemates left out. Add or remove "
                               "one, or change leefvorm.")  # fmt: skip
    without = [person.name for person in members if person.inputs["rol"] == ROLES["partner_zonder_recht"]]
    if len(without) == len(members):
        row.refuse("leefvorm", f"nobody here has a right to bijstand: {', '.join(without)} is a partner_zonder_recht. Check rol.")


def _count(row: Row, key: str) -> int:
    """A whole number within the bounds that the rules give the input of this name."""
    wanted = _BOUNDS[key]
    found = row.whole(key, wanted.default)
    if not wanted.low <= found <= wanted.high:
        row.refuse(key, f"a number from {wanted.low} to {wanted.high} was expected; found {found}. {wanted.en}")
    return found


def _amount(row: Row, key: str) -> int:
    wanted = _BOUNDS["aflossing_afgesproken"]
    cents = row.cents(key)
    if not wanted.low <= cents <= wanted.high:
        row.refuse(key, f"an amount from 0 to {wanted.high // 100} euros was expected; found {cents // 100} euros.")
    return cents
