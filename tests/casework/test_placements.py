# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Placements need a promise, do not go round and round, and unpaid work does not push paid work aside."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.at_work import Client, codes, office
from werkzaam.casework.employers import by_employer, placements_of
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.subsidy import Subsidised, revolving, subsidised
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError, NotAllowed

PROMISE = {"belofte": "contract", "maanden": "6", "op_papier": "ja"}
PLACE = {"functie": "magazijn"}


def placed(client: Client, day: str, until: str, employer: str, **raw: object) -> list[str]:
    return codes(client.write(day, Kind.PLACEMENT, until=until, werkgever=employer, **PLACE, **raw))


@pytest.mark.requirement("R-154")
def test_a_placement_without_a_promise_is_refused_or_an_exception_with_its_reason() -> None:
    client = Client()
    with pytest.raises(NotAllowed, match="First write down what Winkel promised"):
        placed(client, "2020-03-02", "2020-04-30", "Winkel")
    assert not client.entries
    assert placed(client, "2020-03-02", "2020-04-30", "Winkel", uitzondering="Zij wil het werk eerst zien.") == [
        "without_promise"
    ]
    assert not client.write("2020-05-01", Kind.COMMITMENT, werkgever="Bakker", **PROMISE)
    assert not placed(client, "2020-05-04", "2020-06-30", "bakker")


def test_a_promise_is_half_a_year_of_contract_or_has_a_reason() -> None:
    short = {**PROMISE, "maanden": "5"}
    with pytest.raises(NotAllowed, match="at least 6 months"):
        Client().write("2020-05-01", Kind.COMMITMENT, werkgever="Bakker", **short)
    Client().write("2020-05-01", Kind.COMMITMENT, werkgever="Bakker", **short, omdat="Het seizoen duurt vijf maanden.")
    said = {**PROMISE, "op_papier": "nee"}
    assert codes(Client().write("2020-05-01", Kind.COMMITMENT, werkgever="Bakker", **said)) == ["ask_on_paper"]


@pytest.mark.requirement("R-153")
def test_a_third_placement_after_two_without_contract_asks_for_a_written_contract() -> None:
    """Story carousel: two placements in twelve months; only a promise on paper, or the team leader, lets a third begin."""
    client = Client()
    why = {"uitzondering": "Zij wil het proberen."}
    placed(client, "2020-01-06", "2020-03-05", "Winkel", **why)
    placed(client, "2020-06-01", "2020-07-31", "Hotel", **why)
    with pytest.raises(NotAllowed, match=r"2 placements led to no contract .*written commitment to a contract of at least 6"):
        placed(client, "2020-10-01", "2020-11-30", "Kantine", **why)
    client.write("2020-09-01", Kind.COMMITMENT, werkgever="Kantine", belofte="contract", maanden="6", op_papier="nee")
    with pytest.raises(NotAllowed, match="written commitment"):
        placed(client, "2020-10-01", "2020-11-30", "Kantine")
    client.write("2020-09-08", Kind.COMMITMENT, werkgever="Kantine", **PROMISE)
    assert not placed(client, "2020-10-01", "2020-11-30", "Kantine")


def test_the_team_leader_can_make_an_exception_and_a_contract_or_a_year_ends_the_count() -> None:
    client = Client()
    why = {"uitzondering": "Zij wil het proberen."}
    placed(client, "2020-01-06", "2020-03-05", "Winkel", **why)
    placed(client, "2020-06-01", "2020-07-31", "Hotel", **why)
    remarks = client.write("2020-10-01", Kind.PLACEMENT, Role.LEAD, until="2020-11-30", werkgever="Kantine", **PLACE, **why)
    assert codes(remarks) == ["carousel", "without_promise"]
    assert placed(client, "2021-10-01", "2021-11-30", "School", **why) == ["without_promise"]

    hired = Client()
    placed(hired, "2020-01-06", "2020-03-05", "Winkel", **why)
    hired.write("2020-03-06", Kind.CONTRACT, werkgever="Winkel", stand="gesloten", soort="vast", uren="12", until="2020-05-31")
    placed(hired, "2020-06-01", "2020-07-31", "Hotel", **why)
    assert placed(hired, "2020-10-01", "2020-11-30", "Kantine", **why) == ["without_promise"]


