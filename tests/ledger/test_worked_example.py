# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The month on the page about the ledger, computed: the table there says what comes out here."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.house.tree import ROOT
from tests.ledger.months import MARCH, due_of
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.claim import Claim, Notice, ceiling_of, refunds, withhold
from werkzaam.ledger.decision import Decision, Due, Proposal, Verdict, approve, decide

NORM = 1_078_00
PAGE = (ROOT / "docs/explanation/ledger.md").read_text(encoding="utf-8")


class Table:
    """The rows of the page's table as they come out."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self.kept = 0

    def add(self, day: date, last: Decision, money: int = 0) -> None:
        self.kept += money
        sign = "+" if money > 0 else ""
        moved = f"{sign}{format_euro(money, 'en')}" if money else ""
        due, paid, claim, kept = (
            format_euro(one, "en") for one in (last.due.cents, last.paid_after, last.claim_after, self.kept)
        )
        self.rows.append((f"{day.day} {Month.of_day(day).name('en').split()[0]}", due, paid, claim, moved, kept))


def rows_of_the_page() -> list[tuple[str, ...]]:
    lines = (line.split("|")[1:-1] for line in PAGE.splitlines() if line[:4].removeprefix("| ").strip().isdigit())
    return [tuple(cell.strip() for at, cell in enumerate(line) if at != 1) for line in lines]


def known(
    wage: int, what: str, seq: int, before: Decision | None, day: date, *, provisional: bool = False
) -> Decision | Proposal:
    due: Due = due_of(NORM - wage, what, provisional=provisional)
    made = decide(before, due, known_seq=seq, month_of_run=Month.of_day(day), cause=Cause.SCHATTING, rules_version="1")
    assert isinstance(made, Decision | Proposal)
    return made


def test_the_month_on_the_page_comes_out_as_it_says() -> None:
    table, ceiling = Table(), ceiling_of(NORM, Fraction(1, 20))
    assert ceiling == 53_90
    one = known(878_00, "estimate", 1, None, date(2019, 4, 1), provisional=True)
    assert isinstance(one, Decision)
    table.add(date(2019, 4, 1), one, one.pay)
    proposal = known(998_00, "payslip", 3, one, date(2019, 4, 30))
    assert isinstance(proposal, Proposal)
    table.add(date(2019, 4, 30), one)
    verdict = Verdict(proposal.due.digest, "s.yilmaz", "m.bakker", True, "Loonstrook gezien.", "Houdt 95% van de norm over.")
    two = approve(one, proposal, verdict, month_of_approval=Month.parse("2019-05"))
    table.add(date(2019, 5, 3), two)
    recovered = 0
    for day in (date(2019, 5, 8), date(2019, 6, 8), date(2019, 7, 8)):
        claim = Claim(MARCH, two.claim_after, recovered, notices=(Notice(date(2019, 5, 3), two.claim_after),))
        taken = sum(move.cents for move in withhold(900_00, [claim], ceiling, day, notice_days=10))
        recovered += taken
        table.add(day, two, -taken)
    three = known(950_00, "correction", 9, two, date(2019, 7, 15))
    assert isinstance(three, Decision)
    (back,) = refunds([Claim(MARCH, three.claim_after, recovered)])
    table.add(date(2019, 7, 15), three, -back.cents)
    assert table.rows == rows_of_the_page()
    assert table.kept == three.due.cents == 128_00
