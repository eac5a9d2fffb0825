# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain in our engine: the one place where these benchmarks meet `werkzaam.engine`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from chain_data import OUTPUTS, Columns
from chain_rules import MONTHS, NAMES, ChainBook, chain_rules

from werkzaam.app.cache import kernels
from werkzaam.engine.kernel import Frame, make


def prepare(columns: Columns, copies: int = 1) -> Callable[[Columns | None], Columns]:
    """The chain, compiled for these input columns, as a function of the columns to write into.

    Given the columns that it returned before it writes into them; given None it makes new ones. Either way it returns them, named
    as in `chain_data.OUTPUTS`, as wide as their bounds ask. With `copies` above 1 the chain is there that many times over, as the
    oracle describes, and the column `check` holds the sum of the copies' totals. The bounds of every input are
    checked in each run, as `werkzaam settle` does.
    """
    rules = chain_rules(copies)
    kernel = make(rules, rules.targets, ChainBook(), MONTHS, kernels())
    month = columns["month"].astype(np.int16)
    frame = Frame(columns["household"], month, {name: columns[name] for name in kernel.source.inputs})
    names = {name: NAMES.get(name, name) for name in [*OUTPUTS, *(["check"] if copies > 1 else [])]}

    def settle(reused: Columns | None) -> Columns:
        out = None if reused is None else {ours: reused[name] for name, ours in names.items()}
        result = kernel.run(frame, out)
        return {name: result[ours] for name, ours in names.items()}

    _ = frame.blocks
    return settle
