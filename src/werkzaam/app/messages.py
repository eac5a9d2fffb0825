# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages about work: what a change will do, told in advance, and thanks for the work when a premium is paid.

Whoever sends them asks here; nothing is sent, kept or dated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.app.premium_text import premium_sentences
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import day_text, decimal, listed
from werkzaam.app.texts.messages import WORDS
from werkzaam.app.whatif_answer import Part, WhatIf
from werkzaam.core.months import Month
from werkzaam.facts.working_days import working_days_after

DAYS_TO_TELL = 2
"""Working days within which somebody hears what a noted change will do (R-088)."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message to one person; `last_day` is the last day to send it, where there is one."""

    subject: str
    text: str
    last_day: date | None = None


def preview_message(
    answer: WhatIf, noted_on: date, lang: str, claims: Sequence[tuple[Month, int]] = ()
) -> Message:  # fmt: skip
    """What a noted change of hours is expected to do, to be sent within two working days of the day it was noted.

    `claims` are months whose bijstand was paid already, with the cents by which the work makes them lower: announced here, before
    anybody claims them (L40, P10). Where bijstand ends and none was paid yet, the message tells what it would be.
    """
    words, hours = WORDS[lang], answer.then.hours
    month, person = answer.trial.month.name(lang), answer.trial.person
    noted = words["noted_fewer" if hours < 0 else "noted"].format(
        day=day_text(noted_on, lang), hours=decimal(abs(hours), lang), month=month
    )
    parts = [f"- {line}" for part in answer.parts for line in _part(part, lang)]
    total = words["total"].format(now=euros(answer.now.total, lang), then=euros(answer.then.outcome.total, lang))
    premium = [" ".join(premium_sentences(one, lang)) for one in answer.premiums if one.person == person and one.built_up]
    ends = [words["ends"]] if answer.now.bijstand and not answer.then.outcome.bijstand else []
    back = [*_claims(answer, claims, lang, ends=bool(ends))]
    blocks = [words["dear"].format(person=person), noted, "\n".join([words["expected"], *parts, total]), *premium, *ends, *back,
              words["not_counted"], words["wrong"].format(contact=answer.trial.case.contact)]  # fmt: skip
    subject, last_day = words["preview_subject"].format(month=month), working_days_after(noted_on, DAYS_TO_TELL)
    return Message(subject, "\n\n".join(blocks) + "\n", last_day)


def _claims(answer: WhatIf, claims: Sequence[tuple[Month, int]], lang: str, *, ends: bool) -> Iterator[str]:
    """What is likely to be asked back, or would be if the month is paid before the wage is known."""
    words = WORDS[lang]
    if claims:
        months = listed([f"{month.name(lang)} {euros(cents, lang)}" for month, cents in claims], words["and"])
        yield f"{words['paid_already'].format(months=months)} {words['never_untold']}"
    elif ends and answer.too_much:
        told = {"month": answer.trial.month.name(lang), "amount": euros(answer.too_much, lang)}
        yield f"{words['paid_before'].format(**told)} {words['never_untold']}"


def _part(part: Part, lang: str) -> Iterator[str]:
    """One line for each part that changes; what stays the same is said of bijstand only."""
    words = WORDS[lang]
    if not part.change:
        if part.name == "bijstand":
            yield words["bijstand_same"]
        return
    change = words["more" if part.change > 0 else "less"].format(amount=euros(abs(part.change), lang))
    when = words["no_month"] if part.comes is None else words["in_month"].format(month=part.comes.name(lang))
    yield f"{words[part.name]}: {change} {when}."


def payout_message(
    person: str, cents: int, paid_in: Month, contact: str, lang: str, managed_by: str = "", *, later: bool = False,
    left: bool = False,
) -> Message:  # fmt: skip
    """Thanks for the work, with the premium that is paid; worded as appreciation (R-110).

    `managed_by` is who holds the person's money: the premium goes there, and the person is told so (R-102). `later` is true when
    premium of a month waits for its wage, `left` when the person has no bijstand any more.
    """
    words = WORDS[lang]
    told = {"person": person, "amount": euros(cents, lang), "month": paid_in.name(lang), "contact": contact, "name": managed_by}
    still = "_left" if left else ""
    where = ("paid_managed", f"yours_managed{still}") if managed_by else ("paid", f"yours{still}")
    rest = ("rest_later",) if later else ()
    text = "\n\n".join(words[key].format(**told) for key in ("dear", "thanks", *where, *rest, "payout_ask"))
    return Message(words["payout_subject"], text + "\n")


def held_message(people: Sequence[str], month: Month, day: date, contact: str, lang: str) -> Message:
    """A month is not paid on its day, because nobody knows yet how it goes on after work: what lets it go, and whom to call."""
    words = WORDS[lang]
    told = {
        "person": listed(list(people), words["and"]), "month": month.name(lang), "before": (month - 1).name(lang),
        "day": day_text(day, lang), "contact": contact,
    }  # fmt: skip
    send = "\n".join(f"- {words[key].format(**told)}" for key in ("held_worked", "held_ended", "held_left"))
    blocks = (
        words["dear"],
        words["held"],
        words["held_why"],
        f"{words['held_send']}\n{send}",
        words["held_then"],
        words["held_ask"],
    )
    return Message(words["held_subject"].format(**told), "\n\n".join(one.format(**told) for one in blocks) + "\n")


def payslips_message(people: Sequence[str], end: Month, months: Sequence[Month], contact: str, lang: str) -> Message:
    """Whoever leaves hears for which months after the end work may bring a premium, and that it needs the payslips of them."""
    words = WORDS[lang]
    told = {
        "person": listed(list(people), words["and"]), "end": end.name(lang), "first": months[0].name(lang),
        "until": months[-1].name(lang), "contact": contact,
    }  # fmt: skip
    when = "payslips_one" if len(months) == 1 else "payslips_more"
    blocks = ("dear", "payslips_end", when, "payslips_send", "payslips_free", "payout_ask")
    return Message(words["payslips_subject"], "\n\n".join(words[key].format(**told) for key in blocks) + "\n")


def unclaimed_message(people: Sequence[str], cents: int, month: Month, contact: str, lang: str) -> Message:
    """An offer to who left bijstand: what they could get in a month, with one confirmation and no application (R-082)."""
    words = WORDS[lang]
    told = {
        "person": listed(list(people), words["and"]),
        "amount": euros(cents, lang),
        "month": month.name(lang),
        "contact": contact,
    }
    text = "\n\n".join(words[key].format(**told) for key in ("dear", "offer", "offer_how", "offer_free", "payout_ask_offer"))
    return Message(words["offer_subject"].format(**told), text + "\n")
