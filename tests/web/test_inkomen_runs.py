# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs, payments and files at the income officer's door; the worker does its jobs in the process of the test."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.doors import Doors
from werkzaam.app.ledger import pay as paying
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.months import Month
from werkzaam.store.bank import pay_files, release
from werkzaam.store.errors import Refused
from werkzaam.store.runs import runs

TOWN = "voorbeeldstad"
WAGES = (
    "huishouden;persoon;baan;gewerkt_van;gewerkt_tot;betaald_op;netto;bron\n"
    "101;1001;winkel;2019-05-01;2019-05-31;2019-06-05;{0};loonaangifte\n"
)


def work() -> None:
    """Do all jobs that wait."""
    from werkzaam.web.jobs.worker import Worker

    worker = Worker()
    while worker.one():
        pass


def send(browser: Any, what: str, name: str, body: bytes) -> Any:
    return browser.post("/inkomen/bestanden", {"what": what, "file": SimpleUploadedFile(name, body)}, follow=True)


def test_a_run_is_looked_at_first_then_started_and_what_it_changed_is_told(doors: Doors) -> None:
    browser = doors.as_("anna")
    send(browser, "wages", "lonen.csv", WAGES.format("500,00").encode())
    work()
    before = len(runs(doors.desk().database, TOWN))
    assert browser.post("/inkomen/maanden/2019-05", {"act": "run", "once": "a"}).status_code == 400, "look first"
    page = browser.post("/inkomen/maanden/2019-05", {"act": "trial", "once": "b"}, follow=True)
    assert "staat in de rij" in page.content.decode()
    assert page.content.decode().count("<progress") == 1
    work()
    trial = browser.get("/inkomen/maanden/2019-05").content.decode()
    assert "Er is niets vastgelegd" in trial
    assert len(runs(doors.desk().database, TOWN)) == before
    assert "€\xa0696,00" in trial, "May of household 101 was decided on an estimate"
    assert "Te veel betaald: een medewerker besluit" in trial or "Wordt anders" in trial
    browser.post("/inkomen/maanden/2019-05", {"act": "run", "once": "c"})
    browser.post("/inkomen/maanden/2019-05", {"act": "run", "once": "c"})
    work()
    assert len(runs(doors.desk().database, TOWN)) == before + 1, "sent twice, done once"
    assert "De run van deze maand is klaar" in browser.get("/inkomen/maanden/2019-05").content.decode()


def test_a_month_that_has_not_begun_is_refused_and_nothing_is_done(doors: Doors) -> None:
    browser = doors.as_("anna")
    browser.post("/inkomen/maanden/2019-07", {"act": "trial", "once": "a"})
    work()
    page = browser.post("/inkomen/maanden/2019-07", {"act": "run", "once": "b"}, follow=True)
    work()
    told = browser.get(page.redirect_chain[-1][0]).content.decode()
    assert "Dit kon niet worden gelezen of gedaan" in told
    assert max(one.month for one in runs(doors.desk().database, TOWN)) == Month.of(2019, 5)


def test_a_payment_file_is_made_by_one_and_released_by_another(doors: Doors) -> None:
    anna, sevda = doors.as_("anna"), doors.as_("sevda")
    made = anna.post("/inkomen/betalingen", {"month": "2019-05", "once": "a"}, follow=True).content.decode()
    assert "Het betaalbestand is gemaakt" in made
    again = anna.post("/inkomen/betalingen", {"month": "2019-05", "once": "a"}, follow=True).content.decode()
    assert "niets nieuws te betalen" in again
    file = pay_files(doors.desk().database, TOWN)[-1]
    body = anna.get(f"/inkomen/betalingen/{file.file_id}/bestand")
    assert body["Content-Type"] == "application/xml"
    assert b"pain.001.001.09" in body.content
    refused = anna.post(f"/inkomen/betalingen/{file.file_id}/vrijgeven", {})
    assert refused.status_code == 403
    assert "Een collega moet dit doen" in refused.content.decode()
    with pytest.raises(Refused), doors.desk("a.maas").writes() as writer:  # The schema says so too, whatever the pages do.
        release(writer, file.file_id)
    assert sevda.post(f"/inkomen/betalingen/{file.file_id}/vrijgeven", {}).status_code == 302
    assert pay_files(doors.desk().database, TOWN)[-1].released_by == "s.yilmaz"


