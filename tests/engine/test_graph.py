# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule set is checked as a whole: everything is there, at its level, in its months, and used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.engine.small import Prices, amount, life_of, rule_of, rules_of
from tests.toyland.act import OWN, TOYLAND
from werkzaam.core.errors import RuleError, UnknownName
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import explain
from werkzaam.engine.formula import Cents, Months, previous, symbol, total
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import ALWAYS, BAAN, HUISHOUDEN, PERSOON

LOON, NORM, A, B = (symbol(name, Cents) for name in ("loon", "norm", "a", "b"))
INPUT = amount("loon", 0, 100)
OF_JOB = amount("loon", 0, 100, level=BAAN)
OF_PERSON = amount("loon", 0, 100, level=PERSOON)

REFUSED: dict[str, tuple[Callable[[], RuleSet], str]] = {
    "missing, with a suggestion": (
        lambda: rules_of([rule_of("a", symbol("looon", Cents) + 1)], [INPUT]),
        r"small.py:a: rule a needs looon, which nothing yields. Did you mean loon\?",
    ),
    "missing, without one": (lambda: rules_of([rule_of("a", symbol("xyz", Cents) + 1)]), "needs xyz, which nothing yields.$"),
    "circle": (
        lambda: rules_of([rule_of("a", B + 1), rule_of("b", A + LOON)], [INPUT]),
        "small.py:[ab]: a circle: .* -> .* Only previous",
    ),
    "circle of one": (lambda: rules_of([rule_of("a", A + 1)]), "a circle: a -> a"),
    "unused input": (
        lambda: RuleSet.of([rule_of("a", Cents("const", 1))], [INPUT], ["a"]),
        "No rule uses the input loon; remove it",
    ),
    "unreachable rule": (
        lambda: RuleSet.of([rule_of("a", LOON + 1), rule_of("b", LOON + 2)], [INPUT], ["a"]),
        "small.py:b: no target needs the rule b; remove it or ask for it",
    ),
    "unknown target": (lambda: RuleSet.of([rule_of("a", LOON + 1)], [INPUT], ["a", "c"]), "The target c is neither"),
    "rule and input": (
        lambda: rules_of([rule_of("loon", Cents("const", 1))], [INPUT]),
        "small.py:loon: loon is both an input and a rule",
    ),
    "overlapping versions": (
        lambda: rules_of([rule_of("a", LOON + 1, span=Span.parse("2021-01", "2021-07")),
                          rule_of("a", LOON + 2, span=Span.parse("2021-07"))], [INPUT]),
        "small.py:a: rule a overlaps the version 2021-01 to 2021-07 at small.py:a",
    ),
    "a running version before another": (
        lambda: rules_of([rule_of("a", LOON + 1, span=Span.parse("2021-01")),
                          rule_of("a", LOON + 2, span=Span.parse("2022-01"))], [INPUT]),
        "overlaps the version from 2021-01",
    ),
    "versions of two kinds": (
        lambda: rules_of([rule_of("a", LOON + 1, span=Span.parse("2021-01", "2021-06")),
                          rule_of("a", LOON < 2, span=Span.parse("2021-07"))], [INPUT]),
        "small.py:a: rule a has another kind, level or start",
    ),
    "versions of two levels": (
        lambda: rules_of([rule_of("a", LOON + 1, span=Span.parse("2021-01", "2021-06")),
                          rule_of("a", LOON + 1, level=PERSOON, span=Span.parse("2021-07"))], [INPUT]),
        "rule a has another kind, level or start",
    ),
    "wrong level": (
        lambda: rules_of([rule_of("a", LOON + 1)], [OF_PERSON]),
        r"small.py:a: rule a is per huishouden and cannot read loon, which is per persoon; use total\(...\)",
    ),
    "looking back at a lower level": (
        lambda: rules_of([rule_of("b", LOON + 1, level=PERSOON, start=0), rule_of("a", previous(B))], [OF_PERSON]),
        "rule a is per huishouden and cannot read b, which is per persoon",
    ),
    "total over two levels": (
        lambda: rules_of([rule_of("a", total(LOON))], [OF_JOB]),
        r"small.py:a: total\(loon\) lifts one level; loon is per baan and a per huishouden",
    ),
    "total of the same level": (lambda: rules_of([rule_of("a", total(LOON))], [INPUT]), "lifts one level"),
    "previous without start": (
        lambda: rules_of([rule_of("b", LOON + 1), rule_of("a", previous(B))], [INPUT]),
        r"small.py:a: rule a looks back at b, which has no start value; write start=...",
    ),
    "previous of an input": (lambda: rules_of([rule_of("a", previous(LOON))], [INPUT]), "which has no start value"),
    "read as another kind": (
        lambda: rules_of([rule_of("a", symbol("loon", Months) + 1)], [INPUT]),
        "small.py:a: rule a reads loon as Months, but it is Cents",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_a_rule_set_with_a_mistake_is_refused_with_its_place(make: Callable[[], RuleSet], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        make()


def test_a_month_between_versions_has_no_rule() -> None:
    spans = [Span.parse("2021-01", "2021-03"), Span.parse("2021-06", "2021-12")]
    rules = rules_of([rule_of("a", LOON + n, span=span) for n, span in enumerate(spans)], [INPUT])
    for month in ("2020-12", "2021-04", "2022-01"):
        with pytest.raises(
            RuleError, match=f"small.py:a: rule a has no version for {month}; it has 2021-01 to 2021-03, 2021-06 to"
        ):
            rules.on("a", Month.parse(month))


def test_an_unknown_rule_is_asked_back() -> None:
    with pytest.raises(UnknownName, match=r"There is no rule 'speelgel'. Did you mean speelgeld"):
        TOYLAND.versions_of("speelgel")


def test_every_rule_stands_after_what_it_reads() -> None:
    place = {name: n for n, name in enumerate(TOYLAND.order)}
    assert set(place) == set(TOYLAND.rules)
    assert all(place[other] < place[name] for name in TOYLAND.rules for other in TOYLAND.needs(name) if other in place)


def test_who_uses_a_name_is_known_of_rules_inputs_and_parameters() -> None:
    assert OWN.used_by("nettoloon") == ("spaardeel", "loon_samen")
    assert OWN.used_by("loon") == ("nettoloon", "meevaller")
    assert OWN.used_by("speelnorm.bedrag") == ("basisbedrag",)


def test_pruning_keeps_what_is_needed_and_every_refusal() -> None:
    pruned = OWN.prune(["volwassenen"])
    assert set(pruned.rules) == {"volwassenen", "volwassen", "te_vol"}
    assert set(pruned.inputs) == {"leeftijd", "kinderen", "woonvorm"}
    assert "maanden_vrijgelaten" in OWN.prune(["vrijlating"]).rules  # Only looked back at.


def test_under_another_assumption_only_the_affected_rules_are_copied() -> None:
    copies = {name for name in TOYLAND.rules if name.endswith("_geschat")}
    assert copies == {f"{name}_geschat" for name in ("nettoloon", "loon_samen", "vrijlating", "telt_mee", "inkomen", "speelgeld")}
    assert TOYLAND.needs("nettoloon_geschat") == ("schatting", "reiskosten")
    assert len(TOYLAND.versions_of("vrijlating_geschat")) == 2


def test_an_assumption_about_this_month_does_not_change_the_past() -> None:
    assert TOYLAND.needs("vrijlating_geschat", looking_back=True) == ("maanden_vrijgelaten",)


def test_levels_of_inputs_and_rules() -> None:
    assert [OWN.level(n) for n in ("huur", "zorg", "loon", "norm", "stand", "gespaard")] == [HUISHOUDEN, PERSOON, BAAN] * 2


# -- the law of one date ---------------------------------------------------------------------------------

EARLY, LATE = Span.parse("2021-01", "2021-12"), Span.parse("2022-01")
DATED = rules_of([rule_of("a", LOON + 1, span=EARLY, start=3), rule_of("a", NORM + 2, span=LATE), rule_of("b", previous(A) + 0)],
                 [INPUT, amount("norm", 0, 100)])  # fmt: skip


@pytest.mark.parametrize(("date", "reads"), [("2021-06", "loon"), ("2022-01", "norm"), ("2030-12", "norm")])
def test_a_pinned_rule_set_has_the_versions_of_that_month_for_every_month(date: str, reads: str) -> None:
    pinned = DATED.pinned(Month.parse(date))
    assert [rule.span for rule in pinned.versions()] == [ALWAYS] * 2
    assert pinned.on("a", Month.parse("1990-01")) is pinned.on("a", Month.parse("2040-01"))
    assert pinned.needs("a") == (reads,)


def test_a_pinned_rule_set_keeps_the_start_that_stands_with_the_first_version() -> None:
    pinned = DATED.pinned(Month.parse("2022-01"))
    months = explain(pinned, Prices(), life_of({"loon": 1, "norm": 5}, {"loon": 1, "norm": 6}))
    assert [(one.value("a"), one.value("b")) for one in months] == [(7, 3), (8, 7)]


def test_a_pinned_rule_set_drops_what_only_other_versions_read() -> None:
    pinned = RuleSet.of(DATED.versions(), DATED.inputs.values(), ["b"]).pinned(Month.parse("2022-01"))
    assert set(pinned.inputs) == {"norm"}


def test_a_month_without_a_version_cannot_be_pinned() -> None:
    with pytest.raises(RuleError, match="rule a has no version for 2020-12"):
        DATED.pinned(Month.parse("2020-12"))


def test_pinned_on_a_date_of_toyland_every_month_is_computed_by_that_law() -> None:
    old, new = (OWN.pinned(Month.parse(date)) for date in ("2021-01", "2022-01"))
    assert [one.on("vrijlating", Month.parse("2021-01")).meaning for one in (old, new)] == [
        OWN.on("vrijlating", Month.parse(date)).meaning for date in ("2021-01", "2021-07")
    ]
    assert "zorg" in new.inputs
    assert "zorg" not in old.inputs
