# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A measure is a proposal to another human, after every step and a look at what stands in the way; who cannot is never meant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.casework.a_client import AMSTERDAM, ROTTERDAM, Client
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.notion import Remark
from werkzaam.core.errors import NotAllowed

DAY = "2017-03-10"


@pytest.fixture
def at_the_end() -> Client:
    """Three letters, three absences without a word."""
    client = Client(ROTTERDAM)
    for sent, step, meet in (
        ("01-10", "uitnodiging", "01-24"),
        ("01-30", "aangetekend", "02-13"),
        ("02-20", "aankondiging", "03-06"),
    ):
        client.invite(f"2017-{sent}", step, afspraak_op=f"2017-{meet}")
        client.missed(f"2017-{meet}")
    return client


def propose(client: Client, day: str = DAY, **other: object) -> Sequence[Remark]:
    asked = {"wat": "een maand korting", "omdat": "drie keer niet gekomen", "besluit_door": "t.lead", **other}
    return client.write(day, Kind.MEASURE, **asked)  # type: ignore[arg-type]


def decide(client: Client, answer: str, day: str = DAY, worker: str = "t.lead") -> Sequence[Remark]:
    number = next(one.seq for one in client.entries if one.kind is Kind.MEASURE)
    return client.write(day, Kind.MEASURE_DECIDED, Role.LEAD, worker, over=number, antwoord=answer, omdat="gelezen en gewogen")


@pytest.mark.requirement("R-051")
def test_without_a_barrier_check_a_measure_is_refused(at_the_end: Client) -> None:
    with pytest.raises(NotAllowed, match="No barrier check since the first invitation"):
        propose(at_the_end)
    at_the_end.barriers(DAY)
    (remark,) = propose(at_the_end)
    assert (remark.code, remark.values["decider"]) == ("measure_proposed", "t.lead")


def test_a_check_from_before_the_first_invitation_does_not_count() -> None:
    client = Client(ROTTERDAM)
    client.barriers("2016-12-01")
    for sent, step, meet in (
        ("01-10", "uitnodiging", "01-24"),
        ("01-30", "aangetekend", "02-13"),
        ("02-20", "aankondiging", "03-06"),
    ):
        client.invite(f"2017-{sent}", step)
        client.missed(f"2017-{meet}")
    with pytest.raises(NotAllowed, match="No barrier check since"):
        propose(client)


@pytest.mark.parametrize(("answer", "said"), [("ja", "somberheid stands in the way"), ("niet_bekend", "somberheid is not known")])
def test_what_stands_in_the_way_or_is_not_known_ends_it_and_asks_for_help(at_the_end: Client, answer: str, said: str) -> None:
    at_the_end.barriers(DAY, somberheid=answer)
    with pytest.raises(NotAllowed, match=said):
        propose(at_the_end)
    assert bool(at_the_end.due(DAY, "barrier_help")) is (answer == "ja")


def test_help_is_due_until_something_was_done(at_the_end: Client) -> None:
    at_the_end.barriers(DAY, schulden="ja")
    (due,) = at_the_end.due(DAY, "barrier_help")
    assert due.values["barriers"] == ["schulden"]
    at_the_end.write("2017-03-12", Kind.ACTIVITY, wat="schulden")
    assert not at_the_end.due("2017-03-12", "barrier_help")


def test_every_step_comes_before_a_measure(at_the_end: Client) -> None:
    early = Client(ROTTERDAM)
    early.barriers("2017-01-01")
    with pytest.raises(NotAllowed, match="first comes uitnodiging"):
        propose(early, "2017-01-02")
    at_the_end.contact("2017-03-08")
    at_the_end.barriers(DAY)
    with pytest.raises(NotAllowed, match="A measure is impossible now"):
        propose(at_the_end)


def test_who_is_exempted_gets_no_measure(at_the_end: Client) -> None:
    at_the_end.barriers(DAY)
    at_the_end.write(DAY, Kind.EXEMPTION, grond="sociaal", herzien_op="2018-01-01", omdat="eerst een huis")
    with pytest.raises(NotAllowed, match="exempted"):
        propose(at_the_end)


