# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters as they were sent, byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from werkzaam.core.months import Month
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Row
from werkzaam.store.months import month_of, stored
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: its kind, language, day and bytes, and the decision it is about (month and version) if any."""

    kind: str
    lang: str
    media_type: str
    sent_on: date
    body: bytes
    month: Month | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class StoredLetter:
    """A letter with the number of its event."""

    hseq: int
    letter: Letter


def record_letter(writer: Writer, household: int, letter: Letter, *, idem_key: str) -> Event | None:
    """Keep a letter as it was sent; None when one with this key is there."""
    row: Fields = {
        "kind": letter.kind, "lang": letter.lang, "media_type": letter.media_type, "sent_on": letter.sent_on.isoformat(),
        "sha256": hashlib.sha256(letter.body).hexdigest(), "body": letter.body,
        "month": stored(letter.month) if letter.month else None, "version": letter.version,
    }  # fmt: skip
    return writer.add(household, EventKind.LETTER, lambda _: {"letter": [row]}, idem_key=idem_key)


def letters(database: Database, municipality: str, household: int, upto: int | None = None) -> list[StoredLetter]:
    """The letters to a household as known at event `upto`, in order."""
    rows = database.rows(
        "SELECT hseq, kind, lang, media_type, sent_on, body, month, version FROM letter "
        "WHERE municipality = ? AND household = ? AND hseq <= ? ORDER BY hseq",
        (municipality, household, 2**62 if upto is None else upto),
    )
    return [_stored(row) for row in rows]


def kept_letter(database: Database, municipality: str, household: int, idem_key: str) -> StoredLetter | None:
    """The letter that was kept with this key, or None."""
    row = database.row(
        "SELECT letter.hseq, letter.kind, letter.lang, letter.media_type, letter.sent_on, letter.body, letter.month, "
        "letter.version FROM letter JOIN event ON event.municipality = letter.municipality "
        "AND event.household = letter.household AND event.hseq = letter.hseq "
        "WHERE letter.municipality = ? AND letter.household = ? AND event.idem_key = ?",
        (municipality, household, idem_key),
    )
    return None if row is None else _stored(row)


def _stored(row: Row) -> StoredLetter:
    hseq, kind, lang, media_type, sent_on, body, month, version = row
    when = month_of(month) if month else None
    return StoredLetter(hseq, Letter(kind, lang, media_type, date.fromisoformat(sent_on), bytes(body), when, version))
