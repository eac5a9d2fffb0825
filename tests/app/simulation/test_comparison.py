# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same people with the same luck under several regimes: what differs is the regime's doing, and all says its origin."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.kernels import CACHE
from werkzaam.app.simulation.assumptions_page import choices_told, numbers_told
from werkzaam.app.simulation.comparison import Asked, Compared, check_asked, compare, span_of
from werkzaam.app.simulation.comparison_files import files_of, write_files
from werkzaam.app.simulation.comparison_json import choices_of
from werkzaam.app.simulation.lives import living, needed_paths, numbers_for_regimes, ruled
from werkzaam.app.simulation.living_places import on_this_machine
from werkzaam.app.simulation.own_choices import OwnChoice
from werkzaam.app.simulation.people_of_town import people_of_town
from werkzaam.app.simulation.premium_variants import parse_premium, with_premium
from werkzaam.app.simulation.prices import Prices
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.rules import rules_of
from werkzaam.simulation.assumption import Origin
from werkzaam.simulation.life import live
from werkzaam.simulation.measures import measure

SPAN = span_of(Month.of(2018, 1), 60)
HOUSEHOLDS, SEEDS = 400, (42, 43)


@cache
def compared() -> Compared:
    """Amsterdam during the experiment, the same premium laid over it again, and the law of 2027; two seeds."""
    facts = read_facts()
    rules = ruled(["amsterdam_2018", "participatiewet_2027"], SPAN, facts)
    rules.append(with_premium(rules[0], parse_premium("50/200"), facts))
    asked = Asked(tuple(rules), SPAN, HOUSEHOLDS, SEEDS, numbers_for_regimes())
    return compare(asked, facts, CACHE)


def test_the_same_rule_twice_differs_in_nothing() -> None:
    done = compared()
    same = done.lived[2].values
    assert same == done.lived[0].values
    assert done.difference(2, "income").high == 0


def test_work_is_the_same_under_every_rule_and_money_is_not() -> None:
    done = compared()
    for at in range(2):
        law, amsterdam = done.lived[1].sums[at].monthly, done.lived[0].sums[at].monthly
        assert (law["works"] == amsterdam["works"]).all()
        assert (law["wages"] == amsterdam["wages"]).all()
        assert (law["income"] != amsterdam["income"]).any()


def test_other_seeds_are_other_luck() -> None:
    one, other = compared().lived[0].sums
    assert (one.monthly["wages"] != other.monthly["wages"]).any()


def test_premium_is_paid_where_there_is_one() -> None:
    done = compared()
    assert done.spread(1, "premium_built").mean == 0
    assert 0 < (done.spread(0, "premium_built").mean or 0) <= 20_000
    times = done.lived[0].sums[0].monthly["premium"].reshape(5, 12).sum(axis=0)
    assert np.flatnonzero(times).tolist() == [6, 11], "July and December"


def test_two_halves_of_a_town_add_up_to_the_whole() -> None:
    asked, facts = compared().asked, read_facts()
    one = living(asked.rules[0], SPAN, asked.given, facts, CACHE)
    making, lived = people_of_town(2_000, 7, asked.given), list[int]()
    found = on_this_machine(one, 2_000, 7, asked.given, lived.append)
    halves = [making(start, start + 1_000) for start in (0, 1_000)]
    first, second = (measure(some, live(some, one.world, 7), 60) for some in halves)
    assert sum(lived) == 2_000 * 60
    parts = first + second
    assert {name: column.tolist() for name, column in parts.monthly.items()} == {
        name: column.tolist() for name, column in found.monthly.items()}  # fmt: skip
    assert {name: column.tolist() for name, column in parts.times.items()} == {
        name: column.tolist() for name, column in found.times.items()}  # fmt: skip


@pytest.mark.requirement("R-239")
def test_every_number_of_a_run_says_its_row_or_its_range_and_reason() -> None:
    done = compared()
    told = numbers_told(done.read, "nl") + numbers_told(done.read, "en")
    assert {one.origin for one in told} == set(Origin)
    for one in told:
        if one.origin is Origin.ASSUMED:
            assert all((one.low, one.high, one.why)), one
        else:
            assert one.rests_on, one
    for lived in done.lived:
        choices = choices_of(done, lived.living, "en")
        assert choices, "What a regime chose is told too."
        assert [one for one in choices if not one.complete] == []
    page = files_of(done, "en")["numbers.md"]
    assert [one.name for one in numbers_told(done.read, "en") if f"`{one.name}`" not in page] == []


def test_what_was_read_is_told_and_nothing_else() -> None:
    """Taking a number away that was told stops the run; one that was not told may go."""
    done, facts = compared(), read_facts()
    given = numbers_for_regimes()
    left_out = set(given.given) - set(done.read.given)
    assert left_out, "Numbers of other parts of guidance are not read."
    less = replace(given, given={name: one for name, one in given.given.items() if name not in left_out})
    again = compare(replace(done.asked, rules=done.asked.rules[:1], given=less, seeds=SEEDS[:1]), facts, CACHE)
    assert again.lived[0].values["income"][0] == done.lived[0].values["income"][0]


def test_what_was_filled_in_is_told_with_its_value() -> None:
    done = compared()
    own = OwnChoice(None, "premie.eenmalig_bedrag", 50_000, "Zelf.", "Own.", "own.toml")
    first = done.lived[0]
    filled = replace(first.living, ruled=replace(first.living.ruled, own=(own,)))
    text = files_of(replace(done, lived=(replace(first, living=filled), *done.lived[1:])), "en")["comparison.txt"]
    assert "Filled in: premie.eenmalig_bedrag = 500.00 euro." in " ".join(text.split())


