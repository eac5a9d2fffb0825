# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Ladders of invitations run in their order only, and nothing but an absence without notice moves anybody up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.casework.a_client import AMSTERDAM, LEEUWARDEN, ROTTERDAM, UTRECHT, Client
from werkzaam.casework.contacts import CHANNELS, INITIATORS, PRESENCE
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.invitations import without_outreach
from werkzaam.casework.ladder import Done, NotStated, Open, Resting, Standing, Waiting, may_measure, next_step, position, resting
from werkzaam.casework.notions import judged
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.regime.guidance import guidance_of_part


def following(client: Client, day: str) -> object:
    return next_step(client.dossier(day), client.office(day))


def open_step(client: Client, day: str) -> str:
    found = following(client, day)
    assert isinstance(found, Open), found
    return found.step.code


@pytest.fixture
def rotterdam() -> Client:
    """Invited twice, and stayed away twice without a word."""
    client = Client(ROTTERDAM)
    client.invite("2017-01-10", "uitnodiging", afspraak_op="2017-01-24")
    client.missed("2017-01-24")
    client.invite("2017-01-30", "aangetekend", afspraak_op="2017-02-13")
    client.missed("2017-02-13")
    return client


@pytest.fixture
def amsterdam() -> Client:
    client = Client(AMSTERDAM)
    client.invite("2018-03-01", "vriendelijke_brief", afspraak_op="2018-03-12")
    client.missed("2018-03-12")
    client.invite("2018-03-14", "herhaling", afspraak_op="2018-03-26")
    client.missed("2018-03-26")
    return client


def propose(client: Client, day: str) -> object:
    return client.write(day, Kind.MEASURE, wat="een maand korting", omdat="drie keer niet gekomen", besluit_door="t.lead")


@pytest.mark.requirement("R-043")
def test_rotterdam_has_a_third_letter_before_a_measure_and_amsterdam_a_home_visit_and_no_measure(
    rotterdam: Client, amsterdam: Client
) -> None:
    assert open_step(rotterdam, "2017-02-14") == "aankondiging"
    with pytest.raises(NotAllowed, match="A measure is impossible now: first comes aankondiging"):
        propose(rotterdam, "2017-02-14")
    assert open_step(amsterdam, "2018-03-27") == "huisbezoek"
    with pytest.raises(NotAllowed, match="ams_vitamine_a has no measure"):
        propose(amsterdam, "2018-03-27")
    assert all(step.action != "maatregel" for step in guidance_of_part("ams_vitamine_a").ladder.steps)  # type: ignore[union-attr]


@pytest.mark.requirement("R-044")
def test_calling_off_an_hour_before_moves_nobody(rotterdam: Client) -> None:
    """A contact that says so is enough, and so is an appointment that was cancelled, even where somebody logged an absence."""
    rotterdam.invite("2017-02-20", "aankondiging", afspraak_op="2017-03-06")
    before = position(rotterdam.dossier("2017-03-06"), rotterdam.guidance.ladder)  # type: ignore[union-attr,arg-type]
    rotterdam.contact("2017-03-06", "afgemeld", "telefoon", "inwoner")
    assert position(rotterdam.dossier("2017-03-06"), rotterdam.guidance.ladder) == before  # type: ignore[union-attr,arg-type]
    assert isinstance(following(rotterdam, "2017-03-06"), Waiting)
    made = rotterdam.put("2017-03-06", Kind.APPOINTMENT, on=date(2017, 3, 13))
    rotterdam.put("2017-03-13", Kind.CANCELLED, about=made, by="inwoner")
    rotterdam.missed("2017-03-13")
    assert position(rotterdam.dossier("2017-03-13"), rotterdam.guidance.ladder) == before  # type: ignore[union-attr,arg-type]
    with pytest.raises(NotAllowed, match="A measure is impossible now"):
        propose(rotterdam, "2017-03-14")


def test_the_newest_calling_off_is_the_one_that_counts(rotterdam: Client) -> None:
    rotterdam.invite("2017-02-20", "aankondiging", afspraak_op="2017-03-06")
    for day in ("2017-03-06", "2017-03-13"):
        rotterdam.contact(day, "afgemeld", "telefoon", "inwoner")
    rotterdam.missed("2017-03-13")
    assert isinstance(following(rotterdam, "2017-03-14"), Waiting)
    rotterdam.missed("2017-03-20")
    assert open_step(rotterdam, "2017-03-21") == "maatregel"


