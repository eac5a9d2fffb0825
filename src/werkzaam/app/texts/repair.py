# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words to a person about an error of the municipality: an apology with a day, and what came of it."""

from __future__ import annotations

WORDS = {
    "nl": {
        "dear": "Beste {person},", "and": "en",
        "promise_subject": "Wij hebben een fout gemaakt",
        "promise": "Wij hebben een fout gemaakt. Het spijt ons. Dit ging er mis: {reason}\n\n"
        "Wij herstellen dit uiterlijk op {day}. "
        "U hoeft niets te doen. Daarna krijgt u bericht over wat er voor u verandert.",
        "done_subject": "Onze fout is hersteld",
        "done": "Wij maakten een fout. Het spijt ons. De fout is nu hersteld. In de brief bij dit bericht staat "
        "wat er verandert, en waarom. Dit hebben wij gedaan: {reason}",
        "nothing_subject": "Onze fout is hersteld",
        "nothing": "Wij maakten een fout. Het spijt ons. De fout is nu hersteld. Voor uw geld verandert er niets: wat u kreeg, "
        "klopt. Dit hebben wij gedaan: {reason}",
        "ask": "Hebt u een vraag, of hebt u last van onze fout? Bel {contact}.",
    },
    "en": {
        "dear": "Dear {person},", "and": "and",
        "promise_subject": "We made a mistake",
        "promise": "We made a mistake. We are sorry. This went wrong: {reason}\n\nWe will put it right by {day}. You need not do "
        "anything. After that you hear what changes for you.",
        "done_subject": "Our mistake is put right",
        "done": "We made a mistake. We are sorry. It is put right now. The letter with this message says what changes, and why. "
        "This is what we did: {reason}",
        "nothing_subject": "Our mistake is put right",
        "nothing": "We made a mistake. We are sorry. It is put right now. Nothing changes for your money: what you got is right. "
        "This is what we did: {reason}",
        "ask": "Do you have a question, or did our mistake give you trouble? Call {contact}.",
    },
}  # fmt: skip
