# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a design file about people and time: windows, exclusions, variables, strata, samples, arms and waves."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from werkzaam.app.experiment.design_rows import condition, ident, names, whole, words
from werkzaam.app.rows import Document, Row
from werkzaam.core.months import Month
from werkzaam.experiment.design import Arm, Condition, Exclusion, Lottery, Outcome, Sample, Strata, Variable, Wave, Window

_LEVEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_CHAIN = re.compile(r"[0-9a-f]{64}")
FOLLOW_UP = 11
"""A wave must begin this many months after the end, or later: a year, minus the month that field work may come early (R-174)."""
GROUPS = frozenset({"cluster", "clusters", "unit", "cluster_by"})
"""Keys by which other software is told to draw whole groups."""
PROMISE_HOURS, REVEAL_MINUTES = 24, 10
"""The least time between promise and beacon, and between secret and beacon (protocol `experiment-lottery/v1`, steps 4 and 5)."""

Variables = Mapping[str, Variable]


def windows(document: Document, variables: Variables, end: date) -> tuple[Window, ...]:
    """The enrolment windows, one after the other."""
    found: list[Window] = []
    for row in document.rows("window"):
        row.only("first", "last", "places", "priority")
        first, last = row.day("first"), row.day("last")
        if last < first:
            row.refuse("last", f"the window ends on {last}, before it begins on {first}. Turn them round or correct one.")
        if found and first <= found[-1].last:
            row.refuse("first", f"the window begins on {first}, when the one before it is still open (until {found[-1].last}). "
                                "Write windows in the order of time; they may not overlap.")  # fmt: skip
        if last >= end:
            row.refuse("last", f"people could enrol until {last}, but the arms end on {end}. Close the window before that.")
        places = whole(row, "places", 1) if "places" in row.values else None
        priority = condition(row, "priority", variables) if "priority" in row.values else None
        if priority is not None and places is None:
            row.refuse("priority", "priority means nothing when everybody fits. Add places, or leave priority out.")
        found.append(Window(first, last, places, priority))
    _some(document, "window", found, "first = 2018-01-01\nlast = 2018-07-01")
    return tuple(found)


def exclusions(document: Document, arms: Collection[str]) -> tuple[Exclusion, ...]:
    """The recorded flags that keep people out; there may be none."""
    found: list[Exclusion] = []
    for row in document.rows("exclusion"):
        row.only("id", "reason", "arms")
        out_of = names(row, "arms", arms, "arm")
        if out_of and len(out_of) == len(arms):
            row.refuse("arms", "these are all arms. Leave arms out: then the person is kept out of the whole experiment.")
        found.append(Exclusion(ident(row, [one.id for one in found]), words(row, "reason"), out_of))
    return tuple(found)


def variables(document: Document) -> dict[str, Variable]:
    """The characteristics known at enrolment, by id."""
    found: dict[str, Variable] = {}
    for row in document.rows("variable"):
        row.only("id", "label", "levels")
        one = ident(row, found)
        levels = row.texts("levels")
        for level in levels:
            if not _LEVEL.fullmatch(level):
                row.refuse("levels", f"a level is a code of letters, digits, _ and -, such as 18-24; found {level!r}.")
        if len(set(levels)) < len(levels) or len(levels) < 2:
            row.refuse("levels", f"two or more different levels were expected; found {', '.join(levels)}.")
        found[one] = Variable(one, words(row), levels)
    return found


def strata(document: Document, known: Variables) -> Strata:
    """How people are grouped for the draw; a table that is left out puts everybody in one stratum."""
    if "strata" not in document.tables:
        return Strata((), 1, ())
    row = document.one("strata", example='variables = ["sex", "age"]\nsmallest = 3\nmerge = ["age"]')
    one_by_one(row)
    row.only("variables", "smallest", "merge")
    grouped = names(row, "variables", known, "variable", least=1)
    merge = names(row, "merge", grouped, "variable of the strata")
    return Strata(grouped, whole(row, "smallest", 1), merge)


def sample(document: Document, table: str, known: Variables, most: int | None = None) -> Sample:
    """How many are taken and from where; a table that is left out takes everybody."""
    if table not in document.tables:
        return Sample(None, Condition({}))
    row = document.one(table, example="seats = 812")
    row.only("seats", "only")
    seats = whole(row, "seats", 1) if "seats" in row.values else None
    if seats is not None and most is not None and seats > most:
        row.refuse("seats", f"{seats} people are to be interviewed, but only {most} are selected. Lower one or raise the other.")
    return Sample(seats, condition(row, "only", known))


