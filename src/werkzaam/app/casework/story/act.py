# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody does in a step of a story, each by the use case that a command calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from werkzaam.app.casework.handing_over import hand_over
from werkzaam.app.casework.record import write
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.rows import Row
from werkzaam.casework.entry import Role
from werkzaam.casework.notion import Remark
from werkzaam.casework.notions import FORMS
from werkzaam.store.casework import assign, clients


@dataclass
class Doing:
    """Who does something for whom, and the numbers that the story gave names to."""

    desk: Desk
    person: int
    role: Role
    names: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """What a step came to: remarks, or the reason why it was refused."""

    remarks: tuple[Remark, ...] = ()
    refused: str = ""


def _write(doing: Doing, row: Row) -> Done:
    """`schrijf = { wat = "goal set", velden = {...} }`: an entry with the fields of its form."""
    told = row.inside("schrijf", row.values["schrijf"])
    told.only("wat", "velden", "over", "op", "tot", "in_plaats_van", "noem")
    forms = {form.command: form for form in FORMS.values()}
    wanted = told.text("wat")
    if wanted not in forms:
        told.refuse("wat", f"one of {', '.join(sorted(forms))} was expected; found {wanted!r}.")
    raw = dict(told.values.get("velden", {}))
    if "over" in told.values:
        raw["over"] = _named(doing, told, "over")
    done = write(
        doing.desk, doing.person, forms[wanted].kind, raw, role=doing.role, day=told.day("op") if "op" in told.values else None,
        until=told.day("tot") if "tot" in told.values else None,
        replaces=_named(doing, told, "in_plaats_van") if "in_plaats_van" in told.values else None, where=told.document.file,
    )  # fmt: skip
    if "noem" in told.values and done.seq is not None:
        doing.names[told.text("noem")] = done.seq
    return Done(done.remarks)


def _named(doing: Doing, row: Row, key: str) -> int:
    """The number of an entry that an earlier step gave a name."""
    name = row.text(key)
    if name not in doing.names:
        row.refuse(key, f"a name that an earlier step gave (noem) was expected: {', '.join(doing.names) or 'none yet'}.")
    return doing.names[name]


def _assign(doing: Doing, row: Row) -> Done:
    """`toegewezen = { aan = "...", omdat = "..." }`: from this day on the client has another case manager, without more."""
    told = row.inside("toegewezen", row.values["toegewezen"])
    told.only("aan", "omdat")
    with doing.desk.writes() as writer:
        client = clients(doing.desk.database, doing.desk.town.id, [doing.person])[doing.person]
        assign(writer, client, told.text("aan"), doing.desk.today, reason=told.text("omdat"))
    return Done()


def _hand_over(doing: Doing, row: Row) -> Done:
    """`overdracht = { aan = "...", vanaf = 2020-02-03, omdat = "..." }`: the client is told, and has another case manager."""
    told = row.inside("overdracht", row.values["overdracht"])
    told.only("aan", "vanaf", "omdat")
    done = hand_over(doing.desk, doing.person, told.text("aan"), told.day("vanaf"), told.text("omdat"), role=doing.role)
    return Done(done.remarks)


DEEDS: Mapping[str, Callable[[Doing, Row], Done]] = {"schrijf": _write, "toegewezen": _assign, "overdracht": _hand_over}
"""What can happen in a step, by its key."""
