# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody pays a claim from holiday allowance: only as chosen, on top of the instalment, and the letters say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter
from werkzaam.app.ledger.dispute import dispute_claim
from werkzaam.app.ledger.letter_of import content_of
from werkzaam.app.ledger.month_then import month_text, month_then
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.ledger.run import run
from werkzaam.app.letters import as_text, letter
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.claims import agreed_since, claims
from werkzaam.store.database import Database
from werkzaam.store.payments import payments
from werkzaam.store.verify import verify

JANUARY, MAY = Month.of(2026, 1), Month.of(2026, 5)
CHOICE = '[[afspraak]]\nsoort = "vakantietoeslag_voor_vordering"\nbedrag = "{cents}"\nvan = 2026-02-01\n'
LEFT_JOB = '[[afspraak]]\nsoort = "einde_baan"\npersoon = "Sjaak"\nbaan = "winkel"\ntot = 2026-01-31\n'


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    """January was paid without a wage of 1,200.00 that came later; the town sets 5% of the norm, 70.08, as the most a month."""
    found = Counter(database, tmp_path, "participatiewet_2026")
    found.household("2026-01", norm=False)
    run(found.at("2026-01-20"), JANUARY)
    found.wage("2026-02-01", "2026-01", "1200.00")
    found.changes("2026-02-01", LEFT_JOB)
    run(found.at("2026-02-02"), Month.of(2026, 2))
    return found


def approved(counter: Counter) -> int:
    """The officer approves; what is claimed."""
    made = approve_claim(counter.at("2026-02-03", OFFICER), HOME, JANUARY, reason="gezien", protected_earnings="ruimte")
    return made.claim_after


def taken(counter: Counter, month: Month) -> list[tuple[str, int, bool]]:
    """What the payments for a month kept for claims: the month of the claim, cents, and whether the person chose so."""
    found = payments(counter.database, counter.town.id, HOME)
    return [(part.ref, part.cents, part.agreed) for one in found if one.month == month for part in one.parts
            if part.kind.value == "recovery"]  # fmt: skip


def run_until_may(counter: Counter) -> None:
    for month in (3, 4, 5):
        run(counter.at(f"2026-0{month}-20"), Month.of(2026, month))


def test_without_a_choice_only_the_instalment_is_taken(counter: Counter) -> None:
    approved(counter)
    run_until_may(counter)
    assert taken(counter, MAY) == [("2026-01", 70_08, False)]


def test_what_was_chosen_comes_on_top_of_the_instalment_and_the_letters_say_so(counter: Counter) -> None:
    counter.changes("2026-02-02", CHOICE.format(cents="120.00"))
    claim = approved(counter)
    told = " ".join(as_text(letter(content_of(counter.at("2026-02-03"), "1001/2026-01/2"), "nl")).split())
    months = 0
    left, month = claim, Month.of(2026, 2)
    while left > 0:  # From February on, 70.08 a month, and 120.00 more each May.
        left -= 70_08 + (120_00 if month.number == 5 else 0)
        months, month = months + 1, month + 1
    assert "U koos om ook € 120,00 per jaar te betalen uit uw vakantietoeslag." in told
    assert f"U bent dan na {months} maanden klaar." in told
    assert "Wilt u toch niet betalen uit uw vakantietoeslag?" in told
    run_until_may(counter)
    assert taken(counter, MAY) == [("2026-01", 70_08, False), ("2026-01", 120_00, True)]
    assert agreed_since(counter.database, counter.town.id, HOME, JANUARY.first_day) == 120_00
    of_may = " ".join(as_text(letter(content_of(counter.at("2026-05-21"), "1001/2026-05/1"), "nl")).split())
    assert "Uit uw vakantietoeslag, zoals u koos: terugbetaling over januari 2026" in of_may
    page = month_text(month_then(counter.at("2026-05-21"), HOME, MAY, counter.at("2026-05-21").today, "nl"), "nl")
    assert "Uit de vakantietoeslag, zoals gekozen: € 120,00 voor 2026-01." in page
    assert verify(counter.database, counter.town.id) == []


def test_never_more_than_the_allowance_nor_what_is_contested(counter: Counter) -> None:
    counter.changes("2026-02-02", CHOICE.format(cents="5000.00"))
    claim = approved(counter)
    contested = claim - 3 * 70_08 - 100_00
    dispute_claim(counter.at("2026-02-04"), HOME, JANUARY, text="klopt niet", cents=contested)
    run_until_may(counter)
    assert taken(counter, MAY) == [("2026-01", 70_08, False), ("2026-01", 100_00, True)]
    state = claims(counter.database, counter.town.id, HOME)[JANUARY]
    assert state.claim - state.recovered == contested


def test_all_of_the_allowance_goes_where_that_was_chosen(counter: Counter) -> None:
    counter.changes("2026-02-02", CHOICE.format(cents="5000.00"))
    approved(counter)
    run_until_may(counter)
    paid = next(one for one in payments(counter.database, counter.town.id, HOME) if one.month == MAY)
    reserve = paid.cents - 1_331_42
    assert taken(counter, MAY) == [("2026-01", 70_08, False), ("2026-01", reserve, True)]


def test_a_choice_of_nothing_is_refused(counter: Counter) -> None:
    with pytest.raises(InputError, match="an amount above zero was expected"):
        counter.changes("2026-02-02", CHOICE.format(cents="0.00"))
