# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The planned analysis on cohorts of which the truth is known: what was published is found, and nothing where nothing is."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from tests.experiment.verdict.cohorts import cohort
from werkzaam.app.experiment.twin import Effect
from werkzaam.core.errors import InputError
from werkzaam.experiment.deal import redraw
from werkzaam.experiment.design import Condition, Contrast, Design, Estimand, Kind, Population, Strategy
from werkzaam.experiment.estimate.consistency import Lacks
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.verdict.analysis import Analysis, Result, analyse
from werkzaam.experiment.verdict.columns import after_events, values
from werkzaam.experiment.verdict.flow import attrition
from werkzaam.experiment.verdict.lock import Settings
from werkzaam.experiment.verdict.masked import mask, masked
from werkzaam.experiment.verdict.subgroups import in_groups

QUICK = Settings(redraws=499, resamples=99)
TABLES = Path(__file__).parents[1] / "tables"


@lru_cache(maxsize=4)
def done(effect: Effect = Effect.PUBLISHED) -> tuple[Design, Panel, Analysis]:
    design, panel = cohort("amsterdam_2018", effect)
    return design, panel, analyse(panel, design, QUICK)


def of(found: Analysis, outcome: str, arm: str, against: str) -> Result:
    return next(one for one in found.results if (one.outcome, one.contrast) == (outcome, Contrast(arm, against)))


def published(table: str) -> dict[str, float]:
    """Rows of a published table by their id."""
    with TABLES.joinpath(f"{table}.csv").open(encoding="utf-8") as file:
        return {
            row["row_id"]: float(row["value"]) for row in csv.DictReader(file) if row["value_type"] == "number" and row["value"]
        }


WORK = {  # Arms in the order of the design, by outcome.
    "work_t1": ("paid_work_share-004", "paid_work_share-006", "paid_work_share-005"),
    "work_t2": ("paid_work_share-009", "paid_work_share-008", "paid_work_share-007"),
    "work_t3": ("paid_work_share-010", "paid_work_share-012", "paid_work_share-011"),
}
OUTFLOW = {
    "outflow_2020": (("outflow_by_group_quarter-004", "outflow_by_group_quarter-005", "outflow_by_group_quarter-006"), 0.5),
    "outflow_t3": (("outflow_by_group_quarter-019", "outflow_by_group_quarter-020", "outflow_by_group_quarter-018"), 1.0),
}


@pytest.mark.requirement("R-182")
@pytest.mark.parametrize("outcome", WORK)
def test_the_panel_prints_the_published_shares_of_paid_work(outcome: str) -> None:
    _, _, found = done()
    table = published("paid_work_share")
    shares = [100 * mean for mean in found.of(outcome).means]
    assert shares == pytest.approx([table[row] for row in WORK[outcome]], abs=0.5)
    assert sum(found.of(outcome).n) == 513
    low, high = of(found, outcome, "extra_attention", "comparison").estimate.interval()
    assert low < shares[0] / 100 - shares[2] / 100 < high


@pytest.mark.requirement("R-187")
@pytest.mark.parametrize("outcome", OUTFLOW)
def test_the_register_prints_the_published_outflow_for_everybody_drawn(outcome: str) -> None:
    _, _, found = done()
    rows, within = OUTFLOW[outcome]
    table = published("outflow_by_group_quarter")
    assert [100 * mean for mean in found.of(outcome).means] == pytest.approx([table[row] for row in rows], abs=within)
    assert sum(found.of(outcome).n) == 812


def test_what_was_published_is_judged_as_its_own_numbers_allow() -> None:
    """Finding F1 and F2: the outflow at T3 does not follow, paid work at T2 does."""
    _, _, found = done()
    for contrast in (("extra_attention", "self_direction"), ("self_direction", "comparison")):
        assert of(found, "outflow_t3", *contrast).adjusted > 0.2
    assert of(found, "work_t2", "extra_attention", "comparison").adjusted < 0.06
    assert of(found, "work_t2", "extra_attention", "comparison").p < 0.02


def test_in_the_null_twin_nothing_is_shown_in_the_main_family() -> None:
    _, _, found = done(Effect.NULL)
    main = [one for one in found.results if one.family == "main"]
    assert len(main) == 12
    assert min(one.adjusted for one in main) > 0.05
    assert all(one.adjusted >= one.p - 1e-12 for one in found.results)


def test_intervals_of_the_known_twin_hold_five_points() -> None:
    _, _, found = done(Effect.KNOWN)
    low, high = of(found, "outflow_t3", "extra_attention", "comparison").estimate.interval(0.999)
    assert low < 0.05 < high


