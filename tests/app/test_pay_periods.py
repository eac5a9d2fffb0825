# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A payslip over any days gives each month what belongs to it, in the way of the town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.app.conftest import FOUR, Desk, estimate, four_weekly, slip, wage
from werkzaam.app.case import Case
from werkzaam.app.month_page import month_pages
from werkzaam.app.payslip import Way
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.rule import BAAN
from werkzaam.rules.situatie import Inkomenssoort

SHOP = ("Anna", "winkel")
YEAR: Mapping[str, Any] = {"months": ("2021-01", "2021-12"), "regime": '"participatiewet_2018"'}
MAY: Mapping[str, Any] = {**YEAR, "months": ("2021-05", "2021-05")}


@pytest.fixture
def by_days(desk: Desk) -> Mapping[str, Any]:
    """A town that spreads four-weekly pay by days and counts end-of-year pay each month."""
    return desk.income_town(vierweken='"naar_dagen"', eindejaarsuitkering='"maandelijks"')


@pytest.fixture
def by_receipt(desk: Desk) -> Mapping[str, Any]:
    """A town that counts wages when they come in."""
    return desk.income_town(maandregel='"maand_van_ontvangst"', vierweken='"naar_dagen"')


def column(case: Case, name: str, key: tuple[str, str] = SHOP) -> list[int]:
    """An input of a job in each month of the case, without the zeros at the end."""
    found = [dict(month.records[BAAN][key])[name] for month in case.months]
    while found and not found[-1]:
        found.pop()
    return found


# -- four weeks -------------------------------------------------------------------------------------


def test_four_weeks_belong_to_the_month_in_which_they_end(desk: Desk) -> None:
    case = desk.read(*four_weekly("2021-01-18", ["1300.00", "1200.00"]), **YEAR)
    assert column(case, "vierwekenloon") == [0, 1_300_00, 1_200_00]
    assert column(case, "nettoloon") == []


def test_the_second_pay_that_ends_in_a_month_is_the_thirteenth(desk: Desk) -> None:
    case = desk.read(*four_weekly("2020-12-28", [f"{1300 + at}.00" for at in range(13)]), **YEAR)
    assert [1300_00 + 100 * at for at in range(13) if at != 10] == column(case, "vierwekenloon")
    assert [wage.month for wage in case.wages if wage.way is Way.THIRTEENTH] == [Month.of(2021, 10)]
    assert column(case, "vierwekenloon_extra") == [0] * 9 + [1_310_00]


def test_holiday_money_of_a_thirteenth_pay_counts_as_the_payslip_has_it(desk: Desk) -> None:
    slips = four_weekly("2021-04-05", ["1300.00", "1300.00"], 'vakantiegeld_opgebouwd = "80.00"')
    case = desk.read(*slips, **MAY)
    assert column(case, "vakantiegeld_opgebouwd") == [160_00]


def test_the_gross_wage_goes_with_the_net_wage(desk: Desk) -> None:
    case = desk.read(*four_weekly("2021-04-05", ["1300.00", "1300.00"], 'bruto = "1560.00"'), **MAY)
    assert column(case, "brutoloon") == [1_690_00]


def test_a_correction_of_four_weeks_goes_to_the_pay_it_corrects(desk: Desk) -> None:
    first, second = four_weekly("2021-04-05", ["1300.00", "1200.00"])
    mends = first.replace("1300.00", "-50.00") + "correctie = true\n"
    case = desk.read(mends, second, first, **MAY)
    assert (column(case, "vierwekenloon"), column(case, "vierwekenloon_extra")) == ([1_250_00], [1_200_00])


def test_four_weeks_are_spread_by_days_where_the_town_says_so(desk: Desk, by_days: Mapping[str, Any]) -> None:
    case = desk.read(*four_weekly("2021-03-15", ["1300.00"], 'vakantiegeld_opgebouwd = "28.00"', 'uren = "56:00"'), **by_days)
    assert column(case, "nettoloon") == [0, 0, 789_29, 510_71]
    assert column(case, "vakantiegeld_opgebouwd") == [0, 0, 17_00, 11_00]
    assert column(case, "gewerkte_minuten") == [0, 0, 34 * 60, 22 * 60]
    assert column(case, "vierwekenloon") == []
    assert [(wage.part.units, wage.part.of) for wage in case.wages if wage.part] == [(17, 28), (11, 28)]


