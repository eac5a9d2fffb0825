# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A server for real people, made ready on PostgreSQL in a process of its own; prints what a test looks at, as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping


def environment_of(url: str, town: str, secret: str) -> dict[str, str]:
    """What such a server is told."""
    return {
        "WERKZAAM_DATABASE": url, "WERKZAAM_TOWN": town, "WERKZAAM_HOSTS": "werkzaam.example", "WERKZAAM_SECRET_KEY": secret,
        "WERKZAAM_METRICS_TOKEN": "m" * 20 + "e" * 20, "DJANGO_SETTINGS_MODULE": "werkzaam.web.settings",
    }  # fmt: skip


def main() -> None:
    """Make ready twice, sign in, and tell."""
    from werkzaam.web.serve import make_ready

    for _ in range(2):
        make_ready(os.environ)
    from django.test import Client

    from werkzaam.web.accounts import trail
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.site import site

    account = Account(login="bo", role="beheerder", municipality=site().town.id, name="Bo", acts_as="b.smits")
    account.set_password("een lange zin met bomen erin")
    account.save()
    browser = Client(headers={"host": "werkzaam.example"})
    plain = browser.get("/inloggen")
    asked = browser.get("/inloggen", secure=True)
    given = {"login": "bo", "password": "een lange zin met bomen erin"}
    signed = browser.post("/inloggen", given, secure=True)
    next_page = browser.get("/account", secure=True)
    json.dump({
        "plain": [plain.status_code, plain["location"]], "headers": dict(asked.headers),
        "cookies": {**cookies(asked), **cookies(signed)}, "signed": signed.status_code,
        "next": [next_page.status_code, next_page["location"]], "demo_accounts": Account.objects.exclude(login="bo").count(),
        "refused": changes(), "breaks": [one.what for one in trail.breaks()], "events": trail.Event.objects.count(),
        "metrics": metrics(browser),
    }, sys.stdout)  # fmt: skip


def cookies(answer: object) -> Mapping[str, Mapping[str, object]]:
    """The cookies that an answer sets, with what they say."""
    return {name: {key: value for key, value in found.items() if value} for name, found in answer.cookies.items()}  # type: ignore[attr-defined]


def changes() -> list[str]:
    """What the database says to three ways of changing what was kept."""
    from django.db import Error, connection

    said = []
    for statement in ("UPDATE accounts_event SET about = 'x'", "DELETE FROM accounts_event", "TRUNCATE accounts_event"):
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement)
            said.append("done")
        except Error as error:
            said.append(str(error).splitlines()[0])
    return said


def metrics(browser: object) -> list[object]:
    """Whether the numbers are there for who has no token, a wrong one, and the right one."""
    right = os.environ["WERKZAAM_METRICS_TOKEN"]
    answers = [
        browser.get("/metrics", secure=True, headers=given)  # type: ignore[attr-defined]
        for given in ({}, {"authorization": "Bearer wrong"}, {"authorization": f"Bearer {right}"})
    ]
    return [*(one.status_code for one in answers), answers[-1].content.decode()]


if __name__ == "__main__":
    main()
