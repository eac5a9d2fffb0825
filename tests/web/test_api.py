# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The API: wages delivered by software, a person's months as portals read them, tokens, and every error in one shape."""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.web.doors import Doors
from werkzaam.app.exchange.client_specification import NAMESPACE, cents_of
from werkzaam.app.ledger.month_then import month_then
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.facts import facts_known

ROOT = "/api/v1"
WAGE = {"werknemer": "VBS-8093", "personeelsnummer": "17", "gewerktVan": "2019-04-01", "gewerktTot": "2019-04-30",
        "betaaldOp": "2019-05-03", "netto": "612.40"}  # fmt: skip
DESCRIPTION = Path("docs/reference/openapi.json")


@pytest.fixture
def town(doors: Doors) -> Doors:
    """The site, where nobody has asked anything yet."""
    from django.core.cache import cache

    cache.clear()
    return doors


def software(town: Doors, login: str, scope: str, **given: Any) -> Any:
    """A client with a token for an account and no session."""
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.api.tokens import make_token

    token = make_token(Account.objects.get(login=login), scope, "test", 30, "bo")
    return town.as_(lang="en", enforce_csrf_checks=True, **given), {"authorization": f"Bearer {token}"}


def send(town: Doors, *wages: dict[str, Any], **headers: str) -> Any:
    """Deliver wages by a token of the bakery."""
    client, token = software(town, "bakkerij", "wages:write")
    return client.post(f"{ROOT}/wage-deliveries", {"lonen": list(wages)}, "application/json", headers=token | headers)


