# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A set of texts that only says whether one was there before, at eleven to twenty-two bytes each."""

from __future__ import annotations

from array import array
from hashlib import blake2b

_EMPTY = 0


class Seen:
    """Remembers texts by 64 bits of a digest: among ten million, the chance that two look alike is below one in 300,000."""

    def __init__(self) -> None:
        self._slots, self._used = array("Q", bytes(8 << 10)), 0

    def add(self, text: str) -> bool:
        """Whether the text is new; from then on it is not."""
        if self._used * 4 >= len(self._slots) * 3:
            self._grow()
        number = int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) or 1
        new = self._place(number)
        self._used += new
        return new

    def _place(self, number: int) -> bool:
        slots = self._slots
        last = len(slots) - 1
        at = number & last
        while slots[at] != _EMPTY:
            if slots[at] == number:
                return False
            at = (at + 1) & last
        slots[at] = number
        return True

    def _grow(self) -> None:
        before, self._slots = self._slots, array("Q", bytes(16 * len(self._slots)))
        for number in before:
            if number != _EMPTY:
                self._place(number)
