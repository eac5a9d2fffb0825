# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules that stood in the way of taking part: noted when it happens, counted by year for who makes the rules (R-264)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.core.errors import InputError

WISHES = ("werk", "scholing", "taal", "vrijwilligerswerk", "mantelzorg", "eigen_bedrijf", "meedoen")

FORM = Form(
    Kind.BLOCKED, "blocked note", "a rule stood in the way of what a client wanted to do",
    (
        Field("rule", "regel", FieldKind.TEXT, "the code of the rule, such as Pw 7:3 or a rule of the town", True),
        Field("wish", "wens", FieldKind.OPTION, "what the client wanted to do", True, WISHES),
        Field("note", "notitie", FieldKind.TEXT, "what would have helped"),
    ),
    frozenset({Role.SUPPORT, Role.LEAD, Role.CLIENT, Role.PROFESSIONAL}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BlockedBy:
    """How often a rule stood in the way of a wish in a year; these are requests, not people."""

    rule: str
    wish: str
    times: int


def in_year(entries: Iterable[Entry], year: int) -> list[BlockedBy]:
    """The rules that stood in the way in a year with what they stood in the way of, most often first."""
    found = Counter((rule_code(str(one.body["rule"])), str(one.body["wish"])) for one in entries if one.day.year == year)
    return [BlockedBy(rule, wish, times) for (rule, wish), times in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def rule_code(text: str) -> str:
    """A code of a rule as it is counted: `pw  7:3` is `Pw 7:3`."""
    words = text.split()
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def judge(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """It happened already."""
    if entry.day > office.today:
        raise InputError(f"dag: {entry.day} is in the future; a rule is noted when it stood in the way.")
    return (Remark("blocked_noted"),)


NOTION = Notion((FORM,), {Kind.BLOCKED: judge})
