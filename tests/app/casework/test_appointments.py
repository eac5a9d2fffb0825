# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Appointments and signals in the dossier: what is refused, what becomes due, and what a signal never starts."""

from __future__ import annotations

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.a_town import TOWN
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.talk_page import prepared, talk_text
from werkzaam.casework.due import Reason
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.talk_guide import OPENING
from werkzaam.casework.vacancies import Vacancy
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Dispute
from werkzaam.store.claims import disputes, end_dispute, record_dispute
from werkzaam.store.queue import queue

CALL = {"kanaal": "telefoon", "initiatief": "klantmanager", "soort": "gesprek"}
MEET = {"op": "2019-05-13", "kanaal": "bezoek", "initiatief": "klantmanager"}


@pytest.fixture
def town(counter: Counter) -> Counter:
    counter.open("2019-01-07", 7, 8)
    for person in (7, 8):
        counter.assign("2019-01-07", person, "j.visser")
    counter.write("2019-01-07", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    counter.write("2019-01-07", 8, Kind.GUIDANCE, deel="ams_extra_attention", omdat="loting")
    return counter


@pytest.mark.requirement("R-028")
def test_a_meeting_in_the_year_of_our_call_asks_for_a_reason_and_not_when_the_client_asks(town: Counter) -> None:
    town.write("2019-01-14", 7, Kind.CONTACT, **CALL)
    with pytest.raises(NotAllowed, match="Say why you take the first step"):
        town.write("2019-05-06", 7, Kind.APPOINTMENT, **MEET)
    assert town.write("2019-05-06", 7, Kind.APPOINTMENT, **{**MEET, "initiatief": "inwoner"}).seq
    assert town.write("2019-05-06", 7, Kind.APPOINTMENT, **MEET, omdat="een baan die past").seq
    with pytest.raises(NotAllowed, match="within a year"):
        town.write("2019-05-06", 7, Kind.APPOINTMENT, **{**MEET, "op": "2020-05-12"})
    assert town.write("2019-05-06", 7, Kind.APPOINTMENT, **{**MEET, "op": "2020-05-13"}).seq


def test_an_appointment_is_due_on_its_day_and_then_asks_to_be_logged(town: Counter) -> None:
    town.write("2019-05-06", 7, Kind.APPOINTMENT, **MEET)
    (due,) = [one for one in town.due("2019-05-13", "2019-W20") if one.code == "appointment"]
    assert (due.person, str(due.by), due.reason) == (7, "2019-05-13", Reason.PROMISE)
    assert "not_logged" in [one.code for one in town.due("2019-05-14", "2019-W20")]
    town.write("2019-05-14", 7, Kind.CONTACT, **{**CALL, "opkomst": "afgemeld"}, on="2019-05-13")
    assert "not_logged" not in [one.code for one in town.due("2019-05-14", "2019-W20")]


def test_what_has_been_what_is_cancelled_and_what_is_not_there(town: Counter) -> None:
    with pytest.raises(InputError, match="op: 2019-05-13 has been"):
        town.write("2019-05-14", 7, Kind.APPOINTMENT, **MEET)
    made = town.write("2019-05-06", 7, Kind.APPOINTMENT, **MEET)
    with pytest.raises(InputError, match=r"the number of an appointment that stands was expected \(\d+\); found 99"):
        town.write("2019-05-06", 7, Kind.CANCELLED, over="99", door="inwoner")
    town.write("2019-05-06", 7, Kind.CANCELLED, over=str(made.seq), door="inwoner", omdat="ziek")
    assert not [one for one in town.due("2019-05-06", "2019-W20") if one.code == "appointment"]
    with pytest.raises(InputError, match="found"):
        town.write("2019-05-06", 7, Kind.CANCELLED, over=str(made.seq), door="klantmanager")


def test_the_main_office_is_remarked_and_a_place_that_the_client_avoids_refused(town: Counter) -> None:
    town.write("2019-05-06", 8, Kind.PREFERENCE, liever_niet="stadsloket")
    (remark,) = town.write("2019-05-06", 8, Kind.APPOINTMENT, **MEET, plaats="hoofdkantoor").remarks
    assert remark.code == "main_office"
    with pytest.raises(NotAllowed, match="does not want to meet at stadsloket"):
        town.write("2019-05-06", 8, Kind.APPOINTMENT, **MEET, plaats="stadsloket")
    asked = {**MEET, "initiatief": "inwoner"}
    assert town.write("2019-05-06", 8, Kind.APPOINTMENT, **asked, plaats="stadsloket").seq


@pytest.mark.requirement("R-130")
def test_i_cannot_pay_is_due_within_a_day_and_starts_no_sanction(town: Counter) -> None:
    written = town.write("2019-04-01", 8, Kind.SIGNAL, role=Role.CLIENT, actor="klant 8", onderwerp="kan_niet_betalen")
    due = town.due("2019-04-01", "2019-W14", "j.visser")
    (signal,) = [one for one in due if one.code == "signal"]
    assert (signal.reason, str(signal.by), signal.source) == (Reason.SIGNAL, "2019-04-02", f"entry {written.seq}")
    desk = town.on("2019-04-01")
    assert {one.kind for one in dossier_of(desk, 8, Role.SUPPORT).entries} == {Kind.GUIDANCE, Kind.SIGNAL}
    assert not dossier_of(desk, 8, Role.ENFORCEMENT).entries, "enforcement does not read what a client tells"
    assert not queue(desk.database, TOWN.id), "the ledger has nothing to decide"
    assert not [one for one in due if one.reason is Reason.LADDER]


@pytest.mark.requirement("R-138")
def test_a_wish_for_more_contact_gets_an_offer_in_the_term_under_self_direction(town: Counter) -> None:
    town.write("2019-04-01", 7, Kind.SIGNAL, role=Role.CLIENT, actor="klant 7", onderwerp="meer_contact")
    (asked,) = [one for one in town.due("2019-04-01", "2019-W16") if one.code == "meer_contact"]
    assert (str(asked.by), asked.talk) == ("2019-04-15", True)
    guided = dossier_of(town.on("2019-04-01"), 7, Role.SUPPORT).guidance
    town.write("2019-04-02", 7, Kind.APPOINTMENT, op="2019-04-09", kanaal="telefoon", initiatief="inwoner")
    assert not [one for one in town.due("2019-04-02", "2019-W16") if one.code == "meer_contact"]
    assert dossier_of(town.on("2019-04-02"), 7, Role.SUPPORT).guidance == guided, "nothing is lowered by asking"


@pytest.mark.requirement("R-263")
def test_an_open_dispute_is_item_one_of_the_talk(town: Counter) -> None:
    town.write("2019-03-01", 8, Kind.SIGNAL, role=Role.CLIENT, actor="klant 8", onderwerp="kan_niet_betalen")
    before = prepared(town.on("2019-04-01"), 8)
    assert before.items[0].reason is Reason.SIGNAL
    desk = town.on("2019-04-01")
    with desk.writes() as writer:
        record_dispute(writer, 8, Dispute(Month.of(2019, 2), 4_200, desk.today), text="klopt niet", idem_key="dispute 1")
    guide = prepared(desk, 8)
    assert (guide.items[0].reason, guide.items[0].values["what"]) == (Reason.DISPUTE, "task_dispute")
    assert len(guide.items) == len(before.items) + 1
    assert "  1. Geld eerst: niet eens met een vordering van 1 april 2019" in talk_text(guide, 8, "nl")
    assert [one.code for one in town.due("2019-04-01", "2019-W14", "j.visser")].count("money") == 1
    with town.on("2019-04-03").writes() as writer:
        (open_one,) = disputes(desk.database, TOWN.id, 8)
        end_dispute(writer, 8, open_one.hseq, outcome="dismissed", reason="klopt", decided_on=town.on("2019-04-03").today)
    assert prepared(town.on("2019-04-03"), 8).items[0].reason is Reason.SIGNAL


@pytest.mark.requirement("R-132")
@pytest.mark.parametrize(("lang", "duty"), [("nl", "Daarna pas"), ("en", "Only then")])
def test_a_talk_begins_with_the_person_and_duties_come_last(town: Counter, lang: str, duty: str) -> None:
    guide = prepared(town.on("2019-04-01"), 8)
    assert guide.opening == OPENING
    assert len(guide.opening) == 3
    assert guide.duties
    page = talk_text(guide, 8, lang)
    assert page.index(guide.duties[0].code) > page.index(duty)
    questions = {"nl": ("Hoe gaat", "als eerste", "het best helpen"), "en": ("How are you", "come first", "help you best")}[lang]
    places = [page.index(text) for text in questions]
    assert places == sorted(places)
    assert places[-1] < page.index(duty)


@pytest.mark.requirement("R-134")
def test_vacancies_that_match_a_wish_are_attached_to_the_talk(town: Counter) -> None:
    town.write("2019-04-01", 7, Kind.PREFERENCE, wensen="peuterspeelzaal", grenzen="nacht")
    listed = [
        Vacancy("12", "Begeleider peuterspeelzaal", ("kinderen",), 24, "Oost"),
        Vacancy("13", "Hulp in de groep", ("Peuterspeelzaal", "kinderen")),
        Vacancy("14", "Kassa", ("winkel",)),
        Vacancy("15", "Oppas", ("peuterspeelzaal", "nacht")),
        Vacancy("16", "Peuterspeelzaal, vervanging", (), until=town.on("2019-03-31").today),
    ]
    guide = prepared(town.on("2019-04-01"), 7, listed)
    assert [(one.wish, one.vacancy.number) for one in guide.vacancies] == [("peuterspeelzaal", "12"), ("peuterspeelzaal", "13")]
    page = talk_text(guide, 7, "nl")
    assert "peuterspeelzaal: [12] Begeleider peuterspeelzaal, Oost, 24 uur per week" in page
    assert "[14]" not in page
