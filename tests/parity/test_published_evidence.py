# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Published experiments with drop-out, times and take-up, recomputed with our estimators from data that packages bring.

The published numbers are typed from the named source, never taken from the data.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tests.parity.experiments import UNPACKED, Columns, columns, table
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.cox import cox
from werkzaam.experiment.estimate.inclusion import hajek_difference
from werkzaam.experiment.estimate.instrument import two_stage
from werkzaam.experiment.estimate.least_squares import Robust, fit
from werkzaam.experiment.estimate.repeated import random_intercept
from werkzaam.experiment.estimate.response import chance_of
from werkzaam.experiment.estimate.survival import kaplan_meier
from werkzaam.experiment.estimate.weights import margins, not_reproduced, response_weights


def floats(found: Columns, *names: str) -> np.ndarray:
    return np.column_stack([found[name].astype(np.float64) for name in names])


def truths(found: Columns, name: str, yes: str) -> np.ndarray:
    return (found[name] == yes).astype(np.float64)


def test_aid_to_released_prisoners() -> None:
    """Allison (1995), Fox (2002): the logarithm of the hazard ratio of financial aid is -0.379 (0.191)."""
    rossi = columns("carData", "Rossi")
    others = [
        truths(rossi, "race", "black"),
        truths(rossi, "wexp", "yes"),
        truths(rossi, "mar", "married"),
        truths(rossi, "paro", "yes"),
    ]
    everything = np.column_stack([truths(rossi, "fin", "yes"), floats(rossi, "age", "prio"), *others])
    found = cox(rossi["week"].astype(np.float64), rossi["arrest"].astype(np.float64), everything)
    assert [found.effects[0], found.errors[0]] == pytest.approx([-0.379, 0.191], abs=0.0005)
    assert (found.n, found.events) == (432, 114)
    assert not found.proportional()  # Fox (2002): the effect of age is not constant in time.


def test_actg_175_hazard_ratios() -> None:
    """Hammer and others (1996), of 2,467 people: 0.50, 0.54 and 0.61 against zidovudine alone; 2,139 of them are in the data."""
    people = table(UNPACKED / "lifelines/datasets/ACTG175.csv")
    dummies = indicators(people["arms"].astype(np.int64))
    found = cox(people["days"], people["cens"], dummies)
    assert found.ratios.tolist() == pytest.approx([0.50, 0.54, 0.61], abs=0.03)
    assert found.n == 2139
    assert kaplan_meier(people["days"], people["cens"]).share[-1] < 0.8


def jobs() -> Columns:
    return columns("mediation", "jobs")


def test_jobs_ii_mediated_and_direct_effect() -> None:
    """Tingley and others (2014), the example of R's mediation: about -0.016 through confidence in searching, -0.040 directly."""
    people = jobs()
    assert len(people["treat"]) == 899
    others = np.column_stack([np.ones(899), floats(people, "treat", "econ_hard", "sex", "age")])
    through = fit(others, people["job_seek"].astype(np.float64)).coefficients[1]
    on_depression = fit(np.column_stack([others, floats(people, "job_seek")]), people["depress2"].astype(np.float64)).coefficients
    assert [through * on_depression[-1], on_depression[1]] == pytest.approx([-0.016, -0.040], abs=0.0005)


def test_jobs_ii_effect_for_those_who_took_part() -> None:
    """62% of the invited took part (Vinokur, Price and Schul 1995: 54% of a larger sample); effect for them -0.102 (0.076)."""
    people = jobs()
    took, drawn = people["comply"].astype(np.float64), people["treat"].astype(np.int64)
    found = two_stage(people["depress2"].astype(np.float64), took, drawn, kind=Robust.HC0)
    assert [found.effect.effect, found.effect.error] == pytest.approx([-0.102, 0.076], abs=0.0005)
    assert found.first_stage.effect == pytest.approx(0.62, abs=0.005)
    assert not found.weak
    itt = difference(people["depress2"].astype(np.float64), drawn)
    assert found.effect.effect == pytest.approx(itt.effect / found.first_stage.effect, rel=1e-12)