@pytest.mark.requirement("R-185")
def test_ten_deviations_change_nothing_in_the_main_table() -> None:
    """People are analysed in the arm they were drawn for; what they received is not even a column."""
    design, panel, found = done()
    drawn = np.flatnonzero(panel.arms >= 0)[:10]
    received = panel.arms.copy()
    received[drawn] = (received[drawn] + 1) % 3
    again = analyse(replace(panel, values={**panel.values, "received": received.astype(float)}), design, QUICK)
    assert [one.handle for one in again.results] == [one.handle for one in found.results]
    assert again == found


def test_the_same_data_and_plan_give_the_same_numbers_and_one_changed_answer_another_fingerprint() -> None:
    design, panel, found = done()
    work = panel.values["work_t3"].copy()
    at = int(np.flatnonzero(~np.isnan(values(panel, design, next(o for o in design.outcomes if o.id == "work_t3"))))[0])
    work[at] = 1 - work[at]
    other = analyse(replace(panel, values={**panel.values, "work_t3": work}), design, QUICK)
    assert other.data != found.data
    assert other.of("work_t3").means != found.of("work_t3").means
    assert other.of("outflow_t3") == found.of("outflow_t3")


def test_drop_out_is_weighed_bounded_and_told() -> None:
    _, _, found = done()
    one = of(found, "work_t3", "extra_attention", "comparison")
    assert found.of("work_t3").dropout.lost == 812 - 513
    assert 300 < found.of("work_t3").dropout.effective < 513
    assert one.beside.lee is not None
    assert one.beside.manski is not None
    assert one.beside.manski.low < one.beside.lee.low <= one.beside.lee.high < one.beside.manski.high
    assert of(found, "outflow_t3", "extra_attention", "comparison").beside.lee is None


def test_a_column_that_is_missing_or_no_share_is_refused() -> None:
    design, panel, _ = done()
    without = {name: column for name, column in panel.values.items() if name != "work_t3"}
    with pytest.raises(InputError, match="no column for work_t3, which the plan asks for"):
        analyse(replace(panel, values=without), design, QUICK)
    with pytest.raises(InputError, match="work_t3 is a share"):
        analyse(replace(panel, values={**panel.values, "work_t3": panel.values["work_t3"] + 0.5}), design, QUICK)
    with pytest.raises(InputError, match="Nobody was drawn"):
        analyse(replace(panel, arms=np.full(len(panel.people), -1)), design, QUICK)


def with_a_closed_arm() -> tuple[Design, Panel]:
    """The null twin where self-direction was closed to a third of the strata: their people were dealt over the other two arms."""
    design, panel = cohort("amsterdam_2018", Effect.NULL)
    barred = (panel.strata % 3 == 0).astype(np.int64)
    arms, rows = panel.arms.copy(), np.flatnonzero((barred == 1) & (panel.arms >= 0))
    _, strata = np.unique(panel.strata[rows], return_inverse=True)
    arms[rows] = redraw(strata.astype(np.int64), np.array([0, 2]), np.random.default_rng(1))
    return replace(design, families=design.families[:1]), replace(panel, arms=arms, dealt=barred, closed=((), (1,)))


def test_to_whom_an_arm_was_closed_is_in_no_comparison_with_that_arm() -> None:
    design, panel = with_a_closed_arm()
    found, name = analyse(panel, design, QUICK), "outflow_t3"
    others = replace(panel, arms=np.where(panel.dealt == 0, panel.arms, -1))
    alone = analyse(others, design, QUICK)
    for arm, against, same in (("self_direction", "comparison", True), ("extra_attention", "self_direction", True),
                               ("extra_attention", "comparison", False)):  # fmt: skip
        one, narrow = (of(each, name, arm, against) for each in (found, alone))
        assert (one.estimate == narrow.estimate) is same
        assert (one.beside.plain == narrow.beside.plain) is same
    drawn = [int((panel.arms == arm).sum()) for arm in range(3)]
    assert of(found, name, "extra_attention", "comparison").estimate.n == (drawn[0], drawn[2])
    assert of(found, name, "self_direction", "comparison").estimate.n == (drawn[1], int((others.arms == 2).sum()))
    assert found.of(name).n == tuple(drawn), "what was measured in each arm is told of everybody"
    assert not any(one.adjusted <= 0.05 for one in found.results), "and nothing is found in nothing"
    letters, people = masked(design, panel, mask(design, np.random.default_rng(1)))
    assert sorted(np.bincount(people.arms[people.arms >= 0])) == sorted(np.bincount(others.arms[others.arms >= 0]))
    assert analyse(people, letters, QUICK).results, "letters hide which arm was closed: its size is that of the others"
    assert in_groups(panel, design, QUICK).effects
    assert attrition(panel, design, QUICK)[0].p == (1.0, 1.0, 1.0)


