# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A design file is read as it was meant or refused with its line; the two that ship are whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from werkzaam.app.experiment.design_file import read_design, shipped_design, shipped_file, shipped_names
from werkzaam.app.experiment.design_regimes import regimes_of
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.experiment.design import Condition, Contrast, Kind, Population, Sample, Source, Strategy

TEXT = shipped_file("amsterdam_2018").read_text(encoding="utf-8")
Reading = Callable[[str, str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Reading:
    """A copy of the Amsterdam design in which the first occurrence of a text is another."""

    def write(old: str, new: str) -> Path:
        assert old in TEXT, f"The test looks for what is not there: {old}"
        path = tmp_path / "design.toml"
        path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
        return path

    return write


def test_the_amsterdam_design_is_what_was_published() -> None:
    design = shipped_design("amsterdam_2018")
    assert [(window.first, window.last) for window in design.windows] == [
        (date(2018, 1, 1), date(2018, 7, 1)),
        (date(2019, 1, 1), date(2019, 3, 1)),
    ]
    assert [one.id for one in design.exclusions] == ["status_holder", "multi_problem", "homeless", "addiction", "psychiatric"]
    assert design.selection == Sample(812, Condition({"district": ("nieuw_west", "east", "north", "southeast")}))
    assert design.survey == Sample(None, Condition({}))
    assert {arm.id: arm.regime for arm in design.arms} == {
        "extra_attention": "amsterdam_2018_extra_aandacht",
        "self_direction": "amsterdam_2018_zelfregie",
        "comparison": "amsterdam_2018_regulier",
    }
    assert design.pattern == ("extra_attention", "self_direction", "comparison")
    assert [wave.voucher for wave in design.waves] == [0, 1500, 2000, 2500]
    assert (design.start, design.end, design.equal) == (date(2018, 1, 1), date(2021, 3, 1), ("premium", "settlement"))


def test_outcomes_families_and_subgroups_are_read_whole() -> None:
    design = shipped_design("amsterdam_2018")
    outcomes = {outcome.id: outcome for outcome in design.outcomes}
    hours, repaid, months = outcomes["hours_t3"], outcomes["repaid"], outcomes["months_on_benefit"]
    assert (hours.source, hours.kind, hours.wave, hours.month, hours.better) == (Source.SURVEY, Kind.MEAN, "T3", None, 1)
    assert (repaid.month, repaid.better, repaid.harm, repaid.wave) == (Month.of(2021, 2), -1, True, None)
    assert (months.kind, months.horizon, months.month) == (Kind.TIME, 36, None)
    assert hours.estimand.population is Population.PANEL
    assert hours.estimand.events["died"] is Strategy.MISSING
    main = design.families[0]
    assert (main.contrasts[0], main.level, len(main.contrasts)) == (Contrast("extra_attention", "comparison"), 50, 3)
    single = design.subgroups[1]
    assert (single.condition.levels, single.confirm) == ({"sex": ("man",), "household": ("single",)}, ("T2", "T3"))


def test_the_better_design_draws_everybody_and_interviews_as_many() -> None:
    design = shipped_design("amsterdam_iedereen")
    assert (design.selection.seats, design.survey.seats, design.selection.only.levels) == (None, 812, {})
    assert {outcome.estimand.population for outcome in design.outcomes} == {Population.DRAWN, Population.RESPONDENTS}
    assert [outcome.id for outcome in design.outcomes] == [one.id for one in shipped_design("amsterdam_2018").outcomes]


def test_a_name_that_does_not_ship_is_refused_with_those_that_do() -> None:
    assert shipped_names() == ("amsterdam_2018", "amsterdam_iedereen")
    with pytest.raises(UnknownName, match=r"No design called 'amsterdam_2019' ships. Did you mean amsterdam_2018"):
        shipped_design("amsterdam_2019")


@pytest.mark.requirement("R-174")
def test_a_design_without_a_wave_a_year_after_its_end_is_refused(changed: Reading) -> None:
    with pytest.raises(InputError, match=r"no wave begins a year after the end \(2021-03-01\).*2022-02 or later"):
        read_design(changed('first = "2022-02"\nlast = "2022-07"', 'first = "2022-01"\nlast = "2022-07"'))
    assert read_design(changed('last = "2022-07"', 'last = "2022-09"')).waves[-1].first == Month.of(2022, 2)


REFUSED = [
    # What is changed, into what, what the refusal says, and how many lines after the change it points to.
    ('estimand = "register"\nbetter = "more"', 'better = "more"', "outcome 1, estimand: it is missing", -7),
    ('estimand = "register"\n', 'estimand = "registers"\n', "no estimand is called 'registers'.*register", 0),
    ('estimand = "register"\n', 'estimand = "survey"\n', "a register knows everybody who was drawn", 0),
    ('regime = "amsterdam_2018_zelfregie"', 'regime = "zelfregie"',
     "arm 2, regime: the regime of the arm self_direction does not load: No regime is called 'zelfregie'", 0),
    ('regime = "amsterdam_2018_zelfregie"', 'regime = "amsterdam_2018_zelfregie.toml"', "named by its id", 0),
    ('regime = "amsterdam_2018_zelfregie"', 'regime = "amsterdam_2018_extra_aandacht"', "nothing to compare", 0),
    ('regime = "amsterdam_2018_zelfregie"', 'regime = "amsterdam_2021"', "holds 2021-03 to .*and not in 2018-01", 0),
    ('equal = ["premium"', 'equal = ["premie"', "no element of a regime is called 'premie'.*premium", 0),
    ("version = 1", "version = 0", "of 1 or more was expected; found 0", 0),
    ("end = 2021-03-01", "end = 2017-03-01", "not after they begin on 2018-01-01", 0),
    ("end = 2021-03-01", 'end = "2021-03-01"', "a date without quotes", 0),
    ("version = 1", "version = 1\nseed = 7", "seed: this key is not known here", 1),
    ('covariates = ["sex"', 'covariates = ["wealth"', "no variable is called 'wealth'", 0),
    ('covariates = ["sex", "age"', 'covariates = ["sex", "sex"', "sex is named twice", 0),
    ("last = 2018-07-01", "last = 2017-07-01", "window 1, last: .*before it begins", 0),
    ("first = 2019-01-01", "first = 2018-07-01", "window 2, first: .*still open", 0),
    ("last = 2019-03-01", "last = 2021-03-01", "Close the window before that", 0),
    ("last = 2019-03-01", 'last = 2019-03-01\npriority = { duration = ["0-6_months"] }', "Add places", 1),
    ("last = 2019-03-01", "last = 2019-03-01\nplaces = 0", "of 1 or more", 1),
    ('id = "homeless"', 'id = "status_holder"', "stands in an earlier", 0),
    ('id = "homeless"', 'id = "home less"', "letters, digits and _", 0),
    ('levels = ["woman", "man"]', 'levels = ["woman"]', "two or more different levels", 0),
    ('levels = ["woman", "man"]', 'levels = ["woman", "a man"]', "a level is a code", 0),
    ('"age", "district", "step"]', '"age", "quarter", "step"]', "strata, variables: no variable is called 'quarter'", 0),
    ("smallest = 24", "smallest = 0", "strata, smallest: .*of 1 or more", 0),
    ('merge = ["step"', 'merge = ["work"', "no variable of the strata is called 'work'", 0),
    ("seats = 812", 'seats = "812"', "a whole number, without quotes", 0),
    ('only = { district = ["north"', 'only = { borough = ["north"', "selection, only, borough: no variable", 0),
    ('only = { district = ["north"', 'only = { district = ["northern"', "no level of district is called 'northern'", 0),
    ("slots = 1", "slots = 0", "arm 1, slots: .*of 1 or more was expected; found 0", 0),
    ("slots = 1", "slots = 1.5", "a whole number", 0),
    ('id = "self_direction"\nlabel', 'id = "comparison"\nlabel', "stands in an earlier", 6),
    ('first = "2019-04"', 'first = "2018-02"', "is not after T0", 0),
    ('last = "2020-12"', 'last = "2019-03"', "ends in 2019-03, before it begins", 0),
    ('voucher = "15.00"', "voucher = 15", "between quotes", 0),
    ('voucher = "15.00"', 'voucher = "-15.00"', "zero or more", 0),
    ('population = "panel"', 'population = "everybody"', "one of drawn, panel, respondents", 0),
    (', pension = "treatment_policy" }', " }", "estimand 1, events, pension: .*it is missing", 0),
    ('died = "missing"', 'passed = "missing"', "this key is not known here", 0),
    ('month = "2020-03"', 'wave = "T2"', "has a month, and no wave", 0),
    ('month = "2020-03"', 'month = "2017-12"', "before the arms differ", 0),
    ('wave = "T1"', 'wave = "T9"', "no wave is called 'T9'", 0),
    ('wave = "T1"', 'wave = "T1"\nmonth = "2020-03"', "Leave month out", 1),
    ("horizon = 36", "horizon = 0", "of 1 or more", 0),
    ('kind = "time"', 'kind = "mean"', "a month between quotes", -4),
    ('better = "more"', 'better = "higher"', "one of more, less", 0),
    ('label = { nl = "Uit de bijstand in maart 2020", en', 'label = { nl = "x", de', "not known here.*nl", 0),
    ('outcomes = ["outflow_t3"', 'outcomes = ["outflow"', "no outcome is called 'outflow' in this file. Did you mean", 0),
    ('contrasts = [["extra_attention", "comparison"]', 'contrasts = [["comparison", "comparison"]', "compared with itself", 0),
    ('contrasts = [["extra_attention", "comparison"]', 'contrasts = [["extra", "comparison"]', "no arm is called 'extra'", 0),
    ('contrasts = [["extra_attention", "comparison"]', 'contrasts = [["comparison", "self_direction"]', "compared twice", 0),
    ('contrasts = [["extra_attention", "comparison"], ', "contrasts = [] #",
     "family 1, contrasts: one or more contrasts were expected.*found none", 0),
    ('outcomes = ["outflow_2020"', 'outcomes = ["work_t2"', "is judged in main already", 0),
    ('control = "familywise"', 'control = "none"', "one of familywise, discovery", 0),
    ("level = 50", "level = 500", "from 1 to 200", 0),
    ('confirm = ["T2", "T3"]', 'confirm = ["T3"]', "T3 alone confirms nothing", 0),
    ('confirm = ["T2", "T3"]', 'confirm = ["T0", "T3"]', "work is not measured at T0", 0),
    ('condition = { sex = ["man"], origin', 'condition = { sex = ["boy"], origin', "no level of sex is called 'boy'", 0),
    ('harms = ["repaid", "stress_t1"]', 'harms = ["work_t1"]', "no outcome with harm = true is called 'work_t1'", 0),
    ('looks = ["2019-10", "2020-10"]', 'looks = ["2020-10", "2019-10"]', "looks come after each other", 0),
    ('looks = ["2019-10", "2020-10"]', 'looks = ["2021-03"]', "between 2018-01 and 2021-03", 0),
    ('chain = "52db9ba', 'chain = "52DB9ba', "64 digits of 0-9 and a-f", 0),
    ("hours_before = 24", "hours_before = 23", "of 24 or more", 0),
    ("reveal_minutes = 10", "reveal_minutes = 9", "of 10 or more", 0),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says", "after"), REFUSED, ids=[f"{old[:30]}>{new[:30]}" for old, new, *_ in REFUSED])
def test_what_cannot_be_meant_is_refused_at_its_line(changed: Reading, old: str, new: str, says: str, after: int) -> None:
    path = changed(old, new)
    with pytest.raises(InputError, match=says) as refusal:
        read_design(path)
    assert refusal.value.row == TEXT[: TEXT.index(old)].count("\n") + 1 + after
    assert str(refusal.value).startswith(f"{path}, row {refusal.value.row}: ")


@pytest.mark.parametrize("table", ["window", "arm", "wave", "outcome", "family", "stopping", "lottery"])
def test_a_design_without_a_table_that_it_needs_is_refused_with_an_example(table: str, tmp_path: Path) -> None:
    blocks = TEXT.split("\n[")
    kept = [block for block in blocks if block.split("]")[0].lstrip("[") != table]
    path = tmp_path / "design.toml"
    path.write_text("\n[".join(kept), encoding="utf-8")
    with pytest.raises(InputError, match=rf"{table}"):
        read_design(path)


def test_a_design_in_which_nobody_can_be_worse_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "design.toml"
    path.write_text(TEXT.replace("harm = true\n", ""), encoding="utf-8")
    with pytest.raises(InputError, match="No outcome is marked harm = true"):
        read_design(path)


def test_an_arm_can_be_a_regime_of_the_towns_own_beside_the_design(changed: Reading) -> None:
    path = changed('regime = "amsterdam_2018_zelfregie"', 'regime = "vrije_keuze"')
    source = Path(__file__).parents[3] / "src/werkzaam/regime/data"
    own = (source / "amsterdam_2018_zelfregie.toml").read_text(encoding="utf-8")
    (path.parent / "vrije_keuze.toml").write_text(own.replace('id = "amsterdam_2018_zelfregie"', 'id = "vrije_keuze"'))
    design = read_design(path)
    assert regimes_of(design, path.parent)["self_direction"].id == "vrije_keuze"
    (path.parent / "amsterdam_2018_regulier.toml").write_text(own)
    with pytest.raises(InputError, match="is both shipped and in"):
        read_design(path)


def test_an_element_that_is_called_equal_must_be_equal(changed: Reading) -> None:
    path = changed('regime = "amsterdam_2018_zelfregie"', 'regime = "amsterdam_2018_buiten_experiment"')
    says = "equal: premium is called equal .* premie.geldt differs in 2018-01: extra_attention True, self_direction False"
    with pytest.raises(InputError, match=says) as refusal:
        read_design(path)
    assert refusal.value.row == TEXT[: TEXT.index("equal = ")].count("\n") + 1
