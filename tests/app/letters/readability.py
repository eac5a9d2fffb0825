# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What makes a letter hard to read or hard to bear: long sentences, official words, blame and threats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MEAN_WORDS, MOST_WORDS = 12, 20
LONG_LETTERS = 14
OFFICIAL = {
    "nl": ("aangaande", "aanspraak", "alsmede", "beschikking", "betreffende", "bovengenoemd", "conform", "derhalve", "desgewenst",
           "dient", "dienen", "dienaangaande", "echter", "gaarne", "geacht", "genoemde", "hetgeen", "herziening", "hierbij",
           "indien", "ingevolge", "inzake", "intrekking", "jegens", "krachtens", "met betrekking tot", "middels", "mits",
           "niet-ontvankelijk", "ondergetekende", "onderhavige", "op grond van", "reeds", "teneinde", "ten aanzien van",
           "ter zake", "terugvordering", "tevens", "tijdig", "uiterlijk", "verrekening", "verzoeken", "voornoemd", "vordering",
           "wederom", "welke", "zodanig", "zulks"),
    "en": ("aforementioned", "concerning", "hereby", "herewith", "in accordance with", "notwithstanding", "pursuant", "regarding",
           "shall", "subject to", "thereof", "therein", "whereas", "with respect to"),
}  # fmt: skip
"""Words of offices; each has a plain one."""
BLAME = {
    "nl": ("aanmaning", "aantonen", "bewijs", "boete", "controle", "deurwaarder", "door uw toedoen", "dwang", "fraude", "incasso",
           "inlichtingenplicht", "invorder", "maatregel", "misbruik", "moet u", "nagelaten", "nalatig", "onderzoek",
           "onmiddellijk", "ontdekt", "onterecht", "onverwijld", "overtreding", "plicht", "sanctie", "schenden", "schuld",
           "strafbaar", "straf", "te laat", "ten onrechte", "terstond", "u had moeten", "u heeft niet", "u hebt niet", "u moet",
           "uw fout", "verdacht", "verplicht", "verwijt", "verzuim"),
    "en": ("abuse", "at fault", "bailiff", "breach", "debt", "enforce", "failed", "failure", "fine", "fraud", "immediately",
           "inspection", "investigat", "late", "liable", "must", "neglect", "obligat", "offence", "overdue", "penalt",
           "sanction", "suspect", "unlawful", "your fault", "your mistake"),
}  # fmt: skip
"""Words that blame, threaten or punish; what is ours may be called our mistake."""
LONG_WORDS = {
    "nl": {"participatiewet": "the Act's own name", "vakantietoeslag": "the Act's own word, and what the bank statement says",
           "budgetbeheerder": "what somebody is called", "schuldhulpverlener": "what somebody is called"},
    "en": {"participatiewet": "the Act's own name", "representative": "what somebody is called"},
}  # fmt: skip
"""Words of more than fourteen letters that may stand in a letter, each with its reason."""
_END = re.compile(r"(?<=[.?!:])\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[\d.,]+\d|\d")


def sentences(passages: Iterable[str]) -> list[str]:
    """The sentences of passages; a colon ends one too, as a breath does."""
    return [sentence for passage in passages for sentence in _END.split(passage.strip()) if sentence]


def words(sentence: str) -> list[str]:
    """The words and amounts of a sentence."""
    return _WORD.findall(sentence)


def mean_words(passages: Iterable[str]) -> float:
    """How many words a sentence has on average."""
    found = [len(words(sentence)) for sentence in sentences(passages)]
    return sum(found) / len(found)


def too_long(passages: Iterable[str]) -> list[str]:
    """Sentences that nobody should have to read twice."""
    return [sentence for sentence in sentences(passages) if len(words(sentence)) > MOST_WORDS]


def banned(passages: Iterable[str], lang: str) -> Iterator[str]:
    """Official and blaming words, each with the passage it stands in; a word begins where it is written."""
    for passage in passages:
        for word in (*OFFICIAL[lang], *BLAME[lang]):
            if re.search(r"\b" + re.escape(word) + ("" if word in _STEMS else r"\b"), passage.lower()):
                yield f"{word!r} in {passage!r}"


_STEMS = frozenset({"bovengenoemd", "geacht", "controle", "invorder", "fraude", "investigat", "obligat", "penalt", "sanctie",
                    "sanction", "suspect", "verdacht", "verplicht", "verwijt", "voornoemd"})  # fmt: skip


def long_words(passages: Iterable[str], lang: str) -> set[str]:
    """Words with too many letters and no reason for it."""
    found = {word.lower() for sentence in sentences(passages) for word in words(sentence) if len(word) > LONG_LETTERS}
    return found - set(LONG_WORDS[lang])
