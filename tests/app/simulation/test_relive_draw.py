# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The draw of synthetic people is the public draw: everybody has an arm, every receipt holds, and a changed list is found out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from werkzaam.app.experiment.design_file import shipped_design
from werkzaam.app.simulation import relive_draw
from werkzaam.app.simulation.relive_draw import Held, design_for, hold, round_at
from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.check import check_receipt
from werkzaam.experiment.lottery.receipt import read_receipt

PEOPLE, ASKED = 300, 60


def held(seed: int = 7) -> Held:
    generator = np.random.default_rng(1)
    design = shipped_design("amsterdam_2018")
    known = {one.id: one.levels for one in design.variables}
    levels = {
        name: [known[name][at] for at in generator.integers(0, len(known[name]), PEOPLE)] for name in ("cohort", "sex", "age")
    }
    asked = np.arange(PEOPLE) % (PEOPLE // ASKED) == 0
    return hold(design_for(design, levels, ASKED), levels, asked, seed)


@pytest.fixture(scope="module")
def drawn() -> Held:
    return held()


def test_everybody_has_an_arm_and_arms_are_equal(drawn: Held) -> None:
    assert np.bincount(drawn.arms).tolist() == [100, 100, 100]
    assert drawn.result.surveyed == ASKED
    lots = drawn.result.listed
    assert lots is not None
    interviewed = [int(pid[1:]) for pid, lot in lots.lots.items() if lot.interview]
    assert sorted(interviewed) == list(range(0, PEOPLE, PEOPLE // ASKED))
    assert np.bincount(drawn.arms[interviewed]).tolist() == [20, 20, 20]


def test_every_receipt_was_checked_and_the_whole_list(drawn: Held) -> None:
    assert drawn.checked["roster.path"] == drawn.checked["result.path"] == drawn.checked["arm.slot"] == PEOPLE
    assert drawn.checked["draw.lots"] == drawn.checked["list.root"] == 1
    assert (round_at(drawn) - drawn.promise.committed).total_seconds() >= 24 * 3600


def test_a_receipt_of_another_list_does_not_hold(drawn: Held) -> None:
    receipt = read_receipt(drawn.example)
    assert all(one.fine for one in check_receipt(receipt, drawn.promise, drawn.result))
    wrong = [one.name for one in check_receipt(replace(receipt, pid="S0000001"), drawn.promise, drawn.result) if not one.fine]
    assert "roster.path" in wrong


def test_the_same_seed_gives_the_same_draw_and_another_another(drawn: Held) -> None:
    again, other = held(), held(8)
    assert again.result.record == drawn.result.record
    assert again.arms.tolist() == drawn.arms.tolist()
    assert other.result.seed != drawn.result.seed
    assert other.arms.tolist() != drawn.arms.tolist()


def test_nothing_is_built_on_a_draw_that_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    def cheat(*drawn: object, **known: object) -> object:
        one, result = real(*drawn, **known)  # type: ignore[arg-type]
        return one, replace(result, root=bytes(32))

    real = relive_draw.drawn_result
    monkeypatch.setattr(relive_draw, "drawn_result", cheat)
    with pytest.raises(InputError, match=r"result\.root was expected to be"):
        held()
