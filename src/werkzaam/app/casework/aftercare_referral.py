# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What an independent body of aftercare gets of a person: how to reach them and what they want, and nothing else (R-222)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.aftercare import INDEPENDENT, choice_of
from werkzaam.casework.entry import Role
from werkzaam.casework.reading import text_of
from werkzaam.core.errors import NotAllowed
from werkzaam.store.named import names_of


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral, with the keys of its file. No number, no household, no benefit, no history."""

    naam: str
    bereikbaar: str
    kanaal: str
    wens: str


def referral(desk: Desk, person: int) -> Referral:
    """The referral of who chose an independent body; raises NotAllowed when the person did not choose that, or said no since."""
    dossier = dossier_of(desk, person, Role.SUPPORT)
    chosen = choice_of(dossier, desk.today)
    if chosen is None or chosen.body.get("wanted") is not True or chosen.body.get("giver") != INDEPENDENT:
        raise NotAllowed(f"Person {person} did not choose aftercare by an independent body, so nothing is passed on. Ask, and "
                         "write the answer down with `aftercare choose`.")  # fmt: skip
    name = names_of(desk.database, desk.town.id, [person])[person]
    return Referral(name or "", text_of(chosen, "reach"), text_of(chosen, "channel"), text_of(chosen, "wish"))


def referral_json(found: Referral) -> str:
    """The file that is passed on."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"
