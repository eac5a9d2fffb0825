# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of the data: the State's numbers and the towns' choices, each with where it was read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from werkzaam.app.markdown import addresses, code, codes, linked, table
from werkzaam.app.regime_history import months
from werkzaam.app.texts.reference import FACTS_HEAD, REGIMES_HEAD
from werkzaam.core.money import format_euro, format_percent
from werkzaam.core.months import Span
from werkzaam.engine.graph import RuleSet
from werkzaam.facts.book import Facts, Series
from werkzaam.facts.read import DATA, SOURCES
from werkzaam.regime.model import CHOICES, Choice, Kind, Value
from werkzaam.regime.read import part_ids, read_part, read_regime, regime_ids
from werkzaam.regime.regime import Chosen, Regime, Unstated
from werkzaam.regime.values import bands
from werkzaam.rules import ESTIMATE
from werkzaam.rules.book import FactSource

_VALUES = {
    Kind.TRUTH: "true or false",
    Kind.PERCENT: "a percentage",
    Kind.EURO: "an amount",
    Kind.MONTHS: "two months of the year",
    Kind.COUNT: "a whole number",
    Kind.BANDS: "bands of an amount and a percentage",
}

# -- facts -------------------------------------------------------------------------------------------


def facts_page(facts: Facts, rules: RuleSet) -> str:
    """Every number of the State: meaning, law, unit, months, certainty, sources and readers; then the sources."""
    every = [facts.about(key) for key in facts.keys()]  # noqa: SIM118 # A method of ours, not a dict.
    values, holes = sum(len(one.facts) for one in every), sum(len(one.holes) for one in every)
    readers = _readers(rules)
    head = FACTS_HEAD.format(numbers=len(every), values=values, holes=holes)
    names = _source_names()
    rows = (_series(one, names, readers.get(one.key, ())) for one in every)
    columns = ("key", "meaning", "law", "unit", "months", "values", "certain", "holes", "sources", "read by")
    return "\n".join([head, *table(columns, rows), "", "## Sources", "", *table(("name", "seen", "where"), _sources()), ""])


def _series(one: Series, names: Mapping[str, str], readers: Iterable[str]) -> tuple[str, ...]:
    certain = sum(fact.certain for fact in one.facts)
    months = "; ".join(map(_months, _joined([fact.span for fact in one.facts])))
    sources = ", ".join(linked(name) for name in dict.fromkeys(names[fact.source] for fact in one.facts))
    holes = "; ".join(_months(hole.span) for hole in one.holes)
    meaning = f"{one.meaning}<br>*{one.betekenis}*"
    return (f'<a id="{one.key}"></a>{code(one.key)}', meaning, one.law, one.measure.en, months, str(len(one.facts)),
            "all" if certain == len(one.facts) else f"{certain} of {len(one.facts)}", holes, sources,
            ", ".join(linked(name, "rules.md") for name in readers))  # fmt: skip


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans of values; those that follow on each other are one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].last is not None and found[-1].last + 1 == span.first:
            found[-1] = Span(found[-1].first, span.last)
        else:
            found.append(span)
    return found


def _readers(rules: RuleSet) -> dict[str, list[str]]:
    """The rules that read each fact."""
    found: dict[str, list[str]] = {}
    for name, parameter in rules.parameters.items():
        each = parameter.source.values() if isinstance(parameter.source, Mapping) else [parameter.source]
        for key in dict.fromkeys(one.key for one in each if isinstance(one, FactSource)):
            found.setdefault(key, []).extend(n for n in rules.used_by(name) if not n.endswith(f"_{ESTIMATE}"))
    return {key: list(dict.fromkeys(names)) for key, names in found.items()}


def _source_names() -> dict[str, str]:
    """The name of each source by its address."""
    return {str(row["vindplaats"]): name for name, row in _bronnen().items()}


def _sources() -> Iterator[tuple[str, ...]]:
    for name, row in _bronnen().items():
        yield f'<a id="{name}"></a>{code(name)}', str(row["gezien"]), addresses(str(row["vindplaats"]))


def _bronnen() -> dict[str, dict[str, object]]:
    return tomllib.loads(DATA.joinpath(SOURCES).read_text(encoding="utf-8"))


# -- regimes -----------------------------------------------------------------------------------------


def regimes_page() -> str:
    """The choices a town can make, every shipped town regime with what it chose, and the parts that ship."""
    columns = ("choice", "meaning", "value", "law", "needed only if")
    lines = [REGIMES_HEAD, "## The choices", "", *table(columns, map(_choice, CHOICES.values()))]
    for ident in regime_ids():
        lines += ["", *_regime(read_regime(ident))]
    parts = table(("part", "what", "months", "of"), map(_part, map(read_part, part_ids())))
    return "\n".join([*lines, "", "## The parts", "", *parts, ""])


def _part(one: Regime) -> tuple[str, ...]:
    name = linked(one.id, "guidance.md") if one.guidance else code(one.id)
    return name, f"{one.name_en}<br>{one.description_en}", months(one.span, "en"), one.municipality


def _choice(one: Choice) -> tuple[str, ...]:
    values = codes(one.options) or _VALUES[one.kind]
    return (f'<a id="{one.path}"></a>{code(one.path)}', f"{one.meaning_en}<br>*{one.meaning_nl}*", values, one.law.text("en"),
            code(one.only_if) if one.only_if else "")  # fmt: skip


def _regime(regime: Regime) -> Iterator[str]:
    country = "" if regime.land == "NL" else f", rules of {regime.land}"
    name = f"**{regime.name_en}** / {regime.name_nl}, {_months(regime.span)}{country}"
    yield from (f"## {regime.id}", "", name, "", regime.description_en, "", f"Made of {codes(regime.uses)}.", "")
    yield from table(("choice", "value", "months", "part", "where it is written"), map(_chosen, regime.stated))
    silent = [one for one in regime.choices(regime.span.first) if isinstance(one, Unstated)]
    for needed, words in ((True, "Not stated, so that computing is refused"), (False, "Not stated, and not needed")):
        if paths := [one.path for one in silent if one.needed is needed]:
            yield from ("", f"{words}: {codes(paths)}.")


def _chosen(one: Chosen) -> tuple[str, ...]:
    why = f"**assumption**: {one.why}" if one.assumed else ""
    source = addresses(one.source) if one.source else ""
    return (
        linked(one.path),
        shown(CHOICES[one.path], one.value),
        _months(one.span),
        code(one.part),
        " ".join(filter(None, (why, source))),
    )


def shown(choice: Choice, value: Value) -> str:
    """A choice as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return format_percent(value, "en")
    if isinstance(value, int):
        return str(value) if choice.kind is Kind.COUNT else f"{format_euro(value, 'en')} euros"
    if choice.kind is Kind.BANDS:
        return ", ".join(f"{format_percent(part, 'en')} from {format_euro(first, 'en')} euros" for first, part in bands(value))
    return code(value) if isinstance(value, str) else "months " + " and ".join(map(str, value))


def _months(span: Span) -> str:
    return f"{span.first} to {span.last}" if span.last else f"from {span.first}"
