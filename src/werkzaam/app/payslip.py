# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was reported of money that came in: payslips, estimates and other income, and what a month gets of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from werkzaam.core.months import Month
from werkzaam.engine.explain import Key
from werkzaam.rules.loontijdvak import Part, Tijdvak, too_late
from werkzaam.rules.schatting import Estimate
from werkzaam.rules.situatie import Inkomenssoort

Record = Mapping[str, int]
"""Values by the name of an input of the rules."""


class Way(Enum):
    """How what a month gets of a payslip became its inputs."""

    AS_PAID = "all of it belongs to one month"
    BY_DAYS = "the month gets its days"
    FOUR_WEEKS = "four weeks that end in the month, times 13/12"
    THIRTEENTH = "a second four weeks that end in the month, which are free"


@dataclass(frozen=True, slots=True)
class Payslip:
    """One payslip, or a correction of one, as it was reported; `amounts` are those of the whole, by input."""

    person: str
    job: str
    first: date
    last: date
    paid_on: date
    tijdvak: Tijdvak
    kind: int
    amounts: Record
    source: str
    correction: bool
    returned: Record = field(default_factory=dict)
    """What the employer's wage tax return says; empty when it is not known."""
    travel: int = 0
    """Untaxed travel allowance beside the net wage."""
    holiday_before: int = 0
    """Of the holiday money that was paid out: what was built up before the case."""
    built_up: tuple[date, date] | None = None
    """The days over which end-of-year pay that was paid out was built up."""
    known_on: date | None = None

    @property
    def key(self) -> Key:
        return self.person, self.job

    @property
    def net(self) -> int:
        return self.amounts["nettoloon"]

    @property
    def found_late(self) -> bool:
        """Known so long after it came in that it cannot simply be set off (Pw 58:4)."""
        return self.known_on is not None and too_late(Month.of_day(self.paid_on), Month.of_day(self.known_on))

    def corrects(self, original: Payslip) -> bool:
        """The other is an earlier wage of the same job and time; for four weeks the same four weeks."""
        if original.correction or original.key != self.key or original.paid_on > self.paid_on:
            return False
        if self.tijdvak is Tijdvak.VIER_WEKEN:
            return (original.tijdvak, original.first) == (self.tijdvak, self.first)
        return original.first <= self.last and self.first <= original.last


@dataclass(frozen=True, slots=True)
class Wage:
    """What a month gets of one wage, or of a correction of one, in cents; `more` are further inputs of its job."""

    person: str
    job: str
    month: Month
    worked_from: date
    worked_to: date
    paid_on: date
    net: int
    holiday_built_up: int
    holiday_paid_out: int
    source: str
    correction: bool
    way: Way = Way.AS_PAID
    part: Part | None = None
    slip: Payslip | None = None
    more: Record = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.person, self.job

    @property
    def inputs(self) -> Record:
        """What it adds to the inputs of its job and month."""
        name = {Way.FOUR_WEEKS: "vierwekenloon", Way.THIRTEENTH: "vierwekenloon_extra"}.get(self.way, "nettoloon")
        holiday = {"vakantiegeld_opgebouwd": self.holiday_built_up, "vakantiegeld_uitbetaald": self.holiday_paid_out}
        return {name: self.net, **holiday, **self.more}

    @property
    def closes(self) -> bool:
        """Nothing of this month's wage is still to come: the payslip is the month's, or reaches its last day."""
        return self.way is not Way.BY_DAYS or self.worked_to >= self.month.last_day


@dataclass(frozen=True, slots=True)
class EstimatedWage:
    """The estimate that was made for one job and month."""

    person: str
    job: str
    month: Month
    estimate: Estimate

    @property
    def key(self) -> Key:
        return self.person, self.job


@dataclass(frozen=True, slots=True)
class Attributed:
    """What a month gets of end-of-year pay that was paid at once."""

    month: Month
    cents: int
    part: Part
    slip: Payslip

    @property
    def key(self) -> Key:
        return self.slip.key

    @property
    def inputs(self) -> Record:
        return {"eindejaarsuitkering_toegerekend": self.cents}


@dataclass(frozen=True, slots=True)
class OtherIncome:
    """What a month gets of other money than wages; `counts` is what the municipality decided to count of it."""

    person: str
    name: str
    kind: Inkomenssoort
    month: Month
    cents: int
    whole: int
    part: Part
    received_on: date
    source: str
    period: tuple[date, date] | None = None
    """The days it is about, where it was said."""
    counts: int | None = None
    decision: str = ""
    known_on: date | None = None

    @property
    def key(self) -> Key:
        return self.person, self.name

    @property
    def inputs(self) -> Record:
        kind = list(Inkomenssoort).index(self.kind)
        decided = {"beslist": int(self.counts is not None), "besloten_inkomen": self.counts or 0}
        return {"inkomenssoort": kind, "ander_inkomen": self.cents, **decided}

    @property
    def found_late(self) -> bool:
        """Known so long after it came in that it cannot simply be set off (Pw 58:4)."""
        return self.known_on is not None and too_late(Month.of_day(self.received_on), Month.of_day(self.known_on))
