# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of this door, and what its menu shows."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import path

from werkzaam.web.door import about
from werkzaam.web.pages.mijn import (
    contact,
    file,
    group,
    letters,
    looks,
    mandates,
    more,
    plan,
    reference,
    reports,
    represented,
    rights,
)
from werkzaam.web.roles import Role

urlpatterns = [
    path("vertegenwoordigd", represented.people, name="represented"),
    *about("contact", contact.contact, "contact"),
    *about("brieven", letters.archive, "letters"),
    *about("brieven/<str:month>/<int:version>", letters.of_decision, "letter-of-decision"),
    *about("bericht/<int:number>", letters.kept, "letter-kept"),
    *about("plan", plan.plan, "plan"),
    *about("rechten", rights.rights, "my-rights"),
    *about("gegevens", file.my_file, "file"),
    *about("gegevens/alles.json", file.take_along, "take-along"),
    *about("gegevens/<int:number>", file.entry, "file-entry"),
    *about("wie-keek", looks.looks, "looks"),
    *about("vertegenwoordigers", mandates.mandates, "mandates"),
    *about("klopt-niet", reports.reports, "reports"),
    *about("kenmerk", reference.reference, "reference"),
    *about("meer", more.more, "more"),
    *about("buitenland", more.abroad, "abroad"),
    *about("leren", more.education, "education"),
    *about("later", more.hopes, "hopes"),
    *about("bijdrage", more.contribution, "contribution"),
    *about("bijdrage/<int:year>.pdf", more.contribution_file, "contribution-file"),
    *about("cijfer", more.grade, "grade"),
    *about("loting", group.group, "my-group"),
    *about("loting/controle.html", group.check, "my-group-check"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.INWONER: (
        ("contact", "mijn_menu_contact"), ("letters", "mijn_menu_letters"), ("plan", "mijn_menu_plan"),
        ("file", "mijn_menu_file"), ("reports", "mijn_menu_reports"), ("more", "mijn_menu_more"),
    ),
    Role.BEWINDVOERDER: (("represented", "mijn_menu_represented"),),
}  # fmt: skip
"""For each role the routes of this door in its menu, each with the key of its text."""
