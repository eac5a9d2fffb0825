# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Warm referrals: with consent, to somebody with a name, and back to us when it did not work out (R-129)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of, spoken_of, withdrawal_of
from werkzaam.core.errors import InputError, NotAllowed

ARRIVED, CAME_BACK = "aangekomen", "teruggekomen"
FORM = Form(
    Kind.REFERRAL, "referral make", "refer the client to somebody elsewhere",
    (
        Field("organisation", "organisatie", FieldKind.TEXT, "to which organisation", True),
        Field("person", "contactpersoon", FieldKind.TEXT, "the name of who expects the client", True),
        Field("purpose", "waarvoor", FieldKind.TEXT, "what for, as you agreed", True),
        Field("consent", "toestemming", FieldKind.TRUTH, "whether the client agrees", True),
        Field("appointment", "afspraak", FieldKind.DAY, "the day on which the client is expected there"),
        Field("feedback_by", "terugkoppeling", FieldKind.DAY, "the day by which you hear how it went"),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.AFTERCARE}),
)  # fmt: skip
BACK = Form(
    Kind.REFERRAL_BACK, "referral back", "say how a referral went, and what comes next",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the referral", True, least=1),
        Field("outcome", "uitkomst", FieldKind.OPTION, "whether the client arrived or came back", True, (ARRIVED, CAME_BACK)),
        Field("next_step", "volgende_stap", FieldKind.TEXT, "what we do now; needed when the client came back"),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.AFTERCARE}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Referrals:
    """How many referrals there were, how many came back, and the next step of each that did; `open` is not heard of yet."""

    made: int
    came_back: int
    open: int
    next_steps: tuple[tuple[int, str], ...]

    @property
    def share_back(self) -> Fraction | None:
        """The share of referrals that came back; None when there were none."""
        return Fraction(self.came_back, self.made) if self.made else None


def referrals(dossiers: Iterable[Dossier], first: date, last: date) -> Referrals:
    """The referrals made from a day to a day, both included, and what is known of them."""
    made, open_, steps = 0, 0, []
    for dossier in dossiers:
        for entry in dossier.of(Kind.REFERRAL):
            if first <= entry.day <= last and withdrawal_of(entry, dossier) is None:
                back = outcome_of(entry, dossier)
                made, open_ = made + 1, open_ + (back is None)
                if back is not None and back.body["outcome"] == CAME_BACK:
                    steps.append((dossier.person, str(back.body["next_step"])))
    return Referrals(made, len(steps), open_, tuple(steps))


def outcome_of(referral: Entry, dossier: Dossier) -> Entry | None:
    """What was last heard of a referral."""
    found = [one for one in dossier.about(referral.seq) if one.kind is Kind.REFERRAL_BACK]
    return found[-1] if found else None


def judge(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """No referral without the client's consent; what is agreed lies ahead."""
    if entry.body["consent"] is not True:
        raise NotAllowed("toestemming: a client is referred with consent only. Talk about it first, or leave it.")
    for name, naam in (("appointment", "afspraak"), ("feedback_by", "terugkoppeling")):
        day = entry.body.get(name)
        if day is not None and day_of(day) < entry.day:
            raise InputError(f"{naam}: a day from {entry.day} on was expected; found {day}.")
    return [Remark("referral_made", {"by": _feedback_by(entry, office)})]


def judge_back(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """A client who came back is not sent away: there is a next step."""
    spoken_of(entry, dossier, Kind.REFERRAL)
    if entry.body["outcome"] == CAME_BACK and "next_step" not in entry.body:
        raise InputError("volgende_stap is missing: the client came back to us, so say what we do now.")
    return ()


def _feedback_by(entry: Entry, office: Office) -> date:
    said = entry.body.get("feedback_by")
    return day_of(said) if said else entry.day + timedelta(office.terms.feedback_days)


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """Ask how it went, by the term that was agreed."""
    for entry in standing_referrals(dossier):
        yield Due(dossier.person, Reason.FOLLOW_UP, "referral_feedback", _feedback_by(entry, office), f"nr. {entry.seq}",
                  values={"organisation": entry.body["organisation"], "name": entry.body["person"]})  # fmt: skip


def standing_referrals(dossier: Dossier) -> list[Entry]:
    """The referrals of which nothing was heard yet."""
    waits = (one for one in dossier.of(Kind.REFERRAL) if withdrawal_of(one, dossier) is None)
    return [one for one in waits if outcome_of(one, dossier) is None]


NOTION = Notion((FORM, BACK), {Kind.REFERRAL: judge, Kind.REFERRAL_BACK: judge_back}, dues, about=frozenset({Kind.REFERRAL}))
