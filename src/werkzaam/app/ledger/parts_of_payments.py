# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the money of a run goes: what is withheld for claims, what goes to others by agreement, and what comes to the account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from werkzaam.app.ledger.household_file import HOLIDAY_FOR_CLAIM, HouseholdFile
from werkzaam.app.ledger.plan import HouseholdPlan
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Claim, Recovery, withhold, withhold_agreed
from werkzaam.ledger.decision import Decision
from werkzaam.ledger.payment import Account, FixedPayee, Part, Short, shortfalls, split

HOLIDAY = "vakantietoeslag_uitbetaling"
"""The rule whose line of a decision is the holiday allowance that is paid out."""
PERSON = "persoon"
"""The payee that is the household itself, or whoever manages its money."""


@dataclass(frozen=True, slots=True)
class Purse:
    """What a household's payments are lowered by or split over: claims, the ceiling of the month and what it took, payees.

    `holiday` are cents that the person still chose to pay this year from the holiday allowance.
    """

    claims: tuple[Claim, ...]
    ceiling: int
    taken_before: int
    fixed: tuple[FixedPayee, ...]
    account: Account
    holiday: int = 0


@dataclass(frozen=True, slots=True)
class HolidayChoice:
    """What somebody chose to pay with from the holiday allowance of a year, in cents, and the fact that says so."""

    cents: int
    hseq: int


@dataclass(frozen=True, slots=True)
class DecisionPayment:
    """The parts of what one decision pays, and what of it is withheld; `short` are payees who get less than agreed."""

    decision: Decision
    parts: tuple[Part, ...]
    taken: tuple[Recovery, ...]
    short: tuple[Short, ...]


def payments(plan: HouseholdPlan, purse: Purse, run: Month, today: date, notice_days: int) -> tuple[DecisionPayment, ...]:
    """The payments of a plan's decisions, oldest month first; others are paid from the month of the run only."""
    return tuple(_payments(plan, purse, run, today, notice_days))


def _payments(plan: HouseholdPlan, purse: Purse, run: Month, today: date, notice_days: int) -> Iterator[DecisionPayment]:
    claims, used, holiday = list(purse.claims), purse.taken_before, purse.holiday
    for decision in plan.decisions:
        if not decision.pay:
            continue
        taken = withhold(decision.pay, claims, purse.ceiling, today, notice_days=notice_days, taken_before=used)
        used += sum(one.cents for one in taken)
        claims = _after(claims, taken)
        left = min(holiday, _holiday_of(decision), decision.pay - sum(one.cents for one in taken))
        chosen = withhold_agreed(left, claims, left, today, notice_days=notice_days)
        holiday -= sum(one.cents for one in chosen)
        claims, taken = _after(claims, chosen), (*taken, *chosen)
        fixed = purse.fixed if decision.month == run and decision.version == 1 else ()
        parts = split(decision.pay, taken, fixed, purse.account)
        yield DecisionPayment(decision, parts, taken, shortfalls(fixed, parts))


def _holiday_of(decision: Decision) -> int:
    """The holiday allowance that a first decision of a month pays out, in cents."""
    lines = decision.due.lines if decision.version == 1 else ()
    return sum(line.cents for line in lines if line.name == HOLIDAY)


def holiday_choice(file: HouseholdFile, month: Month) -> HolidayChoice | None:
    """What the person chose to pay with from the holiday allowance that is paid in a month; the last word counts."""
    found = [one for one in file.of("arrangement") if one.row["soort"] == HOLIDAY_FOR_CLAIM
             and _holds(one.row["van"], one.row.get("tot"), month)]  # fmt: skip
    return HolidayChoice(found[-1].row["cents"], found[-1].hseq) if found else None


def _after(claims: Sequence[Claim], taken: Sequence[Recovery]) -> list[Claim]:
    """The claims after something was taken of them."""
    by_month = {one.month: one.recovered_after for one in taken}
    return [replace(one, recovered=by_month.get(one.month, one.recovered)) for one in claims]


def fixed_payees(file: HouseholdFile, month: Month) -> tuple[FixedPayee, ...]:
    """Who is paid from the benefit by agreement in a month, in the order in which it was agreed."""
    found = (one.row for one in file.of("arrangement") if one.row["soort"] == "vaste_betaling")
    return tuple(FixedPayee(row["aan"], row["naam"], row["cents"]) for row in found if _holds(row["van"], row.get("tot"), month))


def _holds(first: date, last: date | None, month: Month) -> bool:
    return first <= month.first_day and (last is None or last >= month.first_day)
