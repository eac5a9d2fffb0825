# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The shipped numbers are the published ones, and a question outside them is an error."""

from __future__ import annotations

import csv
import pickle
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from werkzaam.core.errors import FactHole, FactNotInForce, InputError, UnknownName
from werkzaam.core.money import HALF_UP, UP, Rounding, parse_euro, share_of
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Unit
from werkzaam.facts.read import read_facts

FACTS = read_facts()
GEHUWDEN = "norm_21_gehuwden_incl_vt"
ALLEENSTAANDE = "norm_21_alleenstaande_of_ouder_incl_vt"


def value(key: str, month: str) -> int | Fraction:
    return FACTS.on(key, Month.parse(month)).value


def cents(key: str, month: str) -> int:
    amount = value(key, month)
    assert type(amount) is int
    return amount


def starts(key: str) -> list[str]:
    return [str(fact.span.first) for fact in FACTS.series(key)]


def computed() -> list[dict[str, str]]:
    lines = Path(__file__).with_name("expected_norms.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize(
    ("expected", "key", "month"),
    [
        (992_12, ALLEENSTAANDE, "2018-01"),
        (1708_08, GEHUWDEN, "2023-06"),
        (2002_13, GEHUWDEN, "2026-01"),
        (244_91, "norm_18_20_alleenstaande_incl_vt", "2018-03"),
        (203_00, "vrijlating_n_25pct_max_per_maand", "2018-07"),
        (226_00, "vrijlating_n_25pct_max_per_maand", "2022-12"),
        (177_66, "vrijlating_r_12_5pct_alleenstaande_ouder_max_per_maand", "2026-01"),
        (180_19, "vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand", "2026-06"),
        (2629_00, "premie_max_per_kalenderjaar", "2021-03"),
        (199_00, "experiment_pw_2017_vrijlating_max", "2018-01"),
        (8000_00, "vermogensgrens_alleenstaande", "2026-04"),
        (14_71, "wml_uur_21plus", "2026-01"),
        (Fraction(1, 8), "vrijlating_r_pct", "2020-01"),
        (804, "aow_leeftijd", "2026-01"),
    ],
)
def test_a_published_number_is_the_number_we_use(expected: int | Fraction, key: str, month: str) -> None:
    assert value(key, month) == expected


def test_practice_and_law_text_on_holiday_allowance_are_two_facts() -> None:
    assert value("vakantietoeslag_pct_in_norm", "2023-01") == Fraction(5, 100)
    assert value("vakantietoeslag_pct_wettekst", "2023-01") == Fraction(48, 1000)


def test_a_bracket_of_the_holiday_allowance_table_gives_the_published_claim() -> None:
    brackets = [f"vt_aanspraak_art11_schijf_{number}" for number in range(1, 6)]
    bracket = [name for name in brackets if cents(f"{name}_ondergrens", "2016-05") <= 661_84][-1]
    claim = share_of(661_84, Fraction(value(f"{bracket}_pct", "2016-05")), HALF_UP) - cents(f"{bracket}_aftrek", "2016-05")
    assert claim == 35_42


# Identities that the published numbers keep (regels.md L5), each on every half-year where both sides are known.


def seventy_percent(month: str, rounding: Rounding) -> int:
    return share_of(cents(GEHUWDEN, month), Fraction(70, 100), rounding)


@pytest.mark.parametrize("month", starts(GEHUWDEN))
def test_a_single_person_gets_seventy_percent_of_the_married_norm(month: str) -> None:
    assert cents(ALLEENSTAANDE, month) in {seventy_percent(month, HALF_UP), seventy_percent(month, UP)}


def test_three_half_years_until_2026_were_published_a_cent_above_seventy_percent_half_up() -> None:
    known = [month for month in starts(GEHUWDEN) if month < "2027"]
    above = [month for month in known if cents(ALLEENSTAANDE, month) > seventy_percent(month, HALF_UP)]
    assert above == ["2023-07", "2026-01", "2026-07"]


@pytest.mark.parametrize("month", starts(GEHUWDEN))
def test_a_couple_with_one_under_21_gets_his_norm_and_half_the_married_norm(month: str) -> None:
    expected = cents("norm_18_20_alleenstaande_incl_vt", month) + share_of(cents(GEHUWDEN, month), Fraction(1, 2), HALF_UP)
    assert cents("norm_gehuwden_een_18_20_ander_21plus_zonder_kind_incl_vt", month) == expected


