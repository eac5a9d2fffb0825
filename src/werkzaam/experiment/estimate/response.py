# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chance to do something, such as to answer a wave, by logistic regression on what was known before the draw.

Statsmodels fits it (a generalised linear model, binomial with the logit link); what we add is what must be refused, and the
influence of every person on the coefficients, which the errors of weighted estimates need.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.covariates import complete, indicators
from werkzaam.experiment.estimate.least_squares import independent
from werkzaam.experiment.panel import Floats, Ints, Truths

CERTAIN = 1e-6
"""A fitted chance nearer than this to 0 or 1 comes from a characteristic that settles it."""
_STEPS = 30
"""Newton's steps double the right decimals; where a chance goes to 0 or 1, so many steps have passed `CERTAIN` long before."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A fitted chance for each of n people.

    chances       (n,) strictly between 0 and 1
    columns       (n, k) of the model, the constant first, without those that others determine
    coefficients  (k,)
    influence     (n, k) of each person on the coefficients: their sum of squares is the robust covariance
    """

    chances: Floats
    columns: Floats
    coefficients: Floats
    influence: Floats


def response_columns(covariates: Floats, arms: Ints, key: tuple[int, ...] = ()) -> Floats:
    """The columns of a response model: the covariates, who is in which arm, and arm times the covariates named in `key`.

    covariates  (n, k) numbers, or 0 and 1 for levels (`covariates.indicators`); where one is missing, its mean and an indicator
    arms        (n,) whole numbers
    key         indexes of the covariates whose part in answering may differ between arms
    """
    filled, dummies = complete(covariates), indicators(arms)
    if dummies.size and np.isnan(dummies).any():
        raise InputError("A response model is about people who were drawn; some rows have no arm (-1). Leave them out.")
    crossed = [dummies * filled[:, [at]] for at in key]
    return np.column_stack([filled, dummies, *crossed])


def chance_of(answered: Truths, columns: Floats, base: Floats | None = None) -> Chance:
    """The fitted chance of `answered` (n,) given `columns` (n, k) without a constant, with weights `base` (n,) above 0 if any.

    Raises InputError when everybody or nobody answered, a number is missing, or a characteristic settles who answers (then the
    people with it are represented by nobody, and no weight can mend that). Source: McCullagh and Nelder (1989).
    """
    answered, weights = np.asarray(answered, np.bool_), np.ones(len(columns)) if base is None else np.asarray(base, np.float64)
    _check(answered, columns, weights)
    design = np.column_stack([np.ones(len(columns)), columns])
    design = design[:, independent(design)]
    fitted, coefficients = _fit(answered, design, weights)
    if fitted.min() < CERTAIN or fitted.max() > 1 - CERTAIN:
        settled = int(((fitted < CERTAIN) | (fitted > 1 - CERTAIN)).sum())
        raise InputError(
            f"For {settled} people the characteristics settle whether they answer, so nobody like them can stand in for them. "
            "Merge the levels of the characteristic that does so, or leave it out."
        )
    slope = weights * fitted * (1 - fitted)
    information = (design * slope[:, None]).T @ design
    scores = design * (weights * (answered - fitted))[:, None]
    influence = np.asarray(np.linalg.solve(information, scores.T).T, np.float64)
    return Chance(fitted, design, coefficients, influence)


def _fit(answered: Truths, design: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Fitted chances and coefficients."""
    from statsmodels.genmod.families import Binomial
    from statsmodels.genmod.generalized_linear_model import GLM
    from statsmodels.tools.sm_exceptions import ConvergenceWarning, HessianInversionWarning, PerfectSeparationWarning

    model = GLM(answered.astype(np.float64), design, family=Binomial(), freq_weights=weights)
    with warnings.catch_warnings():
        for doubt in (PerfectSeparationWarning, HessianInversionWarning, ConvergenceWarning, RuntimeWarning):
            warnings.simplefilter("ignore", doubt)  # Judged by the fitted chances, with a message that helps.
        # For the logit Newton's steps are those of IRLS, and need no singular values of a row per person.
        result = model.fit(method="newton", max_start_irls=0, maxiter=_STEPS, tol=1e-12, disp=0)
    fitted = np.asarray(result.fittedvalues, np.float64)
    lost = not np.isfinite(fitted).all()
    if lost or (not result.mle_retvals["converged"] and fitted.min() >= CERTAIN and fitted.max() <= 1 - CERTAIN):
        raise InputError(
            f"The response model has no solution after {_STEPS} steps. Leave out a characteristic, or merge its levels."
        )
    return fitted, np.asarray(result.params, np.float64)


def _check(answered: Truths, columns: Floats, weights: Floats) -> None:
    if columns.ndim != 2 or len(columns) != len(answered) or len(weights) != len(answered):
        raise InputError(f"Answers, columns and weights need a row for each person; found {len(answered)} and {columns.shape}.")
    if answered.all() or not answered.any():
        raise InputError(f"{int(answered.sum())} of {len(answered)} people answered; a response model needs both who did and "
                         "who did not. Without drop-out no weights are needed.")  # fmt: skip
    if not np.isfinite(columns).all():
        raise InputError("The columns of a response model have missing numbers; `response_columns` fills them.")
    if not (np.isfinite(weights).all() and weights.min() > 0):
        raise InputError(f"Weights must be above 0; found {weights.min()}. Leave out whoever has no weight.")
