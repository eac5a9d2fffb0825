# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from tests.simulation.some_people import some_people
from werkzaam.app.simulation.constraints_check import constraints
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.simulation.calibrate import Seen
from werkzaam.simulation.constraints import Constraint, Operator, constraint_of, judge
from werkzaam.simulation.figures import HOURS, OUTFLOW, WORKING, figures_of
from werkzaam.simulation.waves import Interviews

ROW = {
    "constraint_id": "K-900",
    "figure": "1",
    "metric": OUTFLOW,
    "left_group": "comparison",
    "left_time": "2020-Q1",
    "operator": "=",
    "right_group": "",
    "right_time": "",
    "offset": "25.0",
    "tolerance": "0.05",
    "source_file": "f",
    "source_section": "s",
    "note": "",
}


def read(**changes: str) -> Constraint:
    return constraint_of({**ROW, **changes})


def out(*values: float, group: str = "comparison") -> dict[tuple[str, str, str], float]:
    """Outflow by quarter from 2020-Q1 on."""
    return {(OUTFLOW, group, f"{2020 + at // 4}-Q{at % 4 + 1}"): value for at, value in enumerate(values)}


def test_all_48_constraints_are_read() -> None:
    found = constraints()
    assert [one.id for one in found] == [f"K-{number:03}" for number in range(1, 49)]
    assert sum(one.is_equality for one in found) == 29


def test_an_equality_holds_of_one_seed_within_its_tolerance_only() -> None:
    one = read()
    assert one.holds(one.gaps(out(25.05))[0])
    assert not one.holds(one.gaps(out(25.06))[0])
    assert not one.holds(one.gaps(out(24.94))[0])


def test_an_equality_of_means_may_be_off_by_two_standard_errors_more() -> None:
    near = judge(read(), [out(24.8), out(25.4)])
    assert near.mean == pytest.approx(25.1)
    assert near.error == pytest.approx(0.3)
    assert near.holds
    assert near.single == 0
    assert not judge(read(), [out(25.2), out(25.3)]).holds


@pytest.mark.parametrize(("operator", "gap", "holds"), [
    (">", 0.01, True), (">", 0.0, False), ("<", -0.01, True), ("<", 0.0, False), (">=", 0.0, True), (">=", -0.01, False),
])  # fmt: skip
def test_an_order_is_of_the_means_themselves(operator: str, gap: float, holds: bool) -> None:
    one = read(operator=operator, tolerance="", offset="0")
    assert one.holds(gap, more=100.0) == holds


def test_hardly_more_has_an_upper_bound() -> None:
    one = read(operator=">=", right_group="comparison", right_time="2020-Q1", left_time="2020-Q4", offset="0", tolerance="1.5")
    assert one.operator is Operator.HARDLY_MORE
    assert one.holds(one.gaps(out(25, 0, 0, 26.5))[0])
    assert not one.holds(one.gaps(out(25, 0, 0, 26.6))[0])


def test_some_quarter_is_the_one_with_the_lowest_mean_not_each_seeds_own() -> None:
    one = read(operator="<", left_time="some quarter in 2020-Q2..2020-Q4", right_group="comparison", right_time="2020-Q1",
               offset="0", tolerance="")  # fmt: skip
    first, second = out(25, 27, 24, 27), out(25, 27, 27, 24)
    found = judge(one, [first, second])
    assert found.single == 1, "in each seed there is one"
    assert found.mean == pytest.approx(0.5)
    assert not found.holds, "but none on average"


def test_a_growth_is_set_against_a_growth() -> None:
    one = read(figure="3", metric="growth T2..T3", left_time="T2..T3", operator="<", right_group="extra_attention",
               right_time="T2..T3", offset="0", tolerance="")  # fmt: skip
    figures = {(HOURS, "comparison", "T2"): 15.0, (HOURS, "comparison", "T3"): 17.0, (HOURS, "extra_attention", "T2"): 17.0,
               (HOURS, "extra_attention", "T3"): 19.5}  # fmt: skip
    assert one.gaps(figures) == [pytest.approx(-0.5)]


def test_one_seed_has_no_standard_error() -> None:
    with pytest.raises(InputError, match="at least two seeds; found 1"):
        judge(read(), [out(25)])


@pytest.mark.parametrize(("changes", "says"), [
    ({"operator": "~"}, "K-900: =, >, < or >= was expected; found '~'"),
    ({"left_time": "some quarter in 2020-Q5..2020-Q6"}, "written like 2020-Q1; found '2020-Q5'"),
])  # fmt: skip
def test_a_row_that_means_nothing_is_refused(changes: dict[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(**changes)


def test_figures_count_the_panel_by_part_and_interview() -> None:
    people = some_people(6)
    people.arm[:] = [0, 0, 0, 0, 1, 2]
    month = np.tile([2, 20, 40, 50], (6, 1))
    month[3, 3] = -1
    columns = {name: np.zeros((60, 6), np.int64) for name in ("on", "works", "minutes")}
    columns["on"][:] = 1
    columns["on"][5, :2] = 0
    columns["on"][53, 0] = 0
    columns["works"][2, :2], columns["minutes"][2, :2] = 1, (600, 1200)
    found = figures_of(Seen(columns), people, Interviews(month), Month.of(2022, 6))
    assert found[OUTFLOW, "extra_attention", "2018-Q2"] == pytest.approx(200 / 3)
    assert found[OUTFLOW, "extra_attention", "T3"] == pytest.approx(100 / 3)
    assert found[WORKING, "extra_attention", "T0"] == pytest.approx(200 / 3)
    assert found[HOURS, "extra_attention", "T0"] == 15
    assert np.isnan(found[HOURS, "self_direction", "T0"])
    whole = figures_of(Seen(columns), people, Interviews(month), Month.of(2022, 6), among=np.ones(6, dtype=bool))
    assert whole[OUTFLOW, "extra_attention", "2018-Q2"] == 50
    assert whole[WORKING, "extra_attention", "T0"] == pytest.approx(200 / 3), "Figures 2 and 3 stay those of the panel"
