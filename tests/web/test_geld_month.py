# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The person's month: five amounts that add up with the ledger, the same lines for who helps, questions, and how much is read."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.web.doors import Doors, counted, euro
from werkzaam.app.ledger.held_month import HeldMonth
from werkzaam.app.ledger.month_then import month_then
from werkzaam.app.messages import held_message
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_month import OwnMonth, own_month
from werkzaam.app.text_layout import day_text
from werkzaam.core.months import Month
from werkzaam.ledger.payment import PartKind
from werkzaam.store.claims import claims
from werkzaam.store.payments import payments
from werkzaam.store.queue import close, open_items

MAY, APRIL = Month.of(2019, 5), Month.of(2019, 4)
PEOPLE = {"samira": 101, "jan": 102, "evelyn": 103, "rabia": 104, "fred": 105, "max": 106, "marja": 109}
NOT_NOW = re.compile(r"schuld|fraude|verdacht|debt|fraud|suspect", re.IGNORECASE)
LINE = re.compile(r'<li class="line.*?</li>', re.DOTALL)


def shown(doors: Doors, household: int, lang: str = "nl") -> OwnMonth:
    """What the first screen of a household is made from."""
    found = own_month(doors.desk(), household, lang, Kept())
    assert found is not None
    return found


def texts_of(page: str) -> list[str]:
    """What the lines of a page say, without what only who may act sees, and without addresses."""
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", re.sub(r'<p class="actions">.*?</p>', "", one))).strip()
            for one in LINE.findall(page)]  # fmt: skip


@pytest.mark.requirement("R-135")
@pytest.mark.parametrize(("login", "household"), PEOPLE.items())
def test_five_amounts_with_their_days_are_shown_and_add_up_with_the_ledger(doors: Doors, login: str, household: int) -> None:
    page = doors.as_(login).get("/mijn/maand").content.decode()
    found, desk = shown(doors, household), doors.desk()
    assert [one.key for one in found.five] == ["income", "paid", "corrections", "premium", "next"]
    for one in found.five:
        assert euro(one.cents, "nl") in page
        assert day_text(one.day, "nl") in page
    made = payments(desk.database, desk.town.id, household)
    of_may = [part.cents for one in made if one.month == MAY for part in one.parts if part.kind is not PartKind.RECOVERY]
    assert found.amount("paid").cents == sum(of_may)
    owed = claims(desk.database, desk.town.id, household).values()
    left = sum(one.claim - one.recovered for one in owed)
    waits = sum(one.cents for one in found.parts if one.on is None and one.month < MAY and one.kind is not PartKind.RECOVERY)
    assert found.amount("corrections").cents == waits - left
    assert found.next.cents == sum(one.cents for one in found.parts if one.on is None and one.kind is PartKind.ACCOUNT)
    page_of_may = month_then(desk, household, MAY, desk.today, "nl").page
    lines = {line.name: line.amount or 0 for section in page_of_may.sections for line in section.lines}
    assert found.amount("income").cents == lines["lonen"] + lines["vakantiegeld_erbij"]
    assert found.plain.benefit == found.plain.norm - found.plain.counted + found.plain.above == lines["bijstand"]
    assert found.plain.counted == found.plain.wages - found.plain.kept + found.plain.other
    assert found.plain.paid == found.amount("paid").cents, "the sum ends in what is paid over the month"


def test_amount_and_day_come_first_and_next_month_is_a_range(doors: Doors) -> None:
    page = doors.as_("samira").get("/mijn/maand").content.decode()
    lead = page[page.index('class="lead"') : page.index("</p>", page.index('class="lead"'))]
    assert "€\xa0729,40" in lead
    assert "23 mei 2019" in lead
    ahead = shown(doors, 101)
    assert ahead.ahead is not None
    low, high = ahead.ahead_range
    assert low < ahead.ahead.benefit.likely < high
    assert all(text in page for text in ("juni 2019", "schatting", euro(low, "nl"), euro(high, "nl"), "23 juni 2019"))


def test_the_sum_goes_on_from_benefit_to_what_is_paid(doors: Doors) -> None:
    """605.45 of benefit, 30.27 kept aside, 120.82 that was kept aside before: 696.00."""
    page = doors.as_("samira").get("/mijn/maand").content.decode()
    assert "apart hielden: €\xa0120,82." in page
    sums = re.findall(r'<ul class="sum">(.*?)</ul>', page, re.DOTALL)
    amounts = re.findall(r"€\xa0([\d.,]+)", next(one for one in sums if "30,27" in one and "696,00" in one))
    assert amounts == ["605,45", "30,27", "120,82", "696,00"]


