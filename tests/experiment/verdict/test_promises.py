# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was promised before the outcomes were seen: the lock of a plan, arms under letters, and sums of people that close."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.experiment.designs import ARMS
from tests.experiment.verdict.cohorts import drawn
from werkzaam.app.experiment.design_file import shipped_design
from werkzaam.core.errors import InputError, LedgerError, NotAllowed
from werkzaam.experiment.canonical import canonical
from werkzaam.experiment.design import Arm
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.verdict.flow import flow
from werkzaam.experiment.verdict.lock import Settings, Tag, lock, refuse_unplanned, tag
from werkzaam.experiment.verdict.masked import mask, masked, unmask

DAY = date(2018, 4, 1)
COLUMNS = ("work_t3", "outflow_t3")


def test_one_changed_byte_marks_every_number_as_thought_of_afterwards() -> None:
    design = shipped_design("amsterdam_2018")
    held = lock(design, Settings(), code="1.0+abc", columns=COLUMNS, by="A. de Vries", at="2021-01-01T09:00:00Z")
    assert tag(held, design, Settings(), code="1.0+abc", columns=reversed(COLUMNS)) == (Tag.PLANNED, ())
    arm = replace(design.arms[0], label=replace(design.arms[0].label, nl=design.arms[0].label.nl + "."))
    other = replace(design, arms=(arm, *design.arms[1:]))
    assert tag(held, other, Settings(), code="1.0+abc", columns=COLUMNS) == (Tag.POST_HOC, ("plan",))
    assert tag(held, design, Settings(seed=2), code="1.0+abc", columns=COLUMNS) == (Tag.POST_HOC, ("plan",))
    assert tag(held, design, Settings(), code="1.0+abd", columns=COLUMNS) == (Tag.POST_HOC, ("code",))
    assert tag(held, design, Settings(), code="1.0+abc", columns=[*COLUMNS, "extra"]) == (Tag.POST_HOC, ("columns",))
    with pytest.raises(InputError, match="give a name"):
        lock(design, Settings(), code="1", columns=COLUMNS, by=" ", at="2021")


def test_an_outcome_that_is_not_in_the_plan_is_refused_by_name() -> None:
    design = shipped_design("amsterdam_2018")
    refuse_unplanned(design, ["work_t3"])
    with pytest.raises(NotAllowed, match="work_t9 is not in the locked plan; it has care_t3"):
        refuse_unplanned(design, ["work_t3", "work_t9"])


def test_under_letters_nothing_names_an_arm_a_regime_or_who_is_compared_with_whom() -> None:
    design, panel = drawn("amsterdam_2018")
    hidden = mask(design, np.random.default_rng(5))
    blind, people = masked(design, panel, hidden)
    text = canonical(replace(blind, title=design.title, equal=(), exclusions=()))
    assert not any(word in text for arm in design.arms for word in (arm.id, arm.regime, arm.label.nl, arm.label.en))
    assert [arm.id for arm in blind.arms] == ["A", "B", "C"]
    assert {len(family.contrasts) for family in blind.families} == {3}
    for place, arm in enumerate(design.arms):
        letter = "ABC".index(hidden.letters[arm.id])
        assert np.array_equal(panel.arms == place, people.arms == letter)
    assert np.array_equal(panel.arms < 0, people.arms < 0)


def test_letters_fall_evenly_over_arms() -> None:
    design = shipped_design("amsterdam_2018")
    generator = np.random.default_rng(1)
    seen = Counter(mask(design, generator).letters["comparison"] for _ in range(600))
    assert set(seen) == {"A", "B", "C"}
    assert min(seen.values()) > 150


def test_an_arm_that_its_size_gives_away_cannot_be_masked_and_two_people_unmask() -> None:
    design = shipped_design("amsterdam_2018")
    uneven = replace(design, arms=(replace(design.arms[0], slots=2), *design.arms[1:]))
    with pytest.raises(NotAllowed, match="extra_attention is the only arm with 2 of 4 slots"):
        mask(uneven, np.random.default_rng(1))
    assert unmask("A. de Vries", "B. Bakker") == ("A. de Vries", "B. Bakker")
    for first, second in (("A. de Vries", "a. de vries "), ("A", ""), ("", "")):
        with pytest.raises(NotAllowed, match="Two different people"):
            unmask(first, second)


