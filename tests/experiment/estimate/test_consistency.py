# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Findings that several waves agree on, and what that rule does not hold."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.consistency import Lacks, Seen, confirmed, false_findings

WAVES = ("T2", "T3")


@pytest.mark.requirement("R-189")
def test_an_effect_only_at_t3_is_listed_as_not_confirmed() -> None:
    (found,) = confirmed({"lower educated: hours": {"T2": Seen(-0.2, 0.8), "T3": Seen(-3.0, 0.01)}}, WAVES)
    assert not found.confirmed
    assert found.lacks is Lacks.WAVE
    assert found.words.nl == "niet bevestigd (alleen op T3)"
    assert found.words.en == "not confirmed (only at T3)"


@pytest.mark.parametrize(
    ("t2", "t3", "is_confirmed", "lacks", "told"),
    [
        (Seen(5, 0.01), Seen(4, 0.04), True, None, "confirmed at T2, T3"),
        (Seen(5, 0.01), Seen(-4, 0.04), False, Lacks.DIRECTION, "not confirmed"),
        (Seen(5, 0.01), Seen(4, 0.06), False, Lacks.WAVE, "not confirmed (only at T2)"),
        (Seen(5, 0.2), Seen(4, 0.3), False, Lacks.WAVE, "no difference shown"),
        (Seen(5, 0.01), None, False, Lacks.UNKNOWN, "not confirmed (only at T2)"),
    ],
)
def test_waves_must_pass_and_agree(t2: Seen, t3: Seen | None, is_confirmed: bool, lacks: Lacks | None, told: str) -> None:
    at = {"T2": t2} if t3 is None else {"T2": t2, "T3": t3}
    (found,) = confirmed({"men": at}, WAVES)
    assert (found.confirmed, found.lacks) == (is_confirmed, lacks)
    assert found.words.en.startswith(told)


@pytest.mark.parametrize(("correlation", "share"), [(0.3, 0.18), (0.5, 0.31), (0.7, 0.49)])
def test_the_rule_still_finds_something_among_forty_nulls(correlation: float, share: float) -> None:
    found = false_findings(40, correlation, np.random.default_rng(0))
    assert found.agree == pytest.approx(share, abs=0.02)
    assert found.agree < found.any_wave
    assert found.error < 0.004


def test_its_chance_is_printed_with_the_number_of_tests() -> None:
    told = false_findings(40, 0.5, np.random.default_rng(0), trials=2_000).words()
    assert "40 verschillen" in told.nl
    assert "gemiddeld 2 keer" in told.nl
    assert "3" in told.en.split("% of such studies")[0][-2:]


def test_waves_of_the_same_answers_are_no_check_and_of_other_people_a_strict_one() -> None:
    same, other = (false_findings(20, correlation, np.random.default_rng(1)) for correlation in (1, 0))
    assert same.agree == pytest.approx(same.any_wave)
    assert same.agree == pytest.approx(1 - 0.95**20, abs=0.015)
    assert other.agree == pytest.approx(1 - (1 - 2 * 0.025**2) ** 20, abs=0.004)


@pytest.mark.parametrize("wrong", [{"tests": 0}, {"correlation": 1.5}, {"waves": 1}, {"trials": 10}])
def test_a_simulation_that_says_nothing_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InputError):
        false_findings(**{"tests": 10, "correlation": 0.5, "generator": np.random.default_rng(0), **wrong})


def test_one_wave_confirms_nothing_and_numbers_are_numbers() -> None:
    with pytest.raises(InputError, match="two or more"):
        confirmed({}, ["T3", "T3"])
    with pytest.raises(InputError, match="between 0 and 1"):
        confirmed({"men": {"T2": Seen(5, 1.2)}}, WAVES)
