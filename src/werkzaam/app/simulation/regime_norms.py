# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts under one regime as numbers for the simulation, from what its guidance states; what it does not state is assumed."""

from __future__ import annotations

import numpy as np

from werkzaam.core.months import Span
from werkzaam.regime.guidance import Guidance
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.guided import Norms


def regime_norms(guidance: Guidance | None, given: Assumptions, span: Span) -> Norms:
    """The norms of everybody under one regime (1, months); raises MissingParameter."""
    wanted = None if guidance is None else guidance.contacts_least or guidance.contacts_most
    caseload = None if guidance is None else guidance.caseload_most or guidance.caseload_least
    fixed = guidance is not None and guidance.one_worker is True
    a_year = given.number("contacts.unstated") if wanted is None else wanted
    clients = given.number("contacts.caseload_unstated") if caseload is None else caseload
    room = given.number("contacts.of_a_position") * 1000 // clients
    changes = given.number("contacts.changes_fixed" if fixed else "contacts.changes")
    of_each = [np.full((1, len(list(span))), one, np.int64) for one in (a_year, room, changes)]
    return Norms(of_each[0], of_each[1], of_each[2], first=span.first)
