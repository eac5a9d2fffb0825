# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Formulas as text: in words for whoever checks a rule, and in the numbers of one evaluated step.

Text in numbers shows the branch that was taken, and the value of every part that was rounded or chosen,
so that it can be followed with a pencil. The numbers are those the evaluation used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from fractions import Fraction

from werkzaam.core.money import DOWN, HALF_UP, format_euro, format_percent
from werkzaam.engine.explain import Leaf, Step, evaluate
from werkzaam.engine.formula import COMPARISONS, Cents, Choice, Formula, Months, Share, Truth

_WORDS = {
    "nl": {
        "smallest": "het laagste van", "largest": "het hoogste van", "and": "en", "or": "of", "not": "niet",
        "when": "als {} dan {}, anders {}", "previous": "{} van vorige maand", "total": "som van {}",
        "share": "{} van {}", "at": "{} voor {}", "down": "naar beneden afgerond", "up": "naar boven afgerond",
        "yes": "ja", "no": "nee", "month": "maand", "months": "maanden",
    },
    "en": {
        "smallest": "the lowest of", "largest": "the highest of", "and": "and", "or": "or", "not": "not",
        "when": "if {} then {}, otherwise {}", "previous": "{} of last month", "total": "sum of {}",
        "share": "{} of {}", "at": "{} for {}", "down": "rounded down", "up": "rounded up",
        "yes": "yes", "no": "no", "month": "month", "months": "months",
    },
}  # fmt: skip
_SIGNS = {"+": "+", "-": "−", "*": "×", "ratio": "/", "<": "<", "<=": "≤", "==": "="}
_OPPOSITE = {"<": "≥", "<=": ">", "==": "≠"}
_MIRRORED = {"<": ">", "≤": "≥", ">": "<", "≥": "≤"}
_FIXED = frozenset({"const", "param"})
_LISTS = frozenset({"smallest", "largest"})
_SETTLED = _LISTS | {"share", "//"}
"""Parts whose own value is shown where they stand inside a larger sum."""


class Binding(IntEnum):
    """How tightly a text holds together; a looser part needs parentheses."""

    CLAUSE = 0
    OR = 1
    AND = 2
    NOT = 3
    COMPARE = 4
    SUM = 5
    SHARE = 6
    PRODUCT = 7
    ATOM = 8


_BINDINGS = {"or": Binding.OR, "and": Binding.AND, "+": Binding.SUM, "-": Binding.SUM, "*": Binding.PRODUCT,
             "ratio": Binding.PRODUCT}  # fmt: skip
_SIDE_BY_SIDE = frozenset({"or", "and", "+", "*"})
"""Operators for which a op (b op c) is a op b op c."""


def formula_text(node: Formula, lang: str) -> str:
    """A formula in words and signs, with the names of what it reads: `het laagste van (aandeel van loon en maximum)`."""
    return _Writer(lang).text(node)[0]


def in_numbers(step: Step, lang: str) -> str:
    """The formula of a step in its own numbers: `25% van 500,00 = 125,00`; only `= 125,00` where nothing was computed.

    A yes or no follows a colon, because the sign = may stand in the comparison: `3 maanden < 6 maanden: ja`.
    """
    writer = _Writer(lang, step.read)
    node = writer.taken(step.rule.formula)
    text, _ = writer.text(node)
    outcome = show(step.value, step.rule.kind, step.rule.options, lang)
    if node.label and isinstance(node, Truth):
        return text
    if text == outcome:
        return f"= {outcome}"
    return f"{text}: {outcome}" if isinstance(node, Truth) else f"{text} = {outcome}"


def show(value: int | Fraction, kind: type[Formula], options: type[Enum] | None, lang: str) -> str:
    """One value as a person reads it: `1.078,70`, `12,5%`, `3 maanden`, `ja`, the label of an option, or a plain number."""
    words = _WORDS[lang]
    if issubclass(kind, Share):
        return format_percent(Fraction(value), lang)
    number = int(value)
    if issubclass(kind, Cents):
        return format_euro(number, lang)
    if issubclass(kind, Truth):
        return words["yes" if number else "no"]
    if issubclass(kind, Choice) and options is not None:
        return label(list(options)[number], lang)
    text = str(number).replace("-", "−")
    return f"{text} {words['month' if number == 1 else 'months']}" if issubclass(kind, Months) else text


def label(option: Enum, lang: str) -> str:
    """What an option is called: its value is a pair of labels (nl, en), or else its name in lower case."""
    pair = option.value
    return str(pair[lang != "nl"]) if isinstance(pair, tuple) and len(pair) == 2 else option.name.lower()


