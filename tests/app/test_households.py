# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who lives in the home, and what holds for a part of the time, becomes the inputs of each month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.conftest import ALONE, ANNA, BRAM, COUPLE, Desk, wage
from werkzaam.app.case import Case
from werkzaam.app.dated import Dated, Days, until_birthday
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.engine.rule import HUISHOUDEN, PERSOON

HALF_YEAR: Mapping[str, Any] = {"months": ("2018-01", "2018-06")}
CAS = '[[persoon]]\nnaam = "Cas"\ngeboortedatum = 1990-02-03\nrol = "huisgenoot"\n'


def of_household(case: Case, name: str) -> list[int]:
    return [dict(month.records[HUISHOUDEN][()])[name] for month in case.months]


def of_anna(case: Case, name: str) -> list[int]:
    return [dict(month.records[PERSOON]["Anna",])[name] for month in case.months]


def at_home(case: Case, who: str) -> list[int]:
    return [int((who,) in month.records[PERSOON]) for month in case.months]


# -- the household ----------------------------------------------------------------------------------


def test_what_is_left_out_of_a_household_gets_the_default_of_the_rules(desk: Desk) -> None:
    found = dict(desk.read().months[0].records[HUISHOUDEN][()])
    expected = {"leefvorm": 0, "kinderen": 0, "maanden_bijstand_eerder": 0, "reserve_overgenomen": 0, "aflossing_afgesproken": 0,
                "giften_geteld": 0, "laatste_maand_bijstand": 0, "bijstand_beeindigd": 0}  # fmt: skip
    assert expected == found


def test_a_reserve_is_taken_over_in_the_first_month_only(desk: Desk) -> None:
    case = desk.read(household=ALONE + 'reserve_overgenomen = "312.50"\nmaanden_bijstand_eerder = 7\n', **HALF_YEAR)
    assert of_household(case, "reserve_overgenomen") == [312_50, 0, 0, 0, 0, 0]
    assert of_household(case, "maanden_bijstand_eerder") == [7] * 6


def test_children_count_in_the_months_on_whose_first_day_they_are_there(desk: Desk) -> None:
    case = desk.read(household=ALONE + "kinderen = { van = 2018-01-02, tot = 2018-04-01 }\n", **HALF_YEAR)
    assert of_household(case, "kinderen") == [0, 1, 1, 1, 0, 0]


def test_instalments_hold_in_their_months_and_add_up(desk: Desk) -> None:
    rows = ('[[aflossing]]\nmaand = "2017-11"\nlaatste_maand = "2018-02"\nbedrag = "20.00"\n',
            '[[aflossing]]\nmaand = "2018-02"\nbedrag = "5.50"\n')  # fmt: skip
    assert of_household(desk.read(*rows, **HALF_YEAR), "aflossing_afgesproken") == [20_00, 25_50, 0, 0, 0, 0]


def test_what_was_decided_of_gifts_counts_in_its_month(desk: Desk) -> None:
    case = desk.read('[[giften]]\nmaand = "2018-03"\ntelt_mee = "150.00"\nbesluit = "brief van 3 april"\n', **HALF_YEAR)
    assert of_household(case, "giften_geteld") == [0, 0, 150_00, 0, 0, 0]


# -- housemates -------------------------------------------------------------------------------------


def test_a_housemate_counts_from_the_first_month_on_whose_first_day_he_lives_there(desk: Desk) -> None:
    case = desk.read(persons=f"{ANNA}{CAS}woont_hier_van = 2018-02-02\nwoont_hier_tot = 2018-05-01\n", **HALF_YEAR)
    assert at_home(case, "Cas") == [0, 0, 1, 1, 1, 0]
    assert at_home(case, "Anna") == [1] * 6