@pytest.mark.parametrize("month", starts("kostendeler_toevoeging_partner_18_20_met_kind"))
def test_two_under_21_with_a_child_get_the_two_additions_for_cost_sharers(month: str) -> None:
    with_child = cents("kostendeler_toevoeging_partner_18_20_met_kind", month)
    without = cents("kostendeler_toevoeging_partner_18_20_zonder_kind", month)
    assert cents("norm_18_20_gehuwden_beiden_met_kind_incl_vt", month) == with_child + without


# Numbers a rule computes are no facts; they only check the facts they are computed from.


@pytest.mark.parametrize("row", [row for row in computed() if row["key"].endswith("_excl_vt")], ids=str)
def test_a_norm_without_holiday_allowance_is_the_norm_less_five_percent_half_up(row: dict[str, str]) -> None:
    with_allowance = cents(row["key"].replace("_excl_", "_incl_"), row["vanaf"])
    allowance = share_of(with_allowance, Fraction(value("vakantietoeslag_pct_in_norm", row["vanaf"])), HALF_UP)
    assert parse_euro(row["waarde"]) == with_allowance - allowance


def shared_costs(persons: int, month: str) -> Fraction:
    once, each = value("kostendelersnorm_vast_deel", month), value("kostendelersnorm_deel_per_persoon", month)
    return Fraction(once + persons * each) / persons


# 626.296 was published as 626.29: this one table cuts the last cent where all others round half up.
CUT_CENT = ("kostendelersnorm_6_personen_incl_vt", "2023-01")


@pytest.mark.parametrize("row", [row for row in computed() if "_personen_" in row["key"]], ids=str)
def test_who_share_costs_get_forty_percent_together_and_thirty_percent_each(row: dict[str, str]) -> None:
    share = shared_costs(int(row["key"].split("_")[1]), row["vanaf"])
    computed_norm = share_of(cents(GEHUWDEN, row["vanaf"]), share, HALF_UP)
    assert parse_euro(row["waarde"]) == computed_norm - ((row["key"], row["vanaf"]) == CUT_CENT)


@pytest.mark.parametrize("row", [row for row in computed() if "_pct_" in row["key"]], ids=str)
def test_the_printed_cost_sharers_percentage_is_the_exact_one_rounded_to_four_decimals(row: dict[str, str]) -> None:
    exact = shared_costs(int(row["key"].split("_")[-1]), row["vanaf"])
    assert Fraction(row["waarde"]) == round(exact * 100, 4)


# Questions


def test_a_month_has_the_number_of_its_own_half_year() -> None:
    assert (cents(ALLEENSTAANDE, "2018-06"), cents(ALLEENSTAANDE, "2018-07")) == (992_12, 996_56)


def test_a_fact_says_where_and_when_it_was_read() -> None:
    fact = FACTS.on(GEHUWDEN, Month.parse("2018-02"))
    assert (fact.law, fact.seen, fact.certain, fact.unit) == ("Participatiewet art. 21 b", date(2026, 11, 21), True, Unit.CENTS)
    assert fact.span == Span.parse("2018-01", "2018-06")
    assert fact.source.endswith("/participatiewet/2018-01-01.yaml")


def test_unsure_and_derived_numbers_load_but_are_not_certain() -> None:
    certain = {fact.certain for fact in FACTS.series("vrijlating_34a_pct")}
    assert (value("vrijlating_34a_pct", "2027-01"), certain) == (Fraction(15, 100), {False})
    assert not FACTS.on("vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand", Month.parse("2026-07")).certain


def test_the_subsidy_exemption_is_known_for_every_month_since_it_exists() -> None:
    """The text of 2024-01-01 has not raised z and aa with y; it is taken as it stands, and marked as unsure."""
    assert [value(key, "2023-01") for key in ("vrijlating_z_aa_pct", "vrijlating_z_max_maanden")] == [Fraction(15, 100), 12]
    assert FACTS.months("vrijlating_z_aa_15pct_loonkostensubsidie_max_per_maand") == (Span.parse("2023-01", "2026-12"),)
    z = FACTS.on("vrijlating_z_aa_15pct_loonkostensubsidie_max_per_maand", Month.parse("2024-01"))
    assert (z.value, z.certain) == (157_96, False)
    assert value("vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand", "2024-01") == 167_07


def test_the_fixed_percentage_of_the_uniform_net_wage_is_a_declared_hole() -> None:
    with pytest.raises(FactHole, match="the percentage and the start date were cut off"):
        FACTS.on("uniform_whk_pct", Month.parse("2027-01"))


