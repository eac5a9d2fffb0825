# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the pages: a label and a hint for each field by its key, what was typed stays, and what is wrong is beside it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms

from werkzaam.app.exchange.cells import amount
from werkzaam.core.errors import InputError
from werkzaam.web.visit import Visit
from werkzaam.web.words import words

LONGEST_AMOUNT = 15
"""Characters of an amount. Django's own check of a length would count the digits of whole cents, and cannot."""


class PlainForm(forms.Form):
    """A form whose words stand in app/texts under `<words>_<field>` and `<words>_<field>_hint`.

    `once` is made with the form and sent along: the same form sent twice counts once.
    """

    words = ""
    required_css_class = "required"
    once = forms.CharField(widget=forms.HiddenInput, max_length=36, required=False)

    def __init__(self, visit: Visit, *given: Any, **named: Any) -> None:
        super().__init__(*given, label_suffix="", **named)
        known = words(visit.lang)
        self.lang = visit.lang
        for name, field in self.fields.items():
            field.label = known.get(f"{self.words}_{name}", name)
            field.help_text = known.get(f"{self.words}_{name}_hint", "")
            if isinstance(field, EuroField):
                field.error_messages["invalid"] = known["amount_wrong"]
        self.fields["once"].initial = str(uuid4())


class EuroField(forms.CharField):
    """An amount as people type it, `1.234,56` or `1234.56`, in whole cents."""

    def __init__(self, **named: Any) -> None:
        shown = {"inputmode": "decimal", "autocomplete": "off", "maxlength": LONGEST_AMOUNT}
        super().__init__(widget=forms.TextInput(attrs=shown), **named)

    def to_python(self, value: Any) -> Any:
        """The cents; raises ValidationError with what was expected."""
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        if len(text) > LONGEST_AMOUNT:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return amount(text)
        except InputError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error

    default_error_messages = {"invalid": words("nl")["amount_wrong"]}  # noqa: RUF012 - as Django asks for it.
