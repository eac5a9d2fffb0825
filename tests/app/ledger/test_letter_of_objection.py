# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The decision on an objection as a letter: each part with its outcome, what was taken of it, and until when one can appeal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter
from werkzaam.app.ledger.dispute import Outcome, decide_dispute, dispute_claim
from werkzaam.app.ledger.letter_of import content_of, letter_pdf
from werkzaam.app.ledger.letter_of_objection import decisions_on
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.ledger.run import run
from werkzaam.app.letters import as_text, letter
from werkzaam.app.portal.own_claims import claims_of
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.claims import claims
from werkzaam.store.database import Database
from werkzaam.store.letters import letters

JANUARY, THIRD = Month.of(2026, 1), "t.visser"


def text_of(counter: Counter, day: str, number: int, lang: str = "nl") -> str:
    made = letter(content_of(counter.at(day), f"{HOME}/{JANUARY}/bezwaar-{number}"), lang)
    return " ".join(as_text(made).split())


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    """712.50 of January is claimed: 1,000.00 less 25% that is kept (31:2:n), less 5% not kept aside for holiday allowance.

    In March 70.08 of it is taken. Two parts of it are contested, one after the other.
    """
    found = Counter(database, tmp_path, "participatiewet_2026")
    found.household("2026-01", norm=False)
    run(found.at("2026-01-20"), JANUARY)
    found.wage("2026-02-01", "2026-01", "1000.00")
    found.changes("2026-02-01", '[[afspraak]]\nsoort = "einde_baan"\npersoon = "Sjaak"\nbaan = "winkel"\ntot = 2026-01-31\n')
    run(found.at("2026-02-02"), Month.of(2026, 2))
    approve_claim(found.at("2026-02-03", OFFICER), HOME, JANUARY, reason="gezien", protected_earnings="ruimte")
    run(found.at("2026-03-25"), Month.of(2026, 3))
    dispute_claim(found.at("2026-03-26"), HOME, JANUARY, text="Dat loon is niet van mij.", cents=600_00)
    dispute_claim(found.at("2026-03-27"), HOME, JANUARY, text="De rest ook niet.")
    return found


