# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every letter can be read by somebody who reads little, and blames and threatens nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.app.letters.readability import MEAN_WORDS, banned, long_words, mean_words, sentences, too_long, words
from tests.app.letters.samples import SAMPLES
from tests.app.test_messages import CONTROL
from werkzaam.app.letters import as_text, letter, reason_of, statement
from werkzaam.app.letters.content import Role
from werkzaam.app.letters.model import Letter
from werkzaam.app.letters.writer import WORDS
from werkzaam.app.texts.letters import REASONS

LANGS = ("nl", "en")


def letters(lang: str) -> Iterator[Letter]:
    """Every sample, and the statement."""
    yield from (letter(content, lang) for content in SAMPLES.values())
    yield statement(SAMPLES["higher_ours"], lang)


def every_text(lang: str) -> list[str]:
    """Every text that a letter can have, with a short word in each gap."""
    return [re.sub(r"\{\w+\}", "Samira", text) for text in (*WORDS[lang].values(), *REASONS[lang].values()) if text]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SAMPLES)
def test_sentences_are_short(name: str, lang: str) -> None:
    passages = [*letter(SAMPLES[name], lang).passages()]
    assert mean_words(passages) <= MEAN_WORDS
    assert too_long(passages) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_has_an_official_blaming_or_threatening_word(lang: str) -> None:
    assert [word for made in letters(lang) for word in banned([" ".join(as_text(made).split())], lang)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_that_a_letter_can_have_is_official_blaming_or_long(lang: str) -> None:
    texts = every_text(lang)
    assert list(banned(texts, lang)) == []
    assert too_long(texts) == []
    assert long_words([*texts, *(role.value.of(lang) for role in Role)], lang) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_long_words_have_a_reason(lang: str) -> None:
    assert long_words((passage for made in letters(lang) for passage in made.passages()), lang) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_a_premium_letter_has_no_word_of_control(lang: str) -> None:
    said = " ".join(as_text(letter(SAMPLES["premium"], lang)).lower().split())
    assert [word for word in CONTROL[lang] if word in said] == []


def test_no_reason_names_the_person_as_the_cause() -> None:
    assert {name: reason_of(name).ours for name in REASONS["nl"]} == {
        "TE_LATE_LOONSTROOK": False, "SCHATTING": False, "WERKGEVER": False, "GEMEENTE": True, "LATE_MELDING": False,
        "NIEUWE_TABEL": False, "OVERIG": False,
    }  # fmt: skip
    assert [text for text in REASONS["nl"].values() if re.search(r"\b(u|jij) (hebt|heeft|gaf|deed|was)\b", text)] == []


def test_the_check_sees_what_is_hard_to_read() -> None:
    official = "Indien u niet onverwijld betaalt, volgt een sanctie wegens fraudeverdenking."
    assert {found.split("'")[1] for found in banned([official], "nl")} == {"indien", "onverwijld", "sanctie", "fraude"}
    assert list(banned(["U krijgt een latere brief. Wij hebben een fout gemaakt."], "nl")) == []
    assert too_long(["een " * 20 + "eind.", "een " * 19 + "eind."]) == [("een " * 20 + "eind.")]
    assert long_words(["Arbeidsongeschiktheid en vakantietoeslag."], "nl") == {"arbeidsongeschiktheid"}
    assert mean_words(["Een twee. Drie vier vijf zes."]) == 3
    assert sentences(["Uw loon is € 1.078,00. Klopt dat? Bel: 020 555 01 23."]) == [
        "Uw loon is € 1.078,00.", "Klopt dat?", "Bel:", "020 555 01 23.",
    ]  # fmt: skip
    assert words("Uw loon is € 1.078,00.") == ["Uw", "loon", "is", "1.078,00"]
