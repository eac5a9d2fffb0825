# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a client, a case manager and enforcement read of one dossier, letter by letter; in plain words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from tests.app.letters.readability import MEAN_WORDS, banned, long_words, mean_words, too_long
from tests.golden.dossier.make import HERE, texts
from werkzaam.app.casework.dossier_page import dossier_page
from werkzaam.app.text_layout import WIDTH
from werkzaam.app.texts.casework import WORDS as ALL
from werkzaam.app.texts.casework_dossier import KINDS, WORDS
from werkzaam.app.texts.casework_records import WORDS as SAID
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.store.casework import record_entry

TEXTS = dict(texts())


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_a_person_reads_exactly_this(file: Path) -> None:
    assert TEXTS[file] == file.read_text(encoding="utf-8"), (
        "Is this what a person should read? python -m tests.golden.dossier.make"
    )
    assert max(map(len, TEXTS[file].splitlines())) <= WIDTH


def test_every_text_that_is_kept_is_still_made() -> None:
    assert sorted(HERE.glob("*.txt")) == sorted(TEXTS)


def test_enforcement_reads_nothing_of_what_was_told_for_support() -> None:
    for lang in ("nl", "en"):
        page = TEXTS[HERE / f"dossier_handhaving.{lang}.txt"]
        assert not [told for told in ("tante", "moeder", "coach", "brief", "kinderopvang") if told in page]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_message_about_a_change_is_plain_and_kind(lang: str) -> None:
    said = [text for key, text in WORDS[lang].items() if key.startswith("change_") and not key.endswith("subject")]
    assert mean_words(said) <= MEAN_WORDS
    assert not too_long(said)
    assert not list(banned(said, lang))
    assert not long_words(said, lang)


def test_both_languages_say_the_same_things_and_every_kind_of_entry_has_a_name() -> None:
    for texts_of in (WORDS, KINDS, SAID, ALL):
        assert texts_of["nl"].keys() == texts_of["en"].keys()
    assert {kind.value for kind in Kind} <= KINDS["nl"].keys()


def test_a_grade_is_read_by_the_client_only(counter: Counter) -> None:
    counter.open("2020-01-06", 7)
    entry = Entry(7, Kind.GRADE, date(2020, 1, 6), Role.CLIENT, "balie", {"grade": 4})
    with counter.on("2020-01-06").writes() as writer:
        record_entry(writer, 7, entry, idem_key="grade")
    shown = {role: "cijfer, door" in dossier_page(counter.on("2020-01-06"), 7, "nl", role=role) for role in Role}
    assert [role for role, there in shown.items() if there] == [Role.CLIENT]