def test_what_is_paid_out_at_once_belongs_to_the_last_month_of_its_payslip(desk: Desk, by_days: Mapping[str, Any]) -> None:
    slips = four_weekly("2021-03-15", ["1300.00"], 'vakantiegeld_uitbetaald = "250.00"', 'reiskosten_onbelast = "40.00"')
    case = desk.read(*slips, **by_days)
    assert column(case, "vakantiegeld_uitbetaald") == [0, 0, 0, 250_00]
    assert column(case, "ander_inkomen") == [0, 0, 0, 40_00]


def test_days_outside_the_case_get_nothing(desk: Desk, by_days: Mapping[str, Any]) -> None:
    case = desk.read(*four_weekly("2021-03-15", ["1300.00"]), **{**by_days, "months": ("2021-04", "2021-04")})
    assert column(case, "nettoloon") == [510_71]
    with pytest.raises(InputError, match="gewerkt_van: it counts in 2021-03; the case runs from 2021-05"):
        desk.read(*four_weekly("2021-03-15", ["1300.00"]), **{**by_days, "months": ("2021-05", "2021-05")})


# -- weeks and other periods ------------------------------------------------------------------------


def test_a_week_over_two_months_is_split_by_its_days_everywhere(desk: Desk) -> None:
    case = desk.read(slip("2021-03-29", "2021-04-04", "70.00"), slip("2021-04-05", "2021-04-11", "80.00"), **YEAR)
    assert column(case, "nettoloon") == [0, 0, 30_00, 120_00]


def test_a_wage_from_the_middle_of_a_month_to_that_of_the_next_is_split(desk: Desk) -> None:
    case = desk.read(slip("2021-03-16", "2021-04-15", "310.00"), **YEAR)
    assert column(case, "nettoloon") == [0, 0, 160_00, 150_00]


def test_a_wage_counts_whole_in_the_month_of_receipt(desk: Desk, by_receipt: Mapping[str, Any]) -> None:
    slips = (slip("2021-03-16", "2021-04-15", "310.00", paid="2021-05-03"), slip("2021-04-16", "2021-04-18", "9.00"))
    assert column(desk.read(*slips, **by_receipt), "nettoloon") == [0, 0, 0, 9_00, 310_00]


def test_four_weeks_by_days_in_the_month_of_receipt_are_not_spread(desk: Desk, by_receipt: Mapping[str, Any]) -> None:
    assert column(desk.read(*four_weekly("2021-03-15", ["1300.00"]), **by_receipt), "nettoloon") == [0, 0, 0, 1_300_00]


def test_an_estimate_holds_until_a_payslip_reaches_the_last_day(desk: Desk) -> None:
    week = 'tijdvak = "week"'
    weeks = [slip("2021-04-19", "2021-04-25", "70.00", week), slip("2021-04-26", "2021-05-02", "70.00", week)]
    guess = estimate("2021-04", 'netto = "300.00"')
    both = desk.read(*weeks, guess, **YEAR)
    one = desk.read(weeks[0], guess, **YEAR)
    known = [[dict(case.months[3].records[BAAN][SHOP])[name] for name in ("loon_bekend", "nettoloon", "geschat_nettoloon")]
             for case in (one, both)]  # fmt: skip
    assert known == [[0, 70_00, 300_00], [1, 120_00, 300_00]]


