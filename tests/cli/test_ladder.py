# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The how-to about inviting works as it is written: its own commands, from the first letter to the home visit."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.a_town import TOWN
from tests.cli.test_experiment_roster import TOWN as TOWN_FILE
from tests.house.tree import ROOT
from werkzaam.cli.main import main
from werkzaam.store.check import create_schema
from werkzaam.store.database import open_database

HOW_TO = (ROOT / "docs/how-to/invite-somebody.md").read_text(encoding="utf-8")
ABSENT = "werkzaam contact 7 --channel bezoek --initiator klantmanager --kind kennismaking --presence niet_gekomen"


def printed() -> list[str]:
    """The commands of the how-to, in their order."""
    blocks = re.findall(r"```\n(.*?)```", HOW_TO, re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]


@pytest.fixture
def office(tmp_path: Path) -> list[str]:
    """Where the commands work: a town with client 7."""
    database = open_database(url := f"sqlite:///{tmp_path / 'office.db'}")
    create_schema(database)
    Counter(database).open("2018-02-01", 7)
    database.close()
    (tmp_path / "town.toml").write_text(TOWN_FILE, encoding="utf-8")
    assert TOWN.id == "teststad"
    return ["--database", url, "--town", str(tmp_path / "town.toml"), "--by", "j.visser"]


def do(line: str, day: str, office: list[str]) -> int:
    return main([*shlex.split(line)[1:], *office, "--at", f"{day}T10:00:00Z"])


def test_the_how_to_runs_as_printed(office: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    guided, page, letter, invited, planned, visited = printed()
    again = invited.replace("vriendelijke_brief", "herhaling").replace("2018-03-12", "2018-03-26")
    assert [do(line, "2018-03-01", office) for line in (guided, page, letter, invited)] == [0, 0, 0, 0]
    said = capsys.readouterr().out
    assert "De eerste stap is: brief." in said
    assert "Wij horen graag hoe het met u gaat. Komt u langs?" in said
    assert do(again, "2018-03-02", office) == 2
    assert "Only an absence without notice after it" in capsys.readouterr().err
    assert [do(ABSENT, "2018-03-12", office), do(again, "2018-03-14", office), do(ABSENT, "2018-03-26", office)] == [0, 0, 0]
    assert [do(planned, "2018-04-02", office), do(visited, "2018-04-02", office)] == [0, 0]
    assert "U hoeft niet open te doen" in capsys.readouterr().out


def test_own_words_that_threaten_are_refused(office: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    do(printed()[0], "2018-03-01", office)
    assert do("werkzaam ladder 7 --own-words 'Anders volgt een boete.'", "2018-03-01", office) == 2
    assert "This letter is not sent: it says 'boete'" in capsys.readouterr().err


def test_rules_in_the_way_are_counted_for_a_year(office: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert do("werkzaam blocked note 7 --rule 'Pw 7:3' --wish scholing", "2018-03-01", office) == 0
    capsys.readouterr()
    assert do("werkzaam blocked-rules 2018", "2018-12-31", office) == 0
    assert "Pw 7:3" in capsys.readouterr().out
