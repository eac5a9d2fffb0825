# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the page with the reference for an employer."""

from __future__ import annotations

NL = {
    "reference_title": "Kenmerk voor uw werkgever",
    "reference_card": "Zo geeft uw werkgever uw loon door zonder uw BSN.",
    "reference_of": "Kenmerk voor de werkgever van {name}",
    "reference_lead": "Met een kenmerk kan uw werkgever uw loon aan ons doorgeven. Dan hoeft u uw loon niet zelf te "
    "melden. U kiest zelf wie het kenmerk krijgt.",
    "reference_lead_staff": "Met een kenmerk kan een werkgever het loon aan ons doorgeven. De klant geeft het kenmerk "
    "zelf aan de werkgever. Wij sturen het niet op.",
    "reference_by_number": "Wij kennen het loon al met het BSN. Dat heeft de werkgever ook. Een kenmerk is dan niet nodig.",
    "reference_now": "Het kenmerk van nu",
    "reference_since": "Gemaakt op",
    "reference_until": "Gestopt op",
    "reference_who": "door {who}",
    "reference_stop": "Wilt u niet meer dat uw werkgever uw loon zo doorgeeft? Stop het kenmerk. Vertel het ook aan uw "
    "werkgever, want die hoort het niet van ons.",
    "reference_stop_staff": "Na het stoppen gebruiken wij geen loon meer dat met dit kenmerk komt. De werkgever hoort dat "
    "niet van ons. De klant vertelt het zelf.",
    "reference_end": "Stop dit kenmerk",
    "reference_give": "Maak een kenmerk",
    "reference_none": "Er is nog geen kenmerk.",
    "reference_none_now": "Er is nu geen kenmerk.",
    "reference_ended_title": "Kenmerken die gestopt zijn",
    "reference_given": "Het kenmerk is klaar. Het staat hieronder.",
    "reference_ended": "Het kenmerk is gestopt. Wij gebruiken het niet meer.",
    "reference_no": "Dit lukte niet. Er is niets veranderd.",
}

EN = {
    "reference_title": "Reference for your employer",
    "reference_card": "With this your employer passes on your wage without your citizen service number.",
    "reference_of": "Reference for the employer of {name}",
    "reference_lead": "With a reference your employer can pass your wage on to us. Then you need not report your wage "
    "yourself. You choose who gets the reference.",
    "reference_lead_staff": "With a reference an employer can pass the wage on to us. The client gives the reference to "
    "the employer. We do not send it.",
    "reference_by_number": "We know the wage by the citizen service number already. The employer has that too. No "
    "reference is needed.",
    "reference_now": "The reference now",
    "reference_since": "Made on",
    "reference_until": "Ended on",
    "reference_who": "by {who}",
    "reference_stop": "Do you no longer want your employer to pass your wage on like this? End the reference. Tell your "
    "employer too, because we do not.",
    "reference_stop_staff": "Once it is ended we use no wage any more that comes with this reference. We do not tell the "
    "employer. The client does.",
    "reference_end": "End this reference",
    "reference_give": "Make a reference",
    "reference_none": "There is no reference yet.",
    "reference_none_now": "There is no reference now.",
    "reference_ended_title": "References that ended",
    "reference_given": "The reference is ready. It stands below.",
    "reference_ended": "The reference has ended. We do not use it any more.",
    "reference_no": "This did not work. Nothing was changed.",
}

WORDS = {"nl": NL, "en": EN}
