# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words about what was reported: payslips over several months, other money, housemates, and what came to light late."""

from __future__ import annotations

NL = {
    # headings
    "norm": "Uw norm",
    "other": "Ander geld",
    # payslips
    "by_days": "{units} van de {of} dagen van deze loonstrook horen bij {month}. Van {whole} hoort daarom {part} bij deze maand.",
    "days_elsewhere": "De andere dagen horen bij {months}.",
    "outside": "Wat bij {months} hoort, valt buiten deze berekening.",
    "absent": "Wat bij {months} hoort, telt niet mee: {person} hoort dan niet bij het huishouden.",
    "four_weeks": "Dit is loon over vier weken. U krijgt dat dertien keer per jaar, en een jaar heeft twaalf maanden. Daarom "
    "rekenen wij elke maand met iets meer: dit bedrag keer 13, gedeeld door 12.",
    "four_weeks_of": "Loon over vier weken: {job}",
    "thirteenth_of": "Dertiende loon: {job}",
    "thirteenth": "In deze maand eindigen twee keer vier weken. Dit loon telt nu niet mee: elke maand telde er al een stukje "
    "van mee. U houdt het helemaal.",
    "credit_of": "Heffingskorting: {job}",
    "credit": "Uw werkgever paste {amount} heffingskorting niet toe. Volgens de wet telt die toch mee, alsof u die kreeg. "
    "Vraag uw werkgever om de korting toe te passen. Wat u mist, kunt u terugvragen bij de Belastingdienst.",
    "travel_of": "Onbelaste reiskosten: {job}",
    "holiday_before": "Van het vakantiegeld dat uw werkgever betaalde, is {amount} opgebouwd voor deze berekening begint.",
    "holiday_unknown": "Uw werkgever betaalde vakantiegeld. Over {amount} daarvan zegt geen loonstrook wanneer u dat opbouwde. "
    "Dat deel telt hier niet mee. De gemeente kan het aan uw werkgever vragen.",
    "own_pension": "Is dit een pensioen dat u zelf opbouwde, en geen AOW? Dan telt een klein bedrag per maand niet mee (artikel "
    "33 lid 5 Participatiewet). Zo is het hier niet opgeschreven. Vraag de gemeente om het op te schrijven als eigen pensioen.",
    "end_of_year": "Uw werkgever betaalde op {paid} {whole} eindejaarsuitkering. Die is opgebouwd van {first} t/m {last}. "
    "Daarvan hoort {part} bij {month}.",
    "end_of_year_received": "Uw werkgever betaalde op {paid} {whole} eindejaarsuitkering. Die hoort bij {month}: de maand "
    "waarin u die kreeg.",
    "late": "Dit werd pas op {known} bekend: meer dan zes maanden na {received}. De gemeente mag het dan niet zomaar van uw "
    "bijstand aftrekken (artikel 58 lid 4 Participatiewet). Daar is een besluit voor nodig, en daartegen kunt u bezwaar "
    "maken.",
    # other money
    "income_of": "{kind}: {name}",
    "received": "Ontvangen op {received}, bron: {source}.",
    "over_months": "Dit bedrag hoort bij {of} maanden, {first} t/m {last}. Van {whole} hoort {part} bij {month}.",
    "over_days": "{units} van de {of} dagen waar dit geld over gaat, horen bij {month}. Van {whole} hoort {part} bij deze maand.",
    "decided": "De gemeente besloot dat hiervan {amount} meetelt{decision}.",
    "by_decision": " ({decision})",
    "gifts_counted_title": "Giften die meetellen",
    "gifts_counted": "De gemeente besloot dat van uw giften in deze maand {amount} meetelt.",
    # who lives in the home
    "counts": "telt mee",
    "counts_not": "telt niet mee",
    "sharer": "{name} is {years} jaar of ouder en deelt de woonkosten met u.",
    "too_young": "{name} is nog geen {years} jaar. Wie jonger is, telt niet mee als kostendeler.",
    "tenant": "{name} huurt of verhuurt een kamer voor een gewone prijs. Zo iemand telt niet mee als kostendeler.",
    "student": "{name} volgt een opleiding. Zo iemand telt niet mee als kostendeler.",
    "not_yet": "{name} woont hier sinds {day}. Wij kijken naar de eerste dag van de maand, dus deze maand verandert uw norm "
    "niet.",
    # bijstand that had ended
    "new_period": "De bijstand eindigde met {month}. Deze maand is berekend als deel van een nieuwe periode met bijstand. Had u "
    "die niet, dan is er deze maand geen bijstand.",
    # another law date
    "law_of": "proef met de wet van {month}",
    "law_and_amounts_of": "proef met de wet van {month} en de bedragen van {amounts}",
}

