# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A case file is read as it was meant, and what comes out is what the requirements ask."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tests.app.conftest import ANNA, BRAM, BY_RECEIPT, COUPLE, REST, Desk, by_month, estimate, slips, values, wage
from werkzaam.app.cases import read_case
from werkzaam.core.errors import FactNotInForce
from werkzaam.core.months import Month
from werkzaam.engine.rule import BAAN, PERSOON
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.regime.limits import check
from werkzaam.regime.read import read_regime, regime_ids

EXAMPLES = sorted(Path("src/werkzaam/app/examples").glob("*.toml"))
PAGE = Path("docs/reference/case-file.md")
SHOP = ("Anna", "winkel")
NORM = '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\n'


def job(case: object, month: int = 0, key: tuple[str, str] = SHOP) -> dict[str, int]:
    return dict(case.months[month].records[BAAN][key])  # type: ignore[attr-defined]


def halved(first: str, second: str) -> tuple[str, str]:
    """Two wages of January 2018 that each pay for a part of it."""
    return first.replace("tot = 2018-01-31", "tot = 2018-01-15"), second.replace("van = 2018-01-01", "van = 2018-01-16")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_is_computed(file: Path) -> None:
    case = read_case(file)
    assert len(case.months) == len(case.calculate().months)


def test_there_are_examples_of_a_person_a_couple_a_home_with_housemates_and_a_change_of_regime() -> None:
    assert [file.stem for file in EXAMPLES] == ["bilal_2026", "jan_en_amina_2026", "noor_2021", "samira_2018"]


def test_the_example_in_the_manual_is_computed(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    file = tmp_path / "zaak.toml"
    file.write_text(found[1], encoding="utf-8")
    done = read_case(file).calculate()
    assert values(done, "loon", ("Samira", "Koffiehuis De Hoek")) == [582_40, 0, 878_00]


def test_a_wage_becomes_the_inputs_of_its_job_and_month(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "812,50", 'vakantiegeld_opgebouwd = "65.00"', 'vakantiegeld_uitbetaald = "10"'))
    expected = {"nettoloon": 812_50, "loon_bekend": 1, "loon_geschat": 0, "vakantiegeld_opgebouwd": 65_00,
                "vakantiegeld_uitbetaald": 10_00}  # fmt: skip
    assert expected == {name: job(case)[name] for name in expected}


def test_only_an_estimate_means_the_wage_is_not_known(desk: Desk) -> None:
    record = job(desk.read(estimate("2018-01", 'netto = "500.00"')))
    assert [record[name] for name in ("loon_bekend", "loon_geschat", "nettoloon", "geschat_nettoloon")] == [0, 1, 0, 500_00]


def test_a_month_without_wage_or_estimate_is_a_known_zero(desk: Desk) -> None:
    record = job(desk.read(wage("2018-02", "500.00"), months=("2018-01", "2018-02")))
    assert (record["loon_bekend"], record["nettoloon"], record["loon_geschat"]) == (1, 0, 0)


def test_wages_of_one_job_in_one_month_add_up_and_a_correction_takes_off(desk: Desk) -> None:
    halves = halved(wage("2018-01", "500.00"), wage("2018-01", "80.00"))
    case = desk.read(*halves, wage("2018-01", "-30.25", "correctie = true"))
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
                        'grondslag = "nettoloon"\nalleen_met_bijstand = false\n'
                        'maximum_uitbetaling = "1200.00"\nhalfjaar_eindigt = [6, 12]\n'
                        "uitbetaling = [7, 12]\n")  # fmt: skip
    desk.town("dorp", "earn_full_settlement", "premie", "nl_no_other_premiums", "nl_income_settlement", *REST)
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