def assert_problem(answer: Any, status: int) -> dict[str, Any]:
    """The answer is a problem with this status; gives what it says."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert answer.headers["API-Version"] == "1.0.0"
    assert answer.headers["Cache-Control"] == "no-store"
    said: dict[str, Any] = json.loads(answer.content)
    assert said["status"] == status
    assert said.keys() >= {"type", "title", "status"}
    return said


def test_software_delivers_wages_with_a_result_for_each_row(town: Doors) -> None:
    from werkzaam.web.api.taking_over import take_over_waiting

    answer = send(town, WAGE, WAGE | {"werknemer": "NIEMAND-1", "personeelsnummer": "18"})
    take_over_waiting()
    assert (answer.status_code, answer["location"]) == (201, f"{ROOT}/wage-deliveries/1")
    assert re.fullmatch(r"2019-05-20T10:0\d:\d\d\+02:00", answer.json()["ontvangenOp"])
    assert [(one["regel"], one["personeelsnummer"], one["uitkomst"], one["versie"]) for one in answer.json()["resultaten"]] == [
        (1, "17", "received", 1), (2, "18", "received", 1),
    ]  # fmt: skip
    found = [one for one in facts_known(town.desk().database, "voorbeeldstad", 109) if one.fact.valid_from.month == 4]
    assert ("Bakkerij Zon", 61240) in [(one.actor, one.fact.cents) for one in found]
    again = send(town, WAGE | {"netto": "600.00"})
    assert [(one["uitkomst"], one["versie"]) for one in again.json()["resultaten"]] == [("replaces", 2)]


def test_page_and_api_know_one_history(town: Doors) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    send(town, WAGE)
    table = ";".join(("werknemer;personeelsnummer;gewerkt_van;gewerkt_tot;betaald_op;netto\n" + ";".join(WAGE.values()),))
    town.as_("bakkerij").post("/werkgever/lonen", {"file": SimpleUploadedFile("a.csv", table.encode())})
    client, token = software(town, "bakkerij", "wages:write")
    found = client.get(f"{ROOT}/wage-deliveries/2", headers=token).json()
    assert [(one["uitkomst"], one["versie"]) for one in found["resultaten"]] == [("same", 1)]
    listed = client.get(f"{ROOT}/wage-deliveries", headers=token).json()["aanleveringen"]
    assert [one["nummer"] for one in listed] == [2, 1]


def test_the_same_key_is_the_same_delivery(town: Doors) -> None:
    numbers = [send(town, WAGE, **{"idempotency-key": "april"}).json()["nummer"] for _ in range(2)]
    assert numbers == [1, 1]
    other = send(town, {**WAGE, "netto": "999.99"}, **{"idempotency-key": "april"})
    assert (other.status_code, other.headers["content-type"]) == (409, "application/problem+json")
    assert "which is delivery 1. Nothing was taken over" in other.json()["detail"]
    assert send(town, {**WAGE, "netto": "999.99"}, **{"idempotency-key": "april, again"}).json()["nummer"] == 2


def test_one_wrong_wage_and_nothing_is_taken(town: Doors) -> None:
    from werkzaam.web.api.models import Delivery

    wrong = WAGE | {"werknemer": "VBS-1", "gewerktVan": "2019-05-01", "gewerktTot": "2019-04-30"}
    said = assert_problem(send(town, WAGE, wrong), 400)
    assert [(one["pointer"], one["code"]) for one in said["errors"]] == [("/lonen/1/gewerktTot", "order")]
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(
    ("wage", "pointer"),
    [
        (WAGE | {"netto": 612.40}, None), (WAGE | {"netto": "612,40"}, "/lonen/0/netto"), (WAGE | {"naam": "x"}, "/lonen/0/naam"),
        (WAGE | {"\ud800": 1}, "/lonen/0/\\ud800"),
        ({}, "/lonen/0/werknemer"), (WAGE | {"netto": "-1.00"}, "/lonen/0/netto"), (WAGE | {"personeelsnummer": "=1"}, None),
        (WAGE | {"personeelsnummer": "a\ud800"}, None), (WAGE | {"betaaldOp": "gisteren"}, "/lonen/0/betaaldOp"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_pointed_at(town: Doors, wage: dict[str, Any], pointer: str | None) -> None:
    said = assert_problem(send(town, wage), 400)
    assert said["errors"]
    assert pointer is None or pointer in [one["pointer"] for one in said["errors"]]


def test_every_error_is_a_problem(town: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    client, token = software(town, "bakkerij", "wages:write", raise_request_exception=False)
    wages, kind = f"{ROOT}/wage-deliveries", "application/json"
    assert_problem(client.get(wages), 401)
    assert_problem(client.get(wages, headers={"authorization": "Bearer wz_niets"}), 401)
    assert_problem(client.get(wages, headers={"authorization": "Basic YTpi"}), 401)
    assert_problem(client.get(f"{ROOT}/month-specifications", headers=token), 403)
    assert_problem(town.as_("karin").get(wages), 403)
    assert_problem(town.as_("samira").get(wages), 403)
    assert_problem(client.get(f"{wages}/99", headers=token), 404)
    assert_problem(client.get(f"{wages}/{10**30}", headers=token), 404)
    assert_problem(client.get(f"{ROOT}/niets", headers=token), 404)
    assert_problem(client.get("/api/", headers=token), 404)
    assert_problem(client.get(f"{wages}/1/", headers=token), 404)
    assert_problem(client.delete(wages, headers=token), 405)
    assert client.delete(wages)["Allow"] == "GET, POST"
    assert_problem(client.get(wages, headers=token | {"accept": "text/html"}), 406)
    assert_problem(client.post(wages, "a;b", "text/csv", headers=token), 415)
    some = ("", "{", "[" * 100_000, '{"lonen": [NaN]}', b'"\xed\xa0\x80"', b"\xff", "[]", "null", '{"lonen": []}', "9" * 9_999)
    for body in some:
        assert_problem(client.post(wages, body, kind, headers=token), 400)
    assert_problem(client.post(wages, "x" * 2_500_001, kind, headers=token), 413)
    assert_problem(client.get(wages, headers=token | {"host": "elders.example"}), 400)
    from werkzaam.web.api import wages as module

    monkeypatch.setattr(module, "deliveries_of", lambda _: 1 / 0)
    assert_problem(client.get(wages, headers=token), 500)


@pytest.mark.parametrize("body", ["[" * 3_000, '{"lonen": ' * 3_000, '["]", ' * 3_000, '["\\\\", ' * 3_000])
def test_a_deep_message_is_refused_whatever_depth_the_interpreter_allows(town: Doors, body: str) -> None:
    client, token = software(town, "bakkerij", "wages:write")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        answer = client.post(f"{ROOT}/wage-deliveries", body, "application/json", headers=token)
    finally:
        sys.setrecursionlimit(before)
    assert "deeper than 32" in assert_problem(answer, 400)["detail"]


def test_brackets_within_quotes_are_not_deep() -> None:
    from werkzaam.web.api.parsing import depth

    assert depth(b'{"a": ["[[[[", "\\"[[[[", "\\\\"], "b": []}') == 2


def test_a_session_alone_does_not_send(town: Doors) -> None:
    browser = town.as_("bakkerij", enforce_csrf_checks=True)
    assert browser.get(f"{ROOT}/wage-deliveries").status_code == 200
    assert_problem(browser.post(f"{ROOT}/wage-deliveries", {"lonen": [WAGE]}, "application/json"), 403)


def test_too_many_requests_are_told_when_to_come_back(town: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.web.api import entry

    monkeypatch.setattr(entry, "A_MINUTE", 2)
    monkeypatch.setattr(entry.time, "time", lambda: 1_000_000_020.0)
    client, token = software(town, "bakkerij", "wages:write")
    statuses = [client.get(f"{ROOT}/wage-deliveries", headers=token) for _ in range(3)]
    assert [one.status_code for one in statuses] == [200, 200, 429]
    assert 0 < int(statuses[2]["Retry-After"]) <= 60


def test_a_count_that_made_room_for_others_is_no_mistake(town: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many accounts at once: a count may be gone between two lines."""
    from werkzaam.web.api import entry

    monkeypatch.setattr(entry.cache, "add", lambda *_: None, raising=False)
    client, token = software(town, "bakkerij", "wages:write", raise_request_exception=False)
    assert client.get(f"{ROOT}/wage-deliveries", headers=token).status_code == 200


