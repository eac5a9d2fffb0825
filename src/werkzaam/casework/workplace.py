# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Unpaid places: would the organisation run without it, was the work paid before, and how often already (R-159, R-059)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.contacts import INITIATORS
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.placement import asks_promise, promised
from werkzaam.casework.reading import text_of, truth_of, withdrawn
from werkzaam.core.errors import NotAllowed

LAW = "Pw 9:1:c, Pw 10a:2"
"""Unpaid work stands beside paid work and does not push it aside."""
TO_A_JOB = frozenset({"leerstage", "werkervaringsplaats"})
"""Places that are meant to lead somewhere: they need a promise or a reason, as a trial placement does."""
ADDITIONAL, DISPLACES = "aanvullend", "verdringt"

FORM = Form(
    Kind.WORKPLACE, "workplace set", "write down an unpaid place: volunteering, an internship or another",
    (
        Field("kind", "soort", FieldKind.OPTION, "what kind of place", True,
              ("vrijwilligerswerk", "leerstage", "werkervaringsplaats", "participatieplaats", "tegenprestatie")),
        Field("organisation", "organisatie", FieldKind.TEXT, "where", True),
        Field("initiator", "initiatief", FieldKind.OPTION, "whose idea it was", True, INITIATORS),
        Field("paid_before", "eerder_betaald", FieldKind.TRUTH, "whether somebody was paid for this work before", True),
        Field("runs_without", "draait_zonder", FieldKind.TRUTH, "whether the organisation would run without it", True),
        Field("tasks", "taken", FieldKind.TEXT, "what work it is"),
        Field("hours", "uren", FieldKind.COUNT, "hours a week", False, least=1, most=40),
        Field("exception", "uitzondering", FieldKind.TEXT, "why an internship starts without a promise of what follows"),
        Field("paid_alternative", "betaald_alternatief", FieldKind.TEXT, "which paid work was looked for first"),
        Field("review", "toets", FieldKind.OPTION, "what the review of displacement found", False, (ADDITIONAL, DISPLACES)),
    ),
)  # fmt: skip


def displacement_asked(entry: Entry) -> bool:
    """Whether a place needs a review of displacement: the work was paid before, or the organisation needs it to run."""
    return truth_of(entry, "paid_before") is True or truth_of(entry, "runs_without") is False


def unpaid_before(dossier: Dossier, day: date, office: Office) -> list[Entry]:
    """The unpaid places that began in the two years before a day, first to last."""
    since = months_after(day, -office.terms.work.unpaid_window_months)
    return [one for one in dossier.of(Kind.WORKPLACE) if since <= one.day < day and not withdrawn(dossier, one)]


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterator[Remark]:
    """A place that pushes paid work aside is refused; one after many others asks for paid work; an internship for a promise."""
    if entry.body.get("review") == DISPLACES:
        raise NotAllowed(f"toets: this place pushes paid work aside ({LAW}). Ask the organisation for a contract instead.")
    before = unpaid_before(dossier, entry.day, office)
    if len(before) >= office.terms.work.unpaid_most:
        if text_of(entry, "initiator") == "klantmanager" and not entry.body.get("paid_alternative"):
            raise NotAllowed(
                f"betaald_alternatief: the client had {len(before)} unpaid places in "
                f"{office.terms.work.unpaid_window_months} months. Say which paid work was looked "
                "for first; without it no further unpaid place is proposed."
            )
        yield Remark("unpaid_again", {"times": len(before), "days": [one.day for one in before]})
    if text_of(entry, "kind") in TO_A_JOB and promised(dossier, text_of(entry, "organisation"), entry.day) is None:
        yield from asks_promise(entry, text_of(entry, "organisation"), office)
    if displacement_asked(entry) and not entry.body.get("review"):
        yield Remark("displacement_asked", {"organisation": text_of(entry, "organisation")})


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The review of displacement, until what it found was written instead of the place or as its review, or the place ended."""
    for one in dossier.of(Kind.WORKPLACE):
        reviewed = one.body.get("review") or any(each.kind is Kind.REVIEW for each in dossier.about(one.seq))
        over = one.until is not None and one.until < office.today
        if displacement_asked(one) and not reviewed and not over and not withdrawn(dossier, one):
            by = one.day + timedelta(office.terms.work.displacement_days)
            yield Due(dossier.person, Reason.REVIEW, "displacement", by, LAW, for_lead=True,
                      values={"organisation": text_of(one, "organisation")})  # fmt: skip


NOTION = Notion((FORM,), {Kind.WORKPLACE: judge}, dues, about=frozenset({Kind.WORKPLACE}))
