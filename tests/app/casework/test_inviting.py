# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A client's page of the ladder and the letters, what enforcement reads, similar decisions, rules in the way: on a database."""

from __future__ import annotations

import pytest

from tests.app.casework.counter import Counter
from tests.golden.ladder import ABSENT, AMSTERDAM, empty, invited, pages
from werkzaam.app.casework.blocked_report import blocked_report
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.invitation_letter import invitation_letter
from werkzaam.app.casework.ladder_page import ladder_page
from werkzaam.app.casework.record import Written
from werkzaam.app.casework.said import sentence
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.tone import threats
from werkzaam.core.errors import NotAllowed
from werkzaam.store.database import Database


def under(counter: Counter, part: str, day: str, *people: int) -> Counter:
    counter.open(day, *people)
    for person in people:
        counter.write(day, person, Kind.GUIDANCE, deel=part, omdat="regels van de stad")
    return counter


def visit(counter: Counter, day: str, on: str) -> Written:
    return counter.write(day, 7, Kind.VISIT, bezoek_op=on, doel="steun", grond="horen hoe het gaat", verteld_op=day,
                         organisatie="de gemeente", gegevens="naam en adres")  # fmt: skip


@pytest.fixture
def amsterdam(database: Database) -> Counter:
    """Client 7 stayed away from two friendly letters."""
    return invited(database, "ams_vitamine_a", AMSTERDAM)


def test_the_pages_and_letters_read_as_they_were_read_aloud() -> None:
    """Where somebody is, what may come and what cannot; a third letter, and a home visit with for whom, why and what is known."""
    for file, text in pages(empty(), empty()):
        assert text == file.read_text(encoding="utf-8"), file.name


@pytest.mark.requirement("R-223")
def test_a_sanction_phrase_in_a_letter_under_vitamin_a_is_refused(amsterdam: Counter) -> None:
    desk = amsterdam.on("2018-03-15")
    with pytest.raises(NotAllowed, match="This letter is not sent: it says 'maatregel'"):
        invitation_letter(desk, 7, "nl", own_words="Komt u weer niet, dan volgt een maatregel.")
    assert "Ik zet koffie." in invitation_letter(desk, 7, "nl", own_words="Ik zet koffie.")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_only_the_letters_of_rotterdam_that_say_so_speak_of_a_measure(counter: Counter, lang: str) -> None:
    under(counter, "rot_taskforce", "2017-01-02", 7)
    spoken = []
    for sent, step, meet in (
        ("01-10", "uitnodiging", "01-24"),
        ("01-30", "aangetekend", "02-13"),
        ("02-20", "aankondiging", "03-06"),
    ):
        draft = invitation_letter(counter.on(f"2017-{sent}"), 7, lang)
        counter.write(f"2017-{sent}", 7, Kind.LADDER_STEP, trede=step, afspraak_op=f"2017-{meet}")
        spoken.append((bool(threats(draft)), bool(threats(invitation_letter(counter.on(f"2017-{sent}"), 7, lang)))))
        counter.write(f"2017-{meet}", 7, Kind.CONTACT, **ABSENT)
    assert spoken == [(True, True), (False, False), (True, True)]
    with pytest.raises(NotAllowed, match="No letter is left"):
        invitation_letter(counter.on("2017-03-07"), 7, lang)


@pytest.mark.requirement("R-045")
def test_a_year_of_agendas_has_no_talk_for_who_refused_after_a_home_visit(amsterdam: Counter) -> None:
    visit(amsterdam, "2018-04-02", "2018-04-10")
    (due,) = [due for due in amsterdam.due("2018-04-02", "2018-W15") if due.talk]
    assert (due.code, due.values["step"]) == ("ladder_next", "huisbezoek")
    amsterdam.write("2018-04-02", 7, Kind.LADDER_STEP, trede="huisbezoek", afspraak_op="2018-04-10")
    amsterdam.write("2018-04-10", 7, Kind.CONTACT, **ABSENT)
    amsterdam.write("2018-04-11", 7, Kind.REFUSAL, waarvan="contact", blijvend="ja")
    for day, week in (("2018-04-12", "2018-W15"), ("2018-10-01", "2018-W40"), ("2019-04-08", "2019-W15")):
        assert not [due for due in amsterdam.due(day, week) if due.talk]
    assert "ladder_offer_again" in [due.code for due in amsterdam.due("2019-04-11", "2019-W15")]


def test_no_letter_goes_out_during_a_rest(amsterdam: Counter) -> None:
    amsterdam.write("2018-03-27", 7, Kind.REFUSAL, waarvan="contact", blijvend="ja")
    with pytest.raises(NotAllowed, match="left in peace until 2019-03-27"):
        invitation_letter(amsterdam.on("2018-03-28"), 7, "nl")
    assert "27 maart 2019" in " ".join(ladder_page(amsterdam.on("2018-03-28"), 7, "nl").split())


@pytest.mark.requirement("R-046")
def test_what_enforcement_reads_has_nothing_of_a_support_visit(amsterdam: Counter) -> None:
    planned = visit(amsterdam, "2018-04-02", "2018-04-10")
    assert [one.code for one in planned.remarks] == ["visit_say_steun"]
    amsterdam.write("2018-04-11", 7, Kind.VISITED, over=planned.seq, uitkomst="partner op de bank", verteld_op="2018-04-10")
    seen = dossier_of(amsterdam.on("2018-05-01", "h.handhaver"), 7, Role.ENFORCEMENT)
    assert (seen.entries, seen.contacts) == ((), ())
    kept = dossier_of(amsterdam.on("2018-05-01"), 7, Role.SUPPORT)
    (told,) = kept.of(Kind.VISIT)
    (outcome,) = kept.of(Kind.VISITED)
    assert (told.body["purpose"], told.body["ground"], outcome.body["outcome"]) == (
        "steun",
        "horen hoe het gaat",
        "partner op de bank",
    )


