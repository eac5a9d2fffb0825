# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A case file that cannot be meant is refused with the place, what was expected and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import ALONE, ANNA, BRAM, BY_RECEIPT, COUPLE, REST, Desk, estimate, slips, wage
from werkzaam.app.cases import read_case
from werkzaam.core.errors import FactNotInForce, InputError, NotCovered, OverLimit, RegimeError, UnknownName

GOOD = wage("2018-01", "500.00")
BAD_ROWS = {
    "unknown key": (GOOD + "nettoo = 1\n", UnknownName, "row 21: loon 1, nettoo: .*Did you mean netto"),
    "amount as a number": (GOOD.replace('"500.00"', "500.00"), InputError, "row 19: loon 1, netto: .*lose cents"),
    "amount as a whole number": (GOOD.replace('"500.00"', "500"), InputError, "netto: .*between quotes"),
    "amount that is a word": (GOOD.replace("500.00", "veel"), InputError, "netto: An amount in euros was expected"),
    "thousands the Dutch way": (GOOD.replace("500.00", "1.234,56"), InputError, "netto: .*thousands separator"),
    "thousands the English way": (GOOD.replace("500.00", "1,234.56"), InputError, "netto: .*thousands separator"),
    "amount of thousands of digits": (GOOD.replace("500.00", "9" * 5000), InputError, "4960 characters more, .*anybody earns"),
    "digits of another script": (GOOD.replace("500.00", "٥٠٠"), InputError, "netto: An amount in euros was expected"),
    "no number at all": (GOOD.replace('"500.00"', "nan"), InputError, 'such as "812.50"; found NaN'),
    "whole number of thousands of digits": (GOOD.replace('"500.00"', "9" * 5000), InputError, "longer than anything counted"),
    "exponent beyond reckoning": (GOOD.replace('"500.00"', f"1e{'9' * 20}"), InputError, "longer than anything counted"),
    "colours for a screen": (GOOD.replace('"winkel"', '"win\\u001b[31mkel"'), InputError, "baan: .*without control characters"),
    "amount left out": (GOOD.replace('netto = "500.00"\n', ""), InputError, "row 14: loon 1, netto: .*it is missing"),
    "below zero without a mark": (wage("2018-01", "-1.00"), InputError, "netto: .*write correctie = true"),
    "cents for euros": (wage("2018-01", "87800000"), InputError, "netto: .*are these cents"),
    "date as text": (GOOD.replace("2018-01-01", '"2018-01-01"'), InputError, "gewerkt_van: a date without quotes"),
    "day that does not exist": (GOOD.replace("2018-01-01", "2018-02-30"), InputError, "not a TOML file"),
    "date with a time": (GOOD.replace("van = 2018-01-01", "van = 2018-01-01T09:00:00"), InputError, "found 2018-01-01 09"),
    "last day first": (GOOD.replace("tot = 2018-01-31", "tot = 2017-12-31"), InputError, "gewerkt_tot: .*on or after"),
    "wage before the case": (wage("2017-12", "500.00"), InputError, "gewerkt_van: it counts in 2017-12"),
    "wage after the case": (wage("2018-02", "500.00"), InputError, "gewerkt_van: it counts in 2018-02"),
    "somebody unknown": (GOOD + 'persoon = "Ana"\n', UnknownName, "persoon: nobody.*Did you mean Anna"),
    "no job": (GOOD.replace("winkel", " "), InputError, "baan: a text between quotes"),
    "no source": (GOOD.replace('bron = "loonstrook"\n', ""), InputError, "bron: .*it is missing"),
    "yes as text": (GOOD + 'correctie = "ja"\n', InputError, "correctie: true or false"),
    "one loon as a table": ("[loon]\n", InputError, r"written as \[\[loon\]\]"),
    "estimate of nothing": (estimate("2018-01"), InputError, "row 14: schatting 1: write netto"),
    "estimate from no payslips": (estimate("2018-01", slips()), InputError, "schatting 1, methode: No payslips"),
    "estimate twice": (2 * estimate("2018-01", 'netto = "1"'), InputError, "schatting 2, maand: winkel has two"),
    "estimate both ways": (estimate("2018-01", 'netto = "1"', slips("800.00")), InputError, "never both"),
    "estimate by an unknown method": (estimate("2018-01", slips("1", method="gemidelde")), InputError, "Did you mean gemiddelde"),
    "estimate outside the case": (estimate("2018-02", 'netto = "1"'), InputError, "maand: it counts in 2018-02"),
    "estimate below zero": (estimate("2018-01", 'netto = "-1.00"'), InputError, "netto: .* zero or more; found −1.00 euros"),
    "payslips as numbers": (estimate("2018-01", 'methode = "gemiddelde"\nloonstroken = [800.00]'), InputError, "lose cents"),
    "payslips as one text": (estimate("2018-01", 'methode = "gemiddelde"\nloonstroken = "800.00"'), InputError, "a list"),
    "month written out": (estimate("januari 2018", 'netto = "1"'), InputError, "maand: A month was expected"),
    "unknown table": ("[lonen]\n", UnknownName, "lonen: .*Did you mean loon"),
    "unknown fact": ('[aannames]\nnorm_21_gehuwden = "1"\n', UnknownName, "row 15: aannames, norm_21_gehuwden: "),
    "fact that changes nothing": ('[aannames]\nahk_max = "1.00"\n', InputError, "no rule reads this fact"),
    "fact in another unit": ("[aannames]\naow_leeftijd = '66'\n", InputError, "a whole number"),
    "fact below zero": ("[aannames]\naow_leeftijd = -1\n", InputError, "zero or more"),
    "holiday money below zero": (GOOD + wage("2018-01", "1", 'vakantiegeld_opgebouwd = "-1"', "correctie = true"), InputError,
                                 "Anna, winkel, 2018-01: vakantiegeld_opgebouwd comes to -100"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_ROWS)
def test_a_bad_row_is_refused_with_its_place_and_a_remedy(desk: Desk, name: str) -> None:
    rows, error, message = BAD_ROWS[name]
    with pytest.raises(error, match=message) as raised:
        desk.read(rows)
    assert "zaak.toml" in str(raised.value)
    assert raised.value.exit_code == 2


BAD_HEADS = {
    "month the wrong way round": ({"months": ("2018-02", "2018-01")}, InputError, "laatste_maand: .*Swap the two"),
    "month that does not exist": ({"months": ("2018-13", "2018-13")}, InputError, "eerste_maand: A month was expected"),
    "unknown key above the tables": ({"top": "titl = 1\n"}, UnknownName, "row 6: titl: .*Did you mean titel"),
    "unknown regime": ({"regime": '"amsterdam_2019"'}, UnknownName, "regime: No regime is called.*Did you mean"),
    "regime file that is not there": ({"regime": '"dorp.toml"'}, InputError, "regime: .*There is no such file"),
    "no regime in the list": ({"regime": "[]"}, InputError, "regime: no regime is named"),
    "regime as a number": ({"regime": "2018"}, InputError, "regime: one or more texts"),
    "unknown way of living": ({"household": ALONE.replace("alleenstaande", "samen")}, InputError, "leefvorm: one of"),
    "household left out": ({"household": ""}, InputError, r"The table \[huishouden\] is missing"),
    "unknown key in the household": ({"household": ALONE + "inwoners = 2\n"}, UnknownName, "huishouden, inwoners"),
    "savings": ({"household": ALONE + 'vermogen = "9000.00"\n'}, InputError, "row 9: .*assets .article 34 .*scope.md"),
    "number of cost sharers": ({"household": ALONE + "kostendelers = 2\n"}, InputError, "row 9: .*rol = .huisgenoot"),
    "couple of one": ({"household": COUPLE}, InputError, "gehuwden asks for 2.*found 1"),
    "single person of two": ({"persons": ANNA + BRAM}, InputError, "alleenstaande asks for 1.*found 2"),
    "nobody": ({"persons": ""}, InputError, "alleenstaande asks for 1.*found 0"),
    "two of one name": ({"persons": ANNA + ANNA, "household": COUPLE}, InputError, "Two persons are called 'Anna'"),
    "born after the case": ({"persons": ANNA.replace("1985", "2019")}, InputError, "geboortedatum: a date of birth before"),
    "born in another age": ({"persons": ANNA.replace("1985", "1685")}, InputError, "leeftijd_begin comes to"),
    "date of birth as text": ({"persons": ANNA.replace("1985-03-12", '"12-3-1985"')}, InputError, "geboortedatum: a date"),
    "unknown key of a person": ({"persons": ANNA + "nationaliteit = 'x'\n"}, UnknownName, "persoon 1, nationaliteit"),
    "months as text": ({"persons": ANNA + "maanden_n_eerder = '3'\n"}, InputError, "maanden_n_eerder: a whole number"),
    "months below zero": ({"persons": ANNA + "maanden_n_eerder = -3\n"}, InputError, "maanden_n_eerder: a number from 0"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_HEADS)
def test_a_bad_case_is_refused_with_its_place_and_a_remedy(desk: Desk, name: str) -> None:
    given, error, message = BAD_HEADS[name]
    with pytest.raises(error, match=re.compile(message, re.DOTALL)) as raised:
        desk.read(**given)
    assert "zaak.toml" in str(raised.value)


@pytest.mark.parametrize("key", ["titel", "contactpersoon", "regime", "eerste_maand", "laatste_maand"])
def test_what_every_case_needs_is_asked_for_by_name(desk: Desk, key: str) -> None:
    file = desk.write()
    file.write_text(re.sub(rf"(?m)^{key} = .*\n", "", file.read_text()))
    with pytest.raises(InputError, match=f"zaak.toml: {key}: .*missing"):
        read_case(file)


def test_setting_off_a_month_later_is_not_covered_yet(desk: Desk) -> None:
    desk.part("later", '[inkomsten]\nmaandregel = "maand_van_werk"\nvakantiegeld = "loonstrook"\nmethode = "achteraf"')
    desk.town("dorp", "nl_participation_act", "nl_no_premium", "later", *REST)
    with pytest.raises(NotCovered, match="a month later"):
        desk.calculate(months=("2021-01", "2021-01"), regime='"dorp.toml"')


def test_regimes_that_count_wages_in_different_months_do_not_follow_on_each_other(desk: Desk) -> None:
    desk.part("ontvangst", BY_RECEIPT)
    desk.town("dorp", "nl_participation_act", "ontvangst", first="2021-03", last="2021-12")
    with pytest.raises(NotCovered, match="Split the case"):
        desk.read(months=("2021-02", "2021-03"), regime='["amsterdam_2018", "dorp.toml"]')


def test_a_regime_beyond_the_law_is_refused(desk: Desk) -> None:
    desk.part("gul", '[premie]\ngeldt = true\naandeel = 50\nmaximum = "300.00"\n')
    desk.town("dorp", "earn_full_settlement", "gul", "nl_income_settlement")
    with pytest.raises(OverLimit, match=r"premie.maximum is 300.00 euro.*31\(2\)\(j\)"):
        desk.read(months=("2021-01", "2021-01"), regime='"dorp.toml"')


def test_a_month_without_amounts_says_how_to_try_it_with_those_of_another(desk: Desk) -> None:
    case: dict[str, Any] = {"months": ("2027-01", "2027-02"), "regime": '"participatiewet_2027"'}
    with pytest.raises(FactNotInForce, match='rechtsdatum = "2027-02" and bedragen_van = "2026-12"'):
        desk.calculate(**case)
    tried = desk.calculate(**case, top='rechtsdatum = "2027-02"\nbedragen_van = "2026-12"\n')
    assert [month.value("bijstandsnorm") for month in tried.months] == [1419_46, 1419_46]


def test_a_month_without_a_regime_is_refused(desk: Desk) -> None:
    with pytest.raises(
        RegimeError, match=r"row \d+: laatste_maand: No regime for 2021-03; amsterdam_2018 ended on 2021-02. Change la"
    ):
        desk.read(months=("2021-02", "2021-03"))
    with pytest.raises(RegimeError, match=r"row \d+: eerste_maand: No regime for 2017-12; .* lists them with their months\.$"):
        desk.read(months=("2017-12", "2018-03"))


@pytest.mark.parametrize(("content", "message"), [(b"titel = ", "not a TOML file"), (b"\xff\xfe\x00", "Save it as UTF-8"),
                                                  (b"", "eerste_maand: .*missing")])  # fmt: skip
def test_what_is_no_case_at_all_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "zaak.toml"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_case(file)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no such file"):
        read_case(tmp_path / "weg.toml")
    with pytest.raises(InputError, match=r"This is a folder; a file was expected\. Name a file"):
        read_case(tmp_path)


def test_the_line_of_a_row_in_a_list_is_named_too(desk: Desk) -> None:
    rows = 'loon = [\n  { baan = "winkel" },\n  { baan = "markt", netto = 5.00 },\n]\n'
    with pytest.raises(InputError, match=r"row 7: loon 1, gewerkt_van"):
        desk.read(top=rows)
