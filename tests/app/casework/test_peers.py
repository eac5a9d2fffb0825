# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A case goes to colleagues without the person, and a look at one's own view goes nowhere."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import date

import pytest

from tests.app.casework.counter import Counter
from tests.app.casework.people_at_work import put_to_work
from werkzaam.app.casework.peer_case import peer_case
from werkzaam.app.texts.casework_peers import STATEMENTS, WORDS
from werkzaam.casework import own_view
from werkzaam.casework.own_view import view_of
from werkzaam.casework.peers import sessions, shared
from werkzaam.cli.main import build_parser, main
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.store.people import change_person

NAME = "Fatíma van den Heuvel-El Idrissi"
NOTE = "Mevrouw Van den Heuvel, geboren op 14 mei 1978, wil werken. Fatima belt met Joke; haar BSN is 123456782."


@pytest.fixture
def known(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Counter:
    put_to_work(monkeypatch)
    counter.open("2019-01-07", 7)
    with counter.on("2019-01-07").writes() as writer:
        change_person(writer, 7, name=NAME, born=date(1978, 5, 14))
    return counter


@pytest.mark.requirement("R-120")
def test_a_name_and_a_birth_date_are_removed_and_what_remains_is_refused(known: Counter) -> None:
    assert len(sessions(2019)) == 12
    text = peer_case(known.on("2019-02-05"), 7, NOTE)
    assert text == "Mevrouw [naam], geboren op [dag], wil werken. [naam] belt met [naam]; haar BSN is [nummer]."
    with pytest.raises(NotAllowed, match=r"somebody: Heuvels\. Nothing was shared"):
        peer_case(known.on("2019-02-05"), 7, "De familie Heuvels helpt.")


@pytest.mark.parametrize(("note", "left"), [
    ("Zij belde idrisi terug.", "idrisi"),
    ("Haar dochter Sanne helpt.", "Sanne"),
    ("Het ging over dhr. Groot.", "Groot"),
    ("Fatima Groot belde.", "Groot"),
    ("Zij is geboren in 1978.", "geboren in 1978"),
    ("Zij woont in Osdorp.", "Osdorp"),
    ("Het bedrijf heet heuvelbouw.", "heuvelbouw"),
])  # fmt: skip
def test_what_may_be_a_name_is_refused_with_the_word(note: str, left: str) -> None:
    with pytest.raises(NotAllowed, match=rf"This may still point to somebody: {left}\."):
        shared(note, [NAME])


@pytest.mark.parametrize("note", [
    "Zij wil werken. Op een school, zegt zij: \"Dat lijkt me leuk.\"",
    "Het UWV en de DUO vragen papieren.",
    "I think she's right; I'm not sure. On Monday in May she comes.",
    "- Eerst rust\n- Dan werk",
])  # fmt: skip
def test_an_ordinary_note_is_shared_as_it_is(note: str) -> None:
    assert shared(note, [NAME]) == note


@pytest.mark.parametrize(("note", "cleaned"), [
    ("Bel 06-12345678 of mail f.heuvel@voorbeeld.nl", "Bel [nummer] of mail [nummer]"),
    ("Geboren 14-05-1978 en 1978-05-14", "Geboren [dag] en [dag]"),
    ("Zij woont op 1012 AB 14", "Zij woont op [nummer]"),
    ("FATIMA VAN DEN HEUVEL belde", "[naam] belde"),
])  # fmt: skip
def test_numbers_and_days_go_in_every_way_they_are_written(note: str, cleaned: str) -> None:
    assert shared(note, [NAME]) == cleaned


def test_sessions_are_a_tuesday_in_every_month() -> None:
    assert {day.weekday() for day in sessions(2020)} == {1}
    assert [day.month for day in sessions(2020)] == list(range(1, 13))


@pytest.mark.parametrize(("answers", "quadrant"), [
    ((5, 1, 1, 5, 5, 1, 1, 5), 1), ((1, 1, 5, 5, 1, 1, 5, 5), 2), ((1, 5, 5, 1, 1, 5, 5, 1), 3), ((5, 5, 1, 1, 5, 5, 1, 1), 4),
    ((3, 3, 3, 3, 3, 3, 3, 3), None),
])  # fmt: skip
def test_answers_lead_to_the_quadrants_of_the_report(answers: tuple[int, ...], quadrant: int | None) -> None:
    """Quadrant 1 is self-reliant and calculating, 2 in need of help and calculating, 3 in need of help and moved, 4 the rest."""
    assert view_of(answers).quadrant == quadrant
    assert Tally(axis for axis, _ in own_view.STATEMENTS) == {own_view.ALONE: 4, own_view.MOVED: 4}
    assert {len(STATEMENTS[lang]) for lang in WORDS} == {len(own_view.STATEMENTS)}


@pytest.mark.requirement("R-270")
def test_a_look_at_ones_own_view_is_nowhere_to_be_found(known: Counter, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a team leader searches, it is not there: the command is given no ledger, and every row is as it was."""

    def rows() -> list[object]:
        tables = ("event", "guidance_entry", "contact", "assignment", "staff_entry", "look", "open_item")
        return [known.database.rows(f"SELECT * FROM {table}", ()) for table in tables]

    before = rows()
    assert main(["own-view", "5", "1", "1", "5", "5", "1", "1", "5", "--lang", "en"]) == 0
    assert "You see people mostly as self-reliant, and as people who calculate." in " ".join(capsys.readouterr().out.split())
    assert rows() == before
    assert not hasattr(build_parser().parse_args(["own-view"]), "database")


def test_other_answers_than_eight_from_one_to_five_are_refused() -> None:
    for answers in ((1, 2), (0, 1, 1, 1, 1, 1, 1, 1), (6, 1, 1, 1, 1, 1, 1, 1)):
        with pytest.raises(InputError, match="8 answers from 1 to 5 were expected"):
            view_of(answers)
