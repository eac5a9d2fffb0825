# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of this door, and what its menu shows."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import path

from werkzaam.web.pages.onderzoek import compare, errors, experiment, policy, simulation
from werkzaam.web.roles import Role

urlpatterns = [
    path("onderzoek", experiment.experiments, name="experiments"),
    path("onderzoek/experiment/<slug:experiment>", experiment.experiment, name="experiment"),
    path("onderzoek/experiment/<slug:experiment>/plan", experiment.plan, name="experiment-plan"),
    path("onderzoek/experiment/<slug:experiment>/uitkomsten", experiment.outcomes, name="experiment-outcomes"),
    path("onderzoek/experiment/<slug:experiment>/openen", experiment.opening, name="experiment-opening"),
    path("onderzoek/experiment/<slug:experiment>/<slug:table>.csv", experiment.table, name="experiment-table"),
    path("onderzoek/vergelijken", compare.compare, name="compare"),
    path("onderzoek/vergelijken/<slug:table>.csv", compare.table, name="compare-table"),
    path("onderzoek/simulatie", simulation.simulations, name="simulations"),
    path("onderzoek/simulatie/<int:number>", simulation.simulation, name="simulation"),
    path("onderzoek/fouten", errors.errors, name="errors"),
    path("onderzoek/regels", policy.regimes, name="regimes"),
    path("onderzoek/regels/<slug:regime>", policy.regime, name="regime"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.ONDERZOEKER: (
        ("experiments", "research_menu_experiment"), ("compare", "research_menu_compare"),
        ("simulations", "research_menu_simulation"), ("regimes", "research_menu_regimes"),
    ),
}  # fmt: skip
"""For each role the routes of this door in its menu, each with the key of its text."""
