# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Caseloads that are mixed: nobody is given a case manager by their distance to work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from werkzaam.core.errors import InputError


def caseloads(
    steps: Mapping[str, str], case_managers: Sequence[str], generator: np.random.Generator
) -> dict[str, tuple[str, ...]]:
    """Clients dealt over case managers by lot within each participation step, the place carried on into the next step.

    `steps` is the step of each client. So caseloads differ by at most one client, in every step and overall, and a step with at
    least as many clients as there are case managers is in every caseload. Raises InputError without case managers, or with one
    named twice.
    """
    if not case_managers or len(set(case_managers)) < len(case_managers):
        raise InputError(f"Case managers, each named once, were expected; found {len(case_managers)} of which "
                         f"{len(set(case_managers))} differ.")  # fmt: skip
    groups: dict[str, list[str]] = defaultdict(list)
    for client in sorted(steps):
        groups[steps[client]].append(client)
    dealt: dict[str, list[str]] = {one: [] for one in case_managers}
    order = [case_managers[at] for at in generator.permutation(len(case_managers))]
    place = 0
    for step in sorted(groups):
        for at in generator.permutation(len(groups[step])):
            dealt[order[place % len(order)]].append(groups[step][at])
            place += 1
    return {one: tuple(clients) for one, clients in dealt.items()}
