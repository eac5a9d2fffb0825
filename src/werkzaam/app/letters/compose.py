# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A decision, proposal or premium as a letter: what it says, in which order, in plain Dutch or English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from re import findall

from werkzaam.app.letters.boxes import box
from werkzaam.app.letters.content import Kind, LetterContent, Reason, Words
from werkzaam.app.letters.leads import lead, planned
from werkzaam.app.letters.model import Letter, Part, Said, Section, Style
from werkzaam.app.letters.sums import paid_table, sum_table
from werkzaam.app.letters.termijn import last_day_to_object
from werkzaam.app.letters.writer import Cents, Writer
from werkzaam.app.text_layout import day_text
from werkzaam.app.texts.letters import OURS, REASONS
from werkzaam.core.errors import InputError
from werkzaam.core.law import LawRef


def letter(content: LetterContent, lang: str) -> Letter:
    """The letter, in `nl` or `en`; the same content gives the same letter."""
    write = Writer(content, lang)
    return framed(write, write.word(f"{content.kind.value}_title", **_titled(content)), tuple(_sections(write)))


def copies(content: LetterContent) -> tuple[LetterContent, ...]:
    """The content once for each who gets the letter: the person first, then whoever stands beside them (R-083)."""
    beside = content.representative
    return (content,) if beside is None else (content, replace(content, address=(beside.name, *beside.address)))


def reason_of(cause: str) -> Reason:
    """The reason for the name of a cause; raises InputError for one that has no words."""
    if cause not in REASONS["nl"]:
        raise InputError(f"No reason is known for the cause {cause!r}; there are {', '.join(REASONS['nl'])}.")
    return Reason(Words(REASONS["nl"][cause], REASONS["en"][cause]), ours=cause == OURS)


def framed(write: Writer, title: str, sections: tuple[Section, ...], dear: str = "") -> Letter:
    """Sections with all that stands around them."""
    content = write.content
    about = (
        (write.word("day"), day_text(content.day, write.lang)),
        (write.word("reference"), content.reference),
        (write.word("contact"), f"{content.contact.name}, {content.contact.phone}"),
    )
    return Letter(
        lang=write.lang, day=content.day, title=title, sender=write.word("town", name=content.municipality.name),
        address=content.address or content.people, about=about, note=_copied(write),
        greeting=dear or write.word("dear", people=write.people), sections=sections,
        closing=(write.word("greeting"), content.contact.name, write.word("on_behalf", name=content.municipality.name)),
        footer=write.word("translation"),
    )  # fmt: skip


def _titled(content: LetterContent) -> dict[str, object]:
    """What a title may name."""
    return {"month": content.month, "total": Cents(content.total)}


def _copied(write: Writer) -> str:
    """Who else gets the letter, as the one who holds it must know it."""
    content, beside = write.content, write.content.representative
    if beside is None:
        return ""
    role = beside.role.value.of(write.lang)
    if content.address == (beside.name, *beside.address):
        return write.word("copy_for", role=role, people=write.people)
    return write.word("copy_to", name=beside.name, role=role)


def _sections(write: Writer) -> Iterator[Section]:
    """The letter in its order: what happened, what it means, the sum, what can be done, and the law."""
    yield Section("", tuple(lead(write)), Style.LEAD)
    yield Section(write.word("meaning"), tuple(box(write)), Style.BOX)
    yield Section(write.word("sum"), table=sum_table(write))
    paid = paid_table(write)
    if paid is not None:
        yield Section(write.word("paid"), table=paid)
    if write.content.kind is Kind.STOPPED:
        yield Section(write.word("back"), tuple(_way_back(write)))
    if write.content.kind is Kind.HIGHER and write.content.ours and write.content.pay:
        yield Section(write.word("bills"), tuple(_bills(write)))
    yield Section(write.word("options"), tuple(_options(write)), Style.BULLETS)
    yield Section(write.word("objection"), tuple(_objection(write)))
    yield Section(write.word("law"), tuple(_law(write)), Style.SMALL)


def _way_back(write: Writer) -> Iterator[Said]:
    yield write.said("back_easy", contact=write.content.contact.name)
    yield write.said("back_until", restart_until=write.content.restart_until)
    yield write.said("back_supplement")


def _bills(write: Writer) -> Iterator[Said]:
    """Help for who could not pay because of our mistake (R-080)."""
    yield write.said("bills_call", contact=write.content.contact.name, pay=Cents(write.content.pay))
    yield write.said("bills_letter")


