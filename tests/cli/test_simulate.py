# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam simulate` compares regimes, and says on stderr what cannot be meant."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.app.test_walkthroughs import blocks
from tests.house.tree import ROOT
from tests.kernels import CACHE
from werkzaam.app.simulation.lives import numbers_for_regimes
from werkzaam.app.simulation.own_choices import read_choices
from werkzaam.app.simulation.prices import read_prices
from werkzaam.cli import simulate
from werkzaam.cli.main import main
from werkzaam.cli.options import Commands

HOW_TO = ROOT / "docs/how-to/simulate-regimes.md"
FEW = ("--population", "300", "--seed", "42")
SENTENCE = re.compile(
    r"\[(\d)\] amsterdam_2018_buiten_experiment, (\d+/\d+): The city pays ([\d,]+) euros of premium a year to 300 households, "
    r"([\d.]+) euros a household and month\. Who works beside bijstand builds up ([\d.]+) euros"
)
OWN = """
[[number]]
name = "labour.limited"
values = [900]
unit = "minutes"
low = 0
high = 2400
why_nl = "Zelf gekozen."
why_en = "Our own choice."
"""


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))


@pytest.mark.requirement("R-243")
def test_two_premiums_on_the_same_people_show_their_cost_and_gain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--premium", "50/200", "--premium", "30/217", *FEW, "--lang", "en"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    found = SENTENCE.findall(told)
    assert [(number, asked) for number, asked, *_ in found] == [("2", "50/200"), ("3", "30/217")]
    for _, asked, year, month, gain in found:
        assert int(year.replace(",", "")) == pytest.approx(float(month) * 12 * 300, abs=20)
        assert 0 < float(gain) <= float(asked.split("/")[1])


