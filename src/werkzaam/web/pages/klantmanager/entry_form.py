# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Any form of a dossier as a form of a page: its fields, their names and hints come from the form itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms

from werkzaam.app.casework.form_words import field_help, field_name, option_name
from werkzaam.casework.entry import Entry
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.core.money import format_euro
from werkzaam.web.forms import EuroField, PlainForm
from werkzaam.web.visit import Visit
from werkzaam.web.words import words

_FEW = 5
"""So many options stand below each other to choose from; more are a list."""
_LONG = frozenset({"note", "text", "because", "reason", "circumstances", "tasks", "wishes", "limits"})
DAY, UNTIL = "entry_day", "entry_until"
"""The fields of every form: when it happened, and the last day it holds."""


class EntryForm(PlainForm):
    """The fields of one form, or only some of them; with the day, and where asked the last day."""

    words = "entry"

    def __init__(
        self, visit: Visit, form: Form, *given: Any, only: Collection[str] | None = None, until: bool = True, **named: Any
    ) -> None:  # fmt: skip
        super().__init__(visit, *given, **named)
        self.shown = [field for field in form.fields if only is None or field.name in only]
        for field in self.shown:
            made = _made(field, visit.lang)
            made.label = field_name(field, visit.lang).capitalize()
            made.help_text = field_help(field, visit.lang)
            self.fields[field.name] = made
        self.fields[DAY] = _day(required=True, label=visit.say("entry_day"), help_text=visit.say("entry_day_hint"))
        self.fields[DAY].initial = visit.today
        if until:
            self.fields[UNTIL] = _day(required=False, label=visit.say("entry_until"), help_text=visit.say("entry_until_hint"))

    def raw(self) -> dict[str, object]:
        """What was filled in, as the form of the dossier reads it."""
        found = {field.name: _raw(field, self.cleaned_data.get(field.name)) for field in self.shown}
        return {name: value for name, value in found.items() if value is not None}

    @property
    def day(self) -> date:
        """The day it happened."""
        return self.cleaned_data[DAY]  # type: ignore[no-any-return]

    @property
    def until(self) -> date | None:
        """The last day it holds."""
        return self.cleaned_data.get(UNTIL)

    def refuse(self, message: str, where: str) -> None:
        """Show why nothing was written, beside the field that it is about or above all fields."""
        known = {name: field.name for field in self.shown for name in (field.naam, field.name)}
        known |= {"dag": DAY, "until": UNTIL}
        name = known.get(where)
        self.add_error(name if name in self.fields else None, message)


def _day(**named: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"], **named)


def _made(field: Field, lang: str) -> forms.Field:
    """The field of a page for one of a dossier."""
    required = field.required
    options = [(code, option_name(code, lang)) for code in field.options]
    match field.kind:
        case FieldKind.DAY:
            return _day(required=required)
        case FieldKind.COUNT:
            return forms.IntegerField(required=required, min_value=field.least, max_value=field.most)
        case FieldKind.CENTS:
            return EuroField(required=required, error_messages={"invalid": words(lang)["amount_wrong"]})
        case FieldKind.OPTION:
            return _choice(options, required=required)
        case FieldKind.OPTIONS:
            return forms.MultipleChoiceField(choices=options, required=required, widget=forms.CheckboxSelectMultiple)
        case FieldKind.TRUTH:
            return _choice([(code, option_name(code, lang)) for code in ("ja", "nee")], required=required)
        case _:
            widget = forms.Textarea(attrs={"rows": 3}) if field.name in _LONG else forms.TextInput()
            return forms.CharField(required=required, max_length=4000, widget=widget)


def _choice(options: list[tuple[str, str]], *, required: bool) -> forms.ChoiceField:
    if len(options) <= _FEW and required:
        return forms.ChoiceField(choices=options, required=True, widget=forms.RadioSelect)
    return forms.ChoiceField(choices=[("", "–"), *options], required=required)


def _raw(field: Field, value: Any) -> object:
    """A value as the form of the dossier reads it; nothing for a field that was left empty."""
    if value in (None, "", []):
        return None
    if field.kind is FieldKind.CENTS:
        return format_euro(value, "en").replace(",", "")
    return tuple(value) if field.kind is FieldKind.OPTIONS else value


def filled_in(form: Form, entry: Entry) -> dict[str, object]:
    """What stands in an entry, as its form shows it to be changed."""
    found: dict[str, object] = {}
    for field in form.fields:
        value = entry.body.get(field.name)
        if isinstance(value, bool):
            value = "ja" if value else "nee"
        elif field.kind is FieldKind.CENTS and value is not None:
            value = format_euro(int(str(value)), "nl")
        elif field.kind is FieldKind.TEXTS and isinstance(value, list | tuple):
            value = ", ".join(map(str, value))
        if value is not None:
            found[field.name] = value
    return found | {DAY: entry.day, UNTIL: entry.until}
