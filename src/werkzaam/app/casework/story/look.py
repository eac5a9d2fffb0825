# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a story can expect after a step: a refusal, a remark, what is due, what a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.story.act import Doing, Done
from werkzaam.app.rows import Row
from werkzaam.app.stories import Outcome
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Role
from werkzaam.casework.notions import due_of


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looks, on which day, and what the step before it came to."""

    doing: Doing
    done: Done


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that can be expected, and the keys that go with it."""

    at: Callable[[Seen, Row], Iterator[Outcome]]
    keys: tuple[str, ...] = ()


def _refused(seen: Seen, row: Row) -> Iterator[Outcome]:
    said = seen.done.refused or "nothing was refused"
    wanted = row.text("geweigerd")
    yield Outcome("refused", wanted, wanted if wanted in said else said)


def _remarks(seen: Seen, row: Row) -> Iterator[Outcome]:
    wanted = row.values["opmerkingen"]
    yield Outcome("remarks", str(sorted(wanted)), str(sorted(one.code for one in seen.done.remarks)))


def _dues(seen: Seen) -> list[Due]:
    desk = seen.doing.desk
    return due_of(dossier_of(desk, seen.doing.person, Role.SUPPORT), office_of(desk))


def _overdue(seen: Seen, row: Row) -> Iterator[Outcome]:
    """`te_laat = ["norm"]`: the codes of all that should have been done before today."""
    found = sorted({due.code for due in _dues(seen) if due.by < seen.doing.desk.today})
    yield Outcome("overdue", str(sorted(row.values["te_laat"])), str(found))


def _due(seen: Seen, row: Row) -> Iterator[Outcome]:
    """`te_doen = "norm", voor = 2020-03-10`: something is to be done by a day; `te_doen` with `niet = true`: it is not."""
    code, found = row.text("te_doen"), _dues(seen)
    by = sorted(str(due.by) for due in found if due.code == code)
    if row.truth("niet"):
        yield Outcome(f"{code} is to be done", "no", f"yes, by {', '.join(by)}" if by else "no")
    elif "voor" in row.values:
        yield Outcome(f"{code} is to be done by", str(row.day("voor")), ", ".join(by) or "never")
    else:
        yield Outcome(
            f"{code} is to be done", "yes", "yes" if by else f"no; {', '.join(due.code for due in found) or 'nothing'} is"
        )


def _reads(seen: Seen, row: Row) -> Iterator[Outcome]:
    """`leest = "handhaving", ziet = "niets"`: how many entries and contacts somebody in a role sees."""
    role = Role(row.text("leest"))
    dossier = dossier_of(seen.doing.desk, seen.doing.person, role)
    found = [*(entry.kind.value for entry in dossier.entries), *("contact" for _ in dossier.contacts)]
    yield Outcome(f"{role.value} sees", str(sorted(row.values["ziet"])), str(sorted(found)))


def _worker(seen: Seen, row: Row) -> Iterator[Outcome]:
    spell = dossier_of(seen.doing.desk, seen.doing.person, Role.SUPPORT).worker_on(seen.doing.desk.today)
    yield Outcome("case manager", row.text("klantmanager"), spell.worker if spell else "nobody")


LOOKS: Mapping[str, Look] = {
    "geweigerd": Look(_refused), "opmerkingen": Look(_remarks), "te_laat": Look(_overdue), "te_doen": Look(_due, ("voor", "niet")),
    "leest": Look(_reads, ("ziet",)), "klantmanager": Look(_worker),
}  # fmt: skip
"""What can be expected, by its key."""
