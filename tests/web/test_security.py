# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every page and every form, as somebody of ill will would use them."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve

from tests.web.doors import Doors
from tests.web.hostile import BSN, SCRIPT, TEXTS, Form, Reader, files, fillings
from tests.web.matrix import routes
from tests.web.test_matrix import address
from tests.web.test_matrix_pages import WHO, visits
from werkzaam.app.exchange.bsn import is_bsn

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
}
HEADERS = {
    "x-frame-options": "DENY", "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin", "cache-control": "no-store",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
}  # fmt: skip


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged meanwhile, as the server would write it, down to the smallest."""
    from werkzaam.web.logs import PlainFormatter

    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(PlainFormatter())
    loggers = [logging.getLogger(name) for name in ("", "django", "axes")]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(handler)
        one.setLevel(logging.DEBUG)
    yield kept
    for one, level in zip(loggers, levels, strict=True):
        one.removeHandler(handler)
        one.setLevel(level)


def patient(doors: Doors, login: str | None) -> Any:
    """A browser that takes a mistake of ours as an answer."""
    return doors.as_(login, raise_request_exception=False)


def is_page(answer: Any) -> bool:
    """Whether a browser shows the answer as a page of the site; a file to keep (the check of a draw) stands on its own."""
    return "attachment" not in answer.headers.get("content-disposition", "") and answer.headers.get(
        "content-type", ""
    ).startswith("text/html")


def test_every_page_has_its_headers_and_nothing_that_its_policy_stops(doors: Doors) -> None:
    """Also refusals, mistakes and files; no script or style stands in a page itself."""
    browsers: dict[str | None, Any] = {}
    answers = {
        f"{route.name}, {login}": browsers.setdefault(login, patient(doors, login)).get(address(route, subject))
        for route, login, subject in visits("GET")
    }
    answers |= {path: patient(doors, None).get(path) for path in ("/nergens", "/mijn/maand/2019-05", "/client/x/maand/2019-05")}
    answers |= {"refused": patient(doors, "bo").get("/mijn/maand/2019-05"), "method": patient(doors, None).delete("/inloggen")}
    wrong = []
    for where, answer in answers.items():
        wrong += [f"{where}: {name}" for name, value in HEADERS.items() if not answer.headers.get(name, "").startswith(value)]
        if not set(answer.headers.get("content-security-policy", "").split("; ")) >= POLICY:
            wrong.append(f"{where}: content-security-policy")
        if is_page(answer):
            wrong += Reader(where, answer.content.decode()).unsafe
    assert wrong == []
    assert len(answers) > len(routes())


def all_forms(doors: Doors) -> dict[str, tuple[str | None, Form]]:
    """A form of each kind, by the name of where it is sent, with somebody who may send it."""
    found: dict[str, tuple[str | None, Form]] = {}
    for route, login, subject in visits("GET"):
        path = address(route, subject)
        answer = patient(doors, login).get(path)
        if is_page(answer):
            for form in Reader(path, answer.content.decode()).forms:
                name = resolve(urlsplit(form.action).path).view_name
                found.setdefault(f"{name} {sorted(form.fields)}", (login, form))
    return found


def test_nothing_that_is_typed_breaks_a_page_or_comes_back_as_markup(doors: Doors, log: io.StringIO) -> None:
    """Script, SQL, templates, bytes, floods and files in every field of every form: an answer that is no mistake of ours.

    No account changes by a field that its form does not ask for, and no line of the log holds a BSN.
    """
    before, wrong, count, forms = accounts(), [], 0, all_forms(doors)
    for login, form in forms.values():
        action = form.action
        if "/uitloggen" in action:
            continue
        browser = patient(doors, login)
        sent: list[dict[str, Any]] = list(fillings(form))
        if form.files:
            sent += [{**form.fields, **{one: SimpleUploadedFile(name, data) for one in form.files}} for name, data in files()]
        for values in sent:
            count += 1
            answer = browser.post(action, values) if form.post else browser.get(action, values)
            if answer.status_code >= 500 and not BROKER.search(action):
                wrong.append(f"{action}, {login}: {answer.status_code} for {str(values)[:300]}")
            if SCRIPT in answer.content.decode(errors="replace") or "<img src=x" in answer.content.decode(errors="replace"):
                wrong.append(f"{action}, {login}: comes back as markup")
    assert wrong == []
    assert count >= len(TEXTS) * (len(forms) - 1) > 40
    assert {login: kept for login, kept in accounts().items() if login in before} == before
    assert bsns(log.getvalue()) == []


BROKER = re.compile("/inloggen/via/")


def accounts() -> dict[str, tuple[object, ...]]:
    """What no form but the administrator's changes of an account."""
    from werkzaam.web.accounts.models import Account

    return {one.login: (one.role, one.person, one.household, one.municipality, one.acts_as) for one in Account.objects.all()}


