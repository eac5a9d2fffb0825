# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of this door, and what its menu shows."""

from __future__ import annotations

from collections.abc import Mapping

from werkzaam.web.door import about
from werkzaam.web.pages.geld import claims, month, premium, question, wages, what_if
from werkzaam.web.roles import Role

urlpatterns = [
    *about("maand", month.now, "month-now"),
    *about("maand/<str:month>", month.month, "month"),
    *about("maand/<str:month>/op/<str:day>", month.then, "month-then"),
    *about("maand/<str:month>/stappen", month.steps, "month-steps"),
    *about("maand/<str:month>/vraag/<str:line>", question.ask, "line-ask"),
    *about("geldvragen", question.all_asked, "line-questions"),
    *about("geldvragen/<str:number>", question.asked, "line-asked"),
    *about("geldvragen/<str:number>/bijlage", question.attached, "line-attached"),
    *about("loon", wages.wages, "wages"),
    *about("loon/melden", wages.report, "wage-report"),
    *about("loon/bewijs/<str:number>", wages.receipt, "wage-receipt"),
    *about("loon/<str:month>/<int:number>", wages.change, "wage-change"),
    *about("loon/<str:month>/<int:number>/klopt", wages.confirm, "wage-confirm"),
    *about("premie", premium.premium, "premium"),
    *about("wat-als", what_if.what_if, "what-if"),
    *about("terugbetalen", claims.claims, "claims"),
    *about("terugbetalen/tempo", claims.pace, "claim-pace"),
    *about("terugbetalen/<str:month>/zeggen", claims.say, "claim-say"),
    *about("terugbetalen/<str:month>/oneens", claims.dispute, "claim-dispute"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.INWONER: (("month-now", "menu_month"), ("premium", "menu_premium"), ("what-if", "menu_what_if")),
}
"""For each role the routes of this door in its menu, each with the key of its text."""
