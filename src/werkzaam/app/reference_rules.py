# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of the rules and their inputs, in the order of the law."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from werkzaam.app.markdown import code, linked, table
from werkzaam.app.texts.reference import ESTIMATES, INPUTS_HEAD, RULES_HEAD
from werkzaam.core.law import LawRef
from werkzaam.core.money import format_euro
from werkzaam.core.months import Span
from werkzaam.engine.formula import Cents, Choice, Formula, Truth
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import ALWAYS, Input, Level, Parameter, Rule, Say
from werkzaam.engine.sql import sql
from werkzaam.engine.text import formula_text, label, show
from werkzaam.rules import ESTIMATE
from werkzaam.rules.book import BandSource, CalendarSource, ChoiceSource, FactSource, Fixed, LastYearSource

LEVELS = {Level.HUISHOUDEN: "household (`huishouden`)", Level.PERSOON: "person (`persoon`)", Level.BAAN: "job (`baan`)"}
_KINDS = {"Cents": "amount in whole cents", "Months": "number of months", "Count": "number", "Truth": "yes or no"}


def rules_page(rules: RuleSet) -> str:
    """Every rule with its law, formula, SQL, words and connections; the copies for the estimate in one table."""
    lines = [RULES_HEAD.rstrip()]
    own = [name for name in rules.rules if not name.endswith(f"_{ESTIMATE}")]
    module = ""
    for name in own:
        found = PurePath(rules.where(name).rpartition(":")[0]).stem
        if found != module:
            module = found
            lines += ["", f"## {module}.py", "", importlib.import_module(f"werkzaam.rules.{module}").__doc__ or ""]
        lines += ["", *_rule(rules, name)]
    copies = [name for name in rules.rules if name not in own]
    return "\n".join([*lines, "", *_estimates(rules, copies), ""])


def _rule(rules: RuleSet, name: str) -> Iterator[str]:
    versions = rules.versions_of(name)
    first = versions[0]
    yield from (f"### {name}", "", f"**{first.nl.title}** / {first.en.title}", "")
    yield from table(("", ""), _about(rules, first))
    for version in versions:
        yield from ("", *_version(version, alone=len(versions) == 1))
    yield from ("", "```sql", sql(rules, name), "```")


def _about(rules: RuleSet, rule: Rule) -> Iterator[tuple[str, str]]:
    """Law, level, what it yields, and what stands before and after it."""
    name = rule.name
    yield "law", ", ".join(dict.fromkeys(_law(version.law) for version in rules.versions_of(name)))
    yield "per", LEVELS[rule.level]
    yield "yields", "a refusal where it holds" if rule.refuses else _kind(rule)
    yield "reads", ", ".join(_name(rules, n) for n in rules.needs(name)) or "no rule and no input"
    if back := rules.needs(name, looking_back=True):
        yield "looks back at", ", ".join(_back(rules, n) for n in back)
    parameters = {p.name: p for version in rules.versions_of(name) for p in version.parameters.values()}
    if parameters:
        yield "parameters", "; ".join(f"{code(p.name)}: {_source(p)}" for p in parameters.values())
    used = [n for n in rules.used_by(name) if not n.endswith(f"_{ESTIMATE}")]
    yield "used by", ", ".join(linked(n) for n in used) or "nothing further"


def _version(rule: Rule, *, alone: bool) -> Iterator[str]:
    """The formula and the words of one version, in both languages."""
    yield f"{rule.meaning}" if alone else f"*{_period(rule.span)}.* {rule.meaning}"
    yield ""
    for lang in ("nl", "en"):
        yield f"- {lang}: {code(formula_text(rule.formula, lang))}"
        yield from _words(rule.say(lang))


def _words(say: Say) -> Iterator[str]:
    yield f"  <br>“{say.sentence}”"
    if say.zero is not None:
        yield f"  <br>at zero: “{say.zero}”"
    if say.other is not None:
        name, option, text = say.other
        yield f"  <br>where `{name}` is `{option.name.lower()}`: “{text}”"


