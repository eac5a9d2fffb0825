# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a branch of a formula was taken, in plain clauses: `want het loon van deze maand is bekend`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from werkzaam.app.texts.page import CALLED
from werkzaam.app.texts.reasons import AND, ASKED, BECAUSE, DENIED, EACH, HELD, MIRRORED, NAMED, SIGNS, YEARS
from werkzaam.engine.explain import Leaf, Step, evaluate
from werkzaam.engine.formula import COMPARISONS, Cents, Choice, Formula, Months, Truth
from werkzaam.engine.text import show
from werkzaam.rules import RULES

MONTHS_A_YEAR = 12
_OUTCOME = "{uitkomst}"
_OBVIOUS = ("rol", 0)
"""That somebody gets bijstand needs no saying: it is why the line is there."""

Reason = tuple[Formula, bool]
"""A part of a condition, and whether it held."""


def why(step: Step, lang: str) -> str:
    """The reasons of a step as one text; empty where there was nothing to decide, or nothing that needs saying."""
    speaker, clauses = _Speaker(step.read, lang), list[str]()
    for node, holds in _reasons(step):
        clause = speaker.clause(node, holds)
        if clause and not any(clause.endswith(f": {said[said.rfind('(') + 1 : -1]}") for said in clauses if said.endswith(")")):
            clauses.append(clause)  # What kind of money it is stands in `this kind of money counts (gift)` already.
    *most, last = dict.fromkeys(clauses) or [""]
    together = f"{', '.join(most)} {AND[lang]} {last}" if most else last
    return f"{BECAUSE[lang]} {together}" if together else ""


# -- which parts decided ------------------------------------------------------------------------------


def _reasons(step: Step) -> Iterator[Reason]:
    formula = step.rule.formula
    if isinstance(formula, Truth) and formula.op != "when":
        yield from _decisive(formula, bool(step.value), step.read)
    else:
        yield from _branches(formula, step.read)


def _branches(node: Formula, read: Mapping[str, Leaf]) -> Iterator[Reason]:
    """From the outside in: what decided each branch, and then the branch itself."""
    if node.op != "when":
        for child in node.children():
            yield from _branches(child, read)
        return
    holds = bool(evaluate(node.args[0], read))
    yield from _decisive(node.args[0], holds, read)
    yield from _branches(node.args[1 if holds else 2], read)


def _decisive(node: Formula, holds: bool, read: Mapping[str, Leaf]) -> Iterator[Reason]:
    """The parts of a condition that made it hold, or made it fail: all that were needed, or the first that was enough."""
    if node.op == "not":
        yield from _decisive(node.args[0], not holds, read)
    elif node.op in ("and", "or"):
        parts = [part for part in node.children() if bool(evaluate(part, read)) == holds]
        for part in parts if holds == (node.op == "and") else parts[:1]:
            yield from _decisive(part, holds, read)
    else:
        yield node, holds


# -- how they are said --------------------------------------------------------------------------------


class _Speaker:
    """Says one reason with the numbers of a step."""

    def __init__(self, read: Mapping[str, Leaf], lang: str) -> None:
        self._read, self._lang = read, lang

    def clause(self, node: Formula, holds: bool) -> str:
        """A clause, or nothing where the reason is obvious or only technical."""
        if node.op == "const" or any(part.op == "previous" and not isinstance(part, Truth) for part in node.walk()):
            return ""
        if node.op not in COMPARISONS:
            return self._truth(node, holds)
        first, second = node.args
        if isinstance(first, Choice):
            return self._option(first if first.label else second)
        return self._comparison(node.op if holds else f"not {node.op}", first, second)

    def _value(self, node: Formula) -> int | Fraction:
        return evaluate(node, self._read)

    def _shown(self, node: Formula) -> str:
        text = show(self._value(node), type(node), node.options, self._lang)
        if not isinstance(node, Cents):
            return text
        return f"€ {text}" if self._lang == "nl" else f"€{text}"

    def _truth(self, node: Formula, holds: bool) -> str:
        text = _said(str(node.args[0]), int(holds), self._lang)
        return f"{text} ({self._shown(node.args[1])})" if node.op == "at" else text

    def _option(self, node: Formula) -> str:
        name = str(node.args[0])
        if (name, self._value(node)) == _OBVIOUS:
            return ""
        return ASKED[self._lang][name].format(option=self._shown(node))

    def _comparison(self, sign: str, first: Formula, second: Formula) -> str:
        """Two numbers; what is fixed stands on the right, and nothing at all is said by the rule's own sentence."""
        if _fixed(first) and not _fixed(second):
            first, second, sign = second, first, MIRRORED[sign]
        value, one = int(self._value(first)), isinstance(first.args[0], str)
        edge = one and (not value or (second.op == "const" and value >= int(self._value(second))))
        if edge and (own := _said(str(first.args[0]), value, self._lang, self._shown(first))):
            return own
        if second.op == "name" and second.args[0] == "echtgenoten":
            return EACH[self._lang].format(first=self._shown(first), second=self._shown(second))
        return f"{self._side(first, first)} {SIGNS[self._lang][sign]} {self._side(second, first)}"

    def _side(self, node: Formula, of: Formula) -> str:
        """One side: a number of the law or town by itself, anything else with its name; ages in years."""
        shown = self._age(node) if isinstance(node, Months) and str(of.args[0]).startswith("leeftijd") else self._shown(node)
        named = node.op in ("name", "total") and isinstance(node.args[0], str)
        return f"{_called(node.args[0], self._lang)} ({shown})" if named else shown

    def _age(self, node: Formula) -> str:
        years, months = divmod(int(self._value(node)), MONTHS_A_YEAR)
        whole, more = YEARS[self._lang]
        return more.format(years=years, months=show(months, Months, None, self._lang)) if months else whole.format(years=years)


def _fixed(node: Formula) -> bool:
    """A number of the law or the town, or a sum of them."""
    return all(part.op in ("const", "param", "at", "+") for part in node.walk())


def _said(name: str, value: int, lang: str, shown: str = "") -> str:
    """A truth or a number as a clause: by its own words, or the first sentence of its rule; nothing where that needs more."""
    words = (HELD if value else DENIED)[lang]
    if name in words:
        return words[name]
    if name not in RULES.rules:
        return f"{_called(name, lang)}: {shown}" if shown else _called(name, lang)
    say = RULES.rules[name][0].say(lang)
    text = say.sentence if value else say.zero or "{"
    if not shown:
        text = text.replace(f": {_OUTCOME}", "")
    text = text.replace(_OUTCOME, shown)
    return "" if "{" in text else _clause(re.split(r"\. (?=[A-Z])", text)[0])


def _called(name: str, lang: str) -> str:
    """What a rule, input or parameter is called inside a clause."""
    if name in NAMED[lang]:
        return NAMED[lang][name]
    if name in RULES.rules:
        return _clause(RULES.rules[name][0].say(lang).title)
    if name in RULES.inputs:
        return _clause(RULES.inputs[name].nl if lang == "nl" else RULES.inputs[name].en)
    return CALLED[lang].get(name, name.replace("_", " ").replace(".", " "))


def _clause(sentence: str) -> str:
    """A sentence as part of another: without its capital and full stop; `AOW` stays as it is."""
    small = sentence[:1] if sentence[1:2].isupper() else sentence[:1].lower()
    return small + sentence[1:].removesuffix(".")
