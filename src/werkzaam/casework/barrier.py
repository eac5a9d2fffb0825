# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether somebody cannot rather than will not: five things that may stand in the way, looked at by a trained worker (R-051).

The check has codes only: no diagnosis, and no story about health. What a client does not want to say is "not known", and what is
not known is never taken for unwillingness.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import standing
from werkzaam.core.errors import InputError

NONE, FOUND, UNKNOWN = "nee", "ja", "niet_bekend"
_ANSWERS = (NONE, FOUND, UNKNOWN)
BARRIERS = {"health": "gezondheid", "debts": "schulden", "care": "zorg", "language": "taal", "depression": "somberheid"}
"""What is looked at: the English name of the field, and the Dutch one."""
_ANSWERED_BY = (Kind.ACTIVITY, Kind.EXEMPTION, Kind.ABILITY, Kind.ASSESSMENT, Kind.REFERRAL, Kind.REQUEST)

FORM = Form(
    Kind.BARRIER_CHECK, "barrier check", "a trained worker looked at what may stand in the way",
    (
        *(Field(one, naam, FieldKind.OPTION, f"whether {one} is in the way", True, _ANSWERS) for one, naam in BARRIERS.items()),
        Field("training", "geschoold_door", FieldKind.TEXT, "which training you had for this", True),
        Field("spoken", "gesproken", FieldKind.TRUTH, "whether you spoke with the client about it", True),
    ),
    frozenset({Role.SUPPORT, Role.PROFESSIONAL}),
)  # fmt: skip


def barrier_check(dossier: Dossier, since: date | None) -> Entry | None:
    """The newest check from a day on, or ever; None when there is none."""
    found = [one for one in standing(dossier, Kind.BARRIER_CHECK, date.max) if since is None or one.day >= since]
    return last_of(found)


def answered(check: Entry, answer: str) -> list[str]:
    """The Dutch names of what got an answer in a check."""
    return [naam for name, naam in BARRIERS.items() if check.body.get(name) == answer]


def judge(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A check is of a day that has been; what was found is the start of help."""
    if entry.day > office.today:
        raise InputError(f"dag: {entry.day} is in the future; write a check down when it was done.")
    found = answered(entry, FOUND)
    yield Remark("barrier_found", {"barriers": found}) if found else Remark("barrier_none")


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """Help with what was found, until something was done about it."""
    check = barrier_check(dossier, None)
    if check is None or not answered(check, FOUND):
        return
    if any(one.order > check.order for one in dossier.of(*_ANSWERED_BY)):
        return
    by = check.day + timedelta(office.terms.invitation_days)
    yield Due(dossier.person, Reason.FOLLOW_UP, "barrier_help", by, values={"barriers": answered(check, FOUND), "day": check.day})


NOTION = Notion((FORM,), {Kind.BARRIER_CHECK: judge}, dues, about=frozenset({Kind.BARRIER_CHECK}))