def test_a_step_that_is_skipped_is_refused_with_what_comes_first() -> None:
    client = Client(ROTTERDAM)
    with pytest.raises(NotAllowed, match="aankondiging: the steps go in order, and first comes uitnodiging"):
        client.invite("2017-01-10", "aankondiging")
    client.invite("2017-01-10", "uitnodiging", afspraak_op="2017-01-24")
    with pytest.raises(NotAllowed, match="Only an absence without notice after it"):
        client.invite("2017-01-20", "aangetekend")
    client.missed("2017-01-24")
    with pytest.raises(NotAllowed, match="first comes aangetekend"):
        client.invite("2017-01-25", "aankondiging")


def test_the_same_letter_again_moves_nobody_and_a_step_is_no_measure(rotterdam: Client) -> None:
    rotterdam.invite("2017-02-14", "aangetekend")
    assert isinstance(following(rotterdam, "2017-02-14"), Waiting)
    with pytest.raises(NotAllowed, match="A measure is no invitation"):
        rotterdam.invite("2017-02-15", "maatregel")
    with pytest.raises(UnknownName, match="in this order: uitnodiging, aangetekend, aankondiging, maatregel"):
        rotterdam.invite("2017-02-15", "vierde_brief")


def test_one_absence_is_never_counted_twice() -> None:
    """Not by a letter that is dated back, not by a second note of the same day, and not by one before the day to meet."""
    client = Client(ROTTERDAM)
    client.invite("2017-01-10", "uitnodiging", afspraak_op="2017-01-24")
    client.missed("2017-01-17")
    assert isinstance(following(client, "2017-01-18"), Waiting), "the day to meet has not come"
    client.missed("2017-01-24")
    back = Entry(7, Kind.LADDER_STEP, date(2017, 1, 20), Role.SUPPORT, "j.visser", {"step": "aangetekend"})
    with pytest.raises(InputError, match="dag: a day from 2017-01-24 on was expected"):
        judged(back, client.dossier("2017-01-25"), client.office("2017-01-25"))
    client.invite("2017-01-24", "aangetekend")
    client.contact("2017-01-24", "niet_gekomen", "telefoon")
    assert isinstance(following(client, "2017-01-25"), Waiting)


@pytest.mark.parametrize("seed", range(60))
def test_the_agenda_of_a_town_says_the_same_as_the_page_of_a_client(seed: int) -> None:
    """A town's agenda knows the last contact of each kind only; whatever happened, what may come next is the same."""
    chance = random.Random(seed)
    client = Client(chance.choice((ROTTERDAM, AMSTERDAM, UTRECHT, LEEUWARDEN)))
    for day in range(1, 40):
        on = (date(2018, 1, 1) + timedelta(7 * day)).isoformat()
        for _ in range(chance.randrange(3)):
            client.contact(on, chance.choice(PRESENCE), chance.choice(CHANNELS), chance.choice(INITIATORS))
        match following(client, on):
            case Open(step, _, _, _) if step.action != "maatregel" and chance.random() < 0.7:
                if step.action == "huisbezoek":
                    client.support_visit(on, on)
                client.invite(on, step.code)
            case Waiting() if chance.random() < 0.1:
                client.write(on, Kind.REFUSAL, waarvan="contact", blijvend="ja")
        whole = client.dossier(on)
        newest = {(one.initiator, one.channel, one.presence): one for one in whole.contacts}
        assert next_step(replace(whole, contacts=tuple(newest.values())), client.office(on)) == next_step(
            whole, client.office(on)
        )


def test_days_that_cannot_be_are_refused(rotterdam: Client) -> None:
    with pytest.raises(InputError, match="afspraak_op: a day from 2017-02-14 on was expected"):
        rotterdam.invite("2017-02-14", "aankondiging", afspraak_op="2017-02-01")


