# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody added to an item that needs a human: kept beside it, never changed."""

from __future__ import annotations

import hashlib

from werkzaam.store.database import Database
from werkzaam.store.writer import Writer


def attach(writer: Writer, item_id: str, media_type: str, body: bytes) -> None:
    """Keep the file of an item that this writer opens, in the same transaction; an item has one at most."""
    fingerprint = hashlib.sha256(body).hexdigest()
    writer.beside("open_item_file", {"item_id": item_id, "media_type": media_type, "sha256": fingerprint, "body": body})


def attached_known(database: Database, municipality: str, item_id: str) -> tuple[str, int, str] | None:
    """What the file of an item is (its media type), its bytes and its SHA-256, without opening it; None where it has none."""
    row = database.row(
        "SELECT media_type, length(body), sha256 FROM open_item_file WHERE municipality = ? AND item_id = ?",
        (municipality, item_id),
    )
    return None if row is None else (row[0], row[1], row[2])


def attached(database: Database, municipality: str, item_id: str) -> tuple[str, bytes] | None:
    """What the file of an item is (its media type) and its bytes; None where it has none."""
    row = database.row(
        "SELECT media_type, body FROM open_item_file WHERE municipality = ? AND item_id = ?", (municipality, item_id)
    )
    return None if row is None else (row[0], bytes(row[1]))
