# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What arms can tell apart: by hand for small designs, and the rank against numpy's for many."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.experiment.crossed import Rank, rank_of, ranks

GUIDANCE = ("extra", "self", "regular")


def test_a_premium_that_follows_the_guidance_cannot_be_told_from_it() -> None:
    found = ranks({"guidance": GUIDANCE, "premium": (True, False, False)})
    assert found == (Rank("guidance", 2, 1), Rank("premium", 1, 0))
    assert not any(one.identifiable for one in found)


def test_crossed_both_effects_and_their_interaction_are_told_apart() -> None:
    levels = {"guidance": GUIDANCE * 2, "premium": (True,) * 3 + (False,) * 3}
    assert ranks(levels, together=True) == (Rank("guidance", 2, 2), Rank("premium", 1, 1), Rank("guidance x premium", 2, 2))
    one_cell_less = {name: level[:5] for name, level in levels.items()}
    assert [one.identifiable for one in ranks(one_cell_less)] == [True, True]
    assert ranks(one_cell_less, together=True)[2] == Rank("guidance x premium", 2, 1)


def test_what_does_not_differ_has_no_effect_to_find() -> None:
    assert ranks({"premium": (True, True)}) == (Rank("premium", 0, 0),)
    assert not ranks({"premium": (True, True)})[0].identifiable


@given(st.lists(st.lists(st.integers(0, 1), min_size=4, max_size=4), min_size=1, max_size=6))
def test_the_rank_is_that_of_numpy(rows: list[list[int]]) -> None:
    assert rank_of([[Fraction(one) for one in row] for row in rows]) == np.linalg.matrix_rank(np.array(rows))
