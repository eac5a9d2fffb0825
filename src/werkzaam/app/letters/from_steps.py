# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a letter's sum from the steps of a calculation, with the sentences that the screen shows."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.letters.content import Line, Words
from werkzaam.app.sentence import sentence
from werkzaam.engine.explain import MonthSteps, Step

UP_TO_NORM = Words("Inkomen dat meetelt, tot de norm", "Income that counts, up to the norm")


def lines_of(steps: MonthSteps) -> tuple[Line, ...]:
    """The lines from the norm to what is to be paid; they add up to `uit_te_betalen` of the month.

    Income above the norm is shown as far as it takes the norm to nothing, since bijstand is never below zero (Pw 19:2).
    """
    return tuple(_lines(steps))


def line_of(step: Step, cents: int, label: Words | None = None) -> Line:
    """One step as a line of so many signed cents: its title, its sentence in both languages and its article."""
    titles = Words(step.rule.say("nl").title, step.rule.say("en").title)
    return Line(label or titles, cents, Words(sentence(step, "nl"), sentence(step, "en")), step.rule.law)


def _lines(steps: MonthSteps) -> Iterator[Line]:
    norm, counted = steps.value("bijstandsnorm"), steps.value("bijstand") - steps.value("bijstandsnorm")
    yield line_of(steps.steps["bijstandsnorm", ()], norm)
    capped = -counted < steps.value("middelen")
    yield line_of(steps.steps["middelen", ()], counted, UP_TO_NORM if capped else None)
    yield line_of(steps.steps["reservering", ()], -steps.value("reservering"))
    if steps.value("nabetaling_vakantiegeld"):
        yield line_of(steps.steps["nabetaling_vakantiegeld", ()], steps.value("nabetaling_vakantiegeld"))
