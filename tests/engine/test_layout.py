# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes stand right of what they read, keep clear of each other, and their lines cross no more than needed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from werkzaam.engine.layout import Layout

ROOM, LINE_ROOM = 74, 10


def laid_out(edges: list[tuple[str, str]], given_names: str) -> Layout:
    """A graph of single letters in alphabetical order."""
    names = sorted({name for edge in edges for name in edge})
    return Layout(names, edges, frozenset(given_names), ROOM, LINE_ROOM)


def test_a_box_stands_right_of_all_it_reads() -> None:
    layout = laid_out([("a", "c"), ("b", "c"), ("c", "d"), ("a", "d")], "ab")
    assert layout.column == {"a": 0, "b": 0, "c": 1, "d": 2}
    assert layout.paths["a", "d"] == ["a", "a>d@1", "d"]


def test_what_is_given_stands_just_before_its_first_reader() -> None:
    assert laid_out([("a", "c"), ("c", "d"), ("d", "e"), ("b", "e")], "ab").column["b"] == 2


def test_lines_that_can_be_untangled_are() -> None:
    layout = laid_out([("a", "f"), ("b", "e"), ("c", "d")], "abc")
    assert layout.columns in ([["a", "b", "c"], ["f", "e", "d"]], [["c", "b", "a"], ["d", "e", "f"]])


graphs = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=1, max_size=30).map(
    lambda pairs: sorted({(chr(97 + min(p)), chr(97 + max(p))) for p in pairs if p[0] != p[1]} or {("a", "b")})
)


@given(graphs)
def test_boxes_keep_clear_of_each_other(edges: list[tuple[str, str]]) -> None:
    names = sorted({name for edge in edges for name in edge})
    layout = laid_out(edges, "".join(set(names) - {b for _, b in edges}))
    assert all(layout.column[a] < layout.column[b] for a, b in edges)
    for column in layout.columns:
        for above, below in pairwise(column):
            room = ((ROOM if above in layout.column else LINE_ROOM) + (ROOM if below in layout.column else LINE_ROOM)) // 2
            assert layout.middle[below] - layout.middle[above] >= room
    assert min(layout.middle[name] for name in names) == 0
