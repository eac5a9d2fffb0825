# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A household of the oracle as the inputs of the rules: written apart from `app/case.py`, which does the same for a case."""

from __future__ import annotations

from enum import Enum
from functools import cache

from tests.oracle import Household, Job, Other, Person, WageReturn
from werkzaam.core.months import Month, age_in_months
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON
from werkzaam.rules.situatie import Huisgenoot, Inkomenssoort, Leefvorm, Loonsoort, Rol

NO_OTHER, NO_RETURN = Other("GEEN", 0), WageReturn(0)


def inputs(made: Household, until: int | None = None) -> list[MonthInput]:
    """The same household as the inputs of the rules, for its first months or for all."""
    return [_month(made.at(index), index) for index in range(made.length if until is None else until)]


def _month(then: Household, index: int) -> MonthInput:
    month = then.first + index
    persons = {(name,): _person(one, month) for name, one in then.persons.items()}
    jobs = {(name, job): _job(one) for name, person in then.persons.items() for job, one in person.jobs[index].items()}
    home = {
        "leefvorm": _number(Leefvorm, then.living), "kinderen": int(then.children),
        "maanden_bijstand_eerder": then.months_before, "reserve_overgenomen": 0 if index else then.reserve_before,
        "aflossing_afgesproken": then.instalment, "giften_geteld": then.gifts_decided,
        "laatste_maand_bijstand": int(then.ends), "bijstand_beeindigd": int(then.ended),
    }  # fmt: skip
    return MonthInput(month, {HUISHOUDEN: {(): home}, PERSOON: persons, BAAN: jobs})


def _person(one: Person, month: Month) -> dict[str, int]:
    return {
        "leeftijd_begin": age_in_months(one.born, month.first_day), "leeftijd_eind": age_in_months(one.born, month.last_day),
        "rol": _number(Rol, one.role), "huisgenoot_als": _number(Huisgenoot, one.housemate_as),
        "in_inrichting": int(one.institution), "zorgt_elders": int(one.cares_elsewhere),
        "ouders_dragen_niet_bij": int(one.without_parents), "medisch_urenbeperkt": int(one.limited_hours),
        "zorg_kind_onder_12": int(one.young_child), "vrijlating_helpt": int(one.helps),
        "loonkostensubsidie": int(one.wage_subsidy), "meer_uren_onmogelijk": int(one.no_more_hours),
        "nieuwe_baan": int(one.new_job), "maanden_n_eerder": one.n_before, "maanden_r_eerder": one.r_before,
        "maanden_z_eerder": one.z_before, "maanden_uniform_eerder": one.uniform_before,
    }  # fmt: skip


def _job(one: Job) -> dict[str, int]:
    told, other = one.wage_return or NO_RETURN, one.other or NO_OTHER
    return {
        "loonsoort": _number(Loonsoort, one.sort), "nettoloon": one.net if one.known else 0, "loon_bekend": int(one.known),
        "loon_geschat": int(one.estimate is not None), "geschat_nettoloon": one.estimate or 0,
        "vierwekenloon": one.four_weeks, "vierwekenloon_extra": one.four_weeks_more,
        "brutoloon": one.gross, "gemiste_heffingskorting": one.credit_missed, "gewerkte_minuten": one.minutes,
        "loonaangifte_bekend": int(one.wage_return is not None), "loon_voor_heffing": told.taxed,
        "ingehouden_loonheffing": told.tax, "ingehouden_zvw": told.health, "voordeel_auto": told.car,
        "voordeel_vrijgesteld": told.exempt, "dienstbetrekking": int(told.employed),
        "vakantiegeld_opgebouwd": one.built_up, "vakantiegeld_uitbetaald": one.paid_out,
        "eindejaarsuitkering_opgebouwd": one.bonus_built_up, "eindejaarsuitkering_uitbetaald": one.bonus_paid,
        "eindejaarsuitkering_toegerekend": one.bonus_attributed, "inkomenssoort": _number(Inkomenssoort, other.kind),
        "ander_inkomen": other.amount, "beslist": int(other.decided is not None), "besloten_inkomen": other.decided or 0,
    }  # fmt: skip


@cache
def _number(options: type[Enum], name: str) -> int:
    """Where an option stands among the options."""
    return [one.name for one in options].index(name)
