# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the law one by one, and the pitfalls, as tables for the scope: what is covered, partly covered and refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from werkzaam.app.markdown import linked, table
from werkzaam.app.texts.law import LAW_HEAD, POINTS
from werkzaam.app.texts.law_points import Point, State
from werkzaam.app.texts.pitfalls import PITFALLS, PITFALLS_HEAD, Pitfall
from werkzaam.engine.graph import RuleSet
from werkzaam.regime.model import CHOICES


def law_section(rules: RuleSet) -> Iterator[str]:
    """Every rule of the law with how far it is computed, by which of our rules, and what is missing."""
    counted = Counter(point.state for some in POINTS.values() for point in some)
    told = ", ".join(f"{counted[state]} {state.value}" for state in State)
    yield from ("## The rules of the law, one by one", "", LAW_HEAD, "", f"In all: {told}.")
    for heading, some in POINTS.items():
        yield from ("", f"### {heading}", "")
        yield from table(("", "what it says", "where", "state", "by", "missing"), (_point(rules, point) for point in some))


def _point(rules: RuleSet, point: Point) -> tuple[str, ...]:
    state = f"**{point.state.value}**" if point.state is State.REFUSED else point.state.value
    return point.id, point.says, point.law, state, _links(rules, point.by), point.missing


def pitfall_section(rules: RuleSet) -> Iterator[str]:
    """Every pitfall with what must hold, where it is held, and the stories that show it."""
    yield from ("## Pitfalls", "", PITFALLS_HEAD, "")
    yield from table(("", "given", "must hold", "state", "by", "and", "stories"), (_pitfall(rules, one) for one in PITFALLS))


def _pitfall(rules: RuleSet, one: Pitfall) -> tuple[str, ...]:
    stories = ", ".join(f"[{name}](../../stories/{name})" for name in one.stories)
    return one.id, one.given, one.holds, one.state.value, _links(rules, one.by), one.where, stories


def _links(rules: RuleSet, names: tuple[str, ...]) -> str:
    return ", ".join(linked(name, page_of(rules, name)) for name in names)


def page_of(rules: RuleSet, name: str) -> str:
    """The page of the reference on which a rule, input or choice stands; raises KeyError for any other name."""
    known = ((rules.rules, "rules.md"), (rules.inputs, "inputs.md"), (CHOICES, "regimes.md"))
    found = {page for names, page in known if name in names}
    if not found:
        raise KeyError(f"{name} is neither a rule nor an input nor a choice.")
    return found.pop()
