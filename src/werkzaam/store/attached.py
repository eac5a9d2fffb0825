# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody added to an item that needs a human: kept beside it, never changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from werkzaam.store.database import Database
from werkzaam.store.writer import Writer


@dataclass(frozen=True, slots=True)
class ItemFile:
    """What is known of a file without opening it: what it is, how many bytes, and its fingerprint."""

    media_type: str
    size: int
    sha256: str


def attach(writer: Writer, item_id: str, media_type: str, body: bytes) -> None:
    """Keep the file of an item that this writer opens, in the same transaction; an item has one at most."""
    fingerprint = hashlib.sha256(body).hexdigest()
    writer.beside("open_item_file", {"item_id": item_id, "media_type": media_type, "sha256": fingerprint, "body": body})


def attached(database: Database, municipality: str, item_id: str) -> ItemFile | None:
    """What is known of the file of an item; None where it has none."""
    row = database.row(
        "SELECT media_type, length(body), sha256 FROM open_item_file WHERE municipality = ? AND item_id = ?",
        (municipality, item_id),
    )
    return None if row is None else ItemFile(*row)


def attached_bytes(database: Database, municipality: str, item_id: str) -> bytes | None:
    """The file of an item itself; None where it has none."""
    found = database.value("SELECT body FROM open_item_file WHERE municipality = ? AND item_id = ?", (municipality, item_id))
    return None if found is None else bytes(found)
