# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""This month and next on one screen: five amounts with their days, the sum in three plain blocks, each wage, what changed.

All is read from the ledger, or computed by the rules that the ledger is decided by; nothing is computed here but sums of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from werkzaam.app.case import Case
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.held_month import HeldMonth, held_month
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.month_page import MonthPage
from werkzaam.app.page_lines import Line
from werkzaam.app.portal.kept import Kept, about
from werkzaam.app.portal.own_changes import Correction, Past, past_of
from werkzaam.app.portal.own_claims import OwnClaims, claims_of, taken_on
from werkzaam.app.portal.own_forecast import Forecast, forecast
from werkzaam.app.premium_payout import premium_payout_month
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.ledger.payment import PartKind
from werkzaam.store.own_payments import OwnPart, own_parts

_NEWS = timedelta(days=31)
"""What changed so long ago is still told on the first screen."""


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """One of the five amounts, in cents, with its day. `certain` is not for a guess. What each of them is:

    - `income`: the wages of this month that the sum reckons with, holiday money and other income of it counted in, known or
      estimated; the day is that on which the last of it comes, or is expected.
    - `paid`: what the town decided to pay over this month and has sent to the bank or will, less what is kept for a claim;
      premium is not in it. The day is that of the last such payment.
    - `corrections`: what still changes because of earlier months: open refunds above zero, what is still to be paid back below
      zero. What only was proposed is not in it. The day is that of the first payment in which it can be.
    - `premium`: what is built up and not paid yet, with the day on which the town is to pay it.
    - `next`: what comes to the person with the next payment: all that is decided and did not go to the bank before today, or
      when there is none the likely amount of next month.
    """

    key: str
    cents: int
    day: date
    certain: bool = True
    parts: tuple[tuple[Month, int], ...] = ()

    @property
    def text_key(self) -> str:
        """The key of its words."""
        return f"five_{self.key}"


@dataclass(frozen=True, slots=True)
class PlainSum:
    """The month in plain blocks, in cents: what is due beside the wage, and what of it is paid.

    norm - counted = benefit, with counted = wages - kept + other; benefit + wages = together. `above` is the income above the
    norm, which makes the benefit nothing. Of the benefit `reserve` is kept aside and `instalment` goes to a claim; `allowance`
    was kept aside before, and `back` is holiday money that counted too much.
    """

    wages: int
    kept: int
    other: int
    counted: int
    norm: int
    above: int
    benefit: int
    reserve: int
    back: int
    allowance: int
    instalment: int

    @property
    def paid(self) -> int:
        """What the municipality pays over the month, without premium."""
        return self.benefit - self.reserve + self.back + self.allowance - self.instalment

    @property
    def together(self) -> int:
        """Wages and benefit."""
        return self.wages + self.benefit


@dataclass(frozen=True, slots=True)
class WageCard:
    """One wage as it stands in a month, in cents: whose, which job, worked when, paid when, by which source; or an estimate."""

    person: str
    job: str
    cents: int
    source: str
    worked: tuple[date, date] | None = None
    paid_on: date | None = None
    correction: bool = False
    of_several: bool = False
    """Whether the cards beside it are of somebody else too."""

    @property
    def estimated(self) -> bool:
        """Whether no payslip is there yet."""
        return self.worked is None


@dataclass(frozen=True)
class OwnMonth:
    """All that the first screen of somebody shows."""

    month: Month
    page: MonthPage
    decided: bool
    five: tuple[DatedAmount, ...]
    plain: PlainSum
    cards: tuple[WageCard, ...]
    ahead: Forecast | None
    ahead_kept: int
    ahead_day: date
    changes: tuple[Correction, ...]
    claims: OwnClaims
    parts: tuple[OwnPart, ...]
    waits: HeldMonth | None = None

    def amount(self, key: str) -> DatedAmount:
        """One of the five."""
        return next(one for one in self.five if one.key == key)

    @property
    def next(self) -> DatedAmount:
        """What comes with the next payment."""
        return self.amount("next")

    @property
    def ahead_range(self) -> tuple[int, int]:
        """Between which amounts next month's payment is expected, in cents, after what is kept for a claim."""
        assert self.ahead is not None
        return max(self.ahead.benefit.low - self.ahead_kept, 0), max(self.ahead.benefit.high - self.ahead_kept, 0)

    @property
    def refused(self) -> bool:
        """Whether the bank did not pay something out, which goes again or waits for another account."""
        return any(one.again for one in self.parts)

    @property
    def waits_back(self) -> bool:
        """Whether a person of the town still has to say something about money that was paid too much, or some is paid back."""
        return bool(self.claims.claims) or any(one.state != "decided" for one in self.changes)


