# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The small set knows what was there before, also after it grew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from werkzaam.app.exchange.seen import Seen


def test_every_text_is_new_once_while_the_set_grows() -> None:
    seen = Seen()
    assert all(seen.add(f"wage {number}") for number in range(5_000))
    assert not any(seen.add(f"wage {number}") for number in range(5_000))


@given(st.lists(st.text(max_size=3)))
def test_it_says_what_a_set_says(texts: list[str]) -> None:
    seen, known = Seen(), set[str]()
    for text in texts:
        assert seen.add(text) == (text not in known)
        known.add(text)
