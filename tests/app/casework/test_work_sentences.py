# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every code that the notions of work give has a sentence in both languages, with the same values in it."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from werkzaam.app.texts import casework_leaving, casework_work, work_pages
from werkzaam.app.texts.casework import WORDS
from werkzaam.casework import aftercare, language

ROOM = Path(aftercare.__file__).parent
MODULES = ("aftercare", "care", "coaching", "contracts", "education", "hours", "limits", "own_business", "placement", "returning",
           "subsidy", "workplace")  # fmt: skip
_CODE = re.compile(r'(?:Remark\(|Mismatch\(|Reason\.\w+, )"(\w+)"')


def codes() -> set[str]:
    """The codes that stand in the modules, and those that are put together."""
    found = {code for name in MODULES for code in _CODE.findall((ROOM / f"{name}.py").read_text(encoding="utf-8"))}
    found |= {one.value for one in language.Intensity} | {"money_found", "money_open", "return_easy", "return_full", "next_trip"}
    found |= {"other_days", "other_times", "colleagues_talk", "business_talk", "business_plan", "aftercare_contact"}
    return found | {code + end for code in (aftercare.OFFERED, aftercare.ASKED) for end in ("", "_told")}


def test_every_code_has_a_sentence_in_both_languages() -> None:
    assert len(codes()) > 40
    assert {lang: codes() - WORDS[lang].keys() for lang in ("nl", "en")} == {"nl": set(), "en": set()}


@pytest.mark.parametrize("topic", [casework_work.WORDS, casework_leaving.WORDS, work_pages.WORDS])
def test_both_languages_have_the_same_sentences_with_the_same_values(topic: dict[str, dict[str, str]]) -> None:
    assert topic["nl"].keys() == topic["en"].keys()

    def values(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {code for code in topic["nl"] if values(topic["nl"][code]) != values(topic["en"][code])} == set()


def test_sentences_blame_nobody() -> None:
    blame = ("schuld ", "te laat", "moet u", "verplicht", "sanctie", "boete")
    assert [text for topic in (casework_work.WORDS, casework_leaving.WORDS) for text in topic["nl"].values()
            if any(word in text.casefold() for word in blame)] == []  # fmt: skip
