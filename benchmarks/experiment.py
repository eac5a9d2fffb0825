# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Redraws, intervals and estimates of an experiment, beside pyfixest and statsmodels in the same run: `make bench-experiment`.

The people are invented (experiment_people.py). Ours redraws the blocked draw of three arms for eight outcomes and two contrasts,
and steps down over all sixteen tests; pyfixest's `ritest` permutes one arm of one outcome without strata, which is less work.
Matrices here are small: make gives linear algebra one thread, for all contenders, or its threads would wait for each other.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
import pyfixest
import statsmodels.api as statsmodels
from experiment_people import CONTRASTS, COVARIATES, SLOTS, People, people
from measure import in_turn, run_process
from report import Figure, Target, machine, screen, table

from werkzaam.experiment import deal
from werkzaam.experiment.estimate.adjusted import adjusted
from werkzaam.experiment.estimate.clustered import clustered
from werkzaam.experiment.estimate.dealing import one_dealing
from werkzaam.experiment.estimate.permutation import inverted_interval, randomised
from werkzaam.experiment.estimate.stepdown import step_down

HERE = Path(__file__).parent
AMSTERDAM, REDRAWS, MANY = 5_250, 10_000, 100_000
BUSY = 0.5


def main() -> int:
    """Measures, prints and writes; returns the exit code."""
    options = parser().parse_args()
    busy = os.getloadavg()[0]
    found = people(options.people)
    # Memory first: a process that is started counts the memory of the one that starts it.
    figures = [*memory(options.many, min(options.redraws, 1_000)), *redraws(found, options), *estimates(found), *draw(found)]
    described = machine(("numba", "numpy", "pyfixest", "scipy", "statsmodels"))
    described |= {"load": f"{busy:.1f}", "load_after": f"{os.getloadavg()[0]:.1f}"}
    write(options.out, figures, described, busy)
    sys.stdout.write(screen(figures) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options; without any, everything is measured as the targets ask."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--people", type=int, default=AMSTERDAM, help="people dealt over the arms")
    options.add_argument("--redraws", type=int, default=REDRAWS, help="redraws of ours")
    options.add_argument("--peer-redraws", type=int, default=REDRAWS, help="permutations of ritest; fewer are counted up")
    options.add_argument("--many", type=int, default=MANY, help="people of whom the memory is measured")
    options.add_argument("--out", type=Path, default=HERE.parent / "docs/reference", help="folder for the page and the JSON")
    return options


def redraws(found: People, options: argparse.Namespace) -> list[Figure]:
    """Ours with sixteen tests and the step-down, one interval, and ritest."""
    part = f"{options.redraws:,} redraws of {found.arms.size:,} people in {found.strata.max() + 1} strata over three arms"
    full = (options.people, options.redraws) == (AMSTERDAM, REDRAWS)

    def ours() -> None:
        chance = np.random.default_rng(1)
        tests = randomised(found.outcomes, found.arms, one_dealing(found.strata, SLOTS), CONTRASTS, options.redraws, chance)
        step_down(tests.observed, tests.null)

    def interval() -> None:
        inverted_interval(
            found.outcomes[:, 0], found.arms, one_dealing(found.strata, SLOTS), (1, 0), options.redraws, np.random.default_rng(1)
        )

    compile_first(found)
    (wall, cpu), (interval_wall, _), (peer_wall, peer_cpu) = (clocks(call) for call in (ours, interval, ritest(found, options)))
    scale = options.redraws / options.peer_redraws
    return [
        Figure(part, "ours: 8 outcomes, 2 contrasts, step-down", "s", wall, Target(4, at_least=False) if full else None),
        Figure(part, "ours, CPU", "s", cpu),
        Figure(part, "ours: one interval by inversion", "s", interval_wall),
        Figure(part, "pyfixest ritest: 1 outcome, 1 arm, without strata", "s", peer_wall * scale, note=counted(scale)),
        Figure(part, "ritest beside ours", "times", peer_wall * scale / wall, Target(8) if full else None),
        Figure(part, "the same of CPU", "times", peer_cpu * scale / cpu),
    ]


def counted(scale: float) -> str:
    """A note where not everything was measured."""
    return "" if scale == 1 else f"measured for 1 / {scale:.4g} of them"


def compile_first(found: People) -> None:
    """Compilation is done once per machine and is not what is measured."""
    few = np.random.default_rng(1)
    randomised(found.outcomes, found.arms, one_dealing(found.strata, SLOTS), CONTRASTS, 2, few)


