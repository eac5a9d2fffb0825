# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Composition: parts stated once, months inside the span, silence that is refused, regimes after one another."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.regime.conftest import Folder
from werkzaam.core.errors import NotStated, RegimeError, RuleError, UnknownName
from werkzaam.core.months import Month
from werkzaam.regime.model import CHOICES
from werkzaam.regime.read import read_part, read_regime
from werkzaam.regime.regime import Timeline, Unstated

JANUARY = Month.parse("2021-01")


def test_a_town_says_what_its_parts_say_and_from_where(folder: Folder) -> None:
    folder.part("loon", '[inkomsten]\nmethode = "schatting"\n')
    folder.part("premie", "[premie]\ngeldt = true\naandeel = 12.5\n")
    town = read_regime(folder.town("dorp", "loon", "premie"))
    chosen = town.value("premie.aandeel", JANUARY)
    assert (chosen.value, chosen.part, chosen.source, chosen.assumed) == (Fraction(1, 8), "premie", "raadsbesluit", False)
    assert str(chosen.span) == "2021-01 to 2021-12"
    assert town.uses == ("loon", "premie")


def test_a_field_stated_by_two_parts_names_both_files(folder: Folder) -> None:
    one = folder.part("een", "[premie]\ngeldt = true\n")
    two = folder.part("twee", "[premie]\ngeldt = false\n")
    with pytest.raises(RegimeError, match=r"premie.geldt is stated twice for 2021-01") as refused:
        read_regime(folder.town("dorp", "een", "twee"))
    assert str(one) in str(refused.value)
    assert str(two) in str(refused.value)


def test_the_two_versions_of_one_premium_cannot_be_combined(folder: Folder) -> None:
    with pytest.raises(RegimeError, match=r"in earn_premium_2021.toml and in earn_premium_2021_press.toml"):
        read_regime(folder.town("dorp", "earn_premium_2021", "earn_premium_2021_press", dates='vanaf = "2021-03"'))


def test_a_field_stated_twice_in_one_file_is_refused(folder: Folder) -> None:
    with pytest.raises(RegimeError, match=r"premie.aandeel is stated twice for 2021-05: both times in"):
        folder.read('[[premie.aandeel]]\nwaarde = 50\ntot = "2021-06"\n[[premie.aandeel]]\nwaarde = 30\nvanaf = "2021-05"\n')


def test_two_parts_may_follow_each_other_in_one_town(folder: Folder) -> None:
    folder.part("een", "[premie]\naandeel = 50\n", dates='tot = "2021-06"')
    folder.part("twee", "[premie]\naandeel = 30\n", dates='vanaf = "2021-07"')
    town = read_regime(folder.town("dorp", "een", "twee"))
    assert town.value("premie.aandeel", Month.parse("2021-06")).value == Fraction(1, 2)
    assert town.value("premie.aandeel", Month.parse("2021-07")).value == Fraction(3, 10)


def test_parts_that_meet_outside_the_towns_months_do_not_clash(folder: Folder) -> None:
    folder.part("een", "[premie]\naandeel = 50\n", dates='tot = "2022-06"')
    folder.part("twee", "[premie]\naandeel = 30\n", dates='vanaf = "2022-01"')
    assert read_regime(folder.town("dorp", "een", "twee")).value("premie.aandeel", JANUARY).part == "een"


def test_what_no_part_states_is_refused_and_shown(folder: Folder) -> None:
    town = folder.regime("[premie]\ngeldt = true\n")
    assert not town.states("premie.aandeel", JANUARY)
    with pytest.raises(NotStated, match=r"premie.aandeel is not stated for 2021-01 by dorp or its parts \(proef\).*aanname"):
        town.value("premie.aandeel", JANUARY)
    assert Unstated("premie.aandeel", needed=True) in town.choices(JANUARY)


