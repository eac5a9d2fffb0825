# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a council sees each year, and what a welfare organisation that takes part must report: little, and not outflow alone."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.app.experiment.report.content import Found, is_hidden, limits, shown_mean
from werkzaam.app.experiment.report.model import Cell, Report, Section, Table
from werkzaam.app.experiment.report.words import HIDDEN, WORDS
from werkzaam.experiment.design import Outcome, Words
from werkzaam.experiment.verdict.analysis import Measured

LEAST_MEASURES = 6
"""Goals of a council are broad: at least so many measures, or the view is not made."""
TITLE = Words("Wat de stad wilde bereiken, per groep", "What the city set out to reach, per group")
ABOUT = Words(
    "Meedoen, rondkomen en goede begeleiding zijn net zo goed doelen als werk. Alle regels wegen even zwaar.",
    "Taking part, making ends meet and good guidance are goals as much as work. All lines weigh the same.",
)
TOO_FEW = Words(
    "Deze proef meet te weinig doelen voor een beeld van de stad.", "This trial measures too few goals for a view of the city."
)


def council_view(found: Found, lang: str) -> Report:
    """One line for each measure, outflow among them and never first; with the limits, as everything that leaves the house."""
    design = found.design
    order = sorted(found.analysis.measured, key=lambda one: _late(design.outcomes, one))
    head = (WORDS[lang]["outcome"], *(getattr(arm.label, lang) for arm in design.arms))
    rows = []
    for one in order:
        outcome = next(each for each in design.outcomes if each.id == one.outcome)
        cells = [Cell(HIDDEN if is_hidden(found, arm.id, one.outcome) else shown_mean(outcome, people, mean, lang),
                      f"council/{one.outcome}/{arm.id}")
                 for arm, people, mean in zip(design.arms, one.n, one.means, strict=True)]  # fmt: skip
        rows.append((Cell(getattr(outcome.label, lang)), *cells))
    enough = len(rows) >= LEAST_MEASURES
    said = (getattr(ABOUT, lang),) if enough else (getattr(TOO_FEW, lang),)
    table = Table("council", getattr(TITLE, lang), head, tuple(rows), WORDS[lang]["hidden"].format(sign=HIDDEN))
    sections = (Section("council", getattr(TITLE, lang), said, (table,) if enough else ()), limits(design, lang))
    return Report(lang, getattr(TITLE, lang), getattr(design.title, lang), sections, ())


def _late(outcomes: tuple[Outcome, ...], one: Measured) -> tuple[bool, int]:
    """Interviews before registers, in the order of the design: leaving bijstand is a register outcome, and so never first."""
    place = next(at for at, each in enumerate(outcomes) if each.id == one.outcome)
    return outcomes[place].wave is None, place


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that a partner reports in a year, and in which months it is due."""

    what: Words
    due: str


DUTIES = (
    Duty(Words("Aantal deelnemers, eerste half jaar", "Number of participants, first half year"), "07"),
    Duty(Words("Aantal deelnemers, tweede half jaar", "Number of participants, second half year"), "01"),
    Duty(Words("Eén jaarverslag", "One yearly report"), "02"),
)
"""All that a welfare organisation reports (R-208): no names, no hours, no forms per person."""
