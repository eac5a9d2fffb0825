# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the queue says must be looked at, and by when; the names in braces are the values that were kept with it."""

from __future__ import annotations

ITEMS = {
    "nl": {
        "premium_end": "Een premie stopt na {day}. Stuur alle huishoudens ({count}) een bericht, uiterlijk op {day_by}. "
        "`werkzaam premium-end` geeft de lijst en een tekst. Sluit deze taak met wat u deed.",
        # what somebody asked from their pages
        "line_question": "Een vraag over een regel van {month}: {title} ({line}). \"{text}\" Antwoord in gewone woorden; de "
        "inwoner leest wat u schrijft.",
        "line_question_plain": "Klopt deze regel van {month} wel? {title} ({line}). De inwoner schreef er niets bij. Kijk de "
        "regel na, en leg uit hoe het zit.",
        "pace_asked": "Een voorstel om terug te betalen: {title}. {text} Kijk of er genoeg overblijft om van te leven, en "
        "beslis.",
        "back_said": "De inwoner zegt iets over te veel betaald geld van {month}: {title}. \"{text}\" Neem dit mee in uw "
        "besluit.",
        # after work stopped bijstand
        "repair": "Maak onze fout goed vóór {day}: {what}. Leg vast wat klopt, beslis de maand, en rond dit dan af.",
        "left": "Door het loon is er vanaf {month} geen bijstand. Vraag vóór {day} hoe het verder gaat. Eindigt de bijstand? "
        "Leg dan `einde_bijstand` vast. Stopt het werk? Leg dan `einde_baan` vast. Is er een nieuwe loonstrook? Leg die dan "
        "vast. Weten we niets, dan betalen we vanaf {month_held} niets uit.",
        "silent": "Door het loon was er in {month_before} geen bijstand. Over {month} weten we niets: geen loonstrook en "
        "geen einde van het werk. Bel de klant. Leg vast wat u hoort: de loonstrook, `einde_baan` of `einde_bijstand`. Geef "
        "daarna de run opnieuw. Tot dan gaat er niets uit.",
        # a wage that an employer says was not earned
        "again": "{wage}: dit loon van {cents} is eerder ingetrokken, en {source} meldt het nu weer. Vraag het na bij de "
        "werkgever. Klopt het? Lever het dan aan met `melding` gewijzigd.",
        "after_end": "Na het einde van de bijstand is het loon van {month} lager dan we wisten. Over die maand is {cents} "
        "betaald, en {cents_claim} daarvan vragen we terug. De maand wordt niet meer vanzelf beslist. Klopt het einde nog? Zo "
        "niet: neem het terug met `werkzaam put-right {household}`, en geef de run opnieuw. Zo ja: sluit deze taak, en schrijf "
        "op waarom.",
        "corrects_nothing": "De werkgever corrigeert {wage} met {cents}, en dat loon is hier niet bekend. Vraag de klant om de "
        "loonstrook, en leg die vast. Lever de correctie daarna nog eens aan.",
        "gone_withdrawn": "De werkgever trekt het loon van {job} in ({day_from} tot en met {day_to}, {cents}). De maand is al "
        "beslist met dit loon. Vraag het na bij de werkgever en de klant. Nooit verdiend? `werkzaam take-back {task}`, en geef "
        "de run opnieuw. Klopt het loon toch? Sluit dan deze taak. Tot dan telt het loon mee.",
        "gone_zero": "De werkgever meldt nu nul euro loon van {job} ({day_from} tot en met {day_to}, eerder {cents}). De maand "
        "is al beslist met dit loon. Vraag het na bij de werkgever en de klant. Nooit verdiend? `werkzaam take-back {task}`, en "
        "geef de run opnieuw. Klopt het loon toch? Sluit dan deze taak. Tot dan telt het loon mee.",
        "gone_missing": "In een nieuwe volledige aangifte van de werkgever staat het loon van {job} niet meer ({day_from} tot en "
        "met {day_to}, {cents}). Vraag het na bij de werkgever en de klant. Nooit verdiend? `werkzaam take-back {task}`, en "
        "geef de run opnieuw. Klopt het loon toch? Sluit dan deze taak. Tot dan telt het loon mee.",
        # what could not be paid
        "no_account": "{cents} van {month} kan niet worden betaald: er is geen goedgekeurde rekening voor {payee}. Vraag de "
        "klant om een rekening. Leg die vast, en laat een ander die goedkeuren.",
        "unwritable": "{cents} van {month} kan niet worden betaald: een bank kan de naam {holder} niet schrijven. Kijk hoe "
        "de naam op de bankpas staat. Leg de rekening met die naam vast, en laat een ander die goedkeuren.",
        "premium_own": "{name} woont niet meer in dit huishouden. Er ligt {cents} premie klaar, en die is van {name} zelf. Vraag "
        "{name} om een eigen rekening. Leg die vast met `voor` {payee}, en laat een ander die goedkeuren. Daarna gaat het "
        "bedrag mee in het volgende bestand. Schrijf {name} zelf, niet dit huishouden.",
        "premium_estate": "{name} is overleden. Er ligt {cents} premie klaar, en die is van de erfgenamen. Vraag hun om een "
        "verklaring van erfrecht en om de rekening. Leg die vast met `voor` {payee}, en laat een ander die goedkeuren. Daarna "
        "gaat het bedrag mee in het volgende bestand.",
        # what the bank refused
        "refused": "De bank heeft {cents} van {month} niet aan {holder} betaald: {reason}. Kijk er met de klant naar. Een "
        "andere rekening? Leg die vast, en laat een ander die goedkeuren. Klopt de rekening toch? Sluit dan deze taak. "
        "Tot dan gaat er niets naar die rekening, ook geen latere betaling.",
        "double": "De bank hield de betaling van {cents} ({month}, {holder}) tegen: {reason}. Misschien is die al betaald, "
        "dus wij betalen niet nog eens. Kijk op het afschrift. Staat het bedrag er niet op? Bel dan de bank.",
        "file_refused": "De bank weigerde het hele bestand {file} ({cents}): {reason}. {bank} Kijk wat er niet klopte. Maak "
        "daarna een nieuw bestand met `werkzaam pay`.",
        "file_double": "De bank hield het hele bestand {file} ({cents}) tegen: {reason}. {bank} Misschien is het al betaald, "
        "dus wij betalen niet nog eens. Kijk op het afschrift. Staat het er niet op? Bel dan de bank.",
        "unknown_refusal": "De bank weigerde de overboeking {transfer} ({bank}). Die past niet bij wat wij weten: een ander "
        "bedrag, een ander bestand, of al betaald. Bel de bank.",
        # what the bank tells of and nothing explains
        "bank_booked": "{cents} ging op {day} van onze rekening, en wij weten niet waarvoor: {whose}. Zoek uit van wie dit is.",
        "bank_returned": "{cents} kwam op {day} terug, en wij weten niet waarvan: {whose}. Zoek uit van wie dit is.",
        "bank_received": "{cents} kwam op {day} binnen: {whose}. Betaalt iemand een vordering terug? Leg dat vast met "
        "`werkzaam received`. Anders: zoek uit van wie dit is.",
        "bank_taken back": "{cents} ging op {day} weer van onze rekening: {whose}. Zoek uit van wie dit is.",
        # bezwaar
        "upheld": "Het bezwaar over {month} ({cents}) is gegrond. Zet recht wat niet klopte, met `werkzaam put-right` of een "
        "nieuwe opgave, en geef de run opnieuw. Tot dan wordt er niets ingehouden.",
    },
    "en": {
        "premium_end": "A premium ends after {day}. Send all households ({count}) a notice, by {day_by}. `werkzaam premium-end` "
        "gives the list and a text. Close this task with what you did.",
        "repair": "Make our mistake good before {day}: {what}. Record what is right, decide the month, and then close this.",
        "left": "Because of the wage there is no bijstand from {month} on. Ask before {day} what comes next. Does bijstand "
        "end? Record `einde_bijstand`. Does the work stop? Record `einde_baan`. Is there a new payslip? Record it. If we "
        "know nothing, we pay nothing from {month_held} on.",
        "silent": "Because of the wage there was no bijstand in {month_before}. Of {month} we know nothing: no payslip, and "
        "no end of the work. Call the client. Record what you hear: the payslip, `einde_baan` or `einde_bijstand`. Then give "
        "the run again. Until then nothing is paid.",
        # what somebody asked from their pages
        "line_question": "A question about a line of {month}: {title} ({line}). \"{text}\" Answer in plain words; the "
        "person reads what you write.",
        "line_question_plain": "Is this line of {month} right? {title} ({line}). The person wrote nothing with it. Look the "
        "line up, and explain how it is.",
        "pace_asked": "A proposal to pay back: {title}. {text} See whether enough is left to live on, and decide.",
        "back_said": "The person says something about money paid too much over {month}: {title}. \"{text}\" Weigh it in "
        "your decision.",
        "again": "{wage}: this wage of {cents} was taken back before, and {source} reports it again now. Ask the employer. Is it "
        "right? Then deliver it with `melding` gewijzigd.",
        "after_end": "After the end of bijstand the wage of {month} is lower than we knew. For that month {cents} was paid, and "
        "{cents_claim} of it is asked back. The month is not decided by itself any more. Is the end still right? If not: take it "
        "back with `werkzaam put-right {household}`, and give the run again. If so: close this task, and write down why.",
        "corrects_nothing": "The employer corrects {wage} by {cents}, and that wage is not known here. Ask the client for the "
        "payslip, and record it. Then deliver the correction once more.",
        "gone_withdrawn": "The employer takes back the wage of {job} ({day_from} to {day_to}, {cents}). The month was decided "
        "with this wage. Ask the employer and the client. Never earned? `werkzaam take-back {task}`, and give the run again. Is "
        "the wage right after all? Then close this task. Until then the wage counts.",
        "gone_zero": "The employer now reports no wage of {job} ({day_from} to {day_to}, before {cents}). The month was decided "
        "with this wage. Ask the employer and the client. Never earned? `werkzaam take-back {task}`, and give the run again. Is "
        "the wage right after all? Then close this task. Until then the wage counts.",
        "gone_missing": "A new full return of the employer does not have the wage of {job} any more ({day_from} to {day_to}, "
        "{cents}). Ask the employer and the client. Never earned? `werkzaam take-back {task}`, and give the run again. Is the "
        "wage right after all? Then close this task. Until then the wage counts.",
        # what could not be paid
        "no_account": "{cents} of {month} cannot be paid: there is no approved account for {payee}. Ask the client for an "
        "account. Record it, and let somebody else approve it.",
        "unwritable": "{cents} of {month} cannot be paid: a bank cannot write the name {holder}. Look how the name stands on "
        "the bank card. Record the account with that name, and let somebody else approve it.",
        "premium_own": "{name} does not live in this household any more. {cents} of premium is ready, and it is {name}'s own. "
        "Ask {name} for an account of their own. Record it with `voor` {payee}, and let somebody else approve it. After that "
        "the amount goes with the next file. Write to {name}, not to this household.",
        "premium_estate": "{name} died. {cents} of premium is ready, and it belongs to the heirs. Ask them for a certificate of "
        "inheritance and for the account. Record it with `voor` {payee}, and let somebody else approve it. After that the "
        "amount goes with the next file.",
        # what the bank refused
        "refused": "The bank did not pay {cents} of {month} to {holder}: {reason}. Look at it with the client. Another "
        "account? Record it, and let somebody else approve it. Is the account right after all? Then close this task. Until "
        "then nothing goes to that account, also no later payment.",
        "double": "The bank stopped the payment of {cents} ({month}, {holder}): {reason}. It may have been paid already, so "
        "we do not pay again. Look at the statement. Is the amount not on it? Then call the bank.",
        "file_refused": "The bank refused the whole file {file} ({cents}): {reason}. {bank} Look what was wrong. Then make a "
        "new file with `werkzaam pay`.",
        "file_double": "The bank stopped the whole file {file} ({cents}): {reason}. {bank} It may have been paid already, so "
        "we do not pay again. Look at the statement. Is it not on it? Then call the bank.",
        "unknown_refusal": "The bank refused the transfer {transfer} ({bank}). It does not fit what we know: another amount, "
        "another file, or paid already. Call the bank.",
        # what the bank tells of and nothing explains
        "bank_booked": "{cents} left our account on {day}, and we do not know what for: {whose}. Find out whose it is.",
        "bank_returned": "{cents} came back on {day}, and we do not know of what: {whose}. Find out whose it is.",
        "bank_received": "{cents} came in on {day}: {whose}. Does somebody pay back a claim? Record that with `werkzaam "
        "received`. Else: find out whose it is.",
        "bank_taken back": "{cents} left our account again on {day}: {whose}. Find out whose it is.",
        # disputes
        "upheld": "The dispute about {month} ({cents}) was upheld. Put right what was wrong, with `werkzaam put-right` or a "
        "new report, and give the run again. Until then nothing is kept.",
    },
}  # fmt: skip
"""What was kept as a code, by that code."""

