# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What figures 1 to 3 must satisfy, as equalities and orders, and whether the repeats do."""

from __future__ import annotations

from werkzaam.app.experiment.report.model import Cell, Section, Table
from werkzaam.app.simulation.constraints_check import constraints as published
from werkzaam.app.simulation.relive import Relived, research
from werkzaam.app.simulation.relive_measures import MEASURES
from werkzaam.app.simulation.relive_trial import ARMS, WAVES, Trial
from werkzaam.app.simulation.report.figures import QUARTERS
from werkzaam.app.simulation.report.names import NAMED
from werkzaam.app.simulation.report.words import WORDS
from werkzaam.experiment.words import number_text
from werkzaam.simulation.constraints import Constraint, Operator, Place, Verdict, judge
from werkzaam.simulation.figures import HOURS, OUTFLOW, WORKING

_SIGNS = {Operator.EQUAL: "=", Operator.MORE: ">", Operator.LESS: "<", Operator.HARDLY_MORE: "≥"}
_METRICS = {OUTFLOW: ("outflow", 100), WORKING: ("work", 100), HOURS: ("hours", 1)}


def constraints(done: Relived, lang: str) -> Section:
    """Every constraint with what it must be, what the repeats have, and how many single ones meet it."""
    words = WORDS[lang]
    seen = [figures(one) for one in done.repeats]
    verdicts = [judge(one, seen) for one in published()]
    head = tuple(words[name] for name in ("rule", "meant", "found", "single", "verdict"))
    said = words["constraints_said"].format(
        fine=sum(one.holds for one in verdicts), all=len(verdicts), panel=number_text(research(done.repeats), lang, 0)
    )  # fmt: skip
    table = Table(
        "constraints", words["constraints_table"], head, tuple(_row(one, lang) for one in verdicts), words["constraints_note"]
    )
    return Section("constraints", words["constraints"], (said,), (table,))


def figures(trial: Trial) -> dict[tuple[str, str, str], float]:
    """Figures 1 to 3 of a trial: by metric, group and time."""
    found = {}
    for arm in ARMS:
        for place in (*QUARTERS, WAVES[3]):
            wave, period = ("", place) if "-Q" in place else (place, "")
            found[OUTFLOW, arm, place] = 100 * MEASURES["outflow"](trial, arm, wave, period)
        for wave in WAVES:
            for metric in (WORKING, HOURS):
                measure, scale = _METRICS[metric]
                found[metric, arm, wave] = scale * MEASURES[measure](trial, arm, wave, "")
    return found


def _row(one: Verdict, lang: str) -> tuple[Cell, ...]:
    words, rule, handle = WORDS[lang], one.constraint, f"constraints/{one.constraint.id}"
    verdict = words["reproduced" if one.holds else "not_reproduced"]
    single = f"{number_text(100 * one.single, lang, 0)}%"
    return (Cell(f"{words[f'figure_{rule.figure}'].partition('.')[0]}, {_side(rule.left, lang)} ({rule.id})"),
            Cell(_meant(rule, lang), f"{handle}/meant"), Cell(number_text(one.mean, lang), f"{handle}/found"),
            Cell(single, f"{handle}/single"), Cell(verdict))  # fmt: skip


def _side(places: tuple[Place, ...], lang: str) -> str:
    first = places[0]
    times = f"{first.times[0]} – {first.times[-1]}" if len(first.times) > 1 else " / ".join(one.times[0] for one in places)
    return f"{NAMED[first.group][0 if lang == 'nl' else 1]} {times}"


def _meant(rule: Constraint, lang: str) -> str:
    number = number_text(rule.offset, lang)
    sign = _SIGNS[rule.operator]
    if rule.right is None:
        return f"{sign} {number}"
    other = _side((rule.right,), lang)
    return f"{sign} {other}" if rule.offset == 0 else f"{sign} {other} {'+' if rule.offset > 0 else '−'} {number.lstrip('−')}"
