# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every exception of Werkzaam, as one tree.

    WerkzaamError
    ├── InputError            something a person wrote or delivered cannot be read as meant
    │   └── UnknownName       a key, column, rule, fact or regime that does not exist
    ├── FactError             a number of the State
    │   ├── FactNotInForce    no value on that day
    │   └── FactHole          the source is known to have no number there
    ├── RegimeError           a choice of the town
    │   ├── NotStated         no part of the regime states it
    │   └── OverLimit         the law does not leave this choice
    ├── NotCovered            a situation we do not compute, with its article
    ├── NotAllowed            an act that needs another officer, a reason or another moment
    ├── LedgerError           amounts or a chain that do not add up (a mistake of ours, or tampering)
    │   └── TimeWentBack      the clock is behind what was recorded before
    └── RuleError             a rule that cannot be read as a formula (a mistake of ours)

A message says what we looked for, what we found and what to do. It never says what somebody is
entitled to. Expected outcomes are values, not exceptions.
"""

from __future__ import annotations


class WerkzaamError(Exception):
    """Base of all errors; `exit_code` is what the command line returns."""

    exit_code = 2


class InputError(WerkzaamError):
    """Input cannot be read as it was meant; `file` and `row` say where when known."""

    def __init__(self, message: str, *, file: str | None = None, row: int | None = None) -> None:
        self.file, self.row = file, row
        place = "" if file is None else f"{file}, row {row}: " if row is not None else f"{file}: "
        super().__init__(place + message)


class UnknownName(InputError):
    """A key, column, rule, fact or regime that does not exist."""


class FactError(WerkzaamError):
    """A number of the State is missing or unusable."""


class FactNotInForce(FactError):
    """The fact exists, but has no value on that day."""


class FactHole(FactError):
    """The fact is declared, but its source gives no number for that period."""


class RegimeError(WerkzaamError):
    """A regime file cannot be executed as written."""


class NotStated(RegimeError):
    """A choice is needed that no part of the regime states."""


class OverLimit(RegimeError):
    """A choice goes beyond what the law leaves to the town."""


class NotCovered(WerkzaamError):
    """A situation that Werkzaam does not compute; the message names the article."""


class NotAllowed(WerkzaamError):
    """An act that needs another officer, a reason, or another moment; the message says which."""


class LedgerError(WerkzaamError):
    """Amounts or a chain of the ledger that do not add up. A mistake of ours or tampering, never of a person."""

    exit_code = 70


class TimeWentBack(LedgerError):
    """Something would be recorded before what came before it: the clock of this machine is behind."""


class RuleError(WerkzaamError):
    """A rule or rule set is not a formula; names file and line. A mistake of ours, not of the user."""

    exit_code = 70
