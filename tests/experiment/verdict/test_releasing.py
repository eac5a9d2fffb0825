# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a report shows of shares: nothing about fewer than ten people, and the page says where something is hidden."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.experiment.verdict.test_analysis import QUICK, done
from tests.experiment.verdict.test_report import found, section
from werkzaam.app.experiment.releasing import people_of, tables_of
from werkzaam.app.experiment.report.content import report
from werkzaam.app.experiment.report.words import HIDDEN
from werkzaam.experiment.disclosure.attack import LEAST, leaks
from werkzaam.experiment.disclosure.cells import Cell, group, patterns
from werkzaam.experiment.disclosure.releases import release_of
from werkzaam.experiment.verdict.analysis import analyse


def test_nothing_of_the_amsterdam_twin_needs_to_be_hidden() -> None:
    design, panel, analysis = done()
    made = release_of(tables_of(people_of(design, panel, analysis), []))
    assert made.hidden == ()
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
    people = people_of(design, few, analysis)
    made = release_of(tables_of(people, []))
    small = group(("arm", "extra_attention"), ("repaid", "yes"))
    assert small in made.hidden
    known = patterns(people, [*made.shown, *(Cell(one, 0) for one in made.hidden)])
    assert leaks(made.shown, made.hidden, known) == []
    told = report(replace(found(), panel=few, analysis=analysis, hidden=frozenset(made.hidden)), "en")
    means = next(table for table in section(told, "results-harms").tables if table.id == "means-harms")
    row = next(row for row in means.rows if row[0].text.startswith("Had to pay"))
    assert row[1].text == HIDDEN
    assert HIDDEN in (row[2].text, row[3].text), "another arm is hidden too, or the total would tell"
