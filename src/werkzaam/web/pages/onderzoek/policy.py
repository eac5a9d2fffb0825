# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What regimes promise, in words, for the council and who makes policy."""

from __future__ import annotations

from django.http import HttpResponse

from werkzaam.app.policy.promised import promised, regimes_by_town
from werkzaam.web.door import door, only
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit


@door(only(Role.ONDERZOEKER))
def regimes(visit: Visit) -> HttpResponse:
    """Every regime, by municipality."""
    return visit.page("onderzoek/regimes.html", {"towns": regimes_by_town(visit.lang)})


@door(only(Role.ONDERZOEKER))
def regime(visit: Visit, regime: str) -> HttpResponse:
    """One regime: guidance and choices, with what is not stated."""
    return visit.page("onderzoek/regime.html", {"found": promised(regime, visit.lang)})
