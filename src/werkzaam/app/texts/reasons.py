# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a page says of a condition that decided: what holds, what does not, and the answer to a question with options."""

from __future__ import annotations

HELD = {
    "nl": {
        "in_inrichting": "u verblijft in een inrichting",
        "zorgt_elders": "u woont voor een tijd bij iemand om intensieve zorg te geven",
        "ouders_dragen_niet_bij": "u bent 18, 19 of 20 en kunt niet bij uw ouders terecht",
        "medisch_urenbeperkt": "u kunt om medische redenen minder uren werken",
        "loonkostensubsidie": "u hoort bij de doelgroep loonkostensubsidie",
        "zorg_kind_onder_12": "u zorgt alleen voor een eigen kind onder de 12",
        "nieuwe_baan": "u begint deze maand in een nieuwe baan",
        "dienstbetrekking": "u bent in dienst bij de werkgever",
        "jongeren": "iemand van u is jonger dan 21",
        "aow_gerechtigden": "iemand van u heeft de AOW-leeftijd",
        "in_inrichting_samen": "iemand van u verblijft in een inrichting",
        "zonder_recht": "uw partner heeft geen recht op bijstand",
        "zorg_elders_samen": "iemand van u geeft intensieve zorg bij iemand in huis",
        "kostendelende_huisgenoten": "er zijn huisgenoten die de woonkosten met u delen",
        "telt_zonder_ouders": "iemand van u is jonger dan 21 en kan niet bij de ouders terecht",
        "schijven.duur": "deze vrijlating heeft een einde",
    },
    "en": {
        "in_inrichting": "you stay in an institution",
        "zorgt_elders": "you live with somebody for a time to give intensive care",
        "ouders_dragen_niet_bij": "you are 18, 19 or 20 and cannot turn to your parents",
        "medisch_urenbeperkt": "you can work fewer hours for medical reasons",
        "loonkostensubsidie": "you belong to the group for wage cost subsidy",
        "zorg_kind_onder_12": "you alone care for an own child under 12",
        "nieuwe_baan": "you begin a new job this month",
        "dienstbetrekking": "you are employed by the employer",
        "jongeren": "one of you is under 21",
        "aow_gerechtigden": "one of you has reached the state pension age",
        "in_inrichting_samen": "one of you stays in an institution",
        "zonder_recht": "your partner has no right to bijstand",
        "zorg_elders_samen": "one of you gives intensive care in somebody's home",
        "kostendelende_huisgenoten": "there are housemates who share the costs of the home with you",
        "telt_zonder_ouders": "one of you is under 21 and cannot turn to the parents",
        "schijven.duur": "this exemption has an end",
    },
}
"""What is said of something that holds, or of a number that is not zero, where its own text would read badly."""

