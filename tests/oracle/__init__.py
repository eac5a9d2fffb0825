# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The law a second time, in plain Python: dates, fractions and loops, written from the law text and not from our formulas.

`decide` computes every named amount of a household's months. It takes births and wage rows, not the inputs of the rules;
it reads the numbers of the State and of the town by their own keys; it knows neither the engine nor `werkzaam.rules`.
"""

from __future__ import annotations

from typing import Any

from tests.oracle.benefit import begin_of_month, benefit, on_the_account, paid, remember_right
from tests.oracle.exemption import kind_of_exemption, left_out, remember_exemption
from tests.oracle.law import Amounts, HomeMemory, Memory, Scene
from tests.oracle.means import gifts, others_of, pensions, remember_wages, wages_of
from tests.oracle.norm import norms, refused
from tests.oracle.people import Household, Job, Other, Person, WageReturn
from tests.oracle.premium import on_leaving, premium

__all__ = ["Amounts", "Household", "Job", "Other", "Person", "WageReturn", "decide", "refused"]


def decide(household: Household, facts: Any) -> list[Amounts]:
    """Every amount of every month, in order; the months must be covered (see `refused`)."""
    memories: dict[str, Memory] = {}
    home, found = HomeMemory(), []
    for index in range(household.length):
        scene = Scene(household, index, facts)
        memories = {name: memories.get(name, Memory()) for name in scene.home.persons}  # Who was away begins anew.
        found.append(_month(scene, memories, home))
    return found


def _month(scene: Scene, memories: dict[str, Memory], home: HomeMemory) -> Amounts:
    found: Amounts = {}
    norms(found, scene)
    begin_of_month(found, scene, home)
    for name, memory in memories.items():
        others_of(found, name, scene, memory)
        wages_of(found, name, scene, memory, "_geschat")
        wages_of(found, name, scene, memory, "")
        kind_of_exemption(found, name, scene, memory, home)
    gifts(found, scene, home)
    pensions(found, scene)
    for suffix in ("_geschat", ""):
        for name in memories:
            left_out(found, name, scene, suffix)
        benefit(found, scene, suffix)
    remember_right(found, scene, home)
    on_leaving(found, scene, home)
    for name, memory in memories.items():
        remember_wages(found, name, scene, memory)
        remember_exemption(found, name, memory)
        premium(found, name, scene, memory)
    paid(found, scene, home)
    on_the_account(found, scene)
    return found
