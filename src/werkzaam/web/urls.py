# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every address of the doors. A view without a door is not served: tests walk this list."""

from __future__ import annotations

from django.urls import path

from werkzaam.web import health, metrics, start
from werkzaam.web.accounts import broker_pages, own, second_pages, sign_in
from werkzaam.web.api import urls as api
from werkzaam.web.environment import AUDIENCES
from werkzaam.web.menus import DOORS

urlpatterns = [
    path("", start.start, name="start"),
    path("inloggen", sign_in.sign_in, name="sign-in"),
    path("uitloggen", sign_in.sign_out, name="sign-out"),
    path("inloggen/code", second_pages.code, name="second-code"),
    path("inloggen/tweede-stap", second_pages.make, name="second-make"),
    path("inloggen/tweede-stap/qr.svg", second_pages.picture, name="second-picture"),
    *(
        each
        for audience in AUDIENCES
        for each in (
            path(f"inloggen/via/{audience}", broker_pages.begin, {"audience": audience}, name=f"broker-{audience}"),
            path(f"inloggen/via/{audience}/terug", broker_pages.back, {"audience": audience}, name=f"broker-back-{audience}"),
        )
    ),
    path("account", own.account, name="account"),
    path("account/wachtwoord", own.password, name="password"),
    path("account/blijven", own.stay, name="stay"),
    path("nog-niets", start.nothing_here, name="nothing-here"),
    path("taal", start.language, name="language"),
    path("metrics", metrics.page, name="metrics"),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
    *api.urlpatterns,
    *(pattern for each in DOORS for pattern in each.urlpatterns),
]
handler400 = start.unreadable
handler403 = start.refused
handler404 = start.not_found
handler500 = start.broken
