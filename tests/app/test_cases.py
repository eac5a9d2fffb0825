# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A case file is read as it was meant, or refused with the place, what was expected and what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tests.app.conftest import ALONE, ANNA, BRAM, COUPLE, Desk, by_month, estimate, slips, values, wage
from werkzaam.app.cases import read_case
from werkzaam.core.errors import FactNotInForce, InputError, NotCovered, OverLimit, RegimeError, UnknownName
from werkzaam.core.months import Month
from werkzaam.engine.rule import BAAN, PERSOON
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.regime.limits import check
from werkzaam.regime.read import read_regime, regime_ids

EXAMPLES = sorted(Path("src/werkzaam/app/examples").glob("*.toml"))
PAGE = Path("docs/reference/case-file.md")
SHOP = ("Anna", "winkel")
BY_RECEIPT = '[inkomsten]\nmaandregel = "maand_van_ontvangst"\nvakantiegeld = "loonstrook"\nmethode = "op_de_maand"\n'
NORM = '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\n'


def job(case: object, month: int = 0, key: tuple[str, str] = SHOP) -> dict[str, int]:
    return dict(case.months[month].records[BAAN][key])  # type: ignore[attr-defined]


# -- what is read -----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_is_computed(file: Path) -> None:
    case = read_case(file)
    assert len(case.months) == len(case.calculate().months)


def test_there_are_examples_of_one_person_of_a_couple_and_of_a_change_of_regime() -> None:
    assert [file.stem for file in EXAMPLES] == ["jan_en_amina_2026", "noor_2021", "samira_2018"]


def test_the_example_in_the_manual_is_computed(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    file = tmp_path / "zaak.toml"
    file.write_text(found[1], encoding="utf-8")
    done = read_case(file).calculate()
    assert values(done, "loon", ("Samira", "Koffiehuis De Hoek")) == [582_40, 0, 878_00]


def test_a_wage_becomes_the_inputs_of_its_job_and_month(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "812,50", 'vakantiegeld_opgebouwd = "65.00"', 'vakantiegeld_uitbetaald = "10"'))
    expected = {"nettoloon": 812_50, "loon_bekend": 1, "geschat_nettoloon": 812_50, "vakantiegeld_opgebouwd": 65_00,
                "vakantiegeld_uitbetaald": 10_00}  # fmt: skip
    assert expected == job(case)


def test_only_an_estimate_means_the_wage_is_not_known(desk: Desk) -> None:
    record = job(desk.read(estimate("2018-01", 'netto = "500.00"')))
    assert (record["loon_bekend"], record["nettoloon"], record["geschat_nettoloon"]) == (0, 0, 500_00)


def test_a_month_without_wage_or_estimate_is_a_known_zero(desk: Desk) -> None:
    record = job(desk.read(wage("2018-02", "500.00"), months=("2018-01", "2018-02")))
    assert (record["loon_bekend"], record["nettoloon"], record["geschat_nettoloon"]) == (1, 0, 0)


def test_wages_of_one_job_in_one_month_add_up_and_a_correction_takes_off(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "500.00"), wage("2018-01", "80.00"), wage("2018-01", "-30.25", "correctie = true"))
    assert job(case)["nettoloon"] == 549_75


def test_wages_of_two_jobs_stay_apart(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "500.00"), wage("2018-01", "80.00", job="markt"))
    assert (job(case)["nettoloon"], job(case, 0, ("Anna", "markt"))["nettoloon"]) == (500_00, 80_00)


def test_the_ages_are_those_on_the_first_and_last_day(desk: Desk) -> None:
    record = desk.read(months=("2018-03", "2018-03")).months[0].records[PERSOON]["Anna",]
    assert (record["leeftijd_begin"], record["leeftijd_eind"]) == (32 * 12 + 11, 33 * 12)


