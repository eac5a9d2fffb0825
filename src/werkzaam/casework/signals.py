# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a client lets us know in one step, before it grows: I cannot pay next month, I want more contact (R-130, R-138).

A signal is what somebody said. Nothing here is foreseen, weighed or scored, and nothing but help follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from werkzaam.casework.appointments import appointments_of
from werkzaam.casework.channels import PERSONAL
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion
from werkzaam.casework.office import Office

CANNOT_PAY, MORE, LESS, CALL = "kan_niet_betalen", "meer_contact", "minder_contact", "bel_mij"
TOPICS = (CANNOT_PAY, "werk_stopt", "ziek", "thuis", MORE, LESS, CALL, "anders")
_SHORT_TALK = 30

FORM = Form(
    Kind.SIGNAL, "signal give", "let the case manager know something in one step",
    (
        Field("topic", "onderwerp", FieldKind.OPTION, "what it is about", True, TOPICS),
        Field("text", "tekst", FieldKind.TEXT, "in the client's own words"),
        Field("language", "taal", FieldKind.TEXT, "the language in which the client wants to be called"),
    ),
    frozenset({Role.CLIENT, Role.SUPPORT}),
)  # fmt: skip


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """A call within the term after a signal, or an offer to meet after a wish for another pace, until that was done."""
    for signal in dossier.of(Kind.SIGNAL):
        if not answered(signal, dossier):
            yield _due(signal, office)


def term_of(signal: Entry, office: Office) -> date:
    """The last day for a call, or for an offer to meet."""
    days = office.terms.offer_days if signal.body["topic"] in (MORE, LESS) else office.terms.signal_days
    return signal.day + timedelta(days)


def _due(signal: Entry, office: Office) -> Due:
    topic, terms, by = str(signal.body["topic"]), office.terms, term_of(signal, office)
    if topic in (MORE, LESS):
        return Due(signal.person, Reason.QUESTION, topic, by, f"entry {signal.seq}", True, terms.talk_minutes,
                   values={"on": signal.day})  # fmt: skip
    if topic == CALL:
        values = {"on": signal.day, "language": signal.body.get("language") or "Nederlands"}
        return Due(signal.person, Reason.SIGNAL, "call_back", by, f"entry {signal.seq}", True, _SHORT_TALK, values=values)
    return Due(signal.person, Reason.SIGNAL, "signal", by, f"entry {signal.seq}", True, _SHORT_TALK,
               values={"topic": topic, "on": signal.day})  # fmt: skip


def answered(signal: Entry, dossier: Dossier) -> bool:
    """Whether nothing is due by a signal any more.

    An answer, a withdrawal or a talk since then closes a signal; an offer to meet closes a wish for another pace.
    """
    if any(one.kind in (Kind.ANSWERED, Kind.WITHDRAWN) for one in dossier.about(signal.seq)):
        return True
    talks = (one for one in dossier.contacts if one.channel in PERSONAL and one.presence == "gekomen")
    if any(one.seq > signal.seq and one.day >= signal.day for one in talks):
        return True
    offered = any(one.entry.day >= signal.day for one in appointments_of(dossier, also_cancelled=True))
    return signal.body["topic"] in (MORE, LESS) and offered


NOTION = Notion((FORM,), {}, dues, about=frozenset({Kind.SIGNAL}))