def arms(document: Document) -> dict[str, tuple[Arm, Row]]:
    """The arms by id, each with its table, so that a regime that does not load can be refused there."""
    found: dict[str, tuple[Arm, Row]] = {}
    for row in document.rows("arm"):
        row.only("id", "label", "regime", "slots")
        one, regime = ident(row, found), row.text("regime")
        same = [other.id for other, _ in found.values() if other.regime == regime]
        if same:
            row.refuse("regime", f"the arm {same[0]} has this regime too, so there is nothing to compare. Name another one.")
        found[one] = Arm(one, words(row), regime, whole(row, "slots", 1, default=1)), row
    example = 'id = "regular"\nlabel = { nl = "...", en = "..." }\nregime = "amsterdam_2018_regulier"'
    _some(document, "arm", list(found), example, least=2)
    return found


def waves(document: Document, end: date) -> tuple[Wave, ...]:
    """The rounds of interviews in the order of time, the last a year after the end; none where registers tell all."""
    found: list[Wave] = []
    for row in document.rows("wave"):
        found.append(_wave(row, found))
    needed = Month.of_day(end) + FOLLOW_UP
    if found and found[-1].first < needed:
        row.refuse("first", f"no wave begins a year after the end ({end}), minus one month; the last one begins in "
                            f"{found[-1].first}. Only then it shows what people keep: add a wave that begins in {needed} or "
                            "later.")  # fmt: skip
    return tuple(found)


def lasting(document: Document, waves: Collection[Wave], outcomes: Collection[Outcome], start: date, end: date) -> None:
    """Refuse an experiment without interviews of which no register outcome is known a year after the end (R-174)."""
    needed = Month.of_day(end) + FOLLOW_UP
    known = [one.month or Month.of_day(start) + (one.horizon or 0) for one in outcomes if one.wave is None]
    if not waves and max(known, default=Month.of_day(start)) < needed:
        document.top.refuse("", f"There is no [[wave]], and no [[outcome]] of the register in {needed} or later, a year "
                                f"after the end ({end}) minus one month. Only then it shows what people keep: add one "
                                "of the two.")  # fmt: skip


def one_by_one(row: Row) -> None:
    """Refuse a key that asks for a draw of whole groups: people are drawn one by one here, and every error rests on that."""
    for key in GROUPS & set(row.values):
        row.refuse(key, "people are drawn one by one here, never whole offices, neighbourhoods or caseloads at once: the draw, "
                        "its check and every interval rest on that, and would be wrong for groups. Draw people within "
                        "them (name the group as a variable of [strata]), or use other software for this trial.")  # fmt: skip


def _wave(row: Row, before: Sequence[Wave]) -> Wave:
    row.only("id", "label", "first", "last", "voucher")
    first, last, voucher = row.month("first"), row.month("last"), row.cents("voucher", "0.00")
    if last < first:
        row.refuse("last", f"the field work ends in {last}, before it begins in {first}. Turn them round or correct one.")
    if before and (first <= before[-1].first or last <= before[-1].last):
        row.refuse("first", f"{first} to {last} is not after {before[-1].id} ({before[-1].first} to {before[-1].last}). Write "
                            "waves in the order of time; they may overlap, but each begins and ends after the one "
                            "before.")  # fmt: skip
    if voucher < 0:
        row.refuse("voucher", f"an amount of zero or more was expected; found {row.values['voucher']}.")
    return Wave(ident(row, [one.id for one in before]), words(row), first, last, voucher)


def lottery(document: Document) -> Lottery:
    """What the draw rests on."""
    example = 'chain = "..."\nhours_before = 24\nreveal_minutes = 10\nfallback = { nl = "...", en = "..." }'
    row = document.one("lottery", example=example)
    row.only("chain", "hours_before", "reveal_minutes", "fallback")
    chain = row.text("chain")
    if not _CHAIN.fullmatch(chain):
        row.refuse("chain", f"the hash of a beacon's chain was expected, 64 digits of 0-9 and a-f; found {chain!r}.")
    hours, minutes = whole(row, "hours_before", PROMISE_HOURS), whole(row, "reveal_minutes", REVEAL_MINUTES)
    return Lottery(chain, hours, minutes, words(row, "fallback"))


def _some(document: Document, table: str, found: Sequence[object], example: str, least: int = 1) -> None:
    if len(found) < least:
        number = "One" if least == 1 else "Two"
        what = f"{number} or more [[{table}]] were expected; found {len(found)}. Write for instance:"
        document.top.refuse("", f"{what}\n[[{table}]]\n{example}")