def test_a_placement_has_a_last_day_within_what_the_law_leaves_since_july_2023() -> None:
    why = {"uitzondering": "x"}
    with pytest.raises(InputError, match="a placement has a last day"):
        Client().write("2024-01-08", Kind.PLACEMENT, werkgever="Winkel", **PLACE, **why)
    with pytest.raises(NotAllowed, match="Pw 8a:2:d"):
        placed(Client(), "2024-01-08", "2024-07-08", "Winkel", **why)
    assert placed(Client(), "2024-01-08", "2024-07-07", "Winkel", **why) == ["without_promise"]
    assert placed(Client(), "2022-01-03", "2022-12-30", "Winkel", **why) == ["without_promise"]


def test_an_internship_without_a_follow_up_is_refused_and_its_end_has_a_next_step() -> None:
    """Story hamster: six months at the tax office."""
    client = Client()
    intern = {"soort": "leerstage", "organisatie": "Belastingdienst", "initiatief": "inwoner", "eerder_betaald": "nee",
              "draait_zonder": "ja"}  # fmt: skip
    with pytest.raises(NotAllowed, match="First write down what Belastingdienst promised"):
        client.write("2020-01-06", Kind.WORKPLACE, until="2020-07-05", **intern)
    client.write("2020-01-06", Kind.WORKPLACE, until="2020-07-05", **intern, uitzondering="Zij wil dit werk leren kennen.")
    (due,) = client.due("2020-02-01")
    assert (due.code, due.by, due.values["employer"]) == ("next_step", date(2020, 7, 5), "Belastingdienst")
    client.write("2020-06-29", Kind.REQUEST, wat="opleiding", naam="Administratie")
    assert "next_step" not in client.codes("2020-07-06")


@pytest.mark.requirement("R-159")
def test_a_place_whose_work_was_paid_before_needs_a_review_of_displacement() -> None:
    client = Client()
    place = {"soort": "vrijwilligerswerk", "organisatie": "Buurthuis", "initiatief": "inwoner"}
    remarks = client.write("2020-03-02", Kind.WORKPLACE, **place, eerder_betaald="ja", draait_zonder="ja")
    assert codes(remarks) == ["displacement_asked"]
    (due,) = client.due("2020-03-02")
    assert (due.code, due.by, due.for_lead) == ("displacement", date(2020, 3, 16), True)
    needed = Client()
    assert codes(needed.write("2020-03-02", Kind.WORKPLACE, **place, eerder_betaald="nee", draait_zonder="nee")) == [
        "displacement_asked"
    ]
    fine = Client()
    assert not fine.write("2020-03-02", Kind.WORKPLACE, **place, eerder_betaald="nee", draait_zonder="ja")
    assert not fine.due("2020-03-02")


def test_a_review_that_finds_displacement_refuses_the_place_and_one_that_does_not_ends_the_due() -> None:
    place = {"soort": "vrijwilligerswerk", "organisatie": "Buurthuis", "initiatief": "inwoner", "eerder_betaald": "ja",
             "draait_zonder": "ja"}  # fmt: skip
    with pytest.raises(NotAllowed, match="pushes paid work aside"):
        Client().write("2020-03-02", Kind.WORKPLACE, **place, toets="verdringt")
    client = Client()
    client.write("2020-03-02", Kind.WORKPLACE, **place, toets="aanvullend")
    assert not client.due("2020-03-02")
    later = Client()
    later.write("2020-03-02", Kind.WORKPLACE, **place, until="2020-04-30")
    later.entries.append(Entry(7, Kind.REVIEW, date(2020, 3, 9), Role.LEAD, "t.lead", {"about": 1}, None, 2))
    assert "displacement" not in later.codes("2020-03-10")
    ended = Client()
    ended.write("2020-03-02", Kind.WORKPLACE, **place, until="2020-04-30")
    assert ("displacement" in ended.codes("2020-04-30"), "displacement" in ended.codes("2020-05-01")) == (True, False)


def test_a_fourth_unpaid_place_in_two_years_asks_for_paid_work_first_but_the_client_may_choose_it() -> None:
    """Story not_full_colleague."""
    client = Client()
    place = {"soort": "vrijwilligerswerk", "eerder_betaald": "nee", "draait_zonder": "ja"}
    for day in ("2019-01-07", "2019-06-03", "2020-02-03"):
        client.write(day, Kind.WORKPLACE, **place, organisatie="Buurthuis", initiatief="klantmanager")
    with pytest.raises(NotAllowed, match="3 unpaid places in 24 months"):
        client.write("2020-06-01", Kind.WORKPLACE, **place, organisatie="School", initiatief="klantmanager")
    remarks = client.write("2020-06-01", Kind.WORKPLACE, **place, organisatie="School", initiatief="klantmanager",
                           betaald_alternatief="conciërge op dezelfde school")  # fmt: skip
    assert codes(remarks) == ["unpaid_again"]
    assert codes(client.write("2020-07-01", Kind.WORKPLACE, **place, organisatie="Koor", initiatief="inwoner")) == [
        "unpaid_again"
    ]
    assert not client.write("2022-07-04", Kind.WORKPLACE, **place, organisatie="Koor 2", initiatief="klantmanager")