def test_what_is_left_out_of_a_person_gets_the_default_of_the_rules(desk: Desk) -> None:
    record = desk.read().months[0].records[PERSOON]["Anna",]
    names = ("medisch_urenbeperkt", "zorg_kind_onder_12", "vrijlating_helpt", "maanden_n_eerder", "maanden_r_eerder")
    assert [record[name] for name in names] == [0, 0, 1, 0, 0]


def test_what_is_said_of_a_person_is_kept(desk: Desk) -> None:
    said = "medisch_urenbeperkt = true\nzorg_kind_onder_12 = true\nvrijlating_helpt = false\nmaanden_n_eerder = 5\n"
    record = desk.read(persons=f"{ANNA}{said}maanden_r_eerder = 7\n").months[0].records[PERSOON]["Anna",]
    names = ("medisch_urenbeperkt", "zorg_kind_onder_12", "vrijlating_helpt", "maanden_n_eerder", "maanden_r_eerder")
    assert [record[name] for name in names] == [1, 1, 0, 5, 7]


def test_a_wage_counts_in_the_month_of_the_work(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "500.00", paid="2018-02-05"), months=("2018-01", "2018-02"))
    assert [job(case, month)["nettoloon"] for month in (0, 1)] == [500_00, 0]


def test_a_wage_counts_in_the_month_of_payment_where_the_town_says_so(desk: Desk) -> None:
    desk.part("ontvangst", BY_RECEIPT)
    desk.town("dorp", "nl_participation_act", "ontvangst")
    over = wage("2021-01", "500.00", paid="2021-02-05").replace("gewerkt_tot = 2021-01-31", "gewerkt_tot = 2021-02-03")
    case = desk.read(over, months=("2021-01", "2021-02"), regime='"dorp.toml"')
    assert [job(case, month)["nettoloon"] for month in (0, 1)] == [0, 500_00]


def test_a_regime_of_your_own_is_found_beside_the_case(desk: Desk) -> None:
    desk.town("dorp", "nl_participation_act", "nl_income_settlement")
    assert desk.read(months=("2021-05", "2021-05"), regime='"dorp.toml"').regime.at(Month.parse("2021-05")).id == "dorp"


def test_every_shipped_regime_is_within_the_law() -> None:
    facts = read_facts()
    for ident in regime_ids():
        check(read_regime(ident), lambda key, month: facts.on(key, month).value)


def test_a_file_with_the_mark_that_notepad_adds_is_read(desk: Desk) -> None:
    file = desk.write()
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read_case(file).title == "Proef"


# -- what is computed -------------------------------------------------------------------------------


@pytest.mark.requirement("R-062")
@pytest.mark.parametrize(("due", "income"), [(200_00, "878.00"), (80_00, "998.00"), (0, "1200.00")])
def test_due_is_the_norm_less_the_income_never_below_zero(desk: Desk, due: int, income: str) -> None:
    assert [due] == values(desk.calculate(wage("2018-01", income), NORM), "bijstand")


@pytest.mark.requirement("R-063")
def test_an_estimate_names_its_payslips_and_is_paid_by(desk: Desk) -> None:
    case = desk.read(estimate("2018-01", slips("800.00", "956.00")), NORM)
    made = case.estimates[0].estimate
    assert (made.cents, made.method.name, made.slips) == (878_00, "GEMIDDELDE", (800_00, 956_00))
    done = case.calculate()
    assert [200_00] == values(done, "bijstand") == values(done, "bijstand_geschat")


@pytest.mark.requirement("R-068")
def test_the_order_of_the_rows_makes_no_difference(desk: Desk) -> None:
    rows = [wage("2018-01", "500.00"), wage("2018-01", "-30.00", "correctie = true"), wage("2018-02", "640.15"),
            wage("2018-02", "81.33", job="markt"), estimate("2018-02", 'netto = "700.00"')]  # fmt: skip
    expected = desk.calculate(*rows, months=("2018-01", "2018-03"))
    for other in permutations(rows):
        done = desk.calculate(*other, months=("2018-01", "2018-03"))
        for month, same in zip(expected.months, done.months, strict=True):
            assert [(key, step.value) for key, step in month.steps.items()] == [(k, step.value) for k, step in same.steps.items()]


