# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole way by commands, on a synthetic roster and the design that ships: from a key to a verified draw and a first wave."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from werkzaam.cli.main import main
from werkzaam.experiment.lottery import signature

SECRET = hashlib.sha256(b"a secret of the council").hexdigest()
SIGNATURE = "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"
TOWN = """
id = "teststad"
naam = "Teststad"
regime = ["participatiewet_2018"]
contactpersoon = "Inez Bakker (verzonnen)"
telefoon = "14 000"
betaaldag = 8
aankondiging_dagen = 10
iban = "NL91ABNA0417164300"
bic = "ABNANL2A"
tenaamstelling = "Gemeente Teststad"
"""
LEVELS = {
    "cohort": ["2018"], "sex": ["woman", "man"], "age": ["25-34", "35-44", "45-54"], "district": ["north", "east"],
    "step": ["2", "3", "4"], "household": ["single"], "education": ["mbo"], "origin": ["unknown"], "duration": ["1-2_years"],
    "work": ["no", "yes"],
}  # fmt: skip


def roster(people: int) -> str:
    """A made-up roster: people of the first window in two districts."""
    lines = [";".join(["number", "applied", "benefit", "flags", *LEVELS])]
    for number in range(people):
        levels = [values[(number // (1 + 6 * (at % 2))) % len(values)] for at, values in enumerate(LEVELS.values())]
        lines.append(";".join([f"n{number}", "2018-03-05", "2016-01-01..", "homeless" if number == 0 else "", *levels]))
    return "\n".join(lines) + "\n"


class Desk:
    """Runs commands in a folder with a town and a ledger."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.folder, self.captured = folder, captured
        (folder / "town.toml").write_text(TOWN)
        self.ledger = ["--database", f"sqlite:///{folder}/ledger.db", "--town", str(folder / "town.toml"), "--by", "m.bakker"]
        assert main(["new-ledger", *self.ledger]) == 0
        captured.readouterr()

    def run(self, at: str, *words: str, code: int = 0) -> str:
        """What a command printed at a moment."""
        assert main(["experiment", *words, *self.ledger, "--at", at]) == code
        told = self.captured.readouterr()
        return told.out if code == 0 else told.out + told.err


def test_from_a_roster_to_a_verified_draw_and_a_first_wave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The signature itself is checked in tests/app/experiment; it takes seconds."""
    monkeypatch.setattr(signature, "holds", lambda chain, number, signed: (number, signed.hex()) == (657413, SIGNATURE))
    desk, design = Desk(tmp_path, capsys), "amsterdam_2018"
    key, people = tmp_path / "key", tmp_path / "people.csv"
    people.write_text(roster(901))
    assert main(["experiment", "key", str(key)]) == 0
    assert "Keep it apart" in capsys.readouterr().out

    told = desk.run("2023-09-10T09:00:00Z", "enrol", design, str(people), "--key", str(key))
    assert "   900  enrolled" in told
    assert "     1  excluded, homeless" in told
    assert "Nothing new" in desk.run("2023-09-10T09:00:00Z", "enrol", design, str(people), "--key", str(key))
    told = desk.run("2023-09-10T09:00:00Z", "reach", design)
    assert told.splitlines()[-1] == "Explain in person, after 21 days without an answer: 0"
    shown = desk.run("2023-09-10T10:00:00Z", "select", design)
    assert "900 people in" in shown
    assert ", 812 taken" in shown

    hashed = hashlib.sha256(bytes.fromhex(SECRET)).hexdigest()
    words = ("commit", design, "--secret-hash", hashed, "--draw-at", "2023-09-15T11:00:03Z")
    promise = json.loads(desk.run("2023-09-14T09:00:00Z", *words))
    assert (promise["size"], promise["round"], promise["selected"], promise["secret"]) == (900, 657413, 812, hashed)

    (tmp_path / "secret").write_text("00" * 32 + "\n")
    reveal = ("2023-09-15T10:00:00Z", "reveal", design, str(tmp_path / "secret"))
    assert "not the secret that was promised" in desk.run(*reveal, code=2)
    (tmp_path / "secret").write_text(SECRET + "\n")
    assert "Round 657413 of the beacon decides" in desk.run(*reveal)

    beacon = tmp_path / "beacon.json"
    beacon.write_text("{}")
    assert "beacon.json: a round of the beacon was expected" in desk.run(
        "2023-09-15T11:01:00Z", "draw", design, "--beacon", str(beacon), code=2
    )
    beacon.write_text(json.dumps({"round": 657413, "signature": SIGNATURE}))
    result = json.loads(desk.run("2023-09-15T11:01:00Z", "draw", design, "--beacon", str(beacon)))
    assert sorted(result["totals"].values()) == [270, 271, 271]
    told = desk.run("2023-09-15T11:02:00Z", "verify", design)
    assert told.endswith("1 draws, 0 things wrong.\n")
    assert "fine   draw 1: beacon.signature" in told

    _checks_offline(desk, design, tmp_path / "loting.html", result)
    plan = desk.run("2023-09-15T12:00:00Z", "wave", "plan", design, "T3").splitlines()
    assert plan == ["place;pid;earliest;latest"]
    assert desk.run("2019-01-01T12:00:00Z", "wave", "plan", design, "T0").splitlines()[1].endswith(";2019-01-01;2019-11-30")
    pid = desk.run("2019-01-01T12:00:00Z", "wave", "plan", design, "T0").splitlines()[1].split(";")[1]
    assert desk.run("2023-09-15T12:00:00Z", "receipt", design, pid).count(".") == 2
    paper = ("receipt", design, pid, "--pdf", str(tmp_path / "receipt.pdf"), "--lang", "en")
    assert "is in" in desk.run("2023-09-15T12:00:00Z", *paper)
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF-1.7")
    (tmp_path / "events.csv").write_text(f"pid;happening;day\n{pid};started;2018-05-01\n")
    events = ("2023-09-15T12:00:00Z", "happened", design, str(tmp_path / "events.csv"))
    assert desk.run(*events) == "Recorded 1 events.\n"
    assert "Nothing new" in desk.run(*events)
    (tmp_path / "t1.csv").write_text(f"pid;wave;day;mode;version;work\n{pid};T1;2019-06-01;phone;1;yes\n")
    told = desk.run("2023-09-15T12:00:00Z", "wave", "import", design, str(tmp_path / "t1.csv"))
    assert told.splitlines()[:2] == ["Kept: interviews 1, reasons for none 0.", "Vouchers due: 1, €15.00 in all."]
    assert "T1: 1 of 812 interviewed, 811 open" in desk.run("2023-09-15T12:00:00Z", "wave", "status", design)


def _checks_offline(desk: Desk, design: str, file: Path, result: dict[str, object]) -> None:
    """The page has promise and result inside as they were published, and nothing from elsewhere; tests/browser opens one."""
    told = desk.run("2023-09-15T11:03:00Z", "verifier", design, "--out", str(file))
    text = file.read_text("utf-8")
    assert told.split()[-1] == hashlib.sha256(text.encode()).hexdigest()
    ((inside,),) = [json.loads(one) for one in re.findall(r'type="application/json"[^>]*>(\[.*?)</script>', text, re.DOTALL)]
    assert inside["result"] == result
    assert inside["commitment"]["size"] == 900
    assert not re.search(r"(?:src|href)=.?https?:", text)
    none = ("verifier", design, "--out", str(file.parent / "none" / "x.html"))
    assert "Give --out another file" in desk.run("2023-09-15T11:03:00Z", *none, code=2)


def test_what_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk, design, at = Desk(tmp_path, capsys), "amsterdam_2018", "2023-09-10T09:00:00Z"
    assert "is not known; enrol its first people" in desk.run(at, "select", design, code=2)
    wrong = ("commit", design, "--secret-hash", "xyz", "--draw-at", "2023-09-15T11:00:03Z")
    assert "--secret-hash: 64 hexadecimal digits were expected" in desk.run(at, *wrong, code=2)
    moment = ("commit", design, "--secret-hash", "00" * 32, "--draw-at", "morgen")
    assert "--draw-at: write a moment as 2026-03-20T09:15:00Z; found 'morgen'" in desk.run(at, *moment, code=2)
    assert "holds no key" in desk.run(at, "enrol", design, "x.csv", "--key", str(tmp_path / "none"), code=2)
    assert "There is no such file" in desk.run(at, "select", str(tmp_path / "none.toml"), code=2)
    assert "is on no promised list" in desk.run(at, "receipt", design, "f" * 32, code=2)
    page = ("verifier", design, "--out", str(tmp_path / "x.html"))
    assert "No draw of amsterdam_2018 was promised yet" in desk.run(at, *page, code=2)
    lime = ("wave", "import", design, "x.csv", "--format", "kobo")
    assert "--wave is needed" in desk.run(at, *lime, code=2)
