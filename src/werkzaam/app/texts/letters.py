# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words that every letter shares: around it, why an amount changed, what is paid, and how to object."""

from __future__ import annotations

NL = {
    # around the letter
    "town": "Gemeente {name}", "day": "Datum", "reference": "Kenmerk", "contact": "Contact",
    "dear": "Beste {people},", "greeting": "Met vriendelijke groet,", "on_behalf": "namens gemeente {name}",
    "copy_to": "Deze brief gaat ook naar {name}, {role}.",
    "copy_for": "Dit is een kopie voor u als {role}. De brief is voor {people}.",
    "and": "en", "translation": "",
    # headings
    "meaning": "Wat betekent dit voor u?", "sum": "De som", "paid": "Waar het geld heen gaat", "options": "Wat kunt u doen?",
    "objection": "Bent u het er niet mee eens?", "law": "Wet en regels", "back": "Wordt uw inkomen weer lager?",
    "bills": "Kon u een rekening niet betalen?",
    # the sum
    "euros": "Euro", "what": "Onderdeel", "bijstand_of": "Uw bijstand over {month}", "before": "Eerder was dit",
    "difference": "Verschil", "premium_total": "Uw premie", "plan_total": "Dit betaalt u terug",
    "above_total": "Meer dan de norm", "of_month": "{label} ({month})",
    # wages behind it
    "slip": "De loonstrook van {job} kwam op {day}.", "slip_plain": "We kennen nu uw loon van {job}.",
    "slip_cents": "Uw loon over {month} is {cents}.", "slip_estimate": "We rekenden eerst met {estimate}.",
    "no_slip": "De loonstrook van {job} over {month} is er nog niet.",
    "no_slip_estimate": "Daarom rekenen we nu met een schatting van {estimate}.",
    # what is paid
    "pay_account": "Op {day} krijgt u {cents} op uw rekening.",
    "pay_account_end": "Op {day} krijgt u {cents} op uw rekening die eindigt op {end}.",
    "pay_managed": "Op {day} betalen we {cents} op de rekening bij {name}.",
    "pay_parts": "Op {day} betalen we {cents}. Onder de som ziet u waar dat heen gaat.",
    "account": "Uw rekening, over {month}", "account_end": "Uw rekening die eindigt op {end}, over {month}",
    "managed": "De rekening bij {name}, over {month}", "third_party": "{name}, over {month}",
    "recovery": "Terugbetaling over {month}", "holiday": "Uit uw vakantietoeslag, zoals u koos: terugbetaling over {month}",
    "paid_total": "Samen",
    "off_claim": "{cents} gaat af van het bedrag dat u terugbetaalt.",
    "pays_nothing": "U krijgt nu geen extra geld. Er gaat ook niets af.",
    # the next payment
    "next_same": "Uw betaling van {day} verandert hierdoor niet.",
    "next_more": "Uw betaling van {day} is {change} hoger.",
    "next_less": "Uw betaling van {day} is {change} lager.",
    "next_unknown": "Hoe hoog uw betaling van {day} wordt, hangt af van uw loon.",
    # what can be done
    "ask": "Hebt u een vraag? Bel {contact}: {phone}.",
    "not_right": "Klopt er iets niet? Zeg het ons. U hoeft zelf niets uit te zoeken.",
    "help": "U mag ook iemand vragen om u te helpen.",
    # objection
    "object": "U kunt bezwaar maken tot en met {last_day}. Dat kost niets. U mag ons ook eerst bellen.",
    "object_how": "Schrijf in een brief waarom u het niet eens bent. Zet erin: uw naam, uw adres, de datum en kenmerk "
    "{reference}. Zet uw handtekening eronder. Stuur de brief naar {address}.",
    # law
    "articles": "Dit volgt uit {articles}.",
    "by_rules": "De computer rekende dit uit met vaste regels (versie {rules}). {contact} kan het met u nakijken.",
    "by_officer": "{officer} heeft dit besloten. De som komt van vaste regels (versie {rules}).",
    "officer_will": "De som komt van vaste regels (versie {rules}). {officer} besluit zelf, en niet de computer.",
}  # fmt: skip

