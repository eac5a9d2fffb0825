# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands about the office, on the example household: staff, contacts of a file, who looked, and an export by capacity."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.cli.main import main

OFFICE = """
[[medewerker]]
id = "j.visser"
naam = "Joke Visser"
team = "noord"
vanaf = 2026-01-01
"""
CONTACTS = """persoon;dag;kanaal;initiatief;soort;notitie
5001;2026-02-10;bezoek;inwoner;geld;bang voor de deurwaarder
"""


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example household in a ledger of its own."""
    for file in (ROOT / "src/werkzaam/app/examples/ledger").iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "office.toml").write_text(OFFICE, encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WERKZAAM_DATABASE", raising=False)
    monkeypatch.delenv("WERKZAAM_TOWN", raising=False)
    assert main(["new-ledger"]) == 0
    done("record", "household", "marieke.toml", at="2026-02-16")
    return tmp_path


def done(*asked: str, at: str = "2026-02-18", by: str = "teamleider", code: int = 0) -> None:
    assert main([*asked, "--by", by, "--at", f"{at}T09:00:00Z"]) == code


def test_staff_is_written_changed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    done("staff", "list")
    assert "Er is nog niemand vastgelegd" in capsys.readouterr().out
    done("staff", "record", "office.toml")
    assert "Vastgelegd: 1 nieuw, 0 stond er al." in capsys.readouterr().out
    done("staff", "away", "j.visser", "--from", "2026-02-18", "--to", "2026-02-20", "--lang", "en")
    assert "number 2: afwezig, j.visser, 2026-02-18 - 2026-02-20" in capsys.readouterr().out
    done("staff", "list")
    assert "Joke Visser, team noord, 100%: 0 klanten. Afwezig, terug op 21 februari 2026." in capsys.readouterr().out
    done("staff", "withdraw", "2", "--because", "was er gewoon")
    done("staff", "list", "--lang", "en")
    assert capsys.readouterr().out.endswith("Joke Visser, team noord, 100%: 0 clients\n")
    done("staff", "leaves", "j.visser", "--last", "2026-02-28")
    done("staff", "list", "--all")
    assert "nummer 4: uit_dienst, j.visser, 2026-02-28" in capsys.readouterr().out
    done("staff", "list", at="2026-03-01")
    assert capsys.readouterr().out.startswith("Op deze dag werkt hier niemand.")
    done("staff", "away", "j.visser", "--from", "morgen", "--to", "2026-02-20", code=2)
    assert "--from: a day was expected" in capsys.readouterr().err


def test_terms_say_which_of_them_are_an_assumption(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (example / "office.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[termijnen]]\nvanaf = 2026-01-01\nsignal_days = 4\n")
    done("staff", "record", "office.toml")
    done("staff", "terms")
    told = capsys.readouterr().out
    assert "signal_days: 4, zoals de gemeente koos" in told
    assert "silent_months: 12, een aanname" in told


def test_contacts_looks_and_an_export(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done("contacts", "contacts.csv", by="j.visser")
    assert "1 contacten vastgelegd, van 1 mensen. 0 stonden er al." in capsys.readouterr().out
    done("contacts", "contacts.csv", by="j.visser")
    assert "Er is niets nieuws: alle 1 contacten stonden er al." in capsys.readouterr().out
    done("export-dossiers", "h.jsonl", "5001", "--as", "handhaving", "--for", "melding", by="x")
    done("export-dossiers", "s.jsonl", "5001", "--as", "hulp", "--for", "overdracht", by="j.visser")
    assert (example / "h.jsonl").read_text(encoding="utf-8") == ""
    assert "deurwaarder" in (example / "s.jsonl").read_text(encoding="utf-8")
    capsys.readouterr()
    done("looks", "5001")
    assert capsys.readouterr().out == (
        "2026-02-18 09:00:00 UTC  x (handhaving): melding\n2026-02-18 09:00:00 UTC  j.visser (hulp): overdracht\n"
    )
    done("verify")
