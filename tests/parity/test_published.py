# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Results of published experiments come out of our estimators as they were printed.

What was published is typed in from the source that is named, never computed from the data. The tolerance is that of the last
digit that was printed, unless a test says why it is not.
"""

from __future__ import annotations

import numpy as np
import pytest

from tests.parity.experiments import UNPACKED, Columns, codes, columns, rows, table
from werkzaam.experiment.estimate.adjusted import adjusted, ancova
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.clustered import clustered
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.least_squares import Robust, fit


def classical(people: Columns, outcome: str, treated: str) -> tuple[float, float]:
    """The effect with the error of least squares when everybody's variance is the same, as older papers print it."""
    one = people[treated].astype(np.float64)
    found = fit(np.column_stack([np.ones(len(one)), one]), people[outcome].astype(np.float64))
    variance = found.residuals @ found.residuals / found.freedom
    return float(found.coefficients[1]), float((variance / (len(one) * one.var())) ** 0.5)


def test_national_supported_work_of_dehejia_and_wahba() -> None:
    """Dehejia and Wahba (1999), table 3: 1,794 (633)."""
    men = columns("wooldridge", "jtrain2")
    assert [1000 * number for number in classical(men, "re78", "train")] == pytest.approx([1794, 633], abs=0.5)


def test_neyman_variance_of_national_supported_work() -> None:
    """Imbens and Rubin (2015), chapter 6: 671 for the same men."""
    men = columns("wooldridge", "jtrain2")
    assert 1000 * difference(men["re78"], men["train"]).error == pytest.approx(671, abs=0.5)


def test_national_supported_work_of_lalonde() -> None:
    """LaLonde (1986), table 5: 886 (476). The file of today gives an error of 472."""
    men = columns("DAAG", "nswdemo")
    effect, error = classical(men, "re78", "trt")
    assert effect == pytest.approx(886, abs=0.5)
    assert error == pytest.approx(476, abs=5)


@pytest.mark.parametrize(
    ("grade", "small", "aide", "n"),
    [
        ("k", (13.90, 2.45), (0.31, 2.27), 5786),
        ("1", (29.78, 2.83), (11.96, 2.65), 6379),
        ("2", (19.39, 2.71), (3.48, 2.54), 6049),
        ("3", (15.59, 2.40), (-0.29, 2.27), 5967),
    ],
)
def test_project_star_by_grade(grade: str, small: tuple[float, float], aide: tuple[float, float], n: int) -> None:
    """Stock and Watson, Introduction to Econometrics, table 13.1: effect and error of a small class and of an aide."""
    score, arm = star_grade(columns("AER", "STAR"), grade)
    found = fit(np.column_stack([np.ones(len(score)), arm == 1, arm == 2]).astype(np.float64), score)
    errors = np.sqrt(np.diag(found.covariance(Robust.HC1)))
    assert [found.coefficients[1], errors[1], found.coefficients[2], errors[2]] == pytest.approx([*small, *aide], abs=0.0051)
    assert len(score) == n


def star_grade(found: Columns, grade: str) -> tuple[np.ndarray, np.ndarray]:
    score = found[f"read{grade}"] + found[f"math{grade}"]
    names = {"regular": 0, "small": 1, "regular+aide": 2}
    arm = np.array([names.get(name, -1) for name in found[f"star{grade}"].tolist()])
    known = ~np.isnan(score) & (arm >= 0)
    return score[known], arm[known]


def test_project_star_with_schools() -> None:
    """Stock and Watson, table 13.2, with the teacher's experience and school effects: 15.93 and 1.22."""
    found = columns("AER", "STAR")
    arm = np.array([{"regular": 0, "small": 1, "regular+aide": 2}.get(name, -1) for name in found["stark"].tolist()])
    score, school, experience = found["readk"] + found["mathk"], found["schoolidk"], found["experiencek"]
    known = ~np.isnan(score) & (arm >= 0) & ~np.isnan(school) & ~np.isnan(experience)
    dummies = indicators(codes(school[known]))
    design = np.column_stack([np.ones(known.sum()), arm[known] == 1, arm[known] == 2, experience[known], dummies])
    assert fit(design.astype(np.float64), score[known]).coefficients[1:3] == pytest.approx([15.93, 1.22], abs=0.0051)