def test_without_work_next_month_is_one_amount(doors: Doors) -> None:
    page = doors.as_("max").get("/mijn/maand").content.decode()
    assert re.search(r"dit bedrag aan bijstand krijgt: <strong[^>]*>€\xa0974,27</strong> op 23", page)


def test_what_changed_says_was_now_why_and_since_and_the_earlier_version_opens(doors: Doors) -> None:
    browser = doors.as_("samira")
    page = browser.get("/mijn/maand").content.decode()
    for text in ("€\xa0541,78", "€\xa0575,18", "€\xa033,40", "de schatting was anders dan het loon", "16 mei 2019"):
        assert text in page
    before = browser.get("/mijn/maand/2019-04/op/2019-04-16").content.decode()
    assert "Dit is de maand zoals wij die kenden op 16 april 2019" in before
    assert "€\xa0541,78" in before
    assert "€\xa0575,18" not in before
    assert browser.get("/mijn/maand/2019-04/op/2019-05-21").status_code == 404
    assert browser.get("/mijn/maand/2019-04/op/gisteren").status_code == 404
    assert browser.get("/mijn/maand/2019-07").status_code == 404


def test_every_deduction_says_of_which_month_and_which_days_of_work(doors: Doors) -> None:
    page = doors.as_("fred").get("/mijn/maand/2019-05").content.decode()
    assert re.search(r"Ingehouden, want u kreeg te veel over.{0,80}januari 2019", page, re.DOTALL)
    assert "gewerkt 1 januari 2019 - 31 januari 2019, loon betaald op 5 februari 2019" in page


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_page_of_money_speaks_of_guilt(doors: Doors, lang: str) -> None:
    browser = doors.as_("fred", lang=lang)
    for path in ("maand", "maand/2019-01", "terugbetalen", "premie", "loon", "wat-als", "geldvragen"):
        answer = browser.get(f"/mijn/{path}")
        assert answer.status_code == 200
        assert not NOT_NOW.search(answer.content.decode().split("<main")[1].split("</main>")[0])


@pytest.mark.requirement("R-089")
@pytest.mark.parametrize("path", ["month-now", "month"])
def test_who_helps_sees_the_same_lines_and_cannot_change_them(doors: Doors, path: str) -> None:
    named = {"month": "2019-04"} if path == "month" else {}
    own = doors.as_("samira").get(doors.path(path, **named)).content.decode()
    same = doors.as_("karin").get(doors.path(path, 1001, **named)).content.decode()
    assert texts_of(own) == texts_of(same)
    assert len(texts_of(own)) > 30
    assert "Klopt dit niet?" in own
    assert "Klopt dit niet?" not in same
    for name, more in (("line-ask", {"month": "2019-05", "line": "middelen"}), ("wage-report", {}),
                       ("wage-confirm", {"month": "2019-04", "number": 0}), ("claim-pace", {})):  # fmt: skip
        assert doors.as_("karin").post(doors.path(name, 1001, **more)).status_code == 403
        assert doors.as_("anna").post(doors.path(name, 1001, **more)).status_code == 403
        assert doors.as_("peter").post(doors.path(name, 1001, **more)).status_code in (403, 404)
    assert {one.actor for one in looks(doors)} == {"k.demir"}


def looks(doors: Doors) -> list[Any]:
    """Who looked at Samira."""
    from werkzaam.store.looks import looks_at

    return looks_at(doors.desk().database, "voorbeeldstad", 1001)


