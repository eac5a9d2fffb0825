# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the ledger's commands, for the people who work with it."""

from __future__ import annotations

WORDS = {
    "nl": {
        # what a run changes
        "dry_run": "Proef: wat de run van {month} zou doen", "run": "De run van {month}",
        "first": "Voor het eerst besloten: {count} maanden, samen {total} te betalen.",
        "corrections": "gecorrigeerd", "proposed": "wacht op een besluit van een medewerker",
        "out_of_term": "te laat om te verrekenen (art. 58 lid 4 Participatiewet): wacht op een formeel besluit",
        "awaiting": "lager door een schatting: wacht op de loonstrook",
        "held": "wacht op een mens, er verandert niets",
        "household": "huishouden", "month": "maand", "was": "was", "becomes": "wordt", "difference": "verschil",
        "cause": "oorzaak", "more": "... en nog {count}.",
        "nothing": "Er is niets nieuws te besluiten.",
    },
    "en": {
        "dry_run": "Trial: what the run of {month} would do", "run": "The run of {month}",
        "first": "Decided for the first time: {count} months, {total} to be paid together.",
        "corrections": "corrected", "proposed": "waits for an officer's decision",
        "out_of_term": "too late to set off (art. 58(4) Participatiewet): waits for a formal decision",
        "awaiting": "lower by an estimate: waits for the payslip",
        "held": "waits for a person, nothing changes",
        "household": "household", "month": "month", "was": "was", "becomes": "becomes", "difference": "difference",
        "cause": "cause", "more": "... and {count} more.",
        "nothing": "There is nothing new to decide.",
    },
}  # fmt: skip
