# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the second step: give a code, or set it up with a picture that a telephone reads."""

from __future__ import annotations

from base64 import b32encode
from io import BytesIO

import segno
from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from werkzaam.web import audit
from werkzaam.web.accounts import second
from werkzaam.web.door import door, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

EVERYBODY = only(*Role)


class Code(PlainForm):
    """A code."""

    words = "second"
    code = forms.CharField(
        max_length=20, widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text", "spellcheck": "false"})
    )


@door(EVERYBODY, methods=("GET", "POST"), early=True)
def code(visit: Visit) -> HttpResponse:
    """Ask for a code; the first page when it is right."""
    if second.step(visit.request) != second.CODE:
        return redirect("start")
    form = Code(visit, visit.request.POST or None)
    if visit.posted and form.is_valid():
        seconds = second.wait(visit.request)
        if second.takes(visit.request, form.cleaned_data["code"]):
            audit.note(visit.request, "second_step")
            return redirect("start")
        audit.note(visit.request, "no_second_step")
        form.add_error("code", _wrong(visit, seconds))
    return visit.page("accounts/second_code.html", {"form": form}, status=400 if visit.posted else 200)


@door(EVERYBODY, methods=("GET", "POST"), early=True)
def make(visit: Visit) -> HttpResponse:
    """Set up a telephone; who has one already gives its code first."""
    if second.step(visit.request) == second.CODE:
        return redirect(second.CODE)
    form = Code(visit, visit.request.POST or None)
    if visit.posted and form.is_valid():
        seconds = second.wait(visit.request)
        codes = second.finish(visit.request, form.cleaned_data["code"])
        if codes:
            audit.note(visit.request, "second_step_made")
            return visit.page("accounts/second_codes.html", {"codes": codes})
        form.add_error("code", _wrong(visit, seconds))
    key = b32encode(second.unfinished(visit.account).bin_key).decode()
    shown = " ".join(key[at : at + 4] for at in range(0, len(key), 4))
    return visit.page("accounts/second_make.html", {"form": form, "key": shown}, status=400 if visit.posted else 200)


def _wrong(visit: Visit, seconds: int) -> str:
    """What is wrong: the code, or that it came so soon after a wrong one that nobody looked at it."""
    return visit.say("second_wait", seconds=seconds) if seconds else visit.say("second_wrong")


@door(EVERYBODY, early=True)
def picture(visit: Visit) -> HttpResponse:
    """The QR code of the device that is being set up."""
    if second.step(visit.request) == second.CODE:
        return redirect(second.CODE)
    drawn = BytesIO()
    drawing = segno.make(second.unfinished(visit.account).config_url, error="m")
    drawing.save(drawn, kind="svg", scale=5, xmldecl=False, svgclass=None, lineclass=None)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
