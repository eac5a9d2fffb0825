# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The law, pure, in Dutch legal terms: every rule one formula, together one rule set."""

from __future__ import annotations

from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import rules_in
from werkzaam.rules import bijstand, loon, norm, premie, samen, vrijlating
from werkzaam.rules.situatie import INPUTS

_MODULES = (norm, loon, vrijlating, bijstand, premie, samen)
TARGETS = (
    "norm_zonder_vakantietoeslag", "inkomen_boven_norm", "samen", "op_rekening", "premie_dit_jaar",
    "verschil_met_schatting",
)  # fmt: skip
ESTIMATE = "geschat"
"""Suffix of the rules that are computed a second time, with the estimated wage instead of the real one."""


def _rule_set() -> RuleSet:
    """All rules in the order of the law, with the estimate beside the actual."""
    every = [rule for module in _MODULES for rule in rules_in(module.__name__)]
    difference = [rule for rule in every if rule.name == "verschil_met_schatting"]
    actual = [rule for rule in every if rule.name != "verschil_met_schatting"]
    targets = [target for target in TARGETS if target != "verschil_met_schatting"]
    both = RuleSet.of(actual, INPUTS, targets).under(
        ESTIMATE, {"loon": "geschat_nettoloon"}, ["uit_te_betalen"], {"nl": "geschat", "en": "estimated"}
    )
    return RuleSet.of([*both.versions(), *difference], INPUTS, TARGETS)


RULES = _rule_set()
"""The rule set that every household, letter, page, experiment and simulation is computed with."""
