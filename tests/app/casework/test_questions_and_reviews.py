# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions get an answer in time, reviews an outcome, referrals a name; and too much contact is heard without more contact."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework import lists
from werkzaam.app.casework.dossiers import dossiers
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.store.casework import record_entry

REFERRAL = {"organisatie": "Buurthuis De Brug", "contactpersoon": "Mw. Bos (verzonnen)", "waarvoor": "koken", "toestemming": "ja"}


@pytest.fixture
def counted(counter: Counter) -> Counter:
    counter.open("2020-01-15", 7, 8)
    counter.assign("2020-01-15", 7, "j.visser")
    return counter


def coded(counter: Counter, day: str, week: str, code: str) -> list[Due]:
    return [due for due in counter.due(day, week) if due.code == code]


@pytest.mark.requirement("R-119")
def test_a_question_that_waits_three_working_days_is_seen_by_the_team_leader(counted: Counter) -> None:
    """Asked on Monday 3 February 2020 in the evening (S-037): due on Wednesday, with the team leader on Thursday."""
    asked = counted.write(
        "2020-02-03", 7, Kind.QUESTION, role=Role.CLIENT, tekst="Wat staat er in deze brief?", onderwerp="brief"
    )
    assert [(one.code, one.values["owner"]) for one in asked.remarks] == [("question_to", "j.visser")]
    (waits,) = coded(counted, "2020-02-05", "2020-W06", "question")
    assert (waits.by, waits.for_lead, waits.reason) == (date(2020, 2, 5), False, Reason.QUESTION)
    (late,) = coded(counted, "2020-02-06", "2020-W06", "question")
    assert late.for_lead
    for_lead = [lists.questions(counted.on(day), Role.LEAD) for day in ("2020-02-05", "2020-02-06")]
    assert [[(person, one.owner) for person, one in found] for found in for_lead] == [[], [(7, "j.visser")]]
    assert "cliënt 7" in lists.questions_text(for_lead[1], "nl")
    counted.write("2020-02-06", 7, Kind.ANSWERED, over=asked.seq, tekst="Het is een overzicht; u hoeft niets te doen.")
    assert coded(counted, "2020-02-06", "2020-W06", "question") == []


def test_a_question_that_nobody_owns_is_the_team_leaders_at_once(counted: Counter) -> None:
    asked = counted.write("2020-02-03", 8, Kind.QUESTION, role=Role.CLIENT, tekst="Wie is mijn klantmanager?")
    assert [one.code for one in asked.remarks] == ["question_to_lead"]
    (due,) = coded(counted, "2020-02-03", "2020-W06", "question")
    assert due.for_lead


def test_an_answer_is_to_something_that_was_asked(counted: Counter) -> None:
    goal = counted.write("2020-02-03", 7, Kind.SUMMARY, tekst="Het verhaal.")
    with pytest.raises(InputError, match=r"is of the kind summary; expected was question or"):
        counted.write("2020-02-03", 7, Kind.ANSWERED, over=goal.seq, tekst="Ja.")
    with pytest.raises(InputError, match="there is no entry 99"):
        counted.write("2020-02-03", 7, Kind.ANSWERED, over=99, tekst="Ja.")


