# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a server's process loads before its first page, and then leaves alone.

Python looks through all its objects for garbage now and then, while everybody waits: 120 ms of a process that has loaded rules,
facts, texts and views, none of which is ever garbage. They are loaded at the start and left out of that look.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module

from django.urls import get_resolver, reverse

from werkzaam.app.policy.promised import regimes_by_town
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month
from werkzaam.engine.explain import prepare
from werkzaam.rules import RULES
from werkzaam.web.site import site
from werkzaam.web.words import LANGUAGES, words


def settle() -> None:
    """Load the views, the texts, the rules, the numbers of the State and the town's choices, and leave that out of every look.

    What is wrong with the town or its choices is not said here but by the page of readiness and by who starts the server.
    """
    from werkzaam.web.api.description import described  # Needs a site that is set up.

    get_resolver().url_patterns  # noqa: B018 - asking for them loads every view.
    for lang in LANGUAGES:
        words(lang)
        regimes_by_town(lang)
    month = Month.of_day(site().now().date())
    with suppress(WerkzaamError):
        site().known(month)
        prepare(RULES, month)
        site().ledger  # noqa: B018 - what it must look like is worked out once.
    site().let_go()
    reverse("start")
    described({})
    if not site().environment.demo:
        import_module("scipy.optimize")  # What protects small numbers needs it: the first reader of a table would wait a second.
    gc.collect()
    gc.freeze()
