# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Differences within blocks are weighted by their size, and a block that cannot be used is named with what to do."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import difference, incomplete_blocks

Y = np.array([5.0, 7, 1, 3, 10, 14, 16, 9, 11])
ARM = np.array([1, 1, 0, 0, 1, 1, 1, 0, 0])
BLOCK = np.array([4, 4, 4, 4, 9, 9, 9, 9, 9])


def test_blocks_weigh_by_their_people() -> None:
    found = difference(Y, ARM, BLOCK)
    assert found.effect == pytest.approx(4 / 9 * 4 + 5 / 9 * (40 / 3 - 10))
    variance = (4 / 9) ** 2 * (2 / 2 + 2 / 2) + (5 / 9) ** 2 * ((28 / 3) / 3 + 2 / 2)
    assert (found.error**2, found.freedom, found.n) == (pytest.approx(variance), 9 - 2 * 2, (5, 4))


def test_without_blocks_the_difference_is_welchs() -> None:
    found = difference(Y, ARM)
    first, other = Y[ARM == 1], Y[ARM == 0]
    parts = np.array([first.var(ddof=1) / 5, other.var(ddof=1) / 4])
    assert found.effect == pytest.approx(first.mean() - other.mean())
    assert found.error == pytest.approx(parts.sum() ** 0.5)
    assert found.freedom == pytest.approx(parts.sum() ** 2 / (parts**2 / [4, 3]).sum())


def test_others_do_not_count() -> None:
    more = difference(np.append(Y, [99, np.nan, 99]), np.append(ARM, [2, 1, -1]), np.append(BLOCK, [4, 9, 9]))
    assert more == difference(Y, ARM, BLOCK)


def test_the_other_way_round_is_minus() -> None:
    one, other = difference(Y, ARM, BLOCK), difference(Y, ARM, BLOCK, (0, 1))
    assert (one.effect, one.n) == (-other.effect, other.n[::-1])


def test_pairs_take_their_variance_from_between() -> None:
    found = difference(np.array([5.0, 3, 8, 7, 6, 1]), np.array([1, 0, 1, 0, 1, 0]), np.array([1, 1, 2, 2, 3, 3]))
    assert found.effect == pytest.approx(8 / 3)
    assert found.error == pytest.approx(np.std([2, 1, 5], ddof=1) / 3**0.5)
    assert (found.freedom, found.n, found.method) == (2, (3, 3), "difference in means within pairs")


def test_a_block_that_lacks_an_arm_is_refused_with_the_merge_rule() -> None:
    with pytest.raises(InputError, match=r"Block 7 has nobody with an outcome in arm 1 \(and 2 in the other\).* the merge rule"):
        difference(np.append(Y, [1, 2]), np.append(ARM, [0, 0]), np.append(BLOCK, [7, 7]))


def test_attrition_can_empty_a_block() -> None:
    lost = np.where((BLOCK == 4) & (ARM == 0), np.nan, Y)
    with pytest.raises(InputError, match=r"Block 4 has nobody with an outcome in arm 0"):
        difference(lost, ARM, BLOCK)
    assert incomplete_blocks(lost, ARM, BLOCK).tolist() == [4]
    assert incomplete_blocks(Y, ARM, BLOCK).tolist() == []
    assert incomplete_blocks(Y, ARM, BLOCK, least=3).tolist() == [4, 9]


def test_one_person_has_no_variance() -> None:
    with pytest.raises(InputError, match=r"Block 4 has one person with an outcome in arm 0.*to two per arm"):
        difference(np.delete(Y, 3), np.delete(ARM, 3), np.delete(BLOCK, 3))
    with pytest.raises(InputError, match="arm 1 has 1, arm 0 3"):
        difference(Y[:4], np.array([1, 0, 0, 0]))


def test_nobody_gives_no_difference() -> None:
    with pytest.raises(InputError, match="Nobody in arm 3 or 5"):
        difference(Y, ARM, BLOCK, (3, 5))
