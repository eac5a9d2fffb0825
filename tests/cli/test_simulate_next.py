# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands that make and foresee a next experiment: they write, they name what lacks, and they refuse what cannot be."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from werkzaam.cli import simulate_next
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import MissingParameter


def run(*words: str) -> None:
    """One command, as the group of commands runs it."""
    parser = argparse.ArgumentParser()
    simulate_next.add(parser.add_subparsers())
    arguments = parser.parse_args(words)
    arguments.run(arguments)


def test_a_factorial_design_is_written_with_what_it_tells_apart_and_what_the_law_has_a_word_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("factorial", "proef", "--cross", "premium=as_is,nl_no_premium", "--folder", str(tmp_path), "--lang", "en")
    printed = capsys.readouterr().out
    assert len(list(tmp_path.iterdir())) == 8
    assert "premium: 1 of 1 (identifiable)" in printed
    assert "premium: not everybody gets one" in printed
    assert "art. 83 Participatiewet" in printed
    with pytest.raises(MissingParameter, match=r"effect\.nl_no_premium\.finding"):
        run("next-experiment", str(tmp_path / "proef.toml"), "--after", "amsterdam_2021")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("factorial", "proef", "--cross", "premium"), "ELEMENT=LEVEL,LEVEL was expected"),
        (("factorial", "proef", "--cross", "coffee=as_is,nl_no_premium"), "No element of a regime is called 'coffee'"),
        (("next-experiment", "amsterdam_2018", "--people", "many"), "whole numbers with commas"),
        (("next-experiment", "amsterdam_2018", "--people", "12"), "60 or more"),
        (("next-experiment", "amsterdam_2018"), "What holds for everybody after that"),
        (("next-experiment", "amsterdam_2018", "--later", "-1"), "1 to 120 months"),
    ],
)
def test_what_cannot_be_is_said(words: tuple[str, ...], told: str) -> None:
    with pytest.raises(InputError, match=told):
        run(*words)
