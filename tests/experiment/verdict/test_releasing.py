# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a report shows of shares: nothing about fewer than ten people, and the page says where something is hidden."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.experiment.verdict.test_analysis import QUICK, done
from tests.experiment.verdict.test_report import found, section
from werkzaam.app.experiment.releasing import people_of, protected
from werkzaam.app.experiment.report.at_start import AT_DRAW, rows_of
from werkzaam.app.experiment.report.content import report
from werkzaam.app.experiment.report.words import HIDDEN
from werkzaam.experiment.design import Design
from werkzaam.experiment.disclosure.attack import LEAST, leaks
from werkzaam.experiment.disclosure.cells import Cell, Where, group, patterns
from werkzaam.experiment.disclosure.releases import Release, release_of
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.verdict.analysis import Analysis, analyse


def let(design: Design, panel: Panel, analysis: Analysis, before: tuple[Release, ...] = ()) -> tuple[Release, frozenset[Where]]:
    """What a report lets out after others, with the groups of tables that it may not show at all."""
    people = people_of(design, panel, panel, analysis)
    made, kept_back = protected(people, rows_of(panel, design), before, {one.outcome for one in analysis.measured})
    return release_of(made), kept_back


def test_nothing_of_the_amsterdam_twin_needs_to_be_hidden() -> None:
    design, panel, analysis = done()
    made, kept_back = let(design, panel, analysis)
    assert (made.hidden, kept_back) == ((), frozenset())
    assert min(cell.count for cell in made.shown) >= LEAST
    assert {cell.where for cell in made.shown} >= {group(("arm", "comparison"), ("outflow_t3", "yes"))}


def test_four_people_in_an_arm_are_hidden_with_what_would_give_them_away() -> None:
    design, panel, _ = done()
    repaid = panel.values["repaid"].copy()
    first = np.flatnonzero(panel.arms == 0)
    repaid[first] = 0.0
    repaid[first[:4]] = 1.0
    few = replace(panel, values={**panel.values, "repaid": repaid})
    analysis = analyse(few, design, QUICK)
    people = people_of(design, few, few, analysis)
    made, _ = let(design, few, analysis)
    small = group(("arm", "extra_attention"), ("repaid", "yes"))
    assert small in made.hidden
    about = [cell for cell in made.shown if {name for name, _ in cell.where} <= {"arm", "repaid"}]
    known = patterns(people, [*about, *(Cell(one, 0) for one in made.hidden)])
    assert leaks(about, made.hidden, known) == []
    told = report(replace(found(), panel=few, analysis=analysis, hidden=frozenset(made.hidden)), "en")
    means = next(table for table in section(told, "results-harms").tables if table.id == "means-harms")
    row = next(row for row in means.rows if row[0].text.startswith("Had to pay"))
    assert row[1].text == HIDDEN
    assert HIDDEN in (row[2].text, row[3].text), "another arm is hidden too, or the total would tell"


def test_the_start_is_let_out_with_levels_together_and_a_corrected_level_shows_no_difference() -> None:
    design, panel, analysis = done()
    first, _ = let(design, panel, analysis)
    name = AT_DRAW + "sex"
    shown = {cell.where: cell.count for cell in first.shown}
    women = shown[group(("arm", "comparison"), (name, "woman"))]
    assert any("|" in level for cell in first.shown for one, level in cell.where if one.startswith(AT_DRAW))
    sex = panel.characteristics["sex"].copy()
    at = next(one for one in design.variables if one.id == "sex").levels.index("woman")
    moved = np.flatnonzero((panel.arms == 0) & (sex == at))[:3]
    sex[moved] = 1 - at
    put_right = replace(panel, characteristics={**panel.characteristics, "sex": sex})
    again, kept_back = let(design, put_right, analysis, (first,))
    assert women >= LEAST
    assert group(("arm", "comparison"), (name, "woman")) in kept_back
    assert not [cell for cell in again.shown if name in dict(cell.where)]
    told = report(replace(found(), start=put_right, hidden=kept_back), "en")
    rows = section(told, "at-start").tables[0].rows
    hidden = [{cell.text for cell in row[1:]} for row in rows if row[0].text.startswith("Sex")]
    assert hidden
    assert all(one == {HIDDEN} for one in hidden)


def test_an_outcome_that_is_only_told_is_let_out_and_hidden_as_those_that_are_judged() -> None:
    design, panel, _ = done()
    alone = replace(design, families=tuple(one for one in design.families if "repaid" not in one.outcomes))
    repaid = np.where(panel.arms == 0, 0.0, panel.values["repaid"])
    repaid[np.flatnonzero(panel.arms == 0)[:4]] = 1.0
    few = replace(panel, values={**panel.values, "repaid": repaid})
    analysis = analyse(few, alone, QUICK)
    made, _ = let(alone, few, analysis)
    assert "repaid" in {one.outcome for one in analysis.told}
    assert group(("arm", "extra_attention"), ("repaid", "yes")) in made.hidden
    told = report(replace(found(), design=alone, panel=few, analysis=analysis, hidden=frozenset(made.hidden)), "en")
    row = next(row for row in section(told, "told").tables[0].rows if "repay" in row[0].text or "pay" in row[0].text)
    assert [cell.text for cell in row[1:]].count(HIDDEN) >= 2
