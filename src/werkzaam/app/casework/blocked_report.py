# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules that stood in the way in a year, how often: for who makes them (R-264). Requests are counted; nobody is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from werkzaam.app.casework.said import sentence
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import grid, heading
from werkzaam.app.texts.casework import WORDS
from werkzaam.casework.blocked import in_year
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.standing import withdrawal_of
from werkzaam.store.casework import entries_of


def blocked_report(desk: Desk, year: int, lang: str) -> str:
    """The report of a year as text."""
    roles = [role for role in Role if role is not Role.ENFORCEMENT]
    found = entries_of(desk.database, desk.town.id, roles, kinds=[Kind.BLOCKED, Kind.WITHDRAWN], upto_day=desk.today)
    rows = in_year([one for mine in found.values() for one in standing_of(mine, Kind.BLOCKED)], year)
    lines = heading(sentence("blocked_title", lang, {"year": year}))
    if not rows:
        return "\n".join([*lines, sentence("blocked_nothing", lang, {"year": year})]) + "\n"
    head = [sentence(f"blocked_{name}", lang) for name in ("rule", "wish", "times")]
    shown = [[row.rule, WORDS[lang].get(row.wish, row.wish), str(row.times)] for row in rows]
    return "\n".join([*lines, *grid(head, shown)]) + "\n"


def standing_of(mine: Sequence[Entry], kind: Kind) -> Iterator[Entry]:
    """The entries of a kind of one client that were not withdrawn, out of these and their withdrawals."""
    dossier = Dossier(mine[0].person, 0, None, None, tuple(mine))
    return (one for one in dossier.of(kind) if withdrawal_of(one, dossier) is None)
