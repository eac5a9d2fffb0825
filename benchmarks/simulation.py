# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Lives of a town, of a million households, on two Spark workers, and beside the same life as agents: `make bench-simulation`.

Each part runs in a process of its own, whose peak of memory is told. The rules are compiled first, and how long that takes is
told apart. Everything of a life is in it: people are made, work, are paid by the compiled rules, corrected, guided, leave, and
are added up.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from simulation_page import write
from simulation_town import MONTHS, PARTS, SEED, SPAN, amsterdam, country, governed

from werkzaam.app.cache import kernels
from werkzaam.app.simulation.numbers import shipped
from werkzaam.simulation import world
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.streamed import of_parts, part_of, ranges, recorded, summed
from werkzaam.simulation.sums import Sums, sums_of

HERE = Path(__file__).parent
STEPS = ("compile", "base", "million", "agents", "spark")
BASE, MILLION, SPARK, AGENTS = 40_300, 1_000_000, 400_000, 40_300
MASTER = "local-cluster[2,1,2048]"
Step = dict[str, Any]


def main() -> int:
    """Measures, prints and writes; returns the exit code."""
    options = parser().parse_args()
    steps: dict[str, Callable[[int], Step]] = {
        "compile": compiling,
        "base": base,
        "million": million,
        "agents": agents,
        "spark": spark,
    }
    if options.step:
        sys.stdout.write(json.dumps(steps[options.step](options.households)) + "\n")
        return 0
    sizes = {"compile": 0, "base": BASE, "million": options.million, "agents": options.agents, "spark": options.spark}
    found: Step = {"load": os.getloadavg()[0], "months": MONTHS, "sizes": sizes}
    for step in options.only:
        found[step] = _process(step, sizes[step])
    found["load_after"] = os.getloadavg()[0]
    sys.stdout.write(write(options.out, found) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options; without any, everything is measured as the targets ask."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--million", type=int, default=MILLION, help="households that are streamed")
    options.add_argument("--agents", type=int, default=AGENTS, help="households that live as agents too")
    options.add_argument("--spark", type=int, default=SPARK, help="households that live on Spark too")
    options.add_argument("--only", nargs="+", default=list(STEPS), choices=STEPS, help="measure only these")
    options.add_argument("--out", type=Path, default=HERE.parent / "docs/reference", help="folder for the page and the JSON")
    options.add_argument("--step", help=argparse.SUPPRESS)
    options.add_argument("--households", type=int, default=0, help=argparse.SUPPRESS)
    return options


def timed(call: Callable[[], Any]) -> tuple[Any, Step]:
    """What a call gives, with its seconds of wall clock and of this process, all its threads together."""
    wall, own = time.perf_counter(), time.process_time()
    found = call()
    return found, {"wall": time.perf_counter() - wall, "cpu": time.process_time() - own}


def peak() -> float:
    """The most memory that this process held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024 / 1_000_000


def compiling(_: int) -> Step:
    """The rules of both groups compiled from nothing, one after the other and both at once."""
    from werkzaam.app.simulation.compiled import compiled

    found: Step = {}
    for name, processes in (("after", 1), ("beside", 2)):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["WERKZAAM_CACHE"] = folder
            moneys = [one.money for one in governed().worlds]
            _, found[name] = timed(partial(compiled, moneys, kernels(), processes))
    del os.environ["WERKZAAM_CACHE"]
    return found


def ready() -> None:
    """Compile everything that a life needs, by living a few."""
    for one in governed().worlds:
        one.money.kernel.warm()
    summed(country(10), ranges(10), governed(), SEED)


def base(_: int) -> Step:
    """Amsterdam with its experiment: the people, their lives, every column kept, and the sums."""
    ready()
    people, making = timed(amsterdam)
    record, living = timed(lambda: recorded(people, governed(), SEED))
    sums, adding = timed(lambda: sums_of(record, len(PARTS)))
    return {"households": len(people.number), "making": making, "living": living, "adding": adding, "peak": peak(),
            "on": int(sums.totals["on"][-1].sum())}  # fmt: skip


def million(households: int) -> Step:
    """A large town, made and lived in parts; nothing but sums is kept."""
    ready()
    sums, whole = timed(lambda: summed(country(households), ranges(households), governed(), SEED))
    return {"households": int(sums.households.sum()), "whole": whole, "peak": peak(), "income": int(sums.totals["income"].sum())}


def agents(households: int) -> Step:
    """The dynamics without the law: ours by one thread and by all, and mesa's with our luck and with its own."""
    from mesa_town import Town, other_luck, our_luck
    from simulation_plain import lived

    given = shipped()
    people = country(households)(0, households)
    rest = (world.market_of(given), world.behaviour_of(given, PARTS, SPAN), world.leaving_of(given))
    lived(people.some(np.arange(10)), *rest)
    ours, one = timed(lambda: lived(people, *rest))
    together, every = timed(lambda: _in_parts(people, lambda part: lived(part, *rest)))
    found: Step = {"persons": len(people.person), "one": one, "every": every, "parted": _unlike(ours, together)}
    for name, luck in (("ours", our_luck(SEED)), ("own", other_luck(SEED + 1))):
        town = Town(people, *rest, luck)
        _, found[f"mesa_{name}"] = timed(lambda town=town: [town.step() for _ in range(MONTHS)])
        theirs = {key: np.array(values) for key, values in town.found.items()}
        found[f"unlike_{name}"] = _unlike(ours, theirs)
    found["z"] = furthest(ours, theirs, households, len(people.person))
    found["numbers"] = sum(len(values) for values in ours.values())
    return found


