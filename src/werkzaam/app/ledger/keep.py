# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps what is sent to somebody: made once, and from then on the same, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from werkzaam.app.ledger.acting import acts_for
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.messages import Message
from werkzaam.core.months import Month
from werkzaam.store.letters import Letter, kept_letter, record_letter
from werkzaam.store.writer import Writer

PDF, TEXT = "application/pdf", "text/plain; charset=utf-8"
LANG = "nl"
"""The language of messages that go out by themselves: nobody recorded yet which one a person reads."""


def kept_or_made(
    desk: Desk, household: int, kind: str, about: str, lang: str, make: Callable[[], Sequence[bytes]], *, media_type: str = PDF,
    place: tuple[Month | None, int | None] = (None, None),
) -> tuple[bytes, ...]:  # fmt: skip
    """What was kept of a kind, about something, in a language; or what `make` gives, kept from now on.

    `make` gives the letter to the person, and after it the copy for who acts for them, if somebody does; both are kept or none.
    `place` is the decision under which they are filed: month and version.
    """
    there = _kept(desk, household, kind, about, lang)
    if there:
        return there
    made = tuple(make())
    with desk.writes() as writer:
        for body, what in zip(made, (kind, f"{kind}_copy"), strict=False):
            sent = Letter(what, lang, media_type, desk.today, body, *place)
            if record_letter(writer, household, sent, idem_key=letter_key(what, about, lang)) is None:
                break  # Somebody else made it meanwhile.
    return _kept(desk, household, kind, about, lang)


def _kept(desk: Desk, household: int, kind: str, about: str, lang: str) -> tuple[bytes, ...]:
    """The letter and its copy, as they were kept."""
    keys = (letter_key(what, about, lang) for what in (kind, f"{kind}_copy"))
    found = (kept_letter(desk.database, desk.town.id, household, key) for key in keys)
    return tuple(one.letter.body for one in found if one is not None)


def keep_message(desk: Desk, writer: Writer, household: int, kind: str, told: Message, about: str) -> None:
    """Keep a message in the open transaction: for the person, and the same for who acts for them. The same again adds nothing."""
    body = f"{told.subject}\n\n{told.text}".encode()
    kinds = (kind, f"{kind}_copy") if acts_for(desk, household, desk.today) else (kind,)
    for one in kinds:
        letter = Letter(one, LANG, TEXT, desk.today, body)
        record_letter(writer, household, letter, idem_key=letter_key(one, about, LANG))


def letter_key(kind: str, about: str, lang: str) -> str:
    """What makes a letter the same letter."""
    return f"letter {kind} {about} {lang}"
