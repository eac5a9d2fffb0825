# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""From the seconds of many processes to figures: medians, ratios within a process, and targets beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from report import Figure, Target, shown

Run = dict[str, Any]
PEERS = ("openfisca_euros", "openfisca_cents")
NONE_WRONG = Target(0, at_least=False)
PEER_REUSED, PEER_NEW, FLOOR_MOST = Target(40), Target(12), Target(2.0, at_least=False)
LINEAR = Target(1.25, at_least=False)
TARGETS_FROM_ROWS = 1_000_000
GROWTH = "Growth with rows and rules"


def milliseconds(runs: Sequence[Run], name: str) -> float:
    """The median over all repetitions in all processes."""
    return 1_000 * median(second for run in runs for second in run["seconds"][name])


def multiple(runs: Sequence[Run], name: str, of: str) -> float:
    """The median over the processes of one median over another, taken in the same process."""
    return median(median(run["seconds"][name]) / median(run["seconds"][of]) for run in runs)


def fastest_peer(runs: Sequence[Run]) -> str:
    """OpenFisca's faster variant, so that the comparison never leans on the slower one."""
    return min(PEERS, key=lambda name: milliseconds(runs, name))


def chain_figures(runs: Sequence[Run]) -> Iterator[Figure]:
    """The figures of one number of rows."""
    rows = runs[0]["rows"]
    part = f"The chain, {rows:,} household-months"
    wrong = runs[0]["wrong"]
    for name, words in (
        ("ours_reused", "ours, into reused columns"),
        ("ours_new", "ours, into new columns"),
        ("floor_reused", "floor, into reused columns"),
        ("floor_new", "floor, into new columns"),
        ("openfisca_euros", "OpenFisca, euros as float32"),
        ("openfisca_cents", "OpenFisca, whole cents by hand"),
    ):
        taken = milliseconds(runs, name)
        yield Figure(part, words, "ms", taken, note=f"{shown(rows / taken / 1_000)} million rows a second")
    bound = rows >= TARGETS_FROM_ROWS
    peer = fastest_peer(runs)
    for name, target in (("reused", PEER_REUSED), ("new", PEER_NEW)):
        faster = 1 / multiple(runs, f"ours_{name}", peer)
        yield Figure(part, f"times OpenFisca's rows a second, {name} columns", "x", faster, target if bound else None)
    over = multiple(runs, "ours_reused", "floor_reused")
    yield Figure(part, "multiple of the floor, reused columns", "x", over, FLOOR_MOST if bound else None)
    yield Figure(part, "multiple of the floor, new columns", "x", multiple(runs, "ours_new", "floor_new"))
    yield Figure(part, "ours: rows with a wrong cent", "", wrong["ours"]["rows"] + wrong["ours_new"]["rows"], NONE_WRONG)
    for name, unit in zip(PEERS, ("euros", "cents"), strict=True):
        bad = wrong[name]["rows"]
        yield Figure(part, f"OpenFisca in {unit}: rows with a wrong cent", "", bad, note=f"{bad / rows:.1%}")


def row_growth(fewer: Sequence[Run], more: Sequence[Run]) -> Iterator[Figure]:
    """Whether the cost of a row stays the same, beside what happens to the floor when memory takes over from cache."""

    def cost(name: str) -> float:
        few, many = (milliseconds(runs, name) / runs[0]["rows"] for runs in (fewer, more))
        return many / few

    sizes = f"{more[0]['rows']:,} beside {fewer[0]['rows']:,} rows"
    yield Figure(GROWTH, f"ours: cost of a row, {sizes}", "x", cost("ours_reused"))
    yield Figure(GROWTH, f"floor: cost of a row, {sizes}", "x", cost("floor_reused"))
    yield Figure(GROWTH, "ours over the floor in this", "x", cost("ours_reused") / cost("floor_reused"), LINEAR)


def rule_growth(single: Sequence[Run], copied: Sequence[Run], copies: int) -> Iterator[Figure]:
    """What the chain several times over costs, and whether the cost of a rule stays the same."""
    rules = copied[0]["rules"] / single[0]["rules"]
    words = f"the chain x{copies}"
    yield Figure(GROWTH, f"{words}: rules, counted in OpenFisca's variables", "", copied[0]["rules"])
    for name in ("ours_reused", "ours_new", *PEERS):
        yield Figure(GROWTH, f"{words}: {name.replace('_', ', ')}", "ms", milliseconds(copied, name))
    for name, target in (("ours_reused", LINEAR), (fastest_peer(copied), None)):
        cost = milliseconds(copied, name) / milliseconds(single, name) / rules
        yield Figure(GROWTH, f"{words}: cost of a rule beside the single chain, {name.replace('_', ', ')}", "x", cost, target)
    faster = 1 / multiple(copied, "ours_reused", fastest_peer(copied))
    yield Figure(GROWTH, f"{words}: times OpenFisca's rows a second, reused columns", "x", faster)
    yield Figure(GROWTH, f"{words}: ours, rows with a wrong cent", "", copied[0]["wrong"]["ours"]["rows"], NONE_WRONG)
