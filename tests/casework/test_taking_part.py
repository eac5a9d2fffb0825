# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What counts differs per regime and lasts as long as somebody asks; exempted is no activity; no duty goes above what one can."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.casework.a_client import AMSTERDAM, ROTTERDAM, Client
from werkzaam.casework.ability import hours_able
from werkzaam.casework.activities import ACTIVITIES, active, participation, tally
from werkzaam.casework.duties import asked_of
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.regime.guidance import Duty, Guidance, guidance_of_part

TASKFORCE = guidance_of_part(ROTTERDAM)
VOLUNTEERING_AND_CARE = Guidance("alleen_zorg_en_vrijwilligerswerk", "bedacht", activities=("vrijwilligerswerk", "mantelzorg"))
assert TASKFORCE is not None


def is_active(client: Client, guidance: Guidance, day: str) -> bool:
    return active(client.dossier(day), guidance, date.fromisoformat(day))


@pytest.mark.requirement("R-048")
def test_work_on_debts_is_active_under_the_taskforce_and_not_where_only_volunteering_and_care_count() -> None:
    client = Client(ROTTERDAM)
    client.write("2017-05-01", Kind.ACTIVITY, wat="schulden")
    assert is_active(client, TASKFORCE, "2017-05-02")
    assert not is_active(client, VOLUNTEERING_AND_CARE, "2017-05-02")


def test_work_on_own_problems_covers_debts_and_health_by_their_names() -> None:
    client = Client(AMSTERDAM)
    client.write("2018-05-01", Kind.ACTIVITY, wat="gezondheid")
    assert is_active(client, client.guidance, "2018-05-02")  # type: ignore[arg-type]


def test_where_nothing_is_stated_nobody_is_called_inactive() -> None:
    client = Client(None, Guidance("stil", "bedacht"))
    client.write("2018-05-01", Kind.ACTIVITY, wat="koken")
    found = participation(client.dossier("2018-05-02"), client.guidance, date(2018, 5, 2))  # type: ignore[arg-type]
    assert (found.stated, found.counts) == (False, ())


@pytest.mark.requirement("R-049")
def test_who_is_exempted_is_counted_as_exempted_and_not_as_contributing() -> None:
    busy, exempt = Client(ROTTERDAM), Client(ROTTERDAM)
    for client in (busy, exempt):
        client.write("2017-05-01", Kind.ACTIVITY, wat="vrijwilligerswerk")
    exempt.write("2017-05-02", Kind.EXEMPTION, grond="sociaal", herzien_op="2017-11-01", omdat="eerst rust")
    on = date(2017, 5, 3)
    counts = tally(participation(one.dossier("2017-05-03"), TASKFORCE, on) for one in (busy, exempt, Client(ROTTERDAM)))
    assert (counts.people(), counts.of("vrijwilligerswerk"), counts.exempted) == (1, 1, 1)
    assert not is_active(exempt, TASKFORCE, "2017-05-03")
    (due,) = exempt.due("2017-05-03", "exemption_review")
    assert due.by == date(2017, 11, 1)


def test_an_exemption_asks_for_a_review_and_a_medical_one_for_advice() -> None:
    client = Client(ROTTERDAM)
    with pytest.raises(InputError, match="herzien_op: a day after 2017-05-02"):
        client.write("2017-05-02", Kind.EXEMPTION, grond="sociaal", herzien_op="2017-05-02", omdat="rust")
    with pytest.raises(NotAllowed, match="a medical ground is judged by a professional"):
        client.write("2017-05-02", Kind.EXEMPTION, grond="medisch", herzien_op="2017-11-01", omdat="rug")
    client.write(
        "2017-05-02", Kind.EXEMPTION, grond="medisch", herzien_op="2017-11-01", omdat="rug", op_advies_van="de bedrijfsarts"
    )
    assert client.dossier("2017-12-01").last(Kind.EXEMPTION)


