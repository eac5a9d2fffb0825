# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A delivered table becomes the inputs of the rules, or says which cell is wrong."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.app.tables import as_inputs, check_names
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, age_in_months
from werkzaam.engine.batch import KEYS
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.rules.situatie import LEEFTIJD_HOOGST

HOME = {"huishouden": "h1", "maand": "2018-01", "leefvorm": "alleenstaande"}
PERSON = {"huishouden": "h1", "maand": "2018-01", "persoon": "p", "geboortedatum": "1980-05-17"}
COUNT = "maanden_bijstand_eerder"
JOB = {"huishouden": "h1", "maand": "2018-01", "persoon": "p", "baan": "b", "nettoloon": "500.00"}


def table(rows: tuple[dict[str, object], ...]) -> pa.Table:
    return pa.table({name: [row.get(name) for row in rows] for name in dict.fromkeys(name for row in rows for name in row)})


def inputs(level: Level, *rows: dict[str, object]) -> dict[str, list[int]]:
    checked = as_inputs(level, table(rows))
    assert checked.bad == ()
    return checked.table.to_pydict()


def wrong(level: Level, *rows: dict[str, object]) -> list[tuple[int, str, str]]:
    return [(bad.row, bad.column, bad.why) for bad in as_inputs(level, table(rows)).bad]


# -- columns ----------------------------------------------------------------------------------------


def test_an_unknown_column_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(InputError, match=r"^banen.csv: Unknown column 'netoloon'. Did you mean nettoloon\?$"):
        check_names(BAAN, [*JOB, "netoloon"], "banen.csv")


def test_an_unknown_column_like_no_other_is_refused_with_all_names() -> None:
    with pytest.raises(InputError, match="A table per household may have: huishouden, maand, leefvorm, kinderen"):
        check_names(HUISHOUDEN, [*HOME, "postcode"], "x.csv")


def test_what_the_rules_compute_is_no_column() -> None:
    with pytest.raises(InputError, match="Unknown column 'leeftijd_begin'"):
        check_names(PERSOON, [*PERSON, "leeftijd_begin"], "x.csv")


def test_a_missing_column_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"^x.csv: Column geboortedatum is missing; a table per person needs huishouden, maand"):
        check_names(PERSOON, ["huishouden", "maand", "persoon"], "x.csv")


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match=r"^x.csv: Column 'leefvorm' stands twice; keep one.$"):
        check_names(HUISHOUDEN, [*HOME, "leefvorm"], "x.csv")


def test_what_is_left_out_is_the_default() -> None:
    rows = ({**HOME, "maanden_bijstand_eerder": None}, {**HOME, "maanden_bijstand_eerder": 3})
    assert inputs(HUISHOUDEN, *rows)["maanden_bijstand_eerder"] == [0, 3]
    person = inputs(PERSOON, PERSON, {**PERSON, "vrijlating_helpt": "nee"}, {**PERSON, "vrijlating_helpt": ""})
    assert person["vrijlating_helpt"] == [1, 0, 1]


def test_a_column_that_was_not_delivered_takes_no_room() -> None:
    assert set(inputs(HUISHOUDEN, HOME)) == {"huishouden", "maand", "leefvorm"}
    assert set(inputs(PERSOON, PERSON)) == {"huishouden", "maand", "persoon", "leeftijd_begin", "leeftijd_eind"}
    assert set(inputs(BAAN, JOB)) == {*KEYS[BAAN], "nettoloon", "loon_bekend"}


@pytest.mark.parametrize("name", ["huishouden", "maand", "leefvorm"])
def test_a_cell_that_must_be_there_is_missed(name: str) -> None:
    assert wrong(HUISHOUDEN, HOME, {**HOME, name: None}) == [(1, name, "is empty; a value was expected.")]