def bsns(text: str) -> list[str]:
    """Every number in a text that could be somebody's BSN; identifiers of requests and seals are no numbers."""
    return [one for one in re.findall(r"(?<![0-9A-Fa-f])\d{8,9}(?![0-9A-Fa-f])", text) if is_bsn(one)]


QUERIES = ("q", "next", "month", "maand", "year", "jaar", "sort", "van", "tot", "page", "lang", "back", "uren", "wie")
"""What pages may ask of an address behind the question mark."""


def test_nothing_in_an_address_breaks_a_page(doors: Doors, log: io.StringIO) -> None:
    """In each place of an address that varies, and behind it: no mistake of ours, nothing back as markup, no BSN in the log."""
    wrong, browsers = [], {login: patient(doors, login) for login in (None, *WHO.values())}
    asked, tried = "&".join(f"{name}={quote(SCRIPT)}" for name in QUERIES), set[str]()
    for route, login, subject in visits("GET"):
        path = address(route, subject)
        hostile = [f"{path}?{asked}"]
        if route.arguments and route.name not in tried:
            tried.add(route.name)
            last = path.rstrip("/").rsplit("/", 1)[0]
            hostile += [f"{last}/{quote(text[:200].encode('utf-8', 'replace'), safe='')}" for text in TEXTS]
        for one in hostile:
            answer = browsers[login].get(one)
            if answer.status_code >= 500 and not BROKER.search(one):
                wrong.append(f"{one}: {answer.status_code}")
            if SCRIPT in answer.content.decode(errors="replace"):
                wrong.append(f"{one}: comes back as markup")
    assert wrong == []
    assert bsns(log.getvalue()) == []


def test_the_scan_for_bsns_finds_one() -> None:
    """So that an empty list above means something."""
    assert bsns(f'{{"route": "/x/{BSN}", "seal": "0a{BSN}ff"}}') == [BSN]
    assert not is_bsn("111222334")


@pytest.mark.parametrize(
    "wanted",
    [
        "https://elders.example/",
        "//elders.example/",
        "/\\elders.example",
        "javascript:alert(1)",
        "http:elders.example",
        "///x.example",
        "http://[",
    ],
)
def test_nobody_is_sent_on_to_another_site(doors: Doors, wanted: str) -> None:
    browser = doors.as_()
    signed = browser.post("/inloggen", {"login": "samira", "password": "voorbeeld", "next": wanted})
    assert signed["location"] == "/"
    chosen = browser.post("/taal", {"lang": "en", "back": wanted})["location"]
    assert chosen.startswith("/")
    assert not chosen.startswith(("//", "/\\"))


def test_a_page_about_somebody_has_one_address(doors: Doors) -> None:
    """What decodes to the same name of a person is not that name: no log, cache or count sees one page under many addresses."""
    path, browser = doors.path("month", 1001, month="2019-05"), patient(doors, "anna")
    handle = path.split("/")[2]
    others = (f"{handle}=", f"{handle}!!", f"{handle[:4]}.{handle[4:]}", handle[:-1], "A" * 2_000)
    assert browser.get(path).status_code == 200
    assert [browser.get(path.replace(handle, other)).status_code for other in others] == [404] * 5


def test_another_name_for_the_server_is_refused(doors: Doors) -> None:
    """With our page, not Django's."""
    answer = doors.as_().get("/inloggen", headers={"host": "elders.example"})
    assert answer.status_code == 400
    assert "elders.example" not in answer.content.decode()


def test_a_mistake_of_ours_shows_and_logs_nothing_of_anybody(
    doors: Doors, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    """The page says what to do; the log says where it went wrong and not what with; the request can be found by its number."""
    from werkzaam.web.pages.geld import month

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"{BSN} Samira has 412,50")

    monkeypatch.setattr(month, "MonthReading", broken)
    answer = patient(doors, "samira").get("/mijn/maand/2019-05")
    text, lines = answer.content.decode(), log.getvalue()
    assert answer.status_code == 500
    assert "Dat ligt niet aan u" in text
    assert all(secret not in text + lines for secret in (BSN, "412,50", "RuntimeError(", "Samira has"))
    assert '"error": "RuntimeError"' in lines
    assert "broken" in lines
    assert f'"request": "{answer["X-Request-Id"]}"' in lines


