# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of messages about work: told in advance, and thanks when a premium is paid."""

from __future__ import annotations

NL = {
    "dear": "Beste {person},",
    # told in advance
    "preview_subject": "Wat uw werk verandert in {month}",
    "noted": "Op {day} is genoteerd dat u {hours} uur per week meer gaat werken. Hieronder staat wat er in {month} verandert.",
    "noted_fewer": "Op {day} is genoteerd dat u {hours} uur per week minder gaat werken. Hieronder staat wat er in {month} "
    "verandert.",
    "expected": "Dit verwachten we:",
    "wage": "Loon", "bijstand": "Bijstand", "reserve": "Vakantietoeslag die we apart houden", "premium": "Premie",
    "rest": "Andere bedragen",
    "bijstand_same": "Bijstand: blijft gelijk.",
    "more": "{amount} meer", "less": "{amount} minder",
    "in_month": "in {month}", "no_month": "(wanneer, staat niet vast)",
    "total": "In totaal levert de maand straks {then} op. Nu is dat {now}.",
    "ends": "In deze maand is uw loon hoog genoeg om zonder bijstand rond te komen. De bijstand stopt dan volgens artikel "
    "19 van de "
    "Participatiewet. Wilt u weten wat dat voor u betekent? Bel ons gerust.",
    "and": "en",
    "paid_already": "We hebben deze bijstand al betaald. Door uw werk is dat waarschijnlijk te veel: {months}.",
    "paid_before": "Betalen we de bijstand van {month} voordat we uw loon weten? Dan is dat waarschijnlijk {amount} te veel.",
    "never_untold": "Dat bedrag vragen we later terug. U krijgt er eerst een brief over, en u kunt er iets van zeggen. Zet het "
    "apart als dat lukt.",
    "not_counted": "Wat uw werk doet met toeslagen en passen, is niet berekend.",
    "wrong": "Het is een verwachting. Pas met uw loonstrook weten we het precies. Klopt er iets niet, of hebt u een vraag? "
    "Vraag het aan {contact}.",
    # what nobody asked for
    "offer_subject": "U kunt voor {month} bijstand krijgen naast uw loon",
    "offer": "Met uw toestemming keken we naar uw inkomen van {month}. Het ligt onder de norm. U kunt {amount} bijstand krijgen.",
    "offer_how": "Wilt u dat? Dan is één bevestiging genoeg. We gebruiken wat we al van u weten. We vragen alleen naar uw "
    "inkomen en naar wat er is veranderd.",
    "offer_free": "Wilt u het niet? Dan hoeft u niets te doen. U kunt uw toestemming op elk moment intrekken.",
    "payout_ask_offer": "Hebt u een vraag? Vraag het aan {contact}.",
    # a month that waits
    "held_subject": "Uw bijstand van {month} wacht op een bericht van u",
    "held": "Op {day} krijgt u nog geen bijstand over {month}. Er is niets afgewezen: de maand wacht.",
    "held_why": "In {before} had u genoeg loon, en dus geen bijstand. Over {month} weten we nog niets.",
    "held_send": "Wat kunt u doen? Eén ding is genoeg:",
    "held_worked": "Werkte u in {month}? Stuur ons uw loonstrook.",
    "held_ended": "Is uw werk gestopt? Laat ons de laatste dag weten.",
    "held_left": "Hebt u geen bijstand meer nodig? Laat ons dat ook weten.",
    "held_then": "Weten we het? Dan rekenen we de maand meteen uit. Wat u krijgt, betalen we daarna zo snel als het kan.",
    "held_ask": "Bel {contact}. Hebt u nu te weinig geld om van te leven? Bel dan vandaag nog.",
    # work after bijstand
    "payslips_subject": "Werkt u na uw bijstand? Dan kunt u een premie krijgen",
    "payslips_end": "Uw laatste maand met bijstand is {end}.",
    "payslips_one": "Werkt u in {first}? Dan kunt u daarvoor een premie krijgen.",
    "payslips_more": "Werkt u in {first}, of in de maanden daarna tot en met {until}? Dan kunt u daarvoor een premie krijgen.",
    "payslips_send": "Stuur ons uw loonstrook van elke maand, zodra u hem hebt. Zonder loonstrook kunnen we de premie niet "
    "uitrekenen. Komt hij later? Dan krijgt u de premie later.",
    "payslips_free": "Werkt u dan niet? Dan hoeft u niets te doen.",
    # thanks
    "payout_subject": "Uw premie, met dank voor uw werk",
    "thanks": "Bedankt voor uw werk. U werkte naast uw bijstand, en dat waarderen we.",
    "paid": "Daarom krijgt u een premie van {amount}. U krijgt het bedrag in {month} op uw rekening.",
    "yours": "De premie is voor u. U krijgt er niet minder bijstand door, en u kiest zelf waar u het geld voor gebruikt.",
    "paid_managed": "Daarom krijgt u een premie van {amount}. Het bedrag gaat in {month} naar de rekening bij {name}, waar "
    "uw geld wordt beheerd.",
    "yours_managed": "De premie is voor u. U krijgt er niet minder bijstand door. {name} weet dat het bedrag voor u is. Kies "
    "samen waar u het geld voor gebruikt.",
    "yours_left": "De premie is van de tijd dat u bijstand had. U krijgt haar ook nu uw bijstand is gestopt. U kiest zelf waar u "
    "het geld voor gebruikt.",
    "yours_managed_left": "De premie is van de tijd dat u bijstand had. U krijgt haar ook nu uw bijstand is gestopt. {name} weet "
    "dat het bedrag voor u is. Kies samen waar u het geld voor gebruikt.",
    "rest_later": "Van een of meer maanden weten we uw loon nog niet. De premie over die maanden krijgt u bij de volgende "
    "uitbetaling.",
    "payout_ask": "Hebt u een vraag over uw premie? Vraag het aan {contact}.",
}  # fmt: skip

