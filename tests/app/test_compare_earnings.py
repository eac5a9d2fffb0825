# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same earnings under several rules: every rule at its own date, crossings found, and nothing left out in silence."""

from __future__ import annotations

import json
from fractions import Fraction
from xml.etree import ElementTree

import pytest

from tests.app.conftest import Desk
from tests.app.premium_towns import DETAILS, town
from tests.house.tree import ROOT
from werkzaam.app.compare_earnings import Comparison, Lasts, compare_earnings, last_known_month, steps, with_norm
from werkzaam.app.compare_earnings_json import comparison_json
from werkzaam.app.compare_earnings_picture import comparison_picture, refined
from werkzaam.app.compare_earnings_text import comparison_text, grouped
from werkzaam.app.crossings import Crossing, crossings
from werkzaam.app.curves import Setting, law_date
from werkzaam.core.errors import FactNotInForce, InputError
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules.situatie import Leefvorm

FACTS = read_facts()
REGIMES = ROOT / "src/werkzaam/regime/data"
BOTH = ("amsterdam_2018", "amsterdam_2021")


def compared(*names: str, month: str = "2021-07", norm: str | None = "1078.00", leefvorm: Leefvorm = Leefvorm.ALLEENSTAANDE,
             net_share: Fraction | None = None) -> Comparison:  # fmt: skip
    setting = Setting(with_norm(FACTS, leefvorm, norm), Month.parse(month), leefvorm, 12, net_share, norm is not None)
    return compare_earnings(names, setting, steps("0", "1200", "50"))


@pytest.mark.requirement("R-230")
def test_50_up_to_200_against_30_up_to_217_cross_at_666_67() -> None:
    done = compared(*BOTH)
    kept = {one.id: one.curve.kept for one in done.series}
    assert [kept["amsterdam_2018"](net) for net in (600_00, 700_00)] == [200_00, 200_00]
    assert [kept["amsterdam_2021"](net) for net in (600_00, 700_00)] == [180_00, 210_00]
    assert [(met.around, done.series[met.above].id) for met in done.crossings] == [(666_67, "amsterdam_2021")]
    assert all(kept["amsterdam_2021"](net) > kept["amsterdam_2018"](net) for net in range(666_69, 1200_00, 10_00))
    assert all(kept["amsterdam_2021"](net) < kept["amsterdam_2018"](net) for net in range(1, 666_64, 10_00))


def test_five_crossings_of_three_rules_are_those_worked_out_by_hand() -> None:
    """200 / 30%; 200 / 25%; 217 / 25%; once bijstand has ended (w - 1,078 + 217 or 200 = 25% of w) 861 / 75% and 878 / 75%."""
    done = compared(*BOTH, "stockholm")
    lasting = [one for one in done.series if one.lasts is not Lasts.AFTER]
    met = [
        (one.around, done.series[one.above].id)
        for one in done.crossings
        if {done.series[one.above], done.series[one.below]} <= {*lasting}
    ]
    assert met == [(666_67, "amsterdam_2021"), (800_00, "stockholm"), (868_00, "stockholm"), (1148_00, "amsterdam_2021"),
                   (1170_67, "amsterdam_2018")]  # fmt: skip


def test_a_month_without_a_known_norm_is_refused_and_not_given_the_norm_of_another() -> None:
    with pytest.raises(
        FactNotInForce, match=r"No value for norm_21_alleenstaande_of_ouder_incl_vt on 2031-01; the last one ended.*--norm"
    ):
        compared("amsterdam_2018", month="2031-01", norm=None)
    assert compared("amsterdam_2018", month="2031-01").series


def test_a_crossing_is_exact_to_the_cent() -> None:
    done = compared(*BOTH)
    (met,) = done.crossings
    below, above = (done.series[at].curve.kept for at in (met.below, met.above))
    assert below(met.until) > above(met.until)
    assert below(met.since) < above(met.since)
    assert all(below(net) == above(net) for net in range(met.until + 1, met.since))


