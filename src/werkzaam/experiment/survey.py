# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions and answers: what can be answered, in which version of the questions, and what was not asked stays missing.

An answer is a code, a whole number, or several codes; *does not know* is a code like any other. What a version does not ask, or
nobody answered, has no value at all: it is never zero and never no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.experiment.design import Words

Answer: TypeAlias = str | int | tuple[str, ...]
Answers: TypeAlias = Mapping[str, Answer]
DOES_NOT_KNOW = "does_not_know"
BETWEEN = "|"
"""What stands between several codes in one cell."""


class Form(Enum):
    """How a question is answered: by one code, by any number of codes, or by a whole number."""

    ONE = "one"
    MANY = "many"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Item:
    """One question, asked from version `since` to `until`, both included; `low` and `high` bound a number."""

    id: str
    label: Words
    form: Form
    options: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    since: int = 1
    until: int | None = None

    def asked_in(self, version: int) -> bool:
        """Whether a version asks this."""
        return self.since <= version and (self.until is None or version <= self.until)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All questions that were ever asked, and the number of the newest version."""

    id: str
    version: int
    items: tuple[Item, ...]

    def asked_in(self, version: int) -> tuple[Item, ...]:
        """The questions of a version; raises UnknownName for one that is not there."""
        if not 1 <= version <= self.version:
            raise UnknownName(f"The questions {self.id} have versions 1 to {self.version}; found {version}.")
        return tuple(item for item in self.items if item.asked_in(version))


@dataclass(frozen=True, slots=True)
class Mentions:
    """A question with several answers, counted: how many people gave any, how many answers there are, and how often each."""

    persons: int
    mentions: int
    counts: Mapping[str, int]


def read_answer(item: Item, text: str) -> Answer | None:
    """One answer from its text; None when there is none. Raises InputError outside the code list or the bounds of a number."""
    if not text.strip():
        return None
    if item.form is Form.NUMBER:
        return _number(item, text.strip())
    codes = tuple(part.strip() for part in text.split(BETWEEN)) if item.form is Form.MANY else (text.strip(),)
    return checked_codes(item, codes) if item.form is Form.MANY else checked_codes(item, codes)[0]


def checked_codes(item: Item, codes: Sequence[str]) -> tuple[str, ...]:
    """Codes of a question, in the order of its list.

    Raises InputError for another code, one named twice, and a second answer beside *does not know*.
    """
    strange = next((code for code in codes if code not in item.options), None)
    if strange is not None:
        raise InputError(f"one of {', '.join(item.options)} was expected; found {strange[:40]!r}.")
    if len(set(codes)) < len(codes):
        raise InputError(f"a code stands there twice: {', '.join(codes)}.")
    if DOES_NOT_KNOW in codes and len(codes) > 1:
        raise InputError(f"{DOES_NOT_KNOW} stands beside another answer; keep one of them.")
    return tuple(code for code in item.options if code in codes)


def _number(item: Item, text: str) -> Answer:
    if text in item.options:  # A number may also be answered with a code, such as does_not_know.
        return text
    if not (text.isascii() and text.removeprefix("-").isdigit()) or not item.low <= int(text) <= item.high:
        also = f", or {', '.join(item.options)}" if item.options else ""
        raise InputError(f"a whole number from {item.low} to {item.high}{also} was expected; found {text[:40]!r}.")
    return int(text)


def read_answers(questions: QuestionSet, version: int, cells: Mapping[str, str]) -> dict[str, Answer]:
    """The answers of one interview by question; a question without an answer is not there.

    Raises UnknownName for a question that no version has, InputError for an answer outside the code list and for an answer to a
    question that this version does not ask. The message begins with the question.
    """
    asked = {item.id: item for item in questions.asked_in(version)}
    known = {item.id for item in questions.items}
    found: dict[str, Answer] = {}
    for name, text in cells.items():
        if name not in known:
            raise UnknownName(f"{name}: this question is not known; {questions.id} has {', '.join(sorted(known))}.")
        if name not in asked:
            if text.strip():
                raise InputError(f"{name}: version {version} does not ask this, and there is an answer.")
            continue
        try:
            answer = read_answer(asked[name], text)
        except InputError as error:
            raise InputError(f"{name}: {error}") from None
        if answer is not None:
            found[name] = answer
    return found


def column(questions: QuestionSet, item: str, answers: Iterable[Answers]) -> list[Answer | None]:
    """The answers to one question, None where it was not asked or not answered; raises UnknownName for another question."""
    if item not in {one.id for one in questions.items}:
        raise UnknownName(f"{item}: this question is not known in {questions.id}.")
    return [one.get(item) for one in answers]


def mentions(answers: Iterable[Answer | None], options: Sequence[str] = ()) -> Mentions:
    """Several answers per person counted, *does not know* among them; a person without any is not counted."""
    counts: Counter[str] = Counter()
    persons = 0
    for answer in answers:
        codes = (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()
        persons += bool(codes)
        counts.update(codes)
    listed = options or sorted(counts)
    return Mentions(persons, counts.total(), {code: counts[code] for code in listed})
