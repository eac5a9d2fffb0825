# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of Markdown: tables, links and names that stay what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_ADDRESS = re.compile(r"https?://[^\s,;)]+")


def code(text: str) -> str:
    """A name or formula, letter by letter."""
    return f"`{text}`"


def codes(names: Iterable[str], otherwise: str = "") -> str:
    """Names, one after another."""
    return ", ".join(map(code, names)) or otherwise


def linked(name: str, page: str = "") -> str:
    """A name that leads to the heading or the anchor of that name, on this page or another."""
    return f"[{code(name)}]({page}#{name})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, line by line; a bar in a cell does not end it."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(_cell(text) for text in row) + " |"


def addresses(text: str) -> str:
    """Text in which every address can be followed."""
    return _ADDRESS.sub(lambda found: f"<{found[0]}>", text)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
