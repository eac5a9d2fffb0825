# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A person's own file: every entry with what the person put beside it, and all of it to take along (R-142)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzaam.app.casework.export import contact_told, entry_told
from werkzaam.app.casework.named import name_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.portal.mijn_letters import COPY
from werkzaam.app.portal.mijn_looks import looked_at
from werkzaam.app.portal.mijn_reading import Own, own_of
from werkzaam.casework.access import readable_by
from werkzaam.casework.confirming import corrections
from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notions import FORMS
from werkzaam.store.casework import notes_of
from werkzaam.store.claims import claims, disputes
from werkzaam.store.decisions import decisions
from werkzaam.store.letters import letters
from werkzaam.store.payments import payments
from werkzaam.store.people import representatives

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


def everything(desk: Desk, person: int, household: int, *, whole: bool) -> str:
    """All that is known about somebody as one JSON text: the file, the household's facts, months, money, letters and who looked.

    What is about money is of the household; the file is of the person alone. Amounts are whole cents.
    """
    own = own_of(desk, person)
    told = {
        "gemaakt_op": str(desk.today), "gemeente": desk.town.name, "persoon": person, "naam": name_of(desk, person),
        "bedragen_in": "centen", "dossier": _dossier(own, whole=whole), "huishouden": list(_facts(desk, household)),
        **_money(desk, household), **_letters(desk, household),
        "wie_keek": [{"moment": one.at, "wie": one.who, "rol": one.role.value, "waarvoor": one.purpose}
                     for one in looked_at(desk, person, f"inwoner {person}")],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=2)


def _dossier(own: Own, *, whole: bool) -> dict[str, Any]:
    dossier, desk = own.dossier, own.desk
    notes = {seq: note for (_, seq), note in
             notes_of(desk.database, desk.town.id, readable_by(Role.CLIENT), [dossier.person]).items()}  # fmt: skip
    return {
        "vastgelegd": [entry_told(one) for one in dossier.entries if whole or one.kind not in OWN_ONLY],
        "contacten": [contact_told(one, notes.get(one.seq)) for one in dossier.contacts],
        "klantmanagers": [{"van": str(one.first), "tot": str(one.last) if one.last else None, "naam": own.wrote(one.worker)}
                          for one in dossier.spells],
    }  # fmt: skip


def _facts(desk: Desk, household: int) -> Iterator[dict[str, Any]]:
    """What was recorded of the household, each with its day and source; also what was replaced later."""
    for one in desk.file(household).known:
        row = {name: str(value) if isinstance(value, date) else value for name, value in one.row.items()}
        yield {"nummer": one.hseq, "soort": one.kind, "bekend_op": one.recorded_at, "bron": one.source, "inhoud": row}


def _money(desk: Desk, household: int) -> dict[str, Any]:
    database, town = desk.database, desk.town.id
    return {
        "besluiten": [{"maand": str(one.decision.month), "versie": one.decision.version, "bijstand": one.decision.due.cents,
                       "voorlopig": one.decision.due.provisional, "regels": one.decision.rules_version,
                       "sommen": [{"regel": line.name, "wet": line.law, "bedrag": line.cents} for line in one.decision.due.lines]}
                      for one in decisions(database, town, household)],
        "betalingen": [{"maand": str(one.month), "delen": [{"soort": part.kind.value, "naam": part.name, "bedrag": part.cents}
                        for part in one.parts]} for one in payments(database, town, household)],
        "terugvorderingen": [{"maand": str(month), "bedrag": state.claim, "terugbetaald": state.recovered}
                             for month, state in claims(database, town, household).items()],
        "niet_eens": [{"maand": str(one.dispute.month), "bedrag": one.dispute.cents, "op": str(one.dispute.opened_on),
                       "tekst": one.text, "uitkomst": one.outcome, "reden": one.reason}
                      for one in disputes(database, town, household)],
    }  # fmt: skip


def _letters(desk: Desk, household: int) -> dict[str, Any]:
    database, town = desk.database, desk.town.id
    return {
        "brieven": [{"nummer": one.hseq, "soort": one.letter.kind, "op": str(one.letter.sent_on), "taal": one.letter.lang}
                    for one in letters(database, town, household) if not one.letter.kind.endswith(COPY)],
        "vertegenwoordigers": [{"persoon": one.representative.person, "naam": one.representative.name,
                                "rol": one.representative.role, "mag": one.representative.rights,
                                "van": str(one.representative.from_day),
                                "tot": str(one.representative.to_day) if one.representative.to_day else None}
                               for one in representatives(database, town, household)],
    }  # fmt: skip
