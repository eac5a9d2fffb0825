# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Permissions and promises: each with an end, and as strong under the next case manager as under this one (R-039)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from werkzaam.casework.calendar import months_after
from werkzaam.casework.contacts import CAME
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import withdrawal_of
from werkzaam.core.errors import InputError
from werkzaam.facts.working_days import working_days_after

PERMISSION, PROMISE = "toestemming", "belofte"
OURS, THEIRS, BOTH = "gemeente", "klant", "samen"
FORM = Form(
    Kind.AGREEMENT, "agreement make", "write down a permission or promise, with its last day",
    (
        Field("sort", "soort", FieldKind.OPTION, "a permission or a promise", True, (PERMISSION, PROMISE)),
        Field("what", "wat", FieldKind.TEXT, "what was agreed, such as: the training as a coach", True),
        Field("whose", "van_wie", FieldKind.OPTION, "who has to keep it", True, (OURS, THEIRS, BOTH)),
        Field("because", "omdat", FieldKind.TEXT, "why, for who comes after you"),
    ),
    frozenset({Role.SUPPORT, Role.INCOME, Role.LEAD, Role.CLIENT}),
)  # fmt: skip


def judge(entry: Entry, _dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """An agreement has an end that lies ahead: without one nobody knows whether it still holds."""
    if entry.until is None:
        raise InputError("until: an agreement has a last day, such as --until 2021-08-31; none was given.")
    if entry.until < entry.day:
        raise InputError(f"until: a day from {entry.day} on was expected; found {entry.until}.")
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """Our promises by their last day, a talk before a permission ends, and telling the client what was withdrawn."""
    for entry in dossier.of(Kind.AGREEMENT):
        withdrawal, until = withdrawal_of(entry, dossier), entry.until
        values = {"what": entry.body["what"], "last": until}
        if withdrawal is not None:
            if withdrawal.role is not Role.CLIENT and not _told(withdrawal, dossier):
                by = working_days_after(withdrawal.day, office.terms.answer_working_days)
                yield Due(dossier.person, Reason.PROMISE, "withdrawal_to_tell", by, f"nr. {withdrawal.seq}", values=values)
        elif until is None or closed(entry, dossier):
            continue
        elif entry.body["sort"] == PERMISSION:
            yield Due(dossier.person, Reason.FOLLOW_UP, "permission_ends", months_after(until, -1), f"nr. {entry.seq}", True,
                      office.terms.talk_minutes, values=values)  # fmt: skip
        elif entry.body["whose"] != THEIRS:
            yield Due(dossier.person, Reason.PROMISE, "promise", until, f"nr. {entry.seq}", values=values)


def open_promises(dossier: Dossier) -> list[Entry]:
    """What the town still has to do for a client by its promises, also when it is late."""
    promised = (one for one in dossier.of(Kind.AGREEMENT) if one.body["sort"] == PROMISE and one.body["whose"] != THEIRS)
    return [one for one in promised if withdrawal_of(one, dossier) is None and not closed(one, dossier)]


def closed(agreement: Entry, dossier: Dossier) -> bool:
    """Whether an agreement was kept, or looked back at."""
    return any(one.kind in (Kind.ANSWERED, Kind.REVIEW) for one in dossier.about(agreement.seq))


def _told(withdrawal: Entry, dossier: Dossier) -> bool:
    """Whether the client knows of a withdrawal: there was a contact since, or the client spoke of it."""
    spoke = any(one.role is Role.CLIENT for one in dossier.about(withdrawal.seq))
    return spoke or any(one.day >= withdrawal.day and one.presence == CAME for one in dossier.contacts)


NOTION = Notion((FORM,), {Kind.AGREEMENT: judge}, dues, about=frozenset({Kind.AGREEMENT}))
