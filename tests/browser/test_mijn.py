# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The person's own pages in a real browser: the stories about contact, letters, reports, the plan, aftercare and representing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from tests.app.letters.printed import text_of
from tests.browser.axe import stands
from tests.browser.conftest import Visit, Visitor
from tests.browser.served import Served
from tests.browser.ways import Way
from werkzaam.app.casework.handing_over import hand_over
from werkzaam.app.casework.record import write
from werkzaam.app.example_town import TOWN_FILE
from werkzaam.app.ledger.desk import Desk, at_desk
from werkzaam.app.ledger.town import read_town
from werkzaam.casework.entry import Kind, Role
from werkzaam.web.handles import handle_of

Visitors = Callable[..., Visitor]


@contextmanager
def at_work(served: Served, actor: str) -> Iterator[Desk]:
    """Somebody of the town at work before the server was: on the file of people who did nothing on it yet."""
    ledger, town = f"sqlite:///{served.folder}/ledger.db", read_town(TOWN_FILE)
    with at_desk(ledger, town, actor=actor, moment="2019-05-20T07:30:00Z") as desk:
        yield desk


def test_story_06_who_helps_me_and_how_do_i_reach_them(visit: Visit, way: Way, pictures: Path) -> None:
    me = visit("samira")
    page = me.go("/mijn/contact")
    expect(page.get_by_text("Karin Demir").first).to_be_visible()
    expect(page.get_by_text("14 000, kies 1").first).to_be_visible()
    page.get_by_label({"nl": "Ik wil vaker contact", "en": "I want more contact"}[way.lang]).check()
    page.get_by_role("button", name={"nl": "Verstuur", "en": "Send"}[way.lang], exact=True).click()
    expect(page.get_by_text({"nl": "uiterlijk op 3 juni 2019", "en": "by 3 June 2019"}[way.lang]).first).to_be_visible()
    stands(page, pictures / f"contact-{way}.png", script=way.axe)
    page = me.go("/mijn/brieven")
    for said in page.locator("main ul.cards li p:not(.meta)").all_inner_texts():
        assert "Peter Visser" not in said, "no message points at somebody who was her case manager before"
    letter = page.request.get(f"{me.served.url}{page.locator('main a.button').first.get_attribute('href')}").body()
    assert "Karin Demir, 14 000, kies 1" in text_of(letter), "whom to call, and how"


def test_story_07_contest_one_line(visit: Visit, way: Way, pictures: Path) -> None:
    """Three steps: the menu, what it is about, send; then a number, a day, and where it stands."""
    me = visit("hassan")
    page = me.go("/mijn/klopt-niet")
    page.get_by_label({"nl": "Een bedrag", "en": "An amount"}[way.lang]).check()
    page.get_by_label({"nl": "Wat klopt er niet?", "en": "What is wrong?"}[way.lang]).fill("Ik werkte in maart minder uren.")
    page.get_by_role("button", name={"nl": "Verstuur", "en": "Send"}[way.lang], exact=True).click()
    expect(page.get_by_text({"nl": "uiterlijk op 3 juni 2019", "en": "by 3 June 2019"}[way.lang]).first).to_be_visible()
    expect(page.get_by_text({"nl": "wij kijken ernaar", "en": "we look at it"}[way.lang]).first).to_be_visible()
    stands(page, pictures / f"report-{way}.png", script=way.axe)


def test_story_12_who_represents_has_one_list_and_the_person_sees_what_was_done(visit: Visit, way: Way, pictures: Path) -> None:
    office = visit("helder")
    page = office.go("/vertegenwoordigd")
    expect(page.get_by_text("Rabia").first).to_be_visible()
    expect(page.get_by_text("Hassan"), "that mandate ended").to_have_count(0)
    stands(page, pictures / f"represented-{way}.png", script=way.axe)
    page.get_by_role("link", name="Contact").first.click()
    page.get_by_label({"nl": "Uw vraag", "en": "Your question"}[way.lang]).fill("Wanneer komt de premie?")
    page.get_by_role("button", name={"nl": "Stel mijn vraag", "en": "Ask my question"}[way.lang]).click()
    page.wait_for_url("**klaar=*")
    stands(page, pictures / f"for-somebody-{way}.png", script=way.axe)
    office.go(f"/client/{handle_of(1009, 'person')}/maand")
    assert office.page.locator("h1").inner_text(), "that mandate ended: a page that says there is nothing here"
    assert "Hassan" not in office.page.locator("main").inner_text()
    assert [one for one in office.wrong if "404" in one or "403" in one], "closed"
    office.wrong.clear()
    person = visit("rabia")
    page = person.go("/mijn/vertegenwoordigers")
    expect(page.get_by_text("Bewind Helder").first).to_be_visible()
    expect(page.get_by_text({"nl": ": vraag", "en": ": question"}[way.lang]).first).to_be_visible()
    stands(page, pictures / f"mandates-{way}.png", script=way.axe)


