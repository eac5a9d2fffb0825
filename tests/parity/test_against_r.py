# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Our estimates are those of estimatr, clubSandwich and coin in R, whose numbers stand in reference.json (`make parity`)."""

from __future__ import annotations

import numpy as np
import pytest

from tests.parity.experiments import codes, made, reference, rows, star, star_equal, star_pair
from werkzaam.experiment.estimate.adjusted import adjusted
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.clustered import clustered, coefficient
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.dealing import one_dealing
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.least_squares import Robust, fit
from werkzaam.experiment.estimate.permutation import randomised
from werkzaam.experiment.estimate.stepdown import discovery, holm

KINDS = tuple(Robust)


def same(name: str, effect: float, error: float, freedom: float) -> None:
    """Equal to R's, relatively to 1e-9."""
    wanted = [reference()[f"{name}_{part}"] for part in ("effect", "error", "freedom")]
    assert [effect, error, freedom] == pytest.approx(wanted, rel=1e-9, abs=1e-12)


def same_estimate(name: str, found: Estimate) -> None:
    same(name, found.effect, found.error, found.freedom)


def design(*columns: np.ndarray) -> np.ndarray:
    return np.column_stack([np.ones(len(columns[0])), *columns]).astype(np.float64)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("weighted", [False, True])
def test_robust_errors_of_a_regression(kind: Robust, weighted: bool) -> None:
    people = made()
    columns = design(people["arm"] == 1, people["arm"] == 2, people["one"], people["two"])
    found = fit(columns, people["y"], people["weight"] if weighted else None)
    name = f"made_weighted_{kind.value}" if weighted else f"made_{kind.value}"
    same(name, found.coefficients[1], found.covariance(kind)[1, 1] ** 0.5, found.freedom)


@pytest.mark.parametrize("kind", KINDS)
def test_lin_with_three_arms(kind: Robust) -> None:
    people = made()
    found = adjusted(people["y"], people["arm"], np.column_stack([people["one"], people["two"]]))
    for arm in (1, 2):
        same_estimate(f"made_lin_{kind.value}_{arm}", found.difference(arm, 0, kind))
    assert found.covariance()[0, 1] == pytest.approx(reference()["made_lin_covariance"], rel=1e-9)


def test_lin_with_weights() -> None:
    people = made()
    found = adjusted(people["y"], people["arm"], np.column_stack([people["one"], people["two"]]), people["weight"])
    for arm, estimate in zip((1, 2), found.estimates(), strict=True):
        same_estimate(f"made_lin_weighted_{arm}", estimate)


def test_differences_in_means() -> None:
    people = made()
    same_estimate("made_blocked", difference(people["y"], people["arm"], people["block"]))
    same_estimate("made_unblocked", difference(people["y"], people["arm"]))


def test_pairs() -> None:
    people = made()
    taken = [np.flatnonzero((people["block"] == block) & (people["arm"] == arm))[0] for block in range(12) for arm in (0, 1)]
    pairs = rows(people, np.array(taken))
    same_estimate("made_pairs", difference(pairs["y"], pairs["arm"], pairs["block"]))


def test_clusters() -> None:
    people = made()
    covariates = np.column_stack([people["one"], people["two"]])
    same_estimate("made_cr2", clustered(people["y"], people["arm"], people["cluster"], covariates))


def test_clusters_in_one_arm_only() -> None:
    people = made()
    nested = np.where(people["arm"] == 1, people["cluster"], -1)
    same_estimate("made_nested", clustered(people["y"], people["arm"], nested, people["one"][:, None]))


def test_clusters_that_determine_their_own_constant() -> None:
    people = rows(made(), made()["arm"] < 2)
    found = coefficient(design(people["arm"] == 1, indicators(people["block"])), people["y"], people["block"], 1)
    wanted = [reference()["made_fixed_error"], reference()["made_fixed_freedom"]]
    assert [found.error, found.freedom] == pytest.approx(wanted, rel=1e-9)


def test_project_star_has_the_same_children_as_in_r() -> None:
    assert (len(star()["y"]), len(star_pair()["y"]), len(star_equal()["y"])) == tuple(
        reference()[f"star{name}_n"] for name in ("", "_pair", "_equal")
    )


def test_lin_on_project_star() -> None:
    children = star()
    found = adjusted(children["y"], children["arm"], np.column_stack([children["free"], children["girl"]]))
    for arm, name in ((1, "small"), (2, "aide")):
        same_estimate(f"star_lin_{name}", found.difference(arm, 0))


def test_blocks_and_clusters_on_project_star() -> None:
    children = star_pair()
    same_estimate("star_blocked", difference(children["y"], children["arm"], children["school"]))
    same_estimate("star_cr2", clustered(children["y"], children["arm"], children["school"], children["free"][:, None]))


def test_schools_as_columns_on_project_star() -> None:
    children = star_pair()
    found = fit(design(children["arm"] == 1, indicators(children["school"])), children["y"])
    same("star_fixed", found.coefficients[1], found.covariance()[1, 1] ** 0.5, found.freedom)


def test_randomisation_is_permutation_within_blocks() -> None:
    children, redraws = star_equal(), 40_000
    found = randomised(
        children["y"][:, None],
        children["arm"],
        one_dealing(codes(children["school"]), np.array([0, 1])),
        [(1, 0)],
        redraws,
        np.random.default_rng(1),
    )
    wanted = reference()["star_equal_p"]
    chance = (wanted * (1 - wanted) * (1 / redraws + 1 / 400_000)) ** 0.5
    assert abs(found.p[0] - wanted) < 4 * chance


def test_many_tests_at_once() -> None:
    p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222]
    p += [0.251, 0.269, 0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94]
    backwards = np.array(p[::-1])
    for found, name in ((holm(backwards), "holm"), (discovery(backwards), "discovery")):
        assert found[::-1] == pytest.approx([reference()[f"{name}_{at}"] for at in range(1, 23)], rel=1e-9)