@pytest.mark.parametrize(("last", "counts"), [("2021-05-09", 500_00), ("2021-05-08", 100_00)])
def test_a_week_inside_a_month_leaves_the_estimate_and_other_days_are_its_wage(desk: Desk, last: str, counts: int) -> None:
    """From 3 May: seven days are a week, and more comes; six days are what there was."""
    case = desk.read(slip("2021-05-03", last, "100.00"), estimate("2021-05", 'netto = "500.00"'), **MAY)
    (done,) = case.calculate().months
    assert done.value("loon", SHOP) == counts
    told = [line.details for line in month_pages(case, "nl")[0].sections[0].lines if line.name == "loon"][-1]
    assert ("Nog niet al het loon van deze maand is bekend. Tot die tijd rekenen we met de schatting." in told) is (
        counts > 100_00
    )


def test_without_an_estimate_the_estimated_wage_is_the_real_one(desk: Desk) -> None:
    slips = four_weekly("2021-01-18", ["1300.00"], 'gemiste_heffingskorting = "20.00"')
    case = desk.read(*slips, **YEAR)
    assert column(case, "loon_geschat") == []
    assert [month.value("loon_vooraf", SHOP) for month in case.calculate().months][:3] == [0, 1_428_33, 0]


# -- what more a payslip says -----------------------------------------------------------------------


def test_every_field_of_a_payslip_becomes_its_input(desk: Desk) -> None:
    row = wage("2021-01", "900.00", 'bruto = "1100.00"',
               'gemiste_heffingskorting = "100.00"', "heffingskorting_toegepast = false",
               'uren = "80:30"', 'eindejaarsuitkering_opgebouwd = "30.00"', 'loonsoort = "ziekengeld"')  # fmt: skip
    record = dict(desk.read(row, **YEAR).months[0].records[BAAN][SHOP])
    expected = {"nettoloon": 900_00, "brutoloon": 1_100_00, "gemiste_heffingskorting": 100_00, "gewerkte_minuten": 4_830,
                "eindejaarsuitkering_opgebouwd": 30_00, "loonsoort": 1, "loonaangifte_bekend": 0,
                "dienstbetrekking": 1}  # fmt: skip
    assert expected == {name: record[name] for name in expected}


@pytest.mark.parametrize("way", ["inline", "table"])
def test_the_wage_tax_return_becomes_its_inputs(desk: Desk, way: str) -> None:
    lines = [
        'loon_voor_heffing = "1000.00"',
        'ingehouden_loonheffing = "120.00"',
        'ingehouden_zvw = "0"',
        "dienstbetrekking = false",
    ]
    said = f"loonaangifte = {{ {', '.join(lines)} }}" if way == "inline" else "\n".join(["[loon.loonaangifte]", *lines])
    record = dict(desk.read(wage("2021-01", "870.00", said), **YEAR).months[0].records[BAAN][SHOP])
    expected = {"loonaangifte_bekend": 1, "loon_voor_heffing": 1_000_00, "ingehouden_loonheffing": 120_00, "voordeel_auto": 0,
                "dienstbetrekking": 0}  # fmt: skip
    assert expected == {name: record[name] for name in expected}


@pytest.mark.parametrize(("wanted", "month"), [(0, 0), (1, 1), (1, 2), (0, 3), (0, 4)])
def test_a_month_without_a_wage_has_the_kind_of_the_wage_before_it(desk: Desk, wanted: int, month: int) -> None:
    rows = [wage("2021-01", "1.00"), wage("2021-02", "1.00", 'loonsoort = "ziekengeld"'), wage("2021-04", "1.00")]
    assert wanted == dict(desk.read(*rows, **YEAR).months[month].records[BAAN][SHOP])["loonsoort"]


def test_untaxed_travel_allowance_stands_beside_the_wage(desk: Desk) -> None:
    record = dict(desk.read(wage("2021-01", "900.00", 'reiskosten_onbelast = "45.00"'), **YEAR).months[0].records[BAAN][SHOP])
    assert (record["nettoloon"], record["ander_inkomen"], kind(record["inkomenssoort"])) == (
        900_00,
        45_00,
        "ONBELASTE_VERGOEDING",
    )


def kind(number: int) -> str:
    return list(Inkomenssoort)[number].name


# -- end-of-year pay --------------------------------------------------------------------------------


def end_of_year(*lines: str) -> str:
    return wage("2021-12", "900.00", 'eindejaarsuitkering_uitbetaald = "400.00"', *lines)


