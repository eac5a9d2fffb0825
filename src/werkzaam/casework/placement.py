# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Trial placements, what the employer promised before one, and the carousel of placements without a contract (R-153, R-154)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.contracts import SIGNED
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, has_left, same_name, text_of, truth_of, withdrawn
from werkzaam.core.errors import InputError, NotAllowed

LAW = "Pw 8a:2:d"
"""Two months, and at most four more: the text in force since 1 July 2023."""
LAW_SINCE, LAW_MONTHS = date(2023, 7, 1), 6
OFFICE = frozenset({Role.SUPPORT, Role.LEAD})
CONTRACT_AFTER, OTHER_AFTER = "contract", "ander_vervolg"

COMMITMENT = Form(
    Kind.COMMITMENT, "placement agree", "write down what an employer promised to follow",
    (
        Field("employer", "werkgever", FieldKind.TEXT, "the employer", True),
        Field("promise", "belofte", FieldKind.OPTION, "a contract, or something else", True, (CONTRACT_AFTER, OTHER_AFTER)),
        Field("months", "maanden", FieldKind.COUNT, "for how many months", False, least=1, most=60),
        Field("hours", "uren", FieldKind.COUNT, "for how many hours a week", False, least=1, most=60),
        Field("written", "op_papier", FieldKind.TRUTH, "whether it stands on paper", True),
        Field("reason", "omdat", FieldKind.TEXT, "why it is less than half a year of contract"),
    ),
    OFFICE,
)  # fmt: skip
PLACEMENT = Form(
    Kind.PLACEMENT, "placement set", "start a trial placement; until says its last day",
    (
        Field("employer", "werkgever", FieldKind.TEXT, "the employer", True),
        Field("job", "functie", FieldKind.TEXT, "which work", True),
        Field("hours", "uren", FieldKind.COUNT, "hours a week", False, least=1, most=40),
        Field("exception", "uitzondering", FieldKind.TEXT, "why it starts without a promise"),
    ),
    OFFICE,
)  # fmt: skip


def promised(dossier: Dossier, employer: str, day: date) -> Entry | None:
    """The last promise of an employer that was made by a day, holds on it and was not taken back."""
    found = [
        one for one in dossier.of(Kind.COMMITMENT)
        if one.day <= day and (one.until is None or day <= one.until) and same_name(text_of(one, "employer"), employer)
        and not withdrawn(dossier, one)
    ]  # fmt: skip
    return last_of(found)


def followed(dossier: Dossier, placement: Entry) -> bool:
    """Whether a contract with the same employer came of a placement, or runs beside it."""
    employer, signed = employer_of(placement), dossier.of(Kind.CONTRACT)
    return any(
        one.day >= placement.day and text_of(one, "status") == SIGNED and same_name(text_of(one, "employer"), employer)
        and not withdrawn(dossier, one)
        for one in signed
    )  # fmt: skip


def without_contract(dossier: Dossier, day: date, office: Office) -> list[Entry]:
    """The placements that began in the twelve months before a day and led to no contract, first to last."""
    since = months_after(day, -office.terms.work.placement_window_months)
    placed = (one for one in dossier.of(Kind.PLACEMENT) if since <= one.day < day and not withdrawn(dossier, one))
    return [one for one in placed if not followed(dossier, one)]


def half_a_year(promise: Entry | None, office: Office) -> bool:
    """Whether a promise is a contract on paper of at least half a year."""
    if promise is None or text_of(promise, "promise") != CONTRACT_AFTER or not truth_of(promise, "written"):
        return False
    return (count_of(promise, "months") or 0) >= office.terms.work.commitment_months


def judge_commitment(entry: Entry, _dossier: Dossier, office: Office) -> Iterator[Remark]:
    """At least half a year of contract, or the reason why not."""
    least = office.terms.work.commitment_months
    short = text_of(entry, "promise") != CONTRACT_AFTER or (count_of(entry, "months") or 0) < least
    if short and not entry.body.get("reason"):
        raise NotAllowed(f"omdat: a contract of at least {least} months follows a placement, or the dossier says why not.")
    if not truth_of(entry, "written"):
        yield Remark("ask_on_paper", {"employer": text_of(entry, "employer")})


