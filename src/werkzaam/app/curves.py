# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a month brings as wages rise, under one regime: one adult or couple, one job, the same earnings every month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from werkzaam.app.extra_work import Extra
from werkzaam.app.month_inputs import DEFAULTS, job_record, run_out
from werkzaam.app.regimes import is_on
from werkzaam.app.whatif import Outcome, outcome_of
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import Level
from werkzaam.facts.book import Facts
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Chosen, Regime
from werkzaam.rules.calculate import Calculation, calculate
from werkzaam.rules.situatie import Leefvorm

AGE = 40
"""Years of age of every adult that is compared: past the limits for the young, before the state pension."""
LOOK_AHEAD = (8, 14, 26, 62)
"""So many months are computed, and then more, to find when a temporary exemption ends."""
WORKER = ("A",)
_ABOUT = ("vrijlating.", "premie.")
"""Choices that decide what is kept here: there is no holiday money, business or sick pay in a comparison."""
_SWITCHES = {choice.only_if for choice in CHOICES.values()}


@dataclass(frozen=True)
class Setting:
    """Whom the regimes are compared for: the household, the month of the State's amounts, and what is assumed.

    `minutes` are worked a month for an amount per hour on top of benefit, where a town pays one (not for a wage).
    """

    facts: Facts
    month: Month
    leefvorm: Leefvorm
    months_on_benefit: int
    net_share: Fraction | None
    pinned_norm: bool
    minutes: int = 0


@dataclass(frozen=True)
class Curve:
    """Outcomes by net wage in cents; every one is computed once. With `run_out` temporary exemptions are over."""

    regime: Regime
    law: Month
    setting: Setting
    run_out: bool = False

    @cached_property
    def _known(self) -> dict[int, Outcome]:
        return {}

    def at(self, net: int) -> Outcome:
        """The month with this net wage."""
        if net not in self._known:
            found = outcome_of(self.calculation(net).months[0])
            premium = found.premium if self._cycle is None else self._mean_premium(net, self._cycle)
            self._known[net] = replace(found, premium=premium, total=found.total - found.premium + premium)
        return self._known[net]

    @cached_property
    def _cycle(self) -> Month | None:
        """The month in which a year of premium begins, where its maximum is not one for each month."""
        if not is_on(self.regime, "premie.geldt", self.law) or self._chosen("premie.maximum_per") == "maand":
            return None
        closing = (12,) if self._chosen("premie.maximum_per") == "jaar" else self._chosen("premie.halfjaar_eindigt")
        assert isinstance(closing, tuple)
        return next(month for ahead in range(12) if ((month := self.setting.month + ahead) - 1).number in closing)

    def _mean_premium(self, net: int, start: Month) -> int:
        """What the same wage all year builds up in a month, on average."""
        year = self.calculation(net, 12, start).months
        return share_of(sum(outcome_of(steps).premium for steps in year), Fraction(1, 12), HALF_UP)

    def _chosen(self, path: str) -> object:
        return self.regime.value(path, self.law).value

    def kept(self, net: int) -> int:
        """What the month brings more than without wages."""
        return self.at(net).total - self.at(0).total

    def calculation(self, net: int, number: int = 1, start: Month | None = None) -> Calculation:
        """Months with this net wage under the regime: its choices and shares of the law date, amounts of the month."""
        months = (self._month(net, (start or self.setting.month) + at) for at in range(number))
        return calculate([run_out(one) if self.run_out else one for one in months], self.regime, self.setting.facts,
                         rechtsdatum=self.law, bedragen_van=self.setting.month)  # fmt: skip

    def lasts(self, earnings: Sequence[int]) -> int | None:
        """For how many months from now the exempt part stays as it is; nothing where no end is found."""
        net = max(earnings, key=lambda one: self.at(one).exempt)
        for number in LOOK_AHEAD:
            exempt = [outcome_of(steps).exempt for steps in self.calculation(net, number).months]
            if exempt[-1] != exempt[0]:
                return next(at for at, cents in enumerate(exempt) if cents != exempt[0])
        return None

    def assumed(self) -> tuple[str, ...]:
        """The town's choices about earnings that no source states; a scheme that is assumed not to be there is left out."""
        stated = (one for one in self.regime.choices(self.law) if isinstance(one, Chosen) and one.assumed)
        about = (one for one in stated if one.path.startswith(_ABOUT))
        return tuple(one.path for one in about if one.value is not False or one.path not in _SWITCHES)

    def _month(self, net: int, month: Month) -> MonthInput:
        """A household of which the first adult works."""
        setting = self.setting
        gross = 0 if setting.net_share is None else share_of(net, 1 / setting.net_share, HALF_UP)
        adults = [WORKER, ("B",)] if setting.leefvorm is Leefvorm.GEHUWDEN else [WORKER]
        ages = {"leeftijd_begin": AGE * 12, "leeftijd_eind": AGE * 12}
        return MonthInput(month, {
            Level.HUISHOUDEN: {(): _household(setting)},
            Level.PERSOON: {key: {**DEFAULTS[Level.PERSOON], **ages} for key in adults},
            Level.BAAN: {(*WORKER, "A"): {**job_record(Extra(net, gross)), "gewerkte_minuten": setting.minutes}},
        })  # fmt: skip


def law_date(regime: Regime, month: Month) -> Month:
    """The month itself where the regime holds in it, or else the nearest month in which it does."""
    last = regime.span.last
    return max(regime.span.first, month if last is None else min(month, last))


def _household(setting: Setting) -> dict[str, int]:
    own = {"leefvorm": list(Leefvorm).index(setting.leefvorm), "maanden_bijstand_eerder": setting.months_on_benefit,
           "kinderen": int(setting.leefvorm is Leefvorm.ALLEENSTAANDE_OUDER)}  # fmt: skip
    return {**DEFAULTS[Level.HUISHOUDEN], **own}
