# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which rules a month was computed with, in words: the regime, and a law and amounts of another month where those were tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from werkzaam.app.texts.page import WORDS
from werkzaam.core.months import Month
from werkzaam.regime.regime import Timeline
from werkzaam.rules.book import RuleBook


def regime_words(book: RuleBook, month: Month, lang: str) -> str:
    """The regime of a month; with a law date also that, and the month whose amounts stand for those of this one."""
    regime = book.regime.at(book.rechtsdatum or month)
    told = f"{regime.name_nl if lang == 'nl' else regime.name_en} ({regime.id})"
    if book.rechtsdatum is None:
        return told
    law, amounts = book.rechtsdatum.name(lang), book.amounts_of(month)
    key = "law_of" if amounts == month and book.bedragen_van is None else "law_and_amounts_of"
    return f"{told}, {WORDS[lang][key].format(month=law, amounts=amounts.name(lang))}"


def file_words(book: RuleBook) -> dict[str, str]:
    """What a file of results says of itself: its regimes, and the law and the amounts that were tried."""
    regimes = book.regime.regimes if isinstance(book.regime, Timeline) else (book.regime,)
    told = {"werkzaam": "amounts are whole euro cents", "regime": ", ".join(one.id for one in regimes)}
    if book.rechtsdatum is None:
        return told
    own = f"of the month itself; where it has none, of {book.rechtsdatum} or the last before it"
    return {**told, "law": str(book.rechtsdatum), "amounts": own if book.bedragen_van is None else f"of {book.bedragen_van}"}


def other_amounts(book: RuleBook, months: Iterable[Month]) -> Iterator[tuple[Month, list[Month]]]:
    """The months that have amounts of another month, in order, behind the month that those are of."""
    for amounts, some in groupby(sorted(months), key=book.amounts_of):
        found = [month for month in some if month != amounts]
        if found:
            yield amounts, found