BUILT_UP = ("opgebouwd_van = 2021-01-01", "opgebouwd_tot = 2021-12-31")


def test_end_of_year_pay_goes_back_to_the_months_it_was_built_up_in(desk: Desk) -> None:
    case = desk.read(end_of_year(*BUILT_UP), **YEAR)
    assert column(case, "eindejaarsuitkering_toegerekend") == [33_33, 33_34, 33_33] * 4
    assert column(case, "eindejaarsuitkering_uitbetaald") == [0] * 11 + [400_00]


def test_months_before_the_case_keep_their_part_of_it(desk: Desk) -> None:
    case = desk.read(end_of_year(*BUILT_UP), **{**YEAR, "months": ("2021-11", "2021-12")})
    assert column(case, "eindejaarsuitkering_toegerekend") == [33_34, 33_33]


def test_where_it_counts_month_by_month_nothing_goes_back(desk: Desk, by_days: Mapping[str, Any]) -> None:
    case = desk.read(end_of_year('eindejaarsuitkering_opgebouwd = "35.00"'), **by_days)
    assert column(case, "eindejaarsuitkering_toegerekend") == []
    assert column(case, "eindejaarsuitkering_opgebouwd")[-1] == 35_00


def test_in_the_month_of_receipt_it_counts_when_it_comes(desk: Desk, by_receipt: Mapping[str, Any]) -> None:
    assert column(desk.read(end_of_year(), **by_receipt), "eindejaarsuitkering_toegerekend") == [0] * 11 + [400_00]


# -- what cannot be right ---------------------------------------------------------------------------

