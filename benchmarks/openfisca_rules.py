# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the chain as OpenFisca's users write them: one variable for each amount, a vectorised formula for each month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import chain_data as chain
import numpy as np
from chain_data import COUPLE, HALF_YEARS, MAXIMA, MONTHS_IN_HALF_YEAR, NORMS
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Formula = Callable[..., Any]

FIRST_YEAR = 2024
BANDS, TYPES = ("young", "adult", "pension"), ("single", "single_parent", "couple")
PHASES = (1, 2, 3)
COUNTS = ("household_type", "cost_sharers", "age", "months_exempted")
FLAGS = ("four_weekly", "limited", "single_parent")
AMOUNTS = ("wage", "other_income", "estimate")


@dataclass(frozen=True)
class Unit:
    """How amounts are kept: the type of the variables, the units in a euro, and a share rounded half up to a cent."""

    value_type: type
    in_euro: int
    share: Formula

    def amount(self, cents: int) -> float:
        """Whole cents in this unit."""
        return cents * self.in_euro // 100 if self.value_type is int else cents / 100


def _share_of_euros(amount: Any, part: Any, whole: Any) -> Any:
    per_one = part / whole if np.isscalar(part) else (part / whole).astype(np.float32)  # A float64 would double the work.
    return np.floor(amount * per_one * 100 + 0.5) / 100


def _share_of_cents(amount: Any, part: Any, whole: Any) -> Any:
    return (2 * amount.astype(np.int64) * part + whole) // (2 * whole)


EUROS = Unit(float, 1, _share_of_euros)
CENTS = Unit(int, 100, _share_of_cents)


