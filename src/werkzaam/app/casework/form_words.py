# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What forms of a dossier, their fields and what stands in them are called, in the language of who reads."""

from __future__ import annotations

from werkzaam.app.casework.caseload_tables import part_name
from werkzaam.app.text_layout import day_text, euro
from werkzaam.app.texts.casework import WORDS
from werkzaam.app.texts.casework_forms import FORMS_NL, HELP_NL, OPTIONS_EN, OPTIONS_NL
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.standing import day_of


def form_help(form: Form, lang: str) -> str:
    """What a form is for, as a sentence."""
    told = f"{form.help[:1].upper()}{form.help[1:]}."
    return FORMS_NL.get(form.help, told) if lang == "nl" else told


def field_name(field: Field, lang: str) -> str:
    """The name of a field, as a person reads it."""
    return (field.naam if lang == "nl" else field.name).replace("_", " ")


def field_help(field: Field, lang: str) -> str:
    """What goes in a field."""
    found = HELP_NL.get(field.help, field.help) if lang == "nl" else field.help
    return f"{found[:1].upper()}{found[1:]}."


def option_name(code: str, lang: str) -> str:
    """What stands for a code in a list."""
    own = OPTIONS_NL if lang == "nl" else OPTIONS_EN
    words = WORDS[lang]
    return own.get(code) or words.get(f"doel_{code}") or words.get(code) or code.replace("_", " ")


def value_text(value: object) -> str:
    """What stands in a field, as it was written."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def value_said(field: Field | None, value: object, lang: str) -> str:
    """What stands in a field, in words: codes by their names, yes and no, days and amounts as they are."""
    if isinstance(value, bool):
        return option_name("ja" if value else "nee", lang)
    if field is not None and field.options:
        codes = value if isinstance(value, list | tuple) else [value]
        return ", ".join(option_name(str(code), lang) for code in codes)
    if field is not None and field.name == "part":
        return part_name(str(value), lang)
    if field is not None and field.kind is FieldKind.DAY:
        return day_text(day_of(value), lang)
    if field is not None and field.kind is FieldKind.CENTS:
        return euro(int(str(value)), lang)
    return value_text(value)
