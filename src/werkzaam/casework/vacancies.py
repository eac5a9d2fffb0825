# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Vacancies that match what a client wants, to bring to the next talk (R-134). The client's wishes choose, nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A vacancy as somebody listed it: `words` are what it is about, `until` the last day to answer, `hours` a week."""

    number: str
    title: str
    words: tuple[str, ...]
    hours: int | None = None
    place: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A vacancy with the wish that it answers."""

    wish: str
    vacancy: Vacancy


def matching(vacancies: Iterable[Vacancy], wishes: Sequence[str], limits: Sequence[str], today: date) -> list[Match]:
    """The open vacancies that answer a wish, in the order of the wishes; none that names something the client does not want.

    A wish is answered when all of its words stand in the title or among the words of the vacancy.
    """
    listed = [one for one in vacancies if one.until is None or one.until >= today]
    wanted = [one for one in listed if not any(_answers(one, limit) for limit in limits)]
    return [Match(wish, one) for wish in wishes for one in wanted if _answers(one, wish)]


def _answers(vacancy: Vacancy, wish: str) -> bool:
    told = {word for text in (vacancy.title, *vacancy.words) for word in _words(text)}
    return bool(_words(wish)) and set(_words(wish)) <= told


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