DENIED = {
    "nl": {
        "telt_zonder_ouders": "ieder van u is ouder, of kan bij de ouders terecht",
        "schijven.duur": "deze vrijlating heeft geen einde",
        "kinderen": "er zijn geen kinderen ten laste",
        "in_inrichting": "u verblijft niet in een inrichting",
        "zorgt_elders": "u woont niet elders om zorg te geven",
        "ouders_dragen_niet_bij": "u bent geen 18, 19 of 20, of u kunt bij uw ouders terecht",
        "medisch_urenbeperkt": "u kunt niet om medische redenen minder uren werken",
        "loonkostensubsidie": "u hoort niet bij de doelgroep loonkostensubsidie",
        "meer_uren_onmogelijk": "de gemeente vindt dat meer uren werken kan",
        "zorg_kind_onder_12": "u zorgt niet alleen voor een eigen kind onder de 12",
        "vrijlating_helpt": "de gemeente vindt dat het werk niet helpt om uit de uitkering te komen",
        "nieuwe_baan": "u begint deze maand niet in een nieuwe baan",
        "loon_bekend": "het loon van deze maand is nog niet bekend",
        "loon_geschat": "het loon van deze maand is niet geschat",
        "loonaangifte_bekend": "er is geen loonaangifte bekend",
        "dienstbetrekking": "u bent niet in dienst bij de werkgever",
        "beslist": "de gemeente heeft over dit geld nog niet besloten",
        "telt_als_werk": "dit geld is geen loon uit werk",
        "inkomsten.ziekengeld_is_werk": "ziekengeld is hier geen loon uit werk",
        "inkomen.telt": "dit soort geld telt niet vanzelf mee",
        "inkomen.telt_niet": "de wet laat dit soort geld niet buiten de berekening",
        "inkomen.besluit_nodig": "over dit soort geld hoeft niemand te besluiten",
        "recht.vakantietoeslag_maand": "in deze maand wordt de vakantietoeslag niet betaald",
        "vrijlating.n": "de gemeente geeft de vrijlating van 25% niet",
        "vrijlating.r": "de gemeente geeft de vrijlating van 12,5% niet",
        "vrijlating.y": "de gemeente geeft de vrijlating van 15% niet",
        "vrijlating.z": "de gemeente geeft de vrijlating bij loonkostensubsidie niet",
        "vrijlating.uniform": "de gemeente geeft de vrijlating van artikel 34a niet",
        "vrijlating.opnieuw": "de vrijlating mag niet opnieuw beginnen",
        "vrijlating.eigen": "de gemeente heeft geen eigen vrijlating",
        "schijven.geldt": "de vrijlating gaat hier niet naar schijven",
        "premie.geldt": "de gemeente betaalt hier geen premie over loon",
        "premie.alleen_met_bijstand": "voor de premie is geen bijstand nodig",
        "premie.halfjaar_begint": "er begint geen nieuw halfjaar",
        "premie.halfjaar_eindigt": "er eindigt geen halfjaar",
        "premie.betaalmaand": "in deze maand wordt geen premie betaald",
        "premie.per_uur": "er is geen premie per uur",
        "premie.eenmalig": "er is geen eenmalige premie",
        "premie.uitstroom": "er is geen uitstroompremie",
        "kalender.jaar_begint": "er begint geen nieuw jaar",
        "kalender.jaar_eindigt": "het jaar is nog niet om",
    },
    "en": {
        "telt_zonder_ouders": "each of you is older, or can turn to the parents",
        "schijven.duur": "this exemption has no end",
        "kinderen": "there are no dependent children",
        "in_inrichting": "you do not stay in an institution",
        "zorgt_elders": "you do not live elsewhere to give care",
        "ouders_dragen_niet_bij": "you are not 18, 19 or 20, or you can turn to your parents",
        "medisch_urenbeperkt": "there are no medical reasons why you can work fewer hours",
        "loonkostensubsidie": "you do not belong to the group for wage cost subsidy",
        "meer_uren_onmogelijk": "the municipality finds that working more hours is possible",
        "zorg_kind_onder_12": "you do not alone care for an own child under 12",
        "vrijlating_helpt": "the municipality finds that the work does not help towards leaving benefit",
        "nieuwe_baan": "you do not begin a new job this month",
        "loon_bekend": "the wage of this month is not known yet",
        "loon_geschat": "the wage of this month was not estimated",
        "loonaangifte_bekend": "no wage tax return is known",
        "dienstbetrekking": "you are not employed by the employer",
        "beslist": "the municipality has not decided about this money yet",
        "telt_als_werk": "this money is no pay for work",
        "inkomsten.ziekengeld_is_werk": "sick pay is no pay for work here",
        "inkomen.telt": "this kind of money does not count by itself",
        "inkomen.telt_niet": "the law does not leave this kind of money out",
        "inkomen.besluit_nodig": "nobody needs to decide about this kind of money",
        "recht.vakantietoeslag_maand": "the holiday allowance is not paid in this month",
        "vrijlating.n": "the municipality does not grant the 25% exemption",
        "vrijlating.r": "the municipality does not grant the 12.5% exemption",
        "vrijlating.y": "the municipality does not grant the 15% exemption",
        "vrijlating.z": "the municipality does not grant the exemption with wage cost subsidy",
        "vrijlating.uniform": "the municipality does not grant the exemption of article 34a",
        "vrijlating.opnieuw": "the exemption may not begin anew",
        "vrijlating.eigen": "the municipality has no exemption of its own",
        "schijven.geldt": "the exemption does not go by bands here",
        "premie.geldt": "the municipality pays no premium on wages here",
        "premie.alleen_met_bijstand": "the premium needs no bijstand",
        "premie.halfjaar_begint": "no new half-year begins",
        "premie.halfjaar_eindigt": "no half-year ends",
        "premie.betaalmaand": "no premium is paid in this month",
        "premie.per_uur": "there is no premium per hour",
        "premie.eenmalig": "there is no one-off premium",
        "premie.uitstroom": "there is no exit premium",
        "kalender.jaar_begint": "no new year begins",
        "kalender.jaar_eindigt": "the year is not over yet",
    },
}
"""What is said when a truth that is no rule does not hold; a rule has its own sentence for that, if it has one."""

