# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Other money than wages becomes inputs of its months, and waits for a decision where one is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tests.app.conftest import ANNA, BRAM, COUPLE, Desk, estimate, income, wage
from werkzaam.app.case import Case
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import BAAN
from werkzaam.rules.situatie import Inkomenssoort

HALF_YEAR = {"months": ("2018-01", "2018-06")}
FIELDS = ("ander_inkomen", "beslist", "besloten_inkomen")


def found(case: Case, name: str, who: str = "Anna") -> list[tuple[int, ...]]:
    """The fields of an income in each month, without the months in which there is none."""
    records = [dict(month.records[BAAN][who, name]) for month in case.months]
    return [tuple(record[field] for field in FIELDS) if record["inkomenssoort"] else () for record in records]


def test_an_amount_counts_in_the_month_in_which_it_came(desk: Desk) -> None:
    case = desk.read(income("alimentatie", "120.00", received="2018-02-03"), **HALF_YEAR)
    assert found(case, "alimentatie") == [(), (120_00, 0, 0), (), (), (), ()]
    assert case.jobs == ()
    assert case.sources == (("Anna", "alimentatie"),)


@pytest.mark.requirement("R-084")
def test_a_quarterly_profit_is_spread_evenly_over_its_months(desk: Desk) -> None:
    row = income("onderneming", "900.00", "van = 2018-01-01", "tot = 2018-03-31", received="2018-04-10")
    case = desk.read(row, **HALF_YEAR)
    assert found(case, "onderneming") == [(300_00, 0, 0)] * 3 + [()] * 3
    assert [(one.part.units, one.part.of, one.whole) for one in case.incomes] == [(1, 3, 900_00)] * 3


def test_a_period_of_other_days_is_spread_by_days(desk: Desk) -> None:
    row = income("verhuur", "310.00", "van = 2018-01-16", "tot = 2018-02-15", received="2018-02-15")
    assert found(desk.read(row, **HALF_YEAR), "verhuur")[:2] == [(160_00, 0, 0), (150_00, 0, 0)]


def test_months_outside_the_case_get_their_part_there(desk: Desk) -> None:
    row = income("onderneming", "900.00", "van = 2017-11-01", "tot = 2018-01-31", received="2018-02-10")
    assert found(desk.read(row, **HALF_YEAR), "onderneming")[0] == (300_00, 0, 0)


def test_a_decision_counts_with_its_amount(desk: Desk) -> None:
    row = income("gift", "500.00", 'besluit_telt_mee = "200.00"', 'besluit = "brief van 3 maart"', received="2018-03-01")
    assert found(desk.read(row, **HALF_YEAR), "gift")[2] == (500_00, 1, 200_00)


def test_a_decision_that_nothing_counts_is_a_decision(desk: Desk) -> None:
    row = income("onbekend", "500.00", 'besluit_telt_mee = "0.00"', received="2018-03-01")
    assert found(desk.read(row, **HALF_YEAR), "onbekend")[2] == (500_00, 1, 0)


def test_a_decision_about_a_quarter_is_spread_with_it(desk: Desk) -> None:
    lines = ("van = 2018-01-01", "tot = 2018-03-31", 'besluit_telt_mee = "100.00"')
    case = desk.read(income("studietoelage", "900.00", *lines, received="2018-03-31"), **HALF_YEAR)
    assert found(case, "studietoelage")[:3] == [(300_00, 1, 33_33), (300_00, 1, 33_34), (300_00, 1, 33_33)]


def test_amounts_of_one_kind_in_one_month_add_up_and_others_stay_apart(desk: Desk) -> None:
    rows = [income("gift", "50.00", received="2018-01-03"), income("gift", "25.00", received="2018-01-20"),
            income("toeslag", "100.00", received="2018-01-20"),
            income("gift", "9.00", 'naam = "tante"', received="2018-01-05")]  # fmt: skip
    case = desk.read(*rows, **HALF_YEAR)
    assert [found(case, name)[0] for name in ("gift", "toeslag", "tante")] == [(75_00, 0, 0), (100_00, 0, 0), (9_00, 0, 0)]


def test_income_beside_a_job_does_not_touch_its_wage(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "500.00"), income("gift", "50.00", received="2018-01-03"))
    record = dict(case.months[0].records[BAAN]["Anna", "winkel"])
    assert (record["nettoloon"], record["inkomenssoort"], record["ander_inkomen"]) == (500_00, 0, 0)
    assert [
        dict(case.months[0].records[BAAN]["Anna", "gift"])[name] for name in ("loon_bekend", "nettoloon", "loon_geschat")
    ] == [1, 0, 0]


