# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Ways to settle wages on the same people: what each does, what it rests on, and what people do who hold back."""

from __future__ import annotations

import argparse
import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.kernels import CACHE
from tests.simulation.some_people import some_people
from werkzaam.app.simulation.settlement import (
    METHODS,
    Asked,
    Settled,
    asked,
    compiled_money,
    in_order,
    measured,
    most_taken,
    settle_all,
)
from werkzaam.app.simulation.settlement_picture import settlement_picture
from werkzaam.app.simulation.settlement_tally import GROUPS, MEASURES, Outcome
from werkzaam.app.simulation.settlement_text import (
    BEGIN,
    END,
    into_page,
    settlement_csv,
    settlement_json,
    settlement_markdown,
    settlement_text,
)
from werkzaam.cli import simulate_settlement
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.simulation.people import People

OWN = """
[[number]]
name = "{name}"
values = [{values}]
unit = "per_million"
low = 0
high = 1000000
why_nl = "Alle loonstroken op tijd."
why_en = "All payslips in time."
"""
ESTIMATE, AGREED = METHODS[2], METHODS[4]


def _some(question: Asked, seed: int) -> People:
    return some_people(question.households, seed)


@pytest.fixture(scope="module")
def done() -> Settled:
    """All ways, two seeds, a small town of the margins of Table 2."""
    return settle_all(asked(500, 60, 7, 2), CACHE)


def _each(done: Settled, name: str) -> dict[str, float]:
    return {method.name: float(measured(some, MEASURES[name]).mean) for method, some in in_order(done)}


def test_every_way_has_the_same_people_months_and_work(done: Settled) -> None:
    assert set(done.outcomes) == {one.name for one in METHODS}
    for name in ("people", "hours"):
        assert len(set(_each(done, name).values())) == 1, name
    for later in (False, True):  # The law of 2027 leaves more of the wage, so that fewer leave bijstand.
        assert len({some[0].months for method, some in in_order(done) if method.later is later}) == 1
    assert done.outcomes["achteraf"][0].people > 50


def test_what_each_way_is_known_for_is_seen(done: Settled) -> None:
    corrections, claims, buffer = _each(done, "corrections"), _each(done, "claims"), _each(done, "buffer")
    assert corrections["achteraf"] == corrections["wachten"] == claims["achteraf"] == claims["wachten"] == 0
    assert max(corrections["vast_bedrag"], corrections["op_de_maand"]) < corrections["schatting"] / 2
    assert [name for name, value in buffer.items() if value] == ["buffer_2027"]
    below = _each(done, "months_below")
    assert below["buffer_2027"] < below["schatting_2027"]
    assert below["op_de_maand"] < below["schatting"]
    deep = _each(done, "months_deep")
    assert deep["wachten"] == max(deep.values())


def test_groups_add_up_to_everybody(done: Settled) -> None:
    for outcome in done.outcomes["schatting"]:
        for names in (GROUPS[:5], GROUPS[5:]):
            assert sum(outcome.groups[name].months for name in names) == outcome.months
            assert sum(outcome.groups[name].below for name in names) == outcome.months_below
            assert sum(outcome.groups[name].cents for name in names) == outcome.shortage
        assert outcome.months_taken <= outcome.months_below
        assert outcome.tenth <= outcome.most <= outcome.shortage


def test_nobody_falls_below_by_settlement_when_wages_are_known_and_steady() -> None:
    question = asked(200, 60, 3, 1)
    contracts = ("fixed", "flexible", "on_call", "self_employed")
    calm = {f"labour.swing.{one}": (1000,) * 6 for one in contracts} | {"labour.late": (1_000_000, 0, 0, 0)}
    steady = replace(question, given=question.given.with_values(calm))
    (outcome,) = settle_all(steady, CACHE, METHODS[:1], _some).outcomes["op_de_maand"]
    assert outcome.people > 50
    assert (outcome.months_below, outcome.corrections, outcome.owed, outcome.unsettled) == (0, 0, 0, 0)
    assert outcome.change == outcome.right_change > 0


def _held_back(months: int) -> dict[str, Outcome]:
    question = asked(500, 60, 11, 1)
    given = question.given.with_values({"holding.months": months})
    found = settle_all(replace(question, given=given), CACHE, (ESTIMATE, AGREED), _some)
    return {name: some[0] for name, some in found.outcomes.items()}


@pytest.mark.requirement("R-242")
def test_a_fixed_amount_corrects_less_and_hours_are_not_lower_when_people_hold_back() -> None:
    avoiding = _held_back(6)
    estimate, agreed = avoiding["schatting"], avoiding["vast_bedrag"]
    assert agreed.corrections < estimate.corrections
    assert MEASURES["hours"](agreed) >= MEASURES["hours"](estimate)
    calm = _held_back(0)
    assert MEASURES["hours"](calm["schatting"]) > MEASURES["hours"](estimate)  # The assumption does something.


