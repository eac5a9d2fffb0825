# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""No group of fewer than ten can be told from a table, by an attacker who knows every sum; and not everything is hidden."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.experiment.disclosure.attack import LEAST, WIDTH, bounds, leaks
from werkzaam.experiment.disclosure.cells import Cell, People, cross, group, patterns
from werkzaam.experiment.disclosure.protect import protect
from werkzaam.experiment.disclosure.releases import Release, allow, as_text, from_text, release_of


def people_of(table: list[list[int]]) -> People:
    """People by arm and by work, as many as the table says."""
    rows = [(arm, work) for arm, row in enumerate(table) for work, count in enumerate(row) for _ in range(count)]
    codes = np.array(rows, dtype=np.int64).reshape(-1, 2)
    levels = {"arm": tuple(f"a{one}" for one in range(len(table))), "werk": tuple(f"w{one}" for one in range(len(table[0])))}
    return People(levels, {"arm": codes[:, 0], "werk": codes[:, 1]})


def told(people: People, shown: tuple[Cell, ...], where: tuple[tuple[str, str], ...]) -> float:
    """How far apart a reader's bounds of a group lie."""
    table = cross("all", people, ("arm", "werk"))
    known = patterns(people, table.cells)
    low, high = bounds(shown, known, known.members(where).astype(float))
    return high - low


def test_one_small_cell_takes_others_along() -> None:
    people = people_of([[40, 3, 30], [25, 31, 50], [60, 44, 12]])
    done = protect(cross("werk", people, ("arm", "werk")), people)
    small = group(("arm", "a0"), ("werk", "w1"))
    assert small in done.hidden
    assert done.count(small) is None
    assert 4 <= len(done.hidden) <= 5, "a small cell inside with margins needs a square of four"
    assert done.count(()) == 295
    assert told(people, done.shown, small) >= WIDTH


def test_without_others_the_small_cell_is_told_exactly() -> None:
    """The control: what protect adds is what the attack needs."""
    people = people_of([[40, 3, 30], [25, 31, 50], [60, 44, 12]])
    table = cross("werk", people, ("arm", "werk"))
    small = group(("arm", "a0"), ("werk", "w1"))
    found = leaks([cell for cell in table.cells if cell.where != small], [small], patterns(people, table.cells))
    assert [(leak.about, leak.count, round(leak.low), round(leak.high)) for leak in found] == [("arm a0, werk w1", 3, 3, 3)]


def test_an_empty_cell_is_hidden_like_a_small_one() -> None:
    people = people_of([[40, 0], [25, 31], [60, 44]])
    done = protect(cross("werk", people, ("arm", "werk")), people)
    empty = group(("arm", "a0"), ("werk", "w1"))
    assert done.count(empty) is None
    assert told(people, done.shown, empty) >= WIDTH


def test_what_must_stay_can_make_a_table_impossible() -> None:
    people = people_of([[40, 3], [25, 31]])
    table = cross("werk", people, ("arm", "werk"))
    with pytest.raises(NotAllowed, match="arm a0, werk w1, who are fewer than 10"):
        protect(table, people, keep=[cell.where for cell in table.cells])


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_no_small_group_can_be_told_from_any_table(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(2, 4)), data.draw(st.integers(2, 4))
    counts = st.one_of(st.integers(0, 12), st.integers(10, 90))
    people = people_of(data.draw(st.lists(st.lists(counts, min_size=columns, max_size=columns), min_size=rows, max_size=rows)))
    if not len(people.codes["arm"]):
        return
    table = cross("werk", people, ("arm", "werk"))
    done = protect(table, people)
    assert all(cell.count >= LEAST for cell in done.shown)
    for where in done.hidden:
        count = int(people.within(where).sum())
        assert count >= LEAST or told(people, done.shown, where) >= WIDTH
    if all(cell.count >= LEAST for cell in table.cells):
        assert not done.hidden


def test_two_releases_whose_difference_is_seven_people_are_refused() -> None:
    """All who were drawn first; later the same without those who withdrew: the difference is seven women."""
    rows = [(sex, left) for sex, left, count in ((0, 0, 200), (0, 1, 7), (1, 0, 150), (1, 1, 30)) for _ in range(count)]
    codes = np.array(rows)
    people = People({"geslacht": ("vrouw", "man"), "gestopt": ("nee", "ja")}, {"geslacht": codes[:, 0], "gestopt": codes[:, 1]})
    first = Release((Cell(group(("geslacht", "vrouw")), 207),), ())
    second = Release((Cell(group(("geslacht", "vrouw"), ("gestopt", "nee")), 200),), ())
    allow(first, [], people)
    allow(second, [], people)
    with pytest.raises(NotAllowed, match="geslacht vrouw without geslacht vrouw, gestopt nee"):
        allow(second, [first], people)
    with pytest.raises(NotAllowed, match="7"):
        allow(first, [second], people)


def test_a_corrected_number_is_not_released_beside_the_old_one() -> None:
    people = people_of([[40, 30], [25, 31]])
    first, second = (Release((Cell(group(("arm", "a0")), count),), ()) for count in (70, 68))
    with pytest.raises(NotAllowed, match="released as 70 people before; 68 now would tell that 2 changed"):
        allow(second, [first], people)
    allow(Release((Cell(group(("arm", "a0")), 55),), ()), [first], people)


def test_a_table_takes_what_was_released_before_into_account() -> None:
    people = people_of([[40, 3, 30], [25, 31, 50], [60, 44, 12]])
    first = release_of([protect(cross("werk", people, ("arm", "werk")), people)])
    again = release_of([protect(cross("opnieuw", people, ("arm", "werk")), people, before=first.shown)])
    allow(again, [first], people)
    assert from_text(as_text(first)) == first


def test_free_text_and_unknown_columns_never_reach_a_table() -> None:
    people = people_of([[40, 30], [25, 31]])
    with pytest.raises(UnknownName, match="no coded variable toelichting; free text"):
        cross("vrij", people, ("toelichting",))
    with pytest.raises(UnknownName, match="arm has no level a9"):
        people.within(group(("arm", "a9")))
    with pytest.raises(InputError, match="outside its 2 levels"):
        People({"arm": ("a", "b")}, {"arm": np.array([0, 2])})
    with pytest.raises(InputError, match="no release that was kept"):
        from_text("{}")
