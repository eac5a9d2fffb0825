# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What all parts of a letter are written with: the content, the language, and the words with amounts and dates filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.app.letters.content import LetterContent
from werkzaam.app.letters.model import Part, Said
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import day_text, listed
from werkzaam.app.texts import letters, letters_kinds
from werkzaam.core.months import Month

WORDS = {lang: {**letters.WORDS[lang], **letters_kinds.WORDS[lang]} for lang in ("nl", "en")}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes sentences about one content in one language."""

    content: LetterContent
    lang: str

    def word(self, key: str, **filled: object) -> str:
        """A text of the letters, filled in: cents by `euros`, days and months by their names."""
        return WORDS[self.lang][key].format(**{name: self._shown(value) for name, value in filled.items()})

    def said(self, key: str, *parts: Part, **filled: object) -> Said:
        """A passage, and what it tells."""
        return Said(self.word(key, **filled), frozenset(parts or (Part.MORE,)))

    def listed(self, texts: list[str]) -> str:
        """Texts as one list: `a, b en c`."""
        return listed(texts, WORDS[self.lang]["and"])

    @property
    def people(self) -> str:
        """The names of whom the letter is for."""
        return self.listed(list(self.content.people))

    @property
    def month(self) -> str:
        """The month by its name."""
        return self.content.month.name(self.lang)

    def _shown(self, value: object) -> str:
        if isinstance(value, Cents):
            return euros(value.cents, self.lang)
        if isinstance(value, Month):
            return value.name(self.lang)
        return day_text(value, self.lang) if isinstance(value, date) else str(value)


@dataclass(frozen=True, slots=True)
class Cents:
    """An amount that is to be shown, so that no number is mistaken for one."""

    cents: int
