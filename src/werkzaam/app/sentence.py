# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A step in words: its sentence with the numbers filled in, its formula and its reasons, with names a person knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from functools import cache

from werkzaam.app.reasons import why
from werkzaam.app.texts.page import CALLED, WORDS
from werkzaam.app.texts.reasons import AND, HIGHEST
from werkzaam.core.errors import RuleError
from werkzaam.engine.explain import Step, evaluate
from werkzaam.engine.formula import Cents, Formula, Truth
from werkzaam.engine.rule import Rule, Say
from werkzaam.engine.text import in_numbers, show
from werkzaam.rules import ESTIMATE, RULES

OUTCOME = "uitkomst"
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")


def spoken(value: int | Fraction, kind: type[Formula], options: type[Enum] | None, lang: str) -> str:
    """A value inside a sentence: `€ 125,00` or `€125.00` for an amount."""
    text = show(value, kind, options, lang)
    if not issubclass(kind, Cents):
        return text
    if lang == "nl":
        return f"€ {text}"
    return f"−€{text[1:]}" if text.startswith("−") else f"€{text}"


def euros(cents: int, lang: str) -> str:
    """An amount inside a sentence."""
    return spoken(cents, Cents, None, lang)


def sentence(step: Step, lang: str) -> str:
    """The rule's sentence, or the one for the outcome zero, with the step's own numbers."""
    words = step.rule.say(lang)
    leaves = leaves_of(step.rule)
    text = words.zero if step.value == 0 and words.zero is not None else _said(words, step, leaves)

    def fill(found: re.Match[str]) -> str:
        if found[1] == OUTCOME:
            return spoken(step.value, step.rule.kind, step.rule.options, lang)
        node = leaves.get(found[1])
        if node is None:
            raise RuleError(
                f"{step.rule.where}: the sentence of {step.rule.name} names {{{found[1]}}}, which the rule does not read."
            )
        return spoken(evaluate(node, step.read), type(node), node.options, lang)

    said = PLACEHOLDER.sub(fill, text)
    if step.rule.name.endswith(f"_{ESTIMATE}"):
        return WORDS[lang]["by_estimate"].format(said=said[:1].lower() + said[1:])
    return said


def _said(words: Say, step: Step, leaves: Mapping[str, Formula]) -> str:
    """The sentence of an outcome: that of an option where the rule has one for it."""
    if words.other is None:
        return words.sentence
    name, option, text = words.other
    return text if evaluate(leaves[name], step.read) == list(type(option)).index(option) else words.sentence


def formula(step: Step, lang: str) -> str:
    """The formula in the step's own numbers; of a yes or no only that, because its reasons say the rest."""
    if issubclass(step.rule.kind, Truth):
        return f"= {show(step.value, Truth, None, lang)}"
    text = _readable(in_numbers(step, lang), step.rule, lang)
    return without_floor(text, lang)


def without_floor(text: str, lang: str) -> str:
    """`the highest of (a − b = c and 0.00) = c` as `a − b = c`: a floor that was not reached says nothing to a person."""
    floor = rf"{HIGHEST[lang]} \((?:(?P<sum>[^()]+) = )?(?P<value>[\d.,]+) {AND[lang]} (?:0[.,]00|1)\) = (?P=value)"
    text = re.sub(rf"\({floor}\)", lambda inner: f"({inner['sum']} = {inner['value']})" if inner["sum"] else inner["value"], text)
    found = re.fullmatch(floor, text)
    return f"{found['sum'] or ''} = {found['value']}".strip() if found else text


def because(step: Step, lang: str) -> str:
    """Why this branch was taken, or empty where there is nothing to say."""
    return why(step, lang)


def _readable(text: str, rule: Rule, lang: str) -> str:
    """The same text with the words of rules, inputs and choices for their names."""
    names = {str(node.args[0]) for node in leaves_of(rule).values()}
    return _NAME.sub(lambda found: called(found[0], lang) if found[0] in names else found[0], text)


def called(name: str, lang: str) -> str:
    """What a rule, input or parameter is called inside a sentence."""
    if name in RULES.rules:
        text = RULES.rules[name][0].say(lang).title
    elif name in RULES.inputs:
        text = RULES.inputs[name].nl if lang == "nl" else RULES.inputs[name].en
    else:
        text = CALLED[lang].get(name, name.replace("_", " ").replace(".", " "))
    return text[:1].lower() + text[1:].removesuffix(".")


@cache
def leaves_of(rule: Rule) -> dict[str, Formula]:
    """What a rule reads, by label: what its sentence may name."""
    return {node.label: node for node in rule.formula.walk() if node.label}