@pytest.mark.requirement("R-068")
def test_the_order_of_two_persons_makes_no_difference(desk: Desk) -> None:
    rows = [wage("2018-01", "500.00", 'persoon = "Anna"'), wage("2018-01", "310.10", 'persoon = "Bram"')]
    one = desk.calculate(*rows, household=COUPLE, persons=ANNA + BRAM).months[0]
    other = desk.calculate(*reversed(rows), household=COUPLE, persons=BRAM + ANNA).months[0]
    assert {key: step.value for key, step in one.steps.items()} == {key: step.value for key, step in other.steps.items()}


@pytest.mark.requirement("R-090")
def test_a_lone_parent_without_a_norm_is_refused_and_no_other_number_is_used(desk: Desk) -> None:
    known = read_facts()
    key = "norm_21_alleenstaande_of_ouder_incl_vt"
    series = replace(known.about(key), facts=tuple(f for f in known.series(key) if f.span.first < Month.parse("2021-01")))
    parent = '[huishouden]\nleefvorm = "alleenstaande_ouder"\n'
    case = read_case(desk.write(household=parent, months=("2021-01", "2021-01")), Facts({**known.by_key, key: series}))
    with pytest.raises(FactNotInForce, match=f"No value for {key} on 2021-01; the last one ended on 2020-12"):
        case.calculate()


@pytest.mark.requirement("R-092")
@pytest.mark.parametrize(("premium", "earnings"), [(150_00, "300.00"), (200_00, "400.00"), (200_00, "800.00")])
def test_the_premium_is_the_smaller_of_the_share_and_the_cap(desk: Desk, premium: int, earnings: str) -> None:
    assert [premium] == values(desk.calculate(wage("2018-01", earnings)), "premie_van_de_maand", ("Anna",))


@pytest.mark.requirement("R-093")
@pytest.mark.parametrize(
    ("paid", "earnings"),
    [(1_200_00, ["800.00"] * 6), (900_00, ["300.00", "300.00", "500.00", "0.00", "450.00", "800.00"])],
)
def test_six_months_are_paid_together_in_july(desk: Desk, paid: int, earnings: list[str]) -> None:
    done = desk.calculate(*by_month("2018-01", earnings), months=("2018-01", "2018-07"))
    assert [0, 0, 0, 0, 0, 0, paid] == values(done, "premie_uitbetaling", ("Anna",))


@pytest.mark.requirement("R-093")
def test_a_year_pays_2400_and_no_more(desk: Desk) -> None:
    done = desk.calculate(*by_month("2018-01", ["800.00"] * 12), months=("2018-01", "2018-12"))
    assert [cents for cents in values(done, "premie_uitbetaling", ("Anna",)) if cents] == [1_200_00, 1_200_00]
    assert done.months[-1].value("premie_dit_jaar", ("Anna",)) == 2_400_00


@pytest.mark.requirement("R-094")
@pytest.mark.parametrize(("premium", "mode"), [(200_00, "maand"), (800_00, "halfjaar")])
def test_the_cap_holds_per_month_or_for_the_half_year_together(desk: Desk, premium: int, mode: str) -> None:
    desk.part("premie", f'[premie]\ngeldt = true\naandeel = 50\nmaximum = "200.00"\nmaximum_per = "{mode}"\n'
                        'alleen_met_bijstand = false\nmaximum_uitbetaling = "1200.00"\nhalfjaar_eindigt = [6, 12]\n'
                        "uitbetaling = [7, 12]\n")  # fmt: skip
    desk.town("dorp", "earn_full_settlement", "premie", "nl_income_settlement")
    earnings = by_month("2021-01", ["0.00", "0.00", "0.00", "0.00", "0.00", "1600.00"])
    done = desk.calculate(*earnings, months=("2021-01", "2021-07"), regime='"dorp.toml"')
    assert [0, 0, 0, 0, 0, 0, premium] == values(done, "premie_uitbetaling", ("Anna",))


