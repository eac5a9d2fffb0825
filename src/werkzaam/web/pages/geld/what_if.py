# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What do I keep if I work more: a question of two numbers, and the answer with a picture and its table."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from werkzaam.app.extra_work import MOST_AN_HOUR, ExtraWork, parse_hours
from werkzaam.app.portal.own_month import expected_on
from werkzaam.app.portal.own_what_if import own_what_if
from werkzaam.app.schemes import Fate
from werkzaam.app.text_layout import decimal, percent
from werkzaam.app.texts.whatif import WORDS
from werkzaam.app.whatif_answer import Part, WhatIf
from werkzaam.app.whatif_picture import whatif_picture
from werkzaam.core.errors import InputError
from werkzaam.ledger.claim import pay_day
from werkzaam.web.door import MONEY_READERS, door
from werkzaam.web.forms import EuroField, PlainForm
from werkzaam.web.site import site
from werkzaam.web.visit import Visit

_MOST_HOURS = 40
_KNOWN = {Fate.NOT_KNOWN: "unknown", Fate.STAYS: "yes", Fate.ENDS: "no", Fate.NONE: "no"}
"""Whether somebody has or keeps a scheme, in one word."""


class WhatIfForm(PlainForm):
    """How many hours a week more or less, and what an hour pays net."""

    words = "what_if"
    hours = forms.CharField(max_length=6, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
    hourly = EuroField()

    def __init__(self, visit: Visit, *given: object, **named: object) -> None:
        super().__init__(visit, *given, **named)
        del self.fields["once"]
        for name, field in self.fields.items():
            for code in ("required", "invalid"):
                field.error_messages[code] = visit.say(f"what_if_{name}_wrong")

    def clean_hours(self) -> Fraction:
        """Hours a week, above zero for more and below for fewer."""
        try:
            hours = parse_hours(self.cleaned_data["hours"])
        except InputError as error:
            raise ValidationError(self.fields["hours"].error_messages["invalid"]) from error
        if abs(hours) > _MOST_HOURS:
            raise ValidationError(self.fields["hours"].error_messages["invalid"])
        return hours

    def clean_hourly(self) -> int:
        """Cents an hour, above zero."""
        cents: int = self.cleaned_data["hourly"]
        if not 0 < cents <= MOST_AN_HOUR:
            raise ValidationError(self.fields["hourly"].error_messages["invalid"])
        return cents


@door(MONEY_READERS, purpose="wat als")
def what_if(visit: Visit) -> HttpResponse:
    """The question, and the answer once it was asked; nothing is kept of it."""
    asked = "hours" in visit.request.GET
    form = WhatIfForm(visit, visit.request.GET if asked else None)
    if not asked or not form.is_valid():
        return visit.page("geld/what_if.html", {"form": form}, status=400 if asked else 200)
    work = ExtraWork(form.cleaned_data["hours"], form.cleaned_data["hourly"])
    try:
        answer = own_what_if(visit.desk, visit.household, visit.person, work, site().kept)
    except InputError:
        form.add_error(None, visit.say("what_if_refused"))
        return visit.page("geld/what_if.html", {"form": form}, status=400)
    return visit.page("geld/what_if.html", {"form": form, "answer": answer, **_shown(visit, answer)})


def _shown(visit: Visit, answer: WhatIf) -> dict[str, object]:
    """The answer as the page has it."""
    lang, hours = visit.lang, answer.then.hours
    a_month = abs(hours) * Fraction(52, 12)
    return {
        "hours": decimal(abs(hours), lang), "fewer": hours < 0, "share": percent(answer.kept or Fraction(0), lang),
        "per_hour": int(abs(answer.then.kept) // a_month),
        "kept": abs(answer.then.kept), "wage": abs(answer.then.of_wage), "goes_down": answer.then.kept < 0,
        "comes": [(WORDS[lang][f"part_{one.name}"], one.change, _day(visit, answer, one)) for one in answer.parts],
        "rows": [(decimal(one.hours, lang), one, one.kept) for one in answer.points],
        "schemes": [(WORDS[lang][one.name], _KNOWN[one.fate], one.ends) for one in answer.schemes],
        "picture": _picture(answer, lang),
    }  # fmt: skip


def _day(visit: Visit, answer: WhatIf, part: Part) -> date | None:
    """When a part comes: a wage as the last one came, and what the town pays on its day; None where nobody states a month."""
    if part.comes is None:
        return None
    if part.name == "wage":
        return expected_on(answer.trial.case, part.comes)
    return pay_day(part.comes, visit.desk.town.pay_day)


def _picture(answer: WhatIf, lang: str) -> SafeString:
    """Our own drawing; what people typed stands in it as numbers only, and names were escaped."""
    return mark_safe(whatif_picture(answer, lang))  # noqa: S308
