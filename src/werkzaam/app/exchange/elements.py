# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What one XML element says, strictly; a refusal names the element."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from werkzaam.app.exchange.xml_reading import Element
from werkzaam.core.errors import InputError

V = TypeVar("V")
LONGEST = 1_000


class BadElement(InputError):
    """What an element says cannot be right; `place` is its name."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(why)
        self.place = place


def read(within: Element, path: str, reading: Callable[[str], V], default: V | None = None) -> V:
    """What the element on this path, such as `Refs/EndToEndId`, says; the default, if there is one, when it says nothing."""
    text = within.said(*path.split("/"))
    if text is None:
        if default is None:
            raise BadElement(path, "it is missing.")
        return default
    try:
        return reading(text)
    except InputError as error:
        raise BadElement(path, str(error)) from None


def read_if(within: Element, path: str, reading: Callable[[str], V]) -> V | None:
    """The same, or None when the element says nothing."""
    return None if within.said(*path.split("/")) is None else read(within, path, reading)


def words(text: str) -> str:
    """A text on one line, whatever stood between its words; refuses one that is longer than any name or description."""
    clean = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    if len(clean) > LONGEST:
        raise InputError(f"at most {LONGEST} characters were expected; found {len(clean)}.")
    return clean


def yes(text: str) -> bool:
    """`J` or `N`."""
    if text not in ("J", "N"):
        raise InputError(f"J or N was expected; found {text[:40]!r}.")
    return text == "J"