REASONS = {
    "nl": {
        "AC01": "het rekeningnummer klopt niet", "AC03": "het rekeningnummer klopt niet", "AC04": "de rekening is opgeheven",
        "AC06": "de rekening is geblokkeerd", "AC07": "de rekening is opgeheven", "AG01": "op deze rekening mag dit niet",
        "AM04": "er staat te weinig geld op onze rekening", "AM05": "de bank had deze al", "DU01": "de bank had dit bestand al",
        "DUPL": "de bank had deze al", "BE01": "de naam hoort niet bij de rekening", "BE04": "er ontbreekt een adres",
        "FF01": "het bestand is niet goed opgebouwd", "MD07": "de rekeninghouder is overleden",
        "MS02": "de ontvanger wil het niet, en zegt niet waarom", "MS03": "de bank zegt niet waarom",
        "RC01": "de bank van de ontvanger klopt niet", "RR04": "een wettelijke regel", "TM01": "het bestand kwam te laat",
        "other": "reden {code} van de bank",
    },
    "en": {
        "AC01": "the account number is not right", "AC03": "the account number is not right", "AC04": "the account is closed",
        "AC06": "the account is blocked", "AC07": "the account is closed", "AG01": "this is not allowed on that account",
        "AM04": "there is too little money on our account", "AM05": "the bank had it already",
        "DU01": "the bank had this file already", "DUPL": "the bank had it already",
        "BE01": "the name does not belong to the account", "BE04": "an address is missing",
        "FF01": "the file is not built as it should be", "MD07": "the holder of the account died",
        "MS02": "the payee does not want it, and does not say why", "MS03": "the bank does not say why",
        "RC01": "the bank of the payee is not right", "RR04": "a rule of law", "TM01": "the file came too late",
        "other": "reason {code} of the bank",
    },
}  # fmt: skip
"""Why a bank refuses or returns a payment, by its code (ISO 20022, ExternalStatusReason1Code and ExternalReturnReason1Code)."""

