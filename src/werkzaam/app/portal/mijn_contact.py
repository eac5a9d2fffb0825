# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who somebody's case manager is, how to reach them, when they talk, and what was asked (R-136, R-138).

A case manager who left is never named: who calls that name reaches nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.reachable import reach
from werkzaam.app.portal.mijn_reading import Own
from werkzaam.casework.appointments import Appointment, appointments_of
from werkzaam.casework.assignment import assigned_by
from werkzaam.casework.dossier import Spell
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.questions import term_of as question_term
from werkzaam.casework.signals import answered
from werkzaam.casework.signals import term_of as signal_term
from werkzaam.casework.standing import confirmed, day_of, withdrawal_of


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk that lies ahead: when, with whom, how and where, and whether the person said that it suits."""

    made: Appointment
    with_whom: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was asked, the last day for an answer, and what was answered: None while it waits."""

    entry: Entry
    by: date
    done: bool
    answer: str | None


@dataclass(frozen=True, slots=True)
class Coming:
    """A change of case manager that was announced."""

    first: date
    name: str
    phone: str
    because: str
    agreed_stays: int


@dataclass(frozen=True, slots=True)
class ContactPage:
    """The four things that everybody may know: name, phone, since when, and the next talk; `by` is when a name is known.

    Without a case manager `name` is who helps until then.
    """

    assigned: bool
    name: str
    phone: str
    since: date | None
    by: date | None
    talks: tuple[Talk, ...]
    coming: tuple[Coming, ...]
    asked: tuple[Asked, ...]


def contact_page(own: Own) -> ContactPage:
    """The page on the desk's day."""
    desk, dossier, today = own.desk, own.dossier, own.desk.today
    spell = dossier.worker_on(today)
    found = reach(own.office, spell, today, desk.town.phone)
    known = spell is not None and found is not None
    return ContactPage(
        known, found.name if found else desk.town.contact, found.phone if found else desk.town.phone,
        _since(dossier.spells, spell) if spell is not None and known else None,
        None if known else assigned_by(dossier, own.office), tuple(_talks(own)), tuple(_coming(own)), tuple(_asked(own)),
    )  # fmt: skip


def _since(spells: tuple[Spell, ...], now: Spell) -> date:
    """Since when the same case manager is there without a break."""
    since = now.first
    for one in reversed(spells):
        if one.worker == now.worker and one.last is not None and (since - one.last).days == 1:
            since = one.first
    return since


def _talks(own: Own) -> list[Talk]:
    ahead = [one for one in appointments_of(own.dossier) if one.on >= own.desk.today]
    return [Talk(one, own.reached(one.worker), _suits(own, one)) for one in ahead]


def _suits(own: Own, one: Appointment) -> bool:
    return one.entry.role is Role.CLIENT or confirmed(own.dossier, one.entry.seq, Role.CLIENT)


def _coming(own: Own) -> list[Coming]:
    """Changes that lie ahead, as they were announced."""
    today, stays = own.desk.today, len(own.dossier.of(Kind.AGREEMENT))
    announced = (one for one in own.dossier.of(Kind.ANNOUNCED) if day_of(one.body["first"]) > today)
    expected = {(one.worker, one.first) for one in own.dossier.spells}
    return [
        Coming(day_of(one.body["first"]), str(one.body["name"]), str(one.body["phone"]), str(one.body["because"]), stays)
        for one in announced if (str(one.body["to"]), day_of(one.body["first"])) in expected
    ]  # fmt: skip


def _asked(own: Own) -> list[Asked]:
    """Signals and questions, the newest first; what was taken back is left out."""
    found = []
    for entry in own.dossier.of(Kind.SIGNAL, Kind.QUESTION):
        if withdrawal_of(entry, own.dossier) is None:
            answers = [one for one in own.dossier.about(entry.seq) if one.kind is Kind.ANSWERED]
            is_signal = entry.kind is Kind.SIGNAL
            by = signal_term(entry, own.office) if is_signal else question_term(entry, own.office)
            done = bool(answers) or (is_signal and answered(entry, own.dossier))
            found.append(Asked(entry, by, done, str(answers[-1].body["text"]) if answers else None))
    return found[::-1]
