# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Names and texts in the characters that every bank takes; a name never becomes another one in silence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.app.exchange.sepa_text import reference, sepa_text
from werkzaam.core.errors import InputError

ALLOWED = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]+")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Zoë d'Hôtel", "Zoe d'Hotel"), ("Renée Çelik-Öztürk", "Renee Celik-Ozturk"), ("Łukasz Wałęsa", "Lukasz Walesa"),
        ("Müller & Söhne", "Muller + Sohne"), ("Großmann", "Grossmann"), ("Ngô Đình", "Ngo Dinh"),
        ("İbrahim Işık", "Ibrahim Isik"), ("n_1", "n-1"), ("a@b.nl", "a(at)b.nl"),
        ("D’Hondt", "D'Hondt"), ("“Hoek”", "'Hoek'"), ("maart–april", "maart-april"), ("€ 10", "EUR 10"), ("Ĳsbrand", "IJsbrand"),
        ("  a \t b\u00a0c ", "a b c"), ("Søren Æbelø", "Soren AEbelo"), ("Ştefan", "Stefan"),
    ],
)  # fmt: skip
def test_accents_are_left_off_as_banks_do(text: str, made: str) -> None:
    assert sepa_text(text, 70) == made


@pytest.mark.parametrize(
    ("text", "name"),
    [("Иван", "CYRILLIC"), ("محمد", "ARABIC"), ("Ελένη", "GREEK"), ("王", "CJK"), ("a<b", "LESS-THAN SIGN"),
     ("😀", "GRINNING FACE"), ("a\x00b", "U\\+0000"), ("a|b", "VERTICAL LINE"), ("a*b", "ASTERISK"), ("50%", "PERCENT")],
)  # fmt: skip
def test_a_letter_without_a_latin_one_below_it_is_refused(text: str, name: str) -> None:
    with pytest.raises(InputError, match=f"banks have no character for .*{name}"):
        sepa_text(text, 70)


def test_length_is_that_of_what_is_written() -> None:
    assert sepa_text("é" * 70, 70) == "e" * 70
    for text in ("ß" * 36, "e" * 71, "", " "):
        with pytest.raises(InputError, match="1 to 70 characters were expected"):
            sepa_text(text, 70)


@given(st.text(max_size=80))
def test_what_is_made_is_allowed_and_stays_as_it_is(text: str) -> None:
    try:
        made = sepa_text(text, 70)
    except InputError:
        return
    assert ALLOWED.fullmatch(made)
    assert sepa_text(made, 70) == made


@pytest.mark.parametrize("text", ["W-2026-03-1", "a/b", "1", "x" * 35, "a b", "(1)"])
def test_a_reference_stays_as_it_is(text: str) -> None:
    assert reference(text) == text


@pytest.mark.parametrize("text", ["", "x" * 36, "/a", "a/", "a//b", "é", " a", "a ", "a&b", "a\n", "_"])
def test_a_reference_that_a_bank_might_change_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="a reference of 1 to 35 characters was expected"):
        reference(text)