def test_a_token_ends(town: Doors) -> None:
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.api.models import Token
    from werkzaam.web.api.tokens import end_token

    client, token = software(town, "bakkerij", "wages:write")
    path = f"{ROOT}/wage-deliveries"
    assert client.get(path, headers=token).status_code == 200
    assert token["authorization"].split()[1] not in json.dumps(list(Token.objects.values()), default=str)
    Token.objects.update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    assert_problem(client.get(path, headers=token), 401)
    client, token = software(town, "bakkerij", "wages:write")
    end_token(Token.objects.latest("pk").pk)
    assert_problem(client.get(path, headers=token), 401)
    client, token = software(town, "bakkerij", "wages:write")
    Account.objects.filter(login="bakkerij").update(is_active=False)
    assert_problem(client.get(path, headers=token), 401)


@pytest.mark.parametrize(
    ("login", "scope"), [("bakkerij", "months:read"), ("samira", "wages:write"), ("karin", "months:read"), ("bo", "wages:write")]
)
def test_a_token_is_for_what_the_role_may(town: Doors, login: str, scope: str) -> None:
    with pytest.raises(InputError, match="scope"):
        software(town, login, scope)


def test_who_looks_after_the_server_makes_a_token(town: Doors, capsys: pytest.CaptureFixture[str]) -> None:
    from django.core.management import CommandError, call_command

    call_command("api_token", login="bakkerij", scope="wages:write", label="LoonPakket", days=10)
    token = capsys.readouterr().out.split("\n")[0]
    asked = town.as_().get(f"{ROOT}/wage-deliveries", headers={"authorization": f"Bearer {token}"})
    assert asked.status_code == 200
    call_command("api_token", list=True)
    assert "LoonPakket" in capsys.readouterr().out
    with pytest.raises(CommandError, match="days"):
        call_command("api_token", login="bakkerij", scope="wages:write", label="x", days=0)


@pytest.mark.parametrize(("login", "household"), [("samira", 101), ("marja", 109), ("amina", 102)])
def test_a_month_is_equal_to_the_page_to_the_cent(town: Doors, login: str, household: int) -> None:
    client, token = software(town, login, "months:read")
    listed = client.get(f"{ROOT}/month-specifications", headers=token).json()["maandspecificaties"]
    assert listed[0]["maand"] == "2019-05"
    for one in listed:
        found = client.get(one["adres"], headers=token).json()
        page = month_then(town.desk(), household, Month.parse(one["maand"]), town.desk().today, "en").page
        assert [(line["naam"], line["bedragInCenten"], line["getoond"]) for line in found["stappen"]] == [
            (line.name, line.amount, line.shown) for line in page.steps
        ]
        _adds_up(found["uitkeringsSpecificatieClient"]["uitkeringsspecificatie"][0]["dossierhistorie"], page)


