# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What people spent the premium on: several answers per receiver, in the categories of the report's table (R-106)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words
from werkzaam.experiment.survey import DOES_NOT_KNOW, Answer, Form, Item, Mentions, mentions

OTHER = "other"
CATEGORIES = (
    "household_goods", "holiday", "children", "debts", "groceries", "fixed_costs", "clothing", "savings", "extras", OTHER,
    DOES_NOT_KNOW,
)  # fmt: skip
WITHIN_OTHER = (
    "travel", "business", "medical", "dog", "study", "lawyer", "supporting_family", "passport", "naturalisation", "feasts",
    "scooter_licence", "charity",
)  # fmt: skip
_QUESTION = Words("Waaraan hebt u de premie uitgegeven?", "What did you spend the premium on?")
SPENT_ON = Item("premium_spent_on", _QUESTION, Form.MANY, CATEGORIES)
SPENT_ON_OTHER = Item("premium_spent_on_other", Words("Waaraan anders?", "On what else?"), Form.MANY, WITHIN_OTHER)


@dataclass(frozen=True, slots=True)
class Spending:
    """How often each category was mentioned by how many receivers, what stands behind *other*, and of how many nothing does."""

    receivers: int
    categories: Mentions
    within_other: Mentions
    unspecified: int


def spending(answers: Iterable[tuple[Answer | None, Answer | None]]) -> Spending:
    """The answers to both questions of every receiver who was asked; raises InputError for a split of *other* without *other*."""
    listed = list(answers)
    categories = mentions((one for one, _ in listed), CATEGORIES)
    within = mentions((other for _, other in listed), WITHIN_OTHER)
    said_other = [(isinstance(one, tuple) and OTHER in one, bool(other)) for one, other in listed]
    if (False, True) in said_other:
        raise InputError("Something stands behind other, and other was not mentioned. Compare the two answers.")
    return Spending(len(listed), categories, within, said_other.count((True, False)))