def test_a_question_is_asked_once_with_a_receipt_and_waits_for_who_decided_the_month(doors: Doors) -> None:
    browser = doors.as_("samira")
    page = browser.get("/mijn/maand/2019-05/vraag/middelen").content.decode()
    once = re.search(r'name="once" value="([^"]+)"', page)
    assert once is not None
    sent = {"text": "Mijn loon was lager.", "once": once[1]}
    answers = [browser.post("/mijn/maand/2019-05/vraag/middelen", sent) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0].headers["location"] == answers[1].headers["location"]
    receipt = browser.get(answers[0].headers["location"]).content.decode()
    for text in ("Uw vraag is binnen", "20 mei 2019", "22 mei 2019", "Mijn loon was lager.", "het team Werk en Inkomen, 14 000"):
        assert text in receipt
    assert "a.maas" not in receipt, "who works here is called by a name and never by an account"
    item = next(one for one in open_items(doors.desk().database, "voorbeeldstad") if one.item_id.startswith("vraag 101"))
    assert (item.owner, item.household) == ("a.maas", 101)
    assert '"month":"2019-05","line":"middelen"' in item.text
    assert "U hebt hierover een vraag gesteld" in browser.get("/mijn/maand").content.decode()
    with doors.desk("a.maas").writes() as writer:
        close(writer, item.item_id, "Uw loon van mei is nog geschat.")
    later = browser.get(answers[0].headers["location"]).content.decode()
    assert "Beantwoord" in later
    assert "Uw loon van mei is nog geschat." in later


def test_a_question_is_of_a_line_that_is_there_and_of_nobody_else(doors: Doors) -> None:
    assert doors.as_("samira").get("/mijn/maand/2019-05/vraag/niets").status_code == 404
    assert doors.as_("samira").get("/mijn/maand/2018-05/vraag/middelen").status_code == 404
    answer = doors.as_("samira").post("/mijn/maand/2019-05/vraag/middelen", {"text": ""})
    number = answer.headers["location"].rpartition("/")[2]
    assert doors.as_("evelyn").get(f"/mijn/geldvragen/{number}").status_code == 404
    assert doors.as_("karin").get(doors.path("line-asked", 1001, number=number)).status_code == 200


def test_who_may_only_read_for_somebody_asks_nothing(doors: Doors) -> None:
    path = doors.path("line-ask", 1005, month="2019-05", line="middelen")
    assert doors.as_("buurthuis").post(path, {"text": ""}).status_code in (403, 404)
    assert doors.as_("helder").post(path, {"text": ""}).status_code == 302
    item = next(one for one in open_items(doors.desk().database, "voorbeeldstad") if one.item_id.startswith("vraag 104"))
    assert item.status == "owned"


@pytest.mark.parametrize(("login", "extra"), [("samira", 0), ("evelyn", 0), ("max", 0), ("fred", 1)])
def test_the_first_screen_reads_a_fixed_number_of_times(doors: Doors, login: str, extra: int) -> None:
    browser = doors.as_(login)
    first = browser.get("/mijn/maand")
    assert len(first.content) < 60_000
    with counted(doors) as sent:
        assert browser.get("/mijn/maand").status_code == 200
    assert len(sent) == STATEMENTS + extra, "\n".join(sent)


STATEMENTS = 16
"""What the first screen reads, of the ledger and of the accounts together; somebody who pays back needs one more."""


def test_a_page_is_made_once_for_what_is_known_and_anew_when_that_changes(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.app.portal import kept

    made: list[Month] = []
    real = kept.month_pages
    monkeypatch.setattr(kept, "month_pages", lambda *given, **named: made.append(given[2]) or real(*given, **named))
    browser = doors.as_("samira")
    for _ in range(3):
        browser.get("/mijn/maand")
    assert made == [MAY]
    browser.post("/mijn/loon/2019-05/0", {"net": "300,00", "paid_on": "2019-06-05"})
    assert "€\xa0300,00" in browser.get("/mijn/maand").content.decode()
    assert made == [MAY, MAY]


def test_what_is_kept_is_bounded() -> None:
    few = Kept(most=2)
    for number in range(5):
        assert few.get(number, lambda number=number: number) == number
    assert len(few) == 2
    assert few.get(4, lambda: "made again") == 4
    assert few.get(0, lambda: "made again") == "made again"


def test_a_month_that_waits_says_so_in_place_of_an_amount(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    told = held_message(["Fred"], MAY, MAY.last_day, "Inez Bakker, 020 555 01 23", "nl")
    monkeypatch.setattr("werkzaam.app.portal.own_month.held_month", lambda desk, file, lang: HeldMonth(MAY, MAY.first_day, told))
    page = doors.as_("fred").get("/mijn/maand").content.decode()
    assert "Op 31 mei 2019 krijgt u nog geen bijstand over mei 2019." in page
    assert "Stuur ons uw loonstrook" in page
