# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of officers, of tasks and of the bank say what they did, in both languages; given again they say what was done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.app.exchange.status_reports import report, transfer_status
from tests.house.tree import ROOT
from tests.pretend_bank import Bank, Other
from werkzaam.app.texts.officer import WORDS
from werkzaam.app.texts.queue import ITEMS, TASKS
from werkzaam.cli.main import main

CLAIM = ("1001", "2026-02", "--reason", "Payslip seen", "--protected-earnings", "Room of 70 a month")


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example household, with a proposal about February 2026 that waits."""
    for file in (ROOT / "src/werkzaam/app/examples/ledger").iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WERKZAAM_DATABASE", raising=False)
    monkeypatch.delenv("WERKZAAM_TOWN", raising=False)
    assert main(["new-ledger"]) == 0
    done("record", "household", "marieke.toml", at="2026-02-16")
    done("approve", "1001", "--account", "--reason", "seen", at="2026-02-16", by="s.yilmaz")
    done("run", "2026-02", at="2026-02-18")
    done("record", "wages", "wages.csv", at="2026-03-15")
    done("run", "2026-03", at="2026-03-18")
    return tmp_path


def done(*asked: str, at: str, by: str = "m.bakker", code: int = 0) -> None:
    assert main([*asked, "--by", by, "--at", f"{at}T09:00:00Z"]) == code


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_approving_again_says_what_was_approved_then(capsys: pytest.CaptureFixture[str]) -> None:
    done("approve", *CLAIM, at="2026-03-21", by="s.yilmaz")
    first = printed(capsys)
    assert "s.yilmaz keurde goed: over februari 2026 vorderen we € 356,25 terug." in first
    done("approve", *CLAIM, at="2026-03-25", by="s.yilmaz")
    assert printed(capsys) == ("s.yilmaz keurde dit op 21 maart 2026 al goed: over februari 2026 vorderen we € 356,25 terug. "
                               "Er is nu niets veranderd.")  # fmt: skip
    done("approve", *CLAIM, "--lang", "en", at="2026-03-25", by="j.dewit")
    assert printed(capsys).startswith("s.yilmaz approved this on 21 March 2026 already: € 356.25 are claimed for February 2026.")


def test_another_answer_than_then_is_refused_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    done("reject", "1001", "2026-02", "--reason", "Not now", "--lang", "en", at="2026-03-21", by="s.yilmaz")
    assert "s.yilmaz rejected it. Everything of household 1001 stays as it was." in printed(capsys)
    done("reject", "1001", "2026-02", "--reason", "Not now", "--lang", "en", at="2026-03-22", by="s.yilmaz")
    assert "s.yilmaz rejected this on 21 March 2026 already." in printed(capsys)
    done("approve", *CLAIM, at="2026-03-23", by="s.yilmaz", code=2)
    assert "s.yilmaz rejected the proposal about 2026-02 of household 1001 already" in capsys.readouterr().err


def test_accounts_that_were_answered_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    done("approve", "1001", "--account", "--reason", "seen", "--lang", "en", at="2026-03-20", by="s.yilmaz")
    assert printed(capsys) == "s.yilmaz approved this account on 16 February 2026 already. Nothing was changed now."
    done("reject", "1001", "--account", "--reason", "no", at="2026-03-20", by="s.yilmaz", code=2)
    assert "approved the account of household 1001 already" in capsys.readouterr().err


def test_the_same_account_from_another_folder_is_not_asked_again(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example / "elsewhere").mkdir()
    shutil.copy(example / "marieke.toml", example / "elsewhere/copy.toml")
    done("record", "household", "elsewhere/copy.toml", at="2026-03-20")
    capsys.readouterr()
    done("queue", at="2026-03-20")
    assert "rekeningnummer" not in printed(capsys)


def test_a_dispute_is_ended_once_and_by_another_officer(capsys: pytest.CaptureFixture[str]) -> None:
    done("approve", *CLAIM, at="2026-03-21", by="s.yilmaz")
    done("run", "2026-04", at="2026-04-18")
    capsys.readouterr()
    done("dispute", "1001", "2026-02", "--reason", "I did not work then", "--lang", "en", at="2026-04-20")
    assert printed(capsys) == ("The dispute is recorded: € 356.25 of February 2026. Nothing of it is taken until somebody "
                               "decides. Of this amount € 70.08 was taken already. It stays apart until there is a "
                               "decision.")  # fmt: skip
    ends = ("end-dispute", "1001", "2026-02", "--outcome", "dismissed", "--reason", "the roster says so")
    done(*ends, at="2026-04-21", by="s.yilmaz", code=2)
    assert "another officer decides on the dispute (Awb 10:3)" in capsys.readouterr().err
    done(*ends, at="2026-04-21", by="j.dewit")
    assert printed(capsys) == ("Het bezwaar over februari 2026 is ongegrond. Vertel het vandaag. Vanaf 1 mei 2026 kan er weer "
                               "worden ingehouden. De brief: `werkzaam letter 1001/2026-02/bezwaar-1 --out brief.pdf`. Stuur hem "
                               "vandaag.")  # fmt: skip
    done(*ends, at="2026-04-22", by="j.dewit")
    assert "j.dewit besliste op 21 april 2026 al over het bezwaar over februari 2026: ongegrond." in printed(capsys)
    done(*(one.replace("dismissed", "upheld") for one in ends), at="2026-04-22", by="j.dewit", code=2)
    assert "decided on 2026-04-21 already" in capsys.readouterr().err


def test_month_tells_of_a_dispute_and_of_what_is_set_aside(capsys: pytest.CaptureFixture[str]) -> None:
    done("approve", *CLAIM, at="2026-03-21", by="s.yilmaz")
    done("run", "2026-04", at="2026-04-18")
    done("dispute", "1001", "2026-02", "--reason", "I did not work then", at="2026-04-20")
    capsys.readouterr()
    done("month", "1001", "2026-02", "--lang", "en", at="2026-04-20")
    assert "Contested since 20 April 2026: € 356.25." in printed(capsys)
    done("month", "1001", "2026-02", "--as-known", "2026-04-19", at="2026-04-20")
    assert "Bezwaar sinds" not in printed(capsys)


def test_what_the_bank_refuses_and_what_comes_in_is_done_by_command(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done("approve", *CLAIM, at="2026-03-21", by="s.yilmaz")
    done("pay", "2026-03", "--out", "payments.xml", at="2026-03-21")
    done("release", "teststad-2026-03-1", "--lang", "en", at="2026-03-21", by="s.yilmaz")
    assert "s.yilmaz released teststad-2026-03-1." in printed(capsys)
    pain = (example / "payments.xml").read_bytes()
    sent = pain.decode().split("<EndToEndId>")[1].split("<")[0]
    (example / "status.xml").write_bytes(report(transfer_status(sent, code="AC04"), order="teststad-2026-03-1"))
    done("rejected", "status.xml", "--lang", "en", at="2026-03-22")
    assert "To be paid again: 0. First a person: 1." in printed(capsys)
    done("rejected", "status.xml", at="2026-03-22")
    assert printed(capsys) == "Deze melding was al verwerkt. Er is nu niets veranderd."
    done("queue", "--lang", "en", at="2026-03-22")
    assert "refused by the bank: The bank did not pay € " in printed(capsys)
    done("take", f"refused-{sent}", "--reason", "I call", "--lang", "en", at="2026-03-22", by="s.yilmaz")
    done("close", f"refused-{sent}", "--reason", "the account is right", "--lang", "en", at="2026-03-23", by="s.yilmaz")
    done("close", f"refused-{sent}", "--reason", "again", "--lang", "en", at="2026-03-23", by="j.dewit")
    assert printed(capsys).endswith(
        f"s.yilmaz closed this already: refused-{sent} (the account is right). Nothing was changed now.")  # fmt: skip
    done("close", "no-such-task", "--reason", "x", at="2026-03-23", code=2)
    assert "There is no task 'no-such-task'" in capsys.readouterr().err
    came_in(example, pain, capsys)


def came_in(example: Path, pain: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody pays 100 of the claim back."""
    (example / "statement.xml").write_bytes(Bank().statement(pain, day="2026-03-24", others=[Other(100_00, "terug februari")]))
    done("book", "statement.xml", "--lang", "en", at="2026-03-24")
    assert "Not known to us: 2." in printed(capsys)  # The transfer that was refused before was booked all the same.
    done("queue", "--lang", "en", at="2026-03-24")
    waits = printed(capsys)
    task = next(name for name in waits.replace("]", "[").split("[") if name.endswith("AFSCHRIFT-1/2"))
    done("received", task, "1001", "2026-02", "--lang", "en", at="2026-03-25", by="s.yilmaz")
    assert printed(capsys) == (
        "€ 100.00 is booked as paid back for February 2026 by household 1001. Still open: € 256.25.")  # fmt: skip
    done("received", task, "1001", "2026-02", at="2026-03-26", by="s.yilmaz", code=2)


def test_every_text_stands_in_both_languages_with_the_same_values() -> None:
    for texts in (WORDS, ITEMS, TASKS):
        assert set(texts["nl"]) == set(texts["en"])
        for key, nl in texts["nl"].items():
            assert fields(nl) == fields(texts["en"][key]), key


def fields(text: str) -> set[str]:
    return {piece.split("}")[0] for piece in text.split("{")[1:]}
