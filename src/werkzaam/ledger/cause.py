# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a decided month changed. A person is never a cause: what is reported late has a cause of its own (R-075)."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum


class Cause(Enum):
    """The cause of a correction; the values are labels in Dutch and English, the name in lower case is what is stored."""

    GEMEENTE = ("een fout van de gemeente", "an error of the municipality")
    NIEUWE_TABEL = ("nieuwe bedragen van het Rijk", "new amounts of the State")
    WERKGEVER = ("een correctie van de werkgever", "a correction by the employer")
    SCHATTING = ("de schatting was anders dan het loon", "the estimate differed from the wage")
    TE_LATE_LOONSTROOK = ("de loonstrook kwam later dan de betaling", "the payslip came later than the payment")
    LATE_MELDING = ("een wijziging werd later bekend", "a change became known later")
    OVERIG = ("een andere oorzaak", "another cause")
    ONBEKEND = ("de oorzaak is nog niet bekend", "the cause is not known yet")

    def words(self, lang: str = "nl") -> str:
        """The cause as a letter says it, in `nl` or `en`."""
        return self.value[lang != "nl"]

    @property
    def stored(self) -> str:
        """The text that is stored: `te_late_loonstrook`."""
        return self.name.lower()


class Change(Enum):
    """What is known now that was not when the month was decided; the value is the cause it points to."""

    OUR_ENTRY = ("our entry was put right", Cause.GEMEENTE)
    OUR_RULES = ("our rules or the regime were put right", Cause.GEMEENTE)
    TABLE = ("amounts of the State were published or corrected", Cause.NIEUWE_TABEL)
    EMPLOYER_CORRECTION = ("the employer corrected an earlier slip", Cause.WERKGEVER)
    WAGE_AFTER_ESTIMATE = ("a wage took the place of its estimate", Cause.SCHATTING)
    WAGE_WITHOUT_ESTIMATE = ("a wage came of which nothing was estimated", Cause.TE_LATE_LOONSTROOK)
    REPORTED = ("something else in the household became known", Cause.LATE_MELDING)
    OTHER = ("something else changed", Cause.OVERIG)

    @property
    def cause(self) -> Cause:
        """The cause that this change alone would be."""
        return self.value[1]


def cause_of(changes: Collection[Change]) -> Cause:
    """The one cause of a correction; not known when nothing is known to have changed.

    Of several the first in the order above counts: what the municipality, the State or an employer did comes before what
    became known late, so that in doubt nobody's report is named.
    """
    return next((change.cause for change in Change if change in changes), Cause.ONBEKEND)