def test_each_rule_holds_at_its_own_date_and_the_amounts_are_those_of_one_month() -> None:
    done = compared(*BOTH, norm=None)
    assert [str(one.law) for one in done.series] == ["2021-02", "2021-07"]
    assert [one.curve.at(0).total for one in done.series] == [1078_70, 1078_70]  # the norm of July 2021


@pytest.mark.parametrize(("month", "law"), [("2017-01", "2018-01"), ("2019-06", "2019-06"), ("2026-01", "2021-02")])
def test_the_law_date_is_the_month_or_the_nearest_one(month: str, law: str) -> None:
    assert str(law_date(read_regime("amsterdam_2018"), Month.parse(month))) == law


def test_a_temporary_exemption_is_shown_with_its_months_and_with_what_is_left_after_it() -> None:
    done = compared("participatiewet_2026", month="2026-01", norm=None)
    lasting, after = done.series
    assert (lasting.lasts, lasting.months, lasting.curve.kept(600_00)) == (Lasts.WHILE, 6, 150_00)
    assert (after.lasts, after.curve.kept(600_00)) == (Lasts.AFTER, 0)
    assert "6 maanden vanaf hier" in " ".join(comparison_text(done, "nl").split())


def test_both_curves_of_one_regime_are_not_set_against_each_other() -> None:
    assert compared("participatiewet_2026", month="2026-01", norm=None).crossings == ()


@pytest.mark.parametrize(("per", "maximum"), [("halfjaar", "200.00"), ("jaar", "2400.00")])
def test_a_maximum_over_more_months_is_spread_over_them(desk: Desk, per: str, maximum: str) -> None:
    file = town(desk, "over_meer", "aandeel = 50", f'maximum = "{maximum}"', 'maximum_uitbetaling = "1200.00"',
                'grondslag = "nettoloon"', per=per)  # fmt: skip
    (series,) = compared(file).series
    assert [series.curve.kept(net) for net in (100_00, 400_00, 1000_00)] == [50_00, 200_00, 200_00]


def test_for_a_couple_one_person_works() -> None:
    done = compared(*BOTH, norm="1500.00", leefvorm=Leefvorm.GEHUWDEN)
    assert [(one.curve.at(0).total, one.curve.kept(400_00)) for one in done.series] == [(1500_00, 200_00), (1500_00, 120_00)]


# -- without a result ------------------------------------------------------------------------------


def unstated(desk: Desk) -> str:
    """A town with a premium whose percentage no source gives."""
    return town(desk, "eigen_premie", 'maximum = "200.00"', 'maximum_uitbetaling = "1200.00"', 'grondslag = "nettoloon"')


def test_what_is_not_stated_is_named_and_the_others_are_still_shown(desk: Desk) -> None:
    done = compared("amsterdam_2018", unstated(desk))
    assert [one.id for one in done.series] == ["amsterdam_2018"]
    (refused,) = done.refused
    assert (refused.regime.id, refused.unstated) == ("stad_eigen_premie", ("premie.aandeel",))
    assert "- stad_eigen_premie: niet vermeld: premie.aandeel." in comparison_text(done, "nl")
    assert json.loads(comparison_json(done))["refused"][0]["status"] == "missing_parameter"


@pytest.mark.requirement("R-109")
def test_the_programme_of_wageningen_without_its_percentage_has_no_result(desk: Desk) -> None:
    shipped = REGIMES.joinpath("wag_stimulation_programme.toml").read_text(encoding="utf-8")
    without = shipped.replace("aandeel = 25\n", "").replace('id = "wag_stimulation_programme"', 'id = "zonder_percentage"')
    desk.folder.joinpath("zonder_percentage.toml").write_text(without, encoding="utf-8")
    parts = ("zonder_percentage", "nl_no_other_premiums", "nl_income_settlement", "nl_settlement_details", "nl_norm_details")
    done = compared(str(desk.town("wageningen", *parts, "nl_no_city_pass", first="2020-10", last="2022-09")))
    (refused,) = json.loads(comparison_json(done))["refused"]
    assert (refused["status"], refused["missing"], done.series) == ("missing_parameter", ["premie.aandeel"], ())


