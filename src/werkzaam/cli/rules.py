# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam rules`: the law as formulas, with the words, the SQL, and what each rule uses and is used by."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, paragraph

if TYPE_CHECKING:
    from werkzaam.core.months import Span
    from werkzaam.engine.graph import RuleSet
    from werkzaam.engine.rule import Input, Rule

_WORDS = {
    "nl": {"law": "wet", "level": "per", "since": "geldt", "formula": "formule", "sentence": "zin", "zero": "zin bij nul",
           "reads": "gebruikt", "back": "kijkt terug naar", "parameters": "getallen en keuzes", "used": "gebruikt door",
           "nobody": "geen regel; het is een uitkomst", "always": "altijd", "version": "versie", "input": "gegeven",
           "between": "{first} tot en met {last}", "from": "vanaf {first}", "until": "tot en met {last}",
           "bounds": "van {low} tot en met {high}", "refusal": "weigert: waar dit geldt, rekenen we niet"},
    "en": {"law": "law", "level": "per", "since": "holds", "formula": "formula", "sentence": "sentence", "zero": "sentence at 0",
           "reads": "uses", "back": "looks back at", "parameters": "numbers and choices", "used": "used by",
           "nobody": "no rule; it is a result", "always": "always", "version": "version", "input": "input",
           "between": "{first} to {last}", "from": "from {first}", "until": "until {last}",
           "bounds": "from {low} to {high}", "refusal": "refuses: where this holds, nothing is computed"},
}  # fmt: skip


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "rules", help="the law as formulas",
        description="Lists every rule, or one with its law, formula, SQL, sentences, versions and what it is connected to.",
    )  # fmt: skip
    parser.add_argument("name", metavar="NAME", nargs="?", help="a rule or an input, such as bijstand (default: list all)")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the list, or one rule."""
    from werkzaam.rules import RULES

    if arguments.name is None:
        lines = _list(RULES, arguments.lang)
    elif arguments.name in RULES.inputs:
        lines = _input(RULES, RULES.inputs[arguments.name], arguments.lang)
    else:
        lines = _rule(RULES, arguments.name, arguments.lang)
    print("\n".join(lines))


def _list(rules: RuleSet, lang: str) -> Iterator[str]:
    for name, versions in rules.rules.items():
        one = versions[0]
        yield f"{name:<36} {one.level.name.lower():<11} {one.say(lang).title}"


def _input(rules: RuleSet, one: Input, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"{one.name}: {words['input']}, {words['level']} {one.level.name.lower()}"
    yield paragraph(one.nl if lang == "nl" else one.en)
    if one.options:
        from werkzaam.engine.text import label

        yield ", ".join(f"{option.name.lower()} ({label(option, lang)})" for option in one.options)
    else:
        yield words["bounds"].format(low=one.low, high=one.high)
    yield paragraph(f"{words['used']}: {', '.join(rules.used_by(one.name))}")


def _rule(rules: RuleSet, name: str, lang: str) -> Iterator[str]:
    """All versions of a rule, and its place among the others."""
    from werkzaam.engine.sql import sql

    words, versions = _WORDS[lang], rules.versions_of(name)
    yield f"{name}: {versions[0].say(lang).title} ({words['level']} {versions[0].level.name.lower()})"
    for number, version in enumerate(versions, 1):
        yield ""
        if len(versions) > 1:
            yield f"{words['version']} {number}"
        yield from _version(version, lang)
    yield ""
    for key, names in (("reads", rules.needs(name)), ("back", rules.needs(name, looking_back=True)),
                       ("parameters", _parameters(versions)), ("used", rules.used_by(name))):  # fmt: skip
        if names or key == "used":
            yield paragraph(f"{words[key]}: {', '.join(names) or words['nobody']}")
    if not versions[0].refuses:
        yield f"\nSQL\n{sql(rules, name)}"


def _version(rule: Rule, lang: str) -> Iterator[str]:
    from werkzaam.engine.text import formula_text

    words, say = _WORDS[lang], rule.say(lang)
    yield paragraph(rule.meaning)
    yield f"{words['law']}: {rule.law.text(lang)}" + (f" ({rule.law.url})" if rule.law.url else "")
    yield f"{words['since']}: {_period(rule.span, lang)}"
    if rule.refuses:
        yield words["refusal"]
    yield paragraph(f"{words['formula']}: {formula_text(rule.formula, lang)}")
    yield paragraph(f"{words['sentence']}: {say.sentence}")
    if say.zero is not None:
        yield paragraph(f"{words['zero']}: {say.zero}")
    if say.other is not None:
        name, option, text = say.other
        yield paragraph(f"{words['sentence']} ({name} = {option.name.lower()}): {text}")


def _period(span: Span, lang: str) -> str:
    """The months in which a version holds."""
    from werkzaam.engine.rule import ALWAYS

    if span == ALWAYS:
        return _WORDS[lang]["always"]
    words = "until" if span.first == ALWAYS.first else "from" if span.last is None else "between"
    return _WORDS[lang][words].format(first=span.first, last=span.last)


def _parameters(versions: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for version in versions for name in version.parameters))
