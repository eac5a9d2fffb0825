# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter as text: exactly what a jurist read and agreed with, within the width."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.letters.samples import SAMPLES
from tests.golden.letters.make import HERE, texts
from werkzaam.app.letters import as_text, letter
from werkzaam.app.letters.content import Words
from werkzaam.app.text_layout import WIDTH

TEXTS = dict(texts())


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_a_person_reads_exactly_this(file: Path) -> None:
    assert TEXTS[file] == file.read_text(encoding="utf-8"), (
        "Is this what a person should read? python -m tests.golden.letters.make"
    )


def test_every_text_that_is_kept_is_still_made() -> None:
    assert sorted(HERE.glob("*.txt")) == sorted(TEXTS)


def test_a_long_label_takes_lines_of_its_own_and_keeps_its_amount() -> None:
    base = SAMPLES["settled"]
    first = replace(base.lines[0], label=Words(" ".join(["Norm"] * 30), "Norm"))
    printed = as_text(letter(replace(base, lines=(first, *base.lines[1:])), "nl"))
    assert max(map(len, printed.splitlines())) <= WIDTH
    assert any(line.endswith("1.401,50") for line in printed.splitlines())
