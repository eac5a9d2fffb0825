# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every published number about contacts and case managers of the experiment, with what a relived one has and what that says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

from werkzaam.app.rows import read_toml
from werkzaam.app.simulation.guidance import (
    COMPARISON,
    ENDED,
    EXTRA,
    LAST_WAVE,
    NOT_REPRODUCED,
    NOT_REPRODUCIBLE,
    OUTSIDE,
    REPRODUCED,
    SELF,
    TEAM,
    Contacts,
    Figure,
)
from werkzaam.core.months import Month, Span
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.record import Record

FIGURES = Path(__file__).with_name("data") / "guidance_figures.toml"
NEAR = Fraction(1, 20)
"""A mean number of contacts comes so near, of itself: what was counted, and over which months, is not fully said (A-40)."""
WORKERS, SHARES = Fraction(1, 10), Fraction(1, 20)
"""How near a mean number of case managers and a share with one must come; shares are rounded words (A-74)."""
Found = tuple[str, Fraction | None, bool | None]
"""A row, its number here, and whether it is the published one; None where that cannot be told."""


def figures_of(record: Record, span: Span, given: Assumptions) -> tuple[Figure, ...]:
    """A verdict on every row of contact moments that a simulation can have, and of case managers."""
    found = Contacts(record, span)
    own = {row: (value, right) for row, value, right in (*_contacts(found), *_talks(found, given), *_workers(found))}
    return tuple(_figure(one, *own[one["row"]]) for one in printed())


@cache
def printed() -> tuple[dict[str, str], ...]:
    """The published numbers with their words, in order."""
    return tuple(dict(one) for one in read_toml(FIGURES).tables["figure"])


def _published(row: str) -> Fraction:
    return Fraction(next(one["published"] for one in printed() if one["row"] == row))


def _contacts(found: Contacts) -> Iterator[Found]:
    first, before = found.months[0], Month(TEAM.index - 1)
    regular = found.a_year(OUTSIDE, first, before)
    yield _near("contact_moments-001", found.a_year(COMPARISON, first, before) if regular is None else regular)
    peaks = [found.highest(EXTRA), found.highest(SELF)]
    yield _near("contact_moments-002", _mean(peaks))
    yield _near("contact_moments-003", peaks[0])
    month = None if peaks[0] is None else peaks[0] / 12
    yield "contact_moments-004", month, month is not None and month > Fraction(3, 2)
    last = LAST_WAVE.last or LAST_WAVE.first
    yield _near("contact_moments-005", _mean([found.a_year(row, LAST_WAVE.first, last) for row in (EXTRA, SELF)]))
    yield "contact_moments-006", None, all(_fell(found, row) for row in (EXTRA, SELF))


def _talks(found: Contacts, given: Assumptions) -> Iterator[Found]:
    least = found.least(SELF, TEAM.year)
    yield "contact_moments-009", None if least is None else Fraction(least), least is not None and least >= 1
    yield from ((row, None, None) for row in ("contact_moments-010", "contact_moments-012"))
    peak = found.highest(EXTRA)
    talks = None if peak is None else peak * 1_000 / given.number("contacts.per_talk")
    yield "contact_moments-011", talks, talks is not None and 6 <= talks <= 12


def _workers(found: Contacts) -> Iterator[Found]:
    for place, group in enumerate((EXTRA, SELF, COMPARISON), 1):
        shared, mean = f"case_manager_continuity-00{place}", f"case_manager_continuity-00{place + 3}"
        had = found.workers(group)
        if had is None:
            yield from ((row, None, False) for row in (shared, mean))
            continue
        yield shared, had[1], abs(had[1] - _published(shared)) <= SHARES
        yield mean, had[0], abs(had[0] - _published(mean)) <= WORKERS


def _near(row: str, value: Fraction | None) -> Found:
    published = _published(row)
    return row, value, value is not None and abs(value - published) <= published * NEAR


def _mean(values: Sequence[Fraction | None]) -> Fraction | None:
    there = [one for one in values if one is not None]
    return sum(there, Fraction(0)) / len(there) if len(there) == len(values) else None


def _fell(found: Contacts, row: int) -> bool:
    before = found.a_year(row, TEAM, Month.of(TEAM.year, 12))
    after = found.a_year(row, Month.of(TEAM.year + 1, 1), Month(ENDED.index - 1))
    return before is not None and after is not None and after < before


def _figure(words: dict[str, str], value: Fraction | None, right: bool | None) -> Figure:
    verdict = NOT_REPRODUCIBLE if right is None else REPRODUCED if right else NOT_REPRODUCED
    return Figure(words["row"], words["cijfer"], words["figure"], words["published"], value, words["how"], verdict,
                  words["waarom"], words["why"])  # fmt: skip