EN = {
    "norm": "Your norm",
    "other": "Other money",
    "by_days": "{units} of the {of} days of this payslip belong to {month}. So of {whole} this month gets {part}.",
    "days_elsewhere": "The other days belong to {months}.",
    "outside": "What belongs to {months} lies outside this calculation.",
    "absent": "What belongs to {months} does not count: {person} does not belong to the household then.",
    "four_weeks": "This is pay for four weeks. You get it thirteen times a year, and a year has twelve months. So we calculate "
    "with a little more each month: this amount times 13, divided by 12.",
    "four_weeks_of": "Four-weekly wage: {job}",
    "thirteenth_of": "Thirteenth wage: {job}",
    "thirteenth": "Two times four weeks end in this month. This wage does not count now: a bit of it already counted each "
    "month. You keep all of it.",
    "credit_of": "Tax credit: {job}",
    "credit": "Your employer did not apply {amount} of tax credit. By law it counts all the same, as if you got it. Ask your "
    "employer to apply the credit. What you missed you can claim from the tax service.",
    "travel_of": "Untaxed travel allowance: {job}",
    "holiday_before": "Of the holiday money that your employer paid, {amount} was built up before this calculation begins.",
    "holiday_unknown": "Your employer paid holiday money. For {amount} of it no payslip says when you built it up. That part "
    "does not count here. The municipality can ask your employer.",
    "own_pension": "Is this a pension that you built up yourself, and not AOW? Then a small amount of it a month does not count "
    "(article 33(5) Participatiewet). It was not written down here as such. Ask the municipality to write it down as a private "
    "pension.",
    "end_of_year": "Your employer paid {whole} of end-of-year pay on {paid}. It was built up from {first} to {last}. Of that "
    "{part} belongs to {month}.",
    "end_of_year_received": "Your employer paid {whole} of end-of-year pay on {paid}. It belongs to {month}: the month in "
    "which you received it.",
    "late": "This became known on {known} only: more than six months after {received}. The municipality may then not simply "
    "take it off your bijstand (article 58(4) Participatiewet). That needs a decision, and you can object to it.",
    "income_of": "{kind}: {name}",
    "received": "Received on {received}, source: {source}.",
    "over_months": "This amount belongs to {of} months, {first} to {last}. Of {whole} this gives {part} to {month}.",
    "over_days": "{units} of the {of} days that this money is about belong to {month}. So of {whole} this month gets {part}.",
    "decided": "The municipality decided that {amount} of it counts{decision}.",
    "by_decision": " ({decision})",
    "gifts_counted_title": "Gifts that count",
    "gifts_counted": "The municipality decided that {amount} of your gifts in this month counts.",
    "counts": "counts",
    "counts_not": "does not count",
    "sharer": "{name} is {years} or older and shares the costs of the home with you.",
    "too_young": "{name} is not {years} yet. Who is younger does not count as a cost sharer.",
    "tenant": "{name} rents or lets a room at a commercial price. Such a person does not count as a cost sharer.",
    "student": "{name} is in education. Such a person does not count as a cost sharer.",
    "not_yet": "{name} has lived here since {day}. We look at the first day of the month, so your norm does not change this "
    "month.",
    "new_period": "Bijstand ended with {month}. This month is computed as part of a new period with bijstand. If you had none, "
    "there is no bijstand this month.",
    "law_of": "trial with the law of {month}",
    "law_and_amounts_of": "trial with the law of {month} and the amounts of {amounts}",
}
