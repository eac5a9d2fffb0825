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
        "withdrawn": "vervallen: alles is weer zoals het was besloten",
        "held": "wacht op een mens, er verandert niets",
        "person": "persoon",
        "household": "huishouden", "month": "maand", "was": "was", "becomes": "wordt", "difference": "verschil",
        "cause": "oorzaak", "more": "... en nog {count}.",
        "nothing": "Er is niets nieuws te besluiten.",
        "to_pay": "Uit te betalen bijstand: {total}", "premium": "Uit te betalen premie: {total}",
        "withheld": "Daarvan ingehouden voor een vordering: {total}",
        "short": "Let op: {name} krijgt minder dan was afgesproken. Bel de klant.",
        "stopped": "Werkprocessen die te vroeg stopten: {count}. Hun deel is opnieuw gedaan; kijk of er genoeg geheugen is.",
        "left": "De run is nog niet af: {count} delen zijn bij iemand anders of stopten net. Geef het commando later weer.",
        "only_trial": "Dit was een proef. Er is niets vastgelegd.",
        # a month as known then
        "then": "Huishouden {household}, {month}: zoals bekend op {day}",
        "decided_on": "besloten", "paid": "betaald", "claim": "vordering", "first_time": "voor het eerst",
        "provisional": "voorlopig: de loonstrook is er nog niet", "confirmed": "nagekeken, hetzelfde bedrag",
        "waited": "Te veel betaald: {amount} ({cause}). {outcome}",
        "outcome_waits": "Dit wacht op een besluit van een medewerker. Er is niets ingehouden.",
        "outcome_approved": "Een medewerker heeft dit goedgekeurd.", "outcome_rejected": "Een medewerker heeft dit afgewezen.",
        "outcome_withdrawn": "Dit is vervallen.",
        "contested": "Bezwaar sinds {day}: {amount}. „{text}”",
        "contested_open": "Er wordt niets van ingehouden tot iemand beslist. Wat al is ingehouden, staat apart.",
        "contested_upheld": "{officer} gaf op {day} gelijk. Er wordt niets ingehouden.",
        "contested_dismissed": "{officer} verklaarde het bezwaar op {day} ongegrond.",
        "contested_withdrawn": "Het bezwaar is op {day} ingetrokken.",
        "own_account": "uw rekening", "part_account": "Betaald: {amount} naar {name}.",
        "part_third_party": "Betaald: {amount} naar {name}, zoals afgesproken.",
        "part_recovery": "Ingehouden: {amount} voor {name}.",
        "part_agreed": "Uit de vakantietoeslag, zoals gekozen: {amount} voor {name}.",
        # what waits
        "waits": "Wat op een mens wacht: {count}", "nobody_waits": "Er wacht niets op een mens.",
        "last_month": "(door werk is er deze maand geen bijstand: mogelijk de laatste vordering)",
        "last_claim": "Door het werk is er in deze maand geen bijstand. Eindigt de bijstand hier, dan blijft er "
        "waarschijnlijk {amount} terug te betalen. Dat wordt eerst verteld.",
        # coming back
        "restart": "Weer bijstand vanaf {month}: huishouden {household}",
        "restart_known": "De bijstand liep tot en met {last}. Dit weten we al. U hoeft het niet opnieuw te geven.",
        "restart_nothing": "nog niets", "restart_home": "Woonsituatie", "restart_persons": "Wie", "restart_accounts": "Rekening",
        "restart_agreed": "Afgesproken betalingen",
        "restart_income": "1. Wat is uw inkomen in {month}? Bij ons bekend: {known}. Vul aan wat ontbreekt.",
        "restart_changes": "2. Is er iets veranderd in wat hierboven staat? Schrijf op wat. Anders vult u niets in.",
        "restarted": "De bijstand gaat door vanaf {month}. Beslis de maand met `werkzaam run {number}`.",
        "unclaimed": "Aangeboden aan huishouden {household}: {amount} voor {month}.",
        "no_unclaimed": "Er is niemand iets aan te bieden.",
        # the buffer budget
        "buffer": "Bufferbudget: huishouden {household}, {month}", "buffer_norm": "Norm zonder vakantietoeslag",
        "buffer_means": "Loon en ander geld, zoals nu bekend", "buffer_paid": "Bijstand, zoals eerst besloten",
        "buffer_shortage": "Tekort in die maand", "buffer_corrected": "Daarna betaald over deze maand",
        "buffer_room": "Hoogstens in te zetten voor deze maand",
        "buffer_refused": "Er wordt niets betaald. De wet noemt een hoogste bedrag, {maximum} per kalenderjaar voor het gezin "
        "samen, en geen bedrag per maand: een medewerker weegt de omstandigheden en of het helpt bij het werk (art. 34b "
        "Participatiewet). Wat dit jaar al is ingezet, weten we niet.",
        # our own errors
        "emergency": "Huishouden {household} kreeg door onze fout {amount} te weinig voor {month}. Het bedrag gaat op {day} naar "
        "de bank ({file}). De verklaring voor een schuldeiser staat in {statement}.",
            },
    "en": {
        "dry_run": "Trial: what the run of {month} would do", "run": "The run of {month}",
        "first": "Decided for the first time (months: {count}): {total}.",
        "corrections": "corrected", "proposed": "waits for an officer's decision",
        "out_of_term": "too late to set off (art. 58(4) Participatiewet): waits for a formal decision",
        "awaiting": "lower by an estimate: waits for the payslip",
        "withdrawn": "no longer stands: all is again as it was decided",
        "held": "waits for a person, nothing changes",
        "person": "person",
        "household": "household", "month": "month", "was": "was", "becomes": "becomes", "difference": "difference",
        "cause": "cause", "more": "... and {count} more.",
        "nothing": "There is nothing new to decide.",
        "to_pay": "Bijstand to be paid: {total}", "premium": "Premium to be paid: {total}",
        "withheld": "Of which is kept for a claim: {total}",
        "short": "Note: {name} gets less than was agreed. Call the client.",
        "stopped": "Worker processes that stopped early: {count}. Their part was done again; see if there is enough memory.",
        "left": "The run is not done: {count} parts are with somebody else or stopped just now. Give the command again.",
        "only_trial": "This was a trial. Nothing was recorded.",
        # a month as known then
        "then": "Household {household}, {month}: as known on {day}",
        "decided_on": "decided", "paid": "paid", "claim": "claim", "first_time": "for the first time",
        "provisional": "provisional: the payslip is not there yet", "confirmed": "looked at again, the same amount",
        "waited": "Paid too much: {amount} ({cause}). {outcome}",
        "outcome_waits": "This waits for an officer's decision. Nothing was taken.",
        "outcome_approved": "An officer approved this.", "outcome_rejected": "An officer rejected this.",
        "outcome_withdrawn": "This no longer stands.",
        "contested": "Contested since {day}: {amount}. „{text}”",
        "contested_open": "Nothing of it is taken until somebody decides. What was taken stays apart.",
        "contested_upheld": "{officer} upheld it on {day}. Nothing is taken.",
        "contested_dismissed": "{officer} dismissed it on {day}.",
        "contested_withdrawn": "It was withdrawn on {day}.",
        "own_account": "your account", "part_account": "Paid: {amount} to {name}.",
        "part_third_party": "Paid: {amount} to {name}, as agreed.",
        "part_recovery": "Kept: {amount} for {name}.",
        "part_agreed": "From the holiday allowance, as chosen: {amount} for {name}.",
        # what waits
        "waits": "What waits for a human: {count}", "nobody_waits": "Nothing waits for a human.",
        "last_month": "(by work there is no bijstand this month: possibly the last claim)",
        "last_claim": "By the work there is no bijstand in this month. If bijstand ends here, {amount} is likely left to pay "
        "back. That is told first.",
        # coming back
        "restart": "Bijstand again from {month}: household {household}",
        "restart_known": "Bijstand lasted until and including {last}. This we know already. You need not give it again.",
        "restart_nothing": "nothing yet", "restart_home": "Home", "restart_persons": "Who", "restart_accounts": "Account",
        "restart_agreed": "Agreed payments",
        "restart_income": "1. What is your income in {month}? Known to us: {known}. Add what is missing.",
        "restart_changes": "2. Has anything changed in what stands above? Write down what. Else you fill in nothing.",
        "restarted": "Bijstand goes on from {month}. Decide the month with `werkzaam run {number}`.",
        "unclaimed": "Offered to household {household}: {amount} for {month}.",
        "no_unclaimed": "There is nobody to offer anything.",
        # the buffer budget
        "buffer": "Buffer budget: household {household}, {month}", "buffer_norm": "Norm without holiday allowance",
        "buffer_means": "Wages and other money, as known now", "buffer_paid": "Bijstand, as first decided",
        "buffer_shortage": "Shortage in that month", "buffer_corrected": "Paid for this month since then",
        "buffer_room": "At most to be used for this month",
        "buffer_refused": "Nothing is paid. The law names a maximum, {maximum} a calendar year for the family together, and no "
        "amount a month: an officer weighs the circumstances and whether it helps the work (art. 34b Participatiewet). What was "
        "used this year is not known to us.",
        # our own errors
        "emergency": "Household {household} got {amount} too little for {month} by our error. The amount goes to the bank on "
        "{day} ({file}). The statement for a creditor is in {statement}.",
            },
}  # fmt: skip

RESULTS = {
    "nl": {"decided": "Huishoudens besloten", "unchanged": "Huishoudens zonder iets nieuws", "held": "Huishoudens die wachten",
           "error": "Huishoudens waarbij iets misging"},
    "en": {"decided": "Households decided", "unchanged": "Households without anything new", "held": "Households that wait",
           "error": "Households for which something went wrong"},
}  # fmt: skip
"""What a run comes to for a household."""
