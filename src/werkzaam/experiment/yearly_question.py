# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly question: did fear of settlement keep you from work? A share of who answered, with its interval (R-268).

Who does not know counts as an answer, and who was not asked or said nothing does not. Below ten answers nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words
from werkzaam.experiment.survey import DOES_NOT_KNOW, Form, Item
from werkzaam.experiment.two_groups import wilson

YES, NO = "yes", "no"
LEAST = 10
"""Answers below which a share is not printed."""
QUESTION = Item(
    "refused_for_settlement",
    Words(
        "Heeft u het afgelopen jaar werk niet aangenomen, of minder gewerkt, omdat u bang was voor verrekenen of terugbetalen?",
        "In the past year, did you not take work, or work less, for fear of settlement or of paying back?",
    ),
    Form.ONE, (YES, NO, DOES_NOT_KNOW),
)  # fmt: skip
"""Our own words: no source prints a questionnaire."""


@dataclass(frozen=True, slots=True)
class YearlyShare:
    """Of a year: how many answered, how many said yes or did not know, and how many of those asked gave no answer."""

    year: int
    answered: int
    yes: int
    does_not_know: int
    silent: int

    @property
    def hidden(self) -> bool:
        """Whether too few answered to say anything."""
        return self.answered < LEAST

    @property
    def percent(self) -> float:
        """The share of yes among the answers; raises InputError below ten answers."""
        self._refuse_few()
        return 100 * self.yes / self.answered

    def interval(self, level: float = 0.05) -> tuple[float, float]:
        """Between which percentages it lies; raises InputError below ten answers."""
        return wilson(self.percent, self.answered, level)

    def _refuse_few(self) -> None:
        if self.hidden:
            raise InputError(f"{self.year}: {LEAST} or more answers were expected before a share is told; found {self.answered}.")


def yearly_share(year: int, answers: Iterable[str | None]) -> YearlyShare:
    """The answers of a year counted; None is no answer. Raises InputError for another answer."""
    told = list(answers)
    strange = next((one for one in told if one is not None and one not in QUESTION.options), None)
    if strange is not None:
        raise InputError(f"One of {', '.join(QUESTION.options)} was expected; found {strange[:40]!r}.")
    said = [one for one in told if one is not None]
    return YearlyShare(year, len(said), said.count(YES), said.count(DOES_NOT_KNOW), len(told) - len(said))