EN = {
    "dear": "Dear {person},",
    "preview_subject": "What your work changes in {month}",
    "noted": "On {day} it was noted that you will work {hours} hours a week more. Below stands what changes in {month}.",
    "noted_fewer": "On {day} it was noted that you will work {hours} hours a week less. Below stands what changes in {month}.",
    "expected": "This is what we expect:",
    "wage": "Wage", "bijstand": "Bijstand", "reserve": "Holiday allowance that we keep aside", "premium": "Premium",
    "rest": "Other amounts",
    "bijstand_same": "Bijstand: stays the same.",
    "more": "{amount} more", "less": "{amount} less",
    "in_month": "in {month}", "no_month": "(when is not stated)",
    "total": "In all the month then brings {then}. Now that is {now}.",
    "ends": "In this month your wage is high enough to live on without bijstand. Bijstand then ends by article 19 of the "
    "Participatiewet. Do you want to know what that means for you? Feel free to call us.",
    "and": "and",
    "paid_already": "We have paid this bijstand already. Because of your work that is likely too much: {months}.",
    "paid_before": "Do we pay the bijstand of {month} before we know your wage? Then that is likely {amount} too much.",
    "never_untold": "We ask that amount back later. You get a letter about it first, and you can say what you think of it. Put "
    "it aside if you can.",
    "not_counted": "What your work does to allowances and passes is not calculated.",
    "wrong": "This is what we expect. Only your payslip tells it exactly. Is something not right, or do you have a question? "
    "Ask {contact}.",
    "offer_subject": "You can get bijstand for {month} beside your wage",
    "offer": "With your consent we looked at your income of {month}. It is below the norm. You can get {amount} of bijstand.",
    "offer_how": "Would you like that? Then one confirmation is enough. We use what we know of you already. We only ask about "
    "your income and what has changed.",
    "offer_free": "Would you rather not? Then you need not do anything. You can withdraw your consent at any moment.",
    "payout_ask_offer": "Do you have a question? Ask {contact}.",
    "held_subject": "Your bijstand of {month} waits for word from you",
    "held": "On {day} you get no bijstand for {month} yet. Nothing was refused: the month waits.",
    "held_why": "In {before} you had enough wages, and so no bijstand. Of {month} we know nothing yet.",
    "held_send": "What can you do? One thing is enough:",
    "held_worked": "Did you work in {month}? Send us your payslip.",
    "held_ended": "Did your work stop? Tell us the last day.",
    "held_left": "Do you not need bijstand any more? Tell us that too.",
    "held_then": "Once we know, we work out the month at once. What you get is paid as soon as we can after that.",
    "held_ask": "Call {contact}. Do you have too little money to live on now? Then call today.",
    "payslips_subject": "Do you work after bijstand? Then you can get a premium",
    "payslips_end": "Your last month with bijstand is {end}.",
    "payslips_one": "Do you work in {first}? Then you can get a premium for it.",
    "payslips_more": "Do you work in {first}, or in the months after it up to {until}? Then you can get a premium for it.",
    "payslips_send": "Send us your payslip of each month, as soon as you have it. Without the payslip we cannot work out the "
    "premium. Does it come later? Then you get the premium later.",
    "payslips_free": "Do you not work then? Then you need not do anything.",
    "payout_subject": "Your premium, with thanks for your work",
    "thanks": "Thank you for your work. You worked beside your bijstand, and we value that.",
    "paid": "That is why you get a premium of {amount}. You get the amount on your account in {month}.",
    "yours": "The premium is yours. It does not lower your bijstand, and you choose yourself what you use the money for.",
    "paid_managed": "That is why you get a premium of {amount}. In {month} the amount goes to the account with {name}, where "
    "your money is looked after.",
    "yours_managed": "The premium is yours. It does not lower your bijstand. {name} knows that the amount is for you. Choose "
    "together what you use the money for.",
    "yours_left": "The premium is of the time when you had bijstand. You get it also now that your bijstand has stopped. You "
    "choose yourself what you use the money for.",
    "yours_managed_left": "The premium is of the time when you had bijstand. You get it also now that your bijstand has stopped. "
    "{name} knows that the amount is for you. Choose together what you use the money for.",
    "rest_later": "Of one month or more we do not know your wage yet. You get the premium over those months with the next "
    "payout.",
    "payout_ask": "Do you have a question about your premium? Ask {contact}.",
}  # fmt: skip

WORDS = {"nl": NL, "en": EN}
