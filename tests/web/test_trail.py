# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened at the doors is kept, cannot be changed unseen, and when it cannot be kept nothing happens."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import Error

from tests.web.doors import Doors


def kept() -> list[tuple[str, str, str, str]]:
    """The chain: what, by which role, about which page, with which result."""
    from werkzaam.web.accounts.trail import Event

    return [(one.action, one.role, one.about, one.result) for one in Event.objects.order_by("number")]


def test_signing_in_reading_sending_and_being_refused_are_kept(doors: Doors) -> None:
    """In the order in which they happened, with codes of ours only."""
    browser = doors.as_()
    browser.post("/inloggen", {"login": "karin", "password": "fout"})
    browser.post("/inloggen", {"login": "karin", "password": "voorbeeld"})
    browser.get(doors.path("month", 1001, month="2019-05"))
    browser.get(doors.path("month", 1005, month="2019-05"))
    doors.as_("henk").get(doors.path("month", 1001, month="2019-05"))
    browser.post("/uitloggen")
    assert kept() == [
        ("sent", "", "sign-in", ""), ("not_signed_in", "", "", ""), ("answered", "", "sign-in", "400"),
        ("sent", "", "sign-in", ""), ("signed_in", "klantmanager", "", ""), ("answered", "klantmanager", "sign-in", "302"),
        ("read", "klantmanager", "client-month", ""),
        ("hidden", "klantmanager", "client-month", ""),
        ("refused", "handhaver", "client-month", ""),
        ("sent", "klantmanager", "sign-out", ""), ("signed_out", "klantmanager", "", ""), ("answered", "", "sign-out", "302"),
    ]  # fmt: skip


def fill(count: int) -> None:
    """A chain of so many rows."""
    from datetime import UTC, datetime

    from werkzaam.web.accounts.trail import add

    for number in range(count):
        add(datetime(2019, 5, 20, 8, number % 60, tzinfo=UTC), "read", account=number % 7, role="klantmanager", about="month",
            result="", method="GET")  # fmt: skip


def test_the_database_refuses_to_change_or_take_away_a_row(doors: Doors) -> None:
    from werkzaam.web.accounts.trail import Event, breaks

    fill(3)
    with pytest.raises(Error, match="never changed"):
        Event.objects.filter(number=2).update(about="elsewhere")
    with pytest.raises(Error, match="never changed"):
        Event.objects.filter(number=2).delete()
    assert list(breaks()) == []


def test_a_change_around_the_database_is_found_where_it_is(doors: Doors) -> None:
    """A thousand times, at random: a value changed, a row taken away, put in, put elsewhere, or the end cut off."""
    from django.db import connection, transaction

    from werkzaam.web.accounts.trail import breaks

    fill(40)
    with connection.cursor() as cursor:
        for verb in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER accounts_event_no_{verb}")
    chance = random.Random(8)
    for _ in range(1_000):
        with transaction.atomic():
            number = tamper(chance)
            found = [one.number for one in breaks()]
            assert number in found, (number, found)
            transaction.set_rollback(True)
    assert list(breaks()) == []


def tamper(chance: random.Random) -> int:
    """Change the chain in one of five ways; the number of the row at which that must be found."""
    from werkzaam.web.accounts.trail import Event

    number, how = chance.randrange(1, 40), chance.randrange(5)
    rows = Event.objects.filter(number=number)
    if how == 0:
        column = chance.choice(["at", "action", "role", "about", "result", "method"])
        rows.update(**{column: chance.choice(["x", "2019-05-20T08:00:01Z", "beheerder"])})
    elif how == 1:
        rows.update(account=chance.choice([None, 99]))
    elif how == 2:
        rows.delete()
    elif how == 3:
        Event.objects.filter(number__gte=number + 1).delete()
        return 40
    else:
        other = Event.objects.get(number=number + 1)
        other.delete()
        Event(**{field.attname: getattr(other, field.attname) for field in Event._meta.fields} | {"number": 41}).save()
        return number + 1
    return number


def test_when_it_cannot_be_kept_nothing_happens(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """No form is taken, no file of a person is shown, nobody signs in; the page says that it is not for now."""
    from werkzaam.web.accounts import trail

    def broken(*_: Any, **__: Any) -> None:
        raise Error("disk full")

    resident, staff = doors.as_("samira"), doors.as_("karin")
    monkeypatch.setattr(trail, "add", broken)
    assert resident.post("/account/wachtwoord", {"old": "voorbeeld", "new": "een lange zin met bomen"}).status_code == 503
    read = staff.get(doors.path("month", 1001, month="2019-05"))
    assert (read.status_code, "€" in read.content.decode()) == (503, False)
    assert doors.as_().post("/inloggen", {"login": "samira", "password": "voorbeeld"}).status_code == 503
    assert resident.get("/mijn/maand/2019-05").status_code == 200
    monkeypatch.undo()
    assert doors.as_().post("/inloggen", {"login": "samira", "password": "voorbeeld"}).status_code == 302


def test_many_at_once_make_one_chain(doors: Doors) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    from werkzaam.web.accounts.trail import Event, breaks

    def some(_: int) -> None:
        fill(10)
        connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(some, range(4)))
    assert Event.objects.count() == 40
    assert list(breaks()) == []


@pytest.mark.requirement("R-212")
def test_enforcement_that_asks_for_research_is_refused_and_that_is_kept(doors: Doors) -> None:
    """Every page of research, by enforcement, the case manager and who decides on income: 403, and a row each."""
    from tests.web.matrix import expected, routes
    from tests.web.test_matrix import address

    rows = expected()
    research = [one for one in routes() if set(rows[one.row]) == {"methods", "onderzoeker"} and "GET" in rows[one.row]["methods"]]
    assert len(research) >= 5
    for login, role in (("henk", "handhaver"), ("karin", "klantmanager"), ("anna", "inkomensconsulent")):
        browser = doors.as_(login)
        before = len(kept())
        assert {browser.get(address(one)).status_code for one in research} == {403}
        assert kept()[before:] == [("refused", role, one.name, "") for one in research]
