# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the report of a relived experiment says, in Dutch and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "title": "Amsterdam herbeleefd, 2018 tot en met 2022",
        "under": "SYNTHETISCH: verzonnen mensen. Niemand hierin bestaat. Toevalsgetal {seed}, {town} huishoudens.",
        "about": "Wat u hier leest",
        "about_1": (
            "Dit is een verzonnen Amsterdam. {town} huishoudens leven vijf jaar lang onder de echte regels. "
            "{enrolled} doen mee aan het experiment. {asked} van hen worden geïnterviewd."
        ),
        "about_2": (
            "Daarna is hetzelfde experiment nog {trials} keer gedaan met andere verzonnen mensen en ander geluk. "
            "Zo ziet u wat toeval is."
        ),
        "about_3": (
            "Elk gepubliceerd getal staat naast wat de simulatie vond. Wat wij niet kunnen narekenen, staat er "
            "ook bij, met de reden."
        ),
        "about_4": (
            "Let op het verschil: ingevoerd is erin gestopt, passend gemaakt is ernaar toe gerekend, ontstaat is "
            "door niemand erin gestopt. Alleen het laatste zegt iets over de simulatie zelf."
        ),
        "verdicts": "Hoeveel klopt er",
        "verdicts_said": (
            "Van de {rows} gepubliceerde getallen en uitspraken kan de simulatie er {spoken} narekenen. Daarvan "
            "kloppen er {fine}."
        ),
        "verdicts_table": "Gepubliceerde getallen naar oordeel",
        "how": "Hoe",
        "given": "ingevoerd",
        "fitted": "passend gemaakt",
        "emerges": "ontstaat",
        "none": "niets mee gedaan",
        "reproduced": "nagerekend",
        "not_reproduced": "niet nagerekend",
        "not_reproducible": "hier niet na te rekenen",
        "figures": "De drie figuren",
        "figure_1": "Figuur 1. Niet in de bijstand, per kwartaal",
        "figure_2": "Figuur 2. Heeft betaald werk, per interview",
        "figure_3": "Figuur 3. Uren per week van wie werkt, per interview",
        "figure_under": "Lijnen: synthetisch. Rondjes: gedrukt in het eindrapport.",
        "figure_says": (
            "De lijnen zijn het gemiddelde van {trials} gesimuleerde experimenten met verzonnen mensen. De rondjes zijn gedrukt."
        ),
        "figure_last": "Aan het eind ({place}): {values}.",
        "printed_as": "gedrukt",
        "quarter": "kwartaal",
        "wave": "interview",
        "percent": "procent",
        "hours": "uren per week",
        "tests": "Was het verschil in uitstroom aan te tonen?",
        "tests_said": (
            "Het rapport noemt de uitstroom van zelfregie lager dan die van de andere groepen, en zegt dat een "
            "toets dat laat zien. Met {panel} mensen per groep is dat niet na te rekenen. Hieronder dezelfde "
            "toets voor elk aantal mensen waar het om kan gaan."
        ),
        "tests_table": "Uitstroom bij T3: de gedrukte getallen, en de gesimuleerde stad",
        "tests_who": "Wie meetelt, mensen per groep",
        "tests_pair": "Vergelijking",
        "tests_printed": "Gedrukt: p",
        "tests_here": "Deze stad: verschil in punten, p",
        "tests_found": "Herhalingen met p onder 0,05",
        "panel": "vier keer geïnterviewd",
        "asked_group": "onderzoeksgroep",
        "everybody": "alle deelnemers",
        "tests_note": (
            "Toets: twee aandelen, z-toets, tweezijdig, één vergelijking per regel, zonder correctie. Alle "
            "deelnemers samen zijn er maar in één stad: daar zijn geen herhalingen van."
        ),
        "constraints": "De afspraken over de figuren",
        "constraints_said": (
            "Wat tekst en figuren vastleggen, als gelijkheid of als volgorde. {fine} van de {all} kloppen voor "
            "het gemiddelde. Met {panel} mensen per groep klopt niet elk los experiment: hoe vaak wel, staat "
            "erbij."
        ),
        "constraints_table": "Gelijkheden en volgordes van figuur 1 tot en met 3",
        "constraints_note": "Bij een volgorde of een verschil staat onder Gevonden het verschil tussen links en rechts.",
        "rule": "Afspraak",
        "meant": "Moet zijn",
        "found": "Gevonden (gemiddeld)",
        "single": "Losse experimenten waarin het klopt",
        "verdict": "Oordeel",
        "published": "Alle gepubliceerde getallen: {table}",
        "what": "Wat",
        "printed": "Gedrukt",
        "here": "Deze stad",
        "repeated": "{trials} herhalingen: gemiddeld (laagste tot hoogste)",
        "yes": "ja",
        "no": "nee",
        "agree": "{share} procent van de herhalingen",
        "word_printed": "zo gedrukt",
        "mended_given": "Dit getal is erin gestopt; het klopt niet omdat er minder mensen zijn dan in Amsterdam.",
        "mended_fitted": "Naar dit getal is toe gerekend, maar het gemiddelde van de herhalingen ligt er {off} naast.",
        "mended_emerges": (
            "Niemand heeft dit erin gestopt. Het gemiddelde ligt er {off} naast: hier mist de simulatie iets, of "
            "een aanname is anders dan in Amsterdam."
        ),
        "mended_trend": "Het gemiddelde van de herhalingen heeft deze richting niet.",
        "row_note": (
            "Nagerekend: het gemiddelde van de herhalingen valt binnen de afronding van wat er gedrukt is, of "
            "mist die hoogstens twee standaardfouten. Waar het rapport ongeveer zegt, of niet zegt wat er geteld is, "
            "is de marge ruimer. Hoe: {how}."
        ),
        "silent": "Wat deze simulatie niet kan narekenen",
        "silent_said": (
            "Deze tabellen of rijen krijgen het oordeel: hier niet na te rekenen. Elke rij staat ook in synthetic_published.csv."
        ),
        "silent_table": "Hier niet na te rekenen, per tabel",
        "table": "Tabel",
        "rows": "Rijen",
        "why": "Waarom niet",
        "checks": "Kloppen de gedrukte getallen met zichzelf?",
        "checks_said": (
            "Los van de simulatie: optellingen, verschillen en gemiddelden van gedrukte getallen, hier opnieuw gedaan."
        ),
        "checks_table": "Opnieuw opgeteld",
        "check": "Controle",
        "computed": "Opnieuw berekend",
        "stated": "Gedrukt",
        "consistent": "klopt",
        "inconsistent": "klopt niet",
        "draw": "De loting",
        "draw_1": (
            "Alle {enrolled} deelnemers stonden op de lijst. Eerst is beloofd hoe er geloot werd, daarna is een "
            "geheim verteld, daarna sprak het baken. De loting is openbaar na te rekenen (experiment-lottery/v1)."
        ),
        "draw_2": (
            "Het baken, het geheim en de zouten zijn hier nagemaakt uit het toevalsgetal, zodat de stad twee keer "
            "dezelfde is. Bij een echte loting kan niemand ze vooraf weten."
        ),
        "draw_3": (
            "Alle {receipts} bewijzen zijn gecontroleerd, en de hele lijst is opnieuw geloot: {checks} controles, alle goed."
        ),
        "draw_table": "Wat er beloofd en geloot is",
        "fact": "Gegeven",
        "value": "Waarde",
        "arms": "Mensen per groep",
        "surveyed": "Van wie geïnterviewd",
        "strata": "Groepen waarbinnen is geloot",
        "promise": "Vingerafdruk van de belofte",
        "seed_of": "Lotgetal",
        "years": "Vijf jaar van maand tot maand",
        "years_said": (
            "De echte regels rekenen elke maand voor elk huishouden. Loonstroken komen soms te laat; dan wordt "
            "later bijbetaald of teruggevraagd. De coronacrisis kost banen."
        ),
        "years_table": "{name}: per jaar",
        "takes_part": "Deelnemers",
        "outside": "Alle andere huishoudens",
        "year": "Jaar",
        "on": "In de bijstand, gemiddeld",
        "works": "Werkt, gemiddeld",
        "corrected": "Maanden gecorrigeerd",
        "claims": "Nieuwe terugvorderingen",
        "below": "Maanden onder de norm",
        "premium": "Premie, euro",
        "contacts": "Contacten",
        "numbers": "Waar dit op rust",
        "numbers_said": ("Getallen die de simulatie leest. Gepubliceerd en aangenomen staan apart van wat passend is gemaakt."),
        "numbers_table": "{origin}",
        "origin_published": "Gepubliceerd",
        "origin_assumed": "Aangenomen",
        "origin_fitted": "Passend gemaakt",
        "name": "Naam",
        "values": "Waarden",
        "reason": "Waarom, of uit welke rijen",
        "limits": "Wat een simulatie kan en niet kan",
        "limit_1": (
            "Een simulatie bewijst niet dat begeleiding werkt. Wat passend is gemaakt, volgt uit wat er gepubliceerd is."
        ),
        "limit_2": (
            "Hoe mensen op begeleiding reageren, is nergens gemeten dan in deze figuren. Een andere verklaring "
            "past misschien ook."
        ),
        "limit_3": "Gezondheid, gevoel, vrijwilligerswerk en mantelzorg zijn niet gesimuleerd.",
        "limit_4": "Herkomst is alleen een kolom in een tabel. Niets in de simulatie hangt ervan af.",
        "stamp_seed": (
            "Toevalsgetal {seed}; {town} huishoudens; {trials} herhalingen. Met dezelfde getallen komt er hetzelfde verslag uit."
        ),
        "synthetic": "SYNTHETISCH / SYNTHETIC",
        "analysis": "Analyse: {title}",
    },
    "en": {
        "title": "Amsterdam relived, 2018 to 2022",
        "under": "SYNTHETIC: invented people. Nobody in it exists. Seed {seed}, {town} households.",
        "about": "What you read here",
        "about_1": (
            "This is an invented Amsterdam. {town} households live for five years under the real rules. "
            "{enrolled} take part in the experiment. {asked} of them are interviewed."
        ),
        "about_2": (
            "After that the same experiment was done {trials} times more with other invented people and other "
            "luck. So you see what chance does."
        ),
        "about_3": (
            "Every published number stands beside what the simulation found. What we cannot reproduce is there as "
            "well, with the reason."
        ),
        "about_4": (
            "Mind the difference: given was put in, fitted was calibrated to, emerges was put in by nobody. Only "
            "the last says something about the simulation itself."
        ),
        "verdicts": "How much is right",
        "verdicts_said": (
            "Of {rows} published numbers and statements the simulation has something to say about {spoken}. Of "
            "those {fine} are reproduced."
        ),
        "verdicts_table": "Published numbers by verdict",
        "how": "How",
        "given": "given",
        "fitted": "fitted",
        "emerges": "emerges",
        "none": "nothing done with it",
        "reproduced": "reproduced",
        "not_reproduced": "not reproduced",
        "not_reproducible": "not reproducible here",
        "figures": "The three figures",
        "figure_1": "Figure 1. Not on bijstand, per quarter",
        "figure_2": "Figure 2. Has paid work, per interview",
        "figure_3": "Figure 3. Weekly hours of those who work, per interview",
        "figure_under": "Lines: synthetic. Dots: printed in the final report.",
        "figure_says": ("The lines are the mean of {trials} simulated experiments with invented people. The dots were printed."),
        "figure_last": "At the end ({place}): {values}.",
        "printed_as": "printed",
        "quarter": "quarter",
        "wave": "interview",
        "percent": "percent",
        "hours": "hours a week",
        "tests": "Could the difference in outflow be shown?",
        "tests_said": (
            "The report calls outflow of self-direction lower than that of the other groups, and says that a test "
            "shows it. With {panel} people a group that cannot be reproduced. Below the same test for every "
            "number of people that may have been meant."
        ),
        "tests_table": "Outflow at T3: the printed numbers, and the simulated town",
        "tests_who": "Who counts, people per group",
        "tests_pair": "Comparison",
        "tests_printed": "Printed: p",
        "tests_here": "This town: difference in points, p",
        "tests_found": "Repeats with p below 0.05",
        "panel": "interviewed four times",
        "asked_group": "research group",
        "everybody": "all participants",
        "tests_note": (
            "Test: two shares, z-test, two-sided, one comparison per line, without correction. There is only one "
            "town with all participants: it has no repeats."
        ),
        "constraints": "What the figures must satisfy",
        "constraints_said": (
            "What text and figures fix, as equalities or orders. {fine} of {all} hold of the mean. With {panel} "
            "people in a group not every single experiment meets them: how often is beside each."
        ),
        "constraints_table": "Equalities and orders of figures 1 to 3",
        "constraints_note": "For an order or a difference, Found is the difference between left and right.",
        "rule": "Constraint",
        "meant": "Must be",
        "found": "Found (mean)",
        "single": "Single experiments that meet it",
        "verdict": "Verdict",
        "published": "All published numbers: {table}",
        "what": "What",
        "printed": "Printed",
        "here": "This town",
        "repeated": "{trials} repeats: mean (least to most)",
        "yes": "yes",
        "no": "no",
        "agree": "{share} percent of the repeats",
        "word_printed": "printed so",
        "mended_given": "This number was put in; it is off because there are fewer people than in Amsterdam.",
        "mended_fitted": "This number was calibrated to, but the mean of the repeats is {off} off.",
        "mended_emerges": (
            "Nobody put this in. The mean is {off} off: the simulation lacks something here, or an assumption is "
            "other than in Amsterdam."
        ),
        "mended_trend": "The mean of the repeats does not have this direction.",
        "row_note": (
            "Reproduced: the mean of the repeats lies within the rounding of what was printed, or misses it by "
            "two standard errors at most. Where the report says about, or does not say what was counted, the margin "
            "is wider. How: {how}."
        ),
        "silent": "What this simulation cannot reproduce",
        "silent_said": (
            "These tables or rows have the verdict: not reproducible here. Every row is also in synthetic_published.csv."
        ),
        "silent_table": "Not reproducible here, per table",
        "table": "Table",
        "rows": "Rows",
        "why": "Why not",
        "checks": "Do the printed numbers agree with themselves?",
        "checks_said": "Apart from the simulation: sums, differences and means of printed numbers, done again here.",
        "checks_table": "Added up again",
        "check": "Check",
        "computed": "Computed again",
        "stated": "Printed",
        "consistent": "agrees",
        "inconsistent": "does not agree",
        "draw": "The draw",
        "draw_1": (
            "All {enrolled} participants were on the list. First it was promised how would be drawn, then a "
            "secret was told, then the beacon spoke. Anybody can check the draw (experiment-lottery/v1)."
        ),
        "draw_2": (
            "Beacon, secret and salts are made from the seed here, so that the town is twice the same. In a true "
            "draw nobody can know them before."
        ),
        "draw_3": "All {receipts} receipts were checked, and the whole list was drawn again: {checks} checks, all right.",
        "draw_table": "What was promised and drawn",
        "fact": "Fact",
        "value": "Value",
        "arms": "People per group",
        "surveyed": "Of whom interviewed",
        "strata": "Groups within which was drawn",
        "promise": "Fingerprint of the promise",
        "seed_of": "Seed of the draw",
        "years": "Five years, month after month",
        "years_said": (
            "The real rules settle every month of every household. Payslips are late at times; then more is paid "
            "later, or money is claimed back. The corona crisis costs jobs."
        ),
        "years_table": "{name}: per year",
        "takes_part": "Participants",
        "outside": "All other households",
        "year": "Year",
        "on": "On bijstand, mean",
        "works": "Works, mean",
        "corrected": "Months corrected",
        "claims": "New claims",
        "below": "Months below the norm",
        "premium": "Premium, euros",
        "contacts": "Contacts",
        "numbers": "What this rests on",
        "numbers_said": "Numbers that the simulation reads. Published and assumed stand apart from what was fitted.",
        "numbers_table": "{origin}",
        "origin_published": "Published",
        "origin_assumed": "Assumed",
        "origin_fitted": "Fitted",
        "name": "Name",
        "values": "Values",
        "reason": "Why, or from which rows",
        "limits": "What a simulation can and cannot do",
        "limit_1": "A simulation does not prove that guidance works. What was fitted follows from what was published.",
        "limit_2": (
            "How people respond to guidance was measured nowhere but in these figures. Another explanation may fit as well."
        ),
        "limit_3": "Health, feelings, voluntary work and informal care are not simulated.",
        "limit_4": "Origin is a column of a table only. Nothing in the simulation depends on it.",
        "stamp_seed": "Seed {seed}; {town} households; {trials} repeats. The same numbers give the same report.",
        "synthetic": "SYNTHETISCH / SYNTHETIC",
        "analysis": "Analysis: {title}",
    },
}
"""By language; every key stands in both."""
