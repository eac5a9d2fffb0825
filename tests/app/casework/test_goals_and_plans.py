# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Goals belong to the client, plans have versions and terms, and no goal is preset."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework import dossiers, lists
from werkzaam.app.casework.dossier_page import dossier_page
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.texts.casework import WORDS
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.goals import AREAS, counted_goals, goals_of, takes_part
from werkzaam.casework.plan import current, signed, versions
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.regime.guidance import Guidance, guidance_of_part

CARE = {"gebied": "mantelzorg", "stap": "rust op dinsdag", "tempo": "zo lang als nodig", "eigenaar": "klant"}


@pytest.fixture
def guided(counter: Counter) -> Counter:
    counter.open("2017-09-01", 7)
    counter.assign("2017-09-01", 7, "j.visser")
    counter.write("2017-09-04", 7, Kind.GUIDANCE, deel="ams_extra_attention", omdat="loting")
    return counter


def plan_dues(counter: Counter, day: str, week: str) -> list[Due]:
    return [due for due in counter.due(day, week) if due.code == "plan_due"]


@pytest.mark.requirement("R-035")
def test_a_goal_that_the_client_did_not_confirm_is_proposed_and_not_counted(guided: Counter) -> None:
    written = guided.write("2017-10-02", 7, Kind.GOAL, **CARE)
    dossier = dossier_of(guided.on("2017-10-02"), 7, Role.SUPPORT)
    assert [goal.status for goal in goals_of(dossier, date(2017, 10, 2))] == ["voorgesteld"]
    assert counted_goals(dossier, date(2017, 10, 2)) == []
    reported = lists.goals(guided.on("2017-10-02"))
    assert (set(reported.by_area.values()), reported.waiting) == ({0}, 1)
    with pytest.raises(NotAllowed, match="somebody in another capacity confirms"):
        guided.write("2017-10-03", 7, Kind.CONFIRMED, over=written.seq)
    guided.write("2017-10-03", 7, Kind.CONFIRMED, role=Role.CLIENT, over=written.seq)
    later = dossier_of(guided.on("2017-10-03"), 7, Role.SUPPORT)
    assert [goal.status for goal in counted_goals(later, date(2017, 10, 3))] == ["afgesproken"]


@pytest.mark.requirement("R-036")
def test_a_client_with_only_informal_care_as_goal_takes_part(guided: Counter) -> None:
    written = guided.write("2017-10-02", 7, Kind.GOAL, **CARE)
    assert not takes_part(dossier_of(guided.on("2017-10-02"), 7, Role.SUPPORT), date(2017, 10, 2))
    guided.write("2017-10-02", 7, Kind.CONFIRMED, role=Role.CLIENT, over=written.seq)
    assert takes_part(dossier_of(guided.on("2017-10-02"), 7, Role.SUPPORT), date(2017, 10, 2))
    reported = lists.goals(guided.on("2017-10-02"))
    assert (reported.taking_part, reported.by_area["mantelzorg"]) == (1, 1)
    assert "1 van 1 cliënten" in lists.goals_text(reported, date(2017, 10, 2), "nl")
    named = {"voltijdwerk", "deeltijdwerk", "meer_uren", "vrijwilligerswerk", "mantelzorg", "opleiding", "taal", "gezondheid",
             "schulden", "sociale_contacten", "eigen_bedrijf"}  # fmt: skip
    assert named < set(AREAS)


@pytest.mark.requirement("R-037")
@pytest.mark.parametrize(("lang", "begins"), [("nl", "Kiezen kan uit: "), ("en", "choose from: ")])
def test_a_new_plan_has_no_goal_and_no_ranking_puts_leaving_first(guided: Counter, lang: str, begins: str) -> None:
    guided.write("2017-10-02", 7, Kind.PLAN, eigenaar="klant")
    (_, plan), = versions(dossier_of(guided.on("2017-10-02"), 7, Role.SUPPORT))  # fmt: skip
    assert "goals" not in plan.body
    page = " ".join(dossier_page(guided.on("2017-10-02"), 7, lang).split())
    offered = page.split(begins)[1].split(".")[0].split(", ")
    assert offered == sorted(WORDS[lang][f"doel_{area}"] for area in AREAS)
    assert offered[0] != WORDS[lang]["doel_uitstroom"]
    assert list(AREAS) == sorted(AREAS)


def test_a_plan_names_only_goals_that_hold(guided: Counter) -> None:
    goal = guided.write("2017-10-02", 7, Kind.GOAL, **CARE)
    with pytest.raises(InputError, match="doelen: the number of a goal that holds was expected; found '99'"):
        guided.write("2017-10-02", 7, Kind.PLAN, eigenaar="klant", doelen="99")
    assert guided.write("2017-10-02", 7, Kind.PLAN, eigenaar="klant", doelen=str(goal.seq)).seq


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> Guidance:
    """The guidance of the Jobbtorg, as if it wanted a signature too."""
    part = guidance_of_part("sto_jobbtorg")
    assert part is not None
    found = replace(part, plan_signed=True)
    monkeypatch.setattr(dossiers, "guidance_of_part", {"sto_jobbtorg": found}.get)
    return found