TWO = four_weekly("2021-03-01", ["1300.00", "1300.00"])
BAD: Mapping[str, tuple[Sequence[str], str]] = {
    "28 days of which it is not said what they are": (
        [slip("2021-03-01", "2021-03-28", "9.00")],
        "gewerkt_tot: .*28 days.*vier_weken",
    ),
    "four weeks of another length": ([slip("2021-03-01", "2021-03-27", "9.00", FOUR)], "tijdvak: 28 days were expected.*are 27"),
    "a week of eight days": ([slip("2021-03-01", "2021-03-08", "9.00", 'tijdvak = "week"')], "tijdvak: at most 7 days"),
    "a month over two months": ([slip("2021-03-01", "2021-04-02", "9.00", 'tijdvak = "maand"')], "tijdvak: days in one calendar"),
    "an unknown period": ([wage("2021-03", "9.00", 'tijdvak = "kwartaal"')], "tijdvak: one of maand, vier_weken, week, anders"),
    "days of another year": ([slip("2020-01-01", "2021-03-08", "9.00")], "gewerkt_tot: .*at most a year.*Check the years"),
    "paid a year before the work": ([wage("2021-03", "9.00", paid="2020-03-25")], "betaald_op: .*Check the year"),
    "overlap": (
        [wage("2021-03", "9.00"), slip("2021-03-31", "2021-04-06", "9.00")],
        "row 24: loon 2, gewerkt_van: 2021-03-31 to 2021-04-06 overlaps another wage of winkel, 2021-03-01 to 2021-03-31",
    ),
    "overlap with a long one before": (
        [slip("2021-03-01", "2021-04-15", "9.00"), wage("2021-03", "9.00"), wage("2021-05", "9.00")],
        "loon 1, gewerkt_van: .*overlaps",
    ),
    "the same wage twice": (2 * [wage("2021-03", "9.00")], "loon 2, gewerkt_van: .*correctie = true"),
    "a correction of nothing": ([wage("2021-03", "9.00", "correctie = true")], "correctie: .*no earlier wage of that job"),
    "a correction of another month": (
        [wage("2021-03", "9.00"), wage("2021-04", "-1.00", "correctie = true")],
        "loon 2, correctie: ",
    ),
    "a correction of another job": (
        [wage("2021-03", "9.00"), wage("2021-03", "1.00", "correctie = true", job="kas")],
        "loon 2, corr",
    ),
    "a correction before its wage": (
        [wage("2021-03", "9.00", paid="2021-04-02"), wage("2021-03", "-1.00", "correctie = true")],
        "loon 2, correctie: .*Add the wage that it corrects",
    ),
    "a correction of other four weeks": (
        [*TWO, slip("2021-03-02", "2021-03-29", "-1.00", FOUR, "correctie = true", paid="2021-05-01")],
        "loon 3, correctie: .*with the same four weeks",
    ),
    "more holiday money than built up": (
        [wage("2021-03", "9.00", 'vakantiegeld_opgebouwd = "8.00"', 'vakantiegeld_uitbetaald = "9"')],
        '9.00 euros of holiday money.*8.00 euros built up.*eerder_opgebouwd = "1.00"',
    ),
    "holiday money twice": (
        [
            wage("2021-03", "9.00", 'vakantiegeld_opgebouwd = "8.00"', 'vakantiegeld_uitbetaald = "8.00"'),
            wage("2021-04", "9.00", 'vakantiegeld_uitbetaald = "0.01"'),
        ],
        "loon 2, .*0.00 euros built up",
    ),
    "gross without net": ([wage("2021-03", "9.00").replace("netto", "bruto")], "bruto: only the gross wage.*Add netto"),
    "missed credit without an amount": (
        [wage("2021-03", "9.00", "heffingskorting_toegepast = false")],
        "heffingskorting_toegepast: .*art. 31.1.*Add gemiste_heffingskorting",
    ),
    "missed credit that was not missed": (
        [wage("2021-03", "9.00", 'heffingskorting_toegepast = true\ngemiste_heffingskorting = "1"')],
        "gemiste_heffingskorting: .*one of the two is wrong",
    ),
    "hours as a decimal": ([wage("2021-03", "9.00", 'uren = "24,5"')], "uren: hours and minutes.*24:30"),
    "a wage tax return that is no table": (
        [wage("2021-03", "9.00", 'loonaangifte = "1000"')],
        "loonaangifte: a table was expected",
    ),
    "a wage tax return without the wage": ([wage("2021-03", "9.00", "loonaangifte = {}")], "loonaangifte, loon_voor_heffing: "),
    "an unknown field of the return": (
        [wage("2021-03", "9.00", 'loonaangifte = { loon_voor_hefing = "1" }')],
        "Did you mean loon_voor_h",
    ),
    "a return in one of two rows": (
        [wage("2021-03", "9.00", 'loonaangifte = { loon_voor_heffing = "9.00" }'), wage("2021-03", "-1.00", "correctie = true")],
        "loonaangifte: one row of winkel in 2021-03",
    ),
    "two kinds in one month": (
        [slip("2021-03-01", "2021-03-09", "9.00"), slip("2021-03-10", "2021-03-31", "9.00", 'loonsoort = "ziekengeld"')],
        "loonsoort: winkel has another",
    ),
    "an unknown kind": ([wage("2021-03", "9.00", 'loonsoort = "bonus"')], "loonsoort: one of werk, ziekengeld, uitkering"),
    "end-of-year pay without its months": ([end_of_year()], "eindejaarsuitkering_uitbetaald: .*Add opgebouwd_van"),
    "end-of-year pay of two years": (
        [end_of_year("opgebouwd_van = 2020-01-01", "opgebouwd_tot = 2021-12-31")],
        "opgebouwd_tot: ",
    ),
    "months of no end-of-year pay": ([wage("2021-12", "9.00", *BUILT_UP)], "opgebouwd_van: .*add eindejaarsuitkering_uitbetaald"),
    "known before the work": ([wage("2021-03", "9.00", "bekend_op = 2021-02-01")], "bekend_op: .*2021-03-01 or later"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_payslip_that_cannot_be_right_is_refused_with_its_row_and_a_remedy(desk: Desk, name: str) -> None:
    rows, message = BAD[name]
    with pytest.raises(InputError, match=message) as raised:
        desk.read(*rows, **YEAR)
    assert "zaak.toml, row " in str(raised.value)


def test_a_year_has_thirteen_four_weekly_pays(desk: Desk) -> None:
    slips = four_weekly("2020-12-05", ["1300.00"] * 14)  # They end on 1 January and on 31 December.
    with pytest.raises(InputError, match="loon 14, tijdvak: this is number 14 of the four-weekly pays of winkel in 2021"):
        desk.read(*slips, **YEAR)


def test_a_month_has_two_four_weekly_pays_at_most(desk: Desk) -> None:
    town = desk.income_town(maandregel='"maand_van_ontvangst"')
    late = [row.replace("betaald_op = 2021-03-28", "betaald_op = 2021-05-01") for row in four_weekly("2021-03-01", ["9.00"] * 3)]
    late[1] = late[1].replace("betaald_op = 2021-04-25", "betaald_op = 2021-05-01")
    with pytest.raises(InputError, match="loon 3, tijdvak: this is the third four-weekly pay of winkel in 2021-05"):
        desk.read(*late, **town)


GOOD: Mapping[str, Sequence[str]] = {
    "a correction of half a month": [wage("2021-03", "9.00"), slip("2021-03-16", "2021-03-31", "-1.00", "correctie = true")],
    "a row that only pays out": [
        wage("2021-05", "9.00", 'vakantiegeld_opgebouwd = "8.00"'),
        wage("2021-05", "0.00", 'vakantiegeld_uitbetaald = "8.00"', paid="2021-05-20"),
    ],
    "holiday money built up before the rows": [
        wage(
            "2021-05",
            "9.00",
            'vakantiegeld_opgebouwd = "8.00"',
            'vakantiegeld_uitbetaald = "9"',
            'vakantiegeld_eerder_opgebouwd = "1.00"',
        )
    ],
    "holiday money of which no payslip says what was built up": [wage("2021-05", "9.00", 'vakantiegeld_uitbetaald = "500.00"')],
    "holiday money paid out later in the month it was built up": [
        wage("2021-05", "9.00", 'vakantiegeld_uitbetaald = "8.00"'),
        wage("2021-05", "0.00", 'vakantiegeld_opgebouwd = "8.00"', paid="2021-06-20"),
    ],
    "wages of two jobs in the same days": [wage("2021-03", "9.00"), wage("2021-03", "9.00", job="kas")],
    "28 days that are February": [wage("2021-02", "9.00")],
}


@pytest.mark.parametrize("name", GOOD)
def test_what_can_be_right_is_read(desk: Desk, name: str) -> None:
    assert desk.read(*GOOD[name], **YEAR).wages


def test_under_the_month_of_receipt_a_correction_of_work_before_the_case_is_read(
    desk: Desk, by_receipt: Mapping[str, Any]
) -> None:
    rows = [wage("2020-12", "-5.00", "correctie = true", paid="2021-01-25"), wage("2021-01", "9.00")]
    assert column(desk.read(*rows, **by_receipt), "nettoloon") == [4_00]
    with pytest.raises(InputError, match=r"netto: this correction is more than the wages .* Add that wage"):
        desk.read(rows[0], **by_receipt)


def test_under_the_month_of_receipt_a_correction_of_more_than_came_goes_to_the_month_of_its_wage(
    desk: Desk, by_receipt: Mapping[str, Any]
) -> None:
    january = wage("2021-01", "500.00", paid="2021-02-01")
    correction = wage("2021-01", "-120.00", "correctie = true", paid="2021-04-20")
    alone = desk.read(january, correction, **by_receipt)
    assert column(alone, "nettoloon") == [0, 380_00]
    pages = {lang: str(month_pages(alone, lang)[1]) for lang in ("nl", "en")}
    assert "kreeg u te weinig loon om haar te verrekenen. Daarom telt zij mee in februari 2021" in pages["nl"]
    assert "So it counts in February 2021, the month in which you received the wage." in pages["en"]
    beside = [wage("2021-03", "120.00", paid="2021-04-02", job="kas")]
    held = desk.read(january, correction, *beside, **by_receipt)
    assert column(held, "nettoloon") == [0, 500_00, 0, -120_00]
