# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages between being delivered and being taken over, as one text: what seals and unseals it stands with the site."""

from __future__ import annotations

import json
from collections.abc import Iterable

from werkzaam.app.employer.told import ToldWage
from werkzaam.app.ledger.body import kept, read


def as_text(wages: Iterable[ToldWage]) -> str:
    """All wages as one text."""
    return json.dumps([[one.line, one.owner, kept(one.row), one.withdrawn, one.why] for one in wages])


def from_text(text: str) -> list[ToldWage]:
    """The wages of `as_text`, without the employer's own staff numbers: the town has no use for them."""
    return [
        ToldWage(line, owner, read(row), withdrawn=withdrawn, why=why) for line, owner, row, withdrawn, why in json.loads(text)
    ]
