# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month that is decided on A, then on B, and then on A again: three versions, each with its money (decision 0091)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.ledger.a_town import FIRST, TOWN, desk_on
from werkzaam.app.ledger import dues as dues_module
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.new_facts import home, person, wage
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.ledger.replay import replay
from werkzaam.app.ledger.run import run
from werkzaam.store.database import Database
from werkzaam.store.decisions import Decided, decisions
from werkzaam.store.events import open_households, open_municipality
from werkzaam.store.facts import record_fact
from werkzaam.store.invariants import broken_invariants
from werkzaam.store.people import record_person

NUMBER = 7


@pytest.fixture
def town(database: Database) -> Database:
    """One household with wages of January, decided once."""
    with database.transaction():
        open_municipality(database, TOWN.id, TOWN.name)
        open_households(database, TOWN.id, [NUMBER])
    desk = desk_on(database, "2026-01-05")
    about = {"eerste_maand": str(FIRST), "contactpersoon": "Sam Bakker", "huishouden": {"leefvorm": "alleenstaande"}}
    row = {"nummer": 71, "naam": "Sam", "geboortedatum": date(1985, 1, 1)}
    with desk.writes() as writer:
        record_person(writer, NUMBER, 71, name="Sam", born=date(1985, 1, 1))
        for fact in (home(about), person(row, FIRST.first_day)):
            record_fact(writer, NUMBER, fact.fact(), idem_key=fact.key)
    paid(desk_on(database, "2026-01-27"), "500.00")
    run(desk_on(database, "2026-01-28"), FIRST)
    return database


def paid(desk: Desk, euros: str, slip: str = "loonstrook") -> None:
    """A payslip of January, or a correction of it, that is paid today."""
    row = {"persoon": "Sam", "baan": "werk", "gewerkt_van": FIRST.first_day, "gewerkt_tot": FIRST.last_day,
           "betaald_op": desk.today, "netto": euros, "bron": slip}  # fmt: skip
    if slip != "loonstrook":
        row |= {"correctie": True}
    fact = wage(row, 71)
    with desk.writes() as writer:
        record_fact(writer, NUMBER, fact.fact(), idem_key=fact.key)


def of_january(database: Database) -> list[Decided]:
    return decisions(database, TOWN.id, NUMBER, month=FIRST)


def test_a_correction_that_comes_and_goes_makes_three_versions(town: Database) -> None:
    paid(desk_on(town, "2026-02-02"), "-100.00", "eerste correctie")
    run(desk_on(town, "2026-02-03"), FIRST)
    paid(desk_on(town, "2026-02-04"), "100.00", "tweede correctie")
    view = run(desk_on(town, "2026-02-05"), FIRST)
    assert [row.kind for row in view.rows] == ["proposed"]  # type: ignore[union-attr]
    approve_claim(desk_on(town, "2026-02-06", "s.yilmaz"), NUMBER, FIRST, reason="gezien", protected_earnings="blijft erboven")
    first, other, last = (one.decision for one in of_january(town))
    assert first.due.digest == last.due.digest != other.due.digest
    assert (first.due.cents, last.due.cents) == (last.due.cents, first.due.cents)
    assert (last.claim_after, other.pay) == (other.pay, other.due.cents - first.due.cents)
    assert run(desk_on(town, "2026-02-07"), FIRST).results == {"unchanged": 1}
    assert broken_invariants(town, TOWN.id) == []
    assert list(replay(desk_on(town, "2026-02-08"), NUMBER)) == []


def test_a_proposal_that_was_withdrawn_can_come_back(town: Database) -> None:
    kinds = []
    for turn, euros in enumerate(("100.00", "-100.00", "100.00"), 2):
        paid(desk_on(town, f"2026-02-{turn:02}"), euros, f"correctie {turn}")
        view = run(desk_on(town, f"2026-02-{turn:02}"), FIRST)
        kinds += [row.kind for row in view.rows]  # type: ignore[union-attr]
    assert kinds == ["proposed", "withdrawn", "proposed"]
    digests = [digest for (digest,) in town.rows("SELECT input_digest FROM proposal ORDER BY hseq")]
    assert digests[0] == digests[2] != digests[1]
    assert broken_invariants(town, TOWN.id) == []


def test_rules_that_are_rolled_back_give_the_first_content_again(town: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The middle release is another by its fingerprint only; each time something is recorded, so that January is looked at."""
    paid(desk_on(town, "2026-02-02"), "-50.00", "een")
    with monkeypatch.context() as patch:
        patch.setattr(dues_module, "rules_digest", lambda rules: "f" * 64)
        run(desk_on(town, "2026-02-02"), FIRST)
        paid(desk_on(town, "2026-02-03"), "-50.00", "twee")
        run(desk_on(town, "2026-02-03"), FIRST)
    paid(desk_on(town, "2026-02-04"), "100.00", "drie")
    run(desk_on(town, "2026-02-04"), FIRST)
    approve_claim(desk_on(town, "2026-02-05", "s.yilmaz"), NUMBER, FIRST, reason="gezien", protected_earnings="blijft erboven")
    found = [one.decision.due.digest for one in of_january(town)]
    assert len(found) == 4
    assert found[0] == found[3]
    assert len(set(found)) == 3
