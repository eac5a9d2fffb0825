# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Experiments whose data only R packages have, on the files that reference.R just wrote: run by `make parity` alone."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from tests.parity.experiments import Columns, codes, reference, rows, table
from tests.parity.test_against_r import design, same, same_estimate
from werkzaam.experiment.estimate.adjusted import adjusted
from werkzaam.experiment.estimate.clustered import clustered
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.least_squares import Robust, fit

FOLDER = Path(os.environ["PARITY"])


def men() -> Columns:
    """Men of the Student Achievement and Retention project, Lin's example."""
    return table(FOLDER / "alo.csv")


def test_lins_own_example_equals_r() -> None:
    people = men()
    plain = fit(design(people["sfsp"]), people["GPA_year1"])
    same("alo_plain", plain.coefficients[1], plain.covariance(Robust.HC0)[1, 1] ** 0.5, plain.freedom)
    usual = fit(design(people["sfsp"], people["gpa0"]), people["GPA_year1"])
    same("alo_usual", usual.coefficients[1], usual.covariance(Robust.HC0)[1, 1] ** 0.5, usual.freedom)
    found = adjusted(people["GPA_year1"], people["sfsp"].astype(np.int64), people["gpa0"][:, None])
    same_estimate("alo_lin", found.difference(1, 0, Robust.HC0))
    same_estimate("alo_lin_HC2", found.difference(1, 0))


def test_lins_own_example_as_published() -> None:
    """Lin (2013), table 2: -.036 (.158), -.083 (.146) and -.081 (.146)."""
    found = [(reference()[f"alo_{name}_effect"], reference()[f"alo_{name}_error"]) for name in ("plain", "usual", "lin")]
    assert np.array(found) == pytest.approx(np.array([(-0.036, 0.158), (-0.083, 0.146), (-0.081, 0.146)]), abs=0.00051)


@pytest.mark.parametrize(("sex", "effect", "error"), [("Girl", 0.105, 0.061), ("Boy", -0.010, 0.052)])
def test_achievement_awards_equal_r_and_the_paper(sex: str, effect: float, error: float) -> None:
    """Angrist and Lavy (2009), table 2: girls .105 (.061), boys -.010 (.052)."""
    pupils = table(FOLDER / "awards.csv")
    pupils = rows(pupils, pupils["sex"] == sex)
    kinds = indicators(codes(pupils["school_type"]))
    schools = pupils["school_id"].astype(np.int64)
    found = clustered(pupils["Bagrut_status"], pupils["treated"].astype(np.int64), schools, kinds)
    same_estimate(f"awards_{sex}", found)
    assert (found.effect, found.error) == pytest.approx((effect, error), abs=0.00051)
