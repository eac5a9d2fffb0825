# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The number that the State gives everybody: recognised, to be read where it belongs and kept out elsewhere."""

from __future__ import annotations


def is_bsn(text: str) -> bool:
    """Whether a text is a number that could be somebody's BSN: eight or nine digits that pass the eleven test."""
    if not (text.isdecimal() and text.isascii() and len(text) in {8, 9}):
        return False
    digits = [int(one) for one in text.zfill(9)]
    total = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return total % 11 == 0 and any(digits)
