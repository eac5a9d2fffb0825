# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule is read once; a mistake in it names the rule, its file and its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.engine.small import Soort
from tests.toyland import act
from tests.toyland.town import Loonregel, Spaarpot, Stand
from werkzaam.core.errors import RuleError
from werkzaam.core.months import Month
from werkzaam.engine.formula import Cents, Choice, Months, Share, Table
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Parameters, Say, rule, rules_in

WORDS = {"nl": Say("Proef", "{uitkomst}"), "en": Say("Trial", "{uitkomst}")}


def unused_argument(x: Cents, y: Cents) -> Cents:
    """Reads only one."""
    return x + 1


def unused_group(x: Cents, loonregel: Loonregel) -> Cents:
    """Reads nothing of the group."""
    return x + 1


def unannotated(x) -> Cents:  # type: ignore[no-untyped-def]
    """Says no kind."""
    return x


def without_return(x: Cents):  # type: ignore[no-untyped-def]
    """Says no kind of its own."""
    return x


def other_kind(x: Cents) -> Months:
    """Says months, yields cents."""
    return x + 1  # type: ignore[return-value]


def other_options(soort: Choice[Soort]) -> Choice[Stand]:
    """Says one enumeration, yields another."""
    return soort  # type: ignore[return-value]


def plain_number() -> Cents:
    """Yields no formula."""
    return 5  # type: ignore[return-value]


def python_type(x: int) -> Cents:
    """Names a type of Python."""
    return x  # type: ignore[return-value]


def yields_share(loonregel: Loonregel) -> Share:
    """A share outside share(...)."""
    return loonregel.aandeel


def misspelt_parameter(x: Cents, loonregel: Loonregel) -> Cents:
    """There is no such field."""
    return x + loonregel.aandel  # type: ignore[attr-defined]


def misspelt_name(x: Cents) -> Cents:
    """There is no such name."""
    return x + y  # type: ignore[name-defined]  # noqa: F821


def with_if(x: Cents) -> Cents:
    """Branches in Python."""
    return x if x > 0 else x - x


def with_minus_sign(x: Cents) -> Cents:
    """An operator that there is not."""
    return -x  # type: ignore[operator]


def good(x: Cents) -> Cents:
    """Good."""
    return x + 1


MISTAKES: list[tuple[Callable[..., Any], str]] = [
    (unused_argument, "does not use its argument y; remove it"),
    (unused_group, "does not use its argument loonregel; remove it"),
    (unannotated, "argument x has no kind; annotate it, for example x: Cents"),
    (without_return, "A kind such as Cents, Truth or Choice.* was expected, found None"),
    (other_kind, "yields Cents.*but is annotated as .*Months"),
    (other_options, "yields Choice.*but is annotated as .*Stand"),
    (plain_number, "yields 5, but is annotated as .*Cents"),
    (python_type, "A kind such as Cents.* was expected, found <class 'int'>"),
    (yields_share, "yields a share"),
    (misspelt_parameter, "has no attribute 'aandel'"),
    (misspelt_name, "name 'y' is not defined"),
    (with_if, "write when"),
    (with_minus_sign, "bad operand type for unary -"),
]


@pytest.mark.parametrize(("function", "says"), MISTAKES, ids=[f.__name__ for f, _ in MISTAKES])
def test_a_mistake_names_the_rule_its_file_and_its_line(function: Callable[..., Any], says: str) -> None:
    place = f"test_rule.py:{function.__code__.co_firstlineno}: rule {function.__name__}: "
    with pytest.raises(RuleError, match=says) as raised:
        rule(law="Beleid proef", level=HUISHOUDEN, **WORDS)(function)
    assert place in str(raised.value)


@pytest.mark.parametrize("law", ["Wetboek 1", "Pw", "Pw artikel 31", ""])
def test_a_law_that_cannot_be_cited_is_refused(law: str) -> None:
    with pytest.raises(RuleError, match=r"test_rule.py:.* rule good: A law reference was expected"):
        rule(law=law, level=HUISHOUDEN, **WORDS)(good)


def test_a_rule_keeps_what_was_said_of_it() -> None:
    made = rule(law="Pw 31:2:n", level=PERSOON, start=3, **WORDS)(good)
    assert (made.name, made.kind, made.level, str(made.law), made.start, made.meaning) == (
        "good", Cents, PERSOON, "Pw 31:2:n", 3, "Good.",
    )  # fmt: skip
    assert made.say("en").title == "Trial"
    assert rules_in(__name__)[-1] is made


def test_a_start_may_be_an_option_or_a_truth() -> None:
    stand = next(r for r in rules_in(act.__name__) if r.name == "stand")
    assert stand.start == list(Stand).index(Stand.RUST)


def test_a_version_yields_the_name_it_says() -> None:
    versions = act.OWN.versions_of("vrijlating")
    assert [str(v.span) for v in versions] == ["2021-01 to 2021-06", "from 2021-07"]
    assert act.OWN.on("vrijlating", Month.of(2021, 7)) is versions[1]


def test_parameters_know_their_kind_their_options_and_their_words() -> None:
    found = Spaarpot.members["spaarpot.stand_bij_begin"]
    assert (found.kind, found.options, found.source) == (Choice, Stand, "spaarpot stand")
    assert found.meaning.startswith("What is put aside")


def test_a_table_needs_a_source_for_every_option() -> None:
    with pytest.raises(RuleError, match=r"The table proef.tabel needs one source per option"):

        class Proef(Parameters, group="proef"):
            tabel: Table[Soort, Cents] = {Soort.EEN: "een"}  # noqa: RUF012


def test_a_parameter_needs_a_kind() -> None:
    with pytest.raises(RuleError, match="A kind such as Cents"):

        class Proef(Parameters, group="proef"):
            bedrag: int = 5
