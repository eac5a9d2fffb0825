# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague who acts between what somebody reads and what they write, as two at once do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from werkzaam.app.ledger.desk import Desk
from werkzaam.store.writer import Writer


def colleague_acts(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], looks: int = 0) -> None:
    """Let a colleague act once, before the next writing at a desk; so many writings before it only note who looked."""
    whole, left = Desk.writes, [looks]

    @contextmanager
    def writes(desk: Desk) -> Iterator[Writer]:
        if left[0] == 0:
            monkeypatch.setattr(Desk, "writes", whole)
            act()
        left[0] -= 1
        with whole(desk) as writer:
            yield writer

    monkeypatch.setattr(Desk, "writes", writes)
