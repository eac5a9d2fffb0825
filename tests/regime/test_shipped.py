# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The regimes that ship say what the sources say, with their dates, and own up to what was filled in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from werkzaam.core.months import Month
from werkzaam.regime.read import part_ids, read_part, read_regime, regime_ids
from werkzaam.regime.regime import Chosen, Regime, Unstated


def chosen(regime: Regime, month: str, path: str) -> object:
    return regime.value(path, Month.parse(month)).value


def test_these_regimes_and_parts_ship() -> None:
    assert regime_ids() == ("amsterdam_2018", "amsterdam_2021", "groningen_2018", "participatiewet_2018", "participatiewet_2026")
    assert len(part_ids()) == 15


@pytest.mark.parametrize("ident", regime_ids())
def test_every_choice_that_is_needed_is_stated_in_every_month(ident: str) -> None:
    regime = read_regime(ident)
    missing = {c.path for month in regime.span for c in regime.choices(month) if isinstance(c, Unstated) and c.needed}
    assert not missing


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


def test_groningen_exempts_half_up_to_199_instead_of_the_exemption_of_the_act() -> None:
    regime = read_regime("groningen_2018")
    found = [chosen(regime, "2018-01", f"vrijlating.{field}") for field in ("eigen", "eigen_aandeel", "eigen_maximum", "n")]
    assert found == [True, Fraction(1, 2), 199_00, False]


def test_every_shipped_regime_uses_the_payslip_for_holiday_money_and_says_it_assumes_so() -> None:
    for ident in regime_ids():
        regime = read_regime(ident)
        value = next(c for c in regime.choices(regime.span.first) if c.path == "inkomsten.vakantiegeld")
        assert isinstance(value, Chosen)
        assert (value.value, value.assumed) == ("loonstrook", True)