TASKS = {
    "nl": {
        "proposal": "te veel betaald, besluit nodig", "out_of_term": "te laat om te verrekenen, formeel besluit nodig",
        "awaiting_payslip": "wacht op de loonstrook", "account": "nieuw rekeningnummer, vier ogen",
        "premium": "premie terugvragen, besluit nodig", "dispute": "niet eens met een vordering", "upheld": "bezwaar gegrond",
        "held": "kan niet worden berekend", "line_question": "vraag van de inwoner",
        "line_question_plain": "vraag van de inwoner", "pace_asked": "voorstel van de inwoner",
        "back_said": "de inwoner zegt iets", "error": "ging mis", "bank": "onbekende bankboeking", "question": "vraag",
        "check": "controle", "repair": "onze fout herstellen", "left": "vertrokken?", "silent": "wacht op een mens",
        "again": "controle", "after_end": "controle", "corrects_nothing": "vraag",
        "gone_withdrawn": "loon ingetrokken?", "gone_zero": "loon ingetrokken?", "gone_missing": "loon ingetrokken?",
        "no_account": "niet betaald",
        "unwritable": "niet betaald", "refused": "geweigerd door de bank", "double": "tegengehouden door de bank",
        "file_refused": "geweigerd door de bank", "file_double": "tegengehouden door de bank",
        "unknown_refusal": "onbekende weigering van de bank",
    },
    "en": {
        "proposal": "paid too much, decision needed", "out_of_term": "too late to set off, formal decision needed",
        "awaiting_payslip": "waits for the payslip", "account": "new account number, four eyes",
        "premium": "asking premium back, decision needed", "dispute": "does not agree with a claim",
        "upheld": "dispute upheld", "held": "cannot be computed", "error": "went wrong", "bank": "unknown entry of the bank",
        "line_question": "question of the person", "line_question_plain": "question of the person",
        "pace_asked": "proposal of the person", "back_said": "the person says something",
        "question": "question", "check": "check", "repair": "make our mistake good", "left": "left?",
        "again": "check", "after_end": "check", "corrects_nothing": "question",
        "gone_withdrawn": "wage taken back?", "gone_zero": "wage taken back?", "gone_missing": "wage taken back?",
        "silent": "waits for a person", "no_account": "not paid",
        "unwritable": "not paid", "refused": "refused by the bank", "double": "stopped by the bank",
        "file_refused": "refused by the bank", "file_double": "stopped by the bank",
        "unknown_refusal": "unknown refusal of the bank",
    },
}  # fmt: skip
"""What a task of the queue is: its kind, or the code that was kept."""
