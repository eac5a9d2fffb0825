# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Households for the tests of the rules: what is not said has the default of its input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import Level
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Chosen, Regime
from werkzaam.rules import RULES
from werkzaam.rules.calculate import Calculation, calculate
from werkzaam.rules.situatie import Leefvorm, Rol

FACTS = read_facts()
Record = Mapping[str, int]


def option(one: Any) -> int:
    """The number of an option."""
    return list(type(one)).index(one)


def aged(years: int, **more: int) -> dict[str, int]:
    """Somebody of this age all month."""
    return {"leeftijd_begin": years * 12, "leeftijd_eind": years * 12, **more}


def housemate(years: int, **more: int) -> dict[str, int]:
    return aged(years, rol=option(Rol.HUISGENOOT), **more)


def job(net: int = 0, **more: int) -> dict[str, int]:
    """A job whose wage of this many cents is known; with `geschat_nettoloon` one that was estimated."""
    return {"nettoloon": net, "loon_bekend": 1, "loon_geschat": int("geschat_nettoloon" in more), **more}


def month(text: str, persons: Sequence[Record] = (), jobs: Sequence[Sequence[Record]] = (), **household: int) -> MonthInput:
    """One month of persons p0, p1, ...; the jobs of each are given in the same order."""
    whole = {"leefvorm": option(Leefvorm.ALLEENSTAANDE), **household}
    people = {(f"p{at}",): person for at, person in enumerate(persons or [aged(40)])}
    work = {(f"p{at}", f"b{number}"): one for at, some in enumerate(jobs) for number, one in enumerate(some)}
    records: dict[Level, Any] = {Level.HUISHOUDEN: {(): whole}, Level.PERSOON: people, Level.BAAN: work}
    default = {level: {n: i.default for n, i in RULES.inputs.items() if i.level == level and i.default is not None}
               for level in Level}  # fmt: skip
    filled = {level: {key: {**default[level], **record} for key, record in some.items()} for level, some in records.items()}
    return MonthInput(Month.parse(text), filled)


def compute(*months: MonthInput, regime: str | Regime = "participatiewet_2018", facts: Any = FACTS, **law: Any) -> Calculation:
    """The months under a regime that ships, or under this one."""
    return calculate(months, read_regime(regime) if isinstance(regime, str) else regime, facts, **law)


def values(done: Calculation, name: str, key: tuple[str, ...] = ()) -> list[int]:
    """The value of a rule in each month."""
    return [one.value(name, key) for one in done.months]


def with_norm(cents: int, months: str = "2018-01") -> Any:
    """The facts with this norm for a single person, in every month from one on, without holiday allowance in it."""
    facts = FACTS.with_assumed("norm_21_alleenstaande_of_ouder_incl_vt", Span(Month.parse(months)), cents)
    return facts.with_assumed("vakantietoeslag_pct_in_norm", Span(Month.parse(months)), 0 * _ONE)


_ONE = next(iter(FACTS.series("vakantietoeslag_pct_in_norm"))).value


def choosing(regime: str | Regime, **choices: Any) -> Regime:
    """A regime with other choices for all its months; a dot in a path is written as two underscores."""
    town = read_regime(regime) if isinstance(regime, str) else regime
    paths = {name.replace("__", "."): value for name, value in choices.items()}
    kept = tuple(one for one in town.stated if one.path not in paths)
    model = town.stated[0]
    dated = {path: value if isinstance(value, list) else [(town.span, value)] for path, value in paths.items()}
    made = tuple(_stated(model, path, value, span) for path, some in dated.items() for span, value in some if value is not None)
    return replace(town, stated=(*kept, *made))


def _stated(model: Chosen, path: str, value: Any, span: Span) -> Chosen:
    return replace(model, path=path, value=value, span=span, source="a test", assumed=False)
