# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps what is sent to somebody: made once, and from then on the same, byte for byte."""

from __future__ import annotations

from collections.abc import Callable

from werkzaam.app.ledger.desk import Desk
from werkzaam.core.months import Month
from werkzaam.store.letters import Letter, kept_letter, record_letter

PDF, TEXT = "application/pdf", "text/plain; charset=utf-8"


def kept_or_made(
    desk: Desk, household: int, kind: str, about: str, lang: str, make: Callable[[], bytes], *, media_type: str = PDF,
    place: tuple[Month | None, int | None] = (None, None),
) -> bytes:  # fmt: skip
    """The bytes that were kept of a kind, about something, in a language; or those that `make` gives, kept from now on.

    `place` is the decision under which it is filed: month and version.
    """
    key = letter_key(kind, about, lang)
    there = kept_letter(desk.database, desk.town.id, household, key)
    if there is not None:
        return there.letter.body
    made = Letter(kind, lang, media_type, desk.today, make(), *place)
    with desk.writes() as writer:
        if record_letter(writer, household, made, idem_key=key) is not None:
            return made.body
    there = kept_letter(desk.database, desk.town.id, household, key)  # Somebody else made it meanwhile.
    assert there is not None
    return there.letter.body


def letter_key(kind: str, about: str, lang: str) -> str:
    """What makes a letter the same letter."""
    return f"letter {kind} {about} {lang}"
