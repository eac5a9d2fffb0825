# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One process of the chain's benchmark: our engine, the floor and OpenFisca on the same rows, in turn, as one line of JSON.

    python benchmarks/chain_process.py ROWS [COPIES] [--judge]

The kernels write into reused columns, then into new ones, then OpenFisca calculates in euros and in cents. With --judge
the amounts of each are compared with the oracle as well.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from functools import partial

import chain_data as chain
import chain_oracle
import chain_ours
import floor
from chain_data import Columns
from chain_openfisca import CENTS, EUROS, Chain
from measure import in_turn

# How often each call is repeated in one process: about so many rows in all, within bounds.
KERNEL_ROWS, KERNEL_FEWEST, KERNEL_MOST = 40_000_000, 7, 41
PEER_ROWS, PEER_FEWEST, PEER_MOST = 6_000_000, 1, 5

Kernel = Callable[[Columns | None], Columns]
Wrong = dict[str, dict[str, int]]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("copies", type=int, nargs="?", default=1)
    parser.add_argument("--judge", action="store_true")
    options = parser.parse_args()
    columns = chain.household_months(options.rows)
    right = chain_oracle.outcome(columns, options.copies) if options.judge else None
    seconds, wrong = time_kernels(columns, options.copies, right)
    peer_seconds, peer_wrong, rules = time_openfisca(columns, options.copies, right)
    rows = len(columns["month"])
    print(json.dumps({"rows": rows, "rules": rules, "seconds": seconds | peer_seconds, "wrong": wrong | peer_wrong}))


def time_kernels(columns: Columns, copies: int, right: Columns | None) -> tuple[dict[str, list[float]], Wrong]:
    """Seconds of our engine and of the floor, and our wrong rows; the first calls are not counted."""
    rows = len(columns["month"])
    ours, null = chain_ours.prepare(columns, copies), floor.prepare(columns)
    reused, touched = ours(None), chain.new_outputs(rows)
    result = ours(reused)
    wrong = {} if right is None else {"ours": chain_oracle.wrong_rows(result, right)}
    null(touched)
    repetitions = _repetitions(KERNEL_ROWS // rows, KERNEL_FEWEST, KERNEL_MOST)
    seconds = in_turn({"ours_reused": partial(ours, reused), "floor_reused": partial(null, touched)}, repetitions)
    seconds |= in_turn({"ours_new": partial(ours, None), "floor_new": partial(null, None)}, repetitions)
    if right is not None:
        wrong["ours_new"] = chain_oracle.wrong_rows(ours(None), right)
    return seconds, wrong


def time_openfisca(columns: Columns, copies: int, right: Columns | None) -> tuple[dict[str, list[float]], Wrong, int]:
    """Seconds of OpenFisca in euros and in cents, its wrong rows, and the number of rules it holds."""
    repetitions = _repetitions(PEER_ROWS // (copies * len(columns["month"])), PEER_FEWEST, PEER_MOST)
    peers = {"openfisca_euros": Chain(columns, EUROS, copies), "openfisca_cents": Chain(columns, CENTS, copies)}
    wrong = {}
    if right is not None:
        for name, peer in peers.items():
            wrong[name] = chain_oracle.wrong_rows(peer.in_cents(peer.calculate()), right)
    seconds = in_turn({name: peer.calculate for name, peer in peers.items()}, repetitions)
    return seconds, wrong, peers["openfisca_cents"].rules.formulas


def _repetitions(wanted: int, fewest: int, most: int) -> int:
    return max(fewest, min(most, wanted))


if __name__ == "__main__":
    main()