def test_people_are_counted_once_and_left_out_with_what_is_left_out() -> None:
    """One does two things, one only works on debts: with debts left out, one remains."""
    both, debts = Client(ROTTERDAM), Client(ROTTERDAM)
    for what in ("vrijwilligerswerk", "schulden"):
        both.write("2017-05-01", Kind.ACTIVITY, wat=what)
    debts.write("2017-05-01", Kind.ACTIVITY, wat="schulden")
    counts = tally(participation(one.dossier("2017-05-03"), TASKFORCE, date(2017, 5, 3)) for one in (both, debts))
    assert (counts.people(), counts.people(without=["schulden"]), counts.of("schulden")) == (2, 1, 2)


@pytest.mark.requirement("R-050")
def test_two_hours_of_sport_do_not_count_for_ever() -> None:
    client = Client(ROTTERDAM)
    client.write("2017-01-10", Kind.ACTIVITY, wat="bewegen", uren="2", uren_omdat="zo veel lukt nu")
    assert is_active(client, TASKFORCE, "2017-07-10")
    assert not is_active(client, TASKFORCE, "2017-07-11")
    (due,) = client.due("2017-07-11", "activity_follow")
    assert (due.by, due.values["what"]) == (date(2017, 7, 10), "bewegen")
    client.write("2017-07-12", Kind.FOLLOWED, over=client.seq, hoe="gaat_door")
    assert is_active(client, TASKFORCE, "2017-07-12")
    (due,) = client.due("2017-07-12", "activity_follow")
    assert due.by == date(2018, 1, 12)


def test_what_stopped_counts_no_longer_and_asks_for_nothing() -> None:
    client = Client(ROTTERDAM)
    client.write("2017-01-10", Kind.ACTIVITY, wat="bewegen")
    client.write("2017-03-01", Kind.FOLLOWED, over=1, hoe="gestopt")
    assert not is_active(client, TASKFORCE, "2017-03-02")
    assert not client.due("2017-03-02", "activity_follow")
    with pytest.raises(InputError, match="entry 2 is of the kind followed"):
        client.write("2017-03-03", Kind.FOLLOWED, over=2, hoe="gaat_door")


def test_where_the_regime_states_no_term_ours_holds() -> None:
    client = Client(AMSTERDAM)
    client.write("2018-01-10", Kind.ACTIVITY, wat="koken")
    assert is_active(client, client.guidance, "2018-07-10")  # type: ignore[arg-type]
    assert not is_active(client, client.guidance, "2018-07-11")  # type: ignore[arg-type]


def test_hours_that_we_ask_have_a_ground_and_a_most() -> None:
    client = Client(ROTTERDAM)
    with pytest.raises(InputError, match="uren_omdat is missing"):
        client.write("2017-01-10", Kind.ACTIVITY, wat="vrijwilligerswerk", uren="4")
    with pytest.raises(NotAllowed, match="rot_taskforce asks at most 20 hours a week; found 24"):
        client.write("2017-01-10", Kind.ACTIVITY, wat="vrijwilligerswerk", uren="24", uren_omdat="zo vol mogelijk")
    assert client.write("2017-01-10", Kind.ACTIVITY, Role.CLIENT, "klant", wat="vrijwilligerswerk", uren="24")


def test_every_code_of_a_regime_can_be_written_but_care() -> None:
    assert set(TASKFORCE.activities) - {"mantelzorg"} <= set(ACTIVITIES)
    assert "mantelzorg" not in ACTIVITIES


def test_care_asks_for_no_permission() -> None:
    """12 hours of care: it counts where the regime counts it, nothing is to be permitted, and no judge ever refuses it."""
    client = Client(ROTTERDAM)
    client.put("2017-01-05", Kind.CARE, Role.CLIENT, "klant", hours=12)
    assert is_active(client, TASKFORCE, "2017-01-06")
    assert {due.code for due in client.due("2017-01-06")} <= {"norm", "activity_follow"}


