# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences about a design and its diagnosis, in Dutch and English."""

from __future__ import annotations

from typing import Final

Texts = dict[str, str]

MESSAGES: Final[dict[str, Texts]] = {
    "effect_not_identifiable": {
        "nl": "Alle groepen hebben dit gelijk. Vergelijken van de groepen zegt dus niets over het effect ervan.",
        "en": "All arms have this alike, so comparing them says nothing about its effect.",
    },
    "also_alike": {
        "nl": "Ook hierin verschillen de regels van de groepen niet; het effect ervan is niet te schatten.",
        "en": "In these the regimes of the arms do not differ either; their effect cannot be estimated.",
    },
    "no_protocol": {
        "nl": "Voor {regime} staat nergens als gegeven hoe de begeleiding is (begin, aantal contacten, plichten).",
        "en": "No protocol states how people are guided under {regime} (first step, contacts, duties).",
    },
    "same_guidance": {
        "nl": "Deze groepen hebben op papier dezelfde begeleiding. Wat wordt er vergeleken?",
        "en": "On paper these arms have the same guidance. What is compared?",
    },
    "too_short": {
        "nl": "maanden verschillen de groepen. In Amsterdam liep de uitstroom pas drie jaar na het begin uiteen (eerste "
              "kwartaal van 2021). Zulke late effecten zijn dan niet te zien. Neem {least} maanden of meer, en een "
              "meting een jaar later.",
        "en": "months is how long the arms differ. In Amsterdam outflow parted ways only three years after the start (first "
              "quarter of 2021). Such late effects would not be seen. Take {least} months or more, and a measurement a "
              "year later.",
    },
    "chance_findings": {
        "nl": "Toetsen in dit ontwerp. Ook als er niets verschilt, geeft toeval bij 5 procent {expected} vondsten. "
              "De grens die daarvoor corrigeert is {threshold} (Bonferroni).",
        "en": "Tests in this design. Where nothing differs, chance alone brings {expected} findings at 5 percent. "
              "The threshold that corrects for it is {threshold} (Bonferroni).",
    },
    "not_judged": {
        "nl": "Geen familie toetst deze uitkomst; zij wordt alleen beschreven.",
        "en": "No family judges this outcome; it is only described.",
    },
    "subgroup_without_test": {
        "nl": "Geen familie toetst {outcomes}, dus voor deze deelgroep ook niet.",
        "en": "No family judges {outcomes}, so it is not judged for this subgroup either.",
    },
    "confirming_is_no_control": {
        "nl": "Twee metingen die hetzelfde moeten zeggen houden toevalsvondsten niet tegen. De regel bepaalt alleen wat getoond "
              "wordt, na de correctie.",
        "en": "Two waves that must agree do not keep chance findings out. The rule only decides what is shown, after correction.",
    },
    "not_drawn": {
        "nl": "mensen die meedoen worden niet geloot, terwijl de registers ook hen kennen. Met iedereen in de loting zijn "
              "kleinere verschillen te zien, zonder extra interviews ({drawn} van {enrolled} geloot).",
        "en": "people who take part are not drawn, although the registers know them too. With everybody in the draw smaller "
              "differences show, without more interviews ({drawn} of {enrolled} drawn).",
    },
    "implausible_total": {
        "nl": "Van de {enrolled} deelnemers zouden dit er {found} zijn. Dat is meer dan de {most} in de hele bevolking van "
              "{population}.",
        "en": "Of {enrolled} who enrol, {found} exceeds {most}: all there are in the whole population of {population}.",
    },
    "underpowered": {
        "nl": "Het verschil dat ertoe doet ({effect}) wordt maar in {power} van de gevallen gevonden. Vier van de vijf keer "
              "gevonden wordt pas een verschil van {smallest}, met {people} mensen in de kleinste groep.",
        "en": "The difference that matters ({effect}) is found in only {power} of cases. Found four times out of five is a "
              "difference of {smallest}, with {people} people in the smaller arm.",
    },
}  # fmt: skip