def own_month(desk: Desk, household: int, lang: str, kept: Kept) -> OwnMonth | None:
    """This month and next of a household; None when none of its months was decided yet, or its bijstand has ended."""
    file = desk.file(household)
    past = past_of(desk, household)
    month = Month.of_day(desk.today)
    if not past.decided or not file.settles(month):
        return None
    page, case = kept.page(desk, file, month, desk.today, lang), kept.case(desk, file, month)
    parts = own_parts(desk.database, desk.town.id, household)
    plain = plain_sum(page, [one for one in parts if one.month == month])
    ahead = _ahead(desk, file, past, month, kept)
    owed = claims_on(desk, household, page, past)
    likely = 0 if ahead is None else ahead.benefit.likely
    taken = taken_on(desk, owed, likely, plain.norm, month + 1)
    waits = held_month(desk, file, lang)
    coming = _coming(desk, parts, past, month, 0 if waits else likely - taken[0])
    five = (
        _income(case, page, month), _paid(desk, parts, month), _corrections(desk, owed, parts, month),
        _premium(desk, case, page, month), coming,
    )  # fmt: skip
    return OwnMonth(
        month, page, month in past.decided, five, plain, tuple(cards(case, month)), ahead, *taken,
        past.since(desk.today - _NEWS), owed, tuple(parts), waits,
    )  # fmt: skip


def claims_on(desk: Desk, household: int, page: MonthPage, past: Past) -> OwnClaims:
    """The claims on a household, by the amounts of the page of this month."""
    month = Month.of_day(desk.today)
    undecided = month + 1 if month in past.decided else month
    return claims_of(desk, household, amount_of(page, "bijstandsnorm"), 12 * amount_of(page, "reservering"), undecided)


def own_page(desk: Desk, household: int, lang: str, kept: Kept) -> MonthPage:
    """The page of this month, or of the last month with bijstand of who left."""
    file = desk.file(household)
    month = Month.of_day(desk.today)
    if not file.settles(month) and file.left is not None:
        month = file.left
    return kept.page(desk, file, month, desk.today, lang)


def _ahead(desk: Desk, file: HouseholdFile, past: Past, month: Month, kept: Kept) -> Forecast | None:
    """Next month, when this one is decided and bijstand goes on."""
    before = past.states.get(month)
    if before is None or not file.settles(month + 1):
        return None
    key = ("ahead", about(desk, file), month + 1, before, desk.today)
    return kept.get(key, lambda: forecast(desk, file, month + 1, before))


def plain_sum(page: MonthPage, parts: Iterable[OwnPart]) -> PlainSum:
    """The plain blocks of a page, from the amounts of its lines, and of its payments what was kept for a claim."""
    norm, benefit, counted = (amount_of(page, name) for name in ("bijstandsnorm", "bijstand", "middelen"))
    wages, kept = amount_of(page, "lonen"), amount_of(page, "vrijgelaten_loon")
    above = max(counted - norm, 0)
    instalment = amount_of(page, "aflossing") + sum(one.cents for one in parts if one.kind is PartKind.RECOVERY)
    return PlainSum(
        wages, kept, counted - (wages - kept), counted, norm, above, benefit, reserve=amount_of(page, "reservering"),
        back=amount_of(page, "nabetaling_vakantiegeld"), allowance=amount_of(page, "vakantietoeslag_uitbetaling"),
        instalment=instalment,
    )  # fmt: skip


def _lines(page: MonthPage) -> Iterable[Line]:
    return (line for section in page.sections for line in section.lines)


def amount_of(page: MonthPage, name: str) -> int:
    """The amount of the lines of a name in cents, each person's once; zero where there is none."""
    found = {line.whose: line.amount or 0 for line in _lines(page) if line.name == name}
    return sum(found.values())


