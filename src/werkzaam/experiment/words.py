# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words for a result, chosen by its numbers: a difference shown, no difference shown, or a direction only (R-203).

The word "significant" never stands alone: the sentence that has it also has the test, the people of each arm, p, and what p was
adjusted for (R-188, X26). What is not shown is said as an interval and takes as many words as what is shown (R-204). A direction
without a test is a trend, and a p between 0.05 and 0.10 is not: it is a difference that was not shown. `overstatements` finds
sentences that say more, in any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from math import isfinite

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words

_MINUS = "−"
_CLAIM = re.compile(r"\bsignifican\w*", re.IGNORECASE)
_NEEDED = {
    "test": re.compile(r"\b(?:z-toets|z-test|t-toets|t-test|toets|test|loting|redraws?)\b", re.IGNORECASE),
    "n": re.compile(r"\b(?:n\s*=?\s*\d|\d[\d.,]*(?: en | and )\d[\d.,]* (?:mensen|people))", re.IGNORECASE),
    "p": re.compile(r"\bp\s*(?:=|<|is)?\s*[<=]?\s*(?:0?[.,]\d+|1\b)"),
    "adjustment": re.compile(r"\b(?:Holm|Romano|Westfall|Benjamini|Bonferroni|één vergelijking|one comparison)", re.IGNORECASE),
}
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9\"'])|\n+")