ANSWERS: Final[dict[str, Texts]] = {
    "equal": {
        "nl": "Niet te schatten: {element} is voor alle groepen gelijk, zoals het ontwerp zegt. Er is geen groep zonder.",
        "en": "Not identifiable: {element} is equal for all arms, as the design says. There is no arm without it.",
    },
    "alike": {
        "nl": "Niet te schatten: de regels van alle groepen zeggen over {element} hetzelfde.",
        "en": "Not identifiable: the regimes of all arms say the same about {element}.",
    },
    "together": {
        "nl": "Niet apart te schatten: de groepen verschillen ook in {others}.",
        "en": "Not identifiable on its own: the arms differ in {others} as well.",
    },
    "crossed": {
        "nl": "Te schatten: de groepen verschillen ook in {others}, maar zo gekruist dat de effecten uit elkaar te houden zijn.",
        "en": "Identifiable: the arms differ in {others} as well, but crossed so that the effects can be told apart.",
    },
    "alone": {
        "nl": "Te schatten: de groepen verschillen alleen in {element}.",
        "en": "Identifiable: the arms differ in {element} only.",
    },
}

HEADS: Final[dict[str, Texts]] = {
    "who": {"nl": "Wie", "en": "Who"},
    "draw": {"nl": "Loting", "en": "Draw"},
    "arms": {"nl": "Groepen", "en": "Arms"},
    "waves": {"nl": "Metingen", "en": "Waves"},
    "outcomes": {"nl": "Uitkomsten", "en": "Outcomes"},
    "judging": {"nl": "Wat samen wordt beoordeeld", "en": "What is judged together"},
    "stopping": {"nl": "Tussentijds", "en": "Before the end"},
    "messages": {"nl": "Let op", "en": "Take note"},
}

LINES: Final[dict[str, Texts]] = {
    "title": {"nl": "{title} ({town}, {start} tot {end}, versie {version})",
              "en": "{title} ({town}, {start} until {end}, version {version})"},
    "window": {"nl": "inschrijven van {first} tot en met {last}", "en": "enrolment from {first} to {last}"},
    "places": {"nl": ", {places} plaatsen", "en": ", {places} places"},
    "excluded": {"nl": "niet: {id}. {reason}", "en": "not: {id}. {reason}"},
    "not_in": {"nl": "niet in {arms}: {id}. {reason}", "en": "not in {arms}: {id}. {reason}"},
    "everybody": {"nl": "iedereen die meedoet wordt geloot{only}", "en": "everybody who takes part is drawn{only}"},
    "seats": {"nl": "{seats} mensen worden door het lot gekozen{only}", "en": "{seats} people are chosen by lot{only}"},
    "survey_all": {"nl": "alle gelote mensen worden geïnterviewd{only}", "en": "everybody drawn is interviewed{only}"},
    "survey": {"nl": "{seats} van hen worden geïnterviewd{only}", "en": "{seats} of them are interviewed{only}"},
    "strata": {
        "nl": "binnen groepen die gelijk zijn in {variables}; kleiner dan {smallest} wordt samengevoegd",
        "en": "within groups that are alike in {variables}; those smaller than {smallest} are merged",
    },
    "no_waves": {"nl": "niemand wordt geïnterviewd: alles komt uit registers",
                 "en": "nobody is interviewed: everything comes from registers"},
    "one_stratum": {"nl": "iedereen in één groep, zonder lagen", "en": "everybody in one group, without strata"},
    "arm": {"nl": "{label}: {slots} van de {all}, volgens {regime}", "en": "{label}: {slots} of {all}, under {regime}"},
    "protocol": {
        "nl": "  eerste stap: {initiator}; contacten per jaar: {contacts}; hoe vaak beslist: {by}",
        "en": "  first step: {initiator}; contacts a year: {contacts}; how often is decided by: {by}",
    },
    "not_stated": {"nl": "niet vermeld", "en": "not stated"},
    "legal_room": {"nl": "  kan alleen als de wet ruimte geeft: {articles}", "en": "  needs room in the law: {articles}"},
    "contacts": {"nl": "minstens {least}, {most}", "en": "at least {least}, {most}"},
    "no_most": {"nl": "geen vast maximum", "en": "no fixed maximum"},
    "most": {"nl": "hoogstens {most}", "en": "at most {most}"},
    "equal": {"nl": "gelijk voor alle groepen: {equal}", "en": "equal for all arms: {equal}"},
    "wave": {"nl": "{id} {label}: {first} tot en met {last}, bon {voucher} euro",
             "en": "{id} {label}: {first} to {last}, voucher {voucher} euros"},
    "outcome": {"nl": "{label} ({source}, {when}){harm}", "en": "{label} ({source}, {when}){harm}"},
    "harm": {"nl": "; hier kan iemand slechter af zijn", "en": "; here somebody can be worse off"},
    "family": {"nl": "{id}: uitkomsten {outcomes}, vergelijkingen {contrasts}, grens {level} procent ({control})",
               "en": "{id}: outcomes {outcomes}, contrasts {contrasts}, level {level} percent ({control})"},
    "subgroup": {"nl": "apart: {label}{confirm}", "en": "apart: {label}{confirm}"},
    "confirm": {"nl": ", alleen getoond als {waves} hetzelfde zeggen", "en": ", shown only when {waves} agree"},
    "looks": {"nl": "gekeken in {looks}: {harms}. {text}", "en": "looked at in {looks}: {harms}. {text}"},
    "hash": {"nl": "Vingerafdruk van het ontwerp: {hash}", "en": "Fingerprint of the design: {hash}"},
    "no_assumptions": {
        "nl": "Er is geen bestand {file}, dus over kleine groepen kon niets worden gezegd.",
        "en": "There is no file {file}, so nothing could be said of small groups.",
    },
}  # fmt: skip