@pytest.mark.requirement("R-128")
def test_who_guides_does_not_change_what_somebody_can_work_and_is_offered_an_assessment() -> None:
    client = Client(ROTTERDAM)
    client.write("2017-01-10", Kind.ABILITY, Role.PROFESSIONAL, "b.arts", uren="8", grond="gezondheid", herzien_op="2018-01-10")
    for role in (Role.SUPPORT, Role.LEAD, Role.INCOME):
        with pytest.raises(NotAllowed, match="Ask for an assessment instead: werkzaam ability ask 7"):
            client.write("2017-02-01", Kind.ABILITY, role, uren="20", grond="gezondheid", herzien_op="2018-01-10")
    client.put("2017-02-01", Kind.ABILITY, hours=2, ground="anders", review_on="2018-01-01")
    client.put("2017-02-01", Kind.WITHDRAWN, about=1, because="ziet er gezond uit")
    held = hours_able(client.dossier("2017-02-02"), date(2017, 2, 2))
    assert held is not None
    assert held.body["hours"] == 8
    client.write("2017-02-03", Kind.ASSESSMENT, omdat="het is een jaar geleden", akkoord="ja")
    (due,) = client.due("2017-02-03", "assessment")
    assert due.by == date(2017, 3, 3)
    client.write("2017-02-20", Kind.ABILITY, Role.PROFESSIONAL, "b.arts", uren="12", grond="gezondheid", herzien_op="2018-02-20")
    assert not client.due("2017-02-20", "assessment")


def test_nobody_is_assessed_against_their_will() -> None:
    with pytest.raises(NotAllowed, match="when the client agrees"):
        Client(ROTTERDAM).write("2017-02-03", Kind.ASSESSMENT, omdat="ik twijfel", akkoord="nee")


def test_the_fewest_hours_that_a_professional_or_the_client_says_hold() -> None:
    client = Client(ROTTERDAM)
    client.write("2017-01-10", Kind.ABILITY, Role.PROFESSIONAL, "b.arts", uren="16", grond="gezondheid", herzien_op="2018-01-10")
    client.write("2017-01-11", Kind.ABILITY, Role.CLIENT, "klant", uren="10", grond="zorg", herzien_op="2017-07-11")
    held = hours_able(client.dossier("2018-03-01"), date(2018, 3, 1))
    assert held is not None
    assert held.body["hours"] == 10, "a review that is late is our debt"
    (due,) = client.due("2018-03-01", "ability_review")
    assert due.by == date(2017, 7, 11)


@pytest.mark.requirement("R-265")
@pytest.mark.parametrize("part", [ROTTERDAM, AMSTERDAM, "nl_participation_act", "ams_comparison", "ams_self_direction"])
def test_with_an_ability_of_four_hours_no_duty_is_above_four(part: str) -> None:
    client = Client(part)
    assert asked_of(client.dossier("2019-01-01"), date(2019, 1, 1)), "the regime asks something"
    client.write("2019-01-01", Kind.ABILITY, Role.PROFESSIONAL, "b.arts", uren="4", grond="gezondheid", herzien_op="2020-01-01")
    shown = asked_of(client.dossier("2019-01-02"), date(2019, 1, 2))
    assert shown
    assert all(duty.hours is not None and duty.hours <= 4 for duty in shown)
    with pytest.raises(NotAllowed, match="can do 4 hours a week"):
        client.write("2019-01-03", Kind.ACTIVITY, wat="vrijwilligerswerk", uren="5", uren_omdat="de regels")


def test_nothing_is_asked_of_who_can_do_no_hours_and_no_contribution_of_who_is_exempted() -> None:
    none, exempt = Client(ROTTERDAM), Client(ROTTERDAM)
    none.write("2019-01-01", Kind.ABILITY, Role.CLIENT, "klant", uren="0", grond="gezondheid", herzien_op="2020-01-01")
    exempt.write("2019-01-01", Kind.EXEMPTION, grond="zorg", herzien_op="2020-01-01", omdat="ziek kind")
    assert asked_of(none.dossier("2019-01-02"), date(2019, 1, 2)) == []
    assert [duty.code for duty in asked_of(exempt.dossier("2019-01-02"), date(2019, 1, 2))] == ["werk_zoeken"]


