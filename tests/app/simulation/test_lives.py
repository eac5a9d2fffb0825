# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which law a regime is lived by, what it must state, and what somebody may fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from werkzaam.app.simulation.lives import (
    Ruled,
    needed_paths,
    numbers_for_regimes,
    refuse_unstated,
    ruled,
    way_of,
    with_method,
)
from werkzaam.app.simulation.own_choices import read_choices
from werkzaam.app.simulation.own_numbers import refuse_impossible
from werkzaam.core.errors import InputError, UnknownName, WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.facts.read import read_facts
from werkzaam.regime.model import CHOICES
from werkzaam.rules import rules_of
from werkzaam.simulation.assumption import MissingParameter
from werkzaam.simulation.reckon import Way
from werkzaam.simulation.world import like

FIVE_YEARS = Span.parse("2018-01", "2022-12")
GRONINGEN = """
[[choice]]
regime = "groningen_werkpremie"
path = "premie.eenmalig_bedrag"
value = "500.00"
why_nl = "Zelf gekozen."
why_en = "Our own choice."

[[choice]]
path = "premie.eenmalig_na_maanden"
value = 6
why_nl = "Zelf gekozen."
why_en = "Our own choice."
"""


def of(*names: str, span: Span = FIVE_YEARS, own: Path | None = None) -> list[Ruled]:
    return ruled(names, span, read_facts(), [] if own is None else read_choices(own))


def write(folder: Path, text: str) -> Path:
    file = folder / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "law"),
    [("participatiewet_2018", None), ("amsterdam_2018+amsterdam_2021", None), ("amsterdam_2018", Month.of(2018, 1)),
     ("amsterdam_2021", Month.of(2021, 3)), ("participatiewet_2027", Month.of(2027, 1))],
)  # fmt: skip
def test_a_regime_outside_its_years_has_its_law_date_pinned(name: str, law: Month | None) -> None:
    assert of(name)[0].law == law


def test_a_regime_within_its_years_is_not_pinned() -> None:
    assert of("amsterdam_2018", span=Span.parse("2018-06", "2021-02"))[0].law is None
    assert of("amsterdam_2018", span=Span.parse("2018-06", "2021-03"))[0].law == Month.of(2018, 1)


def test_regimes_after_one_another_must_hold_in_every_month() -> None:
    with pytest.raises(InputError, match="no regime holds in 2021-03"):
        of("amsterdam_2018+participatiewet_2026")


def test_an_unknown_regime_comes_with_its_near_names() -> None:
    with pytest.raises(UnknownName, match=r"'amsterdam_2081'. Did you mean .*amsterdam_2018"):
        of("amsterdam_2081")


def test_a_regime_is_named_once() -> None:
    with pytest.raises(InputError, match="amsterdam_2018 is named twice"):
        of("amsterdam_2018", "amsterdam_2018")


def test_what_nobody_states_stops_the_run_with_every_name() -> None:
    rules = of("groningen_werkpremie", "amsterdam_2023_uitstroompremie", "amsterdam_2018")
    with pytest.raises(MissingParameter) as stopped:
        refuse_unstated(rules, FIVE_YEARS)
    assert stopped.value.names == (
        "regime.amsterdam_2023_uitstroompremie.premie.uitstroom_bedrag_lang",
        "regime.groningen_werkpremie.premie.eenmalig_bedrag", "regime.groningen_werkpremie.premie.eenmalig_na_maanden",
    )  # fmt: skip
    assert "Life under groningen_werkpremie, amsterdam_2023_uitstroompremie needs them" in str(stopped.value)
    assert "--assumptions FILE" in str(stopped.value)


def test_a_regime_of_guidance_alone_lacks_every_choice_that_the_rules_read() -> None:
    with pytest.raises(MissingParameter) as stopped:
        refuse_unstated(of("tilburg_perspectief"), FIVE_YEARS)
    assert len(stopped.value.names) > 40
    assert "regime.tilburg_perspectief.inkomsten.methode" in stopped.value.names
    assert not any("stadspas" in name for name in stopped.value.names)