DIAGNOSIS: Final[dict[str, Texts]] = {
    "head": {
        "nl": "{design}: {experiments} keer uitgevoerd met verzonnen mensen. {drawn} van {enrolled} geloot, "
              "{interviews}, {strata} groepen voor de loting ({small} te klein gebleven).",
        "en": "{design}: run {experiments} times with imagined people. {drawn} of {enrolled} drawn, {interviews}, "
              "{strata} groups for the draw ({small} stayed too small).",
    },
    "interviews": {"nl": "{surveyed} geïnterviewd", "en": "{surveyed} interviewed"},
    "no_interviews": {"nl": "geen interviews", "en": "no interviews"},
    "columns": {
        "nl": "vergelijking|mensen|waar|scheef|dekking|vindt|met rest|vals|vals plat|kleinste|uit aantallen",
        "en": "contrast|people|true|bias|cover|power|in family|false|plain|smallest|by counts",
    },
    "family": {
        "nl": "Familie {id}: vindt in {share} van de keren iets terwijl er niets is.",
        "en": "Family {id}: finds something where nothing is in {share} of runs.",
    },
    "legend": {
        "nl": "Scheef: gemiddelde schatting min het ware verschil. Dekking: hoe vaak het interval van 95 procent het ware "
              "verschil bevat. Vindt: hoe vaak het ware verschil wordt gevonden, alleen en met de correctie van de familie. "
              "Vals: hoe vaak iets gevonden wordt terwijl er niets is; plat: als je vergeet dat mensen een klantmanager delen. "
              "Kleinste: het kleinste verschil dat vier van de vijf keer gevonden wordt; uit aantallen: hetzelfde, zonder "
              "gedeelde klantmanagers.",
        "en": "Bias: mean estimate less the true difference. Cover: how often the 95 percent interval holds the true difference. "
              "Power: how often the true difference is found, alone and with the correction of its family. False: how often "
              "something is found where nothing is; plain: when it is forgotten that people share a case worker. Smallest: the "
              "smallest difference found four times out of five; by counts: the same without shared workers.",
    },
    "gain_head": {
        "nl": "Kleinste verschil dat vier van de vijf keer gevonden wordt, alleen uit aantallen: {one} en {other}",
        "en": "Smallest difference found four times out of five, by counts alone: {one} and {other}",
    },
    "title": {"nl": "Hoe vaak wordt een verschil gevonden?", "en": "How often is a difference found?"},
    "under": {
        "nl": "Kans dat het verschil dat ertoe doet wordt gevonden (5 procent, zwakste vergelijking, {experiments} keer)",
        "en": "Chance that the difference that matters is found (5 percent, weakest contrast, {experiments} runs)",
    },
    "axis": {"nl": "kans in procenten", "en": "chance in percent"},
    "goal": {"nl": "80 procent", "en": "80 percent"},
    "desc": {"nl": "Per uitkomst een punt voor elk ontwerp. {rows}", "en": "For each outcome a dot for each design. {rows}"},
}  # fmt: skip
