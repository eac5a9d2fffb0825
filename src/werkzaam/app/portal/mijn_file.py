# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A person's own file: every entry with what the person put beside it (R-142)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.portal.mijn_reading import Own
from werkzaam.casework.confirming import corrections
from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notions import FORMS

OWN_ONLY = frozenset({Kind.HOPE, Kind.GRADE})
"""What the person alone sees, and nobody who represents them either."""
_BESIDE = frozenset({Kind.CORRECTION})


@dataclass(frozen=True, slots=True)
class FileLine:
    """One entry or contact: its number, day, kind, who wrote it in which role, what it says, and what stands beside it."""

    number: int
    day: date
    kind: str
    by: str
    role: Role
    fields: tuple[tuple[str, str], ...]
    beside: tuple[Entry, ...]
    mine: bool


def file_lines(own: Own, lang: str, *, whole: bool) -> list[FileLine]:
    """Every entry and contact, the newest first; what is the person's alone only when `whole`."""
    hidden = _BESIDE if whole else _BESIDE | OWN_ONLY
    found = [_entry(own, one, lang) for one in own.dossier.entries if one.kind not in hidden]
    found += [_contact(own, one) for one in own.dossier.contacts]
    return sorted(found, key=lambda one: (one.day, one.number), reverse=True)


def _entry(own: Own, one: Entry, lang: str) -> FileLine:
    form = FORMS.get(one.kind)
    names = {field.name: field.naam if lang == "nl" else field.name for field in (form.fields if form else ())}
    fields = tuple((names.get(name, name).replace("_", " "), _text(value)) for name, value in one.body.items())
    return FileLine(one.seq, one.day, one.kind.value, own.wrote(one.worker), one.role, fields,
                    tuple(corrections(own.dossier, one.seq)), one.role is Role.CLIENT)  # fmt: skip


def _contact(own: Own, one: Contact) -> FileLine:
    said = (
        ("kanaal", one.channel),
        ("opkomst", one.presence),
        ("plaats", one.place or ""),
        ("onderwerpen", ", ".join(one.areas)),
    )
    return FileLine(one.seq, one.day, Kind.CONTACT.value, own.wrote(one.worker), one.role,
                    tuple((name, value) for name, value in said if value), tuple(corrections(own.dossier, one.seq)),
                    mine=False)  # fmt: skip


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