@pytest.mark.requirement("R-104")
def test_an_exit_premium_without_its_parameters_has_no_result(desk: Desk) -> None:
    desk.part("alleen_aan", "[premie]\nuitstroom = true\nper_uur = false\neenmalig = false\n")
    parts = ("earn_full_settlement", "earn_premium_experiment", "alleen_aan", "ams_income_settlement", *DETAILS)
    done = compared(str(desk.town("uitstroomstad", *(part for part in parts if part != "nl_no_other_premiums"), first="2018-01",
                                  last="2020-12")))  # fmt: skip
    (refused,) = json.loads(comparison_json(done))["refused"]
    missing = [f"premie.uitstroom_{rest}" for rest in ("bedrag", "lang", "bedrag_lang", "termijn", "afbouw")]
    assert (refused["status"], refused["missing"], done.series) == ("missing_parameter", missing, ())


@pytest.mark.parametrize("ident", ["amsterdam_2023_uitstroompremie", "groningen_werkpremie"])
def test_a_town_whose_amounts_no_source_gives_is_listed_with_what_is_missing(ident: str) -> None:
    (refused,) = compared(ident).refused
    assert refused.unstated
    assert all(path.startswith("premie.") for path in refused.unstated)


def test_the_bands_of_germany_are_taken_of_the_gross_wage() -> None:
    assert compared("bremen", month="2024-01", norm=None).refused[0].needs_net_share
    (bremen,) = compared("bremen", month="2024-01", norm=None, net_share=Fraction(4, 5)).series
    assert bremen.curve.kept(880_00) == 338_00  # 1,100 gross; the example of Berlin
    assert bremen.separate == ("premie.per_uur",)


def test_the_job_incentive_of_sweden_begins_after_its_waiting_time_and_ends() -> None:
    lasting, after = compared("stockholm", month="2024-01", norm=None).series
    assert (lasting.curve.kept(800_00), lasting.months, after.curve.kept(800_00)) == (200_00, 18, 0)  # 12 of 6 + 24 months


def test_the_uniform_exemption_of_2027_lasts_a_year() -> None:
    lasting, after = compared("participatiewet_2027", month="2026-01", norm=None).series
    assert (lasting.curve.kept(600_00), lasting.months, after.curve.kept(600_00)) == (90_00, 12, 0)


def test_a_rule_about_gross_wages_needs_the_net_share(desk: Desk) -> None:
    file = town(desk, "bruto", "aandeel = 20", 'maximum = "200.00"', 'maximum_uitbetaling = "1200.00"', 'grondslag = "brutoloon"')
    (refused,) = compared(file).refused
    assert (refused.needs_net_share, refused.unstated) == (True, ())
    (series,) = compared(file, net_share=Fraction(4, 5)).series
    assert series.curve.kept(400_00) == 100_00  # 20% of 500 gross
    assert "80% netto" in comparison_text(compared(file, net_share=Fraction(4, 5)), "nl")


def test_a_rule_that_the_law_does_not_leave_is_refused_with_the_limit(desk: Desk) -> None:
    file = town(
        desk, "te_veel", "aandeel = 50", 'maximum = "900.00"', 'maximum_uitbetaling = "5400.00"', 'grondslag = "nettoloon"'
    )
    (refused,) = compared(file).refused
    assert "maximum of a calendar year" in refused.reason


def test_a_name_that_is_no_regime_is_an_error() -> None:
    with pytest.raises(InputError, match="amsterdam_2018"):
        compared("amsterdam_208")
    with pytest.raises(InputError, match="named twice"):
        compared("amsterdam_2018", "amsterdam_2018")


# -- steps, crossings, pictures --------------------------------------------------------------------


def test_the_last_wage_is_always_there() -> None:
    assert steps("0", "1.00", "0.30") == (0, 30, 60, 90, 100)
    assert steps("0", "1.00", "0.50") == (0, 50, 100)


@pytest.mark.parametrize("given", ["100 0 50", "-1 100 50", "0 100 0", "0 1200 1", "0 0 5"])
def test_wages_that_make_no_table_are_refused(given: str) -> None:
    with pytest.raises(InputError, match="step"):
        steps(*given.split())


