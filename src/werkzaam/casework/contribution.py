# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Hours of care, voluntary work and work that somebody gave in a year, as they tell it (R-147).

It is there to be seen and shown: nothing is due because of it, nothing is checked, and no duty follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, text_of, withdrawn
from werkzaam.core.errors import InputError

CARE, VOLUNTARY, WORK = "mantelzorg", "vrijwilligerswerk", "betaald_werk"
WHAT = (CARE, VOLUNTARY, WORK)
_HOURS_OF_A_YEAR = 8_784

FORM = Form(
    Kind.CONTRIBUTION, "contribution tell", "tell hours of care, voluntary work or work of a year",
    (
        Field("what", "wat", FieldKind.OPTION, "what it was", True, WHAT),
        Field("year", "jaar", FieldKind.COUNT, "the calendar year", True, least=2000, most=2100),
        Field("hours", "uren", FieldKind.COUNT, "hours together", True, least=1, most=_HOURS_OF_A_YEAR),
        Field("where", "waar", FieldKind.TEXT, "where, or for whom"),
    ),
    frozenset({Role.CLIENT}),
)  # fmt: skip


def told_of(dossier: Dossier, year: int) -> list[Entry]:
    """What somebody told of a year and did not take back, first to last."""
    return [one for one in dossier.of(Kind.CONTRIBUTION) if count_of(one, "year") == year and not withdrawn(dossier, one)]


def totals(told: Iterable[Entry]) -> dict[str, int]:
    """Hours by what they were, in the order of `WHAT`; what nobody told is left out."""
    found = dict.fromkeys(WHAT, 0)
    for one in told:
        found[text_of(one, "what")] += count_of(one, "hours") or 0
    return {what: hours for what, hours in found.items() if hours}


def judge(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A year that has begun; the hours are as the client tells them."""
    year = count_of(entry, "year") or 0
    if year > office.today.year:
        raise InputError(f"jaar: a year up to {office.today.year} was expected; found {year}.")
    return ()


NOTION = Notion((FORM,), {Kind.CONTRIBUTION: judge})