def test_holding_back_is_off_by_default() -> None:
    question = asked(500, 60, 11, 1)
    assert question.given.number("holding.months") == 0
    found = settle_all(question, CACHE, (ESTIMATE, AGREED), _some)
    assert len({(one[0].minutes, one[0].worked_months) for one in found.outcomes.values()}) == 1


def test_text_says_what_it_rests_on_in_both_languages(done: Settled) -> None:
    for lang, words in (("nl", ("AANGENOMEN", "GEPUBLICEERD", "rechtsdatum", "Synthetisch")),
                        ("en", ("ASSUMED", "PUBLISHED", "article 34b is law from 2027 only", "Synthetic"))):  # fmt: skip
        text = settlement_text(done, lang)
        assert all(word.lower() in " ".join(text.split()).lower() for word in words), lang
        assert "labour.late: 800000 120000 60000 20000" in text
        assert "people.participants" not in text
        assert max(map(len, text.splitlines())) <= 100
    assert settlement_markdown(done, "en").count("\n| ") == 3 * (len(METHODS) + 1)


def test_json_and_csv_hold_every_measure_of_every_way(done: Settled) -> None:
    found = json.loads(settlement_json(done))
    assert found["synthetic"] is True
    assert set(found["ways"]["buffer_2027"]["measures"]) == {*MEASURES, *(f"months_below.{name}" for name in GROUPS)}
    below = found["ways"]["schatting"]["measures"]["months_below"]
    assert below["low"] <= below["mean"] <= below["high"]
    rows = list(csv.reader(io.StringIO(settlement_csv(done))))
    assert len(rows) == 1 + len(METHODS) * 2 * (len(MEASURES) + len(GROUPS))
    assert {row[0] for row in rows[1:]} == {"synthetisch / synthetic"}


def test_tables_go_into_a_page_between_their_marks(done: Settled) -> None:
    page = into_page(f"# A\n\n{BEGIN}\nbefore this run\n{END}\n\nRest.\n", done, "en")
    assert page.startswith(f"# A\n\n{BEGIN}\n\nSynthetic")
    assert page.endswith(f"\n{END}\n\nRest.\n")
    assert "before this run" not in page
    assert into_page(page, done, "en") == page
    with pytest.raises(InputError, match="the tables go between them"):
        into_page("# A\n", done, "en")


def test_picture_is_the_same_every_time_and_names_every_way(done: Settled) -> None:
    picture = settlement_picture(done, "en")
    assert picture == settlement_picture(done, "en")
    assert picture.count("law of 2027") == 2
    assert "Months below the norm" in picture


def test_an_own_assumption_is_used_and_printed(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN.format(name="labour.late", values="1000000, 0, 0, 0"), encoding="utf-8")
    question = asked(100, 60, 7, 1, file)
    done = settle_all(question, CACHE, METHODS[:1], _some)
    assert done.outcomes["op_de_maand"][0].corrections == 0
    assert "labour.late: 1000000 0 0 0 (per_million). All payslips in time." in settlement_text(done, "en").replace("\n  ", " ")


def test_bad_questions_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--months: a whole number from 1 to"):
        asked(100, 0, 7, 1)
    with pytest.raises(InputError, match="A seed is a whole number"):
        asked(100, 12, -1, 1)
    file = tmp_path / "own.toml"
    file.write_text(OWN.format(name="labour.lucky", values="1"), encoding="utf-8")
    with pytest.raises(UnknownName, match=r"labour\.lucky"):
        asked(100, 12, 7, 1, file)


def test_command_prints_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    parser = argparse.ArgumentParser()
    simulate_settlement.add(parser.add_subparsers())
    svg, table = tmp_path / "a.svg", tmp_path / "a.csv"
    size = ["settlement", "--households", "120", "--months", "60", "--seeds", "1", "--lang", "en"]
    arguments = parser.parse_args([*size, "--svg", str(svg), "--csv", str(table)])
    arguments.run(arguments)
    assert "who falls below the norm?" in capsys.readouterr().out
    assert svg.read_text(encoding="utf-8").rstrip().endswith("</svg>")
    assert table.read_text(encoding="utf-8").startswith("data,way,seed,measure,value\n")


def test_a_page_that_is_not_there_is_refused_before_the_run(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    simulate_settlement.add(parser.add_subparsers())
    arguments = parser.parse_args(["settlement", "--page", str(tmp_path / "none.md")])
    with pytest.raises(InputError, match="the page cannot be read"):
        arguments.run(arguments)


def test_a_run_that_ends_before_march_2021_has_one_regime() -> None:
    question = asked(50, 12, 7, 1)
    compiled = compiled_money(question.span, CACHE, later=False)
    assert compiled.book.regime.at(Month.of(2018, 12)).id == "amsterdam_2018_buiten_experiment"
    assert most_taken(compiled) == 50
    assert len(list(compiled.span)) == 12
