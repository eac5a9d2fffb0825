# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A town as the ledger needs it: its regimes, who answers questions, when it pays and from which account."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from werkzaam.app.rows import Row, read_toml
from werkzaam.core.errors import InputError
from werkzaam.core.iban import iban

_ID = re.compile(r"[a-z][a-z0-9_]{1,30}")
_KEYS = (
    "id",
    "naam",
    "regime",
    "contactpersoon",
    "telefoon",
    "betaaldag",
    "aankondiging_dagen",
    "iban",
    "bic",
    "tenaamstelling",
    "adres",
    "bewaartermijn_jaren",
    "premie_terugvragen_vanaf",
)


@dataclass(frozen=True, slots=True)
class Town:
    """What a municipality settled about its ledger; `pay_day` is the day of the month on which it pays.

    `premium_back_above`: more cents of premium than these must have been paid too much before an officer is asked to ask them
    back; None when the town never does (R-101).
    """

    id: str
    name: str
    regimes: tuple[str, ...]
    contact: str
    phone: str
    pay_day: int
    notice_days: int
    iban: str
    bic: str
    holder: str
    address: tuple[str, ...] = ()
    keep_years: int | None = None
    """Years after the end of bijstand for which what is personal is kept, as the town chose; None when it did not say."""
    premium_back_above: int | None = None
    folder: Path | None = field(default=None, compare=False)
    """Where its file stands, with the designs of its experiments and the key for pseudonyms beside it."""


def read_town(path: Path) -> Town:
    """The town in a file; raises InputError naming file, line and key."""
    document = read_toml(path)
    return replace(town_of(document.top), folder=path.parent)


def town_of(row: Row) -> Town:
    """The town that a table describes."""
    row.only(*_KEYS)
    name = row.text("id")
    if not _ID.fullmatch(name):
        row.refuse("id", f"a short name in small letters was expected, such as amsterdam; found {name!r}.")
    return Town(
        id=name, name=row.text("naam"), regimes=row.texts("regime"), contact=row.text("contactpersoon"),
        phone=row.text("telefoon"), pay_day=_between(row, "betaaldag", 1, 31),
        notice_days=_between(row, "aankondiging_dagen", 0, 60), iban=row.read("iban", lambda: iban(row.text("iban"))),
        bic=row.text("bic"), holder=row.text("tenaamstelling"), address=row.texts("adres") if "adres" in row.values else (),
        keep_years=_between(row, "bewaartermijn_jaren", 1, 100) if "bewaartermijn_jaren" in row.values else None,
        premium_back_above=_threshold(row),
    )  # fmt: skip


def _threshold(row: Row) -> int | None:
    if "premie_terugvragen_vanaf" not in row.values:
        return None
    found = row.cents("premie_terugvragen_vanaf")
    if found < 0:
        row.refuse("premie_terugvragen_vanaf", f"an amount of zero or more was expected; found {found} cents.")
    return found


def _between(row: Row, key: str, low: int, high: int) -> int:
    found = row.whole(key)
    if not low <= found <= high:
        raise InputError(f"{key}: a number from {low} to {high} was expected; found {found}.", file=row.document.file)
    return found
