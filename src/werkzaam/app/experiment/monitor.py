# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures about work and leaving in words that count and say nothing of causes."""

from __future__ import annotations

from fractions import Fraction

from werkzaam.app.experiment.texts import MONITOR
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import day_text
from werkzaam.experiment.register import Conflict, Figure, LockIn


def lock_in_text(found: LockIn, lang: str) -> str:
    """How many earn just under the norm, and beside it who left, by hours a week."""
    words = MONITOR[lang]
    lines = [words["nobody"] if found.percent is None else words["bunching"].format(
        percent=_percent(found.percent, lang), count=found.just_under, n=found.n, within=euros(found.within, lang))]  # fmt: skip
    lines.append(words["exits"])
    for name, (n, left) in found.exits.items():
        share = _percent(Fraction(100 * left, n), lang) if n else "-"
        lines.append(words["exit"].format(hours=words["hours"][name], percent=share, left=left, n=n))
    return "\n".join([*lines, words["no_cause"]]) + "\n"


def conflict_text(found: Conflict, lang: str) -> str:
    """Two figures of the same thing, each with what it counts, among how many and of which day."""
    words = MONITOR[lang]
    return "\n".join([_figure(found.one, lang), _figure(found.other, lang), words["two_figures"]]) + "\n"


def _figure(one: Figure, lang: str) -> str:
    words = MONITOR[lang]
    return words["figure"].format(source=words["sources"].get(one.source, one.source), percent=_percent(one.percent, lang),
                                  n=one.n, day=day_text(one.day, lang), definition=one.definition)  # fmt: skip


def _percent(percent: Fraction, lang: str) -> str:
    """A percent as a whole number or with one decimal."""
    tenths = (20 * percent.numerator + percent.denominator) // (2 * percent.denominator)
    whole, rest = divmod(tenths, 10)
    return f"{whole}%" if rest == 0 else f"{whole}{',' if lang == 'nl' else '.'}{rest}%"