def test_each_bad_cell_is_told_once() -> None:
    assert [(row, name) for row, name, _ in wrong(HUISHOUDEN, {**HOME, COUNT: "x"}, {**HOME, COUNT: "-1"})] == [
        (0, COUNT), (1, COUNT)]  # fmt: skip
    assert [name for _, name, _ in wrong(PERSOON, {**PERSON, "maand": "januari"})] == ["maand"]
    assert [name for _, name, _ in wrong(PERSOON, {**PERSON, "vrijlating_helpt": 2})] == ["vrijlating_helpt"]


# -- wages ------------------------------------------------------------------------------------------


def test_a_wage_below_zero_needs_a_mark() -> None:
    why = "is −500.00, below zero; mark a correction with correctie = ja."
    below = {**JOB, "nettoloon": "-500.00"}
    assert wrong(BAAN, below) == [(0, "nettoloon", why)]
    assert wrong(BAAN, JOB, {**below, "correctie": "nee"}) == [(1, "nettoloon", why)]
    assert inputs(BAAN, {**below, "correctie": "ja"})["nettoloon"] == [-50_000]


def test_an_estimate_is_never_below_zero() -> None:
    row = {**JOB, "geschat_nettoloon": "-1.00", "correctie": "ja"}
    assert wrong(BAAN, row) == [(0, "geschat_nettoloon", "is −1.00 euros; 0.00 euros to 100,000.00 euros was expected.")]


def test_without_a_wage_the_estimate_counts() -> None:
    row = inputs(BAAN, {**JOB, "nettoloon": None, "geschat_nettoloon": "432.10"})
    assert (row["nettoloon"], row["loon_bekend"], row["loon_geschat"], row["geschat_nettoloon"]) == ([0], [0], [1], [43_210])


def test_an_empty_cell_is_no_estimate_and_a_zero_is_one() -> None:
    row = inputs(BAAN, JOB, {**JOB, "geschat_nettoloon": ""}, {**JOB, "geschat_nettoloon": "0"})
    assert (row["loon_bekend"], row["loon_geschat"], row["geschat_nettoloon"]) == ([1] * 3, [0, 0, 1], [0] * 3)


def test_without_wage_and_estimate_the_row_is_bad() -> None:
    assert wrong(BAAN, {**JOB, "nettoloon": None}) == [
        (0, "nettoloon", "is empty and there is no geschat_nettoloon; a wage or an estimate was expected.")
    ]


def test_cents_written_as_euros_are_beyond_any_wage() -> None:
    assert wrong(BAAN, {**JOB, "nettoloon": "100000.01"}) == [
        (0, "nettoloon", "is 100,000.01 euros; −100,000.00 euros to 100,000.00 euros was expected.")
    ]
    assert wrong(BAAN, {**JOB, "nettoloon": "100000.00"}) == []


# -- four weeks, other money and tax returns --------------------------------------------------------


def test_four_weekly_pay_needs_no_net_wage() -> None:
    rows = [{**JOB, "nettoloon": None, "vierwekenloon": "1300.00"}, {**JOB, "nettoloon": "5.00", "vierwekenloon": ""},
            {**JOB, "nettoloon": None, "vierwekenloon": "-13.00", "correctie": "ja"}]  # fmt: skip
    found = inputs(BAAN, *rows)
    assert (found["vierwekenloon"], found["nettoloon"]) == ([1_300_00, 0, -13_00], [0, 5_00, 0])
    assert found["loon_bekend"] == [1, 1, 1]
    assert "loon_geschat" not in found


def test_four_weekly_pay_below_zero_needs_a_mark() -> None:
    assert wrong(BAAN, {**JOB, "vierwekenloon": "-13.00"}) == [
        (0, "vierwekenloon", "is −13.00, below zero; mark a correction with correctie = ja.")
    ]


def test_four_weekly_pay_of_nothing_is_as_an_empty_cell_beside_an_estimate() -> None:
    rows = [{**JOB, "nettoloon": None, "geschat_nettoloon": guess, "vierwekenloon": weeks, "vierwekenloon_extra": "0.00"}
            for guess, weeks in (("400.00", "0.00"), ("400.00", ""), ("400.00", "1300.00"), (None, "0.00"))]  # fmt: skip
    assert inputs(BAAN, *rows)["loon_bekend"] == [0, 0, 1, 1]


