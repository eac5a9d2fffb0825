# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is personal is gone when its term is over, in every table; and the ledger still verifies, to the last amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter
from tests.databases import DIALECTS
from werkzaam.app.casework.record import write
from werkzaam.app.ledger.desk import Desk, at_desk
from werkzaam.app.ledger.dispute import dispute_claim
from werkzaam.app.ledger.expire import expire, terms
from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.app.ledger.month_then import month_then
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.ledger.pay import pay
from werkzaam.app.ledger.replay import replay
from werkzaam.app.ledger.run import run
from werkzaam.casework.entry import Kind
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.anchor import make_anchor
from werkzaam.store.database import Database, open_database
from werkzaam.store.destroy import GONE
from werkzaam.store.errors import StoreError
from werkzaam.store.schema import schema
from werkzaam.store.verify import verify

PERSONAL = ("Sjaak", "Jansen", "1988-05-14", "NL02ABNA0123456789", "geheim", "De Boer", "winkel")
MORE = """
[[vertegenwoordiger]]
persoon = "Sjaak"
rol = "bewindvoerder"
naam = "M. de Boer, De Boer Bewind"
mag = "handelen"
van = 2020-01-01

[[afspraak]]
soort = "vaste_betaling"
aan = "woning"
naam = "Verhuurder De Boer"
bedrag = "100.00"
van = 2020-01-01

[[rekening]]
voor = "woning"
iban = "NL91ABNA0417164300"
tenaamstelling = "Verhuurder De Boer"
van = 2020-01-01
"""
LEFT_JOB = '[[afspraak]]\nsoort = "einde_baan"\npersoon = "Sjaak"\nbaan = "winkel"\ntot = 2020-01-31\n'
AMOUNTS = ("decision", "payment", "recovery", "attempt", "notice")


class Town(Counter):
    """A town that keeps what is personal for two years."""

    def at(self, moment: str, actor: str = "m.bakker") -> Desk:
        return replace(super().at(moment, actor), town=replace(self.town, keep_years=2))


@pytest.fixture
def town(database: Database, tmp_path: Path) -> Town:
    """Bijstand of January to June 2020, with a claim that was taken, letters, a payment file and an anchor; ended 30 June."""
    found = Town(database, tmp_path, "participatiewet_2018")
    found.household("2020-01", MORE, norm=False)
    for at in range(1, 7):
        if at == 3:
            found.wage("2020-03-02", "2020-01", "40.00")
            found.changes("2020-03-02", LEFT_JOB)
        run(found.at(f"2020-0{at}-20"), Month.of(2020, at))
        if at == 3:
            approve_claim(found.at("2020-03-21", OFFICER), HOME, Month.of(2020, 1), reason="geheim", protected_earnings="geheim")
            letter_pdf(found.at("2020-03-21"), "1001/2020-01/2", "nl")
            pay(found.at("2020-03-22"), Month.of(2020, 3), found.folder / "pay.xml")
    found.changes("2020-06-28", '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2020-06-30\n')
    pay(found.at("2020-06-29"), Month.of(2020, 6), found.folder / "pay6.xml")
    with database.transaction():
        make_anchor(database, found.town.id, day="2020-07-01", until="2020-07-01T09:00:00Z")
    return found


