# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Gives every payslip the months it counts in, as the town chose, and what each of them gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from werkzaam.app.earnings import inside
from werkzaam.app.payslip import Attributed, Payslip, Record, Wage, Way
from werkzaam.app.rows import Row
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Key
from werkzaam.rules.loontijdvak import Part, Tijdvak, by_days, in_month, monthly, over_period, spread
from werkzaam.rules.situatie import Inkomenssoort

Slips = Sequence[tuple[Row, Payslip]]
_AT_ONCE = ("vakantiegeld_uitbetaald", "eindejaarsuitkering_uitbetaald")
"""What is paid at once belongs to the last month of its payslip."""
_BASES = ("brutoloon", "loon_voor_heffing", "ingehouden_loonheffing", "ingehouden_zvw", "voordeel_auto", "voordeel_vrijgesteld")
"""What goes with the wage where four weeks become a month."""
_OWN_FIELDS = ("nettoloon", "vakantiegeld_opgebouwd", "vakantiegeld_uitbetaald")
UNTAXED = list(Inkomenssoort).index(Inkomenssoort.ONBELASTE_VERGOEDING)


@dataclass(frozen=True)
class Placement:
    """Places payslips in the months of a case: by the month of the work or of receipt, and as the town chose."""

    span: Span
    by_work: bool
    choose: Callable[[str, Month], str]
    moved: Mapping[int, Month] = field(default_factory=dict)
    """Corrections, by the identity of their payslip, that count in another month than that of receipt."""

    def wages(self, slips: Slips) -> tuple[Wage, ...]:
        """What each month of the case gets of each payslip, in an order that does not depend on that of the file."""
        placement = replace(self, moved=_moved_back(slips)) if not self.by_work else self
        extra = placement._thirteenths(slips)
        found = [wage for row, slip in slips for wage in placement._wages(row, slip, extra.get((slip.key, slip.first), False))]
        return tuple(sorted(found, key=_in_order))

    def attributed(self, slips: Slips) -> tuple[Attributed, ...]:
        """End-of-year pay back over the months in which it was built up, where the town does that at the pay-out."""
        found = [each for row, slip in slips for each in self._attributed(row, slip)]
        return tuple(sorted(found, key=lambda each: (each.key, each.month, each.slip.paid_on, each.cents)))

    # -- which months -------------------------------------------------------------------------------

    def _parts(self, slip: Payslip) -> tuple[Part, ...]:
        if not self.by_work:
            return in_month(self.moved.get(id(slip), Month.of_day(slip.paid_on)))
        if slip.tijdvak is Tijdvak.MAAND or self._as_month(slip):
            return in_month(Month.of_day(slip.last))
        return by_days(slip.first, slip.last)

    def _as_month(self, slip: Payslip) -> bool:
        """Whether four weeks count times 13/12 in the month in which they end."""
        end = Month.of_day(slip.last)
        return slip.tijdvak is Tijdvak.VIER_WEKEN and self._chosen("inkomsten.vierweken", end) == "dertien_twaalfde"

    def _chosen(self, path: str, month: Month) -> str:
        """The town's choice in a month, or in the nearest one of the case."""
        last = self.span.last or month
        return self.choose(path, max(self.span.first, min(month, last)))

    def _thirteenths(self, slips: Slips) -> Mapping[tuple[Key, object], bool]:
        """Of four-weekly pays in one month: the first counts for the month, and the second is the thirteenth of a year."""
        fours = [(row, slip) for row, slip in slips if self._as_month(slip)]
        found: dict[tuple[Key, object], bool] = {}
        for _, group in groupby(sorted(fours, key=self._by_month), key=lambda one: self._by_month(one)[:2]):
            pays: dict[object, None] = {}
            for row, slip in group:
                pays.setdefault(slip.first)
                if len(pays) > 2:
                    row.refuse("tijdvak", f"this is the third four-weekly pay of {slip.job} in {self._parts(slip)[0].month}; "
                                          "a month has two at most. Check the dates of these rows.")  # fmt: skip
                found[slip.key, slip.first] = len(pays) == 2
        return found

    def _by_month(self, one: tuple[Row, Payslip]) -> tuple[Key, Month, object, bool]:
        slip = one[1]
        return slip.key, self._parts(slip)[0].month, slip.first, slip.correction

    # -- what each month gets -----------------------------------------------------------------------

    def _wages(self, row: Row, slip: Payslip, thirteenth: bool) -> Iterator[Wage]:
        parts = self._parts(slip)
        if not any(part.month in self.span for part in parts):
            key = "gewerkt_van" if self.by_work else "betaald_op"
            inside(row, key, parts[0].month, self.span)
        if self._as_month(slip):
            way = Way.THIRTEENTH if thirteenth else Way.FOUR_WEEKS
        else:
            way = Way.BY_DAYS if self.by_work and slip.tijdvak is not Tijdvak.MAAND else Way.AS_PAID
        for part, amounts in zip(parts, _shared(slip, parts, way), strict=True):
            if part.month in self.span:
                yield _wage(slip, part, way, amounts)

    def _attributed(self, row: Row, slip: Payslip) -> Iterator[Attributed]:
        paid = slip.amounts["eindejaarsuitkering_uitbetaald"]
        month = Month.of_day(slip.paid_on)
        if not paid or self._chosen("inkomsten.eindejaarsuitkering", month) != "bij_uitbetaling":
            return
        if self.by_work and slip.built_up is None:
            key, why = "eindejaarsuitkering_uitbetaald", "this town counts it in the months in which it was built up. Add"
            row.refuse(key, f"{why} opgebouwd_van and opgebouwd_tot, their first and last day.")
        parts = over_period(*slip.built_up) if self.by_work and slip.built_up else in_month(month)
        for part, cents in zip(parts, spread(paid, parts), strict=True):
            if part.month in self.span:
                yield Attributed(part.month, cents, part, slip)


