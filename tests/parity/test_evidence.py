# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Weights, times, instruments, joint tests and the index equal R's survey, survival, estimatr and sandwich (`make parity`)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from tests.parity.experiments import columns, stream
from werkzaam.experiment.estimate.composite import index
from werkzaam.experiment.estimate.cox import cox
from werkzaam.experiment.estimate.inclusion import hajek, hajek_difference, horvitz_thompson, rake
from werkzaam.experiment.estimate.instrument import two_stage
from werkzaam.experiment.estimate.joint import joint_of_means, joint_of_shares
from werkzaam.experiment.estimate.least_squares import Robust
from werkzaam.experiment.estimate.repeated import random_intercept
from werkzaam.experiment.estimate.response import chance_of
from werkzaam.experiment.estimate.survival import incidence, kaplan_meier, log_rank, restricted_difference, restricted_mean

LINEAR, ITERATED = 1e-9, 1e-6
N = 240


@cache
def numbers() -> dict[str, float]:
    return json.loads(Path(__file__).with_name("evidence.json").read_text())["numbers"]


def r(name: str, tolerance: float = LINEAR) -> object:
    return pytest.approx(numbers()[name], rel=tolerance, abs=tolerance)


def r_all(name: str, tolerance: float = LINEAR) -> object:
    found = [value for key, value in numbers().items() if key.rpartition("_")[0] == name and key.rpartition("_")[2].isdigit()]
    assert found, name
    return pytest.approx(found, rel=tolerance, abs=tolerance)


@cache
def made() -> dict[str, np.ndarray]:
    """The same people as in evidence.R."""
    arm, one, two, chance = np.arange(N) % 2, stream(21, N), stream(22, N) ** 2, 0.2 + 0.8 * stream(23, N)
    reason = np.floor(3 * stream(29, N)).astype(np.int64)
    return {
        "arm": arm, "one": one, "two": two, "chance": chance, "y": 2 * one + 0.5 * arm + (1 + two) * stream(24, N),
        "answered": stream(25, N) < 0.35 + 0.5 * one - 0.2 * arm * two,
        "taken": ((arm == 1) & (stream(26, N) < 0.4 + 0.5 * one) | (stream(27, N) < 0.1)).astype(np.float64),
        "time": np.ceil(24 * stream(28, N) ** (1.3 - 0.4 * arm)), "reason": reason, "happened": (reason > 0).astype(np.float64),
    }  # fmt: skip


