# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a regime asks of a client, as it may be shown to them: never above the hours that they are able to work (R-265)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.casework.ability import hours_able
from werkzaam.casework.activities import participation
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry

RETURN_CONTRIBUTION = "tegenprestatie"


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A duty as it is shown to a client: `hours` a week at most (None: no number), and what meets it already.

    `enforced` is as in the regime: None is not stated.
    """

    code: str
    enforced: bool | None
    hours: int | None
    met_by: tuple[Entry, ...] = ()


def asked_of(dossier: Dossier, today: date) -> list[AskedOf]:
    """The duties of the client's regime as they may be shown: none above the hours that the client is able to work."""
    guidance = dossier.guidance
    if guidance is None:
        return []
    able, part = hours_able(dossier, today), participation(dossier, guidance, today)
    most = None if able is None else int(str(able.body["hours"]))
    found = []
    for duty in guidance.duties:
        contribution = duty.code == RETURN_CONTRIBUTION
        stated = guidance.activity_hours_most if contribution else None
        hours = min((one for one in (stated, most) if one is not None), default=None)
        if hours == 0 or (contribution and part.exempt is not None):
            continue
        found.append(AskedOf(duty.code, duty.enforced, hours, part.counts if contribution else ()))
    return found
