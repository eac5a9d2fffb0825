# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run changes, as rows that a person looks at before it is done: was, becomes, difference, cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from werkzaam.app.ledger.plan import HouseholdPlan, Outcome, Position
from werkzaam.app.ledger.told import told
from werkzaam.app.text_layout import euro, grid, heading, paragraph
from werkzaam.app.texts.ledger import WORDS
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Awaiting, Decision, OutOfTerm, Proposal, Withdrawn

SHOWN = 40
"""How many rows of each kind a screen shows; all of them are in the ledger."""
_KINDS = {Decision: "decided", Proposal: "proposed", OutOfTerm: "out_of_term", Awaiting: "awaiting", Withdrawn: "withdrawn"}


class Changed(NamedTuple):
    """One month of one household that a run changes; `was` is None the first time, amounts are cents."""

    household: int
    month: Month
    kind: str
    was: int | None
    becomes: int
    pays: int
    provisional: bool
    cause: Cause | None

    @property
    def difference(self) -> int:
        """Becomes less was; all of it the first time."""
        return self.becomes - (self.was or 0)


class Held(NamedTuple):
    """A household that waits for a person, and why."""

    household: int
    why: str


def changes(position: Position, plan: HouseholdPlan) -> Iterator[Changed | Held]:
    """The rows of one household."""
    if plan.held:
        yield Held(plan.household, plan.held)
    for outcome in plan.outcomes:
        before = position.latest.get(outcome.month)
        yield Changed(
            plan.household, outcome.month, _KINDS[type(outcome)], before.due.cents if before else None, outcome.due.cents,
            outcome.pay if isinstance(outcome, Decision) else 0, outcome.due.provisional, _cause(outcome),
        )  # fmt: skip


def _cause(outcome: Outcome) -> Cause | None:
    return None if isinstance(outcome, Awaiting | Withdrawn) else outcome.cause


def changes_text(title: str, rows: Iterable[Changed | Held], lang: str) -> str:
    """The rows by kind, corrections before first decisions, and what they come to."""
    words, found = WORDS[lang], list(rows)
    changed, held = [one for one in found if isinstance(one, Changed)], [one for one in found if isinstance(one, Held)]
    lines = [*heading(title), ""]
    first = [one for one in changed if one.kind == "decided" and one.was is None]
    if first:
        lines += [words["first"].format(count=len(first), total=euro(sum(one.pays for one in first), lang)), ""]
    if not found:
        lines += [words["nothing"], ""]
    corrections = [one for one in changed if one.kind == "decided" and one.was is not None]
    for key, some in (("corrections", corrections), *((kind, [one for one in changed if one.kind == kind]) for kind in _WAITING)):
        if some:
            lines += [words[key].upper(), *_table(some, lang), ""]
    if held:
        lines += [words["held"].upper()]
        for one in held[:SHOWN]:
            lines += paragraph(f"{one.household}: {told(one.why, lang)}", hanging="  ")
        lines += [*_more(held, lang), ""]
    return "\n".join(lines)


_WAITING = ("proposed", "out_of_term", "awaiting", "withdrawn")


def _table(rows: list[Changed], lang: str) -> Iterator[str]:
    words = WORDS[lang]
    head = [words[key] for key in ("household", "month", "was", "becomes", "difference", "cause")]
    body = [[str(one.household), str(one.month), euro(one.was or 0, lang), euro(one.becomes, lang), euro(one.difference, lang),
             one.cause.words(lang) if one.cause else ""] for one in rows[:SHOWN]]  # fmt: skip
    yield from grid(head, body)
    yield from _more(rows, lang)


def _more(rows: list[Changed] | list[Held], lang: str) -> list[str]:
    return [WORDS[lang]["more"].format(count=len(rows) - SHOWN)] if len(rows) > SHOWN else []
