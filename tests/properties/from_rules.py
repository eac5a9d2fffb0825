# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A case, as the application reads it, back as a household of the oracle; and the same household in other months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from tests.oracle import Household, Job, Other, Person, WageReturn
from werkzaam.app.case import Case
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON
from werkzaam.rules.situatie import Huisgenoot, Inkomenssoort, Leefvorm, Loonsoort, Rol

Record = Mapping[str, int]
HOME = {
    "children": "kinderen",
    "instalment": "aflossing_afgesproken",
    "gifts_decided": "giften_geteld",
    "ends": "laatste_maand_bijstand",
    "ended": "bijstand_beeindigd",
}
PERSON = {
    "limited_hours": "medisch_urenbeperkt", "young_child": "zorg_kind_onder_12", "helps": "vrijlating_helpt",
    "institution": "in_inrichting", "cares_elsewhere": "zorgt_elders", "without_parents": "ouders_dragen_niet_bij",
    "wage_subsidy": "loonkostensubsidie", "no_more_hours": "meer_uren_onmogelijk", "new_job": "nieuwe_baan",
}  # fmt: skip
BEFORE = {"n_before": "maanden_n_eerder", "r_before": "maanden_r_eerder", "z_before": "maanden_z_eerder",
          "uniform_before": "maanden_uniform_eerder"}  # fmt: skip


def household_of(case: Case) -> Household:
    """The household of a case, month by month as the rules would read it."""
    months = case.months
    home = months[0].records[HUISHOUDEN][()]
    persons = {one.name: _person(one.name, one.born, months) for one in case.persons}
    living = tuple((index, "living", _name(Leefvorm, month.records[HUISHOUDEN][()]["leefvorm"]))
                   for index, month in enumerate(months))  # fmt: skip
    return Household(
        case.span.first, _name(Leefvorm, home["leefvorm"]), persons, case.regime,
        months_before=home["maanden_bijstand_eerder"], reserve_before=home["reserve_overgenomen"],
        law_date=case.rechtsdatum, amounts_of=case.bedragen_van,
        changes=(*living, *((index, field, type(getattr(EMPTY, field))(month.records[HUISHOUDEN][()][name]))
                            for index, month in enumerate(months) for field, name in HOME.items())),
    )  # fmt: skip


def _person(name: str, born: date, months: tuple[MonthInput, ...]) -> Person:
    there = {index: month.records[PERSOON][name,] for index, month in enumerate(months) if (name,) in month.records[PERSOON]}
    first = there[min(there)]
    jobs = tuple({job: _job(one) for (who, job), one in month.records[BAAN].items() if who == name} for month in months)
    return Person(
        born, jobs, role=_name(Rol, first["rol"]), housemate_as=_name(Huisgenoot, first["huisgenoot_als"]),
        changes=tuple((index, field, bool(record[key])) for index, record in there.items() for field, key in PERSON.items()),
        away=frozenset(range(len(months))) - frozenset(there), **{field: first[key] for field, key in BEFORE.items()},
    )  # fmt: skip


def _job(one: Record) -> Job:
    told = WageReturn(one["loon_voor_heffing"], one["ingehouden_loonheffing"], one["ingehouden_zvw"], one["voordeel_auto"],
                      one["voordeel_vrijgesteld"], bool(one["dienstbetrekking"]))  # fmt: skip
    kind = _name(Inkomenssoort, one["inkomenssoort"])
    other = Other(kind, one["ander_inkomen"], one["besloten_inkomen"] if one["beslist"] else None)
    estimate = one["geschat_nettoloon"] if one["loon_geschat"] else None
    return Job(
        (one["nettoloon"],), bool(one["loon_bekend"]), estimate, one["vakantiegeld_opgebouwd"],
        one["vakantiegeld_uitbetaald"], _name(Loonsoort, one["loonsoort"]), one["vierwekenloon"], one["vierwekenloon_extra"],
        one["brutoloon"], one["gemiste_heffingskorting"], one["eindejaarsuitkering_opgebouwd"],
        one["eindejaarsuitkering_uitbetaald"], one["eindejaarsuitkering_toegerekend"],
        told if one["loonaangifte_bekend"] else None, one["gewerkte_minuten"], None if kind == "GEEN" else other,
    )  # fmt: skip


def shifted(made: Household, first: Month) -> Household:
    """The same people as old as they were, but from another month."""
    months = first.index - made.first.index
    persons = {name: replace(one, born=_later(one.born, months)) for name, one in made.persons.items()}
    return replace(made, first=first, persons=persons)


def _later(born: date, months: int) -> date:
    month = Month.of_day(born) + months
    return min(month.first_day + timedelta(days=born.day - 1), month.last_day)


def _name(options: type[Enum], number: int) -> str:
    return [one.name for one in options][number]


EMPTY = Household(Month.of(2020, 1), "ALLEENSTAANDE", {}, None)
