# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How a letter begins: the amount, the month and the reason, before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.letters.content import Kind, LetterContent, Plan, Wage
from werkzaam.app.letters.model import Part, Said
from werkzaam.app.letters.writer import Cents, Writer
from werkzaam.app.texts.page import WORDS as PAGE_WORDS

AMOUNT_AND_MONTH = (Part.AMOUNT, Part.MONTH)


def lead(write: Writer) -> Iterator[Said]:
    """The first lines below the greeting."""
    yield from _AMOUNTS[write.content.kind](write)
    yield from _reason(write)
    for wage in write.content.wages:
        yield Said(" ".join(_wage(write, wage)), frozenset({Part.REASON}))


def _month_amount(write: Writer) -> Iterator[Said]:
    content = write.content
    key = "settled"
    if content.kind is Kind.PROVISIONAL:
        key = "provisional"
    elif not content.becomes:
        key = "settled_zero"
    elif content.was is not None:
        key = "settled_same"
    yield write.said(key, *AMOUNT_AND_MONTH, month=content.month, becomes=Cents(content.becomes))


def _changed(write: Writer) -> Iterator[Said]:
    content = write.content
    filled = {"month": content.month, "was": Cents(content.was or 0), "becomes": Cents(content.becomes),
              "difference": Cents(abs(content.difference))}  # fmt: skip
    yield write.said(content.kind.value, *AMOUNT_AND_MONTH, **filled)


def _plan(write: Writer) -> Iterator[Said]:
    plan = planned(write.content)
    key = "plan_once" if plan.months == 1 else "plan"
    yield write.said(key, Part.AMOUNT, total=Cents(plan.total), months=plan.months, instalment=Cents(plan.instalment))


def _premium(write: Writer) -> Iterator[Said]:
    content = write.content
    yield write.said("premium", Part.AMOUNT, becomes=Cents(content.becomes))
    months = [line.month for line in content.lines if line.month is not None and line.cents > 0] or [content.month]
    key = "premium_month" if min(months) == max(months) else "premium_months"
    yield write.said(key, Part.MONTH, first=min(months), last=max(months))


def _stopped(write: Writer) -> Iterator[Said]:
    yield write.said("stopped", *AMOUNT_AND_MONTH, month=write.content.month)


def _objection(write: Writer) -> Iterator[Said]:
    content = write.content
    assert content.objection is not None
    filled = {"month": content.month, "becomes": Cents(content.becomes)}
    yield write.said(f"objection_{content.objection.outcome}", *AMOUNT_AND_MONTH, **filled)
    yield write.said("objection_why", Part.REASON, officer=content.officer)


_AMOUNTS = {
    Kind.SETTLED: _month_amount, Kind.PROVISIONAL: _month_amount, Kind.HIGHER: _changed, Kind.LOWER: _changed,
    Kind.CLAIM: _changed, Kind.PLAN: _plan, Kind.PREMIUM: _premium, Kind.STOPPED: _stopped,
    Kind.OBJECTION: _objection,
}  # fmt: skip


def _reason(write: Writer) -> Iterator[Said]:
    """The reason that was given, or the one that the kind itself has."""
    content = write.content
    own = {Kind.SETTLED: "settled_why", Kind.PLAN: "plan_why", Kind.PREMIUM: "premium_why", Kind.STOPPED: "stopped_why"}
    if content.reason is not None:
        yield Said(content.reason.words.of(write.lang), frozenset({Part.REASON}))
    elif content.kind is Kind.SETTLED and content.was is not None:
        yield write.said("settled_same_why", Part.REASON)
    elif content.kind is Kind.SETTLED and not content.becomes:
        yield write.said("settled_zero_why", Part.REASON)
    elif content.kind in own:
        yield write.said(own[content.kind], Part.REASON, above=Cents(content.above))


def _wage(write: Writer, wage: Wage) -> Iterator[str]:
    """What is known of a wage, and what it was estimated at."""
    if wage.cents is None:
        yield write.word("no_slip", job=wage.job, month=wage.month)
        if wage.estimate is not None:
            yield write.word("no_slip_estimate", estimate=Cents(wage.estimate))
        return
    key = "slip_plain" if wage.received is None else "slip"
    yield write.word(key, job=wage.job, day=wage.received)
    yield write.word("slip_cents", month=wage.month, cents=Cents(wage.cents))
    if wage.counts_by is not None:
        yield PAGE_WORDS[write.lang][f"by_{wage.counts_by}"].format(month=write.month)
    if wage.estimate is not None and wage.estimate != wage.cents:
        yield write.word("slip_estimate", estimate=Cents(wage.estimate))


def planned(content: LetterContent) -> Plan:
    """The plan of a letter that has one."""
    assert content.plan is not None
    return content.plan
