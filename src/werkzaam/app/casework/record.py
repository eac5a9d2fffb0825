# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Write in a dossier: read with its form, judged against the dossier as it is, kept as one event, or refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from werkzaam.app.casework.beside import beside
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.money_reports import end_with
from werkzaam.casework.access import readable_by
from werkzaam.casework.contacts import CAME
from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.first_chance import ABOUT, is_step, must_wait
from werkzaam.casework.notion import Remark
from werkzaam.casework.notions import FORMS, judged
from werkzaam.casework.office import Office
from werkzaam.casework.reports import reports_of
from werkzaam.core.digest import digest
from werkzaam.core.errors import UnknownName
from werkzaam.store.casework import clients, contacts_of, entries_of, record_contact, record_entry, written_by
from werkzaam.store.events import happened
from werkzaam.store.facts import canonical
from werkzaam.store.writer import Writer

_OF_ONE_WORKER = frozenset({Kind.CONTACT, Kind.APPOINTMENT})
"""What two case managers can each do on one day; of everything else the same words of one day are the same entry."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of it: the number of the entry (None when it was there already), and what to know about it."""

    seq: int | None
    remarks: tuple[Remark, ...]


def write(
    desk: Desk, person: int, kind: Kind, raw: Mapping[str, object], *, role: Role = Role.SUPPORT, day: date | None = None,
    until: date | None = None, replaces: int | None = None, where: str = "", once: str = "",
) -> Written:  # fmt: skip
    """Write one entry; raises InputError or NotAllowed for what cannot be, and then nothing is kept.

    The same entry of one day counts once; with `once`, the mark of a form that was filled in, each form counts once.
    """
    body = FORMS[kind].read(raw, where=where)
    entry = Entry(person, kind, day or desk.today, role, desk.actor, body, until, replaces=replaces)
    with desk.writes() as writer:
        household = clients(desk.database, desk.town.id, [person])[person].household
        writer.lock([household])  # First the lock, then the dossier: nobody writes in it between reading and writing.
        key = _key(desk, household, entry, once)
        if happened(desk.database, desk.town.id, household, key):
            return Written(None, ())
        dossier = dossier_of(desk, person, role)
        _replaceable(desk, entry)
        office = office_of(desk)
        if is_step(entry):  # What was noticed counts in whichever capacity it was written.
            among = (desk.database, desk.town.id, readable_by(Role.CLIENT), [person])
            noticed = entries_of(*among, kinds=ABOUT, upto_day=desk.today)
            must_wait(entry, replace(dossier, entries=tuple(noticed.get(person, ()))), office)
        if kind is Kind.REPORT_DECIDED:
            _end_disputes(desk, writer, household, entry, office)
        remarks = [*judged(entry, dossier, office), *beside(desk, entry, office.terms.work)]
        return Written(_keep(writer, household, entry, key), tuple(remarks))


def _end_disputes(desk: Desk, writer: Writer, household: int, entry: Entry, office: Office) -> None:
    """What a report keeps from being taken goes with its answer, in whichever way that is written."""
    every = reports_of(dossier_of(desk, entry.person, Role.CLIENT), office)
    for one in every:
        if one.entry.seq == entry.body["about"]:
            end_with(desk, writer, household, one, entry)


def _replaceable(desk: Desk, entry: Entry) -> None:
    """Raises UnknownName for a number that this entry cannot put right."""
    if entry.replaces is None:
        return
    among = (desk.database, desk.town.id, [entry.role], [entry.person])
    if entry.kind is Kind.CONTACT:
        known = [one.seq for one in contacts_of(*among).get(entry.person, ())]
    else:
        known = [one.seq for one in entries_of(*among, kinds=[entry.kind]).get(entry.person, ())]
    if entry.replaces not in known:
        raise UnknownName(
            f"Number {entry.replaces} cannot be put right: no {FORMS[entry.kind].command} of {entry.person}, written as "
            f"{entry.role.value} and still standing, has it. Those that do: {', '.join(map(str, known)) or 'none'}."
        )


def key_of(entry: Entry, once: str = "") -> str:
    """The same entry given twice counts once. Only a digest: a key stays when what is personal is destroyed."""
    told = canonical({"body": entry.body, "until": entry.until, "replaces": entry.replaces, **({"once": once} if once else {})})
    return f"guidance {digest(entry.kind.value, entry.person, entry.day.isoformat(), entry.role.value, told)}"


def key_by(entry: Entry, once: str = "") -> str:
    """The key of the same talk with another case manager on that day: theirs is one more, and does not count as the first."""
    return f"{key_of(entry, once)} {digest(entry.worker)}"


def _key(desk: Desk, household: int, entry: Entry, once: str) -> str:
    key = key_of(entry, once)
    if entry.kind not in _OF_ONE_WORKER or entry.role is Role.CLIENT:
        return key
    first = written_by(desk.database, desk.town.id, household, key)
    return key if first in (None, entry.worker) else key_by(entry, once)


def _keep(writer: Writer, household: int, entry: Entry, key: str) -> int | None:
    """The number of the entry."""
    if entry.kind is not Kind.CONTACT:
        event = record_entry(writer, household, entry, idem_key=key)
    else:
        event = record_contact(writer, household, contact_of(entry), idem_key=key, note=_text(entry.body, "note"),
                               replaces=entry.replaces)  # fmt: skip
    return event.hseq if event else None


def contact_of(entry: Entry) -> Contact:
    """A contact from the entry that was written."""
    body = entry.body
    return Contact(
        entry.person, entry.day, str(body["channel"]), str(body["initiator"]), str(body["kind"]), str(body.get("presence", CAME)),
        entry.worker, entry.role, place=_text(body, "place"), areas=tuple(body.get("areas", ())),  # type: ignore[arg-type]
        reason=_text(body, "reason"),
    )  # fmt: skip


def _text(body: Mapping[str, object], name: str) -> str | None:
    found = body.get(name)
    return None if found is None else str(found)
