# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Time divided by what was agreed instead of in equal shares: how long each need waits, and who gets no time (R-112)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.frequency import NEEDS, Agreement, agreement_of

NONE_AGREED = "geen_afspraak"
_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12


@dataclass(frozen=True, slots=True)
class Waiting:
    """People of one need: how many, the talks a week that they agreed and that they get, and the weeks from talk to talk.

    `asked` and `weeks` are averages over these people; None for who get no regular talk. `this_week` of them are in the plan.
    """

    need: str
    clients: int
    talks: Fraction
    asked: Fraction | None
    weeks: Fraction | None
    this_week: int


def waiting_times(dossiers: Iterable[Dossier], today: date, talks: int, planned: Iterable[int]) -> list[Waiting]:
    """How long each need waits with so many talks a week; `planned` are the clients of this week's plan.

    When more was agreed than there is time for, everybody waits longer by the same factor, so that the most intensive still comes
    most often; nobody's talk comes earlier than agreed.
    """
    agreed: dict[str, list[Fraction]] = defaultdict(list)
    of_need: dict[str, set[int]] = defaultdict(set)
    for dossier in dossiers:
        found = agreement_of(dossier, today)
        need = NONE_AGREED if found is None else str(found.entry.body.get("need", "gewoon"))
        of_need[need].add(dossier.person)
        agreed[need] += [_a_week(found)] if found else []
    asked = sum((share for shares in agreed.values() for share in shares), Fraction(0))
    factor = min(Fraction(1), Fraction(talks) / asked) if asked else Fraction(0)
    now = {*planned}
    return [
        _waiting(need, of_need[need], agreed[need], factor, len(of_need[need] & now))
        for need in (*NEEDS, NONE_AGREED) if of_need[need]
    ]  # fmt: skip


def _a_week(agreement: Agreement) -> Fraction:
    """The talks a week of an agreement."""
    if agreement.months:
        return Fraction(_MONTHS_A_YEAR, agreement.months * _WEEKS_A_YEAR)
    return Fraction(1, agreement.weeks)


def _waiting(need: str, people: set[int], shares: list[Fraction], factor: Fraction, now: int) -> Waiting:
    many, talks = len(people), sum(shares, Fraction(0))
    gets = talks * factor
    return Waiting(need, many, gets, many / talks if talks else None, many / gets if gets else None, now)
