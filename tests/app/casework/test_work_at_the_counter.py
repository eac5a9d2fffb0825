# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The stories of work at the counter, on both databases: written with their forms, seen in the agenda, counted over the town."""

from __future__ import annotations

import json

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework.aftercare_referral import referral, referral_json
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.record import write
from werkzaam.app.casework.said import sentence
from werkzaam.app.casework.town_work import course_gaps, education_reach, town_employers, town_jobs
from werkzaam.app.casework.work_pages import employers_page, jobs_page, reach_page
from werkzaam.casework.courses import Course
from werkzaam.casework.education import spent
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import NotAllowed

SIGNED = {"stand": "gesloten", "soort": "vast"}


def test_a_request_is_asked_decided_and_counted_and_is_in_the_agenda_until_then(counter: Counter) -> None:
    counter.open("2020-03-02", 7)
    asked = counter.write("2020-03-02", 7, Kind.REQUEST, role=Role.CLIENT, wat="cursus", naam="Heftruck", kosten="1500",
                          werkgever="Bouw", werkgever_betaalt="500")  # fmt: skip
    (due,) = counter.due("2020-03-02", "2020-W18")
    assert sentence(due.code, "nl", due.values) == "Aanvraag Heftruck van 2 maart 2020: hier moet nog over beslist worden."
    counter.write("2020-03-09", 7, Kind.DECIDED, over=str(asked.seq), besluit="toegekend", uit_budget="1000")
    assert not counter.due("2020-03-09", "2020-W18")
    assert spent(dossier_of(counter.on("2020-03-10"), 7, Role.SUPPORT), 2020) == 1000_00
    assert spent(dossier_of(counter.on("2020-03-10"), 7, Role.ENFORCEMENT), 2020) == 0
    with pytest.raises(NotAllowed, match="at least 30 days"):
        counter.write("2020-06-01", 7, Kind.DECIDED, actor="n.ander", over=str(asked.seq), besluit="ingetrokken", omdat="anders",
                      verteld_op="2020-06-01", stopt_op="2020-06-02")  # fmt: skip


@pytest.mark.requirement("R-222")
def test_an_independent_body_gets_contact_data_and_a_wish_and_no_history(counter: Counter) -> None:
    counter.open("2010-01-04", 7)
    counter.write("2019-05-06", 7, Kind.CARE, uren="12")
    counter.write(
        "2019-06-03", 7, Kind.PLACEMENT, werkgever="Hotel", functie="keuken", until="2019-07-31", uitzondering="proberen"
    )
    counter.write("2020-01-06", 7, Kind.EXIT, waarom="werk", notitie="tien jaar bijstand")
    with pytest.raises(NotAllowed, match="nothing is passed on"):
        referral(counter.on("2020-01-07"), 7)
    counter.write("2020-01-08", 7, Kind.AFTERCARE, role=Role.CLIENT, gewenst="ja", door="onafhankelijk", kanaal="bericht",
                  bereikbaar="06 00 00 00 00", wens="hulp met plannen")  # fmt: skip
    passed = json.loads(referral_json(referral(counter.on("2020-01-09"), 7)))
    assert passed == {"naam": "Client 7", "bereikbaar": "06 00 00 00 00", "kanaal": "bericht", "wens": "hulp met plannen"}
    counter.write("2020-02-01", 7, Kind.AFTERCARE, role=Role.CLIENT, gewenst="nee")
    with pytest.raises(NotAllowed, match="nothing is passed on"):
        referral(counter.on("2020-02-02"), 7)


def test_the_body_of_aftercare_reads_its_own_and_what_the_person_wrote(counter: Counter) -> None:
    counter.open("2010-01-04", 7)
    counter.write("2019-05-06", 7, Kind.CARE, uren="12")
    counter.write("2020-01-06", 7, Kind.EXIT, waarom="werk")
    counter.write("2020-01-08", 7, Kind.AFTERCARE, role=Role.CLIENT, gewenst="ja", door="gemeente")
    counter.write("2020-01-10", 7, Kind.AFTERCARE, role=Role.AFTERCARE, gewenst="ja", door="gemeente")
    seen = dossier_of(counter.on("2020-02-01"), 7, Role.AFTERCARE)
    assert [one.role for one in seen.entries] == [Role.CLIENT, Role.AFTERCARE]


