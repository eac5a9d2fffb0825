# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the study of ways to settle wages, in Dutch and English."""

from __future__ import annotations

METHOD_NAMES = {
    "nl": {
        "op_de_maand": "op de maand zelf",
        "achteraf": "een maand later",
        "schatting": "schatting: vorige strook",
        "gemiddelde": "schatting: gemiddelde",
        "vast_bedrag": "afgesproken bedrag",
        "wachten": "wachten op loonstrook",
        "schatting_2027": "schatting, wet van 2027",
        "buffer_2027": "buffer, wet van 2027",
    },
    "en": {
        "op_de_maand": "on the month itself",
        "achteraf": "a month later",
        "schatting": "estimate: last payslip",
        "gemiddelde": "estimate: mean of two",
        "vast_bedrag": "agreed amount",
        "wachten": "wait for the payslip",
        "schatting_2027": "estimate, law of 2027",
        "buffer_2027": "buffer, law of 2027",
    },
}
GROUP_NAMES = {
    "nl": {
        "fixed": "vast",
        "flexible": "flexibel",
        "on_call": "oproep",
        "self_employed": "zelfst.",
        "no_work_now": "geen werk",
        "single": "alleen",
        "lone_parent": "met kind",
        "couple": "samen",
    },
    "en": {
        "fixed": "fixed",
        "flexible": "flexible",
        "on_call": "on call",
        "self_employed": "self-empl.",
        "no_work_now": "no work",
        "single": "single",
        "lone_parent": "lone parent",
        "couple": "couple",
    },
}
WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "title": "Manieren om loon te verrekenen: wie komt onder de norm?",
        "made_up": (
            "Synthetisch: niemand hierin bestaat. {households} huishoudens van een bedachte stad, {first} tot en met "
            "{last}, {seeds} keer met ander toeval ({range}). Elke manier kreeg dezelfde mensen met hetzelfde werk en "
            "hetzelfde geluk."
        ),
        "counted": (
            "Geteld zijn huishoudens die ergens in die jaren loon naast bijstand hadden (gemiddeld {people}), in hun "
            "maanden met bijstand vanaf de eerste keer. Een maand is onder de norm als loon, bijstand en buffer samen "
            "minstens een euro onder de norm zonder vakantietoeslag kwamen, terwijl dat bij een betaling die meteen klopte "
            "niet zo was."
        ),
        "below_head": "Onder de norm",
        "below_note": (
            "Huishoudens: hoeveel van elke honderd ooit onder de norm kwamen. Maanden: van elke honderd maanden met "
            "bijstand; tussen haakjes het laagste en hoogste van de keren. Claim: maanden die alleen onder de norm kwamen "
            "omdat er iets voor een claim werd ingehouden. Daarna hoeveel: gemiddeld, wat in een op de tien maanden meer "
            "is, en het meeste."
        ),
        "col_method": "manier",
        "col_people": "huish.",
        "col_months": "maanden",
        "col_deep": "≥ € 100",
        "col_taken": "claim",
        "col_mean": "gem.",
        "col_tenth": "1 op 10",
        "col_most": "meest",
        "money_head": "Correcties en claims",
        "money_note": (
            "Correcties, claims en bedragen per huishouden en jaar. Open is wat aan het eind per huishouden aan claims "
            "openstaat; nog te verrekenen wat betaald is en niet klopte, zonder correctie (min: te veel betaald). "
            "Schommeling is hoeveel het inkomen van maand tot maand gemiddeld verandert; was alles meteen goed betaald, dan "
            "{right}."
        ),
        "col_corrections": "corr.",
        "col_claims": "claims",
        "col_mean_claim": "gem.",
        "col_largest": "grootste",
        "col_owed": "open",
        "col_unsettled": "te verr.",
        "col_buffer": "buffer",
        "col_change": "schomm.",
        "group_head": "Wie het treft, en wie geholpen is",
        "group_note": (
            "Maanden onder de norm van elke honderd maanden met bijstand, naar het contract in die maand en naar huishouden."
        ),
        "cautious": "Inhouden na een tegenvaller staat aan. Gewerkte uren per week: {hours}.",
        "says_head": "Wat hierin zit en wat niet",
        "published": "Gepubliceerd",
        "assumed": "Aangenomen",
        "fitted": "Gezocht bij gepubliceerde getallen",
        "picture_title": "Maanden onder de norm, van elke honderd",
        "picture_x": "maanden van elke honderd met bijstand",
        "picture_all": "een euro of meer te weinig",
        "picture_deep": "honderd euro of meer te weinig",
        "picture_note": "Synthetische mensen met loon naast bijstand. Streep: laagste en hoogste van {seeds} keer.",
    },
    "en": {
        "title": "Ways to settle wages: who falls below the norm?",
        "made_up": (
            "Synthetic: nobody in it exists. {households} households of an invented town, {first} to {last}, {seeds} times "
            "with other chance ({range}). Every way got the same people with the same work and the same luck."
        ),
        "counted": (
            "Counted are households that had wages beside bijstand at some time in those years ({people} on average), in "
            "their months on bijstand from the first time on. A month is below the norm when wages, bijstand and buffer "
            "together came at least a euro below the norm without holiday allowance, and would not have with a payment that "
            "was right at once."
        ),
        "below_head": "Below the norm",
        "below_note": (
            "Households: how many of every hundred ever were below. Months: of every hundred months on bijstand; in "
            "brackets the lowest and the highest of the times. Claim: months that were below only because something was "
            "taken for a claim. Then by how much: on average, what one month in ten exceeds, and the most."
        ),
        "col_method": "way",
        "col_people": "househ.",
        "col_months": "months",
        "col_deep": "≥ € 100",
        "col_taken": "claim",
        "col_mean": "mean",
        "col_tenth": "1 in 10",
        "col_most": "most",
        "money_head": "Corrections and claims",
        "money_note": (
            "Corrections, claims and amounts are a household and year. Owed is what is open in claims per household at the "
            "end; unsettled what was paid and not right, without correction (minus: too much paid). Swing is by how much "
            "income changes from month to month on average; had everything been paid right at once: {right}."
        ),
        "col_corrections": "corr.",
        "col_claims": "claims",
        "col_mean_claim": "mean",
        "col_largest": "largest",
        "col_owed": "owed",
        "col_unsettled": "unsettled",
        "col_buffer": "buffer",
        "col_change": "swing",
        "group_head": "Whom it hits, and who is helped",
        "group_note": "Months below the norm of every hundred months on bijstand, by contract in that month and by household.",
        "cautious": "Holding back after a setback is on. Hours worked a week: {hours}.",
        "says_head": "What is in it and what is not",
        "published": "Published",
        "assumed": "Assumed",
        "fitted": "Fitted to published numbers",
        "picture_title": "Months below the norm, of every hundred",
        "picture_x": "months of every hundred on bijstand",
        "picture_all": "a euro or more too little",
        "picture_deep": "a hundred euros or more too little",
        "picture_note": "Synthetic people with wages beside bijstand. Line: lowest and highest of {seeds} times.",
    },
}
SAYS = {
    "nl": (
        (
            "Regels: {regimes}. Artikel 34b geldt pas vanaf 2027. De twee manieren van 2027 rekenen met die wet op de "
            "bedragen van toen (rechtsdatum 2027-01); vergelijk de buffer met de schatting onder dezelfde wet. De wet geeft "
            "de gemeente de keus; hier wordt elk tekort aangevuld tot het jaarmaximum, en niets daarvan komt terug. Het is "
            "dus een bovengrens."
        ),
        (
            "Een claim wordt een maand na het voorstel goedgekeurd, en daarna gaat er hoogstens {share} van de norm per "
            "maand van de betaling af. Een nabetaling wordt niet eerst met een oude claim verrekend, behalve binnen dat "
            "plafond."
        ),
        (
            "Een maand wordt opnieuw beslist als de laatste loonstrook van het huishouden er is. Een afgesproken bedrag "
            "wordt in januari verrekend en opnieuw afgesproken, en als de bijstand is gestopt. De termijn van zes maanden "
            "om te verrekenen is daar niet toegepast. Wie een maand later verrekent, corrigeert nooit; het laatste loon "
            "blijft dan liggen."
        ),
        "Bij wachten komt er geen cent voor een maand met werk tot de loonstrook er is.",
        "Wie weg is uit de bijstand, krijgt nog wat hem toekomt; van een claim wordt dan niets ingehouden.",
        (
            "Vakantiegeld van werkgevers komt en telt met elk loon mee. Beslag, toeslagen, belastingen en voorschotten "
            "zitten er niet in."
        ),
        (
            "Wat wij niet weten: hoe lonen echt schommelen en hoe laat loonstroken echt komen. Dat zijn aannames; zie "
            "hieronder. Een andere aanname geeft andere getallen: probeer het met --assumptions."
        ),
    ),
    "en": (
        (
            "Rules: {regimes}. Article 34b is law from 2027 only. The two ways of 2027 try that law on the amounts of those "
            "years (law date 2027-01); compare the buffer with the estimate under the same law. The law leaves it to the "
            "town; here every shortage is made up to the year's maximum, and none of it is taken back. So it is an upper "
            "bound."
        ),
        (
            "A claim is approved a month after it was proposed, and then at most {share} of the norm a month is taken from "
            "payments. A back payment is not set off against an old claim first, but for what that ceiling allows."
        ),
        (
            "A month is decided anew when the household's last payslip is in. An agreed amount is settled and agreed anew "
            "in January, and settled when bijstand has ended; the term of six months for setting off was not applied to it. "
            "Who settles a month later never corrects; the last wage then stays where it is."
        ),
        "Who waits pays not a cent for a month with work until its payslip is there.",
        "Who left bijstand is paid what is still due; nothing is taken for a claim then.",
        "Employers' holiday money comes and counts with each wage. Attachments, allowances, taxes and advances are not in it.",
        (
            "What we do not know: how wages really swing and how late payslips really are. Those are assumptions; see "
            "below. Another assumption gives other numbers: try it with --assumptions."
        ),
    ),
}
"""What is in the study and what is not."""
