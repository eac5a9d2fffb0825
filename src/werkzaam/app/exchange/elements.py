# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What one XML element says, strictly; a refusal names the element."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, overload

from werkzaam.app.exchange.xml_reading import Element
from werkzaam.core.errors import InputError

V = TypeVar("V")
D = TypeVar("D")
NEEDED = object()
"""Stands for no default: the element must say something."""
LONGEST = 1_000


class BadElement(InputError):
    """What an element says cannot be right; `place` is its name."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(why)
        self.place = place


@overload
def read(within: Element, path: str, reading: Callable[[str], V]) -> V: ...
@overload
def read(within: Element, path: str, reading: Callable[[str], V], default: D) -> V | D: ...
def read(within: Element, path: str, reading: Callable[[str], V], default: object = NEEDED) -> object:
    """What the element on this path, such as `Refs/EndToEndId`, says; the default, if there is one, when it says nothing."""
    text = within.said(*path.split("/"))
    if text is None:
        if default is NEEDED:
            raise BadElement(path, "it is missing.")
        return default
    try:
        return reading(text)
    except InputError as error:
        raise BadElement(path, str(error)) from None


def read_if(within: Element, path: str, reading: Callable[[str], V]) -> V | None:
    """The same, or None when the element says nothing."""
    return read(within, path, reading, None)


def words(text: str) -> str:
    """A text on one line, whatever stood between its words; refuses one that is longer than any name or description."""
    clean = text if text.isprintable() else "".join(one if one.isprintable() else " " for one in text)
    clean = " ".join(clean.split())
    if len(clean) > LONGEST:
        raise InputError(f"at most {LONGEST} characters were expected; found {len(clean)}.")
    return clean


def yes(text: str) -> bool:
    """`J` or `N`."""
    if text not in ("J", "N"):
        raise InputError(f"J or N was expected; found {text[:40]!r}.")
    return text == "J"
