# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Courses, wishes that found none, and how many who wish reach education (R-125, R-260)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.education import GRANTED, PARTLY, decision_on
from werkzaam.casework.entry import Kind
from werkzaam.casework.reading import plain, text_of, withdrawn
from werkzaam.core.errors import InputError

EDUCATION = frozenset({"opleiding", "cursus", "taal"})


@dataclass(frozen=True, slots=True)
class Course:
    """A course that the town has: its name, other names that people use for it, and where it is written."""

    name: str
    also: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Of so many people, how many wish for education and how many have it; shares are exact percentages."""

    people: int
    wishes: int
    uptake: int

    def __post_init__(self) -> None:
        if not 0 <= self.wishes <= self.people or not 0 <= self.uptake <= self.people or not self.people:
            raise InputError(f"Wishes and uptake count people; found {self.wishes} and {self.uptake} of {self.people}.")

    @property
    def wish_percent(self) -> Fraction:
        """The wish, in percent."""
        return Fraction(100 * self.wishes, self.people)

    @property
    def uptake_percent(self) -> Fraction:
        """The uptake, in percent."""
        return Fraction(100 * self.uptake, self.people)

    @property
    def gap(self) -> Fraction:
        """The wish less the uptake, in points of a percent."""
        return self.wish_percent - self.uptake_percent


def wishes_of(dossier: Dossier) -> Iterator[str]:
    """The names of the education that a client asked for, each once."""
    asked = (one for one in dossier.of(Kind.REQUEST) if text_of(one, "what") in EDUCATION and not withdrawn(dossier, one))
    return iter({plain(text_of(one, "name")): text_of(one, "name") for one in asked}.values())


def gaps(wishes: Iterable[str], courses: Iterable[Course]) -> list[tuple[str, int]]:
    """Wishes for which there is no course, with how many people have them, most first; names as most people write them."""
    there = {plain(name) for course in courses for name in (course.name, *course.also)}
    missing = [name for name in wishes if plain(name) not in there]
    counted = Counter(map(plain, missing))
    shown = {key: Counter(name for name in missing if plain(name) == key).most_common(1)[0][0] for key in counted}
    return sorted(((shown[key], number) for key, number in counted.items()), key=lambda row: (-row[1], row[0]))


def in_education(dossier: Dossier) -> bool:
    """Whether education that a client asked for was granted, or done."""
    if dossier.of(Kind.COURSE_DONE):
        return True
    asked = (one for one in dossier.of(Kind.REQUEST) if text_of(one, "what") in EDUCATION)
    decided = (decision_on(dossier, one) for one in asked)
    return any(one is not None and text_of(one, "decision") in {GRANTED, PARTLY} for one in decided)


def reach(dossiers: Iterable[Dossier]) -> Reach:
    """Wish and uptake over the clients of a town; raises InputError without clients."""
    rows = [(any(True for _ in wishes_of(one)), in_education(one)) for one in dossiers]
    return Reach(len(rows), sum(wish for wish, _ in rows), sum(uptake for _, uptake in rows))