@dataclass(frozen=True)
class _Writer:
    """Writes formulas in one language: with names, or where `read` is given with the numbers of a step."""

    lang: str
    read: Mapping[str, Leaf] | None = None

    def _word(self, key: str) -> str:
        return _WORDS[self.lang][key]

    def _value(self, node: Formula) -> str:
        assert self.read is not None
        return show(evaluate(node, self.read), type(node), node.options, self.lang)

    def taken(self, node: Formula) -> Formula:
        """The branch that was taken, all the way down to something that is no branch; in names the node itself."""
        while self.read is not None and node.op == "when":
            node = node.args[1] if evaluate(node.args[0], self.read) else node.args[2]
        return node

    def text(self, node: Formula) -> tuple[str, Binding]:
        """A node and how tightly it holds together."""
        node = self.taken(node)
        if node.op == "const":
            zero = self.read is None and not node.args[0] and isinstance(node, Cents)
            return "0" if zero else show(node.args[0], type(node), node.options, self.lang), Binding.ATOM
        if node.label:
            return self._name(node) if self.read is None else self._number(node)
        if node.op == "when":
            condition, then, otherwise = (self._inside(child, Binding.OR) for child in node.children())
            return self._word("when").format(condition, then, otherwise), Binding.CLAUSE
        if node.op in _LISTS:
            return f"{self._word(node.op)} ({self._enumerated(self._items(node))})", Binding.ATOM
        if node.op == "share":
            return self._share(node)
        if node.op == "//":
            return f"{self._inside(node.args[0], Binding.PRODUCT)} / {self._right(node)}, {self._word('down')}", Binding.CLAUSE
        return self._not(node.args[0]) if node.op == "not" else self._binary(node)

    def _inside(self, node: Formula, least: Binding) -> str:
        """A node as part of a larger text: in parentheses where it is looser, with its value where it was settled."""
        node = self.taken(node)
        text, binding = self.text(node)
        if self.read is not None and node.op in _SETTLED:
            return f"({text} = {self._value(node)})"
        return text if binding >= least else f"({text})"

    def _name(self, node: Formula) -> tuple[str, Binding]:
        name = str(node.args[0])
        if node.op == "at":
            return self._word("at").format(name, self._inside(node.args[1], Binding.ATOM)), Binding.ATOM
        return self._word(node.op).format(name) if node.op in ("previous", "total") else name, Binding.ATOM

    def _number(self, node: Formula) -> tuple[str, Binding]:
        """A leaf as its value; a total as its parts; a yes or no with its name, because alone it says nothing."""
        if isinstance(node, Truth):
            return f"{self._name(node)[0]} = {self._value(node)}", Binding.COMPARE
        assert self.read is not None
        parts = self.read[node.label]
        if node.op != "total" or not isinstance(parts, tuple) or len(parts) < 2:
            return self._value(node), Binding.ATOM
        first, *rest = (show(part, type(node), None, self.lang) for part in parts)
        return " + ".join([first, *map(_guarded, rest)]), Binding.SUM

    def _share(self, node: Formula) -> tuple[str, Binding]:
        amount, part, rounding = node.args
        portion = self._inside(part, Binding.ATOM) if self.read is None else self._value(part)
        text = self._word("share").format(portion, self._inside(amount, Binding.ATOM))
        if rounding is HALF_UP:
            return text, Binding.SHARE
        return f"{text}, {self._word('down' if rounding is DOWN else 'up')}", Binding.CLAUSE

    def _items(self, node: Formula) -> Iterator[str]:
        """The texts between which the smallest or largest is chosen, nested choices of one sort in one list."""
        for child in map(self.taken, node.children()):
            if child.op == node.op:
                yield from self._items(child)
                continue
            text, binding = self.text(child)
            if self.read is not None and not isinstance(child, Choice) and text != self._value(child):
                text = f"{text} = {self._value(child)}"
            yield text if binding > Binding.CLAUSE else f"({text})"

    def _enumerated(self, items: Iterator[str]) -> str:
        *most, last = items
        return f"{', '.join(most)} {self._word('and')} {last}"

    def _binary(self, node: Formula) -> tuple[str, Binding]:
        if node.op in COMPARISONS:
            return self._comparison(node, _SIGNS[node.op])
        binding = _BINDINGS[node.op]
        sign = _SIGNS.get(node.op) or self._word(node.op)
        return f"{self._inside(node.args[0], binding)} {sign} {self._right(node)}", binding

    def _right(self, node: Formula) -> str:
        binding = _BINDINGS.get(node.op, Binding.PRODUCT)
        return _guarded(self._inside(node.args[1], binding if node.op in _SIDE_BY_SIDE else Binding(binding + 1)))

    def _comparison(self, node: Formula, sign: str) -> tuple[str, Binding]:
        """Two sides with a sign between them; what is fixed stands on the right, as one would say it."""
        first, second = node.args
        if first.op in _FIXED and second.op not in _FIXED:
            first, second, sign = second, first, _MIRRORED.get(sign, sign)
        return f"{self._side(first, second)} {sign} {_guarded(self._side(second, first))}", Binding.COMPARE

    def _side(self, node: Formula, other: Formula) -> str:
        """One side of a comparison; an option with the name of whose it is, because alone it says nothing."""
        text = self._inside(node, Binding.SUM)
        if self.read is None or not isinstance(node, Choice) or not node.label:
            return text
        name, _ = self._name(node)
        return name if other.op == "const" and text == self._value(other) else f"{name} ({text})"

    def _not(self, inner: Formula) -> tuple[str, Binding]:
        inner = self.taken(inner)
        if inner.op in COMPARISONS:
            return self._comparison(inner, _OPPOSITE[inner.op])
        return f"{self._word('not')} {self._inside(inner, Binding.ATOM)}", Binding.NOT


def _guarded(text: str) -> str:
    """A text that may stand to the right of a sign."""
    return f"({text})" if text.startswith("−") else text
