# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The archive of letters: each in a sentence, as it was sent, and with a button that asks somebody to explain it."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse

from werkzaam.app.portal.mijn_letters import PDF, ArchiveLine, archive_of, decision_letter, kept_letter_of
from werkzaam.app.text_layout import euro
from werkzaam.casework.entry import Kind
from werkzaam.casework.questions import EXPLAIN, term_of
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.web.door import OWN_READERS, door
from werkzaam.web.forms import PlainForm
from werkzaam.web.pages.mijn.acts import Act, Values, acted, day, entered, receipt_of
from werkzaam.web.visit import Visit


class ExplainForm(PlainForm):
    """Which letter somebody wants explained: `2019-03/1` for a decision, `12` for a kept one."""

    which = forms.CharField(max_length=20, widget=forms.HiddenInput)


def which_of(line: ArchiveLine) -> str:
    """What names a letter in a form."""
    return f"{line.month}/{line.version}" if line.number is None else str(line.number)


def told(visit: Visit, line: ArchiveLine) -> dict[str, object]:
    """A letter as the page shows it: title, a sentence, and its address."""
    amounts = {"amount": euro(line.becomes, visit.lang), "was": euro(line.was or 0, visit.lang),
               "claim": euro(line.claim, visit.lang), "month": line.month.name(visit.lang) if line.month else "",
               "subject": line.subject}  # fmt: skip
    if line.number is None:
        address = visit.to("letter-of-decision", month=str(line.month), version=line.version)
    else:
        address = visit.to("letter-kept", number=line.number)
    title = line.subject or visit.say(f"mijn_{line.code}_title", **amounts)
    return {"line": line, "title": title, "says": visit.say(f"mijn_{line.code}", **amounts), "url": address,
            "which": which_of(line)}  # fmt: skip


def _question(visit: Visit, sent: Values) -> dict[str, object]:
    line = next((one for one in archive_of(visit.desk, visit.household) if which_of(one) == sent["which"]), None)
    if line is None:
        raise InputError(f"{sent['which']}: this is no letter of the household.")
    return {"subject": EXPLAIN, "text": f"{told(visit, line)['title']} ({day(visit, line.day)})"}


ACTS = (Act("explain", ExplainForm, entered(Kind.QUESTION, _question), lambda own, entry: term_of(entry, own.office)),)


@door(OWN_READERS, methods=("GET", "POST"), purpose="brieven")
def archive(visit: Visit) -> HttpResponse:
    """Every letter, the newest first."""

    def show(made: dict[str, PlainForm], status: int) -> HttpResponse:
        lines = [told(visit, one) for one in archive_of(visit.desk, visit.household)]
        return visit.page("mijn/letters.html", {"lines": lines, "forms": made, "receipt": receipt_of(visit, ACTS)}, status=status)

    return acted(visit, ACTS, show, "letters")


@door(OWN_READERS, purpose="brief")
def of_decision(visit: Visit, month: str, version: int) -> HttpResponse:
    """The letter about a decision, as PDF."""
    try:
        wanted = Month.parse(month)
    except InputError as error:
        raise Http404 from error
    lines = archive_of(visit.desk, visit.household)
    if not any(one.number is None and (one.month, one.version) == (wanted, version) for one in lines):
        raise Http404
    body = decision_letter(visit.desk, visit.household, wanted, version, visit.lang)
    return _file(body, PDF, f"brief-{month}-{version}.pdf")


@door(OWN_READERS, purpose="brief")
def kept(visit: Visit, number: int) -> HttpResponse:
    """A kept letter or message, as it was sent."""
    found = kept_letter_of(visit.desk, visit.household, number)
    if found.media_type.startswith(PDF):
        return _file(found.body, PDF, f"brief-{found.sent_on}.pdf")
    subject, _, text = found.body.decode().partition("\n")
    parts = [one for one in text.strip().split("\n\n") if one.strip()]
    return visit.page("mijn/message.html", {"subject": subject, "parts": parts, "letter": found})


def _file(body: bytes, media_type: str, name: str) -> HttpResponse:
    """A file that opens in the browser."""
    answer = HttpResponse(body, content_type=media_type)
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