@pytest.mark.parametrize("kind", [kind.name.lower() for kind in Inkomenssoort if kind is not Inkomenssoort.GEEN])
def test_every_kind_of_the_rules_is_read(desk: Desk, kind: str) -> None:
    case = desk.read(income(kind, "50.00", received="2018-01-03"))
    assert kind.upper() == list(Inkomenssoort)[dict(case.months[0].records[BAAN]["Anna", kind])["inkomenssoort"]].name


def test_it_is_of_the_person_that_is_named(desk: Desk) -> None:
    row = income("alimentatie", "50.00", 'persoon = "Bram"', received="2018-01-03")
    assert found(desk.read(row, household=COUPLE, persons=ANNA + BRAM), "alimentatie", "Bram") == [(50_00, 0, 0)]


BAD: Mapping[str, tuple[Sequence[str], str]] = {
    "an unknown kind": (
        [income("lotto", "1.00", received="2018-01-03")],
        "row 15: inkomen 1, soort: one of alimentatie, .*onbekend, .*was expected; found 'lotto'.*Not sure.*onbekend",
    ),
    "a pension": (
        [income("AOW", "900.00", received="2018-01-03")],
        "found 'AOW'. A benefit .*loonsoort = .uitkering",
    ),
    "no kind at all": ([income("geen", "1.00", received="2018-01-03")], "soort: one of alimentatie"),
    "below zero": ([income("onderneming", "-1.00", received="2018-01-03")], "bedrag: .*zero or more"),
    "cents for euros": ([income("gift", "10000001", received="2018-01-03")], "bedrag: .*are these cents"),
    "more counted than came": (
        [income("gift", "1.00", 'besluit_telt_mee = "2.00"', received="2018-01-03")],
        "besluit_telt_mee: at most bedrag",
    ),
    "a decision that says nothing": (
        [income("gift", "1.00", 'besluit = "brief"', received="2018-01-03")],
        "besluit: .*add besluit_telt_mee",
    ),
    "a first day only": ([income("gift", "1.00", "van = 2018-01-01", received="2018-01-03")], "tot: a date"),
    "a period that ends first": (
        [income("gift", "1.00", "van = 2018-01-05", "tot = 2018-01-01", received="2018-01-03")],
        "tot: a last day on",
    ),
    "a period of years": (
        [income("gift", "1.00", "van = 2016-01-05", "tot = 2018-01-01", received="2018-01-03")],
        "tot: .*at most a year",
    ),
    "outside the case": ([income("gift", "1.00", received="2018-02-03")], "ontvangen_op: it counts in 2018-02; the case runs"),
    "a period outside the case": (
        [income("gift", "1.00", "van = 2017-01-05", "tot = 2017-03-01", received="2018-01-03")],
        "van: it counts in 2017-01",
    ),
    "known before it came": (
        [income("gift", "1.00", "bekend_op = 2018-01-02", received="2018-01-03")],
        "bekend_op: .*2018-01-03 or later",
    ),
    "the name of a job": (
        [wage("2018-01", "1.00"), income("gift", "1.00", 'naam = "winkel"', received="2018-01-03")],
        "naam: winkel is a job",
    ),
    "the name of a job that was estimated": (
        [estimate("2018-01", 'netto = "1"', job="gift"), income("gift", "1.00", received="2018-01-03")],
        "soort: gift is a job of Anna too",
    ),
    "decided and not decided under one name": (
        [
            income("gift", "1.00", received="2018-01-03"),
            income("gift", "1.00", 'besluit_telt_mee = "1.00"', received="2018-01-04"),
        ],
        "inkomen 2, soort: gift stands in 2018-01.*naam = ",
    ),
    "two kinds under one name": (
        [
            income("gift", "1.00", 'naam = "oma"', received="2018-01-03"),
            income("alimentatie", "1.00", 'naam = "oma"', received="2018-01-03"),
        ],
        "inkomen 2, naam: oma stands in",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_an_income_that_cannot_be_right_is_refused_with_its_row_and_a_remedy(desk: Desk, name: str) -> None:
    rows, message = BAD[name]
    with pytest.raises(InputError, match=message) as raised:
        desk.read(*rows)
    assert "zaak.toml, row " in str(raised.value)
