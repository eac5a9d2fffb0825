# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the sections of a dossier's page share: the dossier, who reads it in which language, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text
from werkzaam.app.texts.casework_dossier import WORDS
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Role
from werkzaam.casework.office import Office


class Line(NamedTuple):
    """A line of a section; `seq` is the number of the entry that it tells, 0 for none."""

    text: str
    seq: int = 0

    def numbered(self) -> str:
        """The line with the number of its entry before it."""
        return f"{entry_numbers(self.seq)} {self.text}" if self.seq else self.text


@dataclass(frozen=True)
class Reading:
    """Somebody reads a dossier, in a capacity and a language."""

    desk: Desk
    dossier: Dossier
    office: Office
    lang: str
    role: Role

    def word(self, key: str, **values: object) -> str:
        """A text of the page; days are written out."""
        shown = {name: day_text(value, self.lang) if isinstance(value, date) else value for name, value in values.items()}
        return WORDS[self.lang][key].format(**shown)

    def name(self, worker: str) -> str:
        """The name of a case manager; the id of who does not work here."""
        known = self.office.workers.get(worker)
        return known.name if known else worker


def entry_numbers(seq: int) -> str:
    """The number of an entry, as others refer to it."""
    return f"[{seq}]"