class Line:
    """What is kept as a list of cents by euro, for crossings that can be counted."""

    def __init__(self, *kept: int) -> None:
        self.by_wage = kept

    def kept(self, net: int) -> int:
        return self.by_wage[net]


def test_lines_that_meet_and_part_again_cross_where_the_sign_changes() -> None:
    lines = [("a", Line(0, 5, 5, 5, 5, 5, 0)), ("b", Line(0, 1, 3, 5, 5, 7, 9))]
    assert crossings(lines, [0, 2, 6]) == (Crossing(0, 1, 2, 5),)
    assert crossings([("a", Line(0, 5, 5)), ("b", Line(0, 1, 5))], [0, 1, 2]) == ()
    assert crossings([("a", Line(0, 5, 0)), ("a", Line(0, 1, 9))], [0, 1, 2]) == ()


def test_a_crossing_of_one_cent_is_told_without_a_range() -> None:
    setting = Setting(
        with_norm(FACTS, Leefvorm.ALLEENSTAANDE, "1419.46"), Month.of(2026, 12), Leefvorm.ALLEENSTAANDE, 12, None, True
    )
    done = compare_earnings(("amsterdam_2018", "participatiewet_2027"), setting, steps("1300", "1500", "50"))
    told = " ".join(comparison_text(done, "nl").split())
    assert "Boven € 1.434,66 houdt u meer met amsterdam_2018 dan met participatiewet_2027 (tijdelijk)." in told
    assert "Van € 1.434,66 tot" not in told


def test_crossings_at_one_wage_are_told_once() -> None:
    found = [*(Crossing(below, above, 10, 12) for below in (2, 3) for above in (0, 1)), Crossing(3, 1, 20, 22)]
    assert [(met.until, above, below) for met, above, below in grouped(found)] == [(10, [0, 1], [2, 3]), (20, [1], [3])]


def test_the_picture_has_a_line_per_rule_with_its_name_and_a_dot_where_they_cross() -> None:
    svg = comparison_picture(compared(*BOTH), "en")
    root = ElementTree.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    words = {element.text for element in root.iter(f"{space}text")}
    assert {"[1] amsterdam_2018", "[2] amsterdam_2021"} <= words
    assert len(list(root.iter(f"{space}circle"))) == 1
    assert "amsterdam_2021 €339.00" in str(root.findtext(f"{space}desc"))
    assert svg == comparison_picture(compared(*BOTH), "en")


def test_a_line_bends_where_it_bends_and_not_at_the_next_row() -> None:
    (series,) = compared("amsterdam_2018").series
    wages = refined(series.curve.kept, steps("0", "1200", "50"))
    flat = [net for net in wages if net > 400_00 and series.curve.kept(net) == 200_00]
    assert 1070_00 < max(flat) <= 1078_00  # the norm
    assert set(steps("0", "1200", "50")) < set(wages)
    assert refined(lambda net: net // 3, [0, 10_00, 20_00]) == [0, 10_00, 20_00]


def test_rules_with_the_same_line_are_drawn_once() -> None:
    svg = comparison_picture(compared("groningen_2018", "utrecht_2018", "amsterdam_2018"), "nl")
    assert "[1] groningen_2018 +1" in svg
    assert "utrecht_2018" not in svg.split("</desc>")[1]


def test_there_is_no_picture_without_a_result(desk: Desk) -> None:
    with pytest.raises(InputError, match="nothing to draw"):
        comparison_picture(compared(unstated(desk)), "nl")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_line_is_wider_than_the_page(lang: str) -> None:
    text = comparison_text(compared(*BOTH, "groningen_2018", "participatiewet_2018"), lang)
    assert [line for line in text.splitlines() if len(line) > 92] == []


def test_the_month_of_the_amounts_is_the_last_one_known() -> None:
    assert FACTS.on("norm_21_gehuwden_incl_vt", last_known_month(FACTS, Leefvorm.GEHUWDEN)).value > 0