def test_a_housemate_who_moves_in_on_the_first_counts_that_month(desk: Desk) -> None:
    case = desk.read(persons=f"{ANNA}{CAS}woont_hier_van = 2018-02-01\n", **HALF_YEAR)
    assert at_home(case, "Cas") == [0, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(("number", "way"), [(0, "meedelend"), (1, "huurder"), (2, "student")])
def test_how_a_housemate_lives_there_is_kept(desk: Desk, number: int, way: str) -> None:
    case = desk.read(persons=f'{ANNA}{CAS}huisgenoot_als = "{way}"\n')
    record = dict(case.months[0].records[PERSOON]["Cas",])
    assert (2, number) == (record["rol"], record["huisgenoot_als"])
    assert [person.name for person in case.members] == ["Anna"]


def test_a_housemate_does_not_make_the_only_person_less_the_only_one(desk: Desk) -> None:
    assert list(desk.read(wage("2018-01", "1.00"), persons=ANNA + CAS).jobs) == [("Anna", "winkel")]


def test_a_young_child_in_the_home_is_read(desk: Desk) -> None:
    child = CAS.replace("1990-02-03", "2018-03-05")
    case = desk.read(persons=f"{ANNA}{child}woont_hier_van = 2018-03-05\n", **HALF_YEAR)
    assert at_home(case, "Cas") == [0, 0, 0, 1, 1, 1]
    with pytest.raises(InputError, match=r"geboortedatum: .*woont_hier_van = the day of birth"):
        desk.read(persons=ANNA + child, **HALF_YEAR)


def test_a_partner_without_a_right_is_one_of_the_two(desk: Desk) -> None:
    case = desk.read(persons=ANNA + BRAM + 'rol = "partner_zonder_recht"\n', household=COUPLE)
    assert [dict(case.months[0].records[PERSOON][name,])["rol"] for name in ("Anna", "Bram")] == [0, 1]
    assert len(case.members) == 2


# -- what holds for a part of the time --------------------------------------------------------------


def test_a_fact_that_decides_the_exemption_holds_in_every_month_with_a_day_of_it(desk: Desk) -> None:
    case = desk.read(persons=ANNA + "medisch_urenbeperkt = { van = 2018-02-28, tot = 2018-04-01 }\n", **HALF_YEAR)
    assert of_anna(case, "medisch_urenbeperkt") == [0, 1, 1, 1, 0, 0]


def test_a_fact_that_decides_the_norm_holds_in_the_months_on_whose_first_day_it_does(desk: Desk) -> None:
    case = desk.read(persons=ANNA + "in_inrichting = { van = 2018-02-02, tot = 2018-04-01 }\n", **HALF_YEAR)
    assert of_anna(case, "in_inrichting") == [0, 0, 1, 1, 0, 0]


def test_an_open_end_and_more_than_one_period_are_read(desk: Desk) -> None:
    facts = "vrijlating_helpt = { van = 2018-03-01 }\nloonkostensubsidie = [{ tot = 2018-01-31 }, { van = 2018-05-31 }]\n"
    case = desk.read(persons=ANNA + facts, **HALF_YEAR)
    assert of_anna(case, "vrijlating_helpt") == [0, 0, 1, 1, 1, 1]
    assert of_anna(case, "loonkostensubsidie") == [1, 0, 0, 0, 1, 1]


@pytest.mark.parametrize("key", ["zorgt_elders", "ouders_dragen_niet_bij", "meer_uren_onmogelijk"])
def test_every_other_fact_about_a_person_is_read(desk: Desk, key: str) -> None:
    assert (of_anna(desk.read(**HALF_YEAR), key), of_anna(desk.read(persons=f"{ANNA}{key} = true\n", **HALF_YEAR), key)) == (
        [0] * 6,
        [1] * 6,
    )


def test_months_before_the_case_are_read(desk: Desk) -> None:
    case = desk.read(persons=ANNA + "maanden_z_eerder = 3\nmaanden_uniform_eerder = 11\n")
    assert (of_anna(case, "maanden_z_eerder"), of_anna(case, "maanden_uniform_eerder")) == ([3], [11])


def test_a_new_job_holds_in_the_month_in_which_it_begins(desk: Desk) -> None:
    case = desk.read(persons=ANNA + "nieuwe_baan_op = [2018-02-15, 2018-05-01]\n", **HALF_YEAR)
    assert of_anna(case, "nieuwe_baan") == [0, 1, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("expected", "born"), [([1, 1, 0, 0, 0, 0], "2006-02-02"), ([1, 0, 0, 0, 0, 0], "2006-02-01"), ([1] * 6, "2017-12-31")]
)
def test_care_for_the_youngest_child_ends_with_the_month_in_which_it_turns_12(desk: Desk, expected: list[int], born: str) -> None:
    assert expected == of_anna(desk.read(persons=f"{ANNA}jongste_kind = {born}\n", **HALF_YEAR), "zorg_kind_onder_12")


def test_a_child_that_is_born_counts_from_then(desk: Desk) -> None:
    assert of_anna(desk.read(persons=f"{ANNA}jongste_kind = 2018-03-31\n", **HALF_YEAR), "zorg_kind_onder_12") == [
        0,
        0,
        1,
        1,
        1,
        1,
    ]


def test_a_child_of_29_february_is_a_year_older_on_the_28th() -> None:
    assert until_birthday(date(2008, 2, 29), 1).spans[0].last == date(2009, 2, 27)
    assert until_birthday(date(2008, 2, 29), 12).spans[0].last == date(2020, 2, 28)


DAYS = st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2018, 12, 31)))


@given(DAYS, DAYS, st.integers(1, 12))
def test_a_fact_holds_within_a_month_when_it_holds_on_one_of_its_days(first: date | None, last: date | None, number: int) -> None:
    month, fact = Month.of(2018, number), Dated((Days(first, last),))
    days = [date(2018, number, day) for day in range(1, month.last_day.day + 1)]
    if first is None or last is None or first <= last:
        assert fact.within(month) == any(fact.on(day) for day in days)


# -- what cannot be right ---------------------------------------------------------------------------

