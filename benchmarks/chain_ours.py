# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain in our engine: the one place where these benchmarks meet `werkzaam.engine`."""

from __future__ import annotations

from collections.abc import Callable

from chain_data import Columns


def prepare(columns: Columns, copies: int = 1) -> Callable[[Columns | None], Columns]:
    """The chain, compiled for these input columns, as a function of the columns to write into.

    Given a dict of columns (`chain_data.new_outputs`) it writes into them; given None it makes new ones. Either way it
    returns them, named as in `chain_data.OUTPUTS`. With `copies` above 1 the chain is there that many times over, as the
    oracle describes, and the column `check` (int64) holds the sum of the copies' totals.
    """
    raise NotImplementedError("The chain is not yet written as our rules; see benchmarks/chain_ours.py.")
