# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The law, pure, in Dutch legal terms: every rule one formula, together one rule set."""

from __future__ import annotations

from functools import lru_cache

from werkzaam.core.months import Month
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import rules_in
from werkzaam.rules import (
    apart,
    bijstand,
    extra_loon,
    gedekt,
    huishouden,
    inkomen,
    loon,
    norm,
    oudedag,
    premie,
    samen,
    schijven,
    verschil,
    vrijlating,
)
from werkzaam.rules.situatie import INPUTS

_MODULES = (gedekt, huishouden, norm, apart, loon, extra_loon, inkomen, oudedag, schijven, vrijlating, bijstand, premie, samen)
TARGETS = (
    "norm_zonder_vakantietoeslag", "inkomen_boven_norm", "status", "vierweken_verschil", "niet_meegeteld", "te_beslissen", "samen",
    "op_rekening", "premie_dit_jaar",
)  # fmt: skip
COMPARED = ("verschil_met_schatting", "bufferbudget_dit_jaar")
"""What is asked of the month beside its estimate."""
ESTIMATE, ESTIMATED = "geschat", {"loon": "loon_vooraf"}
"""Suffix of the rules that are computed a second time, and what these read instead of the real wage."""


def _rule_set() -> RuleSet:
    """All rules in the order of the law, with the estimate beside the actual."""
    law = [rule for module in _MODULES for rule in rules_in(module.__name__)]
    actual = RuleSet.of(law, INPUTS, (*TARGETS, *ESTIMATED.values()))
    both = actual.under(ESTIMATE, ESTIMATED, ["uit_te_betalen"], {"nl": "geschat", "en": "estimated"})
    return RuleSet.of([*both.versions(), *rules_in(verschil.__name__)], INPUTS, (*TARGETS, *COMPARED))


RULES = _rule_set()
"""The rule set that every household, letter, page, experiment and simulation is computed with."""


@lru_cache(maxsize=16)
def rules_of(rechtsdatum: Month | None) -> RuleSet:
    """The rule set, or the law as it stands on a pinned date."""
    return RULES if rechtsdatum is None else RULES.pinned(rechtsdatum)
