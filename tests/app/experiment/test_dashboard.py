# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How an experiment stands: contact by group and channel with the people it is of, and who stopped counts as not interviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest

from werkzaam.app.example_experiment import make_example_experiment
from werkzaam.app.example_town import TOWN_FILE
from werkzaam.app.experiment.at_work import at_work, results
from werkzaam.app.experiment.dashboard import Writer, as_csv
from werkzaam.app.experiment.dashboard_balance import largest_difference
from werkzaam.app.experiment.dashboard_counts import ARM, INTERVIEWED, NO_INTERVIEW, OPEN, begun, standing
from werkzaam.app.experiment.of_town import design_here
from werkzaam.app.experiment.opened import ask_to_open, asked_by, is_open
from werkzaam.app.ledger.desk import Desk, at_desk, new_ledger
from werkzaam.app.ledger.town import read_town
from werkzaam.casework.contacts import CHANNELS
from werkzaam.casework.dose import TALKS, Definition, Dose
from werkzaam.casework.fidelity import Fidelity, Outside
from werkzaam.casework.period import Period
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.event import Happening
from werkzaam.store.draws import drawn_people
from werkzaam.store.roster import happenings

NAME = "voorbeeldstad_2019"
YEAR = Period(date(2018, 5, 1), date(2019, 4, 30))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The invented experiment on the town's day."""
    url, town = f"sqlite:///{tmp_path_factory.mktemp('dashboard')}/ledger.db", read_town(TOWN_FILE)
    new_ledger(url, town)
    with at_desk(url, town, actor="r.kaya", moment="2019-05-20T08:00:00Z") as opened:
        make_example_experiment(opened)
        yield opened


def group(part: str, people: int, a_year: str) -> SimpleNamespace:
    """A group of the caseload with so many contacts a person-year, a fifth of them by phone."""

    def dose(share: str, channels: frozenset[str]) -> Dose:
        found = Fraction(a_year) * Fraction(share) * people
        return Dose(Definition(YEAR, part, channels), int(found * 10), Fraction(people * 10))

    every = {channel: dose("0.2" if channel == "telefoon" else "0", frozenset({channel})) for channel in CHANNELS}
    kept = Fidelity(part, people, people, 12, {one: 12 if one is Outside.FEWER else 0 for one in Outside}, 0)
    return SimpleNamespace(part=part, people=people, all_contacts=dose("1", frozenset(CHANNELS)), talks=dose("0.5", TALKS),
                           channels=every, fidelity=kept)  # fmt: skip


def test_contact_by_group_and_channel_has_its_people_and_small_groups_are_only_counted(desk: Desk) -> None:
    design = design_here(desk, NAME)
    write = Writer(desk, design, standing(desk, design), "en", opened=False)
    page = SimpleNamespace(
        period=YEAR, few=2, groups=(group("ams_comparison", 100, "15.6"), group("ams_extra_attention", 40, "19.3"))
    )
    section = write.dose(page)  # type: ignore[arg-type]
    head, first, second = as_csv(section.tables[0]).splitlines()[:3]
    place = head.split(";").index(next(one for one in head.split(";") if "phone" in one.lower()))
    assert first.split(";")[1:3] == ["100", "15.6"]
    assert second.split(";")[1:3] == ["40", "19.3"]
    assert first.split(";")[place] == "3.1"
    assert any("2 groups" in said for said in section.said)
    kept = as_csv(write.fidelity(page).tables[0]).splitlines()  # type: ignore[arg-type]
    assert kept[1].split(";")[1:5] == ["100", "100", "12", "12"]


def test_rounds_close_for_every_arm_and_who_stopped_is_not_interviewed(desk: Desk) -> None:
    design = design_here(desk, NAME)
    drawn = standing(desk, design).drawn
    assert drawn is not None
    waves = begun(design, desk.today)
    assert [wave.id for wave in waves] == ["T0", "T1"]
    for arm in design.arms:
        for wave in waves:
            parts = [drawn.of((ARM, arm.id), (wave.id, state)) for state in (INTERVIEWED, NO_INTERVIEW, OPEN)]
            if None not in parts:
                assert sum(parts) == drawn.of((ARM, arm.id)), "a sum of what is shown closes"
            else:
                assert parts.count(None) >= 2, "one that is hidden alone could be worked out"
    stopped = {one.person for one in happenings(desk.database, desk.town.id, NAME) if one.happening is Happening.WITHDRAWN}
    lots = drawn_people(desk.database, desk.town.id, NAME)
    assert stopped
    assert stopped <= {pid for pid, one in lots.items() if one.arm}


def test_the_largest_difference_is_not_told_where_a_count_is_hidden() -> None:
    assert largest_difference([20, 10], [40, 40]) == pytest.approx(0.5345, abs=1e-4)
    assert largest_difference([20, 20, 20], [40, 40, 40]) == 0
    assert largest_difference([20, None], [40, 40]) is None


def test_two_people_open_the_arms_after_a_look_under_letters_and_once(desk: Desk) -> None:
    design = design_here(desk, NAME)
    second = replace(desk, actor="m.devries", moment="2023-09-16T09:00:00Z")
    first = replace(second, actor="r.kaya")
    with pytest.raises(NotAllowed, match="not yet seen under letters"):
        ask_to_open(first, design)
    found = at_work(desk, NAME)
    assert (found.redraws, found.as_locked, found.borrowed, found.open) == (199, True, True, False)
    report = results(first, NAME, "en")
    assert any("Group A" in said for said in report.sentences)
    assert not any(arm.label.en in said for said in report.sentences for arm in design.arms)
    assert results(first, NAME, "nl").sentences[0] == design.title.nl
    assert ask_to_open(first, design) is False
    assert ask_to_open(replace(first, actor="R.KAYA"), design) is False
    assert asked_by(desk, design)[0] == "r.kaya"
    assert not is_open(desk, design)
    assert ask_to_open(second, design) is True
    assert is_open(desk, design)
    with pytest.raises(NotAllowed, match="before"):
        ask_to_open(second, design)
    assert any(design.arms[0].label.en in said for said in results(first, NAME, "en").sentences)
