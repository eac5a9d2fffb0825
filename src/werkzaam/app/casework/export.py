# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers as a file, with what one capacity may see and nothing else: a line of JSON for each client.

What others wrote never comes out of the database (`store.casework` asks for the roles), so that it cannot be left in by mistake.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from werkzaam.app.casework.dossiers import dossiers
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.entry import Entry, Role
from werkzaam.core.errors import InputError
from werkzaam.store.casework import notes_of

AT_ONCE = 2_000


def export_dossiers(desk: Desk, role: Role, path: Path, *, purpose: str, persons: Collection[int] | None = None) -> int:
    """Write what a role may see of some clients, or of the town, to a new file; of how many clients there was anything.

    The look is kept with its purpose. Raises InputError for a file that is there, a place where none can be, and no purpose.
    """
    if not purpose.strip():
        raise InputError("--for: say what this export is for; the clients can see it.")
    unfinished = path.with_name(f"{path.name}.unfinished")
    if path.exists():
        raise InputError("There is a file at that place already. Name another one.", file=str(path))
    found = dossiers(desk, role, persons, whole=True, purpose=purpose)
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            written = sum(1 for line in _lines(desk, role, found) if file.write(f"{line}\n"))
        unfinished.rename(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise InputError(f"The export cannot be written ({error}). Name another place.", file=str(path)) from error
    return written


def _lines(desk: Desk, role: Role, found: dict[int, Dossier]) -> Iterator[str]:
    persons = [person for person, dossier in found.items() if dossier.entries or dossier.contacts]
    for at in range(0, len(persons), AT_ONCE):
        some = persons[at : at + AT_ONCE]
        notes = notes_of(desk.database, desk.town.id, readable_by(role), some)
        for person in some:
            yield _line(found[person], {seq: note for (whose, seq), note in notes.items() if whose == person})


def _line(dossier: Dossier, notes: dict[int, str]) -> str:
    told = {
        "persoon": dossier.person,
        "vastgelegd": [entry_told(one) for one in dossier.entries],
        "contacten": [contact_told(one, notes.get(one.seq)) for one in dossier.contacts],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def entry_told(one: Entry) -> dict[str, object]:
    """An entry as a file has it, in Dutch words."""
    return {"nummer": one.seq, "soort": one.kind.value, "dag": str(one.day), "tot": str(one.until) if one.until else None,
            "rol": one.role.value, "door": one.worker, "inhoud": dict(one.body)}  # fmt: skip


def contact_told(one: Contact, note: str | None) -> dict[str, object]:
    """A contact as a file has it, with its note where the reader may see one."""
    return {"nummer": one.seq, "dag": str(one.day), "kanaal": one.channel, "initiatief": one.initiator, "soort": one.kind,
            "opkomst": one.presence, "rol": one.role.value, "door": one.worker, "plaats": one.place,
            "onderwerpen": list(one.areas), "omdat": one.reason, "notitie": note}  # fmt: skip