@pytest.mark.requirement("R-155")
def test_a_subsidised_start_in_the_same_job_two_weeks_after_an_end_is_one_flag() -> None:
    """Story subsidy_door."""
    gone, new = Client(1), Client(2)
    subsidy = {"werkgever": "Schoonmaak BV", "functie": "schoonmaker", "regeling": "loonkostensubsidie"}
    gone.write("2020-01-06", Kind.SUBSIDY, until="2021-06-01", **subsidy)
    new.write(
        "2021-06-15", Kind.SUBSIDY, until="2022-06-14", **{**subsidy, "werkgever": "SCHOONMAAK BV", "functie": "Schoonmaker"}
    )
    rows = [job for one in (gone, new) for job in subsidised(one.dossier("2021-07-01"))]
    (flag,) = revolving(rows, WorkTerms())
    assert (flag.employer, flag.jobs) == ("Schoonmaak BV", (("schoonmaker", date(2021, 6, 1), date(2021, 6, 15)),))


def test_two_replacements_at_one_employer_are_one_flag_and_who_stayed_was_not_replaced() -> None:
    terms = WorkTerms()
    rows = [
        Subsidised(1, "A", "kassa", date(2020, 1, 1), date(2020, 12, 31)),
        Subsidised(2, "A", "kassa", date(2021, 1, 4), date(2021, 6, 30)),
        Subsidised(3, "A", "kassa", date(2021, 7, 5), None),
    ]
    (flag,) = revolving(rows, terms)
    assert len(flag.jobs) == 2
    assert not revolving([Subsidised(1, "A", "kassa", date(2020, 1, 1), date(2020, 12, 31), stayed=True), *rows[1:2]], terms)
    assert not revolving([rows[0], Subsidised(1, "A", "kassa", date(2021, 1, 4), None)], terms)
    assert not revolving([rows[0], Subsidised(2, "A", "magazijn", date(2021, 1, 4), None)], terms)
    assert not revolving([rows[0], Subsidised(2, "A", "kassa", date(2021, 4, 3), None)], terms)


def test_before_a_subsidy_ends_there_is_a_talk_about_staying_until_a_contract_runs_on() -> None:
    client = Client()
    subsidy = {"werkgever": "Schoonmaak BV", "functie": "schoonmaker", "regeling": "loonkostensubsidie"}
    client.write("2020-06-01", Kind.SUBSIDY, until="2021-05-31", **subsidy)
    (due,) = client.due("2021-04-01")
    assert (due.code, due.by) == ("subsidy_ends", date(2021, 5, 1))
    client.write("2021-05-10", Kind.CONTRACT, werkgever="Schoonmaak BV", stand="gesloten", soort="vast", uren="20")
    assert "subsidy_ends" not in client.codes("2021-05-11")
    (row,) = subsidised(client.dossier("2021-05-11"))
    assert row.stayed
    assert codes(Client().write("2020-06-01", Kind.SUBSIDY, **subsidy)) == ["subsidy_without_end"]
    alone = Client()
    alone.write("2020-06-01", Kind.SUBSIDY, until="2021-05-31", **subsidy)
    assert alone.codes("2021-07-01") == ["subsidy_ends"]  # Nobody talked about it: that is still owed.
    alone.write("2021-07-01", Kind.REQUEST, wat="instrument", naam="jobhunter")
    assert "subsidy_ends" not in alone.codes("2021-07-01")


def test_placements_and_the_contracts_that_followed_are_counted_by_employer() -> None:
    why = {"uitzondering": "Wil het proberen."}
    first, second = Client(1), Client(2)
    placed(first, "2020-01-06", "2020-03-05", "Winkel", **why)
    first.write("2020-03-06", Kind.CONTRACT, werkgever="winkel", stand="gesloten", soort="vast", uren="12")
    placed(second, "2020-01-06", "2020-03-05", "WINKEL", **why)
    placed(second, "2020-06-08", "2020-08-05", "Hotel", **why)
    rows = [row for one in (first, second) for row in placements_of(one.dossier("2020-09-01"))]
    assert [(one.employer, one.people, one.placements, one.contracts) for one in by_employer(rows)] == [
        ("Winkel", 2, 2, 1), ("Hotel", 1, 1, 0)]  # fmt: skip
    assert office("2020-09-01").terms.work.placements_most == 2