def timed(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Time, whether it happened, arm, and other columns."""
    if name == "made":
        own = made()
        return own["time"], own["happened"], own["arm"], np.column_stack([own["one"], own["two"]])
    found = columns("carData", "Rossi")
    week, arrest, age, prio = (found[name].astype(np.float64) for name in ("week", "arrest", "age", "prio"))
    return week, arrest, (found["fin"] == "yes").astype(np.int64), np.column_stack([age, prio])


def test_the_chance_to_answer_is_glms() -> None:
    own = made()
    columns = np.column_stack([own["one"], own["two"], own["arm"], own["arm"] * own["two"]])
    found = chance_of(own["answered"], columns)
    assert found.coefficients.tolist() == r_all("logit", 1e-8)
    assert np.sqrt((found.influence**2).sum(axis=0)).tolist() == r_all("logit_robust", 1e-8)
    weighted = chance_of(own["answered"], own["one"][:, None], 1 / own["chance"])
    assert weighted.coefficients.tolist() == r_all("logit_weighted", 1e-8)


def test_known_chances_are_surveys() -> None:
    own = made()
    total, mean = horvitz_thompson(own["y"], own["chance"]), hajek(own["y"], own["chance"])
    assert (total.value, total.error) == (r("total"), r("total_error"))
    assert (mean.value, mean.error) == (r("mean"), r("mean_error"))
    difference = hajek_difference(own["y"], own["arm"], own["chance"])
    assert (difference.effect, difference.error) == (r("hajek"), r("hajek_error"))


def test_raking_is_surveys() -> None:
    own = made()
    high = (own["one"] > 0.5).astype(np.int64)
    weights = rake(np.ones(N), [own["arm"], high], [np.array([100.0, 140.0]), np.array([150.0, 90.0])])
    assert np.average(own["y"], weights=weights) == r("raked")


@pytest.mark.parametrize("name", ["made", "rossi"])
def test_times_are_survivals(name: str) -> None:
    time, happened, arm, _ = timed(name)
    curve = kaplan_meier(time, happened)
    at = np.searchsorted(curve.times, (6, 12, 18), side="right") - 1
    assert curve.share[at].tolist() == r_all(f"{name}_share")
    assert curve.error[at].tolist() == r_all(f"{name}_share_error")
    horizon = 18 if name == "made" else 52
    areas = [restricted_mean(time[arm == one], happened[arm == one], horizon) for one in (0, 1)]
    assert [area for area, _ in areas] == r_all(f"{name}_area")
    assert [error for _, error in areas] == r_all(f"{name}_area_error")
    assert restricted_difference(time, happened, arm, horizon).effect == pytest.approx(areas[1][0] - areas[0][0])
    assert log_rank(time, happened, arm).statistic == r(f"{name}_log_rank")


@pytest.mark.parametrize("name", ["made", "rossi"])
def test_hazards_are_survivals(name: str) -> None:
    time, happened, arm, others = timed(name)
    found = cox(time, happened, np.column_stack([arm, others]))
    assert found.effects.tolist() == r_all(f"{name}_cox", ITERATED)
    assert found.errors.tolist() == r_all(f"{name}_cox_error", ITERATED)
    assert found.changes.tolist() == r_all(f"{name}_changes", ITERATED)


def test_three_arms_and_competing_reasons_are_survivals() -> None:
    own = made()
    assert log_rank(own["time"], own["happened"], np.arange(N) % 3).statistic == r("made_log_rank_three")
    moments, shares = incidence(own["time"], own["reason"], 2)
    at = np.searchsorted(moments, (6, 12, 18), side="right") - 1
    assert shares[at, 0].tolist() == r_all("incidence_first")
    assert shares[at, 1].tolist() == r_all("incidence_second")


@pytest.mark.parametrize("kind", [Robust.HC0, Robust.HC1, Robust.HC2])
def test_the_draw_as_instrument_is_estimatrs(kind: Robust) -> None:
    own = made()
    plain = two_stage(own["y"], own["taken"], own["arm"], kind=kind)
    assert (plain.effect.effect, plain.effect.error) == (r(f"iv_{kind.value}"), r(f"iv_error_{kind.value}"))
    adjusted = two_stage(own["y"], own["taken"], own["arm"], own["one"][:, None], kind=kind)
    name = kind.value
    assert (adjusted.effect.effect, adjusted.effect.error) == (r(f"iv_adjusted_{name}"), r(f"iv_adjusted_error_{name}"))
    if kind is Robust.HC2:
        assert plain.strength == r("iv_strength")


def test_waves_of_the_same_people_are_lme4s() -> None:
    own, seen = made(), made()["answered"]
    level = np.repeat(2 * stream(30, N // 3), 3) + own["y"]
    everything = np.column_stack([np.ones(N), np.arange(N) % 3, own["two"]])
    found = random_intercept(level[seen], (np.arange(N) // 3)[seen], everything[seen])
    assert found.coefficients.tolist() == r_all("repeated", ITERATED)
    assert found.errors.tolist() == r_all("repeated_error", ITERATED)
    assert (found.between, found.within) == (r("repeated_between", ITERATED), r("repeated_within", ITERATED))


def test_joint_tests_are_rs() -> None:
    own, three = made(), np.arange(N) % 3
    assert joint_of_shares([27 / 171, 34 / 171, 43 / 171], [171] * 3).statistic == r("shares_statistic")
    groups = [own["y"][three == one] for one in range(3)]
    found = joint_of_means([group.mean() for group in groups], [group.std(ddof=1) for group in groups], [80] * 3)
    assert (found.statistic, found.spare, found.p) == (r("welch_statistic"), r("welch_spare"), r("welch_p"))


def test_the_index_is_andersons() -> None:
    own = made()
    found = index(np.column_stack([own["y"], own["time"], own["two"]]), (1, -1, 1), own["arm"])
    assert found.weights.tolist() == r_all("index_weight")
    assert found.values[own["arm"] == 0].mean() == pytest.approx(0, abs=1e-12)
    assert found.values[own["arm"] == 1].mean() == r("index_mean")