@pytest.mark.requirement("R-029")
def test_self_direction_is_reviewed_after_a_year_with_outcome_and_ground(counted: Counter) -> None:
    """S-074: started on 15 January 2020."""
    start = counted.write("2020-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    (due,) = coded(counted, "2021-01-15", "2021-W02", "self_direction_review")
    assert (due.by, due.reason) == (date(2021, 1, 15), Reason.REVIEW)
    for missing, left in (("uitkomst", {"grond": "eigen_initiatief"}), ("grond", {"uitkomst": "doorgaan"})):
        with pytest.raises(InputError, match=f"{missing} is missing"):
            counted.write("2021-01-15", 7, Kind.REVIEW, over=start.seq, **left)
    with pytest.raises(
        InputError, match="self-direction goes on by eigen_initiatief or andere_instantie; found 'geen_initiatief'"
    ):
        counted.write("2021-01-15", 7, Kind.REVIEW, over=start.seq, uitkomst="doorgaan", grond="geen_initiatief")
    assert coded(counted, "2021-01-15", "2021-W02", "self_direction_review")
    counted.write("2021-01-15", 7, Kind.REVIEW, over=start.seq, uitkomst="doorgaan", grond="eigen_initiatief")
    assert coded(counted, "2021-01-15", "2021-W02", "self_direction_review") == []
    (again,) = coded(counted, "2022-01-15", "2022-W02", "self_direction_review")
    assert again.by == date(2022, 1, 15)


def test_self_direction_that_stops_asks_what_comes_instead(counted: Counter) -> None:
    start = counted.write("2020-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    done = counted.write("2021-01-15", 7, Kind.REVIEW, over=start.seq, uitkomst="stoppen", grond="geen_initiatief")
    assert [one.code for one in done.remarks] == ["review_stopped"]
    assert [due.by for due in coded(counted, "2021-01-15", "2021-W04", "guidance_to_change")] == [date(2021, 1, 29)]
    counted.write("2021-01-18", 7, Kind.GUIDANCE, deel="ams_extra_attention", omdat="terugblik")
    assert coded(counted, "2021-01-18", "2021-W04", "guidance_to_change") == []
    assert coded(counted, "2022-01-18", "2022-W04", "self_direction_review") == []


def test_saying_the_same_guidance_again_does_not_put_the_review_off(counted: Counter) -> None:
    counted.write("2020-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    counted.write("2020-06-01", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="bevestigd")
    (due,) = coded(counted, "2021-01-15", "2021-W02", "self_direction_review")
    assert due.by == date(2021, 1, 15)


@pytest.mark.requirement("R-056")
@pytest.mark.parametrize(("purpose", "reviews"), [("opstap", [date(2020, 1, 1)]), ("einddoel", [])])
def test_volunteering_as_a_stepping_stone_is_reviewed_after_a_year(counted: Counter, purpose: str, reviews: list[date]) -> None:
    told = {"gebied": "vrijwilligerswerk", "stap": "gastvrouw in het buurthuis", "tempo": "twee dagen", "eigenaar": "klant"}
    counted.write("2020-01-15", 8, Kind.GOAL, on="2019-01-01", role=Role.CLIENT, **told, waarvoor=purpose)
    found = coded(counted, "2020-01-16", "2020-W03", "stepping_stone_review")
    assert [due.by for due in found] == reviews
    if found:
        counted.write("2020-01-16", 8, Kind.REVIEW, over=found[0].values["about"], uitkomst="doorgaan", grond="wens_van_de_klant")
        assert coded(counted, "2020-01-16", "2020-W03", "stepping_stone_review") == []


@pytest.mark.requirement("R-032")
def test_too_much_opens_a_short_review_and_brings_no_contact_forward(counted: Counter) -> None:
    """S-042: the case manager sees it, and the next contact does not come any earlier."""
    counted.write("2020-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    counted.write("2020-01-20", 7, Kind.CONTACT, kanaal="telefoon", initiatief="klantmanager", soort="gesprek")
    before = [due for due in counted.due("2020-02-03", "2021-W05") if due.talk]
    counted.write("2020-02-03", 7, Kind.PRESSURE, role=Role.CLIENT, oordeel="te_veel")
    after = counted.due("2020-02-03", "2021-W05", "j.visser")
    assert [due for due in after if due.talk] == before
    (due,) = [due for due in after if due.code == "pressure_review"]
    assert (due.by, due.talk) == (date(2020, 2, 17), False)
    mark = next(one for one in dossiers(counted.on("2020-02-03"), Role.SUPPORT)[7].of(Kind.PRESSURE))
    counted.write("2020-02-10", 7, Kind.REVIEW, over=mark.seq, uitkomst="anders_doorgaan", grond="wens_van_de_klant")
    assert coded(counted, "2020-02-10", "2020-W08", "pressure_review") == []


def test_right_opens_nothing(counted: Counter) -> None:
    counted.write("2020-02-03", 7, Kind.PRESSURE, role=Role.CLIENT, oordeel="te_veel")
    counted.write("2020-02-04", 7, Kind.PRESSURE, role=Role.CLIENT, oordeel="goed")
    assert coded(counted, "2020-02-04", "2020-W08", "pressure_review") == []


@pytest.mark.requirement("R-129")
def test_forty_of_a_hundred_referrals_come_back_each_with_a_next_step(counter: Counter) -> None:
    people = range(1, 101)
    counter.open("2020-01-06", *people)
    with counter.on("2020-02-03").writes() as writer:
        body = {"organisation": "De Brug", "person": "Mw. Bos (verzonnen)", "purpose": "koken", "consent": True}
        made = {}
        for person in people:
            entry = Entry(person, Kind.REFERRAL, date(2020, 2, 3), Role.SUPPORT, "j.visser", body)
            event = record_entry(writer, person, entry, idem_key=f"referral {person}")
            assert event is not None
            made[person] = event.hseq
    with pytest.raises(InputError, match="volgende_stap is missing"):
        counter.write("2020-03-02", 1, Kind.REFERRAL_BACK, over=made[1], uitkomst="teruggekomen")
    with counter.on("2020-03-02").writes() as writer:
        for person in people[:40]:
            back = {"about": made[person], "outcome": "teruggekomen", "next_step": "samen naar het buurthuis"}
            entry = Entry(person, Kind.REFERRAL_BACK, date(2020, 3, 2), Role.SUPPORT, "j.visser", back)
            record_entry(writer, person, entry, idem_key=f"back {person}")
    found = lists.referrals_made(counter.on("2020-03-02"), date(2020, 1, 1), date(2020, 12, 31))
    assert (found.made, found.came_back, found.open, found.share_back) == (100, 40, 60, Fraction(2, 5))
    assert [step for _, step in found.next_steps] == ["samen naar het buurthuis"] * 40
    text = lists.referrals_text(found, date(2020, 1, 1), date(2020, 12, 31), "nl")
    assert "100 keer doorverwezen; 40 keer kwam de cliënt terug: 40%." in text
    assert text.count("samen naar het buurthuis") == 40


def test_a_referral_takes_consent_a_name_and_a_term(counted: Counter) -> None:
    """S-104: referred and expected on the same day."""
    with pytest.raises(NotAllowed, match="with consent only"):
        counted.write("2020-02-03", 7, Kind.REFERRAL, **{**REFERRAL, "toestemming": "nee"})
    with pytest.raises(InputError, match="contactpersoon is missing"):
        counted.write("2020-02-03", 7, Kind.REFERRAL, **{key: REFERRAL[key] for key in REFERRAL if key != "contactpersoon"})
    made = counted.write("2020-02-03", 7, Kind.REFERRAL, **REFERRAL, afspraak="2020-02-03")
    assert [due.by for due in coded(counted, "2020-02-03", "2020-W10", "referral_feedback")] == [date(2020, 3, 2)]
    counted.write("2020-03-02", 7, Kind.REFERRAL_BACK, over=made.seq, uitkomst="aangekomen")
    assert coded(counted, "2020-03-02", "2020-W10", "referral_feedback") == []
