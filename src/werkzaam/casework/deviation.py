# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Deviating from a rule, with the reason, beside the most similar decisions of before (R-131).

Similar is what was decided about the same topic in the same coded circumstances. Nothing of the person is compared or shown: no
age, no origin, no district, and not the story.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.core.errors import InputError

TOPICS = ("studietijd", "uren", "plichten", "termijn", "contact", "instrument", "vergoeding", "anders")
CIRCUMSTANCES = (
    "gezondheid", "zorg", "schulden", "taal", "reistijd", "woonsituatie", "bijna_klaar", "werk_naast", "baangarantie",
    "vrijwilligerswerk", "eerdere_toezegging",
)  # fmt: skip
GRANTED, IN_PART, NOT_GRANTED = "toegestaan", "deels", "niet_toegestaan"
SHOWN = 3

FORM = Form(
    Kind.DEVIATION, "deviation decide", "deviate from a rule for a client, with the reason",
    (
        Field("topic", "onderwerp", FieldKind.OPTION, "what it is about", True, TOPICS),
        Field("circumstances", "omstandigheden", FieldKind.OPTIONS, "what makes the difference", True, CIRCUMSTANCES),
        Field("rule", "regel", FieldKind.TEXT, "the rule, such as Pw 9:1:b or a rule of the town", True),
        Field("answer", "antwoord", FieldKind.OPTION, "what was decided", True, (GRANTED, IN_PART, NOT_GRANTED)),
        Field("instead", "in_plaats_daarvan", FieldKind.TEXT, "what holds instead; without names, colleagues read it", True),
        Field("because", "omdat", FieldKind.TEXT, "the reason; the client reads it", True),
    ),
    frozenset({Role.SUPPORT, Role.LEAD}),
)  # fmt: skip


def similar(entry: Entry, earlier: Iterable[Entry], most: int = SHOWN) -> list[Entry]:
    """The earlier decisions that are most like one, most alike first: by topic, then by circumstances shared, then the newest."""
    return sorted(earlier, key=lambda one: (*_likeness(entry, one), one.day, one.seq), reverse=True)[:most]


def _likeness(one: Entry, other: Entry) -> tuple[bool, Fraction]:
    mine, theirs = _circumstances(one), _circumstances(other)
    shared = Fraction(len(mine & theirs), len(mine | theirs) or 1)
    return one.body["topic"] == other.body["topic"], shared


def _circumstances(entry: Entry) -> frozenset[str]:
    found = entry.body.get("circumstances")
    return frozenset(map(str, found)) if isinstance(found, list | tuple) else frozenset()


def told(entry: Entry) -> Remark:
    """An earlier decision as a colleague may see it: the codes, what holds instead and the day; nothing of whom it was."""
    day: date = entry.day
    return Remark("deviation_similar", {
        "day": day, "topic": entry.body["topic"], "circumstances": sorted(_circumstances(entry)), "answer": entry.body["answer"],
        "instead": entry.body["instead"],
    })  # fmt: skip


def judge(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A decision of a day that has been; the earlier ones come from the whole town, and are added where it is written."""
    if entry.day > office.today:
        raise InputError(f"dag: {entry.day} is in the future; a decision is written down when it is taken.")
    return ()


NOTION = Notion((FORM,), {Kind.DEVIATION: judge})
