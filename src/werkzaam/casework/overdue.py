# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How many days a client has waited longer for contact than was promised (R-113): a debt of the town's, never the client's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from werkzaam.casework import contacts, frequency
from werkzaam.casework.contacts import Silence, silence_of
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due
from werkzaam.casework.office import Office


@dataclass(frozen=True, slots=True)
class Waits:
    """How long nobody was in touch, and what was promised: `due` is the contact that comes next, None without any promise."""

    silence: Silence
    due: Due | None
    today: date

    @property
    def over(self) -> int:
        """The days by which the promise is late; 0 while it is not."""
        return max((self.today - self.due.by).days, 0) if self.due is not None else 0


def waits_of(dossier: Dossier, office: Office) -> Waits:
    """How long a client waits: by the norm of the regime, by what was agreed, or by the town's own end to silence."""
    found = [*contacts.dues(dossier, office), *frequency.dues(dossier, office)]
    return Waits(silence_of(dossier, office.today), min(found, key=lambda due: due.by, default=None), office.today)


def waiting(dossiers: Iterable[Dossier], office: Office) -> list[Waits]:
    """Clients by the days over what was promised, the longest first; of as many days, who was silent longest.

    Nobody is left out because they work: who never calls stands above who calls every week.
    """
    found = (waits_of(one, office) for one in dossiers)
    return sorted(found, key=lambda one: (-one.over, -one.silence.days, one.silence.person))