def happened(person: str, happening: Happening, **detail: str) -> Event:
    return Event(person, happening, DAY, detail)


PEOPLE = st.lists(
    st.tuples(st.sampled_from(["refused", "excluded", "idle", *(arm.id for arm in ARMS)]), st.integers(0, 4), st.booleans()),
    max_size=60,
)


@given(PEOPLE)
def test_the_flow_closes_for_any_people(people: list[tuple[str, int, bool]]) -> None:
    design = replace(shipped_design("amsterdam_2018"), arms=tuple(ARMS))
    events = []
    for number, (fate, waves, withdrawn) in enumerate(people):
        one = f"P{number}"
        events.append(happened(one, Happening.APPLIED))
        if fate == "refused":
            events.append(happened(one, Happening.REFUSED, reason="not_on_benefit"))
            continue
        if fate == "excluded":
            events.append(happened(one, Happening.EXCLUDED, grounds="homeless"))
            continue
        events.append(happened(one, Happening.ENROLLED, barred=f"x|{ARMS[1].id}" if fate == ARMS[0].id else ""))
        if fate == "idle":
            events.append(happened(one, Happening.NOT_SELECTED))
            continue
        events.append(happened(one, Happening.DRAWN, arm=fate))
        for place, wave in enumerate(design.waves):
            kind = Happening.INTERVIEWED if place < waves else Happening.NOT_INTERVIEWED
            events.append(happened(one, kind, wave=wave.id, reason="moved"))
        events += [happened(one, Happening.WITHDRAWN)] if withdrawn else []
    found = flow(events, design)
    fates = Counter(fate for fate, _, _ in people)
    assert found.applied == len(people)
    assert found.excluded["homeless"] == fates["excluded"]
    assert set(found.excluded) >= {one.id for one in design.exclusions}, "also a ground that nobody has is shown"
    assert found.enrolled == len(people) - fates["refused"] - fates["excluded"]
    assert [arm.drawn for arm in found.arms] == [fates[arm.id] for arm in ARMS]
    assert [arm.closed for arm in found.arms[:2]] == [0, fates[ARMS[0].id]]
    for arm in found.arms:
        assert all(arm.interviewed[wave.id] + sum(arm.lost[wave.id].values()) == arm.drawn for wave in design.waves)


def test_a_flow_that_does_not_close_is_a_mistake_of_ours() -> None:
    design = replace(shipped_design("amsterdam_2018"), arms=tuple(ARMS))
    with pytest.raises(LedgerError, match="P1 is drawn and was never enrolled"):
        flow([happened("P1", Happening.APPLIED), happened("P1", Happening.DRAWN, arm=ARMS[0].id)], design)
    with pytest.raises(LedgerError, match="1 applied, and 0 refused or excluded with 0 enrolled"):
        flow([happened("P1", Happening.APPLIED)], design)
    both = [happened("P1", one) for one in (Happening.APPLIED, Happening.ENROLLED)]
    with pytest.raises(LedgerError, match="enrolled and was also refused"):
        flow([*both, happened("P1", Happening.REFUSED, reason="x")], design)
    more = [happened("P2", one) for one in (Happening.APPLIED, Happening.ENROLLED)]
    with pytest.raises(LedgerError, match="2 enrolled, and 1 drawn with 0 not selected"):
        flow([*both, *more, happened("P1", Happening.DRAWN, arm=ARMS[0].id)], design)


def test_arms_keep_their_letters_in_order() -> None:
    """A design with arms of two sizes: each size has letters of its own."""
    design = shipped_design("amsterdam_2018")
    four = (*design.arms, Arm("extra", design.arms[0].label, design.arms[0].regime, 1))
    sizes = replace(design, arms=tuple(replace(arm, slots=1 + place % 2) for place, arm in enumerate(four)))
    letters = mask(sizes, np.random.default_rng(2)).letters
    assert {letters[arm.id] for arm in sizes.arms if arm.slots == 1} == {"A", "B"}