def test_story_grandmother_is_active_through_care_and_gets_no_extra_duty() -> None:
    """Twenty hours of care for grandchildren (S-106)."""
    client = Client(ROTTERDAM)
    number = client.put("2017-01-05", Kind.CARE, Role.CLIENT, "klant", hours=20)
    assert is_active(client, TASKFORCE, "2017-02-01")
    (contribution,) = [duty for duty in asked_of(client.dossier("2017-02-01"), date(2017, 2, 1)) if duty.code == "tegenprestatie"]
    assert [one.seq for one in contribution.met_by] == [number]


def test_story_accident_push_no_duty_above_eight_hours() -> None:
    """A professional says eight hours after the accident (S-046)."""
    client = Client("ams_comparison")
    client.write(
        "2019-03-01",
        Kind.ABILITY,
        Role.PROFESSIONAL,
        "b.arts",
        uren="8",
        grond="gezondheid",
        herzien_op="2020-03-01",
        blijvend="ja",
    )
    assert {duty.hours for duty in asked_of(client.dossier("2019-03-02"), date(2019, 3, 2))} == {8}


def test_story_driver_of_63_says_himself_that_three_days_is_the_most() -> None:
    """Heavy work and aggression: his own word sets the limit, and no case manager lifts it (S-066)."""
    client = Client("ams_extra_attention")
    client.write(
        "2019-03-01", Kind.ABILITY, Role.CLIENT, "klant", uren="24", grond="arbeidsomstandigheden", herzien_op="2020-03-01"
    )
    with pytest.raises(NotAllowed, match="Ask for an assessment"):
        client.write("2019-06-01", Kind.ABILITY, uren="32", grond="arbeidsomstandigheden", herzien_op="2020-03-01")
    assert all(duty.hours == 24 for duty in asked_of(client.dossier("2019-06-02"), date(2019, 6, 2)))


def test_story_left_alone_who_said_no_and_works_sees_no_talk_of_ours_planned() -> None:
    """Glad to be left alone: after a lasting no nothing of ours is planned for a year (S-096)."""
    client = Client(None, replace(VOLUNTEERING_AND_CARE, contacts_least=4, duties=(Duty("werk_zoeken", False),)))
    client.contact("2019-01-10")
    assert [due.code for due in client.due("2019-03-01") if due.talk] == ["norm"]
    client.write("2019-03-01", Kind.REFUSAL, Role.CLIENT, "klant", waarvan="contact", blijvend="ja")
    assert not [due for due in client.due("2019-03-01") if due.talk and due.by < date(2020, 3, 1)]


def test_story_armenian_man_is_offered_again_after_a_year_without_a_measure() -> None:
    """He holds off at the contact day: saved, offered again after twelve months, and nothing else (S-105)."""
    client = Client("utr_contact_days")
    client.invite("2017-05-01", "contactdag", afspraak_op="2017-05-20")
    client.contact("2017-05-20")
    client.write("2017-05-20", Kind.REFUSAL, waarvan="contact", blijvend="ja", notitie="nu geen zin")
    (due,) = client.due("2017-05-21", "ladder_offer_again")
    assert (due.by, due.talk) == (date(2018, 5, 20), False)
    with pytest.raises(NotAllowed, match="utr_contact_days has no measure"):
        client.write("2017-06-01", Kind.MEASURE, wat="korting", omdat="wil niet", besluit_door="t.lead")


def test_story_betty_who_is_late_and_calls_has_come() -> None:
    """Late with a call is no absence: the ladder is over, and what was offered was hers to answer (S-097)."""
    client = Client(AMSTERDAM)
    client.invite("2017-09-20", "vriendelijke_brief", afspraak_op="2017-10-02", tijd="10:00")
    client.contact("2017-10-02")
    assert not [due for due in client.due("2017-10-02") if due.code.startswith("ladder")]
    with pytest.raises(NotAllowed, match="first comes vriendelijke_brief"):
        client.invite("2017-10-03", "herhaling")
