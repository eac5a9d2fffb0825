# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who acts for a person: both get the letter, and money and premium go to the managed account."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, Counter, slip
from tests.app.letters.printed import text_of
from werkzaam.app.ledger.acting import managed_by
from werkzaam.app.ledger.letter_of import letter_pdf, letter_pdfs
from werkzaam.app.ledger.pay import pay
from werkzaam.app.ledger.run import run
from werkzaam.core.months import Month
from werkzaam.store.bank import attempts
from werkzaam.store.database import Database
from werkzaam.store.letters import letters

ADMINISTRATOR = """
[[vertegenwoordiger]]
rol = "{role}"
naam = "Bewindvoering De Rust"
mag = "{rights}"
van = 2018-01-01
tot = 2018-09-30
"""
HOLDER = "Bewindvoering De Rust inzake Sjaak"
JANUARY, JULY = Month.parse("2018-01"), Month.parse("2018-07")


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    return Counter(database, tmp_path)


def administered(counter: Counter, more: str = "", *, role: str = "bewindvoerder", rights: str = "handelen") -> None:
    counter.household("2018-01", ADMINISTRATOR.format(role=role, rights=rights) + more, holder=HOLDER)


@pytest.mark.requirement("R-083")
def test_both_get_the_letter_and_the_payment_goes_to_the_managed_account(counter: Counter, tmp_path: Path) -> None:
    administered(counter)
    run(counter.at("2018-01-05"), JANUARY)
    person, copy = letter_pdfs(counter.at("2018-01-05T10:00:00Z"), f"{HOME}/2018-01/1", "nl")
    assert "Bewindvoering De Rust" in text_of(person)
    assert "Bewindvoering De Rust" in text_of(copy)
    assert text_of(person) != text_of(copy)
    kept = [(one.letter.kind, one.letter.body) for one in letters(counter.database, counter.town.id, HOME)]
    assert kept == [("decision", person), ("decision_copy", copy)]
    sent = pay(counter.at("2018-01-06"), JANUARY, tmp_path / "january.xml")
    transfers = attempts(counter.database, counter.town.id, sent.file.file_id)
    assert [(one.holder, one.cents) for one in transfers] == [(HOLDER, 1024_10)]
    assert "de rekening bij Bewindvoering De Rust" in text_of(person)


def test_asked_again_the_letter_and_its_copy_are_the_same(counter: Counter) -> None:
    administered(counter)
    run(counter.at("2018-01-05"), JANUARY)
    first = letter_pdfs(counter.at("2018-01-05T10:00:00Z"), f"{HOME}/2018-01/1", "nl")
    assert letter_pdfs(counter.at("2018-11-05"), f"{HOME}/2018-01/1", "nl") == first
    assert letter_pdf(counter.at("2018-11-05"), f"{HOME}/2018-01/1", "nl") == first[0]


@pytest.mark.parametrize(("rights", "day"), [("kijken", "2018-01-05"), ("handelen", "2018-10-05")])
def test_who_may_only_look_or_acts_no_longer_gets_no_copy(counter: Counter, rights: str, day: str) -> None:
    administered(counter, rights=rights)
    run(counter.at(day), JANUARY)
    desk = counter.at(f"{day}T10:00:00Z")
    assert len(letter_pdfs(desk, f"{HOME}/2018-01/1", "nl")) == 1
    assert managed_by(desk, HOME, desk.today) == ""


@pytest.mark.parametrize(("role", "name"), [("curator", "Bewindvoering De Rust"), ("mentor", "")])
def test_a_role_that_holds_no_money_manages_none(counter: Counter, role: str, name: str) -> None:
    administered(counter, role=role)
    desk = counter.at("2018-01-05")
    assert managed_by(desk, HOME, desk.today) == name


@pytest.mark.requirement("R-102")
def test_a_premium_of_900_goes_to_the_administrator_and_the_person_gets_a_message(counter: Counter, tmp_path: Path) -> None:
    # Half of 300, 300 and 500 (at most 200), 0, 450 and 800: 150 + 150 + 200 + 0 + 200 + 200 = 900.
    wages = zip(range(1, 7), ("300.00", "300.00", "500.00", "0.00", "450.00", "800.00"), strict=True)
    administered(counter, "".join(slip(f"2018-{month:02}", net) for month, net in wages))
    view = run(counter.at("2018-07-05"), JULY)
    assert view.premium == 900_00
    sent = pay(counter.at("2018-07-06"), JULY, tmp_path / "july.xml")
    premium = [one for one in attempts(counter.database, counter.town.id, sent.file.file_id) if one.cents == 900_00]
    assert [one.holder for one in premium] == [HOLDER]
    messages = [one.letter for one in letters(counter.database, counter.town.id, HOME) if one.letter.kind == "message"]
    assert [str(one.sent_on) for one in messages] == ["2018-07-05"]
    said = messages[0].body.decode()
    assert "Beste Sjaak," in said
    assert "€ 900,00" in said
    assert "naar de rekening bij Bewindvoering De Rust" in said


def test_without_an_administrator_the_message_names_the_own_account(counter: Counter) -> None:
    counter.household("2018-01", slip("2018-01", "300.00"))
    run(counter.at("2018-07-05"), JULY)
    run(counter.at("2018-07-06"), JULY)
    said = [one.letter.body.decode() for one in letters(counter.database, counter.town.id, HOME)]
    assert len(said) == 1
    assert "op uw rekening" in said[0]