def test_each_part_has_its_answer_and_the_appeal_its_last_day(counter: Counter) -> None:
    decide_dispute(counter.at("2026-04-01", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="De werkgever bevestigt het loon.")
    told = text_of(counter, "2026-04-01", 1)
    assert "het bedrag van € 712,50 dat u terugbetaalt over januari 2026. U krijgt geen gelijk." in told
    assert "Deel 1, van 26 maart 2026: u krijgt geen gelijk 600,00 U schreef: Dat loon is niet van mij." in told
    assert "Deel 2, van 27 maart 2026: u krijgt geen gelijk 112,50 U schreef: De rest ook niet." in told
    assert "Hiervan hielden we al € 70,08 in." in told
    assert "Vanaf 11 april 2026 kunnen we de rest weer inhouden" in told
    assert "U kunt in beroep gaan bij de rechtbank. Dat kan tot en met 13 mei 2026." in told
    assert "t.visser heeft dit besloten, en niet de computer." in told
    assert "Hiervan hielden we al € 70,08 in." in text_of(counter, "2026-04-20", 1)  # As it stood before the decision.


def test_a_second_objection_has_a_letter_of_its_own_and_each_stays_as_it_was_sent(counter: Counter) -> None:
    decide_dispute(counter.at("2026-04-01", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="De werkgever bevestigt het loon.")
    first = letter_pdf(counter.at("2026-04-01"), f"{HOME}/{JANUARY}/bezwaar-1", "nl")
    dispute_claim(counter.at("2026-04-12"), HOME, JANUARY, text="Kijk nog eens.", cents=100_00)
    decide_dispute(counter.at("2026-04-13", THIRD), HOME, JANUARY, Outcome.UPHELD, reason="Er was een ander nummer.")
    told = text_of(counter, "2026-04-13", 2, "en")
    assert "the €100.00 that you pay back for January 2026. You are right." in told
    assert "Of this we kept" not in told  # What is contested is first of all what was not taken yet.
    assert letter_pdf(counter.at("2026-06-01"), f"{HOME}/{JANUARY}/bezwaar-1", "nl") == first
    assert [one.letter.kind for one in letters(counter.database, counter.town.id, HOME)] == ["objection"]
    with pytest.raises(InputError, match="2 decisions were made on objections"):
        text_of(counter, "2026-04-13", 3)


def test_two_decisions_of_one_day_in_the_same_words_are_two_letters(counter: Counter) -> None:
    decide_dispute(counter.at("2026-04-01", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="Het klopt.")
    for cents in (100_00, 50_00):
        dispute_claim(counter.at("2026-04-13"), HOME, JANUARY, text=f"Kijk nog eens naar {cents}.", cents=cents)
        decide_dispute(counter.at("2026-04-13", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="Het klopt.")
    assert [len(parts) for parts in decisions_on(counter.at("2026-04-13"), HOME, JANUARY)] == [2, 1, 1]
    assert "Kijk nog eens naar 5000." in text_of(counter, "2026-04-13", 3)


def test_who_does_not_agree_with_the_answer_says_so_at_once_and_nothing_is_taken_meanwhile(counter: Counter) -> None:
    decide_dispute(counter.at("2026-04-01", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="De werkgever bevestigt het loon.")
    said = dispute_claim(counter.at("2026-04-03"), HOME, JANUARY, text="Ik blijf erbij.")
    assert (said.dispute.cents, said.set_aside) == (712_50, 70_08)
    state = claims(counter.database, counter.town.id, HOME)[JANUARY]
    on = state.value(date(2026, 4, 25), counter.town.notice_days)
    assert (on.contested, on.takeable(date(2026, 4, 25), counter.town.notice_days)) == (712_50, 0)
    with pytest.raises(InputError, match="not contested already"):
        dispute_claim(counter.at("2026-04-04"), HOME, JANUARY, text="En nog eens.")


def test_an_objection_that_was_taken_back_asks_for_no_appeal(counter: Counter) -> None:
    decide_dispute(counter.at("2026-04-01"), HOME, JANUARY, Outcome.WITHDRAWN, reason="Gebeld: het klopt toch.")
    told = text_of(counter, "2026-04-01", 1)
    assert "U trok dat bezwaar weer in." in told
    assert "rechtbank" not in told


def test_an_objection_in_the_days_of_notice_after_a_dismissal_is_heard_and_stops_the_claim_at_once(counter: Counter) -> None:
    """Dismissed on 1 April, the rest can be taken from 11 April on. Who objects again on 5 April is heard.

    Before, it was refused with words about the claim, and a report of the same day stopped nothing.
    """
    decide_dispute(counter.at("2026-04-01", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="Het klopt.")
    assert claims_of(counter.at("2026-04-05"), HOME, 1401_50, 0, Month.of(2026, 4)).claims[0].open_to_say == 712_50
    made = dispute_claim(counter.at("2026-04-05"), HOME, JANUARY, text="Ik heb nu een brief van mijn baas.")
    assert (made.dispute.cents, made.set_aside) == (712_50, 70_08)
    state = claims(counter.database, counter.town.id, HOME)[JANUARY]
    contested = [state.value(date(2026, 4, day), 10).contested for day in (5, 10, 25)]
    assert (contested, state.undisputed) == ([712_50] * 3, 0)
    assert run(counter.at("2026-04-25"), Month.of(2026, 4)).withheld == 0
    with pytest.raises(InputError, match="not contested already"):
        dispute_claim(counter.at("2026-04-26"), HOME, JANUARY, text="Nog eens.")
    decide_dispute(counter.at("2026-04-27", THIRD), HOME, JANUARY, Outcome.DISMISSED, reason="De brief gaat over mei.")
    assert run(counter.at("2026-05-25"), Month.of(2026, 5)).withheld == 70_08
