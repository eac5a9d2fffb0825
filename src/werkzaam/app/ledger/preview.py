# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a noted contract will do, told at once: the expected month, and a likely claim where bijstand was paid already (R-088)."""

from __future__ import annotations

from fractions import Fraction

from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.ledger.body import Row
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.exit_claim import likely_claims
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.keep import keep_message
from werkzaam.app.ledger.new_facts import NewFact
from werkzaam.app.ledger.plan import case_now
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.messages import Message, preview_message
from werkzaam.app.whatif_answer import Question, what_if
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Month
from werkzaam.store.queue import open_item
from werkzaam.store.writer import Writer


def tell_of_contract(desk: Desk, writer: Writer, household: int, fact: NewFact, lang: str = "nl") -> None:
    """Keep the message about a contract in the transaction that records it; what cannot be computed goes to a person at once.

    So it exists before the two working days are over in which the person must hear of it.
    """
    writer.flush()
    try:
        told = preview(desk, household, fact.row, lang)
    except WerkzaamError as error:
        item = f"preview {household} {digest('preview', fact.key)[:16]}"
        open_item(writer, item, kind="question", household=household,
                  text=f"{fact.row['baan']}, {fact.row['van']}: {error}")  # fmt: skip
        return
    if told is not None:
        keep_message(desk, writer, household, "preview", told, fact.key)


def preview(desk: Desk, household: int, row: Row, lang: str) -> Message | None:
    """The message about a contract that stands in the file; None when it changes no hours.

    It is about the first whole month of the contract. Raises what the rules, the facts or the regime refuse.
    """
    position = position_of(desk, household)
    hours = _more_hours(position.file, row)
    if not hours:
        return None
    month = max(_first_whole_month(row), position.file.first_month)
    case = case_now(position, desk.world(max(month, *position.latest) if position.latest else month))
    work = ExtraWork(hours, row["uurloon"])
    answer = what_if(case, Question(work, person=row["persoon"], month=month))
    claims = likely_claims(case, work, row["persoon"], position.latest, month)
    return preview_message(answer, desk.today, lang, claims)


def _first_whole_month(row: Row) -> Month:
    month = Month.of_day(row["van"])
    return month if row["van"] == month.first_day else month + 1


def _more_hours(file: HouseholdFile, row: Row) -> Fraction:
    """Hours a week more than now, below zero for fewer; raises InputError when nobody knows how many there are now."""
    if "uren_eerder" in row:
        return Fraction(row["uren"]) - Fraction(row["uren_eerder"])
    job = (row["persoon"], row["baan"])
    before = [one.row for one in file.of("arrangement") if one.row["soort"] == "contract" and one.row != row
              and (one.row["persoon"], one.row["baan"]) == job and one.row["van"] <= row["van"]]  # fmt: skip
    if before:
        return Fraction(row["uren"]) - Fraction(before[-1]["uren"])
    if any((one.row["persoon"], one.row["baan"]) == job for one in file.of("wage", "estimate")):
        raise InputError(f"The job {row['baan']} has wages, and its hours up to now are not known: add uren_eerder.")
    return Fraction(row["uren"])
