# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the commands of officers and of payments answer, for the people who work with them."""

from __future__ import annotations

WORDS = {
    "nl": {
        # claims
        "approved": "{officer} keurde goed: over {month} vorderen we {amount} terug. De eerste {days} dagen houden we niets in.",
        "rejected": "{officer} wees dit af. Voor huishouden {household} blijft alles zoals het was.",
        "approved_before": "{officer} keurde dit op {day} al goed: over {month} vorderen we {amount} terug. Er is nu niets "
        "veranderd.",
        "rejected_before": "{officer} wees dit op {day} al af. Over {month} is er nu niets veranderd.",
        "premium_approved": "{officer} keurde goed: we vragen {amount} premie terug. Er wordt niets ingehouden. Schrijf "
        "de klant hoe en wanneer dit terug kan.",
        "premium_rejected": "{officer} wees dit af: {amount} premie blijft van huishouden {household}.",
        "premium_approved_before": "{officer} besliste op {day} al dat we deze premie terugvragen. Er is nu niets veranderd.",
        "premium_rejected_before": "{officer} besliste op {day} al dat deze premie blijft. Er is nu niets veranderd.",
        "reopened": "{officer} heropende {month} van huishouden {household}.",
        "reopened_before": "{month} van huishouden {household} was om deze reden al heropend. Er is nu niets veranderd.",
        # accounts
        "account_approved": "{officer} keurde de rekening van huishouden {household} goed (aantal: {count}).",
        "account_rejected": "{officer} wees de rekening van huishouden {household} af (aantal: {count}).",
        "account_approved_before": "{officer} keurde deze rekening op {day} al goed. Er is nu niets veranderd.",
        "account_rejected_before": "{officer} wees deze rekening op {day} al af. Er is nu niets veranderd.",
        # disputes
        "disputed": "Het bezwaar is vastgelegd: {amount} van {month}. Daarvan houden we niets in tot iemand beslist.",
        "set_aside": "Van dit bedrag is {amount} al ingehouden. Dat blijft apart staan tot er is beslist.",
        "ended_upheld": "Het bezwaar over {month} is gegrond. Er wordt niets ingehouden. Zet nu recht wat niet klopte (`werkzaam "
        "put-right` of een nieuwe opgave) en geef de run opnieuw. Wat al is ingehouden, gaat dan terug.",
        "ended_dismissed": "Het bezwaar over {month} is ongegrond. Vertel het vandaag. Vanaf {day} kan er weer worden "
        "ingehouden.",
        "ended_withdrawn": "Het bezwaar over {month} is ingetrokken. Vanaf {day} kan er weer worden ingehouden.",
        "objection_letter": "De brief: `werkzaam letter {letter} --out brief.pdf`. Stuur hem vandaag.",
        "ended_before": "{officer} besliste op {day} al over het bezwaar over {month}: {outcome}. Er is nu niets veranderd.",
        "report_before": "{officer} besliste op {day} al over deze melding. Er is nu niets veranderd.",
        "upheld": "gegrond", "dismissed": "ongegrond", "withdrawn": "ingetrokken",
        # tasks
        "wage_taken_back": "{officer} trok het loon van {job} in ({first} tot en met {last}). Geef de run opnieuw: die "
        "beslist de maand opnieuw.",
        "taken": "{officer} pakt dit op: {item}.", "closed": "{officer} rondde dit af: {item}.",
        "closed_before": "{officer} rondde dit al af: {item} ({reason}). Er is nu niets veranderd.",
        "taken_before": "{officer} pakte dit net op: {item}. Er is nu niets veranderd.",
        "received": "{amount} is geboekt als terugbetaling van {month} door huishouden {household}. Nog open: {left}.",
        # the bank
        "same_file": "Er is niets nieuws te betalen. Dit is hetzelfde bestand als eerder.",
        "file": "{file}: {transfers} overboekingen, {amount}, op {day}.",
        "release": "Iemand anders geeft het vrij: werkzaam release {file}",
        "released": "{officer} gaf {file} vrij.",
        "not_in_file": "Niet in het bestand: huishouden {household}, {amount} van {month} voor {payee}. {why} Het staat in de "
        "wachtrij.",
        "why_no_account": "Er is geen goedgekeurde rekening.", "why_unwritable": "Een bank kan de naam {holder} niet schrijven.",
        "why_refused": "De bank weigerde deze rekening, en niemand keek er nog naar.",
        "booked": "Geboekt: {booked}. Teruggekomen: {returned}. Bij ons onbekend: {unmatched}.",
        "booked_before": "Dit afschrift was al geboekt. De {already} regels veranderden niets.",
        "refusals": "Opnieuw te betalen: {again}. Eerst een mens: {first_a_person}. Misschien al betaald: {double}. Bij ons "
        "onbekend: {unknown}.",
        "refusals_before": "Deze melding was al verwerkt. Er is nu niets veranderd.",
        "accepted": "De bank weigert niets: {accepted} overboekingen zijn in orde of nog onderweg.",
        "look": "Kijk in `werkzaam queue`.",
    },
    "en": {
        "approved": "{officer} approved: {amount} are claimed for {month}. Nothing is taken in the first {days} days.",
        "rejected": "{officer} rejected it. Everything of household {household} stays as it was.",
        "approved_before": "{officer} approved this on {day} already: {amount} are claimed for {month}. Nothing was changed now.",
        "rejected_before": "{officer} rejected this on {day} already. Nothing of {month} was changed now.",
        "premium_approved": "{officer} approved: {amount} of premium is asked back. Nothing is taken. Write to the client "
        "how and when this can be paid back.",
        "premium_rejected": "{officer} rejected it: {amount} of premium stays with household {household}.",
        "premium_approved_before": "{officer} decided on {day} already that this premium is asked back. Nothing was changed now.",
        "premium_rejected_before": "{officer} decided on {day} already that this premium stays. Nothing was changed now.",
        "reopened": "{officer} reopened {month} of household {household}.",
        "reopened_before": "{month} of household {household} was reopened for this reason already. Nothing was changed now.",
        "account_approved": "{officer} approved the account of household {household} (how many: {count}).",
        "account_rejected": "{officer} rejected the account of household {household} (how many: {count}).",
        "account_approved_before": "{officer} approved this account on {day} already. Nothing was changed now.",
        "account_rejected_before": "{officer} rejected this account on {day} already. Nothing was changed now.",
        "disputed": "The dispute is recorded: {amount} of {month}. Nothing of it is taken until somebody decides.",
        "set_aside": "Of this amount {amount} was taken already. It stays apart until there is a decision.",
        "ended_upheld": "The dispute about {month} was upheld. Nothing is taken. Now put right what was wrong (`werkzaam "
        "put-right` or a new report) and give the run again. What was taken then goes back.",
        "ended_dismissed": "The dispute about {month} was dismissed. Tell it today. From {day} on it can be taken again.",
        "ended_withdrawn": "The dispute about {month} was withdrawn. From {day} on it can be taken again.",
        "objection_letter": "The letter: `werkzaam letter {letter} --out letter.pdf`. Send it today.",
        "ended_before": "{officer} decided on {day} already about the dispute on {month}: {outcome}. Nothing was changed now.",
        "report_before": "{officer} decided on {day} already about this report. Nothing was changed now.",
        "upheld": "upheld", "dismissed": "dismissed", "withdrawn": "withdrawn",
        "wage_taken_back": "{officer} took back the wage of {job} ({first} to {last}). Give the run again: it decides the month "
        "anew.",
        "taken": "{officer} takes this up: {item}.", "closed": "{officer} closed this: {item}.",
        "closed_before": "{officer} closed this already: {item} ({reason}). Nothing was changed now.",
        "taken_before": "{officer} took this up just now: {item}. Nothing was changed now.",
        "received": "{amount} is booked as paid back for {month} by household {household}. Still open: {left}.",
        "same_file": "There is nothing new to pay. This is the same file again.",
        "file": "{file}: {transfers} transfers, {amount}, on {day}.",
        "release": "Somebody else releases it: werkzaam release {file}",
        "released": "{officer} released {file}.",
        "not_in_file": "Not in the file: household {household}, {amount} of {month} for {payee}. {why} It stands in the queue.",
        "why_no_account": "There is no approved account.", "why_unwritable": "A bank cannot write the name {holder}.",
        "why_refused": "The bank refused this account, and nobody looked at it yet.",
        "booked": "Booked: {booked}. Returned: {returned}. Not known to us: {unmatched}.",
        "booked_before": "This statement was booked before. Its {already} entries changed nothing.",
        "refusals": "To be paid again: {again}. First a person: {first_a_person}. Perhaps paid already: {double}. Not known to "
        "us: {unknown}.",
        "refusals_before": "This report was read before. Nothing was changed now.",
        "accepted": "The bank refuses nothing: {accepted} transfers are in order or on their way.",
        "look": "Look at `werkzaam queue`.",
    },
}  # fmt: skip
