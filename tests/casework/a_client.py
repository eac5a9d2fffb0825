# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One invented client under the guidance of a described town, without a database: what is written goes through form and judge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from werkzaam.app.casework.said import sentence
from werkzaam.casework.access import readable_by
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notion import Remark
from werkzaam.casework.notions import FORMS, due_of, judged
from werkzaam.casework.office import Office
from werkzaam.regime.guidance import Guidance, guidance_of_part

ROTTERDAM, AMSTERDAM, UTRECHT, LEEUWARDEN = "rot_taskforce", "ams_vitamine_a", "utr_contact_days", "lee_neighbourhood_teams"


def said(one: Due | Remark) -> None:
    """Everything that is due or remarked can be said in both languages, with all its values filled in."""
    for lang in ("nl", "en"):
        text = sentence(one.code, lang, one.values)
        assert text
        assert not re.search(r"[{}]|\b[a-z]+_[a-z]+\b", text), f"{one.code} ({lang}) shows a code: {text}"


@dataclass
class Client:
    """Client 7 under a part of a regime. `seq` counts what was written, contacts too."""

    part: str | None = ROTTERDAM
    guidance: Guidance | None = None
    entries: list[Entry] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    seq: int = 0

    def __post_init__(self) -> None:
        if self.guidance is None and self.part is not None:
            self.guidance = guidance_of_part(self.part)
            assert self.guidance is not None, self.part

    def dossier(self, day: str, role: Role = Role.SUPPORT) -> Dossier:
        """The dossier on a day, as a role may read it."""
        today, roles = date.fromisoformat(day), readable_by(role)
        return Dossier(7, 7, None, self.guidance, tuple(one for one in self.entries if one.day <= today and one.role in roles),
                       tuple(one for one in self.contacts if one.day <= today and one.role in roles))  # fmt: skip

    def office(self, day: str) -> Office:
        return Office(date.fromisoformat(day))

    def write(self, day: str, kind: Kind, role: Role = Role.SUPPORT, worker: str = "j.visser", until: str | None = None,
              **raw: object) -> Sequence[Remark]:  # fmt: skip
        """Write an entry on a day; gives the remarks, and raises what the judge raises."""
        body = FORMS[kind].read(raw)
        last = date.fromisoformat(until) if until else None
        asked = Entry(7, kind, date.fromisoformat(day), role, worker, body, last)
        remarks = judged(asked, self.dossier(day, role), self.office(day))
        self.put(day, kind, role, worker, last, **body)
        for one in remarks:
            said(one)
        return remarks

    def put(self, day: str, kind: Kind, role: Role = Role.SUPPORT, worker: str = "j.visser", until: date | None = None,
            **body: object) -> int:  # fmt: skip
        """What another room wrote, as it is stored: days are text."""
        self.seq += 1
        stored = {name: value.isoformat() if isinstance(value, date) else value for name, value in body.items()}
        self.entries.append(Entry(7, kind, date.fromisoformat(day), role, worker, stored, until, self.seq))
        return self.seq

    def contact(self, day: str, presence: str = "gekomen", channel: str = "bezoek", initiator: str = "klantmanager") -> None:
        self.seq += 1
        self.contacts.append(
            Contact(7, date.fromisoformat(day), channel, initiator, "gesprek", presence, "j.visser", seq=self.seq)
        )

    def due(self, day: str, code: str | None = None) -> list[Due]:
        """What is or will be due on a day, or only that of a code."""
        found = [due for due in due_of(self.dossier(day), self.office(day)) if code in (None, due.code)]
        for due in found:
            said(due)
        return found

    def invite(self, day: str, step: str, **raw: object) -> Sequence[Remark]:
        return self.write(day, Kind.LADDER_STEP, trede=step, **raw)

    def missed(self, day: str) -> None:
        """The client stayed away and let nobody know."""
        self.contact(day, "niet_gekomen")

    def support_visit(self, day: str, on: str) -> Sequence[Remark]:
        return self.write(day, Kind.VISIT, bezoek_op=on, doel="steun", grond="wij horen graag hoe het gaat", verteld_op=day,
                          organisatie="de gemeente", gegevens="naam en adres")  # fmt: skip

    def barriers(self, day: str, **found: str) -> Sequence[Remark]:
        """A barrier check with nothing in the way but what is named."""
        asked = {naam: found.get(naam, "nee") for naam in ("gezondheid", "schulden", "zorg", "taal", "somberheid")}
        return self.write(
            day, Kind.BARRIER_CHECK, worker="t.geschoold", geschoold_door="training vroegsignalering", gesproken="ja", **asked
        )
