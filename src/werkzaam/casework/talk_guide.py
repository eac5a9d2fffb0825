# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How a talk is prepared: it begins with the person, then open questions of money, and what is asked comes last (R-132)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.preferences import preference_of
from werkzaam.casework.vacancies import Match, Vacancy, matching
from werkzaam.regime.guidance import Duty

OPENING = ("open_how", "open_first", "open_help")
"""How somebody is, what should come first in their view, how they can be helped best."""

_FIRST = {Reason.DISPUTE: 0, Reason.SIGNAL: 1, Reason.QUESTION: 2}


@dataclass(frozen=True, slots=True)
class Guide:
    """A talk in its order: the opening questions, the items with money first, wishes with vacancies, and duties at the end."""

    opening: tuple[str, ...]
    items: tuple[Due, ...]
    wishes: tuple[str, ...]
    vacancies: tuple[Match, ...]
    duties: tuple[Duty, ...]


def first_things_first(dues: Iterable[Due]) -> list[Due]:
    """What is open about money before anything else (R-263), then what the client asked, then most overdue and most pressing."""
    return sorted(dues, key=lambda due: (_FIRST.get(due.reason, len(_FIRST)), due.rank))


def guide_of(dossier: Dossier, dues: Sequence[Due], vacancies: Iterable[Vacancy], today: date) -> Guide:
    """The guide of a client's next talk."""
    preference = preference_of(dossier)
    matches = matching(vacancies, preference.wishes, preference.limits, today)
    duties = dossier.guidance.duties if dossier.guidance else ()
    return Guide(OPENING, tuple(first_things_first(dues)), tuple(preference.wishes), tuple(matches), duties)
