# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Answers: within their code list, in their version, and missing where nothing was asked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.experiment.design import Words
from werkzaam.experiment.spending import CATEGORIES, OTHER, WITHIN_OTHER, spending
from werkzaam.experiment.survey import DOES_NOT_KNOW, Form, Item, Mentions, QuestionSet, column, mentions, read_answers

LABEL = Words("vraag", "question")
WORK = Item("work", LABEL, Form.ONE, ("yes", "no", DOES_NOT_KNOW))
HOURS = Item("hours", LABEL, Form.NUMBER, (DOES_NOT_KNOW,), 0, 80)
WHY = Item("why_not_more", LABEL, Form.MANY, ("care", "health", "no_hours", DOES_NOT_KNOW))
CHANCE = Item("job_chance", LABEL, Form.NUMBER, (), 0, 10, since=2)
GONE = Item("old", LABEL, Form.ONE, ("a", "b"), until=1)
QUESTIONS = QuestionSet("proef", 2, (WORK, HOURS, WHY, CHANCE, GONE))


@pytest.mark.requirement("R-171")
def test_an_item_that_was_not_asked_is_missing_and_not_zero() -> None:
    first = read_answers(QUESTIONS, 1, {"work": "yes", "hours": "12", "job_chance": ""})
    second = read_answers(QUESTIONS, 2, {"work": "no", "hours": "0", "job_chance": "0"})
    assert first == {"work": "yes", "hours": 12}
    assert column(QUESTIONS, "job_chance", [first, second]) == [None, 0]
    assert [item.id for item in QUESTIONS.asked_in(1)] == ["work", "hours", "why_not_more", "old"]


@pytest.mark.requirement("R-172")
def test_several_answers_are_mentions_and_does_not_know_is_a_value() -> None:
    (answers,) = [read_answers(QUESTIONS, 2, {"why_not_more": "health|care|no_hours", "work": DOES_NOT_KNOW})]
    assert answers == {"why_not_more": ("care", "health", "no_hours"), "work": DOES_NOT_KNOW}
    found = mentions([answers["why_not_more"]])
    assert (found.persons, found.mentions) == (1, 3)
    assert mentions([(DOES_NOT_KNOW,), None, (), ("care", "health")], WHY.options) == Mentions(
        2, 3, {"care": 1, "health": 1, "no_hours": 0, DOES_NOT_KNOW: 1}
    )


@pytest.mark.parametrize(
    ("version", "cells", "told"),
    [
        (2, {"work": "soms"}, "work: one of yes, no, does_not_know was expected; found 'soms'"),
        (2, {"hours": "81"}, "hours: a whole number from 0 to 80, or does_not_know was expected; found '81'"),
        (2, {"hours": "-1"}, "hours: a whole number from 0 to 80"),
        (2, {"hours": "12.5"}, "found '12.5'"),
        (2, {"hours": "²"}, "hours: a whole number"),
        (2, {"why_not_more": "care|care"}, "a code stands there twice"),
        (2, {"why_not_more": "care|does_not_know"}, "stands beside another answer"),
        (2, {"why_not_more": "care|"}, "found ''"),
        (2, {"shoe_size": "42"}, "shoe_size: this question is not known; proef has hours, job_chance"),
        (1, {"job_chance": "3"}, "job_chance: version 1 does not ask this, and there is an answer"),
        (2, {"old": "a"}, "old: version 2 does not ask this"),
        (3, {}, "have versions 1 to 2; found 3"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(version: int, cells: dict[str, str], told: str) -> None:
    with pytest.raises(InputError) as refused:
        read_answers(QUESTIONS, version, cells)
    assert told in str(refused.value)


def test_a_question_that_nobody_knows_has_no_column() -> None:
    with pytest.raises(UnknownName, match="not known in proef"):
        column(QUESTIONS, "shoe_size", [])


@pytest.mark.requirement("R-106")
def test_spending_is_counted_as_the_table_has_it() -> None:
    """Receivers are made so that their answers add up to the seeded counts; most name one thing, some two."""
    with (Path(__file__).parent / "tables/premium_spending.csv").open(encoding="utf-8") as file:
        rows = {row["row_id"][-3:]: (row["item"], int(row["value"])) for row in csv.DictReader(file)}
    counts = dict(zip(CATEGORIES, [rows[f"{at:03}"][1] for at in range(3, 14)], strict=True))
    within = dict(zip(WITHIN_OTHER, [rows[f"{at:03}"][1] for at in range(14, 26)], strict=True))
    behind = [code for code, times in within.items() for _ in range(times)]
    said = [code for code in CATEGORIES for _ in range(counts[code]) if code != DOES_NOT_KNOW]
    receivers = rows["002"][1]
    knowing = receivers - counts[DOES_NOT_KNOW]
    answers: list[list[str]] = [[] for _ in range(knowing)]
    for at, code in enumerate(said):
        answers[at % knowing].append(code)
    detail = iter(behind)
    listed = [(tuple(one), (next(detail),) if OTHER in one else None) for one in answers]
    listed += [((DOES_NOT_KNOW,), None)] * counts[DOES_NOT_KNOW]

    found = spending(listed)
    assert (found.categories.mentions, found.receivers, found.categories.persons) == (476, 413, 413)
    assert found.categories.counts == counts
    assert found.categories.counts[OTHER] == 40
    assert found.within_other.counts == within
    assert (len(found.within_other.counts), found.within_other.mentions, found.unspecified) == (12, 40, 0)


def test_what_stands_behind_other_needs_other() -> None:
    assert spending([((OTHER,), None)]).unspecified == 1
    with pytest.raises(InputError, match="other was not mentioned"):
        spending([(("holiday",), ("travel",))])
