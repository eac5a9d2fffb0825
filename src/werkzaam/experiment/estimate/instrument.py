# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a treatment did to those who took it because they were drawn for it: two-stage least squares with the draw as instrument.

Being drawn moved some people into the treatment. If being drawn does nothing else to the outcome, and moved nobody away from the
treatment, then the effect on the outcome over the effect on taking it is the effect for those who were moved. That is a claim
about a part of the people, with assumptions which the draw does not give: it stands beside the comparison of arms, never in its
place (X2, X3). One draw cannot tell two treatments apart.

Sources: Imbens and Angrist (1994), Angrist, Imbens and Rubin (1996). The same numbers as `estimatr::iv_robust` (tests/parity).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.least_squares import DETERMINED, Robust, fit
from werkzaam.experiment.panel import Floats, Ints

WEAK = 10.0
"""A first-stage F below this says too little about who was moved (Staiger and Stock 1997)."""
EXCLUSION = Words(
    "Dit geldt alleen als de loting zelf niets anders met de uitkomst deed dan mensen bewegen om mee te doen, en niemand ervan "
    "afhield. Het gaat over wie door de loting meedeed, niet over iedereen.",
    "This holds only if the draw itself did nothing else to the outcome than move people to take part, and kept nobody from it. "
    "It is about those who took part because of the draw, not about everybody.",
)
"""Printed beside every such estimate."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The effect for those whom the draw moved, with what it rests on.

    effect       on the outcome, of taking the treatment
    first_stage  of being drawn, on taking it; its effect is the share that was moved
    strength     the F of the first stage; below `WEAK` the effect is not to be relied on
    assumption   what must hold and cannot be tested, to be printed beside it
    """

    effect: Estimate
    first_stage: Estimate
    strength: float
    assumption: Words

    @property
    def weak(self) -> bool:
        """Whether the draw moved too few people to say something."""
        return self.strength < WEAK


def two_stage(
    outcome: Floats, taken: Floats, drawn: Ints, covariates: Floats | None = None, *, kind: Robust = Robust.HC2
) -> Moved:  # fmt: skip
    """Two-stage least squares of an outcome (n,) on what was taken, with the draw (n,) of two arms, 1 and 0, as instrument.

    taken       (n,) 1 and 0, or an amount such as contacts; with columns (n, k) it is refused: one draw is one instrument
    covariates  (n, k) known before the draw
    People without an outcome (NaN) do not count. Raises InputError for more treatments than instruments, a draw or treatment that
    is the same for everybody, and a draw that moved nobody.
    """
    treatments = 1 if taken.ndim == 1 else taken.shape[1]
    if treatments > 1:
        raise InputError(f"{treatments} treatments and one instrument, the draw between two arms: the draw cannot tell them "
                         "apart. Name one treatment in the plan, or compare the arms.")  # fmt: skip
    rows = np.isfinite(outcome)
    outcome, taken, drawn = outcome[rows], np.asarray(taken, np.float64).reshape(-1)[rows], drawn[rows]
    _check(taken, drawn)
    others = [np.ones(len(outcome))] if covariates is None else [np.ones(len(outcome)), covariates[rows]]
    n = (int((drawn == 1).sum()), int((drawn == 0).sum()))
    first = fit(np.column_stack([*others, drawn]), taken)
    share, first_error = float(first.coefficients[-1]), float(np.sqrt(first.covariance(kind)[-1, -1]))
    if abs(share) < DETERMINED * taken.std():
        raise InputError("The draw moved nobody into the treatment, so its effect cannot be found from the draw.")
    predicted = taken - first.residuals
    second = fit(np.column_stack([*others, predicted]), outcome)
    real = outcome - np.column_stack([*others, taken]) @ second.coefficients
    error = float(np.sqrt(replace(second, residuals=real).covariance(kind)[-1, -1]))
    effect = Estimate(float(second.coefficients[-1]), error, float(second.freedom), n, f"two-stage least squares, {kind.value}")
    moved = Estimate(share, first_error, float(first.freedom), n, f"first stage, {kind.value}")
    return Moved(effect, moved, np.inf if first_error == 0 else (share / first_error) ** 2, EXCLUSION)


def _check(taken: Floats, drawn: Ints) -> None:
    if not np.isfinite(taken).all():
        raise InputError("What was taken is missing for somebody with an outcome; leave them out and count them, or give it.")
    if set(np.unique(drawn)) != {0, 1}:
        raise InputError(f"A draw between two arms, 1 and 0, was expected; found {np.unique(drawn).tolist()}.")
    if taken.std() == 0:
        raise InputError(f"Everybody took the same ({taken[0]:g}); there is no treatment to find an effect of.")
