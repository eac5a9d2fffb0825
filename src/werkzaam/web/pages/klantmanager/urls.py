# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of this door, and what its menu shows."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import URLPattern, path

from werkzaam.web.door import about
from werkzaam.web.pages.klantmanager import caseload, dossier, first_chance, handover, people, team, week, write
from werkzaam.web.pages.klantmanager.who import of_client
from werkzaam.web.roles import Role

urlpatterns: list[URLPattern] = [
    path("werk/agenda", week.now, name="agenda-now"),
    path("werk/agenda/<str:week>.ics", week.calendar, name="agenda-calendar"),
    path("werk/agenda/<str:week>", week.week, name="agenda"),
    path("werk/mensen", people.people, name="people"),
    path("werk/stil", people.silent, name="silent"),
    path("werk/caseload", caseload.caseload, name="caseload"),
    path("werk/team", team.team, name="team"),
    path("werk/team/afwezig", team.absence, name="team-absence"),
    *about("eerst-zelf", first_chance.put_right, "put-right"),
    of_client("dossier", dossier.dossier, "dossier"),
    of_client("contact-opschrijven", write.contact, "log-contact"),
    of_client("schrijf", write.choice, "write-choice"),
    of_client("schrijf/<str:kind>", write.entry, "write"),
    of_client("opgeschreven", write.receipt, "written"),
    of_client("overdracht", handover.handover, "handover"),
    of_client("overgedragen", handover.handed, "handed"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.KLANTMANAGER: (("agenda-now", "menu_agenda"), ("people", "menu_people"), ("silent", "menu_silent"),
                        ("caseload", "menu_caseload")),
    Role.TEAMLEIDER: (("team", "menu_team"), ("people", "menu_people"), ("agenda-now", "menu_agenda"),
                      ("caseload", "menu_caseload")),
}  # fmt: skip
"""For each role the routes of this door in its menu, each with the key of its text."""
