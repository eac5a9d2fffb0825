# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is my case manager, and: call me, more often, less often."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from werkzaam.app.portal.mijn_contact import Asked, contact_page
from werkzaam.app.portal.mijn_reading import own_of
from werkzaam.casework.entry import Kind
from werkzaam.casework.first_chance import open_chances
from werkzaam.casework.questions import EXPLAIN
from werkzaam.casework.questions import term_of as question_term
from werkzaam.casework.signals import CALL, LESS, MORE
from werkzaam.casework.signals import term_of as signal_term
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, NumberForm, about_one, acted, entered, options, receipt_of
from werkzaam.web.visit import Visit

LANGUAGES = ("nederlands", "engels", "arabisch", "turks", "tigrinya", "pools", "anders")
_LONGEST = 2_000


def words_field(*, required: bool = False) -> forms.CharField:
    """A few lines in somebody's own words."""
    return forms.CharField(required=required, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class CallForm(PlainForm):
    """Call me: in which language, and what about when somebody wants to say."""

    words = "mijn_call"
    language = forms.ChoiceField()
    text = words_field()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["language"].choices = options(visit, "mijn_language", LANGUAGES)  # type: ignore[attr-defined]


class PaceForm(PlainForm):
    """More or less often."""

    words = "mijn_pace"
    topic = forms.ChoiceField(widget=forms.RadioSelect)
    text = words_field()

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(visit, *given, **named)
        self.fields["topic"].choices = options(visit, "mijn_pace", (MORE, LESS))  # type: ignore[attr-defined]


class AskForm(PlainForm):
    """A question in one's own words."""

    words = "mijn_ask"
    text = words_field(required=True)


ACTS = (
    Act("call", CallForm, entered(Kind.SIGNAL, lambda visit, sent: {
        "topic": CALL, "text": sent["text"], "language": visit.say(f"mijn_language_{sent['language']}")}),
        lambda own, entry: signal_term(entry, own.office)),
    Act("pace", PaceForm, entered(Kind.SIGNAL, lambda _, sent: {"topic": sent["topic"], "text": sent["text"]}),
        lambda own, entry: signal_term(entry, own.office)),
    Act("ask", AskForm, entered(Kind.QUESTION, lambda _, sent: {"text": sent["text"], "subject": "iets_anders"}),
        lambda own, entry: question_term(entry, own.office)),
    Act("suits", NumberForm, entered(Kind.CONFIRMED, lambda visit, sent: {"about": about_one(visit, sent, Kind.APPOINTMENT)})),
    Act("suits_not", NumberForm, entered(Kind.CANCELLED, lambda visit, sent: {
        "about": about_one(visit, sent, Kind.APPOINTMENT), "who": "inwoner"})),
)  # fmt: skip


@door(OWN_READERS, methods=("GET", "POST"), purpose="contact")
def contact(visit: Visit) -> HttpResponse:
    """The page."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        own = own_of(visit.desk, visit.person)
        found = contact_page(own)
        asked = [{"one": one, "what": _what(visit, one)} for one in found.asked]
        values = {
            "found": found,
            "asked": asked,
            "forms": made,
            "receipt": receipt_of(visit, ACTS),
            "to_put_right": open_chances(own.dossier),
        }
        return visit.page("mijn/contact.html", values, status=status)

    return acted(visit, ACTS, show, "contact")


def _what(visit: Visit, one: Asked) -> str:
    """What was asked, in words."""
    code = str(one.entry.body.get("topic") or one.entry.body.get("subject") or "")
    known = code if code in (CALL, MORE, LESS, EXPLAIN) else "vraag" if one.entry.kind is Kind.QUESTION else "signaal"
    return visit.say(f"mijn_asked_{known}")
