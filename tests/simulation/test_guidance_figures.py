# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The published numbers of contacts and case managers stand beside those of a life, each with a verdict and a reason."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import numpy as np
import pytest

from tests.simulation.guided_world import SPAN
from tests.simulation.some_people import some_people
from werkzaam.app.simulation.guidance import (
    EXTRA,
    GROUPS,
    SELF,
    Contacts,
    amsterdam_norms,
    contacts_by_year,
    shown,
    text_of,
)
from werkzaam.app.simulation.guidance_figures import figures_of
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.months import Month
from werkzaam.simulation.guided import begin, guide
from werkzaam.simulation.people import LONG_AGO
from werkzaam.simulation.record import Record

PEOPLE, SEED = 4_000, 9


@cache
def guided() -> Record:
    """Contacts of people who all stay on bijstand: three in four dealt over the arms, the others outside.

    Case managers change one by one, because so few positions say little about the mean.
    """
    number = np.arange(PEOPLE)
    people = replace(some_people(PEOPLE), arm=number % 4, enters=np.where(number % 4 == 3, LONG_AGO, number // 4 % 6))
    given = shipped()
    for part in ("ams_extra_attention", "ams_self_direction"):
        given = given.without(f"contacts.changes_together.{part}")
    norms, recipient = amsterdam_norms(given, SPAN), people.person[people.first[:-1]]
    state, on = begin(recipient, norms, SEED), np.ones(PEOPLE, bool)
    columns = {name: np.ones((60, PEOPLE), np.int64) for name in ("on", "contacts", "managers")}
    for month in range(60):
        guide(state, norms, people.arm, recipient, on, month, SEED, people.enters)
        columns["contacts"][month], columns["managers"][month] = state.contacts, state.managers
    return Record(people, columns)


def test_what_was_put_in_or_fitted_comes_out_and_what_emerges_is_said_to() -> None:
    figures = {one.row: one for one in figures_of(guided(), SPAN, shipped())}
    verdicts = {row: one.verdict for row, one in figures.items()}
    same = ("contact_moments-001", "contact_moments-002", "contact_moments-003", "contact_moments-004", "contact_moments-005",
            "contact_moments-006", "contact_moments-009", "contact_moments-011", "case_manager_continuity-004",
            "case_manager_continuity-005", "case_manager_continuity-006")  # fmt: skip
    assert {verdicts[row] for row in same} == {"reproduced"}
    assert verdicts["contact_moments-010"] == "not_reproducible"
    assert verdicts["case_manager_continuity-001"] == "not_reproduced", "one number a part cannot give both mean and share"
    assert all(one.reason_nl and one.reason_en for one in figures.values())


def test_with_other_contacts_the_verdict_is_another() -> None:
    half = Record(guided().people, {**guided().columns, "contacts": guided()["contacts"] // 2})
    figures = {one.row: one.verdict for one in figures_of(half, SPAN, shipped())}
    assert figures["contact_moments-003"] == figures["contact_moments-005"] == "not_reproduced"


def test_contacts_are_a_year_and_client_of_who_entered_and_was_there() -> None:
    record = guided()
    rows = dict(contacts_by_year(record, SPAN))
    mine = record.people.arm == EXTRA
    expected = Fraction(int(record["contacts"][12:24, mine].sum()), int(mine.sum()))
    assert rows[2019][EXTRA] == expected
    away = Record(record.people, {**record.columns, "on": record["on"] * (np.arange(PEOPLE) % 4 != EXTRA)})
    assert dict(contacts_by_year(away, SPAN))[2019][EXTRA] is None
    assert Contacts(away, SPAN).workers(EXTRA) is None
    assert Contacts(away, SPAN).least(EXTRA, 2019) is None
    assert Contacts(record, SPAN).a_year(EXTRA, Month.of(2019, 1), Month.of(2019, 12)) == expected
    assert Contacts(record, SPAN).least(SELF, 2019) == 1
    assert all(one.verdict == "not_reproduced" for one in figures_of(away, SPAN, shipped()) if one.row.endswith("moments-003"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_text_has_every_year_and_every_figure(lang: str) -> None:
    figures = figures_of(guided(), SPAN, shipped())
    text = "\n".join(text_of(guided(), SPAN, figures, lang))
    assert all(str(year) in text for year in range(2018, 2023))
    assert all((one.figure_nl if lang == "nl" else one.figure_en) in text for one in figures)
    assert text.count("\n") > len(figures) + 7


def test_a_number_is_rounded_half_away_from_zero() -> None:
    assert [shown(Fraction(*one)) for one in ((193, 10), (1, 3), (1, 200), (2, 3))] == ["19.30", "0.33", "0.01", "0.67"]
    assert shown(None) == "-"
    assert len(GROUPS) == 2
