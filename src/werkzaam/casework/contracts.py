# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contracts, jobs cut up in short shifts, and who is near a large part-time job (R-055, R-151, R-156)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.limits import DAYS, TIMES, Offer, mismatches
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, has_left, holding, same_name, text_of, texts_of, truth_of, withdrawn
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError

OFFERED, SIGNED = "aanbod", "gesloten"
FIXED, FLEXIBLE = frozenset({"vast"}), frozenset({"flexibel", "uitzend", "nul_uren"})
TYPES = ("vast", "flexibel", "uitzend", "nul_uren", "zelfstandig", "onbekend")
"""Fixed, flexible, agency, zero hours, self-employed, not known. The first is fixed, the next three are flexible."""

FORM = Form(
    Kind.CONTRACT, "contract set", "write down a contract, or an offer before somebody says yes",
    (
        Field("employer", "werkgever", FieldKind.TEXT, "the employer, or the own business", True),
        Field("status", "stand", FieldKind.OPTION, "offered or signed", True, (OFFERED, SIGNED)),
        Field("type", "soort", FieldKind.OPTION, "what kind of contract", True, TYPES),
        Field("hours", "uren", FieldKind.COUNT, "hours a week; the mean for zero hours", True, least=0, most=60),
        Field("job", "functie", FieldKind.TEXT, "which work"),
        Field("sector", "sector", FieldKind.TEXT, "in which sector"),
        Field("days", "dagen", FieldKind.OPTIONS, "on which days", False, DAYS),
        Field("times", "tijden", FieldKind.OPTIONS, "at which times of the day", False, TIMES),
        Field("shift_minutes", "minuten_per_dag", FieldKind.COUNT, "minutes of work on such a day", False, least=1, most=1440),
        Field("wants_more", "wil_meer_uren", FieldKind.TRUTH, "whether the client wants more hours"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Register:
    """How many workers have which kind of contract (R-151)."""

    workers: int
    fixed: int
    flexible: int
    by_type: tuple[tuple[str, int], ...] = ()

    @property
    def other(self) -> int:
        """Neither fixed nor flexible: own business, or not known."""
        return self.workers - self.fixed - self.flexible


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody with a job: hours a week of all contracts together, and whether they want more."""

    person: int
    hours: int
    wants_more: bool


def register(types: Iterable[str]) -> Register:
    """The register over one main contract for each worker; raises InputError for a kind that is not known."""
    counted = Counter(types)
    unknown = sorted(counted.keys() - set(TYPES))
    if unknown:
        raise InputError(f"soort: one of {', '.join(TYPES)} was expected; found {unknown[0]!r}.")
    fixed, flexible = (sum(counted[one] for one in kind) for kind in (FIXED, FLEXIBLE))
    return Register(counted.total(), fixed, flexible, tuple((one, counted[one]) for one in TYPES if counted[one]))


def jobs_of(dossier: Dossier, office: Office) -> list[Entry]:
    """The signed contracts that run today; the longest hours first, of equal hours the newest."""
    running = (one for one in holding(dossier, office.today, Kind.CONTRACT) if text_of(one, "status") == SIGNED)
    return sorted(running, key=lambda one: (-(count_of(one, "hours") or 0), -one.seq))


def worker_of(dossier: Dossier, office: Office) -> Worker | None:
    """The client as a worker; None without a job."""
    jobs = jobs_of(dossier, office)
    if not jobs:
        return None
    wants = any(truth_of(one, "wants_more") for one in jobs)
    return Worker(dossier.person, sum(count_of(one, "hours") or 0 for one in jobs), wants)


def is_large(hours: int, terms: WorkTerms) -> bool:
    """Whether so many hours a week are a large part-time job (R-055)."""
    return hours >= terms.large_part_time


def near_large(workers: Iterable[Worker], terms: WorkTerms) -> list[Worker]:
    """Who works less than a large part-time job, is near it and wants more hours: those to offer support, most hours first."""
    near = (one for one in workers if one.wants_more and terms.near_large_from <= one.hours < terms.large_part_time)
    return sorted(near, key=lambda one: (-one.hours, one.person))


def fragmented(days: int, minutes: int, terms: WorkTerms) -> bool:
    """Whether work is cut up in short shifts on nearly every day: six days of two and a half hours (R-156)."""
    return days >= terms.fragmented_days and minutes <= terms.fragmented_minutes


def is_fragmented(entry: Entry, terms: WorkTerms) -> bool:
    """The same of a contract that says its days and minutes."""
    days, minutes = texts_of(entry, "days"), count_of(entry, "shift_minutes")
    return bool(days) and minutes is not None and fragmented(len(set(days)), minutes, terms)


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """What to know before anybody says yes: what does not fit, short shifts, uncertain hours, and a large part-time job."""
    hours = count_of(entry, "hours") or 0
    offer = Offer(hours, texts_of(entry, "days"), texts_of(entry, "times"))
    for one in mismatches(dossier, offer, office.today):
        yield Remark(one.code, {"fits": one.fits, "offered": one.offered})
    if is_fragmented(entry, office.terms.work):
        yield Remark("fragmented", {"employer": text_of(entry, "employer")})
    if text_of(entry, "type") == "nul_uren":
        yield Remark("ask_fixed_hours")
    if is_large(hours, office.terms.work):
        yield Remark("large_part_time", {"hours": hours})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A talk with the employer about short shifts, until the employer promised something after it or the contract is over."""
    for one in holding(dossier, office.today, Kind.CONTRACT):
        if is_fragmented(one, office.terms.work) and not _talked(dossier, one) and not has_left(dossier, office.today):
            by = one.day + timedelta(office.terms.work.employer_talk_days)
            yield Due(dossier.person, Reason.FOLLOW_UP, "employer_talk", by, values={"employer": text_of(one, "employer")})


def _talked(dossier: Dossier, contract: Entry) -> bool:
    promises = (one for one in dossier.of(Kind.COMMITMENT) if one.day >= contract.day and not withdrawn(dossier, one))
    return any(same_name(text_of(one, "employer"), text_of(contract, "employer")) for one in promises)


NOTION = Notion((FORM,), {Kind.CONTRACT: judge}, dues, about=frozenset({Kind.CONTRACT}))