def test_story_13_a_letter_in_plain_words_or_somebody_who_explains(visit: Visit, way: Way, pictures: Path) -> None:
    me = visit("samira")
    page = me.go("/mijn/brieven")
    page.get_by_role("button", name={"nl": "Leg deze brief uit", "en": "Explain this letter"}[way.lang]).first.click()
    expect(page.get_by_text({"nl": "uiterlijk op 21 mei 2019", "en": "by 21 May 2019"}[way.lang]).first).to_be_visible()
    stands(page, pictures / f"letters-{way}.png", script=way.axe)
    page = me.go("/mijn/contact")
    page.get_by_label({"nl": "In welke taal", "en": "In which language"}[way.lang]).select_option("arabisch")
    page.get_by_role("button", name={"nl": "Vraag om een telefoontje", "en": "Ask for a call"}[way.lang]).click()
    expect(page.get_by_text({"nl": "Wij bellen u uiterlijk op", "en": "We will call you by"}[way.lang]).first).to_be_visible()
    agenda = visit("karin").go("/werk/agenda").locator("main").inner_text()
    assert re.search("arabi", agenda, re.IGNORECASE), "the task says in which language"


def test_story_21_and_22_a_handover_is_told_before_and_agreements_stay(
    visit: Visit, way: Way, served: Served, pictures: Path
) -> None:
    person, login = 1007, "max"
    with at_work(served, "k.demir") as desk:
        raw = {"soort": "toestemming", "wat": "De opleiding tot coach", "van_wie": "gemeente"}
        write(desk, person, Kind.AGREEMENT, raw, until=date(2020, 6, 30))
    with at_work(served, "t.leeuw") as desk:
        hand_over(desk, person, "p.visser", date(2019, 6, 3), "Karin gaat verhuizen.", role=Role.LEAD)
    me = visit(login)
    page = me.go("/mijn/contact")
    expect(page.get_by_text("Karin gaat verhuizen.")).to_be_visible()
    stands(page, pictures / f"handover-{way}.png", script=way.axe)
    page = me.go("/mijn/plan")
    expect(page.get_by_text("De opleiding tot coach").first).to_be_visible()
    expect(page.get_by_text({"nl": "30 juni 2020", "en": "30 June 2020"}[way.lang]).first).to_be_visible()


def test_story_23_goals_are_set_together_and_not_more_hours_is_an_answer(
    visit: Visit, way: Way, served: Served, pictures: Path
) -> None:
    person, login = 1004, "evelyn"
    with at_work(served, "k.demir") as desk:
        raw = {"gebied": "gezondheid", "stap": "Samen wandelen", "tempo": "rustig", "eigenaar": "samen"}
        made = write(desk, person, Kind.GOAL, raw)
    me = visit(login)
    page = me.go("/mijn/plan")
    card = page.locator("li", has=page.locator(f"#doel-{made.seq}"))
    card.get_by_role("button", name={"nl": "Ik ben het ermee eens", "en": "I agree"}[way.lang]).click()
    expect(page.locator(f"#doel-{made.seq} .badge")).to_have_text({"nl": "afgesproken", "en": "agreed"}[way.lang])
    page.get_by_text({"nl": "Ik wil nu niet meer uren", "en": "I do not want more hours now"}[way.lang]).click()
    page.get_by_role("button", name={"nl": "Bewaar dit", "en": "Keep this"}[way.lang]).click()
    expect(
        page.get_by_text({"nl": "Wij vragen nu niet om meer uren", "en": "We do not ask for more hours"}[way.lang]).first
    ).to_be_visible()
    stands(page, pictures / f"plan-{way}.png", script=way.axe)


def test_story_24_who_leaves_chooses_help_or_none_and_knows_the_way_back(
    visit: Visit, way: Way, served: Served, pictures: Path
) -> None:
    person, login = 1008, "noor"
    with at_work(served, "k.demir") as desk:
        write(desk, person, Kind.EXIT, {"waarom": "werk"}, day=date(2019, 5, 1))
    me = visit(login)
    page = me.go("/mijn/plan")
    expect(page.get_by_text({"nl": "1 november 2019", "en": "1 November 2019"}[way.lang]).first).to_be_visible()
    page.get_by_label({"nl": "Nee, ik wil geen hulp", "en": "No, I want no help"}[way.lang]).check()
    page.get_by_role("button", name={"nl": "Bewaar mijn keuze", "en": "Keep my choice"}[way.lang]).click()
    expect(page.get_by_text({"nl": "U koos: geen hulp", "en": "You chose: no help"}[way.lang])).to_be_visible()
    expect(
        page.get_by_text({"nl": "zonder alles opnieuw in te vullen", "en": "without filling in everything anew"}[way.lang])
    ).to_be_visible()
    stands(page, pictures / f"aftercare-{way}.png", script=way.axe)
