# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The regimes that ship say what the sources say, with their dates, and own up to what was filled in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.regime.printed import listed
from werkzaam.core.errors import NotStated
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import part_ids, read_part, read_regime, regime_ids
from werkzaam.regime.regime import Chosen, Regime, Timeline, Unstated
from werkzaam.regime.values import bands


def chosen(regime: Regime | Timeline, month: str, path: str) -> object:
    return regime.value(path, Month.parse(month)).value


ARMS = ("amsterdam_2018_extra_aandacht", "amsterdam_2018_zelfregie", "amsterdam_2018_regulier")
RELEASE = ("deventer_2018", "groningen_2018", "nijmegen_2018", "tilburg_2018", "utrecht_2018")
GUIDED_ONLY = (
    "deventer_inzet_op_maat", "groningen_kansrijk", "leeuwarden_wijkteams", "nijmegen_doe_je_mee", "nijmegen_samen_sterk",
    "rotterdam_tegenprestatie", "rotterdam_werk_loont", "tilburg_perspectief", "tilburg_toegang", "utrecht_werkbeweging",
    "utrecht_wijkcontactdagen",
)  # fmt: skip
"""Towns of which the sources describe how people are guided, and say nothing about wages."""
MONEY = tuple(ident for ident in regime_ids() if ident not in GUIDED_ONLY)
OPEN = {
    "amsterdam_2023_uitstroompremie": {"premie.uitstroom_bedrag_lang"},
    "groningen_werkpremie": {"premie.eenmalig_bedrag", "premie.eenmalig_na_maanden"},
}
"""Towns of which the sources leave something open that computing needs: they are refused until somebody states it."""


def test_these_regimes_and_parts_ship() -> None:
    assert regime_ids() == tuple(sorted((
        "amsterdam_2018", *ARMS, "amsterdam_2018_buiten_experiment", "amsterdam_2018_vitamine_a", "amsterdam_2021",
        "amsterdam_2021_na_experiment", "amsterdam_2023_uitstroompremie", "asten_someren_2026", "bremen", "bremen_fallmanager",
        "bremen_vermittler", *RELEASE, "groningen_werkpremie", "participatiewet_2018", "participatiewet_2026",
        "participatiewet_2027", "stockholm", "stockholm_ips", "stockholm_jobbtorg", "wageningen_2020", *GUIDED_ONLY,
    )))  # fmt: skip
    assert set(part_ids()) - set(listed()) == {
        "ams_city_pass", "earn_premium_2021_press", "earn_premium_experiment_press", "ger_earnings_bands", "iasz_premium",
        "nl_income_settlement", "nl_no_city_pass", "nl_no_other_premiums", "nl_no_premium", "nl_norm_details",
        "nl_settlement_details", "swe_job_incentive",
    }  # fmt: skip


@pytest.mark.parametrize("ident", GUIDED_ONLY)
def test_a_town_of_which_no_source_speaks_of_wages_states_none(ident: str) -> None:
    regime = read_regime(ident)
    assert regime.stated == ()
    assert regime.guidance is not None


@pytest.mark.parametrize("ident", MONEY)
def test_every_choice_that_is_needed_is_stated_in_every_month(ident: str) -> None:
    regime = read_regime(ident)
    missing = {c.path for month in regime.span for c in regime.choices(month) if isinstance(c, Unstated) and c.needed}
    assert missing == OPEN.get(ident, set())


@pytest.mark.parametrize(("ident", "path"), [(ident, path) for ident, paths in OPEN.items() for path in sorted(paths)])
def test_what_no_source_states_is_refused_and_not_made_up(ident: str, path: str) -> None:
    regime = read_regime(ident)
    with pytest.raises(NotStated, match=f"{path} is not stated for 2023-01 by {ident}"):
        regime.value(path, regime.span.first)


@pytest.mark.parametrize("ident", part_ids())
def test_a_part_has_names_and_descriptions_in_two_languages(ident: str) -> None:
    part = read_part(ident)
    assert part.name_nl
    assert part.name_en
    assert part.description_nl.endswith(".")
    assert part.description_en.endswith(".")
    assert part.description_nl != part.description_en


@pytest.mark.parametrize("ident", part_ids())
def test_every_value_has_a_source_or_is_an_assumption_with_a_reason(ident: str) -> None:
    for value in read_part(ident).stated:
        assert value.assumed is bool(value.why) is bool(value.waarom)
        assert value.source or value.assumed


def test_the_experiment_pays_half_up_to_200_a_month_and_1200_at_once() -> None:
    regime = read_regime("amsterdam_2018")
    found = [chosen(regime, "2018-01", f"premie.{field}") for field in ("aandeel", "maximum", "maximum_uitbetaling")]
    assert found == [Fraction(1, 2), 200_00, 1200_00]
    assert [chosen(regime, "2018-01", f"vrijlating.{kind}") for kind in ("n", "r", "y", "eigen")] == [False] * 4
    assert chosen(regime, "2018-01", "inkomsten.methode") == "schatting"
    assert str(regime.span) == "2018-01 to 2021-02"


