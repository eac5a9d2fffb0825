# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the numbers and choices behind a step come from, since when they hold, and which of them are assumptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from werkzaam.app.rests_on import rests_on
from werkzaam.app.texts.page import WORDS
from werkzaam.core.months import Month
from werkzaam.engine.explain import Given, Step, evaluate
from werkzaam.engine.formula import Formula
from werkzaam.engine.rule import Parameter
from werkzaam.engine.text import show
from werkzaam.facts.book import ASSUMPTION
from werkzaam.rules.book import BandSource, CalendarSource, ChoiceSource, FactSource, RuleBook


@dataclass(frozen=True, slots=True)
class Origin:
    """One parameter as a step used it; `why` says on what an assumption rests, `source` where the number was read."""

    name: str
    shown: str
    source: str
    since: Month | None
    assumed: bool
    why: str


def origins(step: Step, book: RuleBook, month: Month, lang: str) -> tuple[Origin, ...]:
    """The parameters that a step rests on, each with its source; of a table only the option that was looked up."""
    read = {(node.label, _place(node, step)): None for node in rests_on(step)}
    return tuple(_origin(step.rule.parameters[name], at, book, month, lang) for name, at in read)


def assumption(path: str, book: RuleBook, month: Month, lang: str) -> Origin | None:
    """The town's choice as an assumption, or nothing where a source states it."""
    chosen = book.choice(path, month)
    if not chosen.assumed:
        return None
    value = ", ".join(map(str, chosen.value)) if isinstance(chosen.value, tuple) else str(chosen.value).replace("_", " ")
    return Origin(path, value, chosen.source, chosen.span.first, True, chosen.waarom if lang == "nl" else chosen.why)


def _place(node: Formula, step: Step) -> int:
    return evaluate(node.args[1], step.read) if node.op == "at" else 0


def _origin(parameter: Parameter, at: int, book: RuleBook, month: Month, lang: str) -> Origin:
    given = book.given(parameter, month)[at]
    table = isinstance(parameter.source, Mapping)
    source = list(parameter.source.values())[at] if isinstance(parameter.source, Mapping) else parameter.source
    if isinstance(source, CalendarSource):
        assumed = assumption(source.path, book, month, lang) if source.path and given.assumed else None
        if assumed:
            return assumed
    where, why = _told(source, given, book, month, lang)
    shown = show(given.value, parameter.kind, None if table else parameter.options, lang)
    return Origin(parameter.name, shown, where, given.since, given.assumed, why)


def _told(source: object, given: Given, book: RuleBook, month: Month, lang: str) -> tuple[str, str]:
    """The source of a value and, for an assumption, the reason."""
    if isinstance(source, FactSource):
        return _told_of_fact(source, book, month, lang) if source.needed(book, month) else ("", "")
    if isinstance(source, (ChoiceSource, BandSource)) and given.assumed:
        chosen = book.choice(source.path, month)
        return chosen.source, chosen.waarom if lang == "nl" else chosen.why
    return ("" if isinstance(source, CalendarSource) and not source.path else given.source), ""


def _told_of_fact(source: FactSource, book: RuleBook, month: Month, lang: str) -> tuple[str, str]:
    known, at = book.fact(source.key, source.looked_up(month))
    if known.source == ASSUMPTION:
        return "", WORDS[lang]["pinned"]
    if at != source.looked_up(month):
        return known.source, WORDS[lang]["other_month"].format(month=at.name(lang))
    return known.source, "" if known.certain else WORDS[lang]["uncertain"].format(source=known.source)


def latest(found: Iterator[Origin]) -> Month | None:
    """Since when all of these hold together."""
    return max((one.since for one in found if one.since is not None), default=None)
