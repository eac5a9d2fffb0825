# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a client can want: the codes by which requests and instruments find each other. A goal is never a step or a box."""

from __future__ import annotations

PAID_WORK, OWN_BUSINESS = "betaald_werk", "eigen_bedrijf"
GOALS = (
    "deeltijdwerk", OWN_BUSINESS, "gezondheid", "mantelzorg", "meer_uren", "opleiding", "schulden", "sociale_contacten", "taal",
    "uitstroom", "voltijdwerk", "vrijwilligerswerk", "werk_houden", PAID_WORK,
)  # fmt: skip
"""The areas of goals, keeping a job, and paid work of any size."""
COVERED = {PAID_WORK: frozenset({"deeltijdwerk", "voltijdwerk", "meer_uren"})}
"""What a wider goal stands for."""