class Rules:
    """The tax and benefit system: the chain in one unit, `copies` times over."""

    def __init__(self, unit: Unit, copies: int = 1) -> None:
        self.unit = unit
        self.formulas = 0
        self.household = build_entity(key="household", plural="households", label="Household", is_person=True)
        self.system = TaxBenefitSystem([self.household])
        self.system.parameters = ParameterNode("", data=_parameters(unit))
        for names, kind in ((COUNTS, int), (FLAGS, bool), (AMOUNTS, unit.value_type)):
            for name in names:
                self._add(name, None, kind)
        self._add_norm()
        self._add_exemption()
        runs = _runs(copies)
        for suffix, source, more in runs:
            self._add_earnings(suffix, source, unit.amount(more))
        self._add_settlement()
        if copies > 1:
            totals = [f"total{suffix}" for suffix, _, _ in runs[3:]]
            self._add(chain.CHECK, lambda household, period: sum(household(name, period) for name in totals))

    def _add(self, name: str, formula: Formula | None, kind: type | None = None) -> None:
        self.formulas += formula is not None
        body = {"value_type": kind or self.unit.value_type, "entity": self.household, "label": name}
        body |= {"definition_period": DateUnit.MONTH} | ({"formula": formula} if formula else {})
        self.system.add_variable(type(name, (Variable,), body))

    def _add_norm(self) -> None:
        unit = self.unit

        def own_norm(household: Any, period: Any, parameters: Any) -> Any:
            norms, age, kind = parameters(period).norm, household("age", period), household("household_type", period)
            young, adult, pension = (
                np.select([kind == 0, kind == 1], [band.single, band.single_parent], band.couple)
                for band in (norms.young, norms.adult, norms.pension)
            )
            return np.select([age >= chain.AGE_PENSION, age >= chain.AGE_ADULT], [pension, adult], young)

        def shared_norm(household: Any, period: Any, parameters: Any) -> Any:
            sharers = household("cost_sharers", period)
            couples = parameters(period).norm.adult.couple * np.where(household("household_type", period) == COUPLE, 2, 1)
            if unit is CENTS:
                return unit.share(couples, 40 + 30 * sharers, 100 * sharers)
            return np.floor(couples * (0.4 + 0.3 * sharers) / sharers * 100 + 0.5) / 100

        def norm(household: Any, period: Any) -> Any:
            shared, own = household("shared_norm", period), household("own_norm", period)
            return np.where(household("cost_sharers", period) > 1, shared, own)

        for formula in (own_norm, shared_norm, norm):
            self._add(formula.__name__, formula)
        self._add("reserve", lambda household, period: unit.share(household("norm", period), 5, 100))

    def _add_exemption(self) -> None:
        def phase(household: Any, period: Any) -> Any:
            months = household("months_exempted", period)
            parent = household("single_parent", period) & (months < chain.SINGLE_PARENT_MONTHS)
            return np.select([months < chain.EXEMPTION_MONTHS, parent, household("limited", period)], PHASES, 0)

        def per_mille(household: Any, period: Any) -> Any:
            return chain.EXEMPTION_PER_MILLE[household("phase", period)]

        def maximum(household: Any, period: Any, parameters: Any) -> Any:
            own, maxima = household("phase", period), parameters(period).maximum
            return np.select([own == each for each in PHASES], [maxima[f"phase_{each}"] for each in PHASES], 0)

        self._add("phase", phase, int)
        self._add("per_mille", per_mille, int)
        self._add("maximum", maximum)
        for source in ("wage", "estimate"):
            self._add(f"monthly_{source}", self._monthly(source))

    def _monthly(self, source: str) -> Formula:
        def formula(household: Any, period: Any) -> Any:
            amount = household(source, period)
            return np.where(household("four_weekly", period), self.unit.share(amount, 13, 12), amount)

        return formula

    def _add_earnings(self, suffix: str, source: str, more: float) -> None:
        """The rules from a wage to what is due and accrued; the suffix tells the runs apart."""
        unit = self.unit
        wage, exempt, countable, due, accrual = (f"{name}{suffix}" for name in EARNINGS)
        most = unit.amount(chain.PREMIUM_MOST)
        rules: dict[str, Formula] = {
            wage: lambda h, month: h(source, month) + more,
            exempt: lambda h, month: np.minimum(unit.share(h(wage, month), h("per_mille", month), 1_000), h("maximum", month)),
            countable: lambda h, month: h(wage, month) - h(exempt, month) + h("other_income", month),
            due: lambda h, month: np.maximum(0, h("norm", month) - h(countable, month)),
            accrual: lambda h, month: np.minimum(unit.share(h(wage, month), 50, 100), most),
            f"total{suffix}": lambda h, month: h(wage, month) + h("other_income", month) + h(due, month) + h(accrual, month),
        }
        for name, formula in rules.items():
            self._add(name, formula)

    def _add_settlement(self) -> None:
        def payout(household: Any, period: Any) -> Any:
            if period.start.month % MONTHS_IN_HALF_YEAR:
                return np.zeros(household.count)
            return sum(household("accrual", period.offset(-back, "month")) for back in range(MONTHS_IN_HALF_YEAR))

        def emr_bp(household: Any, period: Any) -> Any:
            gain = household("total_plus", period) - household("total", period)
            return 10_000 - gain * 10 if self.unit is CENTS else (1 - gain / 10) * 10_000

        self._add("advance", lambda household, period: household("due_estimate", period))
        self._add("correction", lambda household, period: household("due", period) - household("advance", period))
        for formula in (payout, emr_bp):
            self._add(formula.__name__, formula)


EARNINGS = ("counted_wage", "exempt", "countable", "due", "accrual")


def _runs(copies: int) -> list[tuple[str, str, int]]:
    """Each run through the earnings rules: the suffix of its variables, the amount it starts from, the cents added."""
    bases = [("", "monthly_wage", 0), ("_estimate", "monthly_estimate", 0), ("_plus", "monthly_wage", chain.TEN_EUROS)]
    return bases + [(f"{suffix}_{copy}", base, more + copy) for copy in range(1, copies) for suffix, base, more in bases]


def _parameters(unit: Unit) -> dict[str, Any]:
    def dated(amounts: np.ndarray) -> dict[str, Any]:
        starts = [f"{FIRST_YEAR + half // 2}-{1 + MONTHS_IN_HALF_YEAR * (half % 2):02d}-01" for half in range(HALF_YEARS)]
        return {"values": {start: {"value": unit.amount(int(cents))} for start, cents in zip(starts, amounts, strict=True)}}

    norms = {band: {kind: dated(NORMS[:, row, at]) for at, kind in enumerate(TYPES)} for row, band in enumerate(BANDS)}
    return {"norm": norms, "maximum": {f"phase_{phase}": dated(MAXIMA[:, phase]) for phase in PHASES}}
