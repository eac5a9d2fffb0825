# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of what goes wrong and what is not done: every error with a real message, and the scope."""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from werkzaam.app.case import Case
from werkzaam.app.cases import case_of
from werkzaam.app.markdown import addresses, code, linked, table
from werkzaam.app.published import WorkedExample, worked_examples
from werkzaam.app.reference_law import law_section, pitfall_section
from werkzaam.app.rows import Document
from werkzaam.app.settle import known_months
from werkzaam.app.texts.reference import ERRORS_HEAD, EXAMPLES_HEAD, LATER, REFUSED, SCOPE_HEAD, UNSEEN, UNSEEN_HEAD
from werkzaam.core import errors
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.money import format_euro, parse_euro
from werkzaam.core.months import Month
from werkzaam.engine.formula import Cents, symbol, when
from werkzaam.engine.graph import RuleSet
from werkzaam.facts.book import Facts
from werkzaam.ledger.decision import Verdict
from werkzaam.ledger.event import merkle_root
from werkzaam.regime.limits import check
from werkzaam.regime.read import read_part, read_regime, regime_ids
from werkzaam.rules.book import RuleBook

_CASE = """titel = "Voorbeeld"
contactpersoon = "Inez Bakker"
regime = "participatiewet_2026"
eerste_maand = "2026-01"
laatste_maand = "2026-01"
[huishouden]
leefvorm = "alleenstaande"
[[persoon]]
naam = "Sam"
geboortedatum = 2010-05-01
"""

# -- errors ------------------------------------------------------------------------------------------


def errors_page(facts: Facts) -> str:
    """The tree of errors with exit codes, and one message of each as the code says it."""
    made = _examples(facts)
    lines = [ERRORS_HEAD, "```text", *_tree(WerkzaamError, ""), "```"]
    for one in _below(WerkzaamError):
        lines += ["", f"## {one.__name__}", "", inspect.getdoc(one) or ""]
        said = (
            ["```text", _message(one, made[one]), "```"] if one in made else ["Never raised itself; a name for those below it."]
        )
        lines += ["", *said]
    return "\n".join([*lines, ""])


def _below(kind: type[WerkzaamError]) -> Iterator[type[WerkzaamError]]:
    """An error and those under it, in the order of their file."""
    yield kind
    for one in kind.__subclasses__():
        if one.__module__ == errors.__name__:
            yield from _below(one)


def _tree(kind: type[WerkzaamError], indent: str) -> Iterator[str]:
    yield f"{indent + kind.__name__:<24} exit code {kind.exit_code}"
    for one in kind.__subclasses__():
        if one.__module__ == errors.__name__:
            yield from _tree(one, indent + "    ")


def _message(kind: type[WerkzaamError], act: Callable[[], object]) -> str:
    """What an error of exactly this kind says."""
    try:
        act()
    except kind as error:
        if type(error) is kind:
            return str(error)
    raise AssertionError(f"The example of {kind.__name__} does not raise it; give it another one.")


def _examples(facts: Facts) -> dict[type[WerkzaamError], Callable[[], object]]:
    """Something that raises each error."""
    month, loon = Month.of(2018, 1), symbol("loon", Cents)
    hole = next(one for key in facts.keys() for one in facts.about(key).holes)  # noqa: SIM118 # A method of ours.
    with_hole = next(key for key in facts.keys() if hole in facts.about(key).holes)  # noqa: SIM118
    return {
        errors.InputError: lambda: parse_euro("1.234,56"),
        errors.UnknownName: lambda: facts.on("norm_21_gehuwden", month),
        errors.FactNotInForce: lambda: facts.on("norm_21_gehuwden_incl_vt", Month.of(2010, 1)),
        errors.FactHole: lambda: facts.on(with_hole, hole.span.first),
        errors.RegimeError: lambda: read_regime("amsterdam_2018").at(Month.of(2022, 1)),
        errors.NotStated: lambda: read_part("earn_full_settlement").value("premie.geldt", month),
        errors.OverLimit: lambda: _too_much(facts),
        errors.NotCovered: lambda: _case(_CASE, facts).calculate(),
        errors.NotAllowed: lambda: Verdict("0" * 64, "m.bakker", "m.bakker", approved=True, reason="Te veel betaald."),
        errors.LedgerError: lambda: merkle_root([("teststad", 1, 7, "a" * 64), ("teststad", 1, 8, "b" * 64)]),
        errors.RuleError: lambda: when(bool(loon > 0), loon, otherwise=0),  # type: ignore[call-overload]
    }


def _too_much(facts: Facts) -> None:
    """A premium of 900 euros a month."""
    town = read_regime("amsterdam_2018")
    maximum = replace(town.value("premie.maximum", town.span.first), value=900_00, file="eigen_premie.toml")
    others = (one for one in town.stated if one.path != maximum.path)
    check(replace(town, stated=(*others, maximum)), lambda key, month: facts.on(key, month).value)


def _case(text: str, facts: Facts) -> Case:
    """A case from text; the file name is that of the message."""
    return case_of(Document("CASE.toml", text, tomllib.loads(text, parse_float=Decimal)), facts)


# -- scope -------------------------------------------------------------------------------------------


def scope_page(facts: Facts, rules: RuleSet) -> str:
    """What is covered and for which months, what is refused and by which article, and what is not looked at."""
    refusals = table(("what", "article", "message", "widened by"), (_refusal(rules, name) for name in rules.refusals))
    examples = table(("example", "what", "date", "state", "source"), map(_example, worked_examples(facts)))
    lines = [
        SCOPE_HEAD, *table(("regime", "months"), (_months(facts, ident) for ident in regime_ids())),
        "", "## Refused", "", *refusals,
        "", "A case file is also refused for these:", "", *table(("what", "widened by"), REFUSED),
        "", *law_section(rules),
        "", "## Not looked at", "", UNSEEN_HEAD, "", *table(("what", "widened by"), UNSEEN),
        "", *pitfall_section(rules),
        "", "## Published worked examples", "", EXAMPLES_HEAD, "", *examples,
    ]  # fmt: skip
    return "\n".join([*lines, ""])


def _months(facts: Facts, ident: str) -> tuple[str, str]:
    regime = read_regime(ident)
    try:
        months = known_months(RuleBook(facts, regime))
    except WerkzaamError as missing:
        return linked(ident, "regimes.md"), f"none yet: {missing}"
    short = "" if months[-1] == regime.span.last else f"; the regime runs to {regime.span.last or 'now'}, but a number is missing"
    return linked(ident, "regimes.md"), f"{months[0]} to {months[-1]}{short}"


def _refusal(rules: RuleSet, name: str) -> tuple[str, ...]:
    rule = rules.rules[name][0]
    law = f"[{rule.law.text('en')}]({rule.law.url})"
    return linked(name, "rules.md"), law, f"{rule.en.sentence}<br>*{rule.nl.sentence}*", LATER[name]


def _example(one: WorkedExample) -> tuple[str, ...]:
    state = [f"not followed: {format_euro(cents, 'en')}. {why}" for cents, why in one.not_followed.items()] or ["agrees"]
    return code(one.id), one.kind, one.date, "<br>".join([*state, one.remains]).removesuffix("<br>"), addresses(one.source)