@cache
def nhefs() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gain of weight (NaN for who was lost), who quit smoking, and what Hernán and Robins adjust for."""
    people = columns("causaldata", "nhefs")
    age, amount, years, weight = floats(people, "age", "smokeintensity", "smokeyrs", "wt71").T
    levels = [indicators(people[name].astype(np.int64)) for name in ("education", "exercise", "active")]
    known = np.column_stack(
        [floats(people, "sex", "race"), age, age**2, *levels, amount, amount**2, years, years**2, weight, weight**2]
    )
    gain = np.where(np.isfinite(people["wt82"].astype(np.float64)), people["wt82_71"].astype(np.float64), np.nan)
    return gain, people["qsmk"].astype(np.int64), known


def test_nhefs_without_adjustment() -> None:
    """Hernán and Robins, What If, section 12.1: 2.5 kilograms (1.7 to 3.4)."""
    gain, quit_, _ = nhefs()
    found = difference(gain, quit_)
    assert [found.effect, *found.interval()] == pytest.approx([2.5, 1.7, 3.4], abs=0.15)
    assert round(found.effect, 1) == 2.5


def test_nhefs_weighted_for_quitting() -> None:
    """What If, section 12.2: 3.4 (2.4 to 4.5)."""
    gain, quit_, known = nhefs()
    there = np.isfinite(gain)
    chance = chance_of(quit_[there] == 1, known[there]).chances
    found = hajek_difference(gain[there], quit_[there], np.where(quit_[there] == 1, chance, 1 - chance))
    assert [round(value, 1) for value in (found.effect, *found.interval())] == [3.4, 2.4, 4.5]


def test_nhefs_weighted_for_quitting_and_for_being_lost() -> None:
    """What If, section 12.6: 3.5 (2.5 to 4.5)."""
    gain, quit_, known = nhefs()
    there, chance = np.isfinite(gain), chance_of(quit_ == 1, known).chances
    stayed = chance_of(there, np.column_stack([quit_, known])).chances
    found = hajek_difference(gain, quit_, stayed * np.where(quit_ == 1, chance, 1 - chance))
    assert [round(value, 1) for value in (found.effect, *found.interval())] == [3.5, 2.5, 4.5]


def test_nhefs_people_and_lost() -> None:
    """What If, section 12.6: 63 of 1,629 have no weight in 1982; weights for them bring their characteristics back."""
    gain, quit_, known = nhefs()
    assert (len(gain), int(np.isnan(gain).sum())) == (1629, 63)
    weights = response_weights(np.isfinite(gain), known, quit_, trim=None)
    told = margins(weights, {"sex": known[:, 0].astype(np.int64), "race": known[:, 1].astype(np.int64)})
    assert not_reproduced(told) == ()
    assert weights.effective < 1566


def beat() -> Columns:
    return columns("HSAUR", "BtheB")


def test_beat_the_blues_people_per_wave() -> None:
    """Proudfoot and others (2003) in Everitt and Hothorn (2006), chapter 10: 100, then 97, 73, 58 and 52."""
    people = beat()
    waves = ("bdi.pre", "bdi.2m", "bdi.4m", "bdi.6m", "bdi.8m")
    assert [int(np.isfinite(people[wave].astype(np.float64)).sum()) for wave in waves] == [100, 97, 73, 58, 52]


def test_beat_the_blues_effect_over_all_waves() -> None:
    """Everitt and Hothorn (2006), chapter 10: -2.3 (1.7) points of depression, with a level for every person."""
    people = beat()
    seen = np.column_stack([people[f"bdi.{month}m"].astype(np.float64) for month in (2, 4, 6, 8)])
    person, wave = np.nonzero(np.isfinite(seen))
    treated = truths(people, "treatment", "BtheB")[person]
    own = [people["bdi.pre"].astype(np.float64)[person], 2.0 * (wave + 1), treated]
    others = [truths(people, name, yes)[person] for name, yes in (("drug", "Yes"), ("length", ">6m"))]
    found = random_intercept(seen[person, wave], person, np.column_stack([np.ones(len(person)), *own, *others]))
    assert [found.coefficients[3], found.errors[3]] == pytest.approx([-2.3, 1.7], abs=0.15)
    assert (found.people, found.rows) == (97, 280)


def test_help_people_and_waves() -> None:
    """Samet and others (2003): 470 people, 235 in the clinic; seen again after 6, 12, 18 and 24 months, not always in a row."""
    people, seen = columns("mosaicData", "HELPmiss"), columns("mosaicData", "HELPfull")
    assert (len(people["treat"]), int((people["treat"] == "yes").sum())) == (470, 235)
    assert [int((seen["TIME"] == month).sum()) for month in (0, 6, 12, 18, 24)] == [470, 254, 217, 254, 277]