class Finding(Enum):
    """What may be said of a comparison."""

    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    TREND = "trend"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a sentence about a tested difference must have; `adjusted` is p after `adjustment` for all that was tested with it.

    difference, low, high   in `unit`, with the interval at `cover` (0.95)
    n                       people in the first and in the second arm
    detectable              the smallest true difference that this comparison could find with a chance of 80%
    """

    difference: float
    low: float
    high: float
    unit: Words
    n: tuple[int, int]
    test: Words
    p: float
    adjusted: float
    adjustment: Words
    detectable: float
    cover: float = 0.95

    def __post_init__(self) -> None:
        """Refuse a comparison about which nothing true can be said."""
        if not (0 <= self.p <= 1 and 0 <= self.adjusted <= 1):
            raise InputError(f"p and the adjusted p lie between 0 and 1; found {self.p} and {self.adjusted}.")
        if self.adjusted < self.p - 1e-12:
            raise InputError(f"an adjusted p is not smaller than p; found {self.adjusted} and {self.p}.")
        if min(self.n) < 1 or not all(map(isfinite, (self.difference, self.low, self.high, self.detectable))):
            raise InputError(f"people in both arms, a difference and an interval were expected; found n {self.n}.")


ALONE = Words("één vergelijking, dus zonder correctie", "one comparison, so without correction")
"""The adjustment of a family of one."""
SAYS = {
    Finding.SHOWN: Words(
        "{what}: een verschil is aangetoond tussen {arm} en {against}. Het is {difference} {unit}, met {cover}% zekerheid tussen "
        "{low} en {high}; significant bij {test}, {n_a} en {n_b} mensen, p {p}, en {adjusted} na correctie ({adjustment}). "
        "Kleinste verschil dat te vinden was: {detectable} {unit}.",
        "{what}: a difference is shown between {arm} and {against}. It is {difference} {unit}, with {cover}% confidence between "
        "{low} and {high}; significant by {test}, {n_a} and {n_b} people, p {p}, and {adjusted} after correction ({adjustment}). "
        "Smallest difference that could be found: {detectable} {unit}.",
    ),
    Finding.NOT_SHOWN: Words(
        "{what}: geen verschil aangetoond tussen {arm} en {against}. Het ligt met {cover}% zekerheid tussen {low} en {high} "
        "{unit} "
        "(gemeten {difference}; {test}, {n_a} en {n_b} mensen, p {p}, en {adjusted} na correctie: {adjustment}). "
        "Kleinste verschil dat te vinden was: {detectable} {unit}.",
        "{what}: no difference shown between {arm} and {against}. It lies with {cover}% confidence between {low} and {high} "
        "{unit} "
        "(measured {difference}; {test}, {n_a} and {n_b} people, p {p}, and {adjusted} after correction: {adjustment}). "
        "Smallest difference that could be found: {detectable} {unit}.",
    ),
    Finding.TREND: Words(
        "{what}: alleen een richting. De cijfers van {arm} liggen {side} dan die van {against}, maar dit is niet getoetst.",
        "{what}: a direction only. The figures of {arm} are {side} than those of {against}, but this was not tested.",
    ),
}  # fmt: skip
_SIDES = {1: Words("hoger", "higher"), -1: Words("lager", "lower")}


def finding(judged: Judged | None, level: float = 0.05) -> Finding:
    """What may be said: only an adjusted p at or below the level shows a difference, and without a test there is a trend only."""
    if judged is None:
        return Finding.TREND
    return Finding.SHOWN if judged.adjusted <= level else Finding.NOT_SHOWN


def sentence(what: Words, arm: Words, against: Words, judged: Judged, level: float = 0.05) -> Words:
    """The sentence about a tested difference in an outcome, in both languages."""
    said = SAYS[finding(judged, level)]
    return Words(*(_said(said, judged, lang, what, arm, against) for lang in ("nl", "en")))


def trend(what: Words, arm: Words, against: Words, direction: int) -> Words:
    """The sentence about a direction that was not tested; `direction` is 1 for higher and -1 for lower."""
    if direction not in _SIDES:
        raise InputError(f"a direction is 1 for higher or -1 for lower; found {direction}.")
    names = [{"what": getattr(what, lang), "arm": getattr(arm, lang), "against": getattr(against, lang),
              "side": getattr(_SIDES[direction], lang)} for lang in ("nl", "en")]  # fmt: skip
    return Words(SAYS[Finding.TREND].nl.format(**names[0]), SAYS[Finding.TREND].en.format(**names[1]))


def _said(said: Words, judged: Judged, lang: str, what: Words, arm: Words, against: Words) -> str:
    numbers = {name: number_text(getattr(judged, name), lang) for name in ("difference", "low", "high", "detectable")}
    n_a, n_b = (whole_text(people, lang) for people in judged.n)
    text: str = getattr(said, lang).format(
        what=getattr(what, lang), arm=getattr(arm, lang), against=getattr(against, lang), unit=getattr(judged.unit, lang),
        n_a=n_a, n_b=n_b, test=getattr(judged.test, lang), p=p_text(judged.p, lang), adjusted=p_text(judged.adjusted, lang),
        adjustment=getattr(judged.adjustment, lang), cover=number_text(100 * judged.cover, lang), **numbers,
    )  # fmt: skip
    return text


def many_tests(tests: int, level: float = 0.05) -> Words:
    """How many of these tests find something by chance alone on average, and the corrected limit of each (R-190)."""
    if tests < 1:
        raise InputError(f"at least one test was expected; found {tests}.")
    chance, each = tests * level, level / tests
    nl, en = ([whole_text(tests, lang), number_text(100 * level, lang, 2), number_text(chance, lang, 2),
               number_text(each, lang, 5)] for lang in ("nl", "en"))  # fmt: skip
    return Words(
        f"Aantal toetsen: {nl[0]}. Ook als er nergens een verschil is, geven die op {nl[1]} procent gemiddeld {nl[2]} keer "
        f"toch een "
        f"vondst. Met correctie (Bonferroni) is de grens per toets {nl[3]}.",
        f"Number of tests: {en[0]}. Even if there is no difference anywhere, these at {en[1]} percent give {en[2]} findings "
        f"by chance "
        f"on average. Corrected (Bonferroni), the limit per test is {en[3]}.",
    )


def overstatements(text: str) -> Iterator[str]:
    """Sentences with the word "significant" that lack the test, n, p or adjustment; each with what it lacks."""
    for one in _SENTENCE.split(text):
        lacking = [name for name, pattern in _NEEDED.items() if not pattern.search(one)]
        if _CLAIM.search(one) and lacking:
            yield f"{one.strip()} (lacks: {', '.join(lacking)})"


def p_text(p: float, lang: str) -> str:
    """A p in words of a page: two decimals from 0.10, three below, and `< 0,001` for what is smaller."""
    if p < 0.001:
        return f"< {number_text(0.001, lang, 3)}"
    text = f"{p:.{2 if p >= 0.0995 else 3}f}"
    return text.replace(".", ",") if lang == "nl" else text


def number_text(number: float, lang: str, digits: int = 1) -> str:
    """A number with at most so many decimals, without zeros at the end, with a true minus sign; nl with a comma."""
    text = f"{abs(number):.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    sign = _MINUS if number < 0 and text != "0" else ""
    return sign + (text.replace(".", ",") if lang == "nl" else text)


def whole_text(number: int, lang: str) -> str:
    """A count with thousands apart: `1.468` or `1,468`."""
    text = f"{number:,}"
    return text.replace(",", ".") if lang == "nl" else text
