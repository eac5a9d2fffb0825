# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The form for the yearly talk with a case manager: what they did for clients, in a broad set, without outflow (R-272).

Whether somebody finds work hangs on the labour market, on health and on luck more than on who guides them. A target for outflow
makes case managers choose the clients who would have left anyhow (final report of the experiment, chapters 7 and 8).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to talk about: its code, which is the key of its sentence, and the page where its figures can be looked up."""

    code: str
    page: str = ""


TEMPLATE = (
    Item("workload", "caseload"),
    Item("contacts_as_agreed", "agenda"),
    Item("questions_answered", "agenda"),
    Item("handovers"),
    Item("plans_with_client"),
    Item("room_for_choice"),
    Item("learning_together"),
    Item("training"),
    Item("what_would_help"),
)
