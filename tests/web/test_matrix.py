# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every address x everybody who may try it x every method, beside what matrix.toml says: in, refused, or not to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.web.doors import Doors
from tests.web.matrix import Route, declared, expected, routes
from werkzaam.store.people import Representative, record_representative, representatives

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
NOBODY = 9_999
"""A number that no person of the town has."""
MADE_UP = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"
"""A handle that this server never made."""
SUBJECTS = (1001, 1003, 1005, 1009, NOBODY, MADE_UP)
CASELOADS = {"karin": {1001, 1003}, "peter": {1005, 1009}}
RELATIONS = {
    ("samira", 1001): "self", ("amina", 1003): "self", ("helder", 1005): "acts", ("buurthuis", 1005): "reads",
    **{(login, person): "caseload" for login, persons in CASELOADS.items() for person in persons},
    **{(login, person): "town" for login in ("tess", "anna", "henk") for person in (1001, 1003, 1005, 1009)},
}  # fmt: skip
"""How accounts of the demo stand to people, written down here once more; a pair that is not here has nothing in common.

Amina and Jan are partners; the mandate of Helder for 1009 ended, and that of Buurthuis Oost has not begun.
"""
PEOPLE = ("samira", "amina", "jan", "helder", "buurthuis", "karin", "peter", "tess", "anna", "henk", "bakkerij", "rosa", "bo")
SAMPLES: dict[str, object] = {"month": "2019-05", "year": 2019, "lang": "nl"}
"""What stands for an argument of an address; of one that is not here, a page may say that it is not there."""
UNKNOWN = {"int": 1, "uuid": "6f0c1d52-0000-4000-8000-000000000000", "str": MADE_UP, "slug": "niets", "path": "niets"}


class LetIn(Exception):
    """The door let somebody in; what is behind it is not run."""


