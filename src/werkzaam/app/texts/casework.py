# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of guidance: what is due, and what to know about something that was written. One key per code."""

from __future__ import annotations

from werkzaam.app.texts import (
    casework_ladder,
    casework_leaving,
    casework_planning,
    casework_portal,
    casework_records,
    casework_staff,
    casework_work,
)

_OWN = {
    "nl": {
        # contacts
        "norm": "Contact: dit regime belooft {times} keer per jaar contact. Het laatste was op {last}.",
        "norm_first": "Contact: dit regime belooft {times} keer per jaar contact. Sinds {last} zetten wij de eerste stap "
        "nog niet.",
        "part_of_other_months": "De bron beschrijft {part} voor andere maanden ({months}). Klopt de dag?",
        # what was written
        "written": "Vastgelegd in het dossier van {person}, nummer {seq}.",
        "written_before": "Dit stond al in het dossier van {person}. Er is nu niets veranderd.",
        "nothing_due": "In deze week is er niets te doen.",
    },
    "en": {
        "norm": "Contact: this regime promises at least {times} a year. The last one was on {last}.",
        "norm_first": "Contact: this regime promises at least {times} a year. Since {last} we did not take the first step yet.",
        "part_of_other_months": "The source describes {part} for other months ({months}). Is the day right?",
        "written": "Written in the dossier of {person}, number {seq}.",
        "written_before": "This was in the dossier of {person} already. Nothing was changed now.",
        "nothing_due": "There is nothing to do this week.",
    },
}
_TOPICS = (
    _OWN,
    casework_ladder.WORDS,
    casework_leaving.WORDS,
    casework_planning.WORDS,
    casework_portal.WORDS,
    casework_records.WORDS,
    casework_staff.WORDS,
    casework_work.WORDS,
)
WORDS = {lang: {code: said for topic in _TOPICS for code, said in topic[lang].items()} for lang in ("nl", "en")}