def _options(write: Writer) -> Iterator[Said]:
    """What can be done, and whom to call."""
    content = write.content
    yield from (write.said(key, Part.OPTIONS, **_optional(content)) for key in _option_keys(content))
    yield write.said("ask", Part.OPTIONS, Part.PERSON, contact=content.contact.name, phone=content.contact.phone)


def _option_keys(content: LetterContent) -> Iterator[str]:
    match content.kind:
        case Kind.LOWER:
            yield from ("lower_agree", "lower_answer", "lower_needed", "help")
        case Kind.CLAIM:
            chosen = content.plan is not None and content.plan.chosen
            yield from ("claim_spread", "claim_holiday_stop" if chosen else "claim_holiday", "claim_hold", "not_right")
        case Kind.PLAN:
            yield "plan_too_much"
            if planned(content).holiday and not planned(content).chosen:
                yield "plan_holiday"
            yield "not_right"
        case Kind.PREMIUM:
            yield "premium_look"
        case Kind.OBJECTION:
            yield from ("help",) if content.objection and content.objection.outcome == "upheld" else ("claim_spread", "help")
        case Kind.PROVISIONAL:
            yield from ("provisional_send", "provisional_wait", "not_right")
        case _:
            yield from ("not_right", "help")


def _optional(content: LetterContent) -> dict[str, object]:
    """What the options may name."""
    plan = content.plan
    return {
        "answer_by": content.answer_by,
        "contact": content.contact.name,
        "holiday": Cents(plan.holiday if plan else 0),
        "holiday_months": plan.holiday_months if plan else 0,
    }


def _objection(write: Writer) -> Iterator[Said]:
    """How to object and until when; to a proposal only after the decision (Awb 6:7, 6:8)."""
    content = write.content
    if content.kind is Kind.LOWER:
        yield write.said("lower_object", Part.OBJECTION)
        return
    if content.kind is Kind.OBJECTION:
        yield from _appeal(write)
        return
    address = ", ".join((write.word("town", name=content.municipality.name), *content.municipality.address))
    yield write.said("object", Part.OBJECTION, last_day=last_day_to_object(content.day))
    yield write.said("object_how", Part.OBJECTION, reference=content.reference, address=address)


def _appeal(write: Writer) -> Iterator[Said]:
    """How to appeal against a decision on an objection and until when: six weeks as well (Awb 6:7, 6:8 and 8:1)."""
    content = write.content
    if content.objection and content.objection.outcome == "withdrawn":
        yield write.said("objection_after_all", Part.OBJECTION, contact=content.contact.name)
        return
    yield write.said("appeal", Part.OBJECTION, last_day=last_day_to_object(content.day))
    yield write.said("appeal_how", Part.OBJECTION, reference=content.reference)
    yield write.said("appeal_costs", Part.OBJECTION)


def _law(write: Writer) -> Iterator[Said]:
    """The articles, who decided, and with which rules."""
    content = write.content
    if content.kind is Kind.OBJECTION:
        by_another = content.objection is not None and content.objection.outcome != "withdrawn"
        yield write.said("objection_law" if by_another else "objection_law_withdrawn", Part.LAW, officer=content.officer)
        return
    found = dict.fromkeys([*(line.law for line in content.lines if line.law is not None), *content.articles])
    if found:
        yield write.said("articles", Part.LAW, articles=_articles(write, tuple(found)))
    by = "officer_will" if content.kind is Kind.LOWER else "by_officer" if content.officer else "by_rules"
    yield write.said(by, Part.LAW, officer=content.officer, contact=content.contact.name, rules=content.rules_version)


def _articles(write: Writer, laws: tuple[LawRef, ...]) -> str:
    """The articles by act, each act named once."""
    acts = []
    for act in dict.fromkeys(law.act for law in laws):
        texts = [law.text(write.lang) for law in sorted(laws, key=_number) if law.act == act]
        name = f" {texts[0].rpartition(' ')[2]}"
        short = [text.removesuffix(name) for text in texts] if all(text.endswith(name) for text in texts) else texts
        acts.append(write.listed(short) + (name if short is not texts else ""))
    return write.listed(acts)


def _number(law: LawRef) -> list[int]:
    """The numbers of a place in a law, so that article 7 comes before article 19."""
    return [int(number) for number in findall(r"\d+", law.place)]
