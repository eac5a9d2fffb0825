# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What people do, and whether it counts under their regime: the same person may be active in one and not in another (R-048).

Nothing is ticked off for good: what counts was asked about within the term of the regime, or it counts no longer and somebody of
ours is to ask (R-050). Who is exempted is not counted among those who contribute (R-049). Nothing here asks for permission: who
cares for somebody says so, and that is that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.ability import hours_able
from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.exemption import exemption_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office, Terms
from werkzaam.casework.standing import spoken_of, standing
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.words import WORDS

CARE = "mantelzorg"
"""The code of informal care in the regimes; it has an entry of its own, which nobody permits."""
ACTIVITIES = tuple(code for code in WORDS["activiteit"] if code != CARE)
"""Codes of what people do, as in the regimes."""
_PART_OF = {"schulden": "eigen_problemen", "gezondheid": "eigen_problemen"}
"""Work on one's own problems by its name: a regime that counts such work counts these."""
GOES_ON, STOPPED = "gaat_door", "gestopt"

FORM = Form(
    Kind.ACTIVITY, "activity note", "write down what a client does",
    (
        Field("what", "wat", FieldKind.OPTION, "what the client does", True, ACTIVITIES),
        Field("hours", "uren", FieldKind.COUNT, "hours a week", least=1, most=100),
        Field("hours_because", "uren_omdat", FieldKind.TEXT, "why these hours; the client reads it"),
        Field("place", "waar", FieldKind.TEXT, "where, or with which organisation"),
        Field("chosen_by", "gekozen_door", FieldKind.OPTION, "whose idea it was", False, ("inwoner", "klantmanager", "samen")),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.CLIENT}),
)  # fmt: skip
FOLLOWED = Form(
    Kind.FOLLOWED, "activity follow", "write down that you asked how an activity goes",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the activity", True, least=1),
        Field("goes", "hoe", FieldKind.OPTION, "whether it goes on", True, (GOES_ON, STOPPED)),
        Field("note", "notitie", FieldKind.TEXT, "how it goes, and what would help"),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL, Role.CLIENT}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Participation:
    """What a client does on a day, under a guidance: what counts, what nobody asked about in time, and what does not count there.

    `stated` is False where the regime does not say what counts: then nothing does, and nobody is called inactive because of it.
    """

    counts: tuple[Entry, ...]
    lapsed: tuple[Entry, ...]
    others: tuple[Entry, ...]
    exempt: Entry | None
    stated: bool

    @property
    def codes(self) -> frozenset[str]:
        """The codes of what counts."""
        return frozenset(what_of(one) for one in self.counts)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people contribute, each with what they do, and how many are exempted: nobody is in both."""

    contributions: tuple[frozenset[str], ...]
    exempted: int

    def people(self, *, without: Iterable[str] = ()) -> int:
        """How many people contribute when some activities are left out."""
        left_out = frozenset(without)
        return sum(1 for codes in self.contributions if codes - left_out)

    def of(self, code: str) -> int:
        """How many people do an activity."""
        return sum(1 for codes in self.contributions if code in codes)


def active(dossier: Dossier, guidance: Guidance, today: date, terms: Terms | None = None) -> bool:
    """Whether a client is active under a guidance on a day; who is exempted is not counted as active."""
    found = participation(dossier, guidance, today, terms)
    return bool(found.counts) and found.exempt is None


def participation(dossier: Dossier, guidance: Guidance, today: date, terms: Terms | None = None) -> Participation:
    """What a client does under a guidance on a day; the term of ours holds where the regime states none."""
    counts, lapsed, others = [], [], []
    for entry in (*standing(dossier, Kind.ACTIVITY, today), *standing(dossier, Kind.CARE, today)):
        asked = _last_asked(entry, dossier, today)
        if asked is None:
            continue
        if not _counted(what_of(entry), guidance):
            others.append(entry)
        elif today <= _good_until(asked, guidance, terms):
            counts.append(entry)
        else:
            lapsed.append(entry)
    exempt, stated = exemption_of(dossier, today), bool(guidance.activities) or guidance.states("activities")
    return Participation(tuple(counts), tuple(lapsed), tuple(others), exempt, stated)


def tally(people: Iterable[Participation]) -> Tally:
    """The people who contribute and those who are exempted."""
    known = list(people)
    contributing = tuple(one.codes for one in known if one.counts and one.exempt is None)
    return Tally(contributing, sum(1 for one in known if one.exempt is not None))


def what_of(entry: Entry) -> str:
    """The code of what somebody does, also for informal care."""
    return CARE if entry.kind is Kind.CARE else str(entry.body["what"])


def _counted(what: str, guidance: Guidance) -> bool:
    return what in guidance.activities or _PART_OF.get(what) in guidance.activities


def _last_asked(entry: Entry, dossier: Dossier, today: date) -> date | None:
    """The day on which somebody last asked about an activity, or on which it was noted; None once it stopped."""
    said = [one for one in dossier.about(entry.seq) if one.kind is Kind.FOLLOWED and one.day <= today]
    newest = last_of(said)
    if newest is None:
        return entry.day
    return None if newest.body["goes"] == STOPPED else newest.day


def _good_until(asked: date, guidance: Guidance | None, terms: Terms | None) -> date:
    stated = guidance.activity_follow_up_months if guidance else None
    return months_after(asked, stated or (terms or Terms()).follow_up_months)


def judge_activity(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """The client says what they do; hours that we ask for have a ground and stay within what is able and what is asked."""
    if entry.day > office.today:
        raise InputError(f"dag: {entry.day} is in the future; an activity is written down when it has begun.")
    guidance, hours = dossier.guidance, entry.body.get("hours")
    if isinstance(hours, int) and entry.role is not Role.CLIENT:
        able = hours_able(dossier, office.today)
        if able is not None and hours > int(str(able.body["hours"])):
            raise NotAllowed(f"uren: the client can do {able.body['hours']} hours a week (entry {able.seq}); found {hours}.")
        most = guidance.activity_hours_most if guidance else None
        if most is not None and guidance is not None and hours > most:
            raise NotAllowed(f"uren: {guidance.part} asks at most {most} hours a week; found {hours}.")
        if not entry.body.get("hours_because"):
            raise InputError("uren_omdat is missing: say why these hours, so that the client can see it.")
    if guidance is not None and guidance.activities and not _counted(what_of(entry), guidance):
        yield Remark("activity_not_counted", {"what": entry.body["what"]})
    else:
        yield Remark("activity_noted", {"until": _good_until(entry.day, guidance, office.terms)})


def judge_followed(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """It is about an activity, and somebody really asked."""
    about = spoken_of(entry, dossier, Kind.ACTIVITY, Kind.CARE)
    if not about.day <= entry.day <= office.today:
        raise InputError(f"dag: a day from {about.day} to {office.today} was expected; found {entry.day}.")
    return ()


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """Asking how each activity that counts goes, before it counts no longer."""
    guidance = dossier.guidance
    if guidance is None:
        return
    found = participation(dossier, guidance, office.today, office.terms)
    for entry in (*found.counts, *found.lapsed):
        asked = _last_asked(entry, dossier, office.today) or entry.day
        by = _good_until(asked, guidance, office.terms)
        values = {"what": what_of(entry), "day": asked, "seq": entry.seq}
        yield Due(dossier.person, Reason.FOLLOW_UP, "activity_follow", by, guidance.source, values=values)


NOTION = Notion(
    (FORM, FOLLOWED),
    {Kind.ACTIVITY: judge_activity, Kind.FOLLOWED: judge_followed},
    dues,
    about=frozenset({Kind.ACTIVITY, Kind.CARE}),
)