def _in_parts(people: People, lived: Callable[[People], dict[str, Ints]]) -> dict[str, Ints]:
    making = part_of(people)
    parts = list(of_parts(lambda part: lived(making(*part)), ranges(len(people.number))))
    return {name: np.sum([part[name] for part in parts], axis=0) for name in parts[0]}


def _unlike(one: dict[str, Ints], other: dict[str, Ints]) -> int:
    """How many numbers of the months differ."""
    return sum(int(np.count_nonzero(values != other[name])) for name, values in one.items())


def furthest(one: dict[str, Ints], other: dict[str, Ints], households: int, persons: int) -> float:
    """The largest z of all months, for the shares at work and on bijstand and the mean minutes: two towns that differ by luck.

    Everybody begins the same in both, so that the true errors are smaller than these.
    """
    found = []
    for name, count in (("works", persons), ("on", households)):
        shares = one[name] / count, other[name] / count
        spread = np.sqrt(sum(share * (1 - share) for share in shares) / count)
        found.append(np.abs(shares[0] - shares[1]) / np.where(spread > 0, spread, 1))
    means = [town["minutes"] / persons for town in (one, other)]
    spread = np.sqrt(sum(town["squares"] / persons - mean**2 for town, mean in zip((one, other), means, strict=True)) / persons)
    return float(np.max([*found, np.abs(means[0] - means[1]) / spread]))


def spark(households: int) -> Step:
    """The same households on two workers and by one process, in turn."""
    import simulation_town
    from pyspark import cloudpickle

    from werkzaam.app.cluster import context
    from werkzaam.app.simulation.on_spark import summed_on_spark

    cloudpickle.register_pickle_by_value(simulation_town)  # Workers do not have the benchmarks; what they need of them travels.
    ready()
    parts = ranges(households)
    settings = {"spark.executor.memory": "1g", "spark.executorEnv.WERKZAAM_CACHE": str(kernels())}
    begun = time.perf_counter()
    with context(MASTER, settings) as cluster:
        summed_on_spark(cluster, country(4_000), ranges(4_000, 1_000), governed(), SEED)
        start = time.perf_counter() - begun
        there, workers = timed(lambda: summed_on_spark(cluster, country(households), parts, governed(), SEED))
    here, process = timed(lambda: summed(country(households), parts, governed(), SEED))
    numbers = sum(values.size for kept in (here.totals, here.counts, here.months_with) for values in kept.values())
    unlike = _differing(here, there)
    return {"start": start, "workers": workers, "process": process, "unlike": unlike, "numbers": numbers, "peak": peak()}


def _differing(one: Sums, other: Sums) -> int:
    pairs = ((one.totals, other.totals), (one.counts, other.counts), (one.months_with, other.months_with))
    return sum(_unlike(dict(mine), dict(more)) for mine, more in pairs)


def _process(step: str, households: int) -> Step:
    print(f"[{time.strftime('%H:%M:%S')}] {step}", file=sys.stderr, flush=True)
    command = [sys.executable, str(HERE / "simulation.py"), "--step", step, "--households", str(households)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{step} ended with {done.returncode}; its error stands above.")
    told: Step = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    sys.exit(main())
