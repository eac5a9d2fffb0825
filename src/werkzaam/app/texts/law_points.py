# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a rule of the law, and how far it can be computed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How far a rule of the law is computed."""

    COVERED = "covered"
    PARTLY = "partly"
    REFUSED = "refused"
    NO_SUM = "not a sum"


@dataclass(frozen=True, slots=True)
class Point:
    """One rule of the law: what it says, where, how far it is computed, by what, and what is missing."""

    id: str
    says: str
    law: str
    state: State
    by: tuple[str, ...]
    missing: str = ""