def test_what_is_refused_leaves_no_line_without_the_number_of_its_request(doors: Doors, log: io.StringIO) -> None:
    answer = doors.as_("samira").get("/bestaat-niet")
    assert answer.status_code == 404
    assert all(f'"request": "{answer["X-Request-Id"]}"' in line for line in log.getvalue().splitlines() if "404" in line)


def test_fields_that_no_form_asks_for_change_nothing(doors: Doors) -> None:
    before = accounts()
    more = {"role": "beheerder", "person": "1004", "municipality": "anders", "is_active": "0", "made_by": "1"}
    answer = doors.as_("samira").post("/account/wachtwoord", {"old": "voorbeeld", "new": "een lange zin met bomen", **more})
    assert answer.status_code == 302
    assert accounts() == before


def test_a_flood_of_fields_or_bytes_is_refused_before_it_is_read(doors: Doors) -> None:
    browser = patient(doors, "samira")
    assert browser.post("/account/wachtwoord", {f"f{one}": "x" for one in range(600)}).status_code == 400
    assert browser.post("/account/wachtwoord", {"old": "x" * 3_000_000}, content_type="application/json").status_code < 500
    assert (
        browser.generic(
            "POST", "/account/wachtwoord", b"old=" + b"x" * 3_000_000, "application/x-www-form-urlencoded"
        ).status_code
        == 400
    )


NINES = "9" * 4_400
"""More digits than Python reads as a number."""
ODD = (
    ("samira", "/mijn/contact?klaar=call&nr=0"), ("samira", f"/mijn/contact?klaar=call&nr={NINES}"),
    ("anna", f"/inkomen/werkvoorraad?deel={NINES}"), ("karin", "/werk/agenda/0001-W01"), ("karin", "/werk/agenda/9999-W52.ics"),
    ("tess", "/werk/agenda/9999-W52"), ("tess", f"/werk/agenda/2019-W22?new={NINES}&same=0&moved=0&refused=0"),
    ("karin", f"CLIENT/contact-opschrijven?in_plaats_van={NINES}"), ("karin", f"CLIENT/contact-opschrijven?over={NINES}"),
    ("bo", f"/beheer/logboek?voor={NINES}"),
)  # fmt: skip


def test_no_number_or_day_in_an_address_breaks_a_page(doors: Doors) -> None:
    """Numbers that nothing has, numbers too long to read, and the ends of the calendar."""
    client = doors.path("contact", 1001).rsplit("/", 1)[0]
    answers = {one: patient(doors, login).get(one.replace("CLIENT", client)) for login, one in ODD}
    assert [one[:80] for one, answer in answers.items() if answer.status_code not in {200, 404}] == []
    assert "Nummer" not in answers["/mijn/contact?klaar=call&nr=0"].content.decode(), "a receipt of what was never sent"


def test_a_day_for_which_no_law_is_known_is_said_on_the_page(doors: Doors) -> None:
    sent = {"do": "abroad", "first": "9999-12-31", "last": "9999-12-31", "reach": "bij mijn zus"}
    answer = patient(doors, "samira").post("/mijn/buitenland", sent)
    assert (answer.status_code, "bij mijn zus" in answer.content.decode()) == (400, True)


def test_somebody_takes_back_only_what_has_a_button_for_it(doors: Doors) -> None:
    """The number of an entry comes back from the browser: that of what others wrote is no goal, and nothing of it changes."""
    from werkzaam.app.portal.mijn_reading import own_of
    from werkzaam.casework.entry import Kind

    buttons = {
        ("/mijn/plan", "let_go"): {Kind.GOAL}, ("/mijn/plan", "agree"): {Kind.GOAL, Kind.PLAN, Kind.SUMMARY},
        ("/mijn/contact", "suits"): {Kind.APPOINTMENT}, ("/mijn/contact", "suits_not"): {Kind.APPOINTMENT},
        ("/mijn/buitenland", "abroad_off"): {Kind.ABROAD}, ("/mijn/bijdrage", "contribution_off"): {Kind.CONTRIBUTION},
    }  # fmt: skip
    browser, before = patient(doors, "samira"), own_of(doors.desk(), 1001).dossier.entries
    tried = [(page, do, one.seq) for (page, do), kinds in buttons.items() for one in before if one.kind not in kinds]
    assert {one.kind for one in before} >= {Kind.GUIDANCE, Kind.AGREEMENT}
    assert {browser.post(page, {"do": do, "about": seq}).status_code for page, do, seq in tried} == {400}
    assert own_of(doors.desk(), 1001).dossier.entries == before
