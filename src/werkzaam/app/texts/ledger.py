# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the ledger's commands, for the people who work with it."""

from __future__ import annotations

WORDS = {
    "nl": {
        # what a run changes
        "dry_run": "Proef: wat de run van {month} zou doen", "run": "De run van {month}",
        "first": "Voor het eerst besloten (aantal maanden: {count}): {total}.",
        "corrections": "gecorrigeerd", "proposed": "wacht op een besluit van een medewerker",
        "out_of_term": "te laat om te verrekenen (art. 58 lid 4 Participatiewet): wacht op een formeel besluit",
        "awaiting": "lager door een schatting: wacht op de loonstrook",
        "held": "wacht op een mens, er verandert niets",
        "household": "huishouden", "month": "maand", "was": "was", "becomes": "wordt", "difference": "verschil",
        "cause": "oorzaak", "more": "... en nog {count}.",
        "to_pay": "Uit te betalen bijstand: {total}", "premium": "Uit te betalen premie: {total}",
        "withheld": "Daarvan ingehouden voor een vordering: {total}",
        "short": "Let op: {name} krijgt minder dan was afgesproken. Bel de klant.",
        "only_trial": "Dit was een proef. Er is niets vastgelegd.",
        # what waits
        "waits": "Wat op een mens wacht: {count}", "nobody_waits": "Er wacht niets op een mens.",
        "since": "sinds", "amount": "bedrag", "what": "wat", "owner": "van",
    },
    "en": {
        "dry_run": "Trial: what the run of {month} would do", "run": "The run of {month}",
        "first": "Decided for the first time (months: {count}): {total}.",
        "corrections": "corrected", "proposed": "waits for an officer's decision",
        "out_of_term": "too late to set off (art. 58(4) Participatiewet): waits for a formal decision",
        "awaiting": "lower by an estimate: waits for the payslip",
        "held": "waits for a person, nothing changes",
        "household": "household", "month": "month", "was": "was", "becomes": "becomes", "difference": "difference",
        "cause": "cause", "more": "... and {count} more.",
        "to_pay": "Bijstand to be paid: {total}", "premium": "Premium to be paid: {total}",
        "withheld": "Of which is kept for a claim: {total}",
        "short": "Note: {name} gets less than was agreed. Call the client.",
        "only_trial": "This was a trial. Nothing was recorded.",
        # what waits
        "waits": "What waits for a human: {count}", "nobody_waits": "Nothing waits for a human.",
        "since": "since", "amount": "amount", "what": "what", "owner": "whose",
    },
}  # fmt: skip

RESULTS = {
    "nl": {"decided": "Huishoudens besloten", "unchanged": "Huishoudens zonder iets nieuws", "held": "Huishoudens die wachten"},
    "en": {"decided": "Households decided", "unchanged": "Households without anything new", "held": "Households that wait"},
}
"""What a run comes to for a household."""
TASKS = {
    "nl": {
        "proposal": "te veel betaald, besluit nodig", "out_of_term": "te laat om te verrekenen, formeel besluit nodig",
        "account": "nieuw rekeningnummer, vier ogen", "premium": "premie terugvragen, besluit nodig",
        "dispute": "niet eens met een vordering", "held": "kan niet worden berekend", "error": "ging mis",
        "bank": "onbekende bankboeking", "question": "vraag", "check": "controle",
    },
    "en": {
        "proposal": "paid too much, decision needed", "out_of_term": "too late to set off, formal decision needed",
        "account": "new account number, four eyes", "premium": "asking premium back, decision needed",
        "dispute": "does not agree with a claim", "held": "cannot be computed", "error": "went wrong",
        "bank": "unknown entry of the bank", "question": "question", "check": "check",
    },
}  # fmt: skip
"""What a task of the queue is."""
