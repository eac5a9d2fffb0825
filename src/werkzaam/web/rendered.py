# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was rendered from values, kept while the values are the same: most pages are read more often than they change."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable

from werkzaam.app.portal.kept import MOST, Kept

QUICKLY = 1
"""The level at which texts are packed: the least work."""


class _Slot:
    """The values of a key and the text that was made from them, put in at once; the text is packed, a quarter of its size."""

    made: tuple[object, bytes] | None = None


class Rendered:
    """Texts by key, each with the values it was made from. The values decide: a text is never older than they are."""

    def __init__(self, most: int = MOST) -> None:
        self._kept = Kept(most)

    def get(self, key: Hashable, values: object, make: Callable[[], str]) -> str:
        """The text that was made from equal values, or a new one."""
        slot = self._kept.get(key, _Slot)
        found = slot.made
        if found is not None and found[0] == values:
            return zlib.decompress(found[1]).decode()
        text = make()
        slot.made = (values, zlib.compress(text.encode(), QUICKLY))
        return text