def test_who_comes_a_moment_too_late_finds_what_is_there_and_nothing_is_made_twice(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two officers make the file at once: the ledger refuses the second, who looks again; that is no failure of the ledger."""
    keep_file, ledger = paying.keep_file, doors.desk().database
    before = [one.maker for one in pay_files(ledger, TOWN)]

    def after_a_colleague(desk: Desk, *given: Any, **named: Any) -> None:
        keep_file(doors.desk("s.yilmaz"), *given, **named)
        keep_file(desk, *given, **named)

    monkeypatch.setattr(paying, "keep_file", after_a_colleague)
    late = doors.as_("anna").post("/inkomen/betalingen", {"month": "2019-05", "once": "a"}, follow=True)
    assert "niets nieuws te betalen" in late.content.decode()
    assert [one.maker for one in pay_files(ledger, TOWN)] == [*before, "s.yilmaz"]
    assert doors.desk().database is ledger, "the connection stays"


def test_what_the_ledger_refuses_twice_is_told_and_nothing_is_saved(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    tried, before = [], pay_files(doors.desk().database, TOWN)

    def refuses(desk: Desk, *_: Any, **__: Any) -> None:
        tried.append(desk)
        raise Refused("The ledger refused a row (pay_file_key): INSERT INTO pay_file. Nothing was saved.", "pay_file_key")

    monkeypatch.setattr(paying, "keep_file", refuses)
    for lang, said in (("nl", "Dit is net al gedaan of veranderd"), ("en", "This was just done or changed")):
        late = doors.as_("anna", lang=lang).post("/inkomen/betalingen", {"month": "2019-05", "once": lang})
        assert (late.status_code, said in late.content.decode(), "pay_file" in late.content.decode()) == (409, True, False)
    assert len(tried) == 4
    assert pay_files(doors.desk().database, TOWN) == before


def test_a_file_of_wages_tells_what_came_of_each_row(doors: Doors) -> None:
    browser = doors.as_("anna")
    first = send(browser, "wages", "lonen.csv", WAGES.format("500,00").encode())
    work()
    told = browser.get(first.redirect_chain[-1][0]).content.decode()
    assert "overgenomen" in told
    second = send(browser, "wages", "lonen.csv", WAGES.format("500,00").encode())
    work()
    assert "was al bekend" in browser.get(second.redirect_chain[-1][0]).content.decode()
    other = send(browser, "wages", "lonen.csv", WAGES.format("510,00").encode())
    work()
    assert "wacht op een mens" in browser.get(other.redirect_chain[-1][0]).content.decode()


def test_wrong_rows_are_named_and_nothing_of_the_file_is_taken(doors: Doors) -> None:
    browser = doors.as_("anna")
    events = doors.desk().database.value("SELECT count(*) FROM event")
    page = send(browser, "wages", "lonen.csv", (WAGES.format("500,00") + "101;1001;winkel;2019-06-31;x;;=1+1;\n").encode())
    work()
    told = browser.get(page.redirect_chain[-1][0]).content.decode()
    assert "In het bestand kunnen regels niet worden gelezen" in told
    assert '<th scope="row" class="number">3</th>' in told
    assert doors.desk().database.value("SELECT count(*) FROM event") == events


@pytest.mark.parametrize(
    ("what", "name", "body", "said"),
    [
        ("wages", "lonen.xlsx", b"PK\x03\x04", "eindigt op .csv of .xml"),
        ("wages", "lonen.csv", b"PK\x03\x04zip", "andere soort"),
        ("wages", "lonen.csv", b"", "leeg"), ("wages", "lonen.csv", b"baan;caf\xe9\n", "UTF-8"),
        ("statement", "afschrift.csv", b"a;b", "eindigt op .xml"), ("refusals", "x.xml", b"%PDF-1.7", "andere soort"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(
    doors: Doors, what: str, name: str, body: bytes, said: str
) -> None:
    page = send(doors.as_("anna"), what, name, body)
    assert page.status_code == 400
    assert said in page.content.decode()
    from werkzaam.web.jobs.models import Job

    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("what", "body"), [("statement", b"<Document/>"), ("refusals", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
)
def test_a_wrong_file_of_the_bank_changes_nothing_and_is_told(doors: Doors, what: str, body: bytes) -> None:
    browser = doors.as_("anna", lang="en")
    page = send(browser, what, "bank.xml", body)
    work()
    told = browser.get(page.redirect_chain[-1][0]).content.decode()
    assert "This could not be read or done" in told
    assert "The exact message" in told


def test_letters_of_a_run_are_made_once_and_opened_as_pdf(doors: Doors) -> None:
    browser = doors.as_("anna")
    page = browser.post("/inkomen/maanden/2019-05", {"act": "letters", "once": "l"}, follow=True)
    work()
    assert "De brieven zijn gemaakt" in browser.get(page.redirect_chain[-1][0]).content.decode()
    letter = browser.get(doors.path("inkomen-letter", 1001, month="2019-05", version=1))
    assert letter.content.startswith(b"%PDF")
    assert browser.get(doors.path("inkomen-letter", 1001, month="2019-05", version=9)).status_code == 404


def test_a_job_of_another_town_or_none_is_no_page(doors: Doors) -> None:
    from werkzaam.web.jobs.line import put
    from werkzaam.web.jobs.models import Kind

    other = put(Kind.TRIAL, "elders", "x.y", once="z", month="2019-05")
    assert doors.as_("anna").get(f"/inkomen/taken/{other.pk}").status_code == 404
    assert doors.as_("anna").get("/inkomen/taken/999").status_code == 404
    assert doors.as_("samira").get(f"/inkomen/taken/{other.pk}").status_code == 403
