# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts of a file: all of it or nothing, each judged as by hand, and the same once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.a_town import TOWN
from werkzaam.app.casework.contacts_file import record_contacts
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.store.verify import verify

HEAD = "persoon;dag;kanaal;initiatief;soort;opkomst;onderwerpen;omdat;notitie;klantmanager\n"
GOOD = HEAD + (
    "7;2019-03-10;telefoon;klantmanager;gesprek;gekomen;werk,huis;;belde terug;m.bakker\n"
    "7;11-03-2019;bezoek;inwoner;taal;niet_gekomen;;;;\n"
    "8;2019-03-12;bericht;inwoner;geld;;;;;\n"
)


@pytest.fixture
def town(counter: Counter) -> Counter:
    counter.open("2019-01-15", 7, 8)
    return counter


def delivered(path: Path, text: str) -> Path:
    file = path / "contacts.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_is_logged_and_given_twice_adds_nothing(town: Counter, tmp_path: Path) -> None:
    seen: list[int] = []
    done = record_contacts(town.on("2019-04-01"), delivered(tmp_path, GOOD), progress=seen.append)
    assert (done.new, done.already, done.people, seen) == (3, 0, 2, [2, 1])
    first, second = dossier_of(town.on("2019-04-01"), 7, Role.SUPPORT).contacts
    assert (str(first.day), first.worker, first.areas, first.presence) == ("2019-03-10", "m.bakker", ("werk", "huis"), "gekomen")
    assert (str(second.day), second.worker, second.presence) == ("2019-03-11", "j.visser", "niet_gekomen")
    assert town.database.value("SELECT note FROM contact WHERE person = 7 AND day = '2019-03-10'") == "belde terug"
    again = record_contacts(town.on("2019-04-02"), delivered(tmp_path, GOOD + "8;2019-03-13;post;inwoner;geld;;;;;\n"))
    assert (again.new, again.already, again.people) == (1, 3, 1)
    assert verify(town.database, TOWN.id) == []


def test_a_contact_that_was_logged_by_hand_is_known_again(town: Counter, tmp_path: Path) -> None:
    town.write("2019-03-12", 8, Kind.CONTACT, kanaal="bericht", initiatief="inwoner", soort="geld")
    done = record_contacts(town.on("2019-04-01"), delivered(tmp_path, GOOD))
    assert (done.new, done.already) == (2, 1)


def test_every_bad_row_is_told_and_nothing_is_kept(town: Counter, tmp_path: Path) -> None:
    bad = GOOD + (
        "9;2019-03-12;telefoon;inwoner;geld;;;;;\n"
        "7;2019-13-12;telefoon;inwoner;geld;;;;;\n"
        "7;2019-03-12;fax;inwoner;geld;;;;;\n"
        "7;2019-03-12;telefoon;inwoner;;;;;;\n"
        "8;12-03-2019;bericht;inwoner;geld;;;;;\n"
        ";2019-03-12;telefoon;inwoner;geld;;;;;\n"
    )
    with pytest.raises(RowsRefused) as refused:
        record_contacts(town.on("2019-04-01"), delivered(tmp_path, bad))
    assert [(one.line, one.place) for one in refused.value.rows] == [
        (5, "persoon"), (6, "dag"), (7, "kanaal"), (8, "soort"), (9, ""), (10, "persoon"),
    ]  # fmt: skip
    assert "the same contact stands in row 4" in str(refused.value)
    assert town.database.value("SELECT count(*) FROM contact") == 0


def test_rows_are_judged_with_those_before_them(town: Counter, tmp_path: Path) -> None:
    """Who directs the pace is called by us once a year, unless the file says why; and no contact lies in the future."""
    town.write("2019-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    rows = ("7;2019-03-10;telefoon;klantmanager;gesprek;;;;;\n", "7;2019-03-20;telefoon;klantmanager;gesprek;;;;;\n",
            "8;2019-04-02;telefoon;inwoner;gesprek;;;;;\n")  # fmt: skip
    with pytest.raises(RowsRefused) as refused:
        record_contacts(town.on("2019-04-01"), delivered(tmp_path, HEAD + "".join(rows)))
    assert [(one.line, one.place) for one in refused.value.rows] == [(3, ""), (4, "dag")]
    assert town.database.value("SELECT count(*) FROM contact") == 0
    because = rows[1].replace(";;;;;", ";;;brief van de gemeente;;")
    assert record_contacts(town.on("2019-04-01"), delivered(tmp_path, HEAD + rows[0] + because)).new == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the columns persoon, dag, kanaal, initiatief, soort are needed"),
        (HEAD, "has the names of columns and no row"),
        (HEAD.replace("soort", "sort"), "the column 'sort' is not known here"),
        (HEAD.replace("omdat", "dag"), "the column dag stands there twice"),
        (HEAD + "7;2019-03-10\n", "row 2: 10 cells were expected; found 2"),
        (HEAD + '7;2019-03-10;"telefoon;x\n', "cannot be read as a table"),
    ],
)
def test_what_is_no_table_of_contacts_is_refused(town: Counter, tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        record_contacts(town.on("2019-04-01"), delivered(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(town: Counter, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no such file"):
        record_contacts(town.on("2019-04-01"), tmp_path / "nowhere.csv")
    assert issubclass(UnknownName, InputError)


def test_the_same_talk_of_two_case_managers_is_two_contacts(town: Counter, tmp_path: Path) -> None:
    rows = "".join(f"7;2019-03-11;telefoon;inwoner;gesprek;;;;;{one}\n" for one in ("m.bakker", "d.dekker"))
    file = delivered(tmp_path, HEAD + rows)
    first = record_contacts(town.on("2019-03-12"), file)
    assert (first.new, first.already) == (2, 0)
    again = record_contacts(town.on("2019-03-12"), file)
    assert (again.new, again.already) == (0, 2)
