# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A notion that is not asked, because a dossier has none of what it is about, would have said nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from werkzaam.casework.channels import CHANNELS, INITIATORS
from werkzaam.casework.contacts import PRESENCE
from werkzaam.casework.dossier import Contact, Dossier, Spell
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind
from werkzaam.casework.notion import Notion
from werkzaam.casework.notions import FORMS, NOTIONS
from werkzaam.casework.office import Office
from werkzaam.regime.guidance import guidance_of_part

FIRST, TODAY = date(2018, 1, 1), date(2020, 4, 1)
PARTS = ("ams_comparison", "ams_self_direction", "ams_extra_attention", "rot_taskforce", "sto_jobbtorg")
GATED = [notion for notion in NOTIONS if notion.about and notion.dues]


def some_day(chance: random.Random) -> date:
    return FIRST + timedelta(chance.randrange((TODAY - FIRST).days))


def value(field: Field, chance: random.Random) -> object:
    match field.kind:
        case FieldKind.OPTION:
            return chance.choice(field.options)
        case FieldKind.OPTIONS:
            return tuple(chance.sample(field.options, 1))
        case FieldKind.TEXTS:
            return ("4",)
        case FieldKind.COUNT | FieldKind.CENTS:
            return max(field.least or 0, 1)
        case FieldKind.TRUTH:
            return chance.random() < 0.5
        case FieldKind.DAY:
            return str(some_day(chance))
    return "tekst"


def entries(kinds: Sequence[Kind], chance: random.Random) -> tuple[Entry, ...]:
    made = []
    for seq in range(1, 13):
        form = FORMS[chance.choice(kinds)]
        body = {one.name: value(one, chance) for one in form.fields if one.required or chance.random() < 0.5}
        if "about" in body:
            body["about"] = chance.randrange(1, 13)
        until = some_day(chance) if chance.random() < 0.3 else None
        role = chance.choice(sorted(form.roles, key=lambda role: role.value))
        made.append(Entry(7, form.kind, some_day(chance), role, "j.visser", body, until, seq, None))
    return tuple(made)


def dossier(kinds: Sequence[Kind], chance: random.Random) -> Dossier:
    contacts = [
        Contact(7, some_day(chance), chance.choice(CHANNELS), chance.choice(INITIATORS), "gesprek", chance.choice(PRESENCE), "x")
        for _ in range(chance.randrange(5))
    ]
    guidance = guidance_of_part(chance.choice(PARTS))
    return Dossier(7, 7, date(1980, 5, 14), guidance, entries(kinds, chance), tuple(contacts), (Spell("j.visser", FIRST),))


@pytest.mark.parametrize("notion", GATED, ids=lambda notion: min(kind.value for kind in notion.about))
def test_without_what_it_is_about_a_notion_makes_nothing_due(notion: Notion) -> None:
    chance = random.Random(20200401)
    others = [kind for kind in FORMS if kind not in notion.about]
    found = [due for _ in range(60) for due in notion.dues(dossier(others, chance), Office(TODAY))]
    assert found == []


def test_every_kind_that_a_gated_notion_is_about_can_be_written() -> None:
    assert len(GATED) > 15
    for notion in GATED:
        assert notion.about <= {*FORMS}
