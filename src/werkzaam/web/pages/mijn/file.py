# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""My file: every entry, my own view beside it, and everything in one file to take along."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from werkzaam.app.portal.mijn_file import FileLine, file_lines
from werkzaam.app.portal.mijn_reading import own_of
from werkzaam.app.portal.own_copy import everything
from werkzaam.app.texts.casework_dossier import KINDS
from werkzaam.casework.entry import Kind
from werkzaam.casework.handover import summary_of
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, Values, acted, entered, receipt_of
from werkzaam.web.pages.mijn.contact import words_field
from werkzaam.web.visit import Visit


class CorrectionForm(PlainForm):
    """How the person sees it."""

    words = "mijn_correct"
    text = words_field(required=True)


def told(visit: Visit, one: FileLine) -> dict[str, object]:
    """A line as the page shows it."""
    return {"one": one, "kind": KINDS[visit.lang].get(one.kind, one.kind), "role": visit.say(f"mijn_role_{one.role.value}")}


@door(OWN_READERS, purpose="gegevens")
def my_file(visit: Visit) -> HttpResponse:
    """The summary, and every entry with its number."""
    own = own_of(visit.desk, visit.person)
    lines = [told(visit, one) for one in file_lines(own, visit.lang, whole=visit.own)]
    return visit.page("mijn/file.html", {"lines": lines, "summary": summary_of(own.dossier, visit.today)})


@door(OWN_READERS, methods=("GET", "POST"), purpose="gegevens")
def entry(visit: Visit, number: int) -> HttpResponse:
    """One entry, with what the person puts beside it."""

    def body(_: Visit, sent: Values) -> dict[str, object]:
        return {"about": number, "text": sent["text"]}

    acts = (Act("correct", CorrectionForm, entered(Kind.CORRECTION, body)),)

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        own = own_of(visit.desk, visit.person)
        found = next((one for one in file_lines(own, visit.lang, whole=visit.own) if one.number == number), None)
        if found is None:
            raise Http404
        values = {"row": told(visit, found), "forms": made, "receipt": receipt_of(visit, acts)}
        return visit.page("mijn/entry.html", values, status=status)

    return acted(visit, acts, show, "file-entry", number=number)


@door(OWN_READERS, purpose="alles_meenemen")
def take_along(visit: Visit) -> HttpResponse:
    """Everything as one JSON file."""
    answer = HttpResponse(everything(visit.desk, visit.person, visit.household, whole=visit.own), content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="mijn-gegevens-{visit.today}.json"'
    return answer