def test_who_comes_has_left_the_ladder_and_a_new_round_starts_below(rotterdam: Client) -> None:
    rotterdam.contact("2017-02-20")
    done = following(rotterdam, "2017-02-21")
    assert isinstance(done, Done)
    assert done.came
    with pytest.raises(NotAllowed, match="first comes uitnodiging"):
        rotterdam.invite("2018-02-21", "aankondiging")
    rotterdam.invite("2018-02-21", "uitnodiging")
    rotterdam.missed("2018-03-05")
    assert open_step(rotterdam, "2018-03-06") == "aangetekend"


def test_a_letter_or_message_that_was_sent_is_nobody_who_came(rotterdam: Client) -> None:
    rotterdam.contact("2017-02-20", channel="post")
    assert open_step(rotterdam, "2017-02-21") == "aankondiging"


def test_a_new_guidance_starts_at_its_first_step(rotterdam: Client) -> None:
    rotterdam.put("2017-02-20", Kind.GUIDANCE, part=ROTTERDAM)
    assert open_step(rotterdam, "2017-02-21") == "uitnodiging"


def test_the_agenda_has_the_next_step_and_what_became_of_an_invitation(rotterdam: Client) -> None:
    (due,) = rotterdam.due("2017-02-14", "ladder_next")
    assert (due.by, due.values["step"], due.talk) == (date(2017, 2, 27), "brief_aankondiging", False)
    rotterdam.invite("2017-02-20", "aankondiging", afspraak_op="2017-03-06")
    assert not rotterdam.due("2017-02-20", "ladder_next")
    (due,) = rotterdam.due("2017-03-08", "ladder_outcome")
    assert due.by == date(2017, 3, 7)


def test_after_the_last_letter_the_agenda_has_a_barrier_check_and_never_a_measure(rotterdam: Client) -> None:
    rotterdam.invite("2017-02-20", "aankondiging", afspraak_op="2017-03-06")
    rotterdam.missed("2017-03-06")
    assert open_step(rotterdam, "2017-03-07") == "maatregel"
    assert [due.code for due in rotterdam.due("2017-03-07") if due.code.startswith("ladder")] == ["ladder_barrier"]
    rotterdam.barriers("2017-03-10")
    assert not [due for due in rotterdam.due("2017-03-11") if due.code.startswith("ladder")]


def test_a_home_visit_comes_with_its_purpose(amsterdam: Client) -> None:
    with pytest.raises(NotAllowed, match="A home visit has a purpose and a ground"):
        amsterdam.invite("2018-04-02", "huisbezoek", afspraak_op="2018-04-10")
    amsterdam.support_visit("2018-04-02", "2018-04-10")
    amsterdam.invite("2018-04-02", "huisbezoek", afspraak_op="2018-04-10")
    assert isinstance(following(amsterdam, "2018-04-02"), Waiting)


@pytest.fixture
def visited(amsterdam: Client) -> Client:
    amsterdam.support_visit("2018-04-02", "2018-04-10")
    amsterdam.invite("2018-04-02", "huisbezoek", afspraak_op="2018-04-10")
    amsterdam.missed("2018-04-10")
    return amsterdam


