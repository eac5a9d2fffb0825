# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers that somebody gives are like those that ship: in the same unit, as many, and such that they can be.

A list that is one short would be read beyond its end by compiled code, and a chance above one is no chance: so both are refused
here, before anybody lives.
"""

from __future__ import annotations

from dataclasses import replace

from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Assumptions, Given
from werkzaam.simulation.chance import MILLION
from werkzaam.simulation.labour import MINUTES_MOST

EQUALLY_LIKELY = ("labour.minutes", "labour.minutes_at_start", "labour.hourly", "labour.swing.", "education.costs")
"""Lists of equally likely values, which may be of any length."""
BY_PERIOD = ("behaviour.", "contacts.share_of_peak", "contacts.periods")
"""Lists with a value for each of some periods, which are compared where they are read."""
AT_LEAST_ONE = ("contacts.caseload.", "contacts.per_talk", "labour.minutes", "labour.hourly")
"""What is nothing when it is 0."""
FALLS = ("drift", "early_drift", "early_finding", "effect.", "education.finding")
"""What may be below zero."""
OF_A_MILLION = ("labour.contracts", "labour.contracts_at_start", "labour.periods", "labour.late")
"""Shares of everybody."""
MARGINS, WHOLE = ("people.population.", "people.participants."), 100
"""Margins of a town as printed: whole percentages, each rounded on its own."""
MOST = {"per_million": MILLION, "percent": 100, "minutes": MINUTES_MOST}
"""The most that a number in a unit can be."""


def checked(given: Assumptions, own: Given, file: str) -> Given:
    """The number, in the unit of the one that it replaces; raises InputError with the file for what cannot be meant."""
    beside = given.given.get(own.name)
    if beside is not None and own.unit and own.unit != beside.unit:
        raise InputError(f"{own.name} is in {beside.unit}; found {own.unit}.", file=file)
    unit = own.unit or (beside.unit if beside is not None else "")
    _length(own, beside, file)
    low = 1 if own.name.startswith(AT_LEAST_ONE) else None if _may_fall(own.name) else 0
    high = MOST.get(unit)
    if unit == "yyyymm":
        _months(own, file)
    for one in own.values:
        if (low is not None and one < low) or (high is not None and abs(one) > high):
            between = f"{-(high or 0) if low is None else low} to {high}" if high is not None else f"{low} or more"
            raise InputError(f"{own.name}: {between} was expected{f' ({unit})' if unit else ''}; found {one}.", file=file)
    return replace(own, unit=unit)


def _length(own: Given, beside: Given | None, file: str) -> None:
    """As many values as there are, where each has a place of its own."""
    if beside is None or own.name.startswith((*EQUALLY_LIKELY, *BY_PERIOD)):
        return
    if len(own.values) != len(beside.values):
        raise InputError(
            f"{own.name} has {len(beside.values)} values, each with a place of its own, now {list(beside.values)}; found "
            f"{len(own.values)}.", file=file,
        )  # fmt: skip


def _months(own: Given, file: str) -> None:
    wrong = [one for one in own.values if not 1 <= one % 100 <= 12]
    if wrong:
        raise InputError(f"{own.name}: months written like 201803 were expected; found {wrong[0]}.", file=file)
    if own.name.endswith("periods") and sorted(set(own.values)) != list(own.values):
        raise InputError(f"{own.name}: periods after one another were expected; found {list(own.values)}.", file=file)


def _may_fall(name: str) -> bool:
    return name.startswith(FALLS) or name.rpartition(".")[2] in FALLS


def refuse_impossible(given: Assumptions) -> None:
    """Raise InputError for shares that do not add up to everybody."""
    for name in (one for one in OF_A_MILLION if one in given.given):
        values = given.given[name].values
        if sum(values) != MILLION or min(values) < 0:
            raise InputError(f"{name}: shares of at least 0 that add up to {MILLION} were expected; found {list(values)}, "
                             f"together {sum(values)}.")  # fmt: skip
    for name in (one for one in given.given if one.startswith(MARGINS)):
        values = given.given[name].values
        if abs(sum(values) - WHOLE) * 2 > len(values) or min(values) < 0:
            raise InputError(f"{name}: percentages of at least 0 that add up to {WHOLE} (as far as rounding goes) were expected; "
                             f"found {list(values)}, together {sum(values)}.")  # fmt: skip
