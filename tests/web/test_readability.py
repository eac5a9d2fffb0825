# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every text of every screen reaches the level, or stands in a list of debts that only gets shorter."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.app.letters.readability import MEAN_WORDS, mean_words
from tests.web.readability import EASY, debt, ease, hard, hard_texts, screen_texts, syllables
from werkzaam.web.words import LANGUAGES, words

MOST_DEBT = {"nl": 119, "en": 21}
"""How many texts may be listed; lowered with the list, never raised."""
HARSH = ("boete", "fraude", "misbruik", "nalatig", "onterecht", "sanctie", "schuld", "straf", "strafbaar", "ten onrechte",
         "u had moeten", "uw fout", "verdacht", "verwijt", "verzuim")  # fmt: skip
"""Words that no page needs, not even to say that something is not so; what else is on the lists may stand there as a debt."""
RESIDENTS = ("web.", "web_geld.", "web_mijn.", "page.", "messages.")


@pytest.mark.requirement("R-140")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_screen_text_is_readable_or_listed_as_debt(lang: str) -> None:
    found, listed = hard_texts(lang), debt()[lang]
    assert found == listed, (
        f"Hard and not listed: {sorted(found.keys() - listed.keys())}. Listed and not hard as it says: "
        f"{sorted(key for key in listed if found.get(key) != listed[key])}. Write it anew; `python -m tests.web.readability`."
    )
    assert len(listed) <= MOST_DEBT[lang]
    assert len(screen_texts(lang)) > 1000


def test_no_screen_of_a_resident_blames() -> None:
    said = {key: text for key, text in screen_texts("nl").items() if key.startswith(RESIDENTS)}
    assert len(said) > 300
    assert {key: text for key, text in said.items() if harsh(text)} == {}


def harsh(text: str) -> list[str]:
    """The harsh words of a Dutch text."""
    return [word for word in HARSH if f"'{word}'" in hard(text, "nl")]


def test_every_door_reads_easily_as_a_whole() -> None:
    doors = defaultdict[str, list[str]](list)
    for key, text in screen_texts("nl").items():
        doors[key.split(".")[0]].append(text)
    easy = {door: round(ease(texts)) for door, texts in doors.items() if len(texts) > 20}
    assert {door: found for door, found in easy.items() if found < EASY} == {}
    assert mean_words(screen_texts("nl").values()) < MEAN_WORDS


def test_the_checks_find_what_is_hard() -> None:
    official = "Ingevolge artikel 58 dient de belanghebbende onverwijld mededeling te doen van inkomstenwijzigingen."
    assert len(hard(official, "nl")) >= 4
    assert hard("U krijgt op 7 juni 600 euro op uw rekening.", "nl") == []
    assert hard(" ".join(["woord"] * 21) + ".", "nl") != []
    assert harsh("Dat is uw schuld.") == ["schuld"]
    assert ease([official]) < 30 < EASY < ease(["U krijgt op 7 juni uw geld. Wij bellen u als er iets niet klopt."])


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("loon", 1),
        ("maand", 1),
        ("werkgever", 3),
        ("bijstand", 2),
        ("reserveringen", 5),
        ("geëind", 2),
        ("mooie", 2),
        ("u", 1),
        ("hm", 1),
    ],
)
def test_syllables_are_counted_by_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_page_is_whole_in_each_language() -> None:
    assert {name: words(name).keys() for name in LANGUAGES} == dict.fromkeys(LANGUAGES, words("nl").keys())
