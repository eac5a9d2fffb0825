# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody is on a ladder of invitations, what moved them there, and the one step that may come next (R-043 to R-045).

The ladder is that of the regime, in its order only. One thing moves anybody up it: an absence without notice, after the last
invitation. Who calls off, be it an hour before, stays where they are; who comes has left the ladder; who says a lasting no in a
regime that respects it is left in peace, unless a professional recorded danger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from werkzaam.casework.calendar import months_after
from werkzaam.casework.channels import CAME, NO_NOTICE, PERSONAL, WITH_NOTICE
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.entry import Entry, Kind, in_order, last_of
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of, standing
from werkzaam.regime.guidance import Guidance, Ladder, Step

MEASURE, REST, HOME_VISIT, CONTACT_DAY = "maatregel", "rust", "huisbezoek", "contactdag"
"""Actions of a step that are no letter."""
_START = (date.min, 0)


class Standing(Enum):
    """How the last invitation stands."""

    FRESH = "nog_niet_uitgenodigd"
    WAITING = "uitgenodigd"
    MISSED = "niet_gekomen"
    CAME = "gekomen"


@dataclass(frozen=True, slots=True)
class Position:
    """The last step of this round and what moved it: the arrival or the absence without notice after the invitation.

    A round begins with the first step after somebody came, after a lasting no that was respected, or under a new guidance.
    `index` is the place of the step in the ladder, -1 before the first.
    """

    standing: Standing
    index: int = -1
    first: Entry | None = None
    last: Entry | None = None
    moved_by: Contact | None = None

    @property
    def since(self) -> date | None:
        """The day of the first invitation of this round; None before it."""
        return self.first.day if self.first else None


@dataclass(frozen=True, slots=True)
class NotStated:
    """Nobody wrote down how this client is invited, so nothing follows from not coming."""


@dataclass(frozen=True, slots=True)
class Resting:
    """The client is left in peace until a day, because of a lasting no or because the ladder ends in rest.

    `said` tells whether the regime says so, or only has nothing that could follow.
    """

    until: date
    because: Entry | Contact
    said: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """The invitation is out: nothing follows until the client came or stayed away without notice. `meet` is the day, if known."""

    step: Step
    invitation: Entry
    meet: date | None


@dataclass(frozen=True, slots=True)
class Done:
    """The client came, so the ladder is over; or the steps are over, and none is left."""

    by: Contact
    came: bool


@dataclass(frozen=True, slots=True)
class Open:
    """The one step that may come now, because of an absence without notice (None: it is the first), and by when."""

    step: Step
    index: int
    because: Contact | None
    by: date | None


Following = NotStated | Resting | Waiting | Done | Open


def position(dossier: Dossier, ladder: Ladder) -> Position:
    """Where the client is on a ladder."""
    codes = [step.code for step in ladder.steps]
    invited = [one for one in _invitations(dossier) if one.body.get("step") in codes]
    if not invited:
        return Position(Standing.FRESH)
    arrival = max((one for one in dossier.contacts if _arrived(one)), key=lambda one: one.order, default=None)
    start = _round(dossier)
    begun = max(start, arrival.order if arrival else _START)
    if arrival and arrival.order > invited[-1].order > start:
        return Position(Standing.CAME, codes.index(str(invited[-1].body["step"])), invited[-1], invited[-1], arrival)
    mine = [one for one in invited if one.order > begun]
    if not mine:
        return Position(Standing.FRESH)
    places = [codes.index(str(one.body["step"])) for one in mine]
    again = max((at for at in range(1, len(mine)) if places[at] < places[at - 1]), default=0)
    missed = _missed(dossier, mine[-1])
    return Position(Standing.MISSED if missed else Standing.WAITING, places[-1], mine[again], mine[-1], missed)


def next_step(dossier: Dossier, office: Office) -> Following:
    """What may come next with a client who is invited; a step is never more than allowed, and a measure is only ever proposed."""
    guidance = dossier.guidance
    rest = resting(dossier, office)
    if rest is not None:
        return rest
    if guidance is None or guidance.ladder is None or not guidance.ladder.steps:
        return NotStated()
    steps, at = guidance.ladder.steps, position(dossier, guidance.ladder)
    if at.last is not None and at.standing is Standing.WAITING:
        said = at.last.body.get("meet")
        return Waiting(steps[at.index], at.last, day_of(said) if said else None)
    if at.moved_by is not None and at.standing is Standing.CAME:
        return Done(at.moved_by, came=True)
    over = _end_of_rest(at, guidance, office)
    if over is not None and over <= office.today:
        return Open(steps[0], 0, None, over)
    place = _after(guidance, at.index)
    if at.moved_by is not None and place is None:
        return Done(at.moved_by, came=False)
    by = at.moved_by.day + timedelta(office.terms.invitation_days) if at.moved_by else _again(dossier, office)
    return Open(steps[place or 0], place or 0, at.moved_by, by)


