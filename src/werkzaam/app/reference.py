# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The generated pages of docs/reference: what the code and its data say of themselves, the same on every machine."""

from __future__ import annotations

from werkzaam.app.algorithm_register import register_page
from werkzaam.app.casework.towns.cities import cities_page
from werkzaam.app.reference_data import facts_page, regimes_page
from werkzaam.app.reference_guidance import guidance_page
from werkzaam.app.reference_limits import errors_page, scope_page
from werkzaam.app.reference_rules import inputs_page, rules_page
from werkzaam.engine.picture import picture
from werkzaam.facts.read import read_facts
from werkzaam.rules import RULES

TITLE = "The rules and what they read"
CORE, CORE_TITLE = ("uit_te_betalen",), "From wages to bijstand"
"""The part of the graph that fits a screen."""


def pages() -> dict[str, str]:
    """Every page by its file name."""
    facts = read_facts()
    return {
        "rules.md": rules_page(RULES),
        "inputs.md": inputs_page(RULES),
        "facts.md": facts_page(facts, RULES),
        "regimes.md": regimes_page(),
        "guidance.md": guidance_page(),
        "cities.md": cities_page(),
        "algorithm-register.md": register_page(),
        "errors.md": errors_page(facts),
        "scope.md": scope_page(facts, RULES),
        "graph.svg": picture(RULES, "en", TITLE),
        "graph-bijstand.svg": picture(RULES.prune(CORE), "en", CORE_TITLE),
    }
