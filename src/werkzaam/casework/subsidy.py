# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wage subsidies, and employers who replace a subsidised worker by another when the subsidy ends (R-155)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.casework.contracts import SIGNED
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.placement import OFFICE, went_on
from werkzaam.casework.reading import has_left, plain, same_name, text_of, withdrawn
from werkzaam.casework.work_terms import WorkTerms

LAW = "Pw 10d"
FORM = Form(
    Kind.SUBSIDY, "subsidy set", "write down a wage subsidy; until says its last day",
    (
        Field("employer", "werkgever", FieldKind.TEXT, "the employer", True),
        Field("job", "functie", FieldKind.TEXT, "which work", True),
        Field("scheme", "regeling", FieldKind.OPTION, "which subsidy", True, ("loonkostensubsidie", "forfaitair", "anders")),
    ),
    OFFICE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subsidised:
    """One subsidised job: its first and last day (none while it runs), and whether the worker stayed on without subsidy."""

    person: int
    employer: str
    job: str
    first: date
    last: date | None
    stayed: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """An employer who replaced subsidised workers: the jobs, and for each the end of one subsidy and the start of the next."""

    employer: str
    jobs: tuple[tuple[str, date, date], ...]


def subsidised(dossier: Dossier) -> Iterator[Subsidised]:
    """The subsidised jobs of a client, for the check across dossiers."""
    for one in dossier.of(Kind.SUBSIDY):
        if not withdrawn(dossier, one):
            stayed = one.until is not None and _stayed(dossier, text_of(one, "employer"), one.until)
            yield Subsidised(dossier.person, text_of(one, "employer"), text_of(one, "job"), one.day, one.until, stayed)


def _stayed(dossier: Dossier, employer: str, last: date) -> bool:
    """Whether a contract with the employer ran on after the last day."""
    return any(
        text_of(one, "status") == SIGNED and same_name(text_of(one, "employer"), employer)
        and one.day <= last + timedelta(1) and (one.until is None or one.until > last) and not withdrawn(dossier, one)
        for one in dossier.of(Kind.CONTRACT)
    )  # fmt: skip


def revolving(jobs: Iterable[Subsidised], terms: WorkTerms) -> list[Replaced]:
    """One flag for each employer in whose job another subsidised person started soon after a subsidy ended, by name.

    Who stayed on was not replaced. The flag is about an employer; it says nothing of the people who worked there.
    """
    by_job: dict[tuple[str, str], list[Subsidised]] = defaultdict(list)
    for one in jobs:
        by_job[plain(one.employer), plain(one.job)].append(one)
    found: dict[str, list[tuple[str, date, date]]] = defaultdict(list)
    names: dict[str, str] = {}
    for (employer, _), rows in sorted(by_job.items()):
        names.setdefault(employer, rows[0].employer)
        found[employer] += _replaced(rows, terms)
    return [Replaced(names[employer], tuple(jobs)) for employer, jobs in sorted(found.items()) if jobs]


def _replaced(rows: list[Subsidised], terms: WorkTerms) -> Iterator[tuple[str, date, date]]:
    for gone in rows:
        if gone.last is None or gone.stayed:
            continue
        latest = gone.last + timedelta(terms.replaced_within_days)
        starts = [one.first for one in rows if one.person != gone.person and gone.last < one.first <= latest]
        if starts:
            yield gone.job, gone.last, min(starts)


def judge(entry: Entry, _dossier: Dossier, _office: Office) -> Iterator[Remark]:
    """A subsidy without a last day is remarked: then nobody sees it end."""
    if entry.until is None:
        yield Remark("subsidy_without_end", {"employer": text_of(entry, "employer")})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A talk about staying on before a subsidy ends, until something was agreed."""
    for one in dossier.of(Kind.SUBSIDY):
        if one.until is None or withdrawn(dossier, one) or has_left(dossier, office.today):
            continue
        if not _stayed(dossier, text_of(one, "employer"), one.until) and not went_on(dossier, one, one.until, office):
            by = one.until - timedelta(office.terms.work.notice_days)
            yield Due(dossier.person, Reason.FOLLOW_UP, "subsidy_ends", by, LAW, True, office.terms.talk_minutes,
                      values={"employer": text_of(one, "employer"), "day": one.until})  # fmt: skip


NOTION = Notion((FORM,), {Kind.SUBSIDY: judge}, dues, about=frozenset({Kind.SUBSIDY}))