def test_a_second_four_weekly_wage_comes_beside_a_first() -> None:
    second = {**JOB, "nettoloon": "0.00", "vierwekenloon_extra": "480.00"}
    why = "is 480.00, a second four-weekly wage of the month, and vierwekenloon has no first; write it there."
    assert wrong(BAAN, second) == [(0, "vierwekenloon_extra", why)]
    assert wrong(BAAN, {**second, "vierwekenloon": "480.00"}, {**second, "vierwekenloon_extra": None}) == []


def test_a_row_of_other_money_needs_no_wage() -> None:
    found = inputs(BAAN, {**JOB, "nettoloon": None, "inkomenssoort": "gift", "ander_inkomen": "50.00"})
    assert [found[name] for name in ("nettoloon", "loon_bekend", "ander_inkomen")] == [[0], [1], [50_00]]


@pytest.mark.parametrize(
    ("column", "why", "cells"),
    [("inkomenssoort", "is empty or geen, and ander_inkomen is 50.00; say what it is, or onbekend.", {"ander_inkomen": "50.00"}),
     ("besloten_inkomen", "is 5.00, and beslist is not ja; only a decision makes it count.",
      {"inkomenssoort": "gift", "ander_inkomen": "50.00", "besloten_inkomen": "5.00"}),
     ("besloten_inkomen", "is 51.00, more than ander_inkomen, 50.00; no more can count than came in.",
      {"inkomenssoort": "gift", "ander_inkomen": "50.00", "besloten_inkomen": "51.00", "beslist": "ja"}),
     ("ingehouden_zvw", "is 5.00, and loonaangifte_bekend is not ja.", {"ingehouden_zvw": "5.00"})],
)  # fmt: skip
def test_cells_that_contradict_each_other_are_bad(column: str, why: str, cells: dict[str, str]) -> None:
    assert wrong(BAAN, {**JOB, **cells}) == [(0, column, why)]


# -- ages -------------------------------------------------------------------------------------------


def ages(born: date, month: Month) -> tuple[list[int], list[int]]:
    found = inputs(PERSOON, {**PERSON, "geboortedatum": born.isoformat(), "maand": str(month)})
    return found["leeftijd_begin"], found["leeftijd_eind"]


@pytest.mark.parametrize(
    ("born", "month", "begin", "end"),
    [("1997-01-01", "2018-01", 252, 252), ("1997-01-02", "2018-01", 251, 252), ("1997-01-31", "2018-01", 251, 252),
     ("1997-01-31", "2018-02", 252, 253), ("1997-01-31", "2018-04", 254, 255), ("1996-02-29", "2018-02", 263, 264),
     ("2017-12-31", "2018-01", 0, 1), ("2018-01-01", "2018-01", 0, 0)],
)  # fmt: skip
def test_age_is_counted_on_the_first_and_the_last_day(born: str, month: str, begin: int, end: int) -> None:
    assert ages(date.fromisoformat(born), Month.parse(month)) == ([begin], [end])


@given(st.dates(date(1900, 1, 1), date(2017, 12, 1)), st.integers(Month.of(2018, 1).index, Month.of(2026, 12).index))
def test_age_is_the_same_as_for_one_household(born: date, index: int) -> None:
    month = Month(index)
    assert ages(born, month) == ([age_in_months(born, month.first_day)], [age_in_months(born, month.last_day)])


def test_somebody_who_is_not_born_yet_or_too_old_is_a_mistake() -> None:
    assert wrong(PERSOON, PERSON, {**PERSON, "geboortedatum": "2018-01-02"}) == [
        (1, "geboortedatum", "is 2018-01-02, after the first day of 2018-01.")
    ]
    assert wrong(PERSOON, {**PERSON, "geboortedatum": "1887-12-31"}) == [
        (0, "geboortedatum", f"is 1887-12-31, more than {LEEFTIJD_HOOGST // 12} years ago.")
    ]
    assert wrong(PERSOON, {**PERSON, "geboortedatum": "1888-01-31"}) == []
