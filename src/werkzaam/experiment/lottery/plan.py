# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the draw reads beside the list: arms, pattern, and how many are taken from each stratum (protocol, section 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.encoding import canonical, framed
from werkzaam.experiment.lottery.strata import Grouping


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one draw.

    arms     their ids
    pattern  the dealing pattern, as numbers of arms
    select   for each code of a stratum how many are taken
    survey   for each code how many of those are interviewed; None: all of them
    closed   for each code the arms that are closed to its people
    design   the design's hash in hexadecimal; None only in test vectors
    """

    arms: tuple[str, ...]
    pattern: tuple[int, ...]
    select: Mapping[str, int]
    survey: Mapping[str, int] | None = None
    closed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    design: str | None = None

    @property
    def record(self) -> dict[str, Any]:
        """The plan as JSON: what does not apply is left out."""
        whole: dict[str, Any] = {"arms": list(self.arms), "pattern": list(self.pattern), "select": dict(self.select)}
        if self.survey is not None:
            whole["survey"] = dict(self.survey)
        if self.closed:
            whole["closed"] = {code: list(arms) for code, arms in self.closed.items()}
        if self.design is not None:
            whole["design"] = self.design
        return whole

    @property
    def digest(self) -> bytes:
        """What is promised of the plan, and enters the seed: the framed hash of its canonical JSON."""
        return framed(canonical(self.record))


def read_plan(record: Mapping[str, Any]) -> Plan:
    """The plan of such a record; raises InputError where it is none."""
    try:
        plan = Plan(
            arms=tuple(record["arms"]),
            pattern=tuple(record["pattern"]),
            select=dict(record["select"]),
            survey=dict(record["survey"]) if "survey" in record else None,
            closed={code: tuple(arms) for code, arms in record.get("closed", {}).items()},
            design=record.get("design"),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise InputError(f"A plan has arms, pattern and select; found {type(wrong).__name__} {wrong}.") from None
    if not plan.pattern or any(type(arm) is not int or not 0 <= arm < len(plan.arms) for arm in plan.pattern):
        raise InputError(f"The pattern names {len(plan.arms)} arms by 0 to {len(plan.arms) - 1}; found {list(plan.pattern)}.")
    return plan


def plan_of(design: Design, grouping: Grouping, codes: Mapping[str, str], design_hash: bytes) -> Plan:
    """The plan that follows from the design and the people; `codes` has the code of each stratum's text.

    Raises InputError where the design wants more people than there are.
    """
    select = _seats("selection", design.selection.seats, {
        codes[text]: len(each.people) for text, each in grouping.strata.items() if each.section.selectable
    })  # fmt: skip
    survey = _seats("interviews", design.survey.seats, {
        codes[text]: select[codes[text]] for text, each in grouping.strata.items()
        if each.section.selectable and each.section.interviewable
    })  # fmt: skip
    numbers = {arm.id: at for at, arm in enumerate(design.arms)}
    return Plan(
        arms=tuple(numbers),
        pattern=tuple(numbers[arm] for arm in design.pattern),
        select=select,
        survey=None if survey == select else survey,
        closed={codes[text]: each.section.closed for text, each in grouping.strata.items() if each.section.closed},
        design=design_hash.hex(),
    )


class Chances(NamedTuple):
    """The chances of everybody in a stratum: to be selected, to be interviewed once selected, and of each arm once selected."""

    selected: Fraction
    surveyed: Fraction
    arms: Mapping[str, Fraction]


def chances(plan: Plan, people: Mapping[str, str]) -> dict[str, Chances]:
    """For each code of a stratum the exact chances that the plan gives its people; `people` has the code of each pid.

    An arm's chance is its share of the slots that are open to the stratum. An interview tells nothing about the arm.
    """
    found = {}
    for code, size in Counter(people.values()).items():
        seats = plan.select.get(code, 0)
        asked = seats if plan.survey is None else plan.survey.get(code, 0)
        slots = Counter(plan.arms[arm] for arm in plan.pattern if plan.arms[arm] not in plan.closed.get(code, ()))
        shares = {arm: Fraction(slots[arm], slots.total()) for arm in plan.arms}
        found[code] = Chances(Fraction(seats, size), Fraction(asked, seats) if seats else Fraction(0), shares)
    return found


def apportion(sizes: Mapping[str, int], seats: int) -> dict[str, int]:
    """Seats over strata in proportion to their sizes, by largest remainder; of equal remainders the first code goes first."""
    total = sum(sizes.values())
    if not total:
        return dict.fromkeys(sizes, 0)
    shares = {code: seats * size // total for code, size in sizes.items()}
    first = sorted(sizes, key=lambda code: (-(seats * sizes[code] % total), code))
    for code in first[: seats - sum(shares.values())]:
        shares[code] += 1
    return shares


def _seats(what: str, seats: int | None, sizes: dict[str, int]) -> dict[str, int]:
    total = sum(sizes.values())
    if seats is None:
        return sizes
    if seats > total:
        raise InputError(f"The design has {seats} seats for {what}; found {total} people who may have one. Lower the number.")
    return apportion(sizes, seats)
