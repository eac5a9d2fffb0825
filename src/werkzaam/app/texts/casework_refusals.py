# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Why something cannot be written in a dossier, in words for whoever writes it on a page; by what the rule itself says."""

from __future__ import annotations

OTHER = {
    "nl": "Dit is niet opgeschreven. Een regel houdt het tegen. In het Engels staat daar: {said}",
    "en": "This was not written. A rule stops it: {said}",
}
REFUSALS: tuple[tuple[str, dict[str, str]], ...] = (
    (r"directs the pace", {
        "nl": "Deze inwoner bepaalt zelf het tempo, en er was in het laatste jaar al een gesprek dat u begon. Schrijf bij omdat "
              "waarom u nu de eerste stap zet. Of kies dat de inwoner die zette.",
        "en": "This client directs the pace, and there was a talk in the last year that you began. Say in reason why you take "
        "the "
              "first step now. Or choose that the client took it."}),
    (r"is in the future", {
        "nl": "Deze dag komt nog. Schrijf op wat al geweest is. Voor later maakt u een afspraak.",
        "en": "This day is still to come. Write what has been. For later, make an appointment."}),
    (r"an agreement has a last day", {
        "nl": "Een afspraak heeft een laatste dag. Dan weet iedereen of zij nog geldt.",
        "en": "An agreement has a last day. Then everybody knows whether it still holds."}),
    (r"agreement is withdrawn with (?P<days>\d+) days of notice, so it holds until (?P<first>[-\d]+)", {
        "nl": "Een afspraak trekt u niet zomaar in. De inwoner hoort het {days} dagen vooraf. Vul een dag in vanaf {first}.",
        "en": "An agreement is not simply withdrawn. The client hears it {days} days before. Fill in a day from {first} on."}),
    (r"withdrawn after a colleague looked", {
        "nl": "Een afspraak trekt u in als een collega heeft meegekeken. Vul in wie dat was.",
        "en": "You withdraw an agreement after a colleague looked at it too. Fill in who that was."}),
    (r"Entry (?P<seq>\d+) is what the client said", {
        "nl": "Nummer {seq} heeft de inwoner gezegd. Alleen de inwoner neemt dat terug.",
        "en": "Number {seq} is what the client said. Only the client takes it back."}),
    (r"Entry (?P<seq>\d+) was written by the municipality", {
        "nl": "Nummer {seq} heeft de gemeente geschreven. De inwoner neemt dat niet terug, maar kan er eigen woorden bij zetten.",
        "en": "Number {seq} was written by the municipality. The client cannot take it back, and can put own words beside it."}),
    (r"was withdrawn before", {
        "nl": "Dit is al eerder ingetrokken.", "en": "This was withdrawn before."}),
    (r"somebody in another capacity confirms it", {
        "nl": "Dit is al van uw kant. De ander gaat akkoord: de inwoner zelf.",
        "en": "This comes from your side already. The other side agrees with it: the client."}),
    (r"held until (?P<last>[-\d]+)\. Write it anew", {
        "nl": "Dit gold tot en met {last}. Schrijf het opnieuw op.", "en": "This held until {last}. Write it anew."}),
    (r"has not read the handover", {
        "nl": "Lees eerst de overdracht in het dossier en zeg dat u die las. Dan hoeft de inwoner het verhaal niet opnieuw te "
        "doen.",
        "en": "Read the handover in the dossier first and say that you did. Then the client need not tell the story again."}),
    (r"There is no handover", {
        "nl": "Er is geen overdracht om te lezen.", "en": "There is no handover to read."}),
    (r"there is no entry (?P<seq>\d+)", {
        "nl": "Nummer {seq} staat niet in dit dossier. De nummers staan in het dossier achter elke regel.",
        "en": "Number {seq} is not in this dossier. The numbers stand in the dossier behind each line."}),
    (r"is of the kind ", {
        "nl": "Dit nummer is iets anders dan hier past. Kijk in het dossier welk nummer u bedoelt.",
        "en": "This number is something else than fits here. See in the dossier which number you mean."}),
    (r"left in peace until (?P<until>[-\d]+)", {
        "nl": "Deze inwoner wordt met rust gelaten tot {until}. De inwoner zelf mag altijd om een gesprek vragen.",
        "en": "This client is left in peace until {until}. The client may always ask for a talk."}),
    (r"has been; an appointment is for today or later", {
        "nl": "Deze dag is geweest. Schrijf contact op in plaats van een afspraak.",
        "en": "This day has been. Log a contact in place of an appointment."}),
    (r"is not possible on (?P<day>[-\d]+)\. Choose another channel", {
        "nl": "Dit kan op {day} niet op deze manier. Kies een andere manier; het gesprek gaat door.",
        "en": "This is not possible in this way on {day}. Choose another way; the talk goes on."}),
    (r"does not want to meet at", {
        "nl": "De inwoner wil hier liever niet afspreken. Kies een andere plek.",
        "en": "The client would rather not meet there. Choose another place."}),
    (r"number of an appointment that stands", {
        "nl": "Dit is geen nummer van een afspraak die nog staat.", "en": "This is no number of an appointment that stands."}),
    (r"weken or maanden", {
        "nl": "Vul weken in of maanden, een van de twee.", "en": "Fill in weeks or months, one of the two."}),
    (r"decide together how often they talk", {
        "nl": "Bij deze begeleiding kiest u samen hoe vaak u praat. Praat er eerst over.",
        "en": "Under this guidance you choose together how often you talk. Talk about it first."}),
    (r"the client decides how often you talk", {
        "nl": "Bij deze begeleiding kiest de inwoner hoe vaak u praat. Schrijf op wat de inwoner koos.",
        "en": "Under this guidance the client chooses how often you talk. Write what the client chose."}),
    (r"you talk less often from now on", {
        "nl": "U praat vanaf nu minder vaak. Kies waarom.", "en": "You talk less often from now on. Choose why."}),
    (r"said by a professional or by the client", {
        "nl": "Hoeveel uur iemand kan werken, zegt een deskundige of de inwoner zelf. Vraag een deskundige te kijken.",
        "en": "The hours somebody can work are said by a professional or by the client. Ask a professional to look."}),
    (r"assessment is asked for when the client agrees", {
        "nl": "U vraagt dit als de inwoner het goed vindt. Praat er eerst over.",
        "en": "You ask for this when the client agrees. Talk about it first."}),
    (r"referred with consent only", {
        "nl": "U verwijst iemand als die het goed vindt. Praat er eerst over.",
        "en": "You refer somebody when they agree. Talk about it first."}),
    (r"a day (?:after|from) (?P<day>[-\d]+)(?: on)? was expected", {
        "nl": "Kies een latere dag: vanaf {day}.", "en": "Choose a later day: from {day} on."}),
    (r"medical ground is judged by a professional", {
        "nl": "Over een medische grond oordeelt een deskundige. Vul in wie dat was.",
        "en": "A medical ground is judged by a professional. Fill in who that was."}),
    (r"No barrier check", {
        "nl": "Kijk eerst met de inwoner wat er in de weg staat: gezondheid, schulden, zorg, taal, somberheid.",
        "en": "First look with the client at what stands in the way: health, debts, care, language, depression."}),
    (r"measure is impossible now|no measure can follow|No measure|has no measure", {
        "nl": "Een maatregel kan hier niet. Bied eerst hulp.", "en": "A measure is not possible here. Offer help first."}),
    (r"somebody else than you decides about a measure", {
        "nl": "Over een maatregel beslist iemand anders dan u. Vul in welke teamleider.",
        "en": "Somebody else than you decides about a measure. Fill in which team leader."}),
    (r"first chance", {
        "nl": "Deze inwoner krijgt eerst de tijd om het zelf recht te zetten. Tot die dag volgt er niets anders.",
        "en": "This client first gets the time to put it right. Until that day nothing else follows."}),
    (r"has no ladder", {
        "nl": "Bij deze begeleiding staat niet hoe iemand wordt uitgenodigd. Schrijf contact op.",
        "en": "This guidance does not say how somebody is invited. Log a contact."}),
    (r"first comes|the steps go in order", {
        "nl": "De stappen volgen elkaar op. Een eerdere stap komt eerst.",
        "en": "The steps follow each other. An earlier one comes first."}),
    (r"a placement has a last day", {
        "nl": "Een proefplaatsing heeft een laatste dag.", "en": "A trial placement has a last day."}),
    (r"trial placement lasts two months", {
        "nl": "Een proefplaatsing duurt twee maanden, en hoogstens vier maanden langer. Kies een eerdere laatste dag.",
        "en": "A trial placement lasts two months, and four more at most. Choose an earlier last day."}),
    (r"First write down what (?P<who>.+) promised to follow", {
        "nl": "Schrijf eerst op wat {who} voor daarna belooft.", "en": "First write down what {who} promises to follow."}),
    (r"has not left \(exit set\)", {
        "nl": "Volgens dit dossier is deze inwoner niet uit de bijstand. Schrijf dat eerst op.",
        "en": "By this dossier the client did not leave bijstand. Write that first."}),
    (r"is missing", {"nl": "Vul dit in.", "en": "Fill this in."}),
)  # fmt: skip
"""What the message of a rule has in it, with the words for it; the first that fits counts."""
CHANGES: tuple[tuple[str, str | None, dict[str, str]], ...] = (
    (r"hears of a change before it happens, so a day after (?P<day>[-\d]+)", "first", {
        "nl": "De inwoner hoort het vooraf. Kies een dag na {day}.",
        "en": "The client hears it before. Choose a day after {day}."}),
    (r"is the case manager of client \d+ on (?P<day>[-\d]+) already", "to", {
        "nl": "Deze klantmanager hoort op {day} al bij deze inwoner.",
        "en": "This case manager is the client's on {day} already."}),
    (r"a change after it starts on a later day", "first", {
        "nl": "Er staat al een wisseling klaar. Kies een dag daarna.",
        "en": "There is a change to come already. Choose a day after it."}),
    (r"^(?P<who>.+) is away from (?P<first>[-\d]+) to (?P<last>[-\d]+)", "first", {
        "nl": "{who} is er niet van {first} tot en met {last}. Kies een andere dag of iemand anders.",
        "en": "{who} is away from {first} to {last}. Choose another day, or somebody else."}),
    (r"^(?P<who>.+) is not in service on that day", "first", {
        "nl": "{who} werkt hier dan niet. Kies een andere dag of iemand anders.",
        "en": "{who} does not work here then. Choose another day, or somebody else."}),
    (r"got another case manager (?P<times>\d+) times in the (?P<months>\d+) months", None, {
        "nl": "Deze inwoner kreeg in {months} maanden al {times} keer een andere klantmanager. Over nog een keer beslist de "
              "teamleider. Vraag het de teamleider.",
        "en": "This client got another case manager {times} times in {months} months. The team leader decides about one more. "
        "Ask "
              "the team leader."}),
    (r"a reason was expected", "because", {
        "nl": "Schrijf op waarom. De inwoner leest dit.", "en": "Write why. The client reads it."}),
)  # fmt: skip
"""What stops a change of case manager, the field it is about, and the words for it."""
