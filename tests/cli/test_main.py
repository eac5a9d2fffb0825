# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The command answers, or says on stderr what was wrong; it never shows a traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from werkzaam import __version__
from werkzaam.cli.main import build_parser, main


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "explain" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [["uitleg"], ["explain"], ["facts", "--no"], ["rules", "--lang", "fr"], ["regimes", "a", "b"]])
def test_an_unknown_command_or_argument_is_refused(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(asked) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "usage: werkzaam" in told.err


@pytest.mark.parametrize("command", ["", "explain", "facts", "rules", "regimes"])
def test_help_is_no_error(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    assert "usage: werkzaam" in capsys.readouterr().out


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"werkzaam {__version__}\n"


def test_an_error_names_the_command_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "norm_21_gehuwden"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("werkzaam facts: There is no fact 'norm_21_gehuwden'. Did you mean norm_21_gehuwden_incl_vt")


def test_every_command_says_what_it_does() -> None:
    help_text = build_parser().format_help()
    assert [word for word in ("explain", "facts", "rules", "regimes") if word not in help_text] == []


def test_a_reader_that_stops_reading_is_no_error() -> None:
    asked = [sys.executable, "-m", "werkzaam.cli.main", "facts"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()  # Long before the first line is written.
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


def test_a_terminal_without_our_letters_still_shows_the_numbers() -> None:
    asked = [sys.executable, "-m", "werkzaam.cli.main", "regimes", "amsterdam_2018"]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(asked, capture_output=True, env=plain, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"? 200,00" in done.stdout
