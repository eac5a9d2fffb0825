# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A premium as it is asked on the command line, such as 30/219,pays=6+11,exit=500, laid over a regime (R-243).

First the share in percent and the most a month in euros; then, as far as it differs from the premium of the regime, or else from
that of Amsterdam in 2018:

    pays=7+12      the two months in which it is paid
    ends=6+12      the two months that close a half-year
    per=maand      whether the most holds a month, for the half-year (halfjaar) or the year (jaar) together
    exit=500       an exit premium in euros in the first month after bijstand; exit=300x3 for three months

What the law would not leave to a town is told with the result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from werkzaam.app.regimes import within_law
from werkzaam.app.rows import near
from werkzaam.app.simulation.lives import LAST_CHECKED, Ruled
from werkzaam.app.simulation.own_choices import OwnChoice
from werkzaam.core.errors import InputError, OverLimit
from werkzaam.core.money import parse_euro, parse_percent
from werkzaam.facts.book import Facts
from werkzaam.regime.model import CHOICES, Value
from werkzaam.regime.read import read_part
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.regime.values import check_value

LIKE = "earn_premium_experiment"
"""The part whose premium fills in what neither the question nor the regime says."""
MONTHS_TOGETHER = 6
FIELDS = ("pays", "ends", "per", "exit")
_MONTHS = re.compile(r"(\d{1,2})\+(\d{1,2})")
_EXIT = re.compile(r"([\d.,]+)(?:x(\d{1,2}))?")
_EXAMPLE = "such as 30/219 or 30/219,pays=6+11,exit=500"


@dataclass(frozen=True, slots=True)
class Premium:
    """A premium as asked, and the choices that it makes."""

    asked: str
    choices: Mapping[str, Value]


def parse_premium(text: str) -> Premium:
    """The choices of a premium; raises InputError that says what was expected."""
    amounts, *more = text.split(",")
    share, slash, cap = amounts.partition("/")
    try:
        found: dict[str, Value] = {
            "premie.geldt": True,
            "premie.aandeel": parse_percent(share),
            "premie.maximum": parse_euro(cap),
        }
    except InputError as error:
        raise _refused(
            text, f"{amounts!r}: {error}" if slash else f"a share and a most a month were expected; found {amounts!r}"
        ) from None
    for field in more:
        name, _, value = field.partition("=")
        found |= _field(text, name.strip(), value.strip())
    for path, made in found.items():
        check_value(CHOICES[path], made, f"--premium {text}")
    return Premium(text, found)


def _field(text: str, name: str, value: str) -> dict[str, Value]:
    if name in ("pays", "ends"):
        months = _MONTHS.fullmatch(value)
        if months is None:
            raise _refused(text, f"{name}: two months were expected, such as {name}=6+12; found {value!r}")
        return {"premie.uitbetaling" if name == "pays" else "premie.halfjaar_eindigt": (int(months[1]), int(months[2]))}
    if name == "per":
        return {"premie.maximum_per": value}
    if name == "exit":
        return _exit(text, value)
    raise _refused(text, f"{name!r} is not known here. {near(name, FIELDS)}")


def _exit(text: str, value: str) -> dict[str, Value]:
    found = _EXIT.fullmatch(value)
    if found is None:
        raise _refused(text, f"exit: an amount was expected, such as exit=500 or exit=300x3; found {value!r}")
    try:
        cents = parse_euro(found[1])
    except InputError as error:
        raise _refused(text, f"exit: {error}") from None
    return {
        "premie.uitstroom": True, "premie.uitstroom_bedrag": cents, "premie.uitstroom_lang": 0,
        "premie.uitstroom_bedrag_lang": cents,
        "premie.uitstroom_termijn": int(found[2] or 1), "premie.uitstroom_afbouw": parse_percent("0"),
    }  # fmt: skip


def _refused(text: str, why: str) -> InputError:
    return InputError(f"--premium {text}: {why.rstrip('.')}. Give a share in percent and the most a month in euros, {_EXAMPLE}.")


def with_premium(base: Ruled, premium: Premium, facts: Facts) -> Ruled:
    """A regime with another premium; raises InputError for regimes after one another.

    A premium that the law leaves to no town is tried all the same: that is what a study is for. The rules pay out no more
    than the maximum of a year, and `beyond` says in which month the law stands in the way.
    """
    if isinstance(base.regime, Timeline):
        raise InputError(f"--premium is laid over one regime; {base.name} is several. Name one regime first.")
    regime = base.regime
    choices = {**_premium_of(regime), **premium.choices}
    if "premie.maximum_uitbetaling" not in premium.choices:
        cap = choices["premie.maximum"]
        assert isinstance(cap, int)
        choices["premie.maximum_uitbetaling"] = cap if choices["premie.maximum_per"] == "jaar" else cap * MONTHS_TOGETHER
    own = [OwnChoice(regime.id, path, value, f"zo gevraagd met --premium {premium.asked}",
                     f"as asked with --premium {premium.asked}", "--premium") for path, value in choices.items()]  # fmt: skip
    stated = (*(c for c in regime.stated if c.path not in choices), *(one.chosen(regime) for one in own))
    changed = replace(regime, stated=stated)
    return Ruled(f"{base.name}, {premium.asked}", changed, base.law, (*base.own, *own), premium.asked, _beyond(changed, facts))


def _beyond(regime: Regime, facts: Facts) -> str:
    """Why the law leaves no such premium; empty where it does."""
    try:
        within_law([regime], facts, until=LAST_CHECKED)
    except OverLimit as error:
        return str(error)
    return ""


def _premium_of(regime: Regime) -> dict[str, Value]:
    """The premium on earnings of the regime itself where it has one, else that of LIKE."""
    first = regime.span.first
    part = read_part(LIKE)
    pays = regime.states("premie.geldt", first) and regime.value("premie.geldt", first).value is True
    paths = [path for path, choice in CHOICES.items() if choice.only_if == "premie.geldt"]
    source, month = (regime, first) if pays else (part, part.span.first)
    return {path: source.value(path, month).value for path in paths if source.states(path, month)}