class Walk:
    """The site, tried at every door."""

    def __init__(self, doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
        from werkzaam.web import audit, door
        from werkzaam.web.accounts.models import Account

        self.doors, self.count, self.wrong = doors, 0, list[str]()
        self.accounts: dict[str, Any] = {one.login: one for one in Account.objects.all()}
        real = door.let_in

        def stop(*given: Any) -> Any:
            real(*given)
            raise LetIn

        monkeypatch.setattr(door, "let_in", stop)
        monkeypatch.setattr(audit, "note", lambda *_, **__: None)  # Kept or not is for test_trail.py; here it would take minutes.

    def elsewhere(self) -> dict[str, Any]:
        """An account of another town for each role."""
        from werkzaam.web.accounts.models import Account

        found = {}
        for login in ("samira", "helder", "karin", "tess", "anna", "henk", "bakkerij", "rosa", "bo"):
            copy = Account(**{field.attname: getattr(self.accounts[login], field.attname) for field in Account._meta.fields})
            copy.municipality = "anders"
            found[login] = copy
        return found

    def tries(self, route: Route, method: str, account: Any, subject: object = None) -> str:
        """What happens at the door: in, a status, or the address of a redirect's page."""
        from django.contrib.auth.models import AnonymousUser
        from django.core.exceptions import PermissionDenied
        from django.http import Http404
        from django.test import RequestFactory
        from django.urls import resolve

        path = address(route, subject)
        request = RequestFactory().generic(method, path)
        request.user, request.lang = account or AnonymousUser(), "nl"
        request.session = {"second": "done"}
        found = request.resolver_match = resolve(path)
        self.count += 1
        try:
            response = found.func(request, *found.args, **found.kwargs)
        except LetIn:
            return "in"
        except PermissionDenied:
            return "403"
        except Http404:
            return "404"
        return "sign in" if response.status_code == 302 and "/inloggen" in response["location"] else str(response.status_code)

    def compare(self, told: str, found: str, where: str) -> None:
        """Keep what is not as the file says."""
        if told != found:
            self.wrong.append(f"{where}: matrix.toml says {told}, the site says {found}")


def is_api(route: Route) -> bool:
    """Whether software asks there: who is nobody hears so as a problem, and not on a page to sign in."""
    return route.row.startswith("api-")


def address(route: Route, subject: object = None) -> str:
    """An address of a route with a sample for whatever varies."""
    from django.urls import get_resolver, reverse

    from werkzaam.web.handles import handle_of

    named: dict[str, object] = {}
    converters = get_resolver().reverse_dict.getlist(route.name)[0][3] if ":" not in route.name else {}
    for name in route.arguments:
        kind = type(converters.get(name)).__name__.removesuffix("Converter").lower()
        named[name] = SAMPLES.get(name, UNKNOWN.get(kind, MADE_UP))
    if subject is not None:
        named["subject"] = handle_of(subject, "person") if isinstance(subject, int) else subject
    return reverse(route.name, kwargs=named)


def told(row: dict[str, Any], method: str, role: str, relation: str | None, town: bool = True) -> str:
    """What the file says that happens."""
    if method not in row["methods"] and not (method == "HEAD" and "GET" in row["methods"]):
        return "405"
    if not town or role not in row:
        return "403"
    return "in" if not row[role] or relation in row[role] else "404"


@pytest.fixture
def walk(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """The site with a mandate that has not begun, and everything that the walk writes thrown away."""
    from django.db import transaction

    with doors.desk().writes() as writer:
        record_representative(
            writer, 108, Representative(1009, "gemachtigde", "Buurthuis Oost", "act", date(2019, 6, 1), "brief"), idem_key="later"
        )
    with transaction.atomic():
        yield Walk(doors, monkeypatch)
        transaction.set_rollback(True)


def test_the_file_names_every_route_and_no_other(doors: Doors) -> None:
    """A route that is not in the file is not agreed with; each view says who may come in."""
    again = "Run `python -m tests.web.matrix`, and look at what changed."
    assert declared().keys() == expected().keys(), again


def test_everybody_gets_in_where_the_file_says_so_and_nowhere_else(walk: Walk) -> None:
    """Thousands of cells; each is a request at the door of a view, found by its address."""
    rows, elsewhere = expected(), walk.elsewhere()
    for route in routes():
        row = rows[route.row]
        if row.get("everybody"):
            continue
        for method in METHODS:
            at = f"{method} {route.name}"
            out = "405" if told(row, method, "", None) == "405" else "401" if is_api(route) else "sign in"
            walk.compare(out, walk.tries(route, method, None, 1001 if "subject" in route.arguments else None), f"{at}, nobody")
            for login, account in elsewhere.items():
                found = walk.tries(route, method, account, 1001 if "subject" in route.arguments else None)
                walk.compare(told(row, method, account.role, None, town=False), found, f"{at}, {login} of another town")
            for login in PEOPLE:
                _everybody(walk, route, row, method, login)
    print(f"\n{walk.count} cells of the matrix")
    assert walk.wrong == []
    behind = [one for one in routes() if not rows[one.row].get("everybody")]
    assert walk.count >= len(behind) * len(METHODS) * (len(PEOPLE) + len(elsewhere) + 1)


def _everybody(walk: Walk, route: Route, row: dict[str, Any], method: str, login: str) -> None:
    """One account at an address: their own, or that of each person there is to ask about."""
    account = walk.accounts[login]
    if "subject" not in route.arguments:
        relation = "self" if account.person is not None else None
        found = walk.tries(route, method, account)
        walk.compare(told(row, method, account.role, relation), found, f"{method} {route.name}, {login}")
        return
    for subject in SUBJECTS if method in row["methods"] else SUBJECTS[:1]:
        relation = RELATIONS.get((login, subject)) if isinstance(subject, int) else None
        found = walk.tries(route, method, account, subject)
        walk.compare(told(row, method, account.role, relation), found, f"{method} {route.name}, {login} about {subject}")


def test_what_has_ended_and_what_has_not_begun_are_nothing(walk: Walk) -> None:
    """The relations that the table above leaves out are there in the ledger: a mandate up to March, and one from June."""
    month = next(one for one in routes() if one.name == "client-month")
    assert walk.tries(month, "GET", walk.accounts["buurthuis"], 1009) == "404"
    assert walk.tries(month, "GET", walk.accounts["helder"], 1009) == "404"
    assert walk.tries(month, "GET", walk.accounts["buurthuis"], 1005) == "in"
    kept = representatives(walk.doors.desk().database, "voorbeeldstad", 108)
    assert [(one.representative.name, one.representative.to_day, one.representative.from_day) for one in kept] == [
        ("Bewind Helder", date(2019, 3, 31), date(2017, 3, 1)), ("Buurthuis Oost", None, date(2019, 6, 1)),
    ]  # fmt: skip


def test_an_account_that_was_closed_is_nobody_at_the_next_request(doors: Doors) -> None:
    """The session is there still, and opens nothing."""
    from werkzaam.web.accounts.models import Account

    browser = doors.as_("samira")
    assert browser.get("/mijn/maand/2019-05").status_code == 200
    Account.objects.filter(login="samira").update(is_active=False)
    answer = browser.get("/mijn/maand/2019-05")
    assert (answer.status_code, answer["location"]) == (302, "/inloggen?next=/mijn/maand/2019-05")