def test_json_has_every_number_with_its_difference(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--regimes", "amsterdam_2018", "participatiewet_2027", *FEW, "--seeds", "2", "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    first, second = done["regimes"]
    assert (first["law"], second["law"], done["seeds"]) == ("2018-01", "2027-01", [42, 43])
    assert first["numbers"]["works"]["difference"] is None
    assert second["numbers"]["works"]["difference"]["mean"] == 0
    assert second["numbers"]["premium_built"]["mean"] == 0
    assert second["numbers"]["income"]["low"] < second["numbers"]["income"]["mean"] < second["numbers"]["income"]["high"]


def test_a_folder_and_own_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, prices, out = tmp_path / "own.toml", tmp_path / "prices.csv", tmp_path / "out"
    own.write_text(OWN, encoding="utf-8")
    prices.write_text("wat,bedrag\ngesprek,45\ncorrectie,20\n", encoding="utf-8")
    asked = ["simulate", "--regimes", "amsterdam_2018", *FEW, "--assumptions", str(own), "--without", "labour.late",
             "--prices", str(prices), "--cost", "--out", str(out)]  # fmt: skip
    assert main(asked) == 0
    told = capsys.readouterr()
    assert "Uitgezet met --without: labour.late." in told.out
    assert "gesprek 45,00, correctie 20,00" in told.out
    assert "files:" in told.err
    assert "| `labour.limited` | 900 minutes |  | 0 - 2400 | Zelf gekozen. |" in (out / "numbers.md").read_text(encoding="utf-8")
    assert (out / "comparison.txt").read_text(encoding="utf-8") == told.out


@pytest.mark.requirement("R-250")
def test_asking_the_cost_without_prices_is_a_missing_parameter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--regimes", "amsterdam_2018", *FEW, "--cost"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "missing_parameter: price.correctie, price.gesprek" in told.err


@pytest.mark.parametrize(
    ("more", "told"),
    [(["--regimes", "amsterdam_2018", "--seed", "7.5"], "argument --seed: a whole number was expected; found '7.5'"),
     (["--regimes", "amsterdam_2018", "--seed", "-1"], "A seed is a whole number from 0"),
     (["--regimes", "amsterdam_2018", "--population", "-5"], "--population: 1 to 10000000 households were expected; found -5"),
     (["--regimes", "amsterdam_2018", "--months", "0"], "--months: 1 to 120 months were expected; found 0"),
     (["--regimes", "amsterdam_2081"], "No regime is called 'amsterdam_2081'. Did you mean"),
     (["--regimes", "tilburg_perspectief"], "missing_parameter: regime.tilburg_perspectief."),
     (["--regimes", "amsterdam_2018", "--premium", "50"], "a share and a most a month were expected"),
     (["--regimes", "amsterdam_2018", "--without", "labour.limted"], "'labour.limted'. Did you mean labour.limited"),
     (["--regimes", "amsterdam_2018", "--without", "leaving.back"], "leaving.back cannot be switched off"),
     ([], "--regimes: at least one regime was expected, or a --premium"),
     (["--regimes", "amsterdam_2018", "--start", "next year"], "next year"),
     (["--regimes", "participatiewet_2026", "--start", "2026-07", "--months", "7"], "to 2026-12; 2026-07 to 2027-01 was asked"),
     (["--regimes", "participatiewet_2018", "--start", "2017-12", "--months", "7"], "known from 2018-01 to 2026-12; 2017-12 to")],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(more: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", *more]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""


def test_bad_prices_and_impossible_shares_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prices, own = tmp_path / "prices.csv", tmp_path / "own.toml"
    prices.write_text("wat,bedrag\ngesprek,-45\n", encoding="utf-8")
    assert main(["simulate", "--regimes", "amsterdam_2018", *FEW, "--prices", str(prices)]) == 2
    assert "an amount of zero or more was expected; found '-45'" in capsys.readouterr().err
    own.write_text(
        OWN.replace("labour.limited", "labour.periods").replace("[900]", "[900, 50, 50]").replace("minutes", "per_million"),
        encoding="utf-8",
    )
    assert main(["simulate", "--regimes", "amsterdam_2018", *FEW, "--assumptions", str(own)]) == 2
    assert "labour.periods: shares of at least 0 that add up to 1000000 were expected" in capsys.readouterr().err
    own.write_text(
        OWN.replace("labour.limited", "people.population.sex").replace("[900]", "[49, 60]").replace("minutes", "percent"),
        encoding="utf-8",
    )
    assert main(["simulate", "--regimes", "amsterdam_2018", *FEW, "--assumptions", str(own)]) == 2
    assert "people.population.sex: percentages of at least 0 that add up to 100" in capsys.readouterr().err


def test_a_study_is_a_command_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def add(studies: Commands) -> None:
        studies.add_parser("settlement").set_defaults(run=lambda arguments: 7)

    monkeypatch.setattr(simulate, "STUDIES", (SimpleNamespace(add=add),))
    assert main(["simulate", "settlement"]) == 7
    assert main(["simulate"]) == 2


@pytest.mark.parametrize("at", [0, 1], ids=["regimes", "premiums"])
def test_the_how_to_runs_and_its_text_is_printed(at: int, capsys: pytest.CaptureFixture[str]) -> None:
    """With fewer people than the page, of whom no number stands in it."""
    page = HOW_TO.read_text(encoding="utf-8")
    asked = [shlex.split(line)[1:] for line in page.splitlines() if line.startswith("werkzaam ")]
    assert len(asked) == 2
    assert main([*asked[at], "--population", "100", "--seeds", "1"]) == 0
    printed = capsys.readouterr().out
    if at == 0:
        assert [block for block in blocks(page, "text") if block not in printed] == []


def test_the_file_of_the_how_to_can_be_read(tmp_path: Path) -> None:
    """Its own number and choice, and its prices."""
    written = HOW_TO.read_text(encoding="utf-8").split("```")[1::2]
    toml, prices = (next(block for block in written if start in block).lstrip() for start in ("[[number]]", "wat,bedrag"))
    (tmp_path / "own.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "prices.csv").write_text(prices, encoding="utf-8")
    assert numbers_for_regimes(tmp_path / "own.toml").number("leaving.for_work") == 90_000
    assert [one.path for one in read_choices(tmp_path / "own.toml")] == ["premie.eenmalig_bedrag"]
    assert read_prices(tmp_path / "prices.csv").cents == {"gesprek": 4_500, "correctie": 2_000}