@pytest.mark.requirement("R-095")
@pytest.mark.parametrize(("premiums", "earnings"), [([200_00, 217_00], "800.00"), ([200_00, 150_00], "500.00")])
def test_a_month_uses_the_premium_of_that_month(desk: Desk, premiums: list[int], earnings: str) -> None:
    rows, both = by_month("2021-02", [earnings] * 2), '["amsterdam_2018", "amsterdam_2021"]'
    done = desk.calculate(*rows, months=("2021-02", "2021-03"), regime=both)
    assert premiums == values(done, "premie_van_de_maand", ("Anna",))


@pytest.mark.requirement("R-100")
def test_a_payout_does_not_change_the_bijstand_of_its_month(desk: Desk) -> None:
    earnings = ["300.00", "300.00", "500.00", "0.00", "450.00", "800.00"]
    paid = desk.calculate(*by_month("2018-01", earnings), wage("2018-07", "400.00"), months=("2018-01", "2018-07"))
    without = desk.calculate(wage("2018-07", "400.00"), months=("2018-07", "2018-07"))
    assert paid.months[-1].value("premie_uitbetaling", ("Anna",)) == 900_00
    for name in ("bijstand", "middelen", "uit_te_betalen"):
        assert without.months[0].value(name) == paid.months[-1].value(name)


def test_a_number_filled_in_by_hand_holds_and_is_shown_as_an_assumption(desk: Desk) -> None:
    case = desk.read(NORM)
    done = case.calculate()
    assert values(done, "bijstandsnorm") == [1_078_00]
    assert case.pinned == ("norm_21_alleenstaande_of_ouder_incl_vt",)
    assert "norm.bedrag" in done.assumed


def test_percentages_and_whole_numbers_can_be_filled_in_by_hand(desk: Desk) -> None:
    case = desk.read('[aannames]\nvakantietoeslag_pct_in_norm = "4.8"\naow_leeftijd = 800\n')
    assert values(case.calculate(), "vakantietoeslag_in_norm") == [47_62]


# -- what is refused --------------------------------------------------------------------------------

