# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever leaves is asked for the payslips of a premium on leaving, and what they then send pays it (decision 0248)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, Counter, slip
from werkzaam.app.ledger.own_report import OwnReport, report_wage
from werkzaam.app.ledger.run import run
from werkzaam.app.portal.mijn_letters import archive_of
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.letters import letters
from werkzaam.store.premiums import premiums_of

TOWN = str(Path(__file__).parents[3] / "stories" / "regimes" / "uitstroompremie.toml")
ENDS = '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2018-03-31\n'
PIM = '[[persoon]]\nnummer = 5002\nnaam = "Pim"\ngeboortedatum = 1986-02-01\nrol = "huisgenoot"\n'
ASKED = """\
Werkt u na uw bijstand? Dan kunt u een premie krijgen

Beste Sjaak,

Uw laatste maand met bijstand is maart 2018.

Werkt u in april 2018, of in de maanden daarna tot en met juni 2018? Dan kunt u daarvoor een premie krijgen.

Stuur ons uw loonstrook van elke maand, zodra u hem hebt. Zonder loonstrook kunnen we de premie niet uitrekenen. Komt hij later? \
Dan krijgt u de premie later.

Werkt u dan niet? Dan hoeft u niets te doen.

Hebt u een vraag over uw premie? Vraag het aan Inez Bakker (verzonnen), 020 555 01 23.
"""


def leaves(counter: Counter, more: str = "") -> list[str]:
    """A household that leaves on 1 April 2018; what was sent to it then."""
    counter.household(
        "2018-03", (slip("2018-03", "400.00") + more).replace("[[loon]]", '[[loon]]\npersoon = "Sjaak"'), norm=False
    )
    run(counter.at("2018-03-26"), Month.of(2018, 3))
    counter.changes("2018-03-28", ENDS)
    counter.changes("2018-03-28T10:00:00Z", ENDS)
    return [one.letter.body.decode() for one in letters(counter.database, counter.town.id, HOME) if one.letter.kind == "payslips"]


def test_who_leaves_is_asked_once_and_the_payslip_that_is_sent_pays_the_premium(database: Database, tmp_path: Path) -> None:
    counter = Counter(database, tmp_path, TOWN)
    assert leaves(counter, PIM) == [ASKED]
    assert [one.subject for one in archive_of(counter.at("2018-04-01"), HOME) if one.code == "letter_payslips"] == [
        "Werkt u na uw bijstand? Dan kunt u een premie krijgen"
    ]
    sent = OwnReport(5001, "winkel", date(2018, 4, 1), date(2018, 4, 30), date(2018, 4, 25), 1500_00)
    assert report_wage(counter.at("2018-05-02"), HOME, sent).outcome == "counts"
    run(counter.at("2018-05-20"), Month.of(2018, 5))
    assert sum(one.award.cents for one in premiums_of(counter.database, counter.town.id, HOME)) == 300_00


@pytest.mark.parametrize(("town", "more"), [
    ("amsterdam_2018", ""),
    (TOWN, "".join(slip(f"2018-0{number}", "1500.00") for number in (4, 5, 6))),
])  # fmt: skip
def test_without_such_a_premium_or_with_all_wages_known_nobody_is_asked(
    database: Database, tmp_path: Path, town: str, more: str
) -> None:
    assert leaves(Counter(database, tmp_path, town), more) == []