def _estimates(rules: RuleSet, copies: list[str]) -> Iterator[str]:
    """The rules that are computed a second time."""
    yield from (ESTIMATES.rstrip(), "")
    rows = ((name, name.removesuffix(f"_{ESTIMATE}"), rules.rules[name][0].formula) for name in copies)
    yield from table(
        ("copy", "of", "formula"),
        ((f'<a id="{name}"></a>{code(name)}', linked(of), code(formula_text(formula, "en"))) for name, of, formula in rows),
    )


def inputs_page(rules: RuleSet) -> str:
    """Every input with its meaning, kind, bounds, default and readers, per level."""
    lines = [INPUTS_HEAD.rstrip()]
    for level in Level:
        lines += ["", f"## Per {LEVELS[level]}", "",
                  *table(("input", "meaning", "kind", "from", "to", "when left out", "read by"),
                         (_input(rules, one) for one in rules.inputs.values() if one.level is level))]  # fmt: skip
    return "\n".join([*lines, ""])


def _input(rules: RuleSet, one: Input) -> tuple[str, ...]:
    readers = ", ".join(linked(name, "rules.md") for name in rules.used_by(one.name))
    kind = _kind(one)
    default = "must be known" if one.default is None else _shown(one, one.default)
    bounds = ("", "") if one.options else (_shown(one, one.low), _shown(one, one.high))
    return f'<a id="{one.name}"></a>{code(one.name)}', f"{one.en}<br>*{one.nl}*", kind, *bounds, default, readers


def _kind(one: Rule | Input) -> str:
    """What a value is; for a choice its options with their labels."""
    if one.options is None:
        return _KINDS[one.kind.__name__]
    return "one of " + ", ".join(f"{code(option.name.lower())} ({label(option, 'en')})" for option in one.options)


def _shown(one: Input, value: int) -> str:
    kind: type[Formula] = one.kind
    return f"{format_euro(value, 'en')} euros" if issubclass(kind, Cents) else show(value, kind, one.options, "en")


def _name(rules: RuleSet, name: str) -> str:
    return linked(name, "inputs.md" if name in rules.inputs else "")


def _back(rules: RuleSet, name: str) -> str:
    """What is looked back at, with the value it has before the first month."""
    rule = rules.versions_of(name)[0]
    start = show(rule.start or 0, rule.kind, rule.options, "en") if issubclass(rule.kind, Truth | Choice) else str(rule.start)
    return f"{linked(name)} of last month (at first {start})"


def _source(parameter: Parameter) -> str:
    """Where a parameter's value comes from; for a table one place per option."""
    if isinstance(parameter.source, Mapping):
        return ", ".join(f"{label(option, 'en')} → {_place(one)}" for option, one in parameter.source.items())
    return _place(parameter.source)


def _place(source: Any) -> str:
    if isinstance(source, LastYearSource):
        return f"fact {linked(source.key, 'facts.md')} of last December, and the months since"
    if isinstance(source, FactSource):
        return f"fact {linked(source.key, 'facts.md')}"
    if isinstance(source, ChoiceSource):
        return f"choice of the town {linked(source.path, 'regimes.md')}"
    if isinstance(source, CalendarSource):
        return f"the calendar with {linked(source.path, 'regimes.md')}" if source.path else "the calendar"
    if isinstance(source, BandSource):
        return f"band {source.at + 1} of the choice {linked(source.path, 'regimes.md')}"
    return f"always {source.value}" if isinstance(source, Fixed) else str(source)


def _law(law: LawRef) -> str:
    return f"[{law.text('en')}]({law.url}) ({code(str(law))})" if law.url else f"{law.text('en')} ({code(str(law))})"


def _period(span: Span) -> str:
    if span == ALWAYS:
        return "Always"
    return f"Until {span.last}" if span.first == ALWAYS.first else str(span).capitalize()
