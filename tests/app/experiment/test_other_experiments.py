# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment of another shape, from the page that tells of it: registers only, one small arm, no strata, amounts of money."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.app.experiment.a_draw import ROUND, SECRET, signed
from werkzaam.app.experiment.design_file import read_design
from werkzaam.cli.main import main
from werkzaam.core.errors import InputError

DOCS = Path(__file__).parents[3] / "docs"
BLOCK = re.compile(r"^```toml\n(.*?)^```", re.DOTALL | re.MULTILINE)
DESIGN, REGIME = BLOCK.findall((DOCS / "how-to/other-shapes-of-experiment.md").read_text(encoding="utf-8"))
PEOPLE = 400


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the design, its regime and a town; the beacon's signature is checked elsewhere."""
    town = BLOCK.findall((DOCS / "tutorial/an-experiment.md").read_text(encoding="utf-8"))[0]
    for name, text in (("registers.toml", DESIGN), ("proef_basisinkomen.toml", REGIME), ("town.toml", town)):
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WERKZAAM_DATABASE", f"sqlite:///{tmp_path}/experiment.db")
    monkeypatch.setenv("WERKZAAM_TOWN", "town.toml")
    monkeypatch.setattr("werkzaam.experiment.lottery.signature.holds", signed)
    return tmp_path


def run(command: str, at: str) -> tuple[int, str]:
    """One command on the design at a moment, with what it printed."""
    out = StringIO()
    with redirect_stdout(out):
        code = main([*f"experiment {command}".split(), "--by", "m.bakker", "--at", at])
    return code, out.getvalue()


def fine(command: str, at: str) -> str:
    code, told = run(command, at)
    assert code == 0, command
    return told


def drawn(place: Path) -> dict[str, int]:
    """Enrol, promise, reveal and draw; the totals of the arms."""
    rows = "".join(f"{300_000_000 + at};2017-12-01;2015-01-01..;2017-11-05;{('woman', 'man')[at % 2]}\n" for at in range(PEOPLE))
    place.joinpath("roster.csv").write_text(f"number;applied;benefit;informed_letter;sex\n{rows}", encoding="utf-8")
    place.joinpath("secret").write_text(SECRET.hex(), encoding="ascii")
    place.joinpath("round.json").write_text(json.dumps({"round": ROUND.round, "signature": ROUND.signature.hex()}))
    assert main(["new-ledger", "--at", "2023-09-01T08:00:00Z"]) == 0
    assert main(["experiment", "key", "k"]) == 0
    fine("enrol registers.toml roster.csv --key k", "2023-09-02T09:00:00Z")
    assert f"{PEOPLE} taken      0 interviewed  everybody" in fine("select registers.toml", "2023-09-02T09:00:00Z")
    secret = hashlib.sha256(SECRET).hexdigest()
    fine(f"commit registers.toml --secret-hash {secret} --draw-at 2023-09-15T11:00:03Z", "2023-09-14T10:00:00Z")
    fine("reveal registers.toml secret", "2023-09-15T10:30:00Z")
    totals = json.loads(fine("draw registers.toml --beacon round.json", "2023-09-15T12:00:00Z"))["totals"]
    return dict(totals)


def test_one_small_arm_with_registers_only_goes_from_roster_to_report(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert drawn(place) == {"basic_income": PEOPLE // 10, "control": PEOPLE * 9 // 10}
    fine("lock registers.toml --redraws 199", "2023-09-16T09:00:00Z")
    rows = [f"{300_000_000 + at};earnings;2020-12;{100_000 * (at % 3)}\n{300_000_000 + at};debt;2018-12;{at % 2}\n"
            for at in range(PEOPLE)]  # fmt: skip
    place.joinpath("values.csv").write_text(f"number;variable;month;value\n{''.join(rows)}", encoding="utf-8")
    fine("register registers.toml values.csv --until 2023-09-01 --key k", "2023-09-17T09:00:00Z")
    assert "has no waves" in fine("wave status registers.toml", "2023-09-17T09:00:00Z")
    code, _ = run("analyse registers.toml --redraws 199", "2023-09-18T09:00:00Z")
    assert code == 2
    assert "basic_income is the only arm with 1 of 10 slots" in capsys.readouterr().err
    fine("analyse registers.toml --unmask A --and B", "2023-09-18T10:00:00Z")
    fine("report registers.toml --redraws 199 --lang en --out report.html", "2023-09-18T11:00:00Z")
    report = re.sub(r"<[^>]+>", "|", place.joinpath("report.html").read_text("utf-8"))
    said = next(line for line in report.split("|") if line.startswith("Wages in the month: "))
    assert "between Basic income and Regular benefit" in said
    assert re.search(r"difference that could be found: \d+(\.\d)? euros\.", said), "cents are read, and euros printed"
    assert "A and B opened the arms, on 2023-09-18" in report.replace("&#x27;", "'")
    assert "There are no interviews: everything comes from registers." in report
    assert re.search(r"Payments overdue \(here somebody can be worse off\)\|+\d+(\.\d)?% \(n 40\)", report)
    assert "Drop-out:" not in report
    assert "Corona: the pandemic came during the trial" in report, "wages are read in December 2020"


OFFICES = '[strata]\nvariables = ["sex"]\nsmallest = 4\ncluster = "office"\n\n[[variable]]'
WRONG = [
    ("[[variable]]", OFFICES, "people are drawn one by one"),
    ("version = 1", 'version = 1\nunit = "klantmanager"', "people are drawn one by one"),
    ('month = "2020-12"', 'month = "2020-10"', "no [[outcome]] of the register in 2020-12 or later"),
    ('died = "missing"', 'died = "composite"', "died counts as the worst outcome (composite), and only a share"),
]


@pytest.mark.parametrize(("old", "new", "told"), WRONG)
def test_what_a_design_of_another_shape_cannot_be_is_refused(place: Path, old: str, new: str, told: str) -> None:
    path = place / "registers.toml"
    path.write_text(DESIGN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_design(path)
    assert told in str(refused.value)