def cards(case: Case, month: Month) -> Sequence[WageCard]:
    """Each wage of a month as a card, as many as there are; a job without any shows its estimate."""
    found = []
    for key in case.jobs:
        wages = case.wages_in(month, key)
        found += [
            WageCard(one.person, one.job, one.net, one.source, (one.worked_from, one.worked_to), one.paid_on, one.correction)
            for one in wages
        ]
        if not wages:
            estimated = (each for each in case.estimates_in(month) if each.key == key)
            found += [WageCard(each.person, each.job, each.estimate.cents, "") for each in estimated]
    several = len({one.person for one in found}) > 1
    return [replace(one, of_several=several) for one in found]


_OF_INCOME = ("lonen", "vakantiegeld_erbij", "eindejaarsuitkering_erbij", "ander_inkomen_ontvangen")


def _income(case: Case, page: MonthPage, month: Month) -> DatedAmount:
    here = [one for one in case.wages if one.month == month]
    certain = not any(line.name == "geschat_nettoloon" for line in _lines(page))
    days = [one.paid_on for one in here] + [one.received_on for one in case.incomes_in(month)]
    if not certain or not days:
        days.append(expected_on(case, month))
    return DatedAmount("income", sum(amount_of(page, name) for name in _OF_INCOME), max(days), certain)


def expected_on(case: Case, month: Month) -> date:
    """When the wage of a month is expected: so many days after its end as the last one came; without one the last day."""
    paid = [(one.paid_on, Month.of_day(one.worked_to)) for one in case.wages if not one.correction]
    if not paid:
        return month.last_day
    on, worked = max(paid)
    return month.last_day + (on - worked.last_day)


def _paid(desk: Desk, parts: Sequence[OwnPart], month: Month) -> DatedAmount:
    mine = [one for one in parts if one.month == month and not one.premium and one.kind is not PartKind.RECOVERY]
    days = [one.on or pay_day(Month.of_day(desk.today), desk.town.pay_day) for one in mine]
    return DatedAmount("paid", sum(one.cents for one in mine), max(days, default=pay_day(month, desk.town.pay_day)))


def _corrections(desk: Desk, owed: OwnClaims, parts: Sequence[OwnPart], month: Month) -> DatedAmount:
    """Waiting payments over earlier months, less what is still to come back."""
    up = [(one.month, one.cents) for one in parts if one.on is None and one.month < month and not one.premium
          and one.kind is not PartKind.RECOVERY]  # fmt: skip
    down = [(one.month, -one.left) for one in owed.claims if one.left]
    firsts = [one.first for one in owed.claims if one.left and one.first is not None]
    at = month if up or not firsts else min(firsts)
    both = (*up, *down)
    return DatedAmount("corrections", sum(cents for _, cents in both), pay_day(at, desk.town.pay_day), parts=both)


def _premium(desk: Desk, case: Case, page: MonthPage, month: Month) -> DatedAmount:
    """What is built up in this half-year and what stands ready, less what this month pays."""
    built = amount_of(page, "premie_opgebouwd") - amount_of(page, "premie_afgesloten")
    waits = max(amount_of(page, "premie_blijft_klaar"), 0)
    at = premium_payout_month(month, case.regime) or month
    return DatedAmount("premium", built + waits, pay_day(at, desk.town.pay_day), certain=False)


def _coming(desk: Desk, parts: Sequence[OwnPart], past: Past, month: Month, likely: int) -> DatedAmount:
    """What comes with the next payment, by the month it is for."""
    waits = [one for one in parts if one.kind is PartKind.ACCOUNT and (one.on is None or one.on >= desk.today)]
    if waits:
        day = min(one.on or _next_pay_day(desk) for one in waits)
        found = [one for one in waits if (one.on or _next_pay_day(desk)) == day]
        by_month = {one.month: 0 for one in found}
        for one in found:
            by_month[one.month] += one.cents
        return DatedAmount("next", sum(by_month.values()), day, parts=tuple(sorted(by_month.items(), reverse=True)))
    ahead = month + 1 if month in past.decided else month
    return DatedAmount("next", likely, pay_day(ahead, desk.town.pay_day), certain=False, parts=((ahead, likely),))


def _next_pay_day(desk: Desk) -> date:
    """The day of payment of this month, or when it is over that of the next."""
    month = Month.of_day(desk.today)
    day = pay_day(month, desk.town.pay_day)
    return day if day >= desk.today else pay_day(month + 1, desk.town.pay_day)
