# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Another case manager: told to the client before it happens, kept with the reason, and handed over (R-115 to R-117)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.matters import Matter, open_matters
from werkzaam.app.casework.named import name_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.said import sentence
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, paragraph
from werkzaam.app.texts.casework_dossier import WORDS
from werkzaam.casework.assignment import changes, judged_change, worker_of
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notion import Remark
from werkzaam.casework.notions import FORMS
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.standing import standing
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.store.casework import assign, clients, record_entry


@dataclass(frozen=True, slots=True)
class Handover:
    """A change of case manager: who, from when and why, what the client reads, and what the next one must know.

    `changes` is how often the case manager changed before; `new` is False when the same change was kept already.
    """

    client: str
    worker: Worker
    first: date
    because: str
    told_on: date
    before: str | None
    changes: int
    agreements: tuple[Entry, ...]
    matters: tuple[Matter, ...]
    remarks: tuple[Remark, ...] = ()
    new: bool = True


def hand_over(desk: Desk, person: int, to: str, first: date, because: str, *, role: Role = Role.SUPPORT) -> Handover:
    """Give a client another case manager from a day on, and keep that the client is told.

    Raises UnknownName for who does not work here, InputError without a reason, and NotAllowed for a change that cannot be: to who
    is not there, without telling before, or one too many without the team leader (role LEAD). Then nothing is kept.
    """
    if not because.strip():
        raise InputError("because: the client hears why the case manager changes; a reason was expected, and none was given.")
    with desk.writes() as writer:
        client = clients(desk.database, desk.town.id, [person])[person]
        writer.lock([client.household])  # First the lock, then the dossier: nobody writes in it between reading and writing.
        dossier, office = dossier_of(desk, person, role), office_of(desk)
        before = _kept(dossier, to, first)
        if before is not None:
            return _told(desk, dossier, office, before, (), new=False)
        remarks = judged_change(dossier, to, first, office, role)
        entry = _announcement(desk, person, worker_of(office, to), first, because.strip(), role)
        record_entry(writer, dossier.household, entry, idem_key=f"announced {person} {to} {first}")
        assign(writer, client, to, first, reason=because.strip(), approved_by=desk.actor if role is Role.LEAD else None)
        return _told(desk, dossier, office, entry, tuple(remarks))


def foreseen(desk: Desk, person: int, to: str, first: date, because: str, *, role: Role = Role.SUPPORT) -> Handover:
    """What a change would be, with the message that the client would get; nothing is kept. Raises as `hand_over` does."""
    if not because.strip():
        raise InputError("because: the client hears why the case manager changes; a reason was expected, and none was given.")
    dossier, office = dossier_of(desk, person, role, purpose="overdracht"), office_of(desk)
    remarks = judged_change(dossier, to, first, office, role)
    entry = _announcement(desk, person, worker_of(office, to), first, because.strip(), role)
    return _told(desk, dossier, office, entry, tuple(remarks))


def _kept(dossier: Dossier, to: str, first: date) -> Entry | None:
    """The announcement of the same change, when it was kept and still comes or is so."""
    if not any((one.worker, one.first) == (to, first) for one in dossier.spells):
        return None
    said = (one for one in dossier.of(Kind.ANNOUNCED) if (one.body["to"], str(one.body["first"])) == (to, str(first)))
    return next(said, None)


def _announcement(desk: Desk, person: int, worker: Worker, first: date, because: str, role: Role) -> Entry:
    raw = {"to": worker.id, "name": worker.name, "phone": worker.phone or desk.town.phone, "first": first, "because": because}
    form = FORMS[Kind.ANNOUNCED]
    if role not in form.roles:
        allowed = ", ".join(sorted(one.value for one in form.roles))
        raise NotAllowed(f"A change of case manager is written by {allowed}; you are here as {role.value}.")
    return Entry(person, Kind.ANNOUNCED, desk.today, role, desk.actor, form.read(raw))


def _told(
    desk: Desk, dossier: Dossier, office: Office, entry: Entry, remarks: tuple[Remark, ...], *, new: bool = True
) -> Handover:
    first, worker = date.fromisoformat(str(entry.body["first"])), worker_of(office, str(entry.body["to"]))
    earlier = dossier.worker_on(first - timedelta(1))
    now = office.workers.get(earlier.worker) if earlier is not None else None
    return Handover(
        name_of(desk, dossier.person), worker, first, str(entry.body["because"]), entry.day,
        now.name if now else None, changes(dossier.spells, date.min, first - timedelta(1)),
        tuple(standing(dossier, Kind.AGREEMENT, desk.today)),
        tuple(open_matters(desk, dossier.household)), remarks, new,
    )  # fmt: skip


def handover_text(change: Handover, person: int, lang: str) -> str:
    """What whoever arranges the change reads: whether it was kept, what to know, and what the next case manager finds open."""
    words = WORDS[lang]
    code = "handed_over" if change.new else "handed_before"
    said = words[code].format(worker=change.worker.name, first=day_text(change.first, lang), person=person)
    lines: list[str] = []
    for remark in change.remarks:
        lines += paragraph(sentence(remark.code, lang, remark.values))
    if change.matters:
        lines.append(words["matters"])
    for one in change.matters:
        lines += paragraph(f"- {one.text(lang)}", hanging="  ")
    return "\n".join([*lines, *paragraph(said), "", ""])


def message(change: Handover, town: str, phone: str, lang: str) -> str:
    """What the client reads: who, from when, why, how to reach the new case manager, and what stays as it was agreed."""
    words, name = WORDS[lang], change.worker.name
    lines = [
        words["change_subject" if change.before else "change_first_subject"],
        "",
        words["change_dear"].format(name=change.client),
    ]
    said = [words["change_who"].format(first=day_text(change.first, lang), worker=name)]
    if change.before:
        said.append(words["change_before"].format(before=change.before))
    if change.changes:
        said.append(words["change_again"].format(count=change.changes))
    said += [words["change_why"].format(because=change.because),
             words["change_reach"].format(worker=name, phone=change.worker.phone or phone)]  # fmt: skip
    for text in said:
        lines += ["", *paragraph(text)]
    if change.before:
        lines += ["", *paragraph(words["change_stays"].format(worker=name)), *_agreements(change, lang)]
    return "\n".join([*lines, "", words["change_bye"], town]) + "\n"


def _agreements(change: Handover, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    if change.agreements:
        yield from ("", words["change_agreements"])
    for one in change.agreements:
        last = day_text(one.until, lang) if one.until else ""
        text = words["agreement_line"].format(sort=words[str(one.body["sort"])], what=one.body["what"], last=last,
                                              whose=words[str(one.body["whose"])])  # fmt: skip
        yield from paragraph(f"- {text}", hanging="  ")
