# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a report says beside its numbers, in Dutch and English."""

from __future__ import annotations

from typing import Final

HIDDEN: Final = "–"
"""What stands for a number of fewer than ten people, or one that would give such a number away."""

WORDS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "under": "Wat {municipality} leerde door te loten: {arms}.",
        "main": "Wat vooraf als hoofdvraag was afgesproken",
        "results": "Wat er gemeten is: {family}",
        "one_each": "Elke uitkomst krijgt één regel per vergelijking, of er iets is gevonden of niet.",
        "outcome": "Uitkomst",
        "contrast": "Vergelijking",
        "effect": "Verschil",
        "interval": "95% zeker tussen",
        "people": "Mensen",
        "p": "p",
        "adjusted": "p na correctie",
        "detectable": "Kleinste verschil dat te vinden was",
        "weighted": "Met weging voor uitval",
        "bounds": "Grenzen bij uitval (Lee)",
        "table_results": "Verschillen zoals gepland: {family}",
        "note_results": "Aandelen verschillen in procentpunten, bedragen in euro. "
        "Toets: opnieuw loten ({redraws} keer). Correctie: {control}.",
        "familywise": "Romano-Wolf, voor alle vergelijkingen in deze tabel samen",
        "discovery": "Benjamini-Hochberg, verkennend",
        "forest": "Verschillen van de hoofdvraag in beeld: {unit}",
        "forest_says": "{shown} van {all} vergelijkingen laten een verschil zien na correctie: de volle rondjes. "
        "Een streep is het 95%-interval; nul is geen verschil.",
        "table_inverted": "Twee intervallen naast elkaar: {family}",
        "by_model": "95% zeker tussen (model)",
        "by_lot": "Niet uitgesloten door de loting",
        "inverted_said": "Het tweede interval heeft alle verschillen die de loting, opnieuw gehouden, niet uitsluit. "
        "Het rust op de loting en niet op een model. Het neemt aan dat het verschil voor iedereen even groot is. "
        "Heeft het een open einde (∞), dan waren er te weinig mensen of te weinig lotingen.",
        "flow_waves": "Na de loting, per ronde",
        "closed": "Ingeschreven, maar deze groep was gesloten",
        "drawn_all": "Geloot",
        "interviewed": "{wave}: geïnterviewd",
        "not_interviewed": "{wave}: niet geïnterviewd, {reason}",
        "shares": "Gemeten per groep",
        "group": "Groep",
        "mean": "Gemiddelde of aandeel",
        "joint": "Verschillen de groepen samen? p",
        "flow": "Wie er meedeed en wie niet",
        "flow_table": "Van aanmelding tot meting",
        "step": "Stap",
        "applied": "Aangemeld",
        "refused": "Niet toegelaten: {reason}",
        "excluded": "Uitgesloten: {reason}",
        "enrolled": "Ingeschreven",
        "not_selected": "Ingeschreven, niet geloot",
        "drawn": "Geloot voor {arm}",
        "withdrawn": "Gestopt",
        "attrition": "Geïnterviewd per ronde",
        "attrition_note": "p: of groepen verschillen in wie is geïnterviewd, door opnieuw te loten.",
        "wave": "Ronde",
        "groups": "Verkennend: groepen mensen",
        "groups_said": "Dit zijn verkenningen. Een vondst telt alleen als die op elke ronde hetzelfde is.",
        "groups_once": "Dit zijn verkenningen: elke uitkomst is in elke groep één keer gemeten, en niets bevestigt een vondst.",
        "groups_few": "Te weinig mensen om iets te zeggen: {groups}.",
        "listed": "Hoe het vermeld wordt",
        "limits": "Grenzen van dit onderzoek",
        "figures": "Figuren",
        "figure_work": "Aandeel met {what} per ronde",
        "figure_out": "Uit de bijstand sinds de start",
        "figure_hours": "Uren per week van wie werkt",
        "highest": "Bij de laatste meting is het hoogst: {arm} ({value}); het laagst: {low_arm} ({low_value}).",
        "months": "maanden na de start",
        "rounds": "ronde (0 is de eerste)",
        "percent": "procent",
        "hours": "uren per week",
        "hours_warning": "Wie werkt is zelf een gevolg van de groep: dit zijn per ronde andere mensen.",
        "unit_share": "procentpunt",
        "unit_mean": "(eigen eenheid)",
        "unit_money": "euro",
        "unit_time": "maanden",
        "test": "toets door opnieuw te loten",
        "protocol": "Protocol: {id}.",
        "planned": "Alle getallen zijn vooraf gepland; het plan lag vast op {at} ({by}).",
        "post_hoc": "Let op: dit is niet de analyse die is vastgelegd. Anders zijn: {differs}.",
        "masked": "De groepen staan nog onder letters. Welke groep welke is, is niet bekend.",
        "data": "Vingerafdruk van de gegevens: {data}",
        "deviations": "Afwijkingen van de loting",
        "deviations_said": "Andere begeleiding dan geloot: {number} keer. De analyse gaat uit van de groep van de loting.",
        "strayed": "Mensen die anders zijn begeleid, per groep van de loting",
        "instead": "Wat er anders was",
        "as_arm": "begeleid zoals {arm}",
        "strayed_team": "bij het team van andere groepen gezet",
        "strayed_outside_team": "buiten het eigen team gezet",
        "strayed_otherwise": "anders begeleid",
        "hidden": "{sign}: minder dan tien mensen, of een getal waaruit dat te berekenen is.",
        "differs_plan": "het plan",
        "differs_code": "de programmatuur",
        "differs_columns": "de gegevens",
    },
    "en": {
        "under": "What {municipality} learned by lot: {arms}.",
        "main": "What was agreed beforehand as the main question",
        "results": "What was measured: {family}",
        "one_each": "Every outcome has one line per comparison, whether something was found or not.",
        "outcome": "Outcome",
        "contrast": "Comparison",
        "effect": "Difference",
        "interval": "95% sure between",
        "people": "People",
        "p": "p",
        "adjusted": "p after correction",
        "detectable": "Smallest difference that could be found",
        "weighted": "Weighted for drop-out",
        "bounds": "Bounds under drop-out (Lee)",
        "table_results": "Differences as planned: {family}",
        "note_results": "Shares differ in percentage points, amounts in euros. "
        "Test: redraws ({redraws} times). Correction: {control}.",
        "familywise": "Romano-Wolf, for all comparisons of this table together",
        "discovery": "Benjamini-Hochberg, exploratory",
        "forest": "Differences of the main question as a picture: {unit}",
        "forest_says": "{shown} of {all} comparisons show a difference after correction: the full dots. A bar is the "
        "95% interval; zero is no difference.",
        "table_inverted": "Two intervals beside each other: {family}",
        "by_model": "95% certain between (model)",
        "by_lot": "Not ruled out by the draw",
        "inverted_said": "The second interval has all differences that the draw, held again, does not rule out. "
        "It rests on the draw and not on a model. It assumes that the difference is equally large for everybody. "
        "Where it has an open end (∞), there were too few people or too few redraws.",
        "flow_waves": "After the draw, by round",
        "closed": "Enrolled, but this arm was closed",
        "drawn_all": "Drawn",
        "interviewed": "{wave}: interviewed",
        "not_interviewed": "{wave}: not interviewed, {reason}",
        "shares": "Measured per group",
        "group": "Group",
        "mean": "Mean or share",
        "joint": "Do the groups differ together? p",
        "flow": "Who took part and who did not",
        "flow_table": "From application to measurement",
        "step": "Step",
        "applied": "Applied",
        "refused": "Not admitted: {reason}",
        "excluded": "Excluded: {reason}",
        "enrolled": "Enrolled",
        "not_selected": "Enrolled, not selected",
        "drawn": "Drawn into {arm}",
        "withdrawn": "Stopped",
        "attrition": "Interviewed per round",
        "attrition_note": "p: whether groups differ in who was interviewed, by redraws.",
        "wave": "Round",
        "groups": "Exploring: groups of people",
        "groups_said": "These are explorations. A finding counts only if it is the same at every round.",
        "groups_once": "These are explorations: each outcome was measured once in each group, and nothing confirms a finding.",
        "groups_few": "Too few people to say anything: {groups}.",
        "listed": "How it is listed",
        "limits": "Limits of this study",
        "figures": "Figures",
        "figure_work": "Share with {what} per round",
        "figure_out": "Off benefit since the start",
        "figure_hours": "Weekly hours of those who work",
        "highest": "At the last measurement the highest is {arm} ({value}), the lowest {low_arm} ({low_value}).",
        "months": "months since the start",
        "rounds": "round (0 is the first)",
        "percent": "percent",
        "hours": "hours a week",
        "hours_warning": "Who works is itself a result of the group: in each round these are other people.",
        "unit_share": "percentage points",
        "unit_mean": "(own unit)",
        "unit_money": "euros",
        "unit_time": "months",
        "test": "test by redraws",
        "protocol": "Protocol: {id}.",
        "planned": "All numbers were planned beforehand; the plan was locked at {at} ({by}).",
        "post_hoc": "Mind: this is not the analysis that was locked. What differs: {differs}.",
        "masked": "The groups still stand under letters. Which group is which is not known.",
        "data": "Fingerprint of the data: {data}",
        "deviations": "Deviations from the draw",
        "deviations_said": "Guidance other than drawn: {number} times. The analysis goes by the arm that was drawn.",
        "strayed": "People who were guided otherwise, by the arm they were drawn into",
        "instead": "What was different",
        "as_arm": "guided as {arm}",
        "strayed_team": "put with the team of other arms",
        "strayed_outside_team": "put outside the own team",
        "strayed_otherwise": "guided otherwise",
        "hidden": "{sign}: fewer than ten people, or a number from which that can be worked out.",
        "differs_plan": "the plan",
        "differs_code": "the software",
        "differs_columns": "the data",
    },
}