def _moved_back(slips: Slips) -> Mapping[int, Month]:
    """Where wages count when they come: a correction of more than came in that month goes to the month of its wage.

    There is nothing to set it off against, and more would have counted than was received (compare CRVB:2018:3513).
    """
    received: dict[tuple[str, Month], int] = {}
    for _, slip in slips:
        when = slip.person, Month.of_day(slip.paid_on)
        received[when] = received.get(when, 0) + slip.net
    found: dict[int, Month] = {}
    for row, slip in slips:
        if slip.correction and slip.net < 0 and received[slip.person, Month.of_day(slip.paid_on)] < 0:
            originals = [one.paid_on for _, one in slips if slip.corrects(one)]
            if not originals:
                row.refuse("netto", "this correction is more than the wages that came in its month, and the wage that it "
                                    "corrects does not stand here. Add that wage, and let the case begin in the month it "
                                    "came in (eerste_maand).")  # fmt: skip
            found[id(slip)] = Month.of_day(max(originals))
    return found


def _shared(slip: Payslip, parts: Sequence[Part], way: Way) -> Iterator[Record]:
    """The amounts of a payslip for each of its months."""
    whole = {**slip.amounts, **slip.returned, "ander_inkomen": slip.travel}
    if way in (Way.FOUR_WEEKS, Way.THIRTEENTH):
        whole |= {name: monthly(whole[name]) if way is Way.FOUR_WEEKS else 0 for name in _BASES if name in whole}
    said: dict[str, int] = {name: whole.pop(name) for name in ("dienstbetrekking", "loonaangifte_bekend") if name in whole}
    each = {name: spread(cents, parts) for name, cents in whole.items()}
    for name in (*_AT_ONCE, "ander_inkomen"):
        each[name] = (*(0 for _ in parts[1:]), whole[name])
    for at in range(len(parts)):
        amounts = {name: cents[at] for name, cents in each.items()}
        yield {**amounts, **said, **({"inkomenssoort": UNTAXED} if amounts["ander_inkomen"] else {})}


def _wage(slip: Payslip, part: Part, way: Way, amounts: Record) -> Wage:
    return Wage(
        person=slip.person, job=slip.job, month=part.month, worked_from=slip.first, worked_to=slip.last, paid_on=slip.paid_on,
        net=amounts["nettoloon"], holiday_built_up=amounts["vakantiegeld_opgebouwd"],
        holiday_paid_out=amounts["vakantiegeld_uitbetaald"], source=slip.source, correction=slip.correction, way=way, part=part,
        slip=slip, more={name: value for name, value in amounts.items() if name not in _OWN_FIELDS},
    )  # fmt: skip


def _in_order(wage: Wage) -> tuple[object, ...]:
    """A fixed order, so that the order in the file makes no difference."""
    return (wage.key, wage.month, wage.worked_from, wage.worked_to, wage.paid_on, wage.correction, wage.net,
            wage.holiday_built_up, wage.holiday_paid_out, wage.source, sorted(wage.more.items()))  # fmt: skip


def months_of(wages: Iterable[Wage]) -> dict[tuple[Key, Month], list[Wage]]:
    """The wages of each job and month."""
    found: dict[tuple[Key, Month], list[Wage]] = {}
    for wage in wages:
        found.setdefault((wage.key, wage.month), []).append(wage)
    return found
