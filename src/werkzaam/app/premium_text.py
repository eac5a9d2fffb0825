# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What premium is building up, in sentences: for a what-if, a message or a page."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.premium_payout import PremiumStatement
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import listed
from werkzaam.app.texts.whatif import WORDS


def premium_sentences(one: PremiumStatement, lang: str) -> Iterator[str]:
    """What builds up, month by month, and when it is expected to be paid (R-099)."""
    words = WORDS[lang]
    if one.built_up:
        months = listed([f"{month.name(lang)} {euros(cents, lang)}" for month, cents in one.months if cents], words["and"])
        yield words["built_up"].format(month=one.months[-1][0].name(lang), amount=euros(one.built_up, lang), person=one.person,
                                       months=months)  # fmt: skip
        yield words["payout_unknown"] if one.expected is None else words["payout"].format(month=one.expected.name(lang))
    else:
        yield words["built_up_none"].format(person=one.person)
    if one.waiting:
        yield words["waiting"].format(amount=euros(one.waiting, lang))
