# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer delivers a file with wages: a result for each row, versions, all or nothing, and never a word about bijstand."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.app.exchange.returns import SAMIRA, correction, period, relationship, wage_return, withdrawal
from tests.web.doors import Doors
from werkzaam.app.example_employer import EMPLOYER
from werkzaam.core.errors import InputError
from werkzaam.store.facts import KnownFact, facts_known
from werkzaam.store.people import change_person
from werkzaam.store.queue import open_items

HEAD = "werknemer;personeelsnummer;gewerkt_van;gewerkt_tot;betaald_op;netto"
APRIL = "2019-04-01;2019-04-30;2019-05-03"
KNOWN, STRANGER = "VBS-8093", "VBS-0001"
"""Who works at the bakery and is known to the town, and who is not."""


@pytest.fixture
def town(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> Doors:
    """The site; answers keep what their page was given."""
    from django.template import Template
    from django.test.utils import instrumented_test_render

    monkeypatch.setattr(Template, "_render", instrumented_test_render)
    return doors


def table(*rows: str) -> bytes:
    """A file with these rows."""
    return "\r\n".join([HEAD, *rows, ""]).encode()


def send(town: Doors, body: bytes, name: str = "loon.csv", **given: Any) -> Any:
    """What the page answers to a file; the worker has taken it over then."""
    from werkzaam.web.api.taking_over import take_over_waiting

    given = {"file": SimpleUploadedFile(name, body)} | given
    answer = town.as_("bakkerij", lang=given.pop("lang", "nl")).post("/werkgever/lonen", given, follow=True)
    take_over_waiting()
    return answer


def told(answer: Any) -> list[str]:
    """The outcome of each row, as the receipt says it."""
    return [text for _, text in answer.context["rows"]]


def wages_known(town: Doors) -> list[KnownFact]:
    """What the ledger knows of wages at the bakery, but for the payslip of March."""
    found = facts_known(town.desk().database, "voorbeeldstad", 109)
    return [one for one in found if one.fact.job == EMPLOYER and one.fact.valid_from.month > 3]


def test_a_file_that_is_right_is_received_and_what_the_town_may_know_is_in_the_ledger(town: Doors) -> None:
    answer = send(town, table(f"{KNOWN};17;{APRIL};612,40"))
    assert answer.redirect_chain == [("/werkgever/lonen/1", 302)]
    assert told(answer) == ["Ontvangen"]
    (fact,) = wages_known(town)
    assert (fact.actor, fact.fact.cents, fact.fact.person) == (EMPLOYER, 61240, 1010)
    assert fact.fact.source_ref == "werkgever Bakkerij Zon, aanlevering 1, regel 2"


def test_a_wage_is_corrected_by_version(town: Doors) -> None:
    outcomes = [told(send(town, table(f"{KNOWN};17;{APRIL};{net}")))[0] for net in ("612,40", "612,40", "600,00", "612,40")]
    assert outcomes == ["Ontvangen", "Hetzelfde als versie 1; er verandert niets", "Ontvangen; vervangt versie 1",
                        "Ontvangen; vervangt versie 2"]  # fmt: skip
    (fact,) = wages_known(town)
    assert fact.fact.cents == 61240


def test_a_wage_is_withdrawn(town: Doors) -> None:
    send(town, table(f"{KNOWN};17;{APRIL};612,40"))
    gone = f"{HEAD};ingetrokken\r\n{KNOWN};17;{APRIL};0;ja\r\n".encode()
    assert told(send(town, gone)) == ["Ontvangen; trekt versie 1 in"]
    assert wages_known(town) == []


def test_the_answer_is_the_same_for_who_is_known_and_who_is_not(town: Doors) -> None:
    for lang in ("nl", "en"):
        pages = []
        for owner in (KNOWN, STRANGER):
            answer = send(town, table(f"{owner};17;{APRIL};6{len(lang)}2,40"), lang=lang)
            pages.append(answer.content.decode())
        numbers = [f"Aanlevering {at}" for at in range(1, 9)] + [f"Delivery {at}" for at in range(1, 9)]
        assert len({_without(page, numbers) for page in pages}) == 1


def _without(page: str, words: list[str]) -> str:
    """What a page says, without the number and the moment of the delivery."""
    main = page.split("<main")[1].split("</main>")[0]
    for word in words:
        main = main.replace(word, "")
    return re.sub(r"/werkgever/lonen/\d+|\d\d:\d\d", "", main)


def test_the_ledger_is_not_opened_before_the_answer(town: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.web.site import Site

    browser = town.as_("bakkerij")
    monkeypatch.setattr(Site, "ledger", property(lambda _: pytest.fail("the ledger was opened")))
    monkeypatch.setattr(Site, "desk", lambda self, actor, moment=None: None)
    given = {"file": SimpleUploadedFile("a.csv", table(f"{KNOWN};1;{APRIL};1,00"))}
    answer = browser.post("/werkgever/lonen", given, follow=True)
    assert told(answer) == ["Ontvangen"]


def test_of_who_is_not_known_nothing_is_kept(town: Doors) -> None:
    from werkzaam.web.api.models import Delivery

    send(town, table(f"{STRANGER};17;{APRIL};612,40"))
    assert wages_known(town) == []
    assert [one.waiting for one in Delivery.objects.all()] == [None]
    stored = b"".join(path.read_bytes() for path in town.folder.iterdir() if path.is_file() and "accounts" in path.name)
    assert STRANGER.encode() not in stored


def test_a_reference_is_handed_out_and_ended_and_the_employer_hears_the_same(town: Doors) -> None:
    person, officer = town.as_("marja"), town.as_("anna")
    assert KNOWN in person.get("/mijn/kenmerk").content.decode()
    before = send(town, table(f"{STRANGER};16;{APRIL};612,40")).content.decode()
    ended = officer.post(town.path("reference", 1010), {"do": "end", "reference": KNOWN}, follow=True).content.decode()
    assert "Het kenmerk is gestopt" in ended
    answer = send(town, table(f"{KNOWN};16;{APRIL};612,40")).content.decode()
    assert _without(answer, ["Aanlevering 1", "Aanlevering 2"]) == _without(before, ["Aanlevering 1", "Aanlevering 2"])
    assert "Een kenmerk kan stoppen" in answer
    assert wages_known(town) == []
    for _ in range(2):
        person.post("/mijn/kenmerk", {"do": "give"})
    page = person.get("/mijn/kenmerk").content.decode()
    (new,) = set(re.findall(r"K-[A-Z2-9]{4}-[A-Z2-9]{4}", page))
    assert "het team Werk en Inkomen" in page, "who ended the one before"
    person.post("/mijn/kenmerk", {"do": "end", "reference": KNOWN})
    assert new in officer.get(town.path("reference", 1010)).content.decode(), "an old page ends nothing new"
    send(town, table(f"{new};17;{APRIL};612,40"))
    assert [one.fact.cents for one in wages_known(town)] == [61240]


def test_who_is_known_by_number_needs_no_reference(town: Doors) -> None:
    with town.desk().writes() as writer:
        change_person(writer, 1010, name="Marja", born=date(1960, 3, 2), reference="999990019")
    page = town.as_("marja", lang="en").get("/mijn/kenmerk").content.decode()
    assert ("No reference is needed" in page, "999990019" in page) == (True, False)
    refused = town.as_("marja").post("/mijn/kenmerk", {"do": "give"})
    assert (refused.status_code, "Er is niets veranderd" in refused.content.decode()) == (400, True)
    town.as_("marja").post("/mijn/kenmerk", {"do": "end", "reference": "999990019"})
    send(town, table(f"999990019;17;{APRIL};612,40"))
    assert len(wages_known(town)) == 1


def test_a_job_that_nobody_knows_waits_for_a_human(town: Doors) -> None:
    assert told(send(town, table(f"VBS-4417;4;{APRIL};100,00"))) == ["Ontvangen"]
    items = [one.text for one in open_items(town.desk().database, "voorbeeldstad") if one.household == 105]
    assert len([one for one in items if "Bakkerij Zon meldt loon" in one]) == 1
    assert not [one for one in facts_known(town.desk().database, "voorbeeldstad", 105) if one.fact.job == EMPLOYER]


def test_what_another_source_said_is_not_replaced(town: Doors) -> None:
    assert told(send(town, table(f"{KNOWN};17;2019-03-25;2019-03-31;2019-04-05;99,00"))) == ["Ontvangen"]
    found = [one.fact.cents for one in facts_known(town.desk().database, "voorbeeldstad", 109) if one.fact.job == EMPLOYER]
    assert found == [6420]
    assert [one for one in open_items(town.desk().database, "voorbeeldstad") if one.household == 109 and "99.00" in one.text]


def test_of_a_month_without_bijstand_nothing_is_kept(town: Doors) -> None:
    before = len(open_items(town.desk().database, "voorbeeldstad"))
    send(town, table(f"{KNOWN};17;2018-11-01;2018-11-30;2018-12-03;612,40", "VBS-4417;4;2018-11-01;2018-11-30;2018-12-03;1,00"))
    found = facts_known(town.desk().database, "voorbeeldstad", 109)
    assert not [one for one in found if one.fact.kind == "wage" and one.fact.valid_from.year == 2018]
    assert len(open_items(town.desk().database, "voorbeeldstad")) == before


def test_what_does_not_fit_the_case_waits_for_a_human(town: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.app.employer import take_over

    real = take_over.record_reports

    def refusing(desk: Any, writer: Any, household: int, reports: Any, *rest: Any) -> None:
        if reports:
            raise InputError("two payslips cannot both be right")
        real(desk, writer, household, reports, *rest)

    monkeypatch.setattr(take_over, "record_reports", refusing)
    assert told(send(town, table(f"{KNOWN};17;{APRIL};612,40"))) == ["Ontvangen"]
    assert wages_known(town) == []
    items = [one.text for one in open_items(town.desk().database, "voorbeeldstad") if one.household == 109]
    assert [text for text in items if "cannot both be right" in text and "612.40" in text]


def test_one_bad_row_and_nothing_of_the_file_is_kept(town: Doors) -> None:
    from werkzaam.web.api.models import Delivery

    answer = send(town, table(f"{KNOWN};17;{APRIL};612,40", f"{STRANGER};18;{APRIL};1.234"))
    assert answer.status_code == 400
    assert [(fault.line, fault.place, fault.code, fault.found) for fault, _ in answer.context["faults"]] == [
        (3, "netto", "amount_two_ways", "1.234")
    ]
    assert Delivery.objects.count() == 0
    assert wages_known(town) == []


@pytest.mark.parametrize(
    ("row", "place", "code"),
    [
        (f"{KNOWN};17;{APRIL};=1+1", "netto", "formula"), (f"{KNOWN};@SUM(A1);{APRIL};10,00", "personeelsnummer", "formula"),
        (f"{KNOWN};17;{APRIL};-5,00", "netto", "amount_negative"), (f"{KNOWN};17;{APRIL};veel", "netto", "amount"),
        (f"{KNOWN};17;{APRIL};", "netto", "missing"), (f"99999001;17;{APRIL};1,00", "werknemer", "bsn"),
        (f"{KNOWN};17;2019-04-30;2019-04-01;2019-05-03;1,00", "gewerkt_tot", "order"),
        (f"{KNOWN};17;2019-04-31;2019-04-30;2019-05-03;1,00", "gewerkt_van", "day"),
        (f"{KNOWN};17;2019-04-01;2019-04-28;2019-05-03;1,00", "gewerkt_tot", "four_weeks"),
        (f"{KNOWN};17;{APRIL};1,00;more", "", "cells"), (f"<script>;17;{APRIL};1,00", "werknemer", "reference"),
        (f"{KNOWN};a\u200bb;{APRIL};1,00", "personeelsnummer", "unprintable"),
        (f"{KNOWN};{'a' * 201};{APRIL};1,00", "personeelsnummer", "long"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_bad_row_is_told_with_its_column(town: Doors, row: str, place: str, code: str, lang: str) -> None:
    answer = send(town, table(row), lang=lang)
    assert answer.status_code == 400
    assert [(fault.line, fault.place, fault.code) for fault, _ in answer.context["faults"]] == [(2, place, code)]
    assert "<script>" not in answer.content.decode().split("</head>")[1]


@pytest.mark.parametrize("net", ["1.234,56", "1234.56", "1234,56", "€ 1.234,56"])
def test_amounts_are_read_as_people_write_them(town: Doors, net: str) -> None:
    send(town, table(f"{KNOWN};17;{APRIL};{net}"))
    assert [one.fact.cents for one in wages_known(town)] == [123456]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "leeg"), (b" \n", "leeg"), (table(f"{KNOWN};1;{APRIL};1,00").decode().encode("utf-16"), "UTF-16"),
        (table(f"{KNOWN};1;{APRIL};1,00").decode().encode("utf-16-le"), "UTF-16"),
        (table(f"{KNOWN};caf\u00e9;{APRIL};1,00").decode().encode("latin-1"), "regel 2"),
        (gzip.compress(b"0" * 10**7), "ingepakt"), (f"{HEAD};netto\n".encode(), "twee keer"),
        (b"PK\x03\x04" + b"0" * 100, "ingepakt"), (b"%PDF-1.7 ", "PDF"), (b"\xd0\xcf\x11\xe0" * 9, "werkmap"),
        (b"x" * 2_500_001, "2,5 MB"), (table(), "geen lonen"), (b"iets anders", "eerste regel"),
        (b"werknemer;nettoloon\n1;2", "nettoloon"), (b"netto;betaald_op\n1;2", "werknemer"),
        (table(f'{KNOWN};"1;{APRIL};1,00'), "aanhalingstekens"),
        (f"{HEAD}\n".encode() + b"1;1;1;1;1;1\n" * 10_001, "10.000 regels"),
        (b"<Loonaangifte/>", "loonaangifte in XML"), (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "loonaangifte in XML"),
        (f"{HEAD}\n".encode() + b"1;1;1;1;1;\0\n", "teken"), (f"{HEAD}\n".encode() + b"a" * 70_000, "te lang"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_told_in_words_that_help(town: Doors, body: bytes, words: str) -> None:
    from werkzaam.web.api.models import Delivery

    answer = send(town, body)
    assert answer.status_code == 400
    (error,) = answer.context["form"].errors["file"]
    assert words in error
    assert Delivery.objects.count() == 0


def test_no_file_at_all(town: Doors) -> None:
    answer = town.as_("bakkerij").post("/werkgever/lonen", {})
    assert answer.status_code == 400
    assert "Kies eerst een bestand" in answer.content.decode()


def test_a_form_sent_twice_is_one_delivery(town: Doors) -> None:
    sent = [send(town, table(f"{KNOWN};17;{APRIL};612,40"), once="the same form") for _ in range(2)]
    assert [one.redirect_chain[0][0] for one in sent] == ["/werkgever/lonen/1"] * 2
    back = send(town, table(f"{KNOWN};17;{APRIL};999,99"), once="the same form")
    assert back.redirect_chain[0][0] == "/werkgever/lonen/2", "who went back and chose another file delivers that one"


RETURN_NAME = b"Koffiehuis De Hoek"
"""The employer of the example returns."""
BSN, ONE_NET = "999990019", 82_000


def of_the_bakery(body: bytes) -> bytes:
    """A return of the bakery, about somebody with a number of the town."""
    return body.replace(RETURN_NAME, b"BAKKERIJ  ZON").replace(SAMIRA.encode(), BSN.encode())


def known_by_number(town: Doors) -> None:
    """From now on the town knows person 1010 by a citizen service number."""
    with town.desk().writes() as writer:
        change_person(writer, 1010, name="Marja", born=date(1988, 5, 14), reference=BSN)


def test_a_wage_tax_return_is_read_as_such(town: Doors) -> None:
    known_by_number(town)
    inside = relationship(began="2019-02-01") + relationship(bsn="111222333", began="2019-02-01")
    body = of_the_bakery(wage_return(period(inside, "2019-04-01", "2019-04-30")))
    assert told(send(town, body, "aangifte.xml")) == ["Ontvangen", "Ontvangen"]
    assert [one.fact.cents for one in wages_known(town)] == [ONE_NET]
    taken_back = of_the_bakery(wage_return(correction(withdrawal(), "2019-04-01", "2019-04-30")))
    assert told(send(town, taken_back, "aangifte.xml")) == ["Ontvangen; trekt versie 1 in"]
    assert wages_known(town) == []


def test_a_return_of_another_employer_is_not_taken(town: Doors) -> None:
    answer = send(town, wage_return(period(relationship(began="2019-02-01"), "2019-04-01", "2019-04-30")), "aangifte.xml")
    assert [(fault.place, fault.code) for fault, _ in answer.context["faults"]] == [("NmIP", "other_employer")]
    assert answer.status_code == 400


def test_a_return_that_cannot_be_read_names_the_line_and_no_number(town: Doors) -> None:
    body = of_the_bakery(wage_return(period(relationship({"LnLbPh": "veel"}), "2019-04-01", "2019-04-30")))
    answer = send(town, body, "aangifte.xml")
    ((fault, _),) = answer.context["faults"]
    assert (fault.line > 1, fault.place, fault.code) == (True, "LnLbPh", "element")
    assert BSN not in answer.content.decode()


def test_another_employer_sees_nothing_of_it(town: Doors) -> None:
    from werkzaam.web.accounts.models import Account

    send(town, table(f"{KNOWN};17;{APRIL};612,40"))
    Account.objects.create(login="other", role="werkgever", municipality="voorbeeldstad", name="Ander", acts_as="Ander")
    assert town.as_("other").get("/werkgever/lonen/1").status_code == 404
    assert town.as_("bakkerij").get("/werkgever/lonen/1").status_code == 200


def test_what_waited_when_the_worker_stopped_is_taken_over_in_order(town: Doors) -> None:
    from werkzaam.web.api.models import Delivery
    from werkzaam.web.jobs.worker import Worker

    browser = town.as_("bakkerij")
    for net in ("612,40", "600,00"):
        browser.post("/werkgever/lonen", {"file": SimpleUploadedFile("a.csv", table(f"{KNOWN};17;{APRIL};{net}"))})
    assert wages_known(town) == []
    Delivery.objects.filter(number=1).update(leased_until=datetime.now(UTC) + timedelta(minutes=1))
    assert not Worker().one()
    Delivery.objects.filter(number=1).update(leased_until=datetime.now(UTC) - timedelta(minutes=1))
    assert Worker().one()
    assert not Worker().one()
    assert [one.fact.cents for one in wages_known(town)] == [60000]


@pytest.mark.parametrize("path", ["/werkgever/lonen", "/api/v1/wage-deliveries"])
def test_what_is_far_too_large_is_not_even_read(town: Doors, path: str) -> None:
    answer = town.as_("bakkerij").generic("POST", path, b"x", "multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**9))
    assert answer.status_code == 413