BAD: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "wages of a housemate": (
        {"persons": ANNA + CAS, "rows": wage("2018-01", "1.00", 'persoon = "Cas"')},
        r"row \d+: loon 1, persoon: Cas is a housemate.*art. 19a.*Leave this row out",
    ),
    "two without a couple": ({"persons": ANNA + BRAM}, "leefvorm: alleenstaande asks for 1.*found 2, housemates left out"),
    "a couple with a housemate for a partner": ({"persons": ANNA + CAS, "household": COUPLE}, "gehuwden asks for 2.*found 1"),
    "nobody with a right": ({"persons": ANNA + 'rol = "partner_zonder_recht"\n'}, "leefvorm: nobody here has a right.*Anna"),
    "an unknown role": (
        {"persons": ANNA + 'rol = "inwoner"\n'},
        "persoon 1, rol: one of bijstand, partner_zonder_recht, huisgenoot",
    ),
    "a fact about a housemate": (
        {"persons": ANNA + CAS + "medisch_urenbeperkt = true\n"},
        "persoon 2, medisch_urenbeperkt: .*somebody of",
    ),
    "a date of a member": ({"persons": ANNA + "woont_hier_van = 2018-01-01\n"}, "woont_hier_van: .*only holds for a housemate"),
    "moved out before moving in": (
        {"persons": ANNA + CAS + "woont_hier_van = 2018-03-01\nwoont_hier_tot = 2018-02-01\n"},
        "woont_hier_tot: a day on or after 2018-03-01",
    ),
    "a fact as text": ({"persons": ANNA + 'in_inrichting = "ja"\n'}, "in_inrichting: true, false, or the days.*van = 2026"),
    "a fact on no days": ({"persons": ANNA + "in_inrichting = []\n"}, "in_inrichting: true, false, or the days"),
    "a fact without days": ({"persons": ANNA + "in_inrichting = {}\n"}, "in_inrichting: write the days"),
    "a fact that ends before it begins": (
        {"persons": ANNA + "in_inrichting = { van = 2018-03-01, tot = 2018-02-28 }\n"},
        "row 13: persoon 1, in_inrichting, tot: a day on or after 2018-03-01",
    ),
    "a fact from a month": ({"persons": ANNA + 'in_inrichting = { van = "2018-03" }\n'}, "in_inrichting, van: a date"),
    "an unknown key of a fact": (
        {"persons": ANNA + "in_inrichting = { vanaf = 2018-03-01 }\n"},
        "in_inrichting, vanaf: .*Did you mean van",
    ),
    "two ways to say one thing": (
        {"persons": ANNA + "jongste_kind = 2010-01-01\nzorg_kind_onder_12 = true\n"},
        "jongste_kind: .*one of the two",
    ),
    "a new job in a month": ({"persons": ANNA + 'nieuwe_baan_op = "2018-02"\n'}, "nieuwe_baan_op: a date without quotes"),
    "months beyond reason": ({"persons": ANNA + "maanden_z_eerder = 9999\n"}, "maanden_z_eerder: a number from 0 to 1200"),
    "a reserve below zero": ({"household": ALONE + 'reserve_overgenomen = "-1.00"\n'}, "reserve_overgenomen: an amount from 0"),
    "an instalment outside the case": (
        {"rows": '[[aflossing]]\nmaand = "2019-01"\nbedrag = "1.00"\n'},
        "aflossing 1, maand: .*2018-01",
    ),
    "an instalment the wrong way round": (
        {"rows": '[[aflossing]]\nmaand = "2018-01"\nlaatste_maand = "2017-12"\nbedrag = "1"\n'},
        "laatste_maand: 2018-01 or later",
    ),
    "gifts outside the case": (
        {"rows": '[[giften]]\nmaand = "2019-01"\ntelt_mee = "1.00"\n'},
        "giften 1, maand: 2019-01 lies outside",
    ),
    "amounts without a law date": ({"top": 'bedragen_van = "2026-07"\n'}, "bedragen_van: .*Add rechtsdatum"),
    "a law date that is a day": ({"top": "rechtsdatum = 2027-01-01\n"}, "rechtsdatum: a month between quotes"),
    "a law date without a regime": ({"top": 'rechtsdatum = "2027-01"\n'}, "No regime for 2027-01; amsterdam_2018 ended"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_household_that_cannot_be_meant_is_refused_with_its_place_and_a_remedy(desk: Desk, name: str) -> None:
    changed, message = BAD[name]
    given = {key: value for key, value in changed.items() if key != "rows"}
    with pytest.raises(Exception, match=message) as raised:
        desk.read(*([changed["rows"]] if "rows" in changed else []), **given)
    assert getattr(raised.value, "exit_code", None) == 2


def test_a_law_date_and_the_month_of_the_amounts_are_kept(desk: Desk) -> None:
    case = desk.read(top='rechtsdatum = "2018-06"\nbedragen_van = "2018-07"\n', months=("2022-01", "2022-01"))
    assert (Month.of(2018, 6), Month.of(2018, 7)) == (case.rechtsdatum, case.bedragen_van)
    with pytest.raises(UnknownName):
        desk.read(top='rechts_datum = "2018-06"\n')