def resting(dossier: Dossier, office: Office) -> Resting | None:
    """The rest of a client; None when there is none, when it is over, or when a professional recorded danger."""
    if standing(dossier, Kind.DANGER, office.today):
        return None
    guidance, refusal = dossier.guidance, _respected(dossier)
    if refusal is not None:
        until = months_after(refusal.day, office.terms.rest_months)
        said = bool(guidance and guidance.ladder and guidance.ladder.respects_no)
        return Resting(until, refusal, said) if office.today < until else None
    if guidance is None or guidance.ladder is None or not _ends_in_rest(guidance.ladder):
        return None
    at = position(dossier, guidance.ladder)
    over = _end_of_rest(at, guidance, office)
    return Resting(over, at.moved_by, True) if over is not None and at.moved_by and office.today < over else None


def invitations(guidance: Guidance) -> tuple[Step, ...]:
    """The steps of a regime as far as they are taken: without a measure where there is none, and without the rest at the end."""
    if guidance.ladder is None:
        return ()
    without = {REST} if may_measure(guidance) else {REST, MEASURE}
    return tuple(step for step in guidance.ladder.steps if step.action not in without)


def _after(guidance: Guidance, index: int) -> int | None:
    """The place in the ladder of the step after a place; None when there is none."""
    allowed = invitations(guidance)
    steps = guidance.ladder.steps if guidance.ladder else ()
    return next((place for place, step in enumerate(steps) if place > index and step in allowed), None)


def _ends_in_rest(ladder: Ladder) -> bool:
    return any(step.action == REST for step in ladder.steps)


def _end_of_rest(at: Position, guidance: Guidance, office: Office) -> date | None:
    """Until when somebody is left in peace who missed the last step of a ladder that ends in rest; None when that is not so."""
    if guidance.ladder is None or not _ends_in_rest(guidance.ladder) or at.standing is not Standing.MISSED or at.moved_by is None:
        return None
    if _after(guidance, at.index) is not None:
        return None
    return months_after(at.moved_by.day, office.terms.rest_months)


def may_measure(guidance: Guidance) -> bool:
    """Whether a measure is a step of this regime at all."""
    steps = guidance.ladder.steps if guidance.ladder else ()
    return guidance.measures is not False and any(step.action == MEASURE for step in steps)


def respects_no(guidance: Guidance | None) -> bool:
    """Whether a lasting no ends it: as the regime says; where it says nothing, unless it has measures."""
    if guidance is None:
        return True
    if guidance.ladder is not None and guidance.ladder.respects_no is not None:
        return guidance.ladder.respects_no
    return not guidance.measures and not may_measure(guidance)


def _invitations(dossier: Dossier) -> list[Entry]:
    return in_order(dossier.of(Kind.LADDER_STEP))


def _round(dossier: Dossier) -> tuple[date, int]:
    """After what a round begins: the guidance of now, or a lasting no that is respected."""
    starts = (dossier.last(Kind.GUIDANCE), _respected(dossier, ever=True))
    return max((one.order for one in starts if one is not None), default=_START)


def _respected(dossier: Dossier, *, ever: bool = False) -> Entry | None:
    """The newest lasting no that the regime respects; not one after which the client came of their own accord."""
    if not respects_no(dossier.guidance):
        return None
    said = [one for one in standing(dossier, Kind.REFUSAL, date.max) if one.body.get("lasting")]
    newest = last_of(said)
    if newest is None or ever:
        return newest
    back = any(one.initiator == "inwoner" and _arrived(one) and one.day > newest.day for one in dossier.contacts)
    return None if back else newest


def _again(dossier: Dossier, office: Office) -> date | None:
    """The day from which somebody is asked again after a rest."""
    refusal = _respected(dossier)
    return None if refusal is None else months_after(refusal.day, office.terms.rest_months)


def _missed(dossier: Dossier, invitation: Entry) -> Contact | None:
    """The newest absence without notice, if it is of this invitation: from the day to meet on, or after the day it went out.

    Where the client had called off that day, there is none. Only the newest of each is asked for, so that a town's agenda, which
    knows no older ones, says the same as the client's own page.
    """
    meet = invitation.body.get("meet")
    since = day_of(meet) if meet else invitation.day + timedelta(1)
    absence = max((one for one in dossier.contacts if one.presence == NO_NOTICE), key=lambda one: one.order, default=None)
    if absence is None or absence.day < since or absence.day in _called_off(dossier):
        return None
    return absence


def _called_off(dossier: Dossier) -> set[date]:
    """The days of talks that were called off, be it shortly before: the newest that was logged, and cancelled appointments."""
    logged = max((one.day for one in dossier.contacts if one.presence == WITH_NOTICE), default=None)
    about = {one.body.get("about") for one in dossier.of(Kind.CANCELLED)}
    cancelled = {day_of(one.body.get("on", one.day)) for one in dossier.entries if one.seq in about}
    return cancelled if logged is None else {logged, *cancelled}


def _arrived(contact: Contact) -> bool:
    return contact.presence == CAME and contact.channel in PERSONAL
