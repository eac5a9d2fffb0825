# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every form, field and option that a page shows has words in both languages."""

from __future__ import annotations

from werkzaam.app.casework.form_words import option_name
from werkzaam.app.texts.casework_forms import FORMS_NL, HELP_NL, OPTIONS_EN
from werkzaam.casework.notions import FORMS


def test_every_form_and_field_says_in_dutch_what_it_is_for() -> None:
    assert {form.help for form in FORMS.values()} - FORMS_NL.keys() == set()
    assert {field.help for form in FORMS.values() for field in form.fields} - HELP_NL.keys() == set()


def test_no_option_is_shown_in_english_by_its_dutch_code() -> None:
    codes = {code for form in FORMS.values() for field in form.fields for code in field.options}
    assert {code for code in codes if option_name(code, "en") == code.replace("_", " ") and code not in OPTIONS_EN} == set()
