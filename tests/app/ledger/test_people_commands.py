# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands about people at the edges, on the example household: they do what they print."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, HOUSEHOLD, NORM, Counter
from tests.house.tree import ROOT
from werkzaam.app.ledger.record import record_households
from werkzaam.cli.main import main
from werkzaam.store.accounts import account_requests
from werkzaam.store.database import Database

LEAVES = """nummer = 1001
[[afspraak]]
soort = "einde_bijstand"
tot = 2026-01-31
[[toestemming]]
van = 2026-02-01
tot = 2026-12-31
"""
PARTNER = """nummer = 1001
[[persoon]]
nummer = 5099
naam = "Pim"
geboortedatum = 1986-02-01
"""
ADMINISTRATOR = """
[[vertegenwoordiger]]
rol = "bewindvoerder"
naam = "M. de Boer"
mag = "handelen"
van = 2026-01-01
"""


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger in which January 2026 of the example household was decided; M. de Boer holds her money."""
    for file in (ROOT / "src/werkzaam/app/examples/ledger").iterdir():
        shutil.copy(file, tmp_path)
    with Path(tmp_path, "marieke.toml").open("a", encoding="utf-8") as file:
        file.write(ADMINISTRATOR)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WERKZAAM_DATABASE", raising=False)
    monkeypatch.delenv("WERKZAAM_TOWN", raising=False)
    assert main(["new-ledger"]) == 0
    done("record", "household", "marieke.toml", at="2026-02-16")
    done("approve", "1001", "--account", "--reason", "seen", at="2026-02-16", by="s.yilmaz")
    done("run", "2026-01", at="2026-02-18")
    return tmp_path


def done(*asked: str, at: str, by: str = "m.bakker") -> None:
    assert main([*asked, "--by", by, "--at", f"{at}T09:00:00Z"]) == 0


def test_an_error_is_put_right_and_paid_today(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done("put-right", "1001", at="2026-02-19")
    row = next(line.split()[0] for line in capsys.readouterr().out.splitlines() if " wage: " in line)
    assert main(["put-right", "1001", row, "--by", "m.bakker", "--at", "2026-02-19T09:00:00Z"]) == 2
    done("put-right", "1001", row, "--reason", "A slip of somebody else", at="2026-02-19")
    done("run", "2026-01", at="2026-02-19")
    asked = ("emergency", "1001", "2026-01", "--out", "now.xml", "--statement", "statement.pdf", "--lang", "en")
    done(*asked, at="2026-02-19")
    assert "got € 285.00 too little for January 2026 by our error" in capsys.readouterr().out
    assert Path(example, "statement.pdf").read_bytes().startswith(b"%PDF")
    assert b"285.00" in Path(example, "now.xml").read_bytes()


def test_a_letter_comes_with_its_copy(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done("letter", "1001/2026-01/1", "--out", "january.pdf", at="2026-02-18")
    assert "send both" in capsys.readouterr().out
    both = [Path(example, name).read_bytes() for name in ("january.pdf", "january-copy.pdf")]
    assert both[0] != both[1]


def test_who_left_is_offered_what_they_could_get_and_comes_back(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(example, "leaves.toml").write_text(LEAVES, encoding="utf-8")
    done("record", "arrangement", "leaves.toml", at="2026-02-20")
    done("unclaimed", "2026-02", "--lang", "en", at="2026-03-20")
    assert "There is nobody to offer anything." in capsys.readouterr().out
    done("restart", "1001", "2026-03", "--lang", "en", at="2026-03-20")
    assert "Bijstand lasted until and including January 2026." in capsys.readouterr().out
    done("restart", "1001", "2026-03", "--confirmed", "--lang", "en", at="2026-03-20")
    assert "Bijstand goes on from March 2026." in capsys.readouterr().out
    done("run", "2026-03", "--lang", "en", at="2026-03-21")
    assert "Decided for the first time (months: 1)" in capsys.readouterr().out


def test_a_partner_is_recorded_and_the_buffer_is_refused_before_2027(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = PARTNER + '[[wijziging]]\nvan = 2026-02-01\nerbij = "Pim"\nleefvorm = "gehuwden"\n'
    Path(example, "change.toml").write_text(change, encoding="utf-8")
    done("record", "change", "change.toml", at="2026-02-20")
    assert "Recorded 1 new, of 1 households" in capsys.readouterr().out
    done("record", "change", "change.toml", at="2026-02-20")
    assert "Nothing new" in capsys.readouterr().out
    assert main(["buffer", "1001", "2026-01", "--at", "2026-02-20T09:00:00Z"]) == 2
    assert "2026-01 has no buffer budget: article 34b Participatiewet" in capsys.readouterr().err


def test_what_is_personal_goes_in_a_new_ledger(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(example, "leaves.toml").write_text(LEAVES.split("[[toestemming]]")[0], encoding="utf-8")
    done("record", "arrangement", "leaves.toml", at="2026-02-20")
    done("pay", "2026-01", "--out", "pay.xml", at="2026-02-21")
    with Path(example, "town.toml").open("a", encoding="utf-8") as town:
        town.write("\nbewaartermijn_jaren = 5\n")
    capsys.readouterr()
    done("expire", "--dry-run", at="2031-02-20")
    assert "1001  ended 2026-02-20  kept until 2031-02-20  is kept" in capsys.readouterr().out
    assert main(["expire", "--at", "2031-02-21T09:00:00Z"]) == 2
    assert "--into" in capsys.readouterr().err
    done("expire", "--into", "sqlite:///new.db", "--reason", "vijf jaar", at="2031-02-21")
    assert "without what is personal of 1 households (1001)" in capsys.readouterr().out
    done("verify", "--replay", "--database", "sqlite:///new.db", at="2031-02-22")
    assert "1 households, 0 things wrong." in capsys.readouterr().out
    assert b"Marieke" in Path(example, "werkzaam.db").read_bytes()
    assert b"Marieke" not in Path(example, "new.db").read_bytes()


def test_a_file_with_only_a_new_account_says_that_it_was_new(database: Database, tmp_path: Path) -> None:
    counter = Counter(database, tmp_path, "participatiewet_2026")
    counter.household("2026-01")
    text = HOUSEHOLD.format(first="2026-01", form="alleenstaande", holder="S. Jansen") + NORM
    account = '[[rekening]]\ntenaamstelling = "S. Jansen"\niban = "NL20INGB0001234567"\nvan = 2026-03-01\n\n'
    more = text.replace("[[rekening]]", f"{account}[[rekening]]")
    first = record_households(counter.at("2026-02-01"), [counter.file(text)])
    second = record_households(counter.at("2026-02-02"), [counter.file(more)])
    assert (first.new, first.changed) == (0, False)
    assert (second.new, second.already, second.households) == (1, first.already, {HOME})
    assert [one.iban for one in account_requests(database, counter.town.id, waiting=True)] == ["NL20INGB0001234567"]