def judge_placement(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """No placement without a promise or a reason, and no third one without a contract on paper (R-153, R-154)."""
    if entry.until is None:
        raise InputError("until: a placement has a last day; say which.")
    if entry.day >= LAW_SINCE and entry.until >= months_after(entry.day, LAW_MONTHS):
        raise NotAllowed(f"until: a trial placement lasts two months, and four more at most ({LAW}). Choose an earlier last day.")
    employer = text_of(entry, "employer")
    promise, before = promised(dossier, employer, entry.day), without_contract(dossier, entry.day, office)
    if len(before) >= office.terms.work.placements_most and not half_a_year(promise, office):
        _stop_carousel(entry, before, office)
        yield Remark("carousel", {"times": len(before), "days": [one.day for one in before]})
    if promise is None:
        yield from asks_promise(entry, employer, office)


def asks_promise(entry: Entry, employer: str, office: Office) -> Iterator[Remark]:
    """Refuses what starts without a promise and without a reason; with a reason it is marked as an exception."""
    if not entry.body.get("exception"):
        raise NotAllowed(
            f"First write down what {employer} promised to follow (placement agree): a contract of at least "
            f"{office.terms.work.commitment_months} months, or why not. Or say why this starts without (uitzondering)."
        )
    yield Remark("without_promise", {"employer": employer, "why": text_of(entry, "exception")})


def _stop_carousel(entry: Entry, before: list[Entry], office: Office) -> None:
    """Only a team leader makes an exception, with the reason."""
    if entry.role is Role.LEAD and entry.body.get("exception"):
        return
    days = ", ".join(one.day.isoformat() for one in before)
    raise NotAllowed(
        f"In the last {office.terms.work.placement_window_months} months {len(before)} placements led to no contract ({days}). "
        f"Ask {text_of(entry, 'employer')} for a written commitment to a contract of at least "
        f"{office.terms.work.commitment_months} months (placement agree), or let the team leader make an exception."
    )


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The next step when an unpaid placement ends, so that nobody is back at the start (R-154)."""
    if has_left(dossier, office.today):
        return
    for one in dossier.of(Kind.PLACEMENT, Kind.WORKPLACE):
        if one.until is None or withdrawn(dossier, one) or followed(dossier, one) or went_on(dossier, one, one.until, office):
            continue
        law = LAW if one.kind is Kind.PLACEMENT and one.day >= LAW_SINCE else ""
        yield Due(dossier.person, Reason.FOLLOW_UP, "next_step", one.until, law, True, office.terms.talk_minutes,
                  values={"employer": employer_of(one)})  # fmt: skip


def employer_of(entry: Entry) -> str:
    """Where a placement or a place is."""
    return text_of(entry, "employer") or text_of(entry, "organisation")


_NEXT = (
    Kind.PLACEMENT,
    Kind.WORKPLACE,
    Kind.CONTRACT,
    Kind.REQUEST,
    Kind.HOURS_PLAN,
    Kind.GOAL,
    Kind.PLAN,
    Kind.REVIEW,
    Kind.EXIT,
)


def went_on(dossier: Dossier, entry: Entry, last: date, office: Office) -> bool:
    """Whether something was agreed around the last day or after it."""
    since = max(last - timedelta(office.terms.work.follow_up_days), entry.day + timedelta(1))
    return any(one.day >= since and one.seq != entry.seq for one in dossier.of(*_NEXT))


NOTION = Notion(
    (COMMITMENT, PLACEMENT),
    {Kind.COMMITMENT: judge_commitment, Kind.PLACEMENT: judge_placement},
    dues,
    about=frozenset({Kind.PLACEMENT, Kind.WORKPLACE}),
)