def test_thornton_learning_of_a_test_result() -> None:
    """Thornton (2008): 34% without an incentive; table 4, any incentive .431 (.023), adjusted for more than the file has."""
    people = columns("causaldata", "thornton_hiv")
    known = np.all([~np.isnan(people[name]) for name in ("got", "any", "villnum")], axis=0)
    people = rows(people, known)
    arm, village = people["any"].astype(np.int64), people["villnum"].astype(np.int64)
    assert people["got"][arm == 0].mean() == pytest.approx(0.34, abs=0.005)
    found = clustered(people["got"], arm, village)
    assert found.effect == pytest.approx(0.431, abs=0.025)
    assert found.error == pytest.approx(0.023, abs=0.002)


def test_names_on_resumes() -> None:
    """Bertrand and Mullainathan (2004), table 1: called back 9.65% and 6.45%."""
    letters = columns("AER", "ResumeNames")
    called, black = (letters["call"] == "yes").astype(np.float64), (letters["ethnicity"] == "afam").astype(np.int64)
    shares = [called[black == arm].mean() for arm in (0, 1)]
    assert shares == pytest.approx([0.0965, 0.0645], abs=0.00005)
    assert difference(called, black).effect == pytest.approx(0.0645 - 0.0965, abs=0.0001)


def actg175() -> Columns:
    """ACTG 175, four arms; `treat` puts the three new ones together."""
    return table(UNPACKED / "lifelines/datasets/ACTG175.csv")


def test_actg_175_difference_of_cd4() -> None:
    """Tsiatis and others (2008), table 3: unadjusted 46.811 (6.760) for CD4 after 20 weeks."""
    people = actg175()
    found = difference(people["cd420"], people["treat"].astype(np.int64))
    assert [found.effect, found.error] == pytest.approx([46.811, 6.760], abs=0.00051)
    assert found.n == (1607, 532)


def test_adjusting_for_the_baseline_beats_the_change_since_then() -> None:
    people = actg175()
    arm = people["arms"].astype(np.int64)
    for one in (1, 2, 3):
        change = difference(people["cd420"] - people["cd40"], arm, arms=(one, 0))
        plain = difference(people["cd420"], arm, arms=(one, 0))
        found = ancova(people["cd420"], arm, people["cd40"]).difference(one, 0)
        assert found.error < change.error < plain.error
        assert found.error < 0.85 * plain.error


def test_adjusting_for_an_earlier_grade_beats_the_change_on_project_star() -> None:
    children = columns("AER", "STAR")
    before, after = (children[f"read{grade}"] + children[f"math{grade}"] for grade in ("k", "3"))
    arm = np.array([{"regular": 0, "small": 1, "regular+aide": 2}.get(name, -1) for name in children["stark"].tolist()])
    both = ~np.isnan(before) & ~np.isnan(after)
    change = difference((after - before)[both], arm[both])
    found = ancova(after[both], arm[both], before[both]).difference(1, 0)
    assert found.error < change.error


def test_missing_covariates_take_nobody_out() -> None:
    people = actg175()
    arm = people["arms"].astype(np.int64)
    covariates = np.column_stack([people[name] for name in ("cd40", "cd80", "preanti", "age")])
    covariates[::7, 0], covariates[::5, 2] = np.nan, np.nan
    found = adjusted(people["cd420"], arm, covariates)
    assert sum(found.n) == len(arm) == 2139
    assert found.difference(1, 0).error < difference(people["cd420"], arm, arms=(1, 0)).error