LIMITS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "selection": (
            "Selectie: dit gaat over wie meedeed, niet over iedereen in de bijstand. De deelnemers zijn geen afspiegeling."
        ),
        "drop_out": "Uitval: niet iedereen bleef meedoen met de interviews. Daarom staan weging en grenzen naast de uitkomsten.",
        "corona": "Corona: tijdens de proef kwam de pandemie. Die kan per groep anders hebben gewerkt.",
        "self_report": "Zelfrapportage: wat in interviews is gezegd, is niet nagerekend. Registers zijn dat wel.",
        "contamination": "Vermenging: begeleiders en deelnemers van verschillende groepen kwamen elkaar tegen.",
        "small_groups": "Kleine groepen: verschillen binnen kleine groepen mensen zijn onzeker en alleen verkennend.",
        "equal_treatment": (
            "Gelijke behandeling: wat voor iedereen gelijk was, zoals de premie, kan met deze loting niet worden gemeten."
        ),
        "closed": (
            "Gesloten groepen: niet iedereen kon in elke groep komen, om een reden die vooraf was vastgelegd. Een vergelijking "
            "gaat over mensen die in beide groepen konden komen, en zegt niets over anderen."
        ),
    },
    "en": {
        "selection": (
            "Selection: this is about who took part, not about everybody on benefit. Participants are not representative."
        ),
        "drop_out": (
            "Drop-out: not everybody went on with the interviews. That is why weights and bounds stand beside the outcomes."
        ),
        "corona": "Corona: the pandemic came during the trial. It may have worked differently per group.",
        "self_report": "Self-report: what was said in interviews was not checked. Registers were.",
        "contamination": "Contamination: workers and participants of different groups met.",
        "small_groups": "Small groups: differences within small groups of people are uncertain, and exploratory only.",
        "equal_treatment": (
            "Equal treatment: what was the same for everybody, such as the premium, cannot be measured by this lot."
        ),
        "closed": (
            "Closed groups: not everybody could come into every group, for a reason that was recorded beforehand. A comparison "
            "is one of people who could come into both groups, and says nothing of others."
        ),
    },
}
"""The limits, in this order: selection, drop-out, corona, self-report, contamination, small groups, equal treatment (R-205).

Which of them hold for an experiment follows from its design (`report/limits.py`): a trial of before 2020 did not meet corona.
"""