def test_groups_are_listed_by_the_rule_with_its_own_error() -> None:
    design, panel, _ = done()
    found = in_groups(panel, design, QUICK)
    assert len(found.listed) == 9
    assert found.rate is not None
    assert 0.04 < found.rate.agree < 0.15
    assert {one.wave for one in found.effects} == {"T2", "T3"}
    assert all(one.adjusted >= one.p for one in found.effects)


def test_a_group_without_waves_that_must_agree_is_looked_at_once_for_each_outcome() -> None:
    """Of the register, or of one wave; with another contrast for the outcome of another family, and told where nobody is."""
    design, panel, _ = done()
    main = replace(design.families[0], outcomes=("outflow_t3",), contrasts=(Contrast("extra_attention", "comparison"),))
    other = replace(design.families[1], outcomes=("work_t2",), contrasts=(Contrast("self_direction", "comparison"),))
    men = replace(design.subgroups[1], outcomes=("outflow_t3", "work_t2"), confirm=())
    nobody = replace(men, id="nobody", outcomes=("work_t2",), condition=Condition({"sex": ("man",), "age": ("18-24",)}))
    young = replace(
        panel, values={**panel.values, "work_t2": np.where(panel.characteristics["age"] == 0, np.nan, panel.values["work_t2"])}
    )
    found = in_groups(young, replace(design, families=(main, other), subgroups=(men, nobody)), QUICK)
    assert [(one.subgroup, one.named, one.wave, one.contrast.arm) for one in found.effects] == [
        ("single_men", "outflow_t3", "", "extra_attention"), ("single_men", "work_t2", "T2", "self_direction"),
    ]  # fmt: skip
    assert [one.name for one in found.listed] == [
        "single_men/outflow_t3/extra_attention-comparison", "single_men/work_t2/self_direction-comparison",
    ]  # fmt: skip
    assert (found.rate, found.few) == (None, (("nobody", "work_t2"),))
    assert {one.lacks for one in found.listed} == {Lacks.ONCE}


def test_two_outcomes_of_a_group_do_not_hide_each_other() -> None:
    design, panel, _ = done()
    hours = next(one.id for one in design.outcomes if one.variable == "hours" and one.wave == "T3")
    assert any(hours in family.outcomes for family in design.families)
    both = replace(design.subgroups[1], outcomes=("work_t3", hours))
    found = in_groups(panel, replace(design, subgroups=(both,)), QUICK)
    assert {one.name.split("/")[1] for one in found.listed} == {"work_t3", hours}
    assert len(found.listed) == len({(one.named, one.contrast) for one in found.effects})


def test_what_is_not_known_yet_is_named() -> None:
    design, panel, _ = done()
    timed = next(one.id for one in design.outcomes if one.kind is Kind.TIME)
    for outcome, said in ((timed, "record who started when"), ("outflow_t3", "experiment register"), ("work_t2", "wave import")):
        nothing = replace(panel, values={**panel.values, outcome: np.full(len(panel.people), np.nan)})
        with pytest.raises(InputError, match=rf"^{outcome} is known of 0 people in \w+, so .*{said}"):
            analyse(nothing, design, QUICK)


def test_drop_out_is_tested_between_arms_by_the_draw() -> None:
    design, panel, _ = done()
    found = attrition(panel, design, QUICK)
    assert [sum(one.interviewed) for one in found] == [812, 625, 547, 513]
    assert found[0].p == (1.0, 1.0, 1.0)
    assert all(0 < p <= 1 for one in found for p in one.p)
    gone = panel.answered["T3"] & ~((panel.arms == 0) & (np.arange(len(panel.people)) % 2 == 0))
    worse = attrition(replace(panel, answered={**panel.answered, "T3": gone}), design, QUICK)
    assert worse[3].p[0] < 0.01


def test_what_happened_to_people_counts_as_the_estimand_says() -> None:
    design, panel, _ = done()
    outcome = next(one for one in design.outcomes if one.id == "outflow_t3")
    found = values(panel, design, outcome)
    died = np.zeros(len(found), dtype=bool)
    died[np.flatnonzero(panel.arms >= 0)[:3]] = True
    assert np.isnan(after_events(outcome, found, {"died": died})[died]).all()
    assert np.array_equal(after_events(outcome, found, {"moved": died}), found, equal_nan=True)
    worst = replace(outcome, estimand=Estimand(Population.DRAWN, outcome.estimand.summary, {"died": Strategy.COMPOSITE}))
    assert (after_events(worst, found, {"died": died})[died] == 0).all()