@pytest.mark.requirement("R-131")
def test_a_deviation_on_study_time_shows_the_three_most_similar_earlier_decisions(counter: Counter) -> None:
    under(counter, "ams_extra_attention", "2019-01-02", 1, 2, 3, 4, 7)

    def decide(day: str, person: int, topic: str, circumstances: str, instead: str) -> Written:
        return counter.write(day, person, Kind.DEVIATION, onderwerp=topic, omstandigheden=circumstances, regel="Pw 9:1:b",
                             antwoord="toegestaan", in_plaats_daarvan=instead, omdat=f"het verhaal van {person}")  # fmt: skip

    first = decide("2019-01-03", 1, "uren", "zorg,bijna_klaar", "16 uur")
    assert [one.code for one in first.remarks] == ["deviation_first"]
    decide("2019-01-04", 2, "studietijd", "zorg", "drie dagen studie")
    decide("2019-01-05", 3, "studietijd", "zorg,bijna_klaar", "vier dagen studie tot juli")
    decide("2019-01-06", 4, "studietijd", "taal", "een avond per week")
    remarks = decide("2019-02-01", 7, "studietijd", "zorg,bijna_klaar", "vier dagen studie").remarks
    assert [one.values["instead"] for one in remarks] == ["vier dagen studie tot juli", "drie dagen studie", "een avond per week"]
    said = sentence(remarks[0].code, "nl", remarks[0].values)
    assert said == ("Eerder besloten, op 5 januari 2019: studietijd (bijna klaar, zorg voor anderen): toegestaan. In plaats "
                    "daarvan: vier dagen studie tot juli")  # fmt: skip
    assert "verhaal" not in said


@pytest.mark.requirement("R-264")
def test_five_blocked_requests_are_reported_by_rule_with_their_number(counter: Counter) -> None:
    under(counter, "ams_extra_attention", "2019-01-02", 1, 2, 3)
    noted = (
        ("2019-02-01", 1, "Pw 7:3", "scholing"), ("2019-03-01", 2, "pw 7:3", "scholing"), ("2019-04-01", 3, "Pw 7:3", "scholing"),
        ("2019-05-01", 1, "Stad 4", "werk"), ("2019-06-01", 2, "Pw 7:3", "eigen_bedrijf"), ("2020-01-01", 3, "Pw 7:3", "werk"),
    )  # fmt: skip
    for day, person, rule, wish in noted:
        assert counter.write(day, person, Kind.BLOCKED, regel=rule, wens=wish).seq
    report = blocked_report(counter.on("2020-02-01"), 2019, "en")
    assert [line.split() for line in report.splitlines()[2:]] == [
        ["rule", "wish", "times"],
        ["Pw", "7:3", "education", "3"],
        ["Pw", "7:3", "a", "business", "of", "one's", "own", "1"],
        ["Stad", "4", "work", "1"],
    ]
    assert "In 2018 is geen regel genoteerd" in blocked_report(counter.on("2020-02-01"), 2018, "nl")


def test_story_hours_unequal_each_sees_the_ground_for_their_own_hours(counter: Counter) -> None:
    """Two volunteers of 4 and 16 hours: each page has its own ground, and not that of the other (S-107)."""
    under(counter, "rot_taskforce", "2017-01-02", 1, 2)
    for person, hours, ground in ((1, "4", "om rustig te beginnen"), (2, "16", "omdat u dat zelf wilde")):
        counter.write("2017-01-10", person, Kind.ACTIVITY, wat="vrijwilligerswerk", uren=hours, uren_omdat=ground)
    first, second = (ladder_page(counter.on("2017-01-11"), person, "nl") for person in (1, 2))
    assert "vrijwilligerswerk, 4 uur per week. Waarom deze uren: om rustig te beginnen." in first
    assert "vrijwilligerswerk, 16 uur per week. Waarom deze uren: omdat u dat zelf wilde." in second
    assert "omdat u dat zelf wilde" not in first
    assert "om rustig te beginnen" not in second


def test_the_page_shows_what_one_can_and_that_one_is_exempted(counter: Counter) -> None:
    under(counter, "rot_taskforce", "2017-01-02", 1)
    counter.write("2017-01-03", 1, Kind.ABILITY, "klant", Role.CLIENT, uren="4", grond="gezondheid", herzien_op="2018-01-03")
    assert "een tegenprestatie leveren: hoogstens 4 uur per week" in ladder_page(counter.on("2017-01-04"), 1, "nl")
    counter.write("2017-01-05", 1, Kind.EXEMPTION, grond="sociaal", herzien_op="2017-07-05", omdat="eerst een huis")
    page = ladder_page(counter.on("2017-01-06"), 1, "nl")
    assert "U bent vrijgesteld tot wij er opnieuw naar kijken, op 5 juli 2017. Reden: eerst een huis" in page
    assert "tegenprestatie" not in page.split("Wat wij van u vragen")[1].split("Bron")[0]
