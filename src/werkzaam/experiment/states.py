# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where people are at the end of each period: on benefit or out, for which reason, and working or not.

People leave and come back, so the share that is out is counted at each moment among everybody who started, and can fall
(R-176). Why somebody is out is the reason of the last leaving (R-177). Working is not leaving: both are told, as four groups
(R-178). All take n people in rows and p periods in columns; shares are of 1, and `by_arm` gives them per arm with n.

Sources: Andersen and Keiding (2002) for shares of a multi-state process without censoring; chapter 2 of the report for the
measure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.experiment.panel import Floats, Ints, Truths


@dataclass(frozen=True, slots=True)
class Spell:
    """Months of one person on benefit, the last one included (None goes on); `reason` is why it ended, as an index."""

    person: int
    first: Month
    last: Month | None
    reason: int | None = None


def on_benefit(spells: Sequence[Spell], people: int, moments: Sequence[Month]) -> tuple[Truths, Ints]:
    """Who is on benefit in each month (people, moments), and the reason of the last leaving before it, -1 where there is none.

    Raises InputError for spells of a person that overlap, end before they begin, or go on before another, and for a moment at
    which somebody's first spell has not begun: shares are of people who started.
    """
    benefit = np.zeros((people, len(moments)), np.bool_)
    reasons = np.full((people, len(moments)), -1, np.int64)
    by_person: dict[int, list[Spell]] = {person: [] for person in range(people)}
    for spell in spells:
        if spell.person not in by_person:
            raise InputError(f"A person from 0 to {people - 1} was expected; found {spell.person}.")
        by_person[spell.person].append(spell)
    for person, own in by_person.items():
        ordered = _in_order(person, own, moments)
        for at, moment in enumerate(moments):
            begun = [spell for spell in ordered if spell.first <= moment]
            latest = begun[-1]
            benefit[person, at] = latest.last is None or moment <= latest.last
            left = latest if not benefit[person, at] else begun[-2] if len(begun) > 1 else None
            if left is not None and left.reason is not None:
                reasons[person, at] = left.reason
    return benefit, reasons


def _in_order(person: int, spells: Sequence[Spell], moments: Sequence[Month]) -> list[Spell]:
    ordered = sorted(spells, key=lambda spell: spell.first)
    if not ordered or (moments and ordered[0].first > min(moments)):
        raise InputError(f"Person {person} was not on benefit yet at the first moment; shares out are of people who started.")
    for before, after in zip(ordered, [*ordered[1:], None], strict=True):
        if before.last is not None and before.last < before.first:
            raise InputError(f"A spell of person {person} ends in {before.last}, before it begins in {before.first}.")
        if after is not None and (before.last is None or after.first <= before.last):
            raise InputError(f"Spells of person {person} overlap in {after.first}. Give each month once.")
    return ordered


def net_outflow(benefit: Truths) -> Floats:
    """The share (p,) of those who started that is not on benefit at the end of each period: net of who came back."""
    _check(benefit)
    found: Floats = 1 - benefit.mean(axis=0)
    return found


def outflow_by_reason(benefit: Truths, reason: Ints, reasons: int) -> Floats:
    """The share (p, reasons) that is out for each reason; the columns add up to `net_outflow`.

    Raises InputError where somebody is out without a reason from 0 to `reasons` - 1: an unknown one is a reason too.
    """
    _check(benefit)
    out = ~benefit
    if reason.shape != benefit.shape or (out & ((reason < 0) | (reason >= reasons))).any():
        raise InputError(
            f"A reason from 0 to {reasons - 1} was expected wherever somebody is out; give 'unknown' a reason of its own."
        )
    return np.column_stack([(out & (reason == one)).mean(axis=0) for one in range(reasons)])


@dataclass(frozen=True, slots=True)
class FourStates:
    """Shares (p,) of everybody who started, that add up to one: working or not, on benefit or out."""

    working_on_benefit: Floats
    working_out: Floats
    not_working_on_benefit: Floats
    not_working_out: Floats


def working_and_out(working: Truths, benefit: Truths) -> FourStates:
    """Working and having left as two things that differ: somebody can work and be on benefit."""
    _check(benefit)
    if working.shape != benefit.shape:
        raise InputError(f"Working and benefit need the same people and periods; found {working.shape} and {benefit.shape}.")
    cells = (working & benefit, working & ~benefit, ~working & benefit, ~working & ~benefit)
    return FourStates(*(cell.mean(axis=0) for cell in cells))


def by_arm(benefit: Truths, arms: Ints, names: Sequence[str]) -> Mapping[str, tuple[int, Floats]]:
    """Net outflow of each arm, with its n; everybody drawn counts in the arm they were drawn for."""
    _check(benefit)
    found = {}
    for at, name in enumerate(names):
        if not (arms == at).any():
            raise InputError(f"Nobody was drawn for the arm {name!r}.")
        found[name] = (int((arms == at).sum()), net_outflow(benefit[arms == at]))
    return found


def _check(benefit: Truths) -> None:
    if benefit.ndim != 2 or not benefit.size or benefit.dtype != np.bool_:
        raise InputError(f"Who is on benefit was expected as true or false, people in rows and periods in columns; found an "
                         f"array of "
                         f"{benefit.dtype} with shape {benefit.shape}.")  # fmt: skip
