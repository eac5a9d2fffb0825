# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of dossiers, typed as somebody at the counter types them, on the household that ships as an example."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.cli.main import main

MARIEKE = "5001"
STAFF = """\
[[medewerker]]
id = "j.visser"
naam = "Joke Visser (verzonnen)"
team = "zuid"
telefoon = "020 555 0101"
vanaf = 2019-01-01

[[medewerker]]
id = "n.noor"
naam = "Nadia Noor (verzonnen)"
team = "zuid"
telefoon = "020 555 0102"
vanaf = 2019-01-01

[[medewerker]]
id = "l.later"
naam = "Lena Later (verzonnen)"
team = "zuid"
vanaf = 2021-01-01

[[opgeleid]]
medewerker = "j.visser"
dag = 2019-01-15
cursus = "motiverende gespreksvoering"

[[opgeleid]]
medewerker = "n.noor"
dag = 2019-01-02
cursus = "motiverende gespreksvoering"
"""


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for file in (ROOT / "src/werkzaam/app/examples/ledger").iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WERKZAAM_DATABASE", raising=False)
    monkeypatch.delenv("WERKZAAM_TOWN", raising=False)
    (tmp_path / "staff.toml").write_text(STAFF, encoding="utf-8")
    assert main(["new-ledger"]) == 0
    done("record", "household", "marieke.toml", at="2020-02-03")
    done("staff", "record", "staff.toml", at="2020-02-03")
    return tmp_path


def done(*asked: str, at: str, by: str = "j.visser", code: int = 0) -> None:
    assert main([*asked, "--by", by, "--at", f"{at}T09:00:00Z"]) == code


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_a_client_is_handed_over_read_and_met(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done("handover", MARIEKE, "--to", "j.visser", "--from", "2020-02-04", "--because", "U bent nieuw bij ons.", at="2020-02-03")
    done("summary", "write", MARIEKE, "--text", "Wil graag bakken.", at="2020-02-04")
    handover = ["handover", MARIEKE, "--to", "n.noor", "--from", "2020-03-02", "--because", "Joke gaat met pensioen."]
    done(*handover, "--out", "bericht.txt", at="2020-02-20")
    out = printed(capsys)
    assert "Nadia Noor (verzonnen) is vanaf 2 maart 2020 de klantmanager" in out
    message = (example / "bericht.txt").read_text(encoding="utf-8")
    assert message.startswith("U krijgt een andere klantmanager\n\nBeste Marieke")
    done(*handover, "--lang", "en", at="2020-02-21")
    assert "This was written down already. Nothing was changed now. You get another case manager" in printed(capsys)
    done("summary", "read", MARIEKE, at="2020-03-02", by="n.noor")
    done("dossier", MARIEKE, "--as", "klant", at="2020-03-03")
    page = printed(capsys)
    assert "Nadia Noor (verzonnen), sinds 2 maart 2020. Te bereiken op 020 555 0102." in page
    assert "Nadia Noor (verzonnen) heeft de overdracht gelezen." in page


def test_goals_questions_and_referrals_go_from_the_command_to_the_lists(capsys: pytest.CaptureFixture[str]) -> None:
    goal = ["goal", "set", MARIEKE, "--area", "taal", "--step", "een proefles", "--pace", "rustig", "--owner", "klant"]
    done(*goal, "--as", "klant", at="2020-02-04")
    done("question", "ask", MARIEKE, "--text", "Wat staat er in deze brief?", "--as", "klant", at="2020-02-04")
    done("referral", "make", MARIEKE, "--organisation", "De Brug", "--person", "Mw. Bos", "--purpose", "koken", "--consent", "ja",
         at="2020-02-04")  # fmt: skip
    capsys.readouterr()
    done("goals", at="2020-02-05")
    done("questions", "--as", "teamleider", at="2020-02-05")
    done("referrals", "--from", "2020-01-01", "--to", "2020-12-31", "--lang", "en", at="2020-02-05")
    out = printed(capsys)
    assert "1 van 1 cliënten hebben een doel waar ze het mee eens zijn" in out
    assert f"2020-02-06 cliënt {MARIEKE}, nr." in out
    assert "1 referrals; 0 times the client came back: 0%. Of 1 nothing was heard yet." in out


def test_a_case_is_shared_without_the_person_or_not_at_all(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example / "casus.txt").write_text("Marieke wil bakken.", encoding="utf-8")
    done("peers", "share", MARIEKE, "casus.txt", at="2020-02-05")
    assert "[naam] wil bakken." in printed(capsys)
    (example / "casus.txt").write_text("Marieke wil met Samira bakken.", encoding="utf-8")
    done("peers", "share", MARIEKE, "casus.txt", at="2020-02-05", code=2)
    found = capsys.readouterr()
    assert found.out == ""
    assert "This may still point to somebody: Samira." in found.err
    done("peers", "share", MARIEKE, "nowhere.txt", at="2020-02-05", code=2)
    assert "The note cannot be read" in capsys.readouterr().err


def test_the_days_and_the_sentences_for_colleagues_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["peers", "days", "2020"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "2020-01-07"
    assert main(["own-view"]) == 0
    assert "8. Mensen rekenen vooral uit wat iets hun oplevert." in capsys.readouterr().out


@pytest.mark.parametrize(("asked", "said"), [
    (["handover", MARIEKE, "--to", "n.noor", "--from", "morgen", "--because", "x"], "--from: a day was expected"),
    (["referrals", "--from", "2020-02-01", "--to", "2020-01-01"], "--to: a day from 2020-02-01 on was expected"),
    (["dossier", "99"], "Person 99 of"),
])  # fmt: skip
def test_what_cannot_be_meant_is_refused(asked: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    done(*asked, at="2020-02-05", code=2)
    assert said in capsys.readouterr().err


@pytest.mark.requirement("R-126")
def test_who_had_no_course_in_two_years_is_listed_for_the_team_leader_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Nadia's course is two years ago on 2 January 2021, Joke's on the 15th; Lena began on the first and had none yet."""
    done("training", "--as", "teamleider", at="2021-01-10")
    out = printed(capsys)
    assert "Nadia Noor (verzonnen): laatst motiverende gespreksvoering, op 2 januari 2019." in out
    assert "Lena Later (verzonnen): er staat nog geen scholing." in out
    assert "Joke" not in out
    for day, listed in (("2021-01-01", False), ("2021-01-02", True)):
        done("training", "--as", "teamleider", at=day)
        assert ("Nadia" in printed(capsys)) is listed
    done("training", at="2021-01-10", code=2)
    found = capsys.readouterr()
    assert found.out == ""
    assert "for the team leader only" in found.err


def test_a_lesson_is_kept_and_the_person_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    done("peers", "lesson", "--text", "Vraag eerst wat goed gaat. Joke deed dat.", at="2020-02-05")
    done("peers", "lesson", "--text", "Vraag eerst wat goed gaat. Joke deed dat.", at="2020-02-05")
    done("peers", "lesson", "--text", "Bij Samira hielp dat niet.", at="2020-02-05", code=2)
    capsys.readouterr()
    done("peers", "lessons", at="2020-02-06", by="n.noor")
    assert printed(capsys) == "2020-02-05 Vraag eerst wat goed gaat. [naam] deed dat."


def test_the_client_sees_who_opened_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    done("dossier", MARIEKE, at="2020-02-05", by="n.noor")
    capsys.readouterr()
    done("looks", MARIEKE, at="2020-02-06")
    assert "n.noor" in printed(capsys)
