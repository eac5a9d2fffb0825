# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who looked in a client's dossier, as a page for that client."""

from __future__ import annotations

from werkzaam.app.casework.said import sentence
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.texts.casework import WORDS
from werkzaam.store.casework import clients
from werkzaam.store.looks import Look, looks_at, looks_at_many

MOST_OF_MANY = 20
"""How many looks at many dossiers the page has: the newest."""


def looks_page(desk: Desk, person: int, lang: str) -> str:
    """Every look at one dossier, then the newest at many at once; raises UnknownName for who is not there."""
    clients(desk.database, desk.town.id, [person])
    own, many = looks_at(desk.database, desk.town.id, person), looks_at_many(desk.database, desk.town.id)[-MOST_OF_MANY:]
    lines = [_line("look_one", one, lang) for one in own] or [sentence("looks_none", lang, {"person": person})]
    if many:
        lines += ["", sentence("looks_of_many", lang), *(_line("look_of_many", one, lang) for one in many)]
    return "\n".join(lines) + "\n"


def _line(code: str, look: Look, lang: str) -> str:
    at = look.looked_at.replace("T", " ").removesuffix("Z")
    told = {
        "looked_at": f"{at} UTC",
        "actor": look.actor,
        "role": look.role.value,
        "purpose": look.purpose,
        "people": look.people,
    }
    return WORDS[lang][code].format(**told)  # As it was written: a purpose or a role is no code here.