def test_another_human_decides_and_nothing_else_follows(at_the_end: Client) -> None:
    at_the_end.barriers(DAY)
    with pytest.raises(NotAllowed, match="somebody else than you decides"):
        propose(at_the_end, besluit_door="j.visser")
    propose(at_the_end)
    (due,) = at_the_end.due(DAY, "measure_decide")
    assert due.for_lead
    with pytest.raises(NotAllowed, match="waits for a decision already"):
        propose(at_the_end)
    with pytest.raises(NotAllowed, match="measure decide is written by teamleider"):
        at_the_end.write(DAY, Kind.MEASURE_DECIDED, over=at_the_end.seq, antwoord="akkoord", omdat="zelf gedaan")
    with pytest.raises(NotAllowed, match=r"t\.lead decides about proposal"):
        decide(at_the_end, "akkoord", worker="j.visser")
    assert [one.code for one in decide(at_the_end, "akkoord")] == ["measure_agreed"]
    assert not at_the_end.due(DAY, "measure_decide")
    with pytest.raises(NotAllowed, match="was decided or withdrawn before"):
        decide(at_the_end, "niet_akkoord")


def test_who_comes_before_the_decision_ends_the_proposal(at_the_end: Client) -> None:
    at_the_end.barriers(DAY)
    propose(at_the_end)
    at_the_end.contact("2017-03-14")
    with pytest.raises(NotAllowed, match="The client came since"):
        decide(at_the_end, "akkoord", "2017-03-15")
    assert [one.code for one in decide(at_the_end, "niet_akkoord", "2017-03-15")] == ["measure_declined"]


def test_story_depressed_client_is_never_proposed_for_a_measure() -> None:
    """Eight talks in 24 months in a town without measures, and the same man in one that has them: refused in both (S-098)."""
    patient, strict = Client(AMSTERDAM), Client(ROTTERDAM)
    for client in (patient, strict):
        for month in range(8):
            client.contact(f"{2016 + month // 4}-{1 + 3 * (month % 4):02}-15")
    with pytest.raises(NotAllowed, match="ams_vitamine_a has no measure"):
        propose(patient, "2017-12-01")
    with pytest.raises(NotAllowed, match="A measure is impossible now"):
        propose(strict, "2017-12-01")
    patient.barriers("2017-12-01", somberheid="ja")
    assert patient.due("2017-12-01", "barrier_help")


def test_story_interest_first_refusing_an_offer_shows_the_others_and_no_measure() -> None:
    """Saying no to one of several offers is no absence: the others are shown (S-095)."""
    client = Client(ROTTERDAM)
    (remark,) = client.write(
        "2017-05-01", Kind.REFUSAL, Role.CLIENT, "klant", waarvan="activiteit", blijvend="nee", activiteit="bewegen"
    )
    assert remark.code == "refusal_others"
    assert {"vrijwilligerswerk", "taal"} <= set(remark.values["others"])  # type: ignore[call-overload]
    assert "bewegen" not in remark.values["others"]  # type: ignore[operator]
    client.barriers("2017-05-01")
    with pytest.raises(NotAllowed, match="A measure is impossible now"):
        propose(client, "2017-05-02")


def test_story_carer_pushed_care_is_a_barrier_and_counts_as_taking_part() -> None:
    """25 hours of care: it counts, it is never unwillingness, and no hours are put on top of what she can do (S-043)."""
    client = Client(ROTTERDAM)
    client.put("2017-01-05", Kind.CARE, Role.CLIENT, "klant", hours=25)
    for sent, step, meet in (
        ("01-10", "uitnodiging", "01-24"),
        ("01-30", "aangetekend", "02-13"),
        ("02-20", "aankondiging", "03-06"),
    ):
        client.invite(f"2017-{sent}", step)
        client.missed(f"2017-{meet}")
    client.barriers(DAY, zorg="ja")
    with pytest.raises(NotAllowed, match="zorg stands in the way"):
        propose(client)
    client.write("2017-03-11", Kind.ABILITY, Role.CLIENT, "klant", uren="6", grond="zorg", herzien_op="2017-09-01")
    with pytest.raises(NotAllowed, match="can do 6 hours a week"):
        client.write("2017-03-12", Kind.ACTIVITY, wat="vrijwilligerswerk", uren="20", uren_omdat="zo staat het in de regels")
