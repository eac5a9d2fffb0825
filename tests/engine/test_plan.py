# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The loops come in an order in which everything is known when it is read."""

from __future__ import annotations

from tests.engine.small import amount, rule_of, rules_of
from werkzaam.engine.bounds import bounds
from werkzaam.engine.formula import Cents, previous, symbol, total
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import Kernel
from werkzaam.engine.plan import Plan, Stage, plan
from werkzaam.engine.rule import HUISHOUDEN, PERSOON

X, A, B, C, D = (symbol(n, Cents) for n in "xabcd")


def planned(rules: RuleSet, outputs: tuple[str, ...] | None = None) -> Plan:
    """The plan of a rule set without parameters."""
    return plan(rules, outputs or tuple(rules.rules), bounds(rules, {}))


def test_rules_of_one_level_share_a_loop() -> None:
    rules = rules_of([rule_of("a", X + 1), rule_of("b", A + X), rule_of("c", B - A)], [amount("x", 0, 9)])
    assert planned(rules).stages == (Stage(HUISHOUDEN, False, ("a", "b", "c")),)


def test_a_sum_begins_a_new_loop() -> None:
    rules = rules_of([rule_of("a", X + 1, level=PERSOON), rule_of("b", total(A))], [amount("x", 0, 9, level=PERSOON)])
    assert planned(rules).stages == (Stage(PERSOON, False, ("a",)), Stage(HUISHOUDEN, False, ("b",)))


def test_what_looks_back_at_itself_walks_the_months_alone() -> None:
    rules = rules_of([rule_of("a", X + 1, start=0), rule_of("b", previous(B) + A, start=0), rule_of("c", previous(A)),
                      rule_of("d", X - 1)], [amount("x", 0, 9)])  # fmt: skip
    stages = planned(rules).stages
    assert {(s.recurrent, s.names) for s in stages} == {(False, ("a", "d")), (False, ("c",)), (True, ("b",))}
    assert stages[0].names == ("a", "d")


def test_a_circle_through_last_month_is_one_loop() -> None:
    rules = rules_of(
        [rule_of("a", previous(C) + X, start=0), rule_of("b", A - 1), rule_of("c", B + 1, start=0)], [amount("x", 0, 9)]
    )
    assert [(s.recurrent, set(s.names)) for s in planned(rules).stages] == [(True, {"a", "b", "c"})]


def test_a_circle_over_two_levels_walks_the_households(toyland: Kernel) -> None:
    circle = next(s for s in toyland.source.plan.stages if "schuld" in s.names)
    assert circle == Stage(HUISHOUDEN, True, ("terugbetaald", "terugbetaald_vorige_maand", "schuld"))


def test_what_nobody_asks_for_has_no_loop() -> None:
    rules = rules_of([rule_of("a", X + 1), rule_of("b", X + 2)], [amount("x", 0, 9)])
    assert planned(rules, ("b",)).stages == (Stage(HUISHOUDEN, False, ("b",)),)


def test_every_rule_comes_after_what_it_reads(toyland: Kernel) -> None:
    """In an earlier loop, or earlier in its own; of last month, in an earlier loop or in its own circle."""
    stages = toyland.source.plan.stages
    at = {name: (n, m) for n, stage in enumerate(stages) for m, name in enumerate(stage.names)}
    rules = toyland.source.plan.rules
    for name, place in at.items():
        if name in toyland.source.plan.tables:
            continue
        assert all(at[other] < place for other in rules.needs(name) if other in at), name
        for other in rules.needs(name, looking_back=True):
            assert at[other][0] < place[0] or (at[other][0] == place[0] and stages[place[0]].recurrent), name
