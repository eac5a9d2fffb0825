# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong between the ledger and its database, each with what to do.

StoreError              the database is not there, not ours, or not as it should be
├── Unsafe              a setting or a missing constraint under which money can be lost or changed
├── Refused             a constraint of the schema did not let a statement through
├── CommitUnknown       the connection was lost while saving: whether it was saved is not known
└── Fenced              somebody else took over this piece of work
"""

from __future__ import annotations

from werkzaam.core.errors import WerkzaamError


class StoreError(WerkzaamError):
    """The database is not there, not ours, or not as it should be."""


class Unsafe(StoreError):
    """A setting, or a constraint that is missing, under which money could be lost or changed unseen."""


class Refused(StoreError):
    """A constraint did not let a statement through; `constraint` is its name in the schema, empty when not known."""

    exit_code = 70

    def __init__(self, message: str, constraint: str = "") -> None:
        self.constraint = constraint
        super().__init__(message)


class CommitUnknown(StoreError):
    """The connection was lost while saving. Doing the same again is safe: every event has a key that counts once."""


class Fenced(StoreError):
    """Another worker took over; what this one did is thrown away."""