def ritest(found: People, options: argparse.Namespace) -> Callable[[], object]:
    """pyfixest's randomisation of the coefficient of arm 1 against 0, adjusted for the covariates."""
    two = found.arms < 2
    names = [f"x{at}" for at in range(COVARIATES)]
    frame = pd.DataFrame(found.covariates[two], columns=names).assign(y=found.outcomes[two, 0], z=found.arms[two] * 1.0)
    fitted = pyfixest.feols("y ~ z + " + " + ".join(names), frame, vcov="hetero")
    fitted.ritest("z", reps=2, rng=np.random.default_rng(1))
    return lambda: fitted.ritest("z", reps=options.peer_redraws, rng=np.random.default_rng(1))


def estimates(found: People) -> list[Figure]:
    """Lin's adjustment and errors for clusters, beside what the peers have of them."""
    part = f"Estimates of {found.arms.size:,} people with {COVARIATES} covariates"
    y, dummies = found.outcomes[:, 0], np.column_stack([found.arms == 1, found.arms == 2]).astype(np.float64)
    centred = found.covariates - found.covariates.mean(axis=0)
    whole = np.column_stack([np.ones(len(y)), dummies, centred, *(dummies[:, [at]] * centred for at in (0, 1))])
    one = np.column_stack([np.ones(len(y)), found.arms == 1, found.covariates]).astype(np.float64)
    names = [f"x{at}" for at in range(COVARIATES)]
    frame = pd.DataFrame(centred, columns=names).assign(y=y, a=dummies[:, 0], b=dummies[:, 1], g=found.strata)
    products = f"y ~ (a + b) * ({' + '.join(names)})"
    additive = f"y ~ a + {' + '.join(names)}"
    calls: dict[str, Callable[[], object]] = {
        "Lin, three arms: ours": lambda: adjusted(y, found.arms, found.covariates),
        "Lin, three arms: statsmodels OLS HC2 on 63 columns": lambda: statsmodels.OLS(y, whole).fit(cov_type="HC2"),
        "Lin, three arms: pyfixest feols HC2 by formula": lambda: pyfixest.feols(products, frame, vcov="HC2"),
        "clusters: ours, CR2 with its degrees of freedom": lambda: clustered(y, (found.arms == 1) * 1, found.strata, centred),
        "clusters: statsmodels, CR1": lambda: statsmodels.OLS(y, one).fit(cov_type="cluster", cov_kwds={"groups": found.strata}),
        "clusters: pyfixest, CR1": lambda: pyfixest.feols(additive, frame, vcov={"CRV1": "g"}),
    }
    for call in calls.values():
        call()
    return [Figure(part, name, "ms", median(seconds) * 1000) for name, seconds in in_turn(calls, 7).items()]


def draw(found: People) -> list[Figure]:
    """One draw of everybody."""
    seconds = in_turn({"draw": lambda: deal.redraw(found.strata, SLOTS, np.random.default_rng(1))}, 21)["draw"]
    target = Target(100, at_least=False) if found.arms.size == AMSTERDAM else None
    return [Figure("The draw", f"dealing {found.arms.size:,} people", "ms", median(seconds) * 1000, target)]


def memory(number: int, times: int) -> list[Figure]:
    """The most memory that all estimates of so many people need, in a process of their own."""
    finished = run_process([sys.executable, str(HERE / "experiment_process.py"), str(number), str(times)])
    part = f"{number:,} people, {times:,} redraws, every estimate"
    target = Target(2_000, at_least=False) if number == MANY else None
    return [
        Figure(part, "peak memory", "MB", finished.peak_megabytes, target),
        Figure(part, "wall clock", "s", finished.seconds),
    ]


def clocks(call: Callable[[], object]) -> tuple[float, float]:
    """Wall clock and CPU seconds of one call, of all its threads."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu


def write(folder: Path, figures: list[Figure], described: dict[str, str], busy: float) -> None:
    """`benchmarks-experiment.md` and `.json` in a folder."""
    lines = [
        "# Benchmarks of estimates",
        "",
        "Generated by `make bench-experiment`. The people are invented.",
        "",
    ]
    lines += [f"Measured on {described['date']}: {described['processor']}, {described['cores']} cores, {described['software']}."]
    lines += [f"The load of the machine before we began: {described['load']}; at the end: {described['load_after']}."]
    threads = os.environ.get("OPENBLAS_NUM_THREADS", "as many as it likes")
    lines += [f"Threads of linear algebra, for ours and for the peers: {threads}. Redraws of ours use two threads."]
    if busy > BUSY:
        lines += ["", "**Measured under load**: others used the same cores, so wall clock says little; look at CPU and ratios."]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "benchmarks-experiment.md").write_text("\n".join([*lines, *table(figures)]) + "\n")
    kept = [vars(figure) | {"target": str(figure.target or ""), "verdict": figure.verdict} for figure in figures]
    (folder / "benchmarks-experiment.json").write_text(json.dumps({"machine": described, "figures": kept}, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