GOOD = wage("2018-01", "500.00")
BAD_ROWS = {
    "unknown key": (GOOD + "nettoo = 1\n", UnknownName, "row 21: loon 1, nettoo: .*Did you mean netto"),
    "amount as a number": (GOOD.replace('"500.00"', "500.00"), InputError, "row 19: loon 1, netto: .*lose cents"),
    "amount as a whole number": (GOOD.replace('"500.00"', "500"), InputError, "netto: .*between quotes"),
    "amount that is a word": (GOOD.replace("500.00", "veel"), InputError, "netto: An amount in euros was expected"),
    "thousands the Dutch way": (GOOD.replace("500.00", "1.234,56"), InputError, "netto: .*thousands separator"),
    "thousands the English way": (GOOD.replace("500.00", "1,234.56"), InputError, "netto: .*thousands separator"),
    "amount left out": (GOOD.replace('netto = "500.00"\n', ""), InputError, "row 14: loon 1, netto: .*it is missing"),
    "below zero without a mark": (wage("2018-01", "-1.00"), InputError, "netto: .*write correctie = true"),
    "cents for euros": (wage("2018-01", "87800000"), InputError, "netto: .*are these cents"),
    "date as text": (GOOD.replace("2018-01-01", '"2018-01-01"'), InputError, "gewerkt_van: a date without quotes"),
    "day that does not exist": (GOOD.replace("2018-01-01", "2018-02-30"), InputError, "not a TOML file"),
    "date with a time": (GOOD.replace("van = 2018-01-01", "van = 2018-01-01T09:00:00"), InputError, "gewerkt_van: a date"),
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
    "estimate below zero": (estimate("2018-01", 'netto = "-1.00"'), InputError, "zero or more"),
    "payslips as numbers": (estimate("2018-01", 'methode = "gemiddelde"\nloonstroken = [800.00]'), InputError, "lose cents"),
    "payslips as one text": (estimate("2018-01", 'methode = "gemiddelde"\nloonstroken = "800.00"'), InputError, "a list"),
    "month written out": (estimate("januari 2018", 'netto = "1"'), InputError, "maand: A month was expected"),
    "unknown table": ("[lonen]\n", UnknownName, "lonen: .*Did you mean loon"),
    "unknown fact": ('[aannames]\nnorm_21_gehuwden = "1"\n', UnknownName, "row 15: aannames, norm_21_gehuwden: "),
    "fact that changes nothing": ('[aannames]\nahk_max = "1.00"\n', InputError, "no rule reads this fact"),
    "fact in another unit": ("[aannames]\naow_leeftijd = '66'\n", InputError, "a whole number"),
    "fact below zero": ("[aannames]\naow_leeftijd = -1\n", InputError, "zero or more"),
    "holiday money below zero": (wage("2018-01", "1", 'vakantiegeld_opgebouwd = "-1"', "correctie = true"), InputError,
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
    "regime as a number": ({"regime": "2018"}, InputError, "regime: one or more texts"),
    "unknown way of living": ({"household": ALONE.replace("alleenstaande", "samen")}, InputError, "leefvorm: one of"),
    "household left out": ({"household": ""}, InputError, r"The table \[huishouden\] is missing"),
    "unknown key in the household": ({"household": ALONE + "kinderen = 2\n"}, UnknownName, "huishouden, kinderen"),
    "no cost sharers at all": ({"household": ALONE + "kostendelers = 0\n"}, InputError, "kostendelers: a number from 1 to 20"),
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


def test_a_wage_over_two_months_is_not_covered_yet(desk: Desk) -> None:
    four_weeks = wage("2018-01", "500.00").replace("gewerkt_tot = 2018-01-31", "gewerkt_tot = 2018-02-04")
    with pytest.raises(NotCovered, match=r"loon 1: worked from 2018-01-01 to 2018-02-04.*art\. 32\(1\).*next issue"):
        desk.read(four_weeks)


def test_people_who_share_costs_are_not_covered_yet(desk: Desk) -> None:
    with pytest.raises(NotCovered, match="22a"):
        desk.calculate(household=ALONE + "kostendelers = 2\n")


def test_setting_off_a_month_later_is_not_covered_yet(desk: Desk) -> None:
    desk.part("later", '[inkomsten]\nmaandregel = "maand_van_werk"\nvakantiegeld = "loonstrook"\nmethode = "achteraf"')
    desk.town("dorp", "nl_participation_act", "later")
    with pytest.raises(NotCovered, match="a month later"):
        desk.read(months=("2021-01", "2021-01"), regime='"dorp.toml"')


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


def test_a_month_without_a_regime_is_refused(desk: Desk) -> None:
    with pytest.raises(RegimeError, match="No regime for 2021-03; amsterdam_2018 ended on 2021-02"):
        desk.read(months=("2021-02", "2021-03"))


@pytest.mark.parametrize(("content", "message"), [(b"titel = ", "not a TOML file"), (b"\xff\xfe\x00", "cannot be read as text"),
                                                  (b"", "eerste_maand: .*missing")])  # fmt: skip
def test_what_is_no_case_at_all_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "zaak.toml"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_case(file)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no such file"):
        read_case(tmp_path / "weg.toml")
    with pytest.raises(InputError, match="cannot be read"):
        read_case(tmp_path)


def test_the_line_of_a_row_in_a_list_is_named_too(desk: Desk) -> None:
    rows = 'loon = [\n  { baan = "winkel" },\n  { baan = "markt", netto = 5.00 },\n]\n'
    with pytest.raises(InputError, match=r"row 7: loon 1, gewerkt_van"):
        desk.read(top=rows)