@pytest.fixture(params=DIALECTS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/after.db"
        return
    with request.getfixturevalue("cluster").database(schema=False) as url:
        yield url


def everything(database: Database) -> str:
    """Every cell of every table as text."""
    return "\n".join(f"{table.name}: {' | '.join(map(text, row))}" for table in schema().tables
                     for row in database.rows(f"SELECT * FROM {table.name}"))  # fmt: skip


def text(cell: object) -> str:
    """A cell as text, also one of bytes."""
    return bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else str(cell)


def amounts(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every number of the tables about money."""
    found = {}
    for table in AMOUNTS:
        columns = [one.name for one in schema().table(table).columns if one.type == "INTEGER"]
        found[table] = sorted(database.rows(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
    return found


@pytest.mark.requirement("R-219")
def test_after_its_term_nothing_personal_is_left_and_everything_verifies(town: Town, target: str) -> None:
    """The term is two years: two years after the end the record is gone, and that it was destroyed is recorded."""
    before = everything(town.database)
    assert all(word in before for word in PERSONAL[:4])
    done = expire(town.at("2022-07-02"), target, reason="selectielijst: twee jaar")
    assert done.households == (HOME,)
    with open_database(target) as after:
        left = everything(after)
        assert [word for word in PERSONAL if word in left] == []
        assert {bytes(row[0]) for row in after.rows("SELECT body FROM letter")} == {GONE.encode()}
        assert after.rows("SELECT * FROM person_detail") == []
        assert verify(after, town.town.id) == []
        assert amounts(after) == amounts(town.database)
        ((reason, events),) = after.rows("SELECT reason, count(*) FROM destruction GROUP BY reason")
        assert (reason, events) == ("selectielijst: twee jaar", done.events)
    assert everything(town.database) == before


def test_the_new_ledger_works_and_knows_that_somebody_is_gone(town: Town, tmp_path: Path) -> None:
    target = f"sqlite:///{tmp_path}/after.db"
    expire(town.at("2022-07-02"), target, reason="twee jaar")
    other = replace(town.at("2022-07-20").town)
    with at_desk(target, other, actor="m.bakker", moment="2022-07-20T09:00:00Z") as desk:
        assert run(desk, Month.of(2022, 7)).results == {"unchanged": 1}
        assert list(replay(desk, HOME)) == []
        assert terms(desk) == ()
        with pytest.raises(InputError, match="was destroyed when its term was over"):
            month_then(desk, HOME, Month.of(2020, 3), desk.today, "nl")
        with pytest.raises(InputError, match="No term is over"):
            expire(desk, f"{target}x", reason="twee jaar")


def test_an_amount_that_is_changed_afterwards_is_found(town: Town, tmp_path: Path) -> None:
    """What is left of an event is proved by a later one: with the guards taken away a change still shows."""
    url = f"sqlite:///{tmp_path}/after.db"
    expire(town.at("2022-07-02"), url, reason="twee jaar")
    with open_database(url) as after:
        for table, change in (("fact", "amount_cents = 3999 WHERE amount_cents = 4000"), ("letter", "sent_on = '2020-03-22'"),
                              ("destruction", "reason = 'anders'")):  # fmt: skip
            after.execute(f"DROP TRIGGER {table}_no_update")
            with after.transaction():
                assert after.execute(f"UPDATE {table} SET {change}") > 0
            assert {one.invariant for one in verify(after, town.town.id)} >= {"I5"}
            with after.transaction():
                undo = change.split(" WHERE ")[0].replace("3999", "4000").replace("03-22", "03-21").replace("anders", "twee jaar")
                after.execute(f"UPDATE {table} SET {undo}" + (" WHERE amount_cents = 3999" if table == "fact" else ""))
            assert verify(after, town.town.id) == []


def test_a_term_runs_from_what_became_known_last_and_waits_for_what_is_open(town: Town) -> None:
    (found,) = terms(town.at("2022-06-30"))
    assert (str(found.ended), str(found.until), found.held_by) == ("2020-06-30", "2022-06-30", ())
    assert not found.over(town.at("2022-06-30").today)
    assert found.over(town.at("2022-07-01").today)
    town.changes("2021-02-03", "[[toestemming]]\nvan = 2021-02-03\ntot = 2021-12-31\n")
    (found,) = terms(town.at("2022-07-01"))
    assert str(found.until) == "2023-02-03"


def test_what_is_claimed_or_contested_keeps_everything(town: Town, tmp_path: Path) -> None:
    town.wage("2020-07-02", "2020-05", "700.00")
    run(town.at("2020-07-03"), Month.of(2020, 6))
    approve_claim(town.at("2020-07-04", OFFICER), HOME, Month.of(2020, 5), reason="gezien", protected_earnings="ruimte")
    dispute_claim(town.at("2020-07-05"), HOME, Month.of(2020, 5), text="geheim", cents=1_00)
    (found,) = terms(town.at("2024-01-01"))
    assert {"claim", "dispute"} <= set(found.held_by)
    with pytest.raises(InputError, match="No term is over"):
        expire(town.at("2024-01-01"), f"sqlite:///{tmp_path}/after.db", reason="twee jaar")
    assert not (tmp_path / "after.db").exists()


def test_a_town_says_how_long_and_a_ledger_that_is_there_is_never_written_over(town: Town, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bewaartermijn_jaren"):
        terms(Counter.at(town, "2022-07-02"))
    with pytest.raises(InputError, match="needs --reason"):
        expire(town.at("2022-07-02"), f"sqlite:///{tmp_path}/none.db", reason=" ")
    url = f"sqlite:///{tmp_path}/there.db"
    expire(town.at("2022-07-02"), url, reason="twee jaar")
    with pytest.raises(StoreError):
        expire(town.at("2022-07-02"), url, reason="twee jaar")
    with open_database(url) as there:
        assert GONE in everything(there)


@pytest.mark.requirement("R-219")
def test_what_stands_in_a_dossier_goes_with_the_rest_and_a_talk_begins_the_term_anew(town: Town, tmp_path: Path) -> None:
    """Aftercare of 1 August 2020 is known last, so two years count from then; the contact still counts, without its words."""
    (person,) = (row[0] for row in town.database.rows("SELECT DISTINCT person FROM person"))
    call = {"channel": "telefoon", "initiator": "inwoner", "kind": "nazorg", "note": "bang voor de deurwaarder", "place": "thuis"}
    write(town.at("2020-08-01"), person, Kind.CONTACT, call)
    write(town.at("2020-08-01"), person, Kind.GOAL, {"area": "schulden", "step": "naar Sociaal Raadslieden", "pace": "rustig",
                                                      "owner": "klant"})  # fmt: skip
    assert [str(one.until) for one in terms(town.at("2022-07-20"))] == ["2022-08-01"]
    target = f"sqlite:///{tmp_path}/after.db"
    expire(town.at("2022-08-02"), target, reason="twee jaar")
    with open_database(target) as after:
        left = everything(after)
        assert [word for word in ("deurwaarder", "Raadslieden", "rustig", "thuis") if word in left] == []
        assert after.value("SELECT count(*) FROM contact WHERE kind = ?", (GONE,)) == 1
        assert verify(after, town.town.id) == []
