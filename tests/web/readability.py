# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the texts of the screens are easy to read: the lists of the letters, and a formula for a door as a whole.

What this can prove: that a sentence is short, and that no word stands in it that is on a list of official, blaming or overlong
words. What it cannot: that somebody understands it. Only readers can tell; docs/explanation/plain-language.md says how.

The formula is W.H. Douma's for Dutch (De leesbaarheid van landbouwbladen, Wageningen 1960), after Flesch's reading ease:
206.84 - 77 x syllables per word - 0.93 x words per sentence. It rewards short words whatever they mean and needs a hundred
words, so it is asked of a door and never of a text. Sixty and above is what its table calls standard, read by most people.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.app.letters.readability import MOST_WORDS, banned, long_words, sentences, words
from werkzaam.web import words as page_words

DEBT = Path(__file__).with_name("readability_debt.toml")
EASY = 60
"""The reading ease that a door as a whole reaches."""
ALSO_SHOWN = (
    "page", "messages", "whatif", "premium_end", "reported", "yearly_question", "casework_invitation", "casework_portal",
)  # fmt: skip
"""Modules of app/texts, beside those of the doors, whose sentences a resident sees on a page or in a message."""
HEAD = """# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# Texts of screens that are harder to read than we want, each with what is hard in it. This list gets shorter and never longer:
# write the text anew, or leave it here for somebody who can. `python -m tests.web.readability` makes it.
"""
_VALUE = re.compile(r"\{[^}]*\}")
_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|ëi|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyäëïöüéèê]")


def screen_texts(lang: str) -> dict[str, str]:
    """Every sentence that a screen can show in a language, by module and key, with a number in the place of each value."""
    found = {f"{name}.{key}": text for name in page_words.MODULES for key, text in _words(name, lang).items()}
    found |= {f"{name}.{key}": text for name in ALSO_SHOWN for key, text in _all(import_module(_path(name)), lang)}
    return {key: _VALUE.sub("12", text) for key, text in found.items() if re.search(r"[a-z]{3}", text)}


def _path(name: str) -> str:
    return f"werkzaam.app.texts.{name}"


def _words(name: str, lang: str) -> Mapping[str, str]:
    found: Mapping[str, str] = import_module(_path(name)).WORDS[lang]
    return found


def _all(module: Any, lang: str) -> Iterator[tuple[str, str]]:
    for name, table in vars(module).items():
        if name.isupper() and isinstance(table, dict) and lang in table:
            yield from ((f"{name}.{key}", text) for key, text in table[lang].items() if isinstance(text, str))


def hard(text: str, lang: str) -> list[str]:
    """What makes a text hard: each with the sentence or the word."""
    long = [f"{len(words(one))} words: {one}" for one in sentences([text]) if len(words(one)) > MOST_WORDS]
    return [*long, *(one.split(" in ")[0] for one in banned([text], lang)), *sorted(long_words([text], lang))]


def syllables(word: str) -> int:
    """The syllables of a Dutch word, by its groups of vowels; at least one."""
    return max(1, len(_SYLLABLE.findall(word.lower())))


def ease(texts: Iterable[str]) -> float:
    """Douma's reading ease of texts together; higher is easier."""
    said = [words(one) for one in sentences(texts)]
    spoken = [word for one in said for word in one if word[0].isalpha()]
    return 206.84 - 77 * sum(map(syllables, spoken)) / len(spoken) - 0.93 * sum(map(len, said)) / len(said)


def hard_texts(lang: str) -> dict[str, list[str]]:
    """The texts of the screens that are hard, by module and key."""
    return {key: found for key, text in screen_texts(lang).items() if (found := hard(text, lang))}


def debt() -> dict[str, Any]:
    """The texts that do not reach the level yet, as the file lists them: by language, each with what is hard in it."""
    return tomllib.loads(DEBT.read_text("utf-8"))


def main() -> None:
    """Write the list anew; a reviewer sees what came in, and test_readability.py says how long it may be."""
    lines = [HEAD]
    for lang in page_words.LANGUAGES:
        lines += [
            f"[{lang}]",
            *(f'"{key}" = {json.dumps(found, ensure_ascii=False)}' for key, found in sorted(hard_texts(lang).items())),
            "",
        ]
    DEBT.write_text("\n".join(lines).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
