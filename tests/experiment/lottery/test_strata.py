# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Small strata are merged before the draw by the stated rule, and every merge is logged."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.experiment.lottery.world import LEVELS, design, frozen, people, whole
from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.strata import Merge, strata_of

NAMES = ("sekse", "leeftijd", "trede")
PERSON = st.fixed_dictionaries({name: st.sampled_from(levels) for name, levels in LEVELS.items()})


def of(*rows: tuple[str, str, int]) -> dict[str, dict[str, str]]:
    """People by sex and age band, as many as said."""
    found = {}
    for sekse, leeftijd, number in rows:
        for at in range(number):
            found[f"{sekse}{leeftijd}{at}"] = {"sekse": sekse, "leeftijd": leeftijd, "stadsdeel": "noord", "trede": "1"}
    return found


def sizes(*rows: tuple[str, str, int]) -> dict[str, int]:
    grouping = strata_of(design(variables=("sekse", "leeftijd")), of(*rows))
    return {text: len(stratum.people) for text, stratum in grouping.strata.items()}


def test_small_strata_that_are_alike_go_together() -> None:
    assert sizes(("v", "18-34", 2), ("v", "35-44", 1), ("v", "45-54", 5), ("m", "18-34", 3)) == {
        "sekse=m|leeftijd=18-34": 3,
        "sekse=v|leeftijd=18-34,35-44": 3,
        "sekse=v|leeftijd=45-54": 5,
    }


def test_who_is_alone_goes_with_the_smallest_that_is_alike() -> None:
    assert sizes(("v", "18-34", 1), ("v", "35-44", 7), ("v", "45-54", 5)) == {
        "sekse=v|leeftijd=18-34,45-54": 6,
        "sekse=v|leeftijd=35-44": 7,
    }


def test_then_the_next_variable_is_left_out_as_well() -> None:
    """The only man is not alike anybody before sex is left out too."""
    grouping = strata_of(design(variables=("sekse", "leeftijd")), of(("m", "18-34", 1), ("v", "35-44", 3), ("v", "45-54", 9)))
    both = "sekse=m|leeftijd=18-34 + sekse=v|leeftijd=35-44"
    assert {text: len(each.people) for text, each in grouping.strata.items()} == {both: 4, "sekse=v|leeftijd=45-54": 9}
    assert grouping.merges == (
        Merge("sekse=m|leeftijd=18-34", 1, both, ("leeftijd", "sekse")),
        Merge("sekse=v|leeftijd=35-44", 3, both, ("leeftijd", "sekse")),
    )


def test_two_people_in_all_stay_too_few_and_it_says_so() -> None:
    grouping = strata_of(design(variables=("sekse",)), of(("v", "18-34", 1), ("m", "18-34", 1)))
    assert grouping.small == ("sekse=m,v",)


def test_the_area_of_selection_and_closed_arms_are_never_merged() -> None:
    levels = people(12, ("noord", "west"))
    levels = {pid: {**each, "sekse": "v", "leeftijd": "18-34", "trede": "1"} for pid, each in levels.items()}
    closed = {next(iter(levels)): {"zelfregie"}}
    grouping = strata_of(design(districts=("noord",)), levels, closed)
    assert {stratum.section.marks for stratum in grouping.strata.values()} >= {(), ("-select",)}
    alone = next(stratum for stratum in grouping.strata.values() if stratum.section.closed)
    assert alone.people == tuple(closed)
    assert alone.text.endswith("-arm=zelfregie")


@given(st.lists(PERSON, min_size=1, max_size=60), st.integers(1, 4), st.randoms(use_true_random=False))
def test_every_stratum_is_large_enough_or_has_nobody_alike(levels: list[dict[str, str]], smallest: int, chance: object) -> None:
    """With every variable left out in the end, one small stratum can only be everybody."""
    of_pid = {f"p{at}": each for at, each in enumerate(levels)}
    chosen = design(smallest=smallest, variables=NAMES)
    grouping = strata_of(chosen, of_pid)
    counted = {text: len(each.people) for text, each in grouping.strata.items()}
    assert sorted(grouping.by_person) == sorted(of_pid)
    assert sum(counted.values()) == len(of_pid)
    assert min(counted.values()) >= min(smallest, len(of_pid))
    assert strata_of(chosen, dict(reversed(of_pid.items()))) == grouping
    for text, stratum in grouping.strata.items():
        own = {tuple(of_pid[pid][name] for name in NAMES) for pid in stratum.people}
        assert own == set(stratum.cells), text


@given(st.lists(st.integers(1, 3), min_size=1, max_size=24), st.integers(0, 30))
def test_strata_of_one_two_and_three_people_can_be_drawn(numbers: list[int], seats: int) -> None:
    """Requirement X7: singleton strata, fuzzed; arms stay within one of each other in every merged stratum."""
    cells = [(s, a, d, t) for s in "vm" for a in LEVELS["leeftijd"] for d in ("noord", "west", "zuid") for t in "1"]
    rows = [cell for cell, number in zip(cells, numbers, strict=False) for _ in range(number)]
    levels = {f"p{at}": dict(zip(LEVELS, row, strict=True)) for at, row in enumerate(rows)}
    done = whole(design(seats=min(seats, len(rows))), levels)
    totals = Counter(done.drawn.arms.values())
    assert sum(done.drawn.totals.values()) == min(seats, len(rows))
    assert max(done.drawn.totals.values(), default=0) - min(totals[arm] for arm in done.plan.arms) <= 1
    for text, stratum in done.grouping.strata.items():
        counts = Counter(done.drawn.arms[pid] for pid in stratum.people)
        assert max(counts[arm] for arm in done.plan.arms) - min(counts[arm] for arm in done.plan.arms) <= 1, text


def test_what_is_not_in_the_design_is_refused() -> None:
    with pytest.raises(InputError, match="a: trede must be one of 1, 2, 3, 4; found '5'"):
        strata_of(design(), {"a": {"sekse": "v", "leeftijd": "18-34", "stadsdeel": "noord", "trede": "5"}})
    one = of(("v", "18-34", 1))
    pid = next(iter(one))
    with pytest.raises(InputError, match=r"no arm \['bonus'\]"):
        strata_of(design(), one, {pid: {"bonus"}})
    with pytest.raises(InputError, match="every arm is closed"):
        strata_of(design(), one, {pid: {"aandacht", "zelfregie", "vergelijking"}})


def test_more_seats_than_people_are_refused() -> None:
    with pytest.raises(InputError, match="9 seats for selection; found 4 people"):
        frozen(design(seats=9), of(("v", "18-34", 4)))
    with pytest.raises(InputError, match="5 seats for interviews; found 4 people"):
        frozen(design(surveyed=5), of(("v", "18-34", 4)))