def test_a_value_that_ended_says_when_and_where(folder: Folder) -> None:
    town = folder.regime('[premie]\naandeel = { waarde = 50, tot = "2021-03" }\n')
    with pytest.raises(NotStated, match=r"The last value ended in 2021-03 \(.*proef.toml\)"):
        town.value("premie.aandeel", Month.parse("2021-04"))


def test_what_belongs_to_something_off_is_not_needed(folder: Folder) -> None:
    shown = folder.regime("[premie]\ngeldt = false\n").choices(JANUARY)
    assert Unstated("premie.maximum", needed=False) in shown
    assert Unstated("vrijlating.n", needed=True) in shown


@pytest.mark.parametrize(
    ("month", "message"),
    [("2017-12", "No regime for 2017-12; amsterdam_2018 starts on 2018-01."),
     ("2021-03", "No regime for 2021-03; amsterdam_2018 ended on 2021-02.")],
)  # fmt: skip
def test_a_month_outside_the_span_is_refused(month: str, message: str) -> None:
    regime = read_regime("amsterdam_2018")
    for ask in (regime.value, regime.states, Timeline([regime]).value):
        with pytest.raises(RegimeError) as refused:
            ask("premie.geldt", Month.parse(month))
        assert str(refused.value) == message


def test_an_unknown_path_is_refused() -> None:
    with pytest.raises(UnknownName, match=r"Did you mean premie.geldt"):
        read_regime("amsterdam_2018").value("premie.gelt", Month.parse("2019-01"))


def test_a_timeline_asks_the_regime_of_the_month() -> None:
    amsterdam = Timeline([read_regime("amsterdam_2021"), read_regime("amsterdam_2018")])
    assert [regime.id for regime in amsterdam.regimes] == ["amsterdam_2018", "amsterdam_2021"]
    assert amsterdam.value("premie.maximum", Month.parse("2021-02")).value == 200_00
    assert amsterdam.value("premie.maximum", Month.parse("2021-03")).value == 217_00
    assert amsterdam.states("premie.maximum", Month.parse("2021-03"))
    assert len(amsterdam.choices(Month.parse("2021-03"))) == len(CHOICES)


def test_a_timeline_refuses_a_gap() -> None:
    timeline = Timeline([read_regime("groningen_2018"), read_regime("participatiewet_2026")])
    with pytest.raises(RegimeError) as refused:
        timeline.value("premie.geldt", Month.parse("2020-05"))
    assert str(refused.value) == (
        "No regime for 2020-05; groningen_2018 ended on 2018-12 and participatiewet_2026 starts on 2026-01."
    )


def test_a_timeline_refuses_regimes_that_overlap_or_none() -> None:
    with pytest.raises(RegimeError, match=r"In 2018-01 two regimes hold: amsterdam_2018 .* and participatiewet_2018"):
        Timeline([read_regime("amsterdam_2018"), read_regime("participatiewet_2018")])
    with pytest.raises(RegimeError, match="without regimes"):
        Timeline([])


def test_a_value_asked_as_another_type_is_our_mistake() -> None:
    chosen = read_part("earn_premium_experiment").value("premie.geldt", Month.parse("2019-01"))
    assert chosen.typed(bool) is True
    with pytest.raises(RuleError, match=r"premie.geldt was asked as int; it is bool"):
        chosen.typed(int)


def test_the_digest_follows_content_and_not_layout(folder: Folder) -> None:
    plain = folder.regime("[premie]\ngeldt = true\naandeel = 50\n").digest
    assert folder.regime("# words\n[premie]\naandeel = { waarde = 50.0 }\n\ngeldt = true\n").digest == plain
    assert folder.regime("[premie]\ngeldt = true\naandeel = 51\n").digest != plain
    assert folder.regime('[premie]\ngeldt = true\naandeel = { waarde = 50, bron = "krant" }\n').digest != plain
    one, two = read_regime("amsterdam_2018"), read_regime("amsterdam_2021")
    assert len({one.digest, two.digest, Timeline([one]).digest, Timeline([one, two]).digest}) == 4