def test_an_exit_premium_is_paid_to_who_leaves_for_work() -> None:
    """The same people; whoever leaves for work gets it once, so no more is paid than 300 euros for each who leaves."""
    facts = read_facts()
    base = ruled(["amsterdam_2018"], SPAN, facts)[0]
    rules = [with_premium(base, parse_premium(f"50/200{more}"), facts) for more in ("", ",exit=300")]
    asked = Asked(tuple(rules), SPAN, 1_000, (42,), numbers_for_regimes())
    plain, leaving = (one.sums[0] for one in compare(asked, facts, CACHE).lived)
    more = leaving.total("premium") - plain.total("premium")
    assert leaving.total("left_work") == plain.total("left_work") > 0
    assert 0 < more <= 30_000 * plain.total("left_work")
    assert more >= 30_000 * plain.total("left_work") * 6 // 10, "Most of who leave still have wages the month after."


def test_choices_are_told_at_the_law_date() -> None:
    one = compared().asked.rules[1]
    told = {each.name: each for each in choices_told(one, needed_paths(rules_of(one.law)), SPAN, "nl")}
    assert told["vrijlating.uniform"].value == "true"
    assert told["vrijlating.uniform_verlenging"].origin is Origin.ASSUMED


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_text_says_what_was_lived_and_how(lang: str) -> None:
    text = files_of(compared(), lang)["comparison.txt"]
    pinned = {"nl": "de keuzes van januari 2027 en de bedragen van de maand zelf",
              "en": "the choices of January 2027 and the amounts of each month itself"}[lang]  # fmt: skip
    assert pinned in " ".join(text.split())
    assert "synthetisch" in text.lower()
    assert "signific" not in text.lower()
    assert max(map(len, text.splitlines())) <= 100


def test_without_prices_cost_is_a_missing_parameter_in_every_form() -> None:
    files = files_of(compared(), "en")
    assert "missing_parameter: price.gesprek, price.correctie" in files["comparison.txt"]
    assert {one["cost"]["status"] for one in json.loads(files["comparison.json"])["regimes"]} == {"missing_parameter"}


def test_cost_with_prices_is_contacts_and_corrections() -> None:
    done = compared()
    prices = Prices({"gesprek": 5_000, "correctie": 1_000}, {"gesprek": "", "correctie": ""})
    priced = replace(done, asked=replace(done.asked, prices=prices))
    sums = done.lived[0].sums
    by_hand = [Fraction(5_000 * one.total("contacts") + 1_000 * one.total("corrected"), 60 * HOUSEHOLDS) for one in sums]
    assert priced.cost(0)[0].mean == pytest.approx(float(sum(by_hand) / 2))


def test_pictures_are_well_formed_and_stand_beside_their_table() -> None:
    files = files_of(compared(), "nl")
    drawn = [name for name in files if name.endswith(".svg")]
    assert sorted(drawn) == ["below.svg", "differences.svg", "income.svg", "on.svg", "works.svg"]
    for name in drawn:
        root = ElementTree.fromstring(files[name])
        assert root.find("{http://www.w3.org/2000/svg}desc") is not None
        assert files[name.replace(".svg", ".csv")].startswith("herkomst,")
    assert all(line.startswith("synthetisch / synthetic,") for line in files["on.csv"].splitlines()[1:])


def test_a_table_has_the_numbers_of_its_picture() -> None:
    done = compared()
    row = files_of(done, "en")["on.csv"].splitlines()[60].split(",")
    ends = [Fraction(int(one.monthly["on"][-1]) * 100, HOUSEHOLDS) for one in done.lived[0].sums]
    assert float(row[2]) == pytest.approx(float(sum(ends) / 2), abs=1e-6)


@pytest.mark.requirement("R-251")
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Seed 42 lived twice: text, JSON, tables and pictures."""
    facts = read_facts()
    rules = ruled(["amsterdam_2018"], SPAN, facts)
    rules.append(with_premium(rules[0], parse_premium("50/200"), facts))
    asked = Asked(tuple(rules), SPAN, HOUSEHOLDS, (42,), numbers_for_regimes())
    for folder in ("one", "two"):
        write_files(compare(asked, facts, CACHE), "nl", tmp_path / folder)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()} for folder in ("one", "two"))
    assert one == two
    assert {Path(name).suffix for name in one} == {".txt", ".json", ".csv", ".svg", ".md"}


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="something stands there already"):
        write_files(compared(), "nl", tmp_path / "taken")
    (tmp_path / "file").write_text("a file")
    with pytest.raises(InputError, match="cannot be written"):
        write_files(compared(), "nl", tmp_path / "file" / "below")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [((0, 10, 7, 1), "--months: 1 to 120 months were expected; found 0"), ((60, 0, 7, 1), "--population: .* found 0"),
     ((60, -5, 7, 1), "--population: .* found -5"), ((60, 10, -1, 1), "A seed is a whole number"),
     ((60, 10, 7.5, 1), "A seed is a whole number .* found 7.5"), ((60, 10, 7, 0), "--seeds: .* found 0")],
)  # fmt: skip
def test_what_cannot_be_simulated_is_refused(asked: tuple[int, int, object, int], told: str) -> None:
    with pytest.raises(InputError, match=told):
        check_asked(*asked)
