# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The routes of the income officer."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import URLPattern, path

from werkzaam.web.door import about
from werkzaam.web.pages.inkomen import bench, correct, decide, find, household, months, payments, reports
from werkzaam.web.roles import Role

urlpatterns: list[URLPattern] = [
    path("inkomen/werkvoorraad", bench.work_bench, name="inkomen-bench"),
    path("inkomen/werkvoorraad/<str:item>", bench.item, name="inkomen-item"),
    path("inkomen/maanden", months.months, name="inkomen-months"),
    path("inkomen/maanden/<str:month>", months.month_run, name="inkomen-month"),
    path("inkomen/taken/<int:job>", months.job, name="inkomen-job"),
    path("inkomen/betalingen", payments.payments, name="inkomen-payments"),
    path("inkomen/betalingen/<str:file>/bestand", payments.download, name="inkomen-download"),
    path("inkomen/betalingen/<str:file>/vrijgeven", payments.release, name="inkomen-release"),
    path("inkomen/bestanden", payments.files, name="inkomen-files"),
    path("inkomen/zoeken", find.look_up, name="inkomen-find"),
    *about("geldzaken", household.household, "inkomen-household"),
    *about("geldzaken/<str:month>/brief/<int:version>", household.letter, "inkomen-letter"),
    *about("geldzaken/bezwaar/<int:objection>/brief", household.answer_to_objection, "inkomen-objection-letter"),
    *about("geldzaken/<str:month>/vordering", decide.claim, "inkomen-claim"),
    *about("geldzaken/<str:month>/bezwaar", decide.dispute, "inkomen-dispute"),
    *about("geldzaken/<str:month>/heropenen", decide.reopen, "inkomen-reopen"),
    *about("geldzaken/<str:month>/herstart", correct.begin_again, "inkomen-restart"),
    *about("geldzaken/melding/<int:report>", reports.report, "inkomen-report"),
    *about("geldzaken/rekening", decide.account, "inkomen-account"),
    *about("geldzaken/premie", decide.premium_back, "inkomen-premium"),
    *about("geldzaken/rij/<int:row>", correct.put_right, "inkomen-put-right"),
    *about("geldzaken/loon", correct.wage, "inkomen-wage"),
    *about("geldzaken/spoed", correct.urgent, "inkomen-urgent"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.INKOMENSCONSULENT: (
        ("inkomen-bench", "menu_bench"),
        ("inkomen-months", "menu_runs"),
        ("inkomen-payments", "menu_payments"),
        ("inkomen-files", "menu_files"),
        ("inkomen-find", "menu_find"),
    ),
}
"""For each role the routes of this door in its menu, each with the key of its text."""