def test_the_town_sees_employers_contracts_and_missing_courses_together(counter: Counter) -> None:
    counter.open("2020-01-06", *range(1, 7))
    subsidy = {"werkgever": "Schoonmaak BV", "functie": "schoonmaker", "regeling": "loonkostensubsidie"}
    counter.write("2020-06-01", 1, Kind.SUBSIDY, until="2021-06-01", **subsidy)
    counter.write("2021-06-15", 2, Kind.SUBSIDY, until="2022-06-14", **subsidy)
    counter.write("2021-06-15", 2, Kind.CONTRACT, werkgever="Schoonmaak BV", uren="14", wil_meer_uren="ja", **SIGNED)
    counter.write("2021-06-15", 3, Kind.CONTRACT, werkgever="Winkel", stand="gesloten", soort="nul_uren", uren="6")
    counter.write(
        "2021-03-01", 4, Kind.PLACEMENT, werkgever="Hotel", functie="keuken", until="2021-04-30", uitzondering="proberen"
    )
    counter.write("2021-03-01", 5, Kind.REQUEST, wat="opleiding", naam="Vrachtwagenrijbewijs")
    counter.write("2021-03-01", 6, Kind.REQUEST, wat="opleiding", naam="vrachtwagenrijbewijs")
    desk = counter.on("2021-07-01")

    employers = town_employers(desk)
    assert [one.employer for one in employers.replaced] == ["Schoonmaak BV"]
    assert [(one.employer, one.placements, one.contracts) for one in employers.placed] == [("Hotel", 1, 0)]
    page = employers_page(employers, "nl")
    assert "Einde 1 juni 2021, nieuwe start 15 juni 2021." in page.replace("\n", " ")
    assert "Client" not in page

    jobs = town_jobs(desk)
    assert (jobs.register.workers, jobs.register.fixed, jobs.register.flexible, jobs.register.other) == (2, 1, 1, 0)
    assert [one.person for one in jobs.near_large] == [2]
    assert "Bijna een grote deeltijdbaan" in jobs_page(jobs, "nl")

    assert course_gaps(desk, [Course("Nederlands", (), "x")]) == [("Vrachtwagenrijbewijs", 2)]
    reach = education_reach(desk)
    assert (reach.people, reach.wishes, reach.uptake) == (6, 2, 0)
    assert "Scholing gewenst: 33,3 procent; bereikt: 0 procent." in reach_page(reach, "nl").replace("\n", " ")


def test_aftercare_and_the_way_back_are_in_the_agenda(counter: Counter) -> None:
    counter.open("2019-01-07", 7, born="1995-06-01")
    left = counter.write("2020-01-01", 7, Kind.EXIT, waarom="werk")
    told = [sentence(one.code, "nl", one.values) for one in left.remarks]
    assert told[0] == "Bied nazorg aan, tot 1 juli 2020. De persoon kiest hoe vaak, en mag nee zeggen."
    assert [str(due.by) for due in counter.due("2020-01-01", "2020-W08")] == ["2020-01-15", "2020-02-12"]
    counter.write("2020-02-03", 7, Kind.CONTACT, kanaal="telefoon", initiatief="klantmanager", soort="nazorg")
    assert [str(due.by) for due in counter.due("2020-02-06", "2020-W08")] == ["2020-02-12"]
    back = counter.write("2020-06-02", 7, Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    assert sentence(back.remarks[0].code, "nl", back.remarks[0].values).startswith(
        "Welkom terug. Wij vragen alleen: hoe en wanneer"
    )
    assert [due.code for due in counter.due("2020-06-02", "2020-W30")] == ["return_talk"]


def test_a_place_is_put_right_with_what_the_review_found(counter: Counter) -> None:
    counter.open("2020-01-06", 7)
    place = {"soort": "vrijwilligerswerk", "organisatie": "Buurthuis", "initiatief": "inwoner", "eerder_betaald": "ja",
             "draait_zonder": "ja"}  # fmt: skip
    first = counter.write("2020-03-02", 7, Kind.WORKPLACE, **place)
    assert [due.code for due in counter.due("2020-03-02", "2020-W14")] == ["displacement"]
    desk = counter.on("2020-03-09", "t.lead")
    write(desk, 7, Kind.WORKPLACE, {**place, "toets": "aanvullend"}, replaces=first.seq)
    assert not counter.due("2020-03-09", "2020-W14")
