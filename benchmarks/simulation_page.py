# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of the benchmark of lives as a page and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from report import Figure, Target, machine, screen, table

MINUTE, QUARTER = 60, 900
BASE, LARGE = 40_300, 1_000_000
"""The targets in seconds of wall clock on two cores hold for so many households and 60 months."""
MEMORY = 2_000
TIMES, FURTHEST = 50, 4
"""So many times as fast as agents at least; no month further than so many standard errors from agents with another luck."""
BUSY = 0.5
Step = dict[str, Any]


def figures(found: Step) -> list[Figure]:
    """Every number with its target."""
    months = found["months"]
    shows = {"base": _base, "million": _million, "agents": _agents, "spark": _spark, "compile": _compiling}
    return [one for name, show in shows.items() if name in found for one in show(found[name], found["sizes"][name], months)]


def _base(step: Step, households: int, months: int) -> Iterator[Figure]:
    part = f"{households:,} households, {months} months, every column kept"
    full = households == BASE
    whole = sum(step[name]["wall"] for name in ("making", "living", "adding"))
    yield Figure(part, "everything", "s", whole, Target(MINUTE, at_least=False) if full else None)
    yield Figure(part, "making the people, and who enrols", "s", step["making"]["wall"], note=_cpu(step["making"]))
    yield Figure(part, "living", "s", step["living"]["wall"], note=_cpu(step["living"]))
    yield Figure(part, "adding up", "s", step["adding"]["wall"], note=_cpu(step["adding"]))
    yield Figure(part, "a household and month, living", "us", 1e6 * step["living"]["wall"] / households / months)
    yield Figure(part, "peak memory", "MB", step["peak"], Target(MEMORY, at_least=False) if full else None)


def _million(step: Step, households: int, months: int) -> Iterator[Figure]:
    part = f"{households:,} households, {months} months, streamed"
    full = households == LARGE
    yield Figure(part, "made, lived and added up", "s", step["whole"]["wall"], Target(QUARTER, at_least=False) if full else None,
                 _cpu(step["whole"]))  # fmt: skip
    yield Figure(part, "a household and month", "us", 1e6 * step["whole"]["wall"] / households / months)
    yield Figure(part, "peak memory", "MB", step["peak"], Target(MEMORY, at_least=False))


def _agents(step: Step, households: int, months: int) -> Iterator[Figure]:
    part = f"The dynamics without the law, {households:,} households of {step['persons']:,} people, {months} months"
    one, every, mesa = (step[name] for name in ("one", "every", "mesa_ours"))
    each = 1e6 / step["persons"] / months
    yield Figure(part, "ours, a person and month", "us", each * every["wall"], note="all cores")
    yield Figure(part, "ours, one thread", "us", each * one["wall"], note=_cpu(one))
    yield Figure(part, "mesa, a person and month", "us", each * mesa["wall"], note=f"{_cpu(mesa)}; luck ready-made")
    yield Figure(part, "mesa beside ours", "times", mesa["wall"] / every["wall"], Target(TIMES))
    yield Figure(part, "mesa beside ours, CPU of one thread", "times", mesa["cpu"] / one["cpu"])
    yield Figure(part, "numbers of months unlike mesa's with the same luck", "", step["unlike_ours"], Target(0, at_least=False),
                 f"of {step['numbers']}")  # fmt: skip
    yield Figure(part, "the same, ours cut in parts", "", step["parted"], Target(0, at_least=False))
    yield Figure(
        part, "numbers of months unlike mesa's with luck of its own", "", step["unlike_own"], note=f"of {step['numbers']}"
    )
    yield Figure(part, "the furthest of these from ours, in standard errors", "", step["z"], Target(FURTHEST, at_least=False))


def _spark(step: Step, households: int, months: int) -> Iterator[Figure]:
    part = f"{households:,} households, {months} months, on Spark"
    yield Figure(part, "two workers of one core", "s", step["workers"]["wall"])
    yield Figure(part, "one process with all cores", "s", step["process"]["wall"], note=_cpu(step["process"]))
    yield Figure(part, "two workers beside one process", "times", step["workers"]["wall"] / step["process"]["wall"])
    yield Figure(part, "starting Spark, and a first small town", "s", step["start"])
    yield Figure(part, "sums that differ", "", step["unlike"], Target(0, at_least=False), f"of {step['numbers']:,}")


def _compiling(step: Step, *_: int) -> Iterator[Figure]:
    part = "Compiling the rules of two groups, once per machine"
    yield Figure(part, "one after the other", "s", step["after"]["wall"])
    yield Figure(part, "in two processes", "s", step["beside"]["wall"])


def _cpu(step: Step) -> str:
    return f"CPU {step['cpu']:.2f} s"


def write(folder: Path, found: Step) -> str:
    """`benchmarks-simulation.md` and `.json` in a folder; gives the table for the screen."""
    measured = figures(found)
    loads = {"load": f"{found['load']:.1f}", "load_after": f"{found['load_after']:.1f}"}
    described = machine(("mesa", "numba", "numpy", "pyspark")) | loads
    lines = [
        "# Benchmarks of lives",
        "",
        "Generated by `make bench-simulation`. The towns are synthetic; nobody in them exists.",
        "",
    ]
    lines += [f"Measured on {described['date']}: {described['processor']}, {described['cores']} cores, {described['software']}."]
    lines += [f"The load of the machine before we began: {described['load']}; at the end: {described['load_after']}."]
    if found["load"] > BUSY:
        lines += ["", "**Measured under load**: others used the same cores, so wall clock says little; look at CPU and ratios."]
    left = [name for name in found["sizes"] if name not in found]
    if left:
        lines += ["", f"Not measured in this run: {', '.join(left)}."]
    lines += table(measured)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "benchmarks-simulation.md").write_text("\n".join(lines) + "\n")
    (folder / "benchmarks-simulation.json").write_text(json.dumps({"machine": described, **found}, indent=1) + "\n")
    return screen(measured)
