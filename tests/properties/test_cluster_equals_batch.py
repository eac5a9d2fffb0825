# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One kernel, one machine or many: what a cluster computes are the cents of the batch, on the households that are explained.

Together with test_explain_equals_batch, which compares the same households: explained, batch and cluster are identical.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.cluster import in_order, on_cluster
from tests.kernels import CACHE
from tests.properties.households import FACTS, household, inputs
from tests.properties.test_explain_equals_batch import MONTHS, REGIMES, SEED, tables_of
from werkzaam.app.settle import kernel_for
from werkzaam.engine.batch import STATUS, settle
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import HUISHOUDEN
from werkzaam.rules.book import RuleBook

PIECE_ROWS = 9_973
"""Not a multiple of anything: pieces begin in the middle of households."""


@pytest.mark.parametrize("name", REGIMES)
def test_a_cluster_computes_the_cents_of_the_batch(name: str) -> None:
    regime = REGIMES[name]()
    tables = tables_of(_households(RuleBook(FACTS, regime)))
    kernel = kernel_for(regime, FACTS, CACHE)
    expected = in_order(settle(kernel, tables))
    found = on_cluster(kernel, tables, buckets=5, piece_rows=PIECE_ROWS)
    assert expected[HUISHOUDEN].num_rows >= MONTHS
    assert len(set(expected[HUISHOUDEN].column(STATUS).to_pylist())) > 1
    for level, table in expected.items():
        assert table.equals(found[level]), level


def _households(book: RuleBook) -> list[list[MonthInput]]:
    """The households that test_explain_equals_batch draws, as far as their months reach."""
    random, made, months = Random(SEED), [], 0
    while months < MONTHS:
        made.append(inputs(household(random, book, longest=24)))
        months += len(made[-1])
    return made
