# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contracts are counted by kind, short shifts are flagged, and who is near a large part-time job is offered support."""

from __future__ import annotations

import pytest

from tests.casework.at_work import Client, codes, office
from werkzaam.casework.contracts import Worker, fragmented, is_large, jobs_of, near_large, register, worker_of
from werkzaam.casework.entry import Kind
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError

SIGNED = {"stand": "gesloten", "soort": "vast"}


@pytest.mark.requirement("R-151")
def test_of_100_workers_with_57_flexible_and_38_fixed_5_are_other() -> None:
    types = ["flexibel"] * 40 + ["nul_uren"] * 10 + ["uitzend"] * 7 + ["vast"] * 38 + ["zelfstandig"] * 3 + ["onbekend"] * 2
    found = register(types)
    assert (found.workers, found.flexible, found.fixed, found.other) == (100, 57, 38, 5)
    assert dict(found.by_type)["nul_uren"] == 10
    with pytest.raises(InputError, match="found 'oproep'"):
        register(["oproep"])


@pytest.mark.requirement("R-055")
def test_support_is_offered_to_10_and_14_hours_that_want_more_and_not_to_18() -> None:
    town = []
    for person, hours, wants in ((1, "10", "ja"), (2, "14", "ja"), (3, "18", "nee"), (4, "12", "nee"), (5, "2", "ja")):
        client = Client(person)
        client.write("2020-03-02", Kind.CONTRACT, **SIGNED, werkgever="Winkel", uren=hours, wil_meer_uren=wants)
        town.append(worker_of(client.dossier("2020-03-02"), office("2020-03-02")))
    near = near_large((one for one in town if one), WorkTerms())
    assert [(one.person, one.hours) for one in near] == [(2, 14), (1, 10)]
    assert not near_large([Worker(9, 16, True)], WorkTerms())


def test_sixteen_hours_are_large_part_time_and_fifteen_are_not() -> None:
    assert (is_large(16, WorkTerms()), is_large(15, WorkTerms())) == (True, False)
    remarks = Client().write("2020-03-02", Kind.CONTRACT, **SIGNED, werkgever="Winkel", uren="16")
    assert codes(remarks) == ["large_part_time"]


@pytest.mark.requirement("R-156")
def test_six_days_of_two_and_a_half_hours_are_fragmented_and_two_of_seven_and_a_half_are_not() -> None:
    """Story taxi: the flag, and a talk with the employer until the employer promised something."""
    terms = WorkTerms()
    assert fragmented(6, 150, terms)
    assert not fragmented(2, 450, terms)
    client = Client()
    taxi = {"werkgever": "Taxi Oost", "uren": "15", "minuten_per_dag": "150", "dagen": "ma,di,wo,do,vr,za", **SIGNED}
    assert codes(client.write("2020-03-02", Kind.CONTRACT, **taxi)) == ["fragmented"]
    assert "employer_talk" in client.codes("2020-03-02")
    client.write("2020-03-12", Kind.COMMITMENT, werkgever="taxi oost", belofte="contract", maanden="12", op_papier="ja")
    assert "employer_talk" not in client.codes("2020-03-12")
    whole = {**taxi, "minuten_per_dag": "450", "dagen": "ma,di"}
    assert not Client().write("2020-03-02", Kind.CONTRACT, **whole)


def test_a_job_counts_while_it_runs_and_an_offer_does_not() -> None:
    client = Client()
    client.write("2020-03-02", Kind.CONTRACT, **SIGNED, werkgever="Winkel", uren="8", until="2020-06-30")
    client.write("2020-03-02", Kind.CONTRACT, **SIGNED, werkgever="Kantine", uren="6")
    client.write("2020-03-02", Kind.CONTRACT, stand="aanbod", soort="vast", werkgever="Hotel", uren="20")
    assert [one.body["employer"] for one in jobs_of(client.dossier("2020-06-30"), office("2020-06-30"))] == ["Winkel", "Kantine"]
    assert worker_of(client.dossier("2020-06-30"), office("2020-06-30")) == Worker(7, 14, False)
    assert worker_of(client.dossier("2020-07-01"), office("2020-07-01")) == Worker(7, 6, False)
    assert worker_of(Client().dossier("2020-07-01"), office("2020-07-01")) is None


def test_zero_hours_are_remarked_with_the_question_for_fixed_ones() -> None:
    remarks = Client().write("2020-03-02", Kind.CONTRACT, stand="aanbod", soort="nul_uren", werkgever="Winkel", uren="8")
    assert codes(remarks) == ["ask_fixed_hours"]
