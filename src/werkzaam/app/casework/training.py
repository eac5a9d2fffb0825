# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who had no course for long, for the team leader only (R-126)."""

from __future__ import annotations

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, heading, paragraph
from werkzaam.app.texts.casework_peers import WORDS
from werkzaam.casework.entry import Role
from werkzaam.casework.training import Untrained, without_training
from werkzaam.core.errors import NotAllowed
from werkzaam.store.staff import staff_entries


def untrained(desk: Desk, role: Role) -> list[Untrained]:
    """Who had no course within the term; raises NotAllowed for who is not the team leader."""
    if role is not Role.LEAD:
        raise NotAllowed(f"Who had no course for long is for the team leader only (--as {Role.LEAD.value}).")
    return without_training(office_of(desk), staff_entries(desk.database, desk.town.id))


def untrained_text(found: list[Untrained], months: int, lang: str) -> str:
    """The list as text."""
    words = WORDS[lang]
    lines = [*heading(words["training"].format(months=months)), ""]
    for one in found:
        said = (
            words["training_last"].format(course=one.course, day=day_text(one.last, lang))
            if one.last
            else words["training_never"]
        )
        lines += paragraph(f"{one.worker.name}: {said}", hanging="  ")
    return "\n".join(lines if found else [*lines, words["training_nobody"]]) + "\n"
