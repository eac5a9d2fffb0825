# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person reads of more work, and of rules side by side, is exactly what was read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.work import HERE, texts

TEXTS = dict(texts())


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_a_person_reads_exactly_this(file: Path) -> None:
    assert TEXTS[file] == file.read_text(encoding="utf-8"), "Is this what a person should read? python -m tests.golden.work"


def test_every_text_that_is_kept_is_still_made() -> None:
    assert sorted(HERE.glob("*")) == sorted(TEXTS)
