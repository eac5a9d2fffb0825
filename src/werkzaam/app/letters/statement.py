# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A statement for a creditor: the municipality's mistake was why somebody could not pay (R-080)."""

from __future__ import annotations

from werkzaam.app.letters.compose import framed
from werkzaam.app.letters.content import Kind, LetterContent
from werkzaam.app.letters.model import Letter, Part, Said, Section
from werkzaam.app.letters.writer import Cents, Writer
from werkzaam.core.errors import InputError


def statement(content: LetterContent, lang: str) -> Letter:
    """The statement that goes with a correction in the person's favour, for that person to hand over.

    It names the month, the amount and the mistake, and nothing else of the file. Raises InputError where the municipality
    made no mistake, or the amount went up for another reason.
    """
    if content.kind is not Kind.HIGHER or not content.ours:
        raise InputError(f"The letter {content.reference} tells of no mistake of the municipality that paid too little.")
    write = Writer(content, lang)
    framed_letter = framed(write, write.word("statement_title", people=write.people), (_statement(write),),
                           dear=write.word("statement_dear"))  # fmt: skip
    return _for_the_reader(framed_letter)


def _statement(write: Writer) -> Section:
    content, people = write.content, write.people
    said: list[Said] = [write.said("statement", Part.AMOUNT, Part.MONTH, Part.REASON, month=content.month, people=people,
                                   difference=Cents(content.difference))]  # fmt: skip
    if content.payment is not None:
        said.append(write.said("statement_paid", day=content.payment.day))
    said += [
        write.said("statement_time", Part.OPTIONS, people=people),
        write.said("statement_call", Part.PERSON, contact=content.contact.name, phone=content.contact.phone),
        write.said("statement_yours", people=people),
    ]
    return Section("", tuple(said))


def _for_the_reader(made: Letter) -> Letter:
    """Without an address or a note about copies: who gets it is up to the person."""
    return Letter(made.lang, made.day, made.title, made.sender, (), made.about, "", made.greeting, made.sections, made.closing,
                  made.footer)  # fmt: skip