@pytest.mark.requirement("R-038")
@pytest.mark.parametrize(("lang", "said"), [
    ("nl", "werk zoeken: geldt, maar wij controleren dit niet actief."),
    ("en", "seek work: holds, but we do not actively check it."),
])  # fmt: skip
def test_a_client_of_self_direction_reads_that_seeking_work_is_formal_only(counter: Counter, lang: str, said: str) -> None:
    counter.open("2017-09-01", 7)
    counter.write("2017-09-04", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    page = dossier_page(counter.on("2017-09-05"), 7, lang, role=Role.CLIENT)
    assert f"  {said}" in page.splitlines()


@pytest.mark.requirement("R-047")
def test_a_plan_is_overdue_after_the_following_monday_where_the_regime_wants_one(counter: Counter) -> None:
    """Registered on Monday 4 September 2017: due on Monday the 11th, so overdue on the 12th."""
    counter.open("2017-09-01", 7, 8)
    counter.write("2017-09-04", 7, Kind.GUIDANCE, deel="sto_jobbtorg", omdat="aanmelding")
    counter.write("2017-09-04", 8, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    (due,) = plan_dues(counter, "2017-09-12", "2017-W37")
    assert (due.person, due.by, due.reason) == (7, date(2017, 9, 11), Reason.PLAN)
    counter.write("2017-09-12", 7, Kind.PLAN, eigenaar="samen", tekst="Eerste versie")
    assert plan_dues(counter, "2017-09-12", "2017-W37") == []


def test_a_plan_from_before_does_not_do_for_a_regime_that_wants_its_own(counter: Counter) -> None:
    counter.open("2017-08-01", 7)
    counter.write("2017-08-01", 7, Kind.GUIDANCE, deel="ams_extra_attention", omdat="loting")
    counter.write("2017-08-02", 7, Kind.PLAN, eigenaar="klant", tekst="Van vroeger")
    assert plan_dues(counter, "2017-09-12", "2017-W37") == []
    counter.write("2017-09-04", 7, Kind.GUIDANCE, deel="sto_jobbtorg", omdat="aanmelding")
    assert [due.by for due in plan_dues(counter, "2017-09-12", "2017-W37")] == [date(2017, 9, 11)]


def test_a_plan_keeps_its_versions_and_is_signed_by_who_agrees(counter: Counter, wanted: Guidance) -> None:
    counter.open("2017-09-01", 7)
    counter.write("2017-09-04", 7, Kind.GUIDANCE, deel=wanted.part, omdat="aanmelding")
    counter.write("2017-09-05", 7, Kind.PLAN, eigenaar="samen", tekst="Eerste versie")
    second = counter.write("2017-09-06", 7, Kind.PLAN, eigenaar="klant", tekst="Tweede versie")
    dossier = dossier_of(counter.on("2017-09-06"), 7, Role.SUPPORT)
    assert [(number, plan.body["text"]) for number, plan in versions(dossier)] == [(1, "Eerste versie"), (2, "Tweede versie")]
    assert "plan_to_sign" in {due.code for due in counter.due("2017-09-06", "2017-W39")}
    counter.write("2017-09-06", 7, Kind.CONFIRMED, role=Role.CLIENT, over=second.seq)
    later = dossier_of(counter.on("2017-09-06"), 7, Role.SUPPORT)
    found = current(later, date(2017, 9, 6))
    assert found is not None
    assert (found[0], signed(found[1], later)) == (2, True)
    assert "plan_to_sign" not in {due.code for due in counter.due("2017-09-06", "2017-W39")}


def test_betty_came_late_and_made_her_own_plan(guided: Counter) -> None:
    """S-097: no ladder step, a plan of her own, and the next talk three weeks later, on 23 October 2017."""
    guided.write("2017-10-02", 7, Kind.CONTACT, kanaal="bezoek", initiatief="klantmanager", soort="gesprek", opkomst="gekomen",
                 notitie="Kwam om 10.25 uur en belde vooraf.")  # fmt: skip
    guided.write("2017-10-02", 7, Kind.PLAN, role=Role.CLIENT, eigenaar="klant", tekst="Drie mensen om hulp vragen",
                 volgend_gesprek="2017-10-23")  # fmt: skip
    dossier = dossier_of(guided.on("2017-10-02"), 7, Role.SUPPORT)
    found = current(dossier, date(2017, 10, 2))
    assert found is not None
    assert found[1].body["owner"] == "klant"
    assert dossier.of(Kind.LADDER_STEP) == []
    assert [due.by for due in guided.due("2017-10-02", "2017-W43") if due.code == "plan_talk"] == [date(2017, 10, 23)]