EN = {
    "town": "Municipality of {name}", "day": "Date", "reference": "Reference", "contact": "Contact",
    "dear": "Dear {people},", "greeting": "Kind regards,", "on_behalf": "for the municipality of {name}",
    "copy_to": "This letter also goes to {name}, {role}.",
    "copy_for": "This is a copy for you as {role}. The letter is for {people}.",
    "and": "and", "translation": "This is a translation. The letter in Dutch is the one that counts.",
    "meaning": "What does this mean for you?", "sum": "The sum", "paid": "Where the money goes", "options": "What can you do?",
    "objection": "Do you disagree?", "law": "Law and rules", "back": "Does your income go down again?",
    "bills": "Could you not pay a bill?",
    "euros": "Euros", "what": "Item", "bijstand_of": "Your bijstand for {month}", "before": "Before it was",
    "difference": "Difference", "premium_total": "Your premium", "plan_total": "This is what you pay back",
    "above_total": "More than the norm", "of_month": "{label} ({month})",
    "slip": "The payslip of {job} came on {day}.", "slip_plain": "We know your wage from {job} now.",
    "slip_cents": "Your wage for {month} is {cents}.", "slip_estimate": "First we calculated with {estimate}.",
    "no_slip": "The payslip of {job} for {month} is not here yet.",
    "no_slip_estimate": "So for now we calculate with an estimate of {estimate}.",
    "pay_account": "On {day} you get {cents} on your account.",
    "pay_account_end": "On {day} you get {cents} on your account that ends in {end}.",
    "pay_managed": "On {day} we pay {cents} to the account with {name}.",
    "pay_parts": "On {day} we pay {cents}. Below the sum you see where it goes.",
    "account": "Your account, for {month}", "account_end": "Your account that ends in {end}, for {month}",
    "managed": "The account with {name}, for {month}", "third_party": "{name}, for {month}",
    "recovery": "Paid back for {month}", "holiday": "From your holiday allowance, as you chose: paid back for {month}",
    "paid_total": "Together",
    "off_claim": "{cents} goes off the amount that you pay back.",
    "pays_nothing": "You get no extra money now. Nothing is taken off either.",
    "next_same": "Your payment of {day} does not change because of this.",
    "next_more": "Your payment of {day} is {change} higher.",
    "next_less": "Your payment of {day} is {change} lower.",
    "next_unknown": "How high your payment of {day} will be depends on your wage.",
    "ask": "Do you have a question? Call {contact}: {phone}.",
    "not_right": "Is something not right? Tell us. You do not have to find anything out yourself.",
    "help": "You may also ask somebody to help you.",
    "object": "You can object until {last_day}, and on that day too. It costs nothing. You may also call us first.",
    "object_how": "Write in a letter why you disagree. Put in it: your name, your address, the date and reference {reference}. "
    "Sign it. Send the letter to {address}.",
    "articles": "This follows from {articles}.",
    "by_rules": "A computer worked this out with fixed rules (version {rules}). {contact} can go through it with you.",
    "by_officer": "{officer} decided this. The sum comes from fixed rules (version {rules}).",
    "officer_will": "The sum comes from fixed rules (version {rules}). {officer} decides, and not the computer.",
}  # fmt: skip

WORDS = {"nl": NL, "en": EN}

REASONS = {
    "nl": {
        "TE_LATE_LOONSTROOK": "Uw loonstrook kwam later dan onze betaling. Bij wisselend loon gebeurt dat vaak.",
        "SCHATTING": "We rekenden eerst met een schatting. Uw echte loon is anders. Bij wisselend loon gebeurt dat vaak.",
        "WERKGEVER": "Uw werkgever gaf later een ander loon door.",
        "GEMEENTE": "Wij hebben een fout gemaakt. Het spijt ons.",
        "LATE_MELDING": "We hoorden later dat er iets was veranderd.",
        "NIEUWE_TABEL": "De overheid heeft de bedragen veranderd.",
        "OVERIG": "We weten nu meer over deze maand dan eerst.",
    },
    "en": {
        "TE_LATE_LOONSTROOK": "Your payslip came later than our payment. With a wage that varies this happens often.",
        "SCHATTING": "First we calculated with an estimate. Your real wage is different. "
        "With a wage that varies this happens often.",
        "WERKGEVER": "Your employer passed on another wage later.",
        "GEMEENTE": "We made a mistake. We are sorry.",
        "LATE_MELDING": "We heard later that something had changed.",
        "NIEUWE_TABEL": "The government changed the amounts.",
        "OVERIG": "We know more about this month now than before.",
    },
}
"""Why an amount changed, by the name of its cause; never the person (R-075)."""
OURS = "GEMEENTE"
"""The cause for which the letter says sorry."""