def test_from_march_2021_it_is_thirty_percent_up_to_217_in_june_and_november() -> None:
    regime = read_regime("amsterdam_2021")
    found = [chosen(regime, "2021-03", f"premie.{field}") for field in ("aandeel", "maximum", "uitbetaling")]
    assert found == [Fraction(3, 10), 217_00, (6, 11)]
    assert str(regime.span) == "2021-03 to 2023-12"


def test_a_cap_of_a_year_that_no_source_gives_is_an_assumption() -> None:
    caps = [read_regime("amsterdam_2021").value("premie.maximum", Month.parse(month)) for month in ("2021-12", "2022-01")]
    assert [(cap.value, cap.assumed) for cap in caps] == [(217_00, False), (217_00, True)]


def test_what_the_press_gives_is_kept_beside_it_under_its_own_name() -> None:
    later = read_part("earn_premium_experiment_press")
    assert str(later.span) == "2018-02 to 2021-02"
    assert chosen(later, "2018-02", "premie.maximum") == 200_00
    assert chosen(read_part("earn_premium_2021_press"), "2021-03", "premie.maximum") == 219_00


def test_the_act_grants_its_exemptions_and_pays_no_premium() -> None:
    for year, month in ((2018, "2018-01"), (2018, "2025-12"), (2026, "2026-12")):
        regime = read_regime(f"participatiewet_{year}")
        assert [chosen(regime, month, f"vrijlating.{kind}") for kind in ("n", "r", "y", "eigen")] == [True, True, True, False]
        assert chosen(regime, month, "premie.geldt") is False


def test_the_three_arms_differ_in_guidance_only() -> None:
    """Wages, premium and settlement are those of amsterdam_2018; the part of the arm states nothing about them."""
    whole = read_regime("amsterdam_2018")
    for ident in ARMS:
        arm = read_regime(ident)
        assert arm.stated == whole.stated
        assert set(arm.uses) - set(whole.uses) == {arm.uses[-1]}
        assert read_part(arm.uses[-1]).stated == ()


def test_outside_the_experiment_wages_are_set_off_and_nothing_is_paid() -> None:
    regime = read_regime("amsterdam_2018_buiten_experiment")
    off = ("vrijlating.n", "vrijlating.eigen", "premie.geldt", "premie.per_uur", "premie.eenmalig", "premie.uitstroom")
    assert [chosen(regime, "2021-02", path) for path in off] == [False] * 6
    assert chosen(Timeline([regime, read_regime("amsterdam_2021")]), "2021-03", "premie.geldt") is True


def test_the_exemption_of_the_subsidy_group_begins_in_2023_and_the_uniform_one_in_2027() -> None:
    act, balance = read_regime("participatiewet_2018"), read_regime("participatiewet_2027")
    assert [chosen(act, month, "vrijlating.z") for month in ("2022-12", "2023-01")] == [False, True]
    assert [chosen(act, "2025-12", f"vrijlating.{kind}") for kind in ("uniform", "schijven")] == [False, False]
    found = [chosen(balance, "2027-01", f"vrijlating.{kind}") for kind in ("n", "r", "y", "z", "uniform", "uniform_verlenging")]
    assert found == [False, False, False, False, True, 0]
    assert balance.value("vrijlating.uniform_opnieuw", Month.parse("2027-01")).assumed


@pytest.mark.parametrize("ident", MONEY)
def test_what_the_law_leaves_open_about_the_norm_and_pay_is_chosen_alike_and_owned_up_to(ident: str) -> None:
    regime = read_regime(ident)
    sourced = {"inkomsten.vierweken": "dertien_twaalfde", "inkomsten.eindejaarsuitkering": "bij_uitbetaling"}
    assumed = {
        "inkomsten.nettoloon": "loonstrook", "inkomsten.onderneming": "niet_gedekt", "inkomsten.ziekengeld_is_werk": True,
        "norm.peildag": "eerste_dag", "norm.bij_gelijk_inkomen": "loopt_door", "norm.vakantietoeslag_maand": 5,
        "aflossing.plafond": Fraction(5, 100),
    }  # fmt: skip
    for path, value in {**sourced, **assumed}.items():
        found = regime.value(path, regime.span.first)
        assert (found.value, found.assumed) == (value, path in assumed)


def test_only_amsterdam_has_a_city_pass_and_no_source_gives_months_of_grace() -> None:
    towns = {ident: read_regime(ident) for ident in MONEY}
    with_pass = {ident for ident, town in towns.items() if town.value("stadspas.geldt", town.span.first).value}
    assert with_pass == {ident for ident in towns if ident.startswith("amsterdam_")}
    grace = towns["amsterdam_2018"].value("stadspas.uitloop_maanden", Month.parse("2018-01"))
    assert (grace.value, grace.assumed) == (0, True)


