# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The wage to reckon with while a payslip is missing: of that job only, by the town's way of working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.months import Month
from werkzaam.rules.schatting import Estimate, Methode, estimate


class Werkwijze(Enum):
    """How a town settles wages; the names are those of `inkomsten.methode` in a regime, the values labels."""

    OP_DE_MAAND = ("in de maand zelf", "in the month itself")
    ACHTERAF = ("een maand later", "a month later")
    SCHATTING = ("vooraf geschat met de vorige loonstrook", "estimated in advance by the previous payslip")
    GEMIDDELDE = ("vooraf geschat met het gemiddelde", "estimated in advance by the mean")
    VAST_BEDRAG = ("vooraf geschat met een afgesproken bedrag", "estimated in advance by an agreed amount")


@dataclass(frozen=True, slots=True)
class Slip:
    """What a job paid net for a month, in cents, all slips and corrections of it together."""

    month: Month
    cents: int


@dataclass(frozen=True, slots=True)
class Job:
    """One job of a person: its number, the payslips known now, and a net amount a month that was agreed with the person."""

    number: int
    slips: tuple[Slip, ...] = ()
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class Wage:
    """What is reckoned with for a job in a month: the payslip, or the estimate while there is none."""

    job: int
    cents: int
    estimate: Estimate | None = None
    known: bool = True


def expected(way: Werkwijze, slips: Sequence[int], *, agreed: int | None = None, last: int = 2) -> Estimate | None:
    """The estimate from earlier payslips, oldest first, in cents; None when there is nothing to estimate from, or by then.

    The mean is of the `last` ones. What a way of working lacks it borrows: no agreed amount, then the last payslip; no payslip,
    then the agreed amount. A month that ended below zero counts as nothing.
    """
    if last < 1:
        raise InputError(f"A mean is of at least one payslip; found {last}.")
    if way is Werkwijze.ACHTERAF or (not slips and agreed is None):
        return None
    if agreed is not None and (way is Werkwijze.VAST_BEDRAG or not slips):
        return estimate(Methode.VAST_BEDRAG, fixed=agreed)
    known = [max(cents, 0) for cents in slips]
    if way is Werkwijze.GEMIDDELDE:
        return estimate(Methode.GEMIDDELDE, known[-last:])
    return estimate(Methode.VORIGE_MAAND, known)


def wages(way: Werkwijze, jobs: Sequence[Job], month: Month, *, last: int = 2) -> tuple[Wage, ...]:
    """The wage of every job in a month: a missing payslip touches its own job and no other (P9, S12, S15).

    Where nothing can be estimated, nothing is withheld and the wage is not known. Raises LedgerError when a job has two slips of
    a month.
    """
    return tuple(_wage(way, job, month, last) for job in jobs)


def _wage(way: Werkwijze, job: Job, month: Month, last: int) -> Wage:
    months = [slip.month for slip in job.slips]
    if len(set(months)) < len(months):
        raise LedgerError(f"Job {job.number} has two slips of one month; add a correction up with its slip first.")
    here = next((slip for slip in job.slips if slip.month == month), None)
    if here is not None:
        return Wage(job.number, here.cents)
    past = sorted((slip for slip in job.slips if slip.month < month), key=lambda slip: slip.month)
    guess = expected(way, [slip.cents for slip in past], agreed=job.agreed, last=last)
    return Wage(job.number, guess.cents if guess else 0, guess, known=False)
