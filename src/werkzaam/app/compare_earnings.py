# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same earnings under several regimes: one household and one month's amounts, each town's rules at their own date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from werkzaam.app.crossings import Crossing, crossings
from werkzaam.app.curves import Curve, Setting, law_date
from werkzaam.app.regimes import is_on, takes_gross, within_law
from werkzaam.core.errors import FactError, InputError, NotStated, WerkzaamError
from werkzaam.core.money import format_euro, parse_euro
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Unstated
from werkzaam.rules.situatie import LOON_HOOGST, Leefvorm

NORM = {
    Leefvorm.ALLEENSTAANDE: "norm_21_alleenstaande_of_ouder_incl_vt",
    Leefvorm.ALLEENSTAANDE_OUDER: "norm_21_alleenstaande_of_ouder_incl_vt",
    Leefvorm.GEHUWDEN: "norm_21_gehuwden_incl_vt",
}
"""The norm of the household that is compared."""
MOST_ROWS = 500
_SEPARATE = ("premie.per_uur", "premie.eenmalig", "premie.uitstroom")


class Lasts(Enum):
    """Which of two curves of a regime this is: one that stays, while an exemption lasts, or when it is over."""

    ALWAYS = "always"
    WHILE = "while"
    AFTER = "after"


@dataclass(frozen=True)
class Series:
    """One regime as a curve; `months` is how long a temporary exemption lasts, where that was found."""

    regime: Regime
    law: Month
    lasts: Lasts
    months: int | None
    curve: Curve
    separate: tuple[str, ...]
    """Choices that pay something which is no part of a month of equal earnings."""

    @property
    def id(self) -> str:
        return self.regime.id


@dataclass(frozen=True, slots=True)
class Refused:
    """A regime without a result: the choices that nobody states, or else the reason."""

    regime: Regime
    unstated: tuple[str, ...]
    needs_net_share: bool
    reason: str


@dataclass(frozen=True)
class Comparison:
    """All regimes over the same earnings, in cents; no regime that was asked for is left out."""

    setting: Setting
    earnings: tuple[int, ...]
    series: tuple[Series, ...]
    refused: tuple[Refused, ...]
    crossings: tuple[Crossing, ...]


def compare_earnings(names: Sequence[str], setting: Setting, earnings: Sequence[int]) -> Comparison:
    """Every regime that is named, or why it has no result; raises InputError for a question that cannot be read."""
    if len(set(names)) < len(names):
        raise InputError("A regime was named twice; name each once.")
    _refuse_another_norm(setting)
    series: list[Series] = []
    refused: list[Refused] = []
    for name in names:
        found = _series(read_regime(name), setting, earnings)
        if isinstance(found, Refused):
            refused.append(found)
        else:
            series += found
    met = crossings([(one.id, one.curve) for one in series], earnings)
    return Comparison(setting, tuple(earnings), tuple(series), tuple(refused), met)


def _refuse_another_norm(setting: Setting) -> None:
    """No norm of another month under the name of this one; raises FactError with what can be done."""
    try:
        setting.facts.on(NORM[setting.leefvorm], setting.month)
    except FactError as error:
        raise type(error)(f"{error} Or fill in a norm by hand: --norm 1078.00.") from error


def steps(first: str, last: str, step: str) -> tuple[int, ...]:
    """The earnings to compare, from three amounts in euros; the last one is always there."""
    low, high, by = map(parse_euro, (first, last, step))
    if not 0 <= low < high or by <= 0:
        found = f"--from {first} --to {last} --step {step}"
        raise InputError(f"Earnings run upwards from zero or more, by a step above zero; found {found}.")
    if (high - low) // by > MOST_ROWS:
        raise InputError(f"That is more than {MOST_ROWS} rows; choose a larger --step.")
    return (*range(low, high, by), high)


def with_norm(facts: Facts, leefvorm: Leefvorm, norm: str | None) -> Facts:
    """The facts with the norm of the household filled in by hand, for every month."""
    if norm is None:
        return facts
    cents = parse_euro(norm)
    if not 0 < cents <= LOON_HOOGST:
        raise InputError(
            f"A norm above zero, and of at most {format_euro(LOON_HOOGST, 'en')} euros, was expected; found {norm!r}."
        )
    return facts.with_assumed(NORM[leefvorm], Span(Month(0)), cents)


def last_known_month(facts: Facts, leefvorm: Leefvorm) -> Month:
    """The last month whose norm is known."""
    spans = facts.months(NORM[leefvorm])
    return spans[-1].last or spans[-1].first


def _series(regime: Regime, setting: Setting, earnings: Sequence[int]) -> list[Series] | Refused:
    """One curve, or two where an exemption is temporary."""
    law = law_date(regime, setting.month)
    if setting.net_share is None and takes_gross(regime, law):
        return Refused(regime, (), True, "")
    try:
        within_law([regime], setting.facts, until=law)
        now, later = Curve(regime, law, setting), Curve(regime, law, setting, run_out=True)
        temporary = any(now.kept(net) != later.kept(net) for net in earnings)
        separate = tuple(path for path in _SEPARATE if is_on(regime, path, law))
        if not temporary:
            return [Series(regime, law, Lasts.ALWAYS, None, now, separate)]
        return [Series(regime, law, Lasts.WHILE, now.lasts(earnings), now, separate),
                Series(regime, law, Lasts.AFTER, None, later, separate)]  # fmt: skip
    except NotStated as error:
        missing = (one.path for one in regime.choices(law) if isinstance(one, Unstated) and one.needed)
        return Refused(regime, tuple(missing), False, str(error))
    except WerkzaamError as error:
        return Refused(regime, (), False, str(error))