def _adds_up(files: list[dict[str, Any]], page: Any) -> None:
    """The message is the sum of the page, in the order in which portals show it."""
    first = files[0]
    by_name = {line.name: line.amount for section in page.sections for line in section.lines}
    cents = {name: cents_of(value) for name, value in first.items() if isinstance(value, dict)}
    assert cents["uitbetaaldBedragClient"] == by_name.get("overgemaakt", by_name["uit_te_betalen"])
    assert cents["gekorteInkomsten"] == by_name["middelen"]
    assert cents["opgegevenInkomsten"] - cents["inkomstenVrijlating"] == cents["inkomstenNaVrijlating"]
    assert cents["inkomstenNaVrijlating"] + cents["vakantiegeldOverInkomsten"] == cents["gekorteInkomsten"]
    assert cents["opgegevenInkomsten"] == sum(line.amount for line in page.steps if line.name == "lonen")
    rows = [(one["omschrijving"], cents_of(one["bedrag"]) * {"1": 1, "2": -1, "3": 0}[one["indicatieKolom"]])
            for one in first["componenthistorie"]]  # fmt: skip
    totals = ("TOTAAL NETTO BIJSTAND", "UIT TE BETALEN BEDRAG")
    total = next(amount for what, amount in rows if what == totals[0])
    assert sum(amount for what, amount in rows if what not in (*totals, "Aflossing")) == total
    others = ("loon_op_rekening", "vakantiegeld_op_rekening", "eindejaarsuitkering_op_rekening", "ander_inkomen_ontvangen")
    paid = sum(cents_of(one["uitbetaaldBedragDossier"]) for one in files)
    assert paid + sum(line.amount for line in page.steps if line.name in others) == by_name["op_rekening"]


def test_the_message_is_xml_for_portals_that_read_it_so(town: Doors) -> None:
    client, token = software(town, "samira", "months:read")
    answer = client.get(f"{ROOT}/month-specifications/2019-04", headers=token | {"accept": "application/xml"})
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{{{NAMESPACE}}}UitkeringsSpecificatieInfoResponse"
    (file,) = root.findall("UitkeringsSpecificatieClient/Uitkeringsspecificatie/Dossierhistorie")
    assert [one.tag for one in file][:6] == [
        "Regeling", "Dossiernummer", "Periodenummer", "Betrekkingsperiode", "UitbetaaldBedragClient", "OpgegevenInkomsten",
    ]  # fmt: skip
    assert (file.findtext("Periodenummer"), file.findtext("UitbetaaldBedragClient/WaardeBedrag")) == ("201904", "57518")
    wrong = client.get(f"{ROOT}/month-specifications/1999-04", headers=token | {"accept": "application/xml"})
    assert_problem(wrong, 404)


def test_a_month_is_for_whose_it_is_and_who_reads_for_them(town: Doors) -> None:
    helped, stranger = (town.path("api-month-specification", subject, month="2019-04") for subject in (1005, 1001))
    for login, statuses in (("helder", (200, 404)), ("buurthuis", (200, 404)), ("samira", (404, 200)), ("karin", (403, 403))):
        browser = town.as_(login)
        assert tuple(browser.get(path).status_code for path in (helped, stranger)) == statuses
    assert_problem(town.as_("helder").get(stranger), 404)


def test_the_description_is_public_and_as_the_design_rules_ask(town: Doors) -> None:
    answer = town.as_().get(f"{ROOT}/openapi.json")
    found = answer.json()
    assert found["openapi"].startswith("3.")
    assert found["info"]["contact"].keys() == {"name", "url"}
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert {name: answer[name] for name in ("X-Content-Type-Options", "X-Frame-Options", "API-Version", "Cache-Control")} == {
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "API-Version": "1.0.0", "Cache-Control": "no-store",
    }  # fmt: skip
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    for path in found["paths"]:
        assert not path.endswith("/")
        assert path == path.lower()
        assert "_" not in path
    names = {name for schema in found["components"]["schemas"].values() for name in schema.get("properties", {})}
    assert not [name for name in names if "_" in name or name[:1].isupper()]


def test_the_description_in_the_docs_is_that_of_the_views(town: Doors) -> None:
    from werkzaam.web.api.description import described

    expected = described({"name": "het team Werk en Inkomen, Voorbeeldstad", "url": "https://werk.example/"})
    assert json.loads(DESCRIPTION.read_text("utf-8")) == expected, "Run `python -m tests.web.api_description`."
