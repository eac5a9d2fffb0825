# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""After work stopped bijstand nothing begins again by silence; its stories are those called gestopt and vertrek."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter, slip
from tests.kernels import CACHE
from werkzaam.app.ledger.held_month import held_month
from werkzaam.app.ledger.month_then import month_then
from werkzaam.app.ledger.run import COMPILED_FROM, run
from werkzaam.app.ledger.waiting import waiting_text
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_month import own_month
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.letters import letters
from werkzaam.store.queue import open_items

MAY = Month.parse("2026-05")
HELD = """\
Uw bijstand van mei 2026 wacht op een bericht van u

Beste Sjaak,

Op 28 mei 2026 krijgt u nog geen bijstand over mei 2026. Er is niets afgewezen: de maand wacht.

In april 2026 had u genoeg loon, en dus geen bijstand. Over mei 2026 weten we nog niets.

Wat kunt u doen? Eén ding is genoeg:
- Werkte u in mei 2026? Stuur ons uw loonstrook.
- Is uw werk gestopt? Laat ons de laatste dag weten.
- Hebt u geen bijstand meer nodig? Laat ons dat ook weten.

Weten we het? Dan rekenen we de maand meteen uit. Wat u krijgt, betalen we daarna zo snel als het kan.

Bel Inez Bakker (verzonnen), 020 555 01 23. Hebt u nu te weinig geld om van te leven? Bel dan vandaag nog.
"""


def stopped(counter: Counter, *, compiled_from: int = COMPILED_FROM) -> None:
    """January 400, February far above the norm, and after that nobody says anything until the run of May."""
    counter.household("2026-01", slip("2026-01", "400.00"), norm=False)
    counter.wage("2026-02-25", "2026-02", "3000.00")
    for month in ("2026-02", "2026-03", "2026-04", "2026-05"):
        run(counter.at(f"{month}-28"), Month.parse(month), compiled_from=compiled_from)


def decided(database: Database) -> list[tuple[int, int]]:
    return [tuple(row) for row in database.rows("SELECT month, due_cents FROM decision ORDER BY month, version")]  # type: ignore[misc]


@pytest.mark.parametrize("compiled_from", [1, COMPILED_FROM])
def test_full_norm_does_not_begin_by_itself_also_by_columns(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled_from: int
) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    stopped(Counter(database, tmp_path, "participatiewet_2026"), compiled_from=compiled_from)
    assert [month for month, _ in decided(database)] == [202601, 202602, 202603, 202604]
    assert [cents for _, cents in decided(database)][1:] == [0, 0, 0]
    items = open_items(database, "teststad")
    assert [(one.item_id, one.owner, one.household) for one in items] == [
        (f"left-{HOME}-2026-02", "Inez Bakker (verzonnen)", HOME)]  # fmt: skip
    assert json.loads(items[0].text) == {"code": "left", "month": "2026-02", "day": "2026-05-25", "month_held": "2026-05"}


def test_the_question_is_asked_once_and_stays_answered(database: Database, tmp_path: Path) -> None:
    counter = Counter(database, tmp_path, "participatiewet_2026")
    stopped(counter)
    counter.changes("2026-05-29", '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2026-02-28\n')
    run(counter.at("2026-05-30", OFFICER), Month.parse("2026-05"))
    assert open_items(database, "teststad") == []
    assert [one.reason for one in open_items(database, "teststad", closed=True)] == ["einde_bijstand 2026-02-28"]


def test_queue_says_what_to_find_out_and_by_when_in_both_languages(database: Database, tmp_path: Path) -> None:
    counter = Counter(database, tmp_path, "participatiewet_2026")
    stopped(counter)
    nl, en = (" ".join(waiting_text(counter.at("2026-05-29"), lang).split()) for lang in ("nl", "en"))
    assert "Vraag vóór 25 mei 2026 hoe het verder gaat." in nl
    assert "Over mei 2026 weten we niets" in nl
    assert "Ask before 25 May 2026 what comes next." in en
    assert "Of May 2026 we know nothing" in en
    assert '{"code"' not in nl + en


def test_the_person_hears_once_that_the_month_waits_and_what_lets_it_go(database: Database, tmp_path: Path) -> None:
    counter = Counter(database, tmp_path, "participatiewet_2026")
    stopped(counter)
    run(counter.at("2026-05-29"), MAY)
    said = [one.letter.body.decode() for one in letters(database, "teststad", HOME) if one.letter.kind == "held"]
    assert said == [HELD]
    desk = counter.at("2026-05-30")
    shown = held_month(desk, desk.file(HOME), "en")
    assert shown is not None
    assert (shown.month, shown.since.isoformat()) == (MAY, "2026-05-29")
    assert shown.paragraphs[0] == "On 29 May 2026 you get no bijstand for May 2026 yet. Nothing was refused: the month waits."
    page = own_month(desk, HOME, "en", Kept())
    assert page is not None
    assert page.waits == shown
    with pytest.raises(InputError, match=r"it waits\. Because of the wage there was no bijstand in April 2026"):
        month_then(desk, HOME, MAY, desk.today, "en")
    counter.changes("2026-05-31", '[[afspraak]]\nsoort = "einde_baan"\npersoon = "Sjaak"\nbaan = "winkel"\ntot = 2026-04-30\n')
    after = counter.at("2026-05-31")
    assert held_month(after, after.file(HOME), "nl") is None
    run(after, MAY)
    assert decided(database)[-1][0] == 202605
    assert len([one for one in letters(database, "teststad", HOME) if one.letter.kind == "held"]) == 1


def test_what_cannot_be_computed_is_said_before_the_silence(database: Database, tmp_path: Path) -> None:
    counter = Counter(database, tmp_path, "participatiewet_2026")
    stopped(counter)
    new = '[[persoon]]\nnummer = 5002\nnaam = "Pim"\ngeboortedatum = 1986-02-01\n'
    counter.changes("2026-05-29", new + '[[wijziging]]\nvan = 2026-04-10\nerbij = "Pim"\nleefvorm = "gehuwden"\n')
    run(counter.at("2026-05-30"), MAY)
    assert "inside of the month" in waiting_text(counter.at("2026-05-30"), "nl")