SMALL = read_facts(Path(__file__).with_name("small"))


def test_after_the_last_value_the_error_says_when_it_ended_and_what_to_do() -> None:
    with pytest.raises(FactNotInForce) as refused:
        SMALL.on("norm", Month.parse("2031-01"))
    assert str(refused.value) == (
        "No value for norm on 2031-01; the last one ended on 2026-12. Add it to facts/data/ with its source."
    )


@pytest.mark.parametrize(
    ("expected", "key", "month"),
    [
        ("the first one starts on 2018-01", "norm", "2017-12"),
        ("the one before ended on 2018-12 and the next one starts on 2026-07", "norm", "2020-03"),
        ("none is known for any month", "niet_gevonden", "2024-01"),
    ],
)
def test_before_and_between_values_the_error_names_the_nearest_ones(expected: str, key: str, month: str) -> None:
    with pytest.raises(FactNotInForce, match=expected):
        SMALL.on(key, Month.parse(month))


def test_a_declared_hole_is_its_own_error() -> None:
    with pytest.raises(FactHole) as refused:
        SMALL.on("niet_gevonden", Month.parse("2025-05"))
    assert str(refused.value) == (
        "No value for niet_gevonden on 2025-05: we looked on 2026-11-21 and found none (nowhere printed). "
        "Add it to facts/data/ with its source, or state an assumption."
    )


def test_an_unknown_key_gets_the_close_ones() -> None:
    with pytest.raises(UnknownName, match="Did you mean norm_21_gehuwden_incl_vt"):
        FACTS.on("norm_21_gehuwden", Month.parse("2020-01"))


def test_values_that_follow_on_each_other_are_one_span_of_months() -> None:
    assert SMALL.months("norm") == (Span.parse("2018-01", "2018-12"), Span.parse("2026-07", "2026-12"))
    assert SMALL.months("aandeel") == (Span.parse("2027-01"),)
    assert SMALL.months("niet_gevonden") == ()


# Assumptions


def test_an_assumption_holds_for_its_months_only() -> None:
    tried = FACTS.with_assumed(GEHUWDEN, Span.parse("2018-05", "2018-08"), 1500_00)
    months = [Month.parse(f"2018-0{number}") for number in (4, 5, 8, 9)]
    assert [tried.on(GEHUWDEN, month).value for month in months] == [1417_32, 1500_00, 1500_00, 1423_66]
    assert tried.months(GEHUWDEN) == FACTS.months(GEHUWDEN)
    assert value(GEHUWDEN, "2018-05") == 1417_32


def test_an_assumption_is_visible_as_such() -> None:
    fact = SMALL.with_assumed("norm", Span.parse("2030-01"), 2100_00).on("norm", Month.parse("2040-01"))
    assert (fact.value, fact.source, fact.seen, fact.certain) == (2100_00, "aanname", None, False)


def test_an_assumption_fills_a_hole_for_its_months() -> None:
    tried = SMALL.with_assumed("niet_gevonden", Span.parse("2025-01", "2025-06"), 6020_00)
    assert tried.on("niet_gevonden", Month.parse("2025-06")).value == 6020_00
    with pytest.raises(FactHole):
        tried.on("niet_gevonden", Month.parse("2025-07"))


def test_an_assumption_inside_a_running_value_leaves_both_sides() -> None:
    tried = SMALL.with_assumed("aandeel", Span.parse("2027-03", "2027-03"), Fraction(1, 4))
    shares = [tried.on("aandeel", Month.parse(f"2027-0{number}")).value for number in (2, 3, 4)]
    assert shares == [Fraction(15, 100), Fraction(1, 4), Fraction(15, 100)]


@pytest.mark.parametrize(
    ("key", "wrong"), [(GEHUWDEN, Fraction(1, 2)), ("vrijlating_n_pct", 25), (GEHUWDEN, True), (GEHUWDEN, -1)]
)
def test_an_assumption_in_the_wrong_unit_is_refused(key: str, wrong: int | Fraction) -> None:
    with pytest.raises(InputError, match="an assumed value must be"):
        FACTS.with_assumed(key, Span.parse("2020-01"), wrong)


# Digest


def test_the_digest_changes_with_an_assumption_and_with_nothing_else() -> None:
    tried = FACTS.with_assumed(GEHUWDEN, Span.parse("2018-01", "2018-06"), 1417_32)
    assert tried.digest != FACTS.digest
    assert pickle.loads(pickle.dumps(FACTS)).digest == FACTS.digest
    assert len(FACTS.digest) == 64