@pytest.mark.requirement("R-045")
def test_refusal_after_a_home_visit_is_a_year_without_a_talk_planned_unless_a_professional_saw_danger(visited: Client) -> None:
    visited.put("2018-04-10", Kind.FREQUENCY, months=1)
    (remark,) = visited.write("2018-04-11", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    assert (remark.code, remark.values["until"]) == ("refusal_rest", date(2019, 4, 11))
    for day in ("2018-04-11", "2018-09-01", "2019-04-10"):
        assert not [due for due in visited.due(day) if due.talk and due.by < date(2019, 4, 11)]
        assert isinstance(following(visited, day), Resting)
    with pytest.raises(NotAllowed, match="left in peace until 2019-04-11"):
        visited.invite("2018-09-01", "vriendelijke_brief")
    with pytest.raises(NotAllowed, match="left in peace until 2019-04-11"):
        visited.write("2018-09-01", Kind.APPOINTMENT, op="2018-09-03", kanaal="bezoek", initiatief="klantmanager")
    visited.write("2018-09-01", Kind.APPOINTMENT, op="2018-09-03", kanaal="bezoek", initiatief="inwoner")
    (again,) = visited.due("2019-04-11", "ladder_offer_again")
    assert again.by == date(2019, 4, 11)
    assert open_step(visited, "2019-04-11") == "vriendelijke_brief"
    visited.write("2018-09-02", Kind.DANGER, Role.PROFESSIONAL, "w.arts", voor="inwoner", omdat="gas lek en geen hulp")
    assert resting(visited.dossier("2018-09-02"), visited.office("2018-09-02")) is None


def test_danger_is_recorded_by_a_professional_only(visited: Client) -> None:
    with pytest.raises(NotAllowed, match="danger is written by deskundige; you are here as hulp"):
        visited.write("2018-09-02", Kind.DANGER, voor="inwoner", omdat="ik vertrouw het niet")


def test_a_ladder_that_ends_in_rest_leaves_who_missed_its_last_step_in_peace(visited: Client) -> None:
    rest = following(visited, "2018-04-11")
    assert isinstance(rest, Resting)
    assert (rest.until, rest.said) == (date(2019, 4, 10), True)
    assert open_step(visited, "2019-04-10") == "vriendelijke_brief"
    with pytest.raises(NotAllowed, match="rust asks nothing of anybody"):
        visited.invite("2019-04-10", "rust")


def test_who_comes_back_of_their_own_accord_ends_the_rest(visited: Client) -> None:
    visited.write("2018-04-11", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    visited.contact("2018-06-01", channel="telefoon", initiator="inwoner")
    assert not isinstance(following(visited, "2018-06-02"), Resting)


def test_a_lasting_no_does_not_stop_the_steps_of_a_regime_with_measures(rotterdam: Client) -> None:
    """Rotterdam says nothing about it and has a measure; so the order of the steps is what protects there."""
    (told,) = rotterdam.write("2017-02-14", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    assert told.code == "refusal_no_rest"
    assert open_step(rotterdam, "2017-02-15") == "aankondiging"


def test_a_question_of_the_client_goes_on_during_a_rest(visited: Client) -> None:
    """What is ours is left out; what the client asked for stays."""
    visited.write("2018-04-11", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    visited.write("2018-05-01", Kind.ASSESSMENT, Role.CLIENT, "klant", omdat="ik kan niet meer", akkoord="ja")
    assert [due.code for due in visited.due("2018-05-02") if due.code == "assessment"]


def test_a_talk_that_the_client_asked_for_is_planned_during_a_rest(visited: Client) -> None:
    visited.write("2018-04-11", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    dossier, office = visited.dossier("2018-05-01"), visited.office("2018-05-01")
    asked = [Due(7, reason, "talk", date(2018, 5, 2), talk=True) for reason in (Reason.QUESTION, Reason.NORM)]
    assert [due.reason for due in without_outreach(asked, dossier, office)] == [Reason.QUESTION]


def test_a_regime_that_says_it_has_no_measure_has_none_whatever_its_steps() -> None:
    strict = guidance_of_part(ROTTERDAM)
    assert strict is not None
    assert may_measure(strict)
    assert not may_measure(replace(strict, measures=False))


def test_utrecht_invites_to_a_contact_day_and_leeuwarden_visits() -> None:
    utrecht, leeuwarden = Client(UTRECHT), Client(LEEUWARDEN)
    utrecht.invite("2017-05-01", "contactdag", afspraak_op="2017-05-20")
    utrecht.missed("2017-05-20")
    over = following(utrecht, "2017-05-21")
    assert isinstance(over, Done)
    assert not over.came
    leeuwarden.invite("2017-05-01", "uitnodiging")
    leeuwarden.missed("2017-05-20")
    (due,) = leeuwarden.due("2017-05-21", "ladder_next")
    assert (due.values["step"], due.talk, due.minutes) == ("huisbezoek", True, 60)


def test_nothing_follows_where_nobody_wrote_a_ladder() -> None:
    client = Client("ams_self_direction")
    assert isinstance(following(client, "2019-05-01"), NotStated)
    with pytest.raises(NotAllowed, match="ams_self_direction has no ladder"):
        client.invite("2019-05-01", "brief")
    assert position(client.dossier("2019-05-01"), guidance_of_part(ROTTERDAM).ladder).standing is Standing.FRESH  # type: ignore[union-attr,arg-type]