ASKED = {
    "nl": {
        "rol": "dit is een {option}",
        "huisgenoot_als": "deze huisgenoot {option}",
        "leefvorm": "u leeft als {option}",
        "gezin": "u bent een gezin {option}",
        "inkomenssoort": "dit geld is: {option}",
        "loonsoort": "dit geld is {option}",
        "soort_vrijlating": "uw vrijlating is: {option}",
        "leeftijden.peildag": "we kijken naar de leeftijd op de {option}",
        "inkomsten.vierweken": "loon per vier weken rekenen we zo om: {option}",
        "inkomsten.vakantiegeld": "vakantiegeld telt zo mee: {option}",
        "inkomsten.eindejaarsuitkering": "een eindejaarsuitkering telt zo mee: {option}",
        "inkomsten.nettoloon": "we rekenen met het nettoloon {option}",
        "inkomsten.methode": "loon wordt zo verrekend: {option}",
        "inkomen.onderneming": "winst uit een eigen bedrijf telt zo mee: {option}",
        "recht.bij_gelijk_inkomen": "bij een inkomen gelijk aan de norm geldt: {option}",
        "schijven.over": "de schijven gaan over het {option}",
        "vrijlating.grondslag": "het percentage gaat over het {option}",
        "premie.grondslag": "de premie gaat over het {option}",
        "premie.maximum_per": "het maximum wordt {option} gerekend",
    },
    "en": {
        "rol": "this is a {option}",
        "huisgenoot_als": "this housemate {option}",
        "leefvorm": "you live as a {option}",
        "gezin": "you are a family {option}",
        "inkomenssoort": "this money is: {option}",
        "loonsoort": "this money is {option}",
        "soort_vrijlating": "your exemption is: {option}",
        "leeftijden.peildag": "we look at ages on the {option}",
        "inkomsten.vierweken": "this is how four-weekly pay becomes a month's: {option}",
        "inkomsten.vakantiegeld": "this is how holiday money counts: {option}",
        "inkomsten.eindejaarsuitkering": "this is how end-of-year pay counts: {option}",
        "inkomsten.nettoloon": "we calculate with the net wage {option}",
        "inkomsten.methode": "this is how wages are set off: {option}",
        "inkomen.onderneming": "this is how profit of an own business counts: {option}",
        "recht.bij_gelijk_inkomen": "with an income equal to the norm this holds: {option}",
        "schijven.over": "the bands are about the {option}",
        "vrijlating.grondslag": "the percentage is taken of the {option}",
        "premie.grondslag": "the premium is about the {option}",
        "premie.maximum_per": "the maximum is counted {option}",
    },
}
"""How the answer to a question with options is said."""

NAMED = {
    "nl": {
        "leeftijd": "de leeftijd",
        "leeftijd_begin": "de leeftijd op de eerste dag",
        "leeftijd_eind": "de leeftijd op de laatste dag",
    },
    "en": {"leeftijd": "the age", "leeftijd_begin": "the age on the first day", "leeftijd_eind": "the age on the last day"},
}
"""What a number is called beside its value, where its title would read badly."""

EACH = {"nl": "dat geldt voor {first} van {second}", "en": "that holds for {first} of {second}"}
"""How many of the one or two persons."""

SIGNS = {
    "nl": {"<": "is minder dan", "<=": "is niet meer dan", "==": "is gelijk aan",
           "not <": "is minstens", "not <=": "is meer dan", "not ==": "is niet gelijk aan"},
    "en": {"<": "is less than", "<=": "is not more than", "==": "equals",
           "not <": "is at least", "not <=": "is more than", "not ==": "does not equal"},
}  # fmt: skip
MIRRORED = {"<": "not <=", "<=": "not <", "==": "==", "not <": "<=", "not <=": "<", "not ==": "not =="}
"""The same comparison with its sides turned round."""

BECAUSE = {"nl": "want", "en": "because"}
AND = {"nl": "en", "en": "and"}
YEARS = {"nl": ("{years} jaar", "{years} jaar en {months}"), "en": ("{years} years", "{years} years and {months}")}
HIGHEST = {"nl": "het hoogste van", "en": "the highest of"}