@pytest.mark.parametrize("ident", RELEASE)
def test_the_cities_of_the_national_experiment_exempt_half_up_to_199(ident: str) -> None:
    found = [
        chosen(read_regime(ident), "2018-06", f"vrijlating.{field}") for field in ("eigen", "eigen_aandeel", "eigen_maximum")
    ]
    assert found == [True, Fraction(1, 2), 199_00]


def test_tilburg_owns_up_to_the_bonus_it_leaves_out() -> None:
    bonus = read_regime("tilburg_2018").value("premie.uitstroom", Month.parse("2018-01"))
    assert (bonus.value, bonus.assumed) == (False, True)
    assert "2,400" in bonus.why


def test_wageningen_saves_a_quarter_up_to_215_and_says_that_the_cap_is_the_households() -> None:
    regime = read_regime("wageningen_2020")
    found = [
        chosen(regime, "2020-10", f"premie.{field}") for field in ("aandeel", "maximum", "maximum_uitbetaling", "uitbetaling")
    ]
    assert found == [Fraction(1, 4), 215_00, 1290_00, (3, 9)]
    assert "household" in regime.value("premie.maximum", Month.parse("2020-10")).why
    assert str(regime.span) == "2020-10 to 2022-09"


def test_asten_and_someren_pay_a_quarter_up_to_half_of_the_legal_maximum_of_the_year() -> None:
    regime = read_regime("asten_someren_2026")
    found = [chosen(regime, "2026-01", f"premie.{field}") for field in ("aandeel", "maximum", "maximum_per")]
    assert found == [Fraction(1, 4), 1699_00, "jaar"]
    assert read_facts().on("premie_max_per_kalenderjaar", Month.parse("2026-01")).value == 2 * 1699_00


def kept(ident: str, month: str, wage: int, path: str = "schijven_aandelen") -> list[int]:
    """What each band of a regime leaves out of a wage, in cents."""
    value = bands(read_regime(ident).value(f"vrijlating.{path}", Month.parse(month)).value)
    ends = [*(first for first, _ in value[1:]), max(wage, value[-1][0])]
    within = [max(min(wage, end) - first, 0) for (first, _), end in zip(value, ends, strict=True)]
    return [share_of(part, share, HALF_UP) for part, (_, share) in zip(within, value, strict=True)]


def test_the_german_bands_give_the_published_example() -> None:
    """V22: of 1,100 euros gross a single person keeps 338, in four parts."""
    assert kept("bremen", "2023-07", 1100_00) == [100_00, 84_00, 144_00, 10_00, 0]
    assert sum(kept("bremen", "2023-07", 9000_00)) == 348_00
    assert sum(kept("bremen", "2023-07", 9000_00, "schijven_met_kind")) == 378_00


def test_the_german_bands_before_july_2023_and_before_2011_were_others() -> None:
    assert kept("bremen", "2023-06", 1100_00) == [100_00, 180_00, 10_00, 0]
    part, december = read_part("ger_earnings_bands"), Month.parse("2010-12")
    old = bands(part.value("vrijlating.schijven_aandelen", december).value)
    assert old == [(0, Fraction(1)), (100_00, Fraction(1, 5)), (800_00, Fraction(1, 10)), (1200_00, Fraction(0))]


def test_bremen_pays_one_forty_per_hour_and_counts_the_gross_wage() -> None:
    regime = read_regime("bremen")
    found = [chosen(regime, "2018-01", path) for path in ("premie.per_uur", "premie.uurbedrag", "vrijlating.schijven_over")]
    assert (found, regime.land) == ([True, 1_40, "brutoloon"], "DE")


def test_stockholm_keeps_a_quarter_for_24_months_after_six_on_support() -> None:
    regime = read_regime("stockholm")
    found = [chosen(regime, "2025-12", f"vrijlating.schijven_{field}") for field in ("over", "wachttijd", "duur")]
    assert (found, regime.land) == (["nettoloon", 6, 24], "SE")
    assert kept("stockholm", "2025-12", 400_00) == [100_00]
    assert [regime.value("vrijlating.schijven_met_kind", Month.parse(month)).assumed for month in ("2025-12", "2026-01")] == [
        False,
        True,
    ]


def test_towns_abroad_say_that_they_are_computed_on_the_dutch_norm() -> None:
    for regime in (read_regime("bremen"), read_regime("stockholm")):
        assert "Nederlandse norm" in regime.description_nl
        assert "Dutch norm" in regime.description_en


def test_groningen_exempts_half_up_to_199_instead_of_the_exemption_of_the_act() -> None:
    regime = read_regime("groningen_2018")
    found = [chosen(regime, "2018-01", f"vrijlating.{field}") for field in ("eigen", "eigen_aandeel", "eigen_maximum", "n")]
    assert found == [True, Fraction(1, 2), 199_00, False]


def test_every_shipped_regime_uses_the_payslip_for_holiday_money_and_says_it_assumes_so() -> None:
    for ident in MONEY:
        regime = read_regime(ident)
        value = next(c for c in regime.choices(regime.span.first) if c.path == "inkomsten.vakantiegeld")
        assert isinstance(value, Chosen)
        assert (value.value, value.assumed) == ("loonstrook", True)
