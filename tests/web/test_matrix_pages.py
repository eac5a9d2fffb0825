# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Behind the doors: everybody who gets in gets a page, and no form is taken without its token, wherever it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.web.doors import Doors
from tests.web.matrix import Route, expected, routes
from tests.web.test_matrix import RELATIONS, SAMPLES, address
from werkzaam.web.environment import AUDIENCES

WHO = {
    "inwoner": "samira", "bewindvoerder": "helder", "klantmanager": "karin", "teamleider": "tess", "inkomensconsulent": "anna",
    "handhaver": "henk", "werkgever": "bakkerij", "onderzoeker": "rosa", "beheerder": "bo",
}  # fmt: skip
"""One account for each role."""


def visits(method: str) -> Iterator[tuple[Route, str | None, object]]:
    """Who may send a method where: the route, an account that gets in (None for everybody), and about whom."""
    rows = expected()
    for route in routes():
        row = rows[route.row]
        if method not in row["methods"]:
            continue
        if row.get("everybody"):
            yield route, None, None
            continue
        for role, login in WHO.items():
            if role in row:
                yield from _about(route, row[role], login)


def _about(route: Route, relations: list[str], login: str) -> Iterator[tuple[Route, str, object]]:
    if "subject" in route.arguments:
        subject = next((person for (who, person), how in RELATIONS.items() if who == login and how in relations), None)
        if subject is not None:
            yield route, login, subject
    elif not relations or "self" in relations:
        yield route, login, None


NOT_IN_A_DEMO = frozenset({"metrics", *(f"broker{back}-{one}" for back in ("", "-back") for one in AUDIENCES)})
"""Pages that are there only where the environment names a broker or a token; their own tests do."""


OTHERWISE = {"claim-say": 404, "claim-dispute": 404, "contribution-file": 404, "inkomen-restart": 409}
"""Pages that say that what they are about is not there, or cannot be, for the people of these tests: none on the sample month,
no file of that number, no bijstand that ended."""


def test_who_gets_in_gets_a_page(doors: Doors) -> None:
    """200, or a redirect; where the address has an argument that we have no sample for, also that it is not there."""
    browsers: dict[str | None, Any] = {}
    wrong = []
    for route, login, subject in visits("GET"):
        browser = browsers.setdefault(login, doors.as_(login))
        answer = browser.get(address(route, subject))
        unknown = set(route.arguments) - {"subject", *SAMPLES}
        if answer.status_code == OTHERWISE.get(route.row):
            continue
        if answer.status_code not in ({200, 302, 404} if unknown or route.name in NOT_IN_A_DEMO else {200, 302}):
            wrong.append(f"{route.name}, {login}: {answer.status_code}")
    assert wrong == []


def test_a_method_that_a_page_for_everybody_does_not_know_is_refused(doors: Doors) -> None:
    """405 with the methods that it does know."""
    rows, browser = expected(), doors.as_()
    for route in (one for one in routes() if rows[one.row].get("everybody")):
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} - set(rows[route.row]["methods"]):
            answer = browser.generic(method, address(route))
            assert answer.status_code == 405, f"{method} {route.name}"
            assert answer["allow"] == ", ".join(rows[route.row]["methods"])


API = ("api-", "client-api-")
ALLOWED = {False: {403}, True: {401, 403, 404, 405}}
"""What a form without its token hears; at the API the token of software counts, and a session alone does not (test_api.py)."""


def test_no_form_is_taken_without_its_token(doors: Doors) -> None:
    """At every address, whatever it answers to, signed in or not."""
    strict = {login: doors.as_(login, enforce_csrf_checks=True) for login in (None, "anna")}
    found = {
        f"{route.name}, {login}": browser.post(address(route, 1001 if "subject" in route.arguments else None)).status_code
        for route in routes()
        for login, browser in strict.items()
    }
    assert {where: status for where, status in found.items() if status not in ALLOWED[where.startswith(API)]} == {}
    assert len(found) >= 2 * len(expected())
