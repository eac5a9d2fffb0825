# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Factorial designs as files: they read back, tell both effects apart, and say what lots decide that the law has a word about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import read_design, shipped_file, shipped_names
from werkzaam.app.experiment.design_words import answer_text, look_at
from werkzaam.app.simulation.next_experiment_factorial import AS_IT_IS, Made, factorial, level_of
from werkzaam.app.simulation.next_experiment_text import assumptions_text, design_text
from werkzaam.core.errors import InputError
from werkzaam.experiment.canonical import canonical
from werkzaam.experiment.check import answer, messages
from werkzaam.experiment.design import Contrast

BASE = look_at(shipped_file("amsterdam_2018"))
NO_PREMIUM = level_of("nl_no_premium")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return factorial("amsterdam_gekruist", BASE, "premium", (AS_IT_IS, NO_PREMIUM), tmp_path)


@pytest.mark.requirement("R-246")
def test_three_kinds_of_guidance_with_and_without_premium_are_six_cells_and_the_premium_effect_is_identifiable(
    made: Made,
) -> None:
    design, regimes = made.seen.design, made.seen.regimes
    assert len(made.cells) == len(design.arms) == len({arm.regime for arm in design.arms}) == 6
    month = regimes["comparison_as_is"].span.first
    premium = {arm: regime.value("premie.geldt", month).value for arm, regime in regimes.items()}
    parts = {arm: guidance.part for arm, guidance in made.seen.guidance.items() if guidance is not None}
    assert len(set(zip(premium.values(), parts.values(), strict=True))) == 6, "each guidance stands with and without"
    found = answer("premium", design, regimes, made.seen.guidance)
    assert (found.identifiable, found.reason, found.others) == (True, "crossed", ("guidance",))
    assert "can be told apart" in answer_text(found, "en")
    assert all(one.identifiable for one in made.ranks)
    assert [one.about for one in made.ranks] == ["premium", "guidance"]
    (flag,) = made.unequal
    assert (flag.who, sorted(set(flag.arms.values()))) == ("premium", ["premie.geldt = False", "premie.geldt = True"])
    assert [str(law) for law in flag.articles] == ["Pw 31:2:j", "Pw 83"]


def test_two_cells_that_differ_in_both_tell_nothing_apart(made: Made) -> None:
    design = made.seen.design
    two = replace(design, arms=(design.arms[0], design.arms[3]), equal=())
    found = answer("premium", two, made.seen.regimes, made.seen.guidance)
    assert (found.identifiable, found.reason) == (False, "together")


def test_cells_are_compared_within_levels_and_within_arms_and_served_as_before(made: Made) -> None:
    main = made.seen.design.families[0]
    assert len(main.contrasts) == 2 * 3 + 3
    assert Contrast("self_direction_as_is", "self_direction_nl_no_premium") in main.contrasts
    assert Contrast("self_direction_nl_no_premium", "comparison_nl_no_premium") in main.contrasts
    assumed = made.seen.assumed
    assert assumed is not None
    assert {arm: team for arm, team in assumed.team.items() if arm.startswith("comparison")} == {
        "comparison_as_is": "regular", "comparison_nl_no_premium": "regular",
    }  # fmt: skip
    codes = {message.code for message in messages(made.seen.design, made.seen.regimes, made.seen.guidance)}
    assert "same_guidance" not in codes, "cells with the same guidance differ in money"
    assert made.seen.design.equal == ("settlement",)


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_design_and_its_assumptions_read_back_as_they_were(name: str, tmp_path: Path) -> None:
    seen = look_at(shipped_file(name))
    assert seen.assumed is not None
    file = tmp_path / f"{name}.toml"
    file.write_text(design_text(seen.design, "a comment"), encoding="utf-8")
    design = read_design(file)
    assert canonical(design) == canonical(seen.design)
    beside = assumptions_beside(file)
    beside.write_text(assumptions_text(seen.assumed, design), encoding="utf-8")
    again = read_assumptions(beside, design)
    assert (again.enrolled, again.population, again.team, again.caseload) == (
        seen.assumed.enrolled, seen.assumed.population, seen.assumed.team, seen.assumed.caseload,
    )  # fmt: skip
    assert again.outcomes == seen.assumed.outcomes
    for wave, by_arm in again.answered.items():
        assert by_arm == pytest.approx(seen.assumed.answered[wave], abs=1e-6)


def test_what_cannot_be_is_refused_and_nothing_stays_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No part of a regime is called 'no_such_part'"):
        level_of("no_such_part")
    with pytest.raises(InputError, match="No element of a regime is called 'premie'"):
        factorial("x", BASE, "premie", (AS_IT_IS, NO_PREMIUM), tmp_path)
    with pytest.raises(InputError, match="Two or more different levels"):
        factorial("x", BASE, "premium", (NO_PREMIUM,), tmp_path)
    with pytest.raises(InputError, match="small letters"):
        factorial("X 1", BASE, "premium", (AS_IT_IS, NO_PREMIUM), tmp_path)
    with pytest.raises(InputError, match=r"stated twice|does not load"):
        factorial("x", BASE, "premium", (AS_IT_IS, level_of("nl_no_premium+earn_premium_experiment")), tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "x_comparison_as_is.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="there already"):
        factorial("x", BASE, "premium", (AS_IT_IS, NO_PREMIUM), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["x_comparison_as_is.toml"]