def test_a_file_fills_in_what_is_not_stated(tmp_path: Path) -> None:
    one, other = of("groningen_werkpremie", "amsterdam_2018", own=write(tmp_path, GRONINGEN))
    refuse_unstated([one, other], FIVE_YEARS)
    assert [own.path for own in one.own] == ["premie.eenmalig_bedrag", "premie.eenmalig_na_maanden"]
    chosen = one.regime.value("premie.eenmalig_bedrag", Month.of(2023, 1))
    assert (chosen.value, chosen.assumed, chosen.why) == (50_000, True, "Our own choice.")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [('path = "premie.eenmalig_bedrag"', 'path = "premie.geldt"', "eenmalig|value"),
     ('"500.00"', '"-500.00"', "an amount is zero or more"),
     ('path = "premie.eenmalig_bedrag"', 'path = "premie.eenmalig"', "true or false was expected"),
     ('path = "premie.eenmalig_bedrag"', 'path = "premie.eenmalig_bedrg"', "Did you mean premie.eenmalig_bedrag"),
     ("[[choice]]", "[[choises]]", "choises"),
     ('why_en = "Our own choice."\n', "", "why_en")],
)  # fmt: skip
def test_a_choice_that_cannot_be_meant_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = GRONINGEN.replace(old, new, 1)
    with pytest.raises(WerkzaamError, match=told):
        read_choices(write(tmp_path, text))


def test_a_choice_that_a_regime_states_is_not_overridden(tmp_path: Path) -> None:
    text = GRONINGEN.replace("groningen_werkpremie", "amsterdam_2018").replace("premie.eenmalig_bedrag", "premie.maximum")
    with pytest.raises(InputError, match=r"amsterdam_2018 states premie\.maximum itself"):
        of("amsterdam_2018", own=write(tmp_path, text))


def test_one_way_to_set_wages_off_under_every_regime() -> None:
    rules = with_method(of("amsterdam_2018", "participatiewet_2027"), "schatting", FIVE_YEARS)
    assert [way_of(one, FIVE_YEARS) for one in rules] == [Way.PREVIOUS_SLIP] * 2
    assert [bool(one.own) for one in rules] == [False, True]
    with pytest.raises(InputError, match=r"--method: one of op_de_maand, .* found 'gokken'"):
        with_method(rules, "gokken", FIVE_YEARS)


def test_shares_that_do_not_add_up_to_everybody_are_refused() -> None:
    refuse_impossible(numbers_for_regimes())
    given = numbers_for_regimes().with_values({"labour.contracts": (250_000, 350_000, 350_000, 60_000)})
    with pytest.raises(InputError, match=r"labour.contracts: shares .* add up to 1000000 .* together 1010000"):
        refuse_impossible(given)


def test_a_number_that_no_life_reads_is_refused_with_near_names(tmp_path: Path) -> None:
    text = '[[number]]\nname = "labour.limted"\nvalues = [900]\nlow = 0\nhigh = 2400\nwhy_nl = "x"\nwhy_en = "x"\n'
    with pytest.raises(UnknownName, match=r"'labour.limted'. Did you mean labour.limited"):
        numbers_for_regimes(write(tmp_path, text))
    assert numbers_for_regimes(write(tmp_path, text.replace("limted", "limited"))).number("labour.limited") == 900


def test_a_number_outside_its_own_range_is_refused(tmp_path: Path) -> None:
    text = '[[number]]\nname = "labour.limited"\nvalues = [9000]\nlow = 0\nhigh = 2400\nwhy_nl = "x"\nwhy_en = "x"\n'
    with pytest.raises(InputError, match=r"labour.limited is \[9000\]; 0 to 2400 was expected"):
        numbers_for_regimes(write(tmp_path, text))


def test_guidance_of_unknown_effect_is_like_a_known_one_unless_that_is_switched_off() -> None:
    given = numbers_for_regimes()
    assert like(given, "til_experiment") == "ams_comparison"
    assert like(given, "ams_self_direction") == "ams_self_direction"
    with pytest.raises(MissingParameter, match=r"behaviour.til_experiment.finding"):
        like(given.without("behaviour.unknown_part_like"), "til_experiment")


def test_every_choice_is_needed_but_those_that_no_rule_reads() -> None:
    unread = set(CHOICES) - needed_paths(rules_of(None)) - needed_paths(rules_of(Month.of(2027, 1)))
    assert "inkomsten.methode" not in unread
    assert {path for path in unread if not path.startswith("inkomsten.")} == {
        "stadspas.geldt", "stadspas.uitloop_maanden", "vrijlating.eigen_grondslag"}  # fmt: skip
