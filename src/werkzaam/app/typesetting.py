# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pages set with Typst: a template, what it reads, and our fonts only, so that every machine sets the same bytes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from werkzaam.core.errors import InputError, WerkzaamError

if TYPE_CHECKING:
    from typst import Compiler

FONTS = Path(__file__).parent / "letters/fonts"
_ONE_AT_A_TIME = Lock()
"""A compiler of Typst serves one thread; whoever asks it meanwhile gets an error of it."""


def typeset(template: Path, what: str, **read: str) -> bytes:
    """A tagged PDF (PDF/UA-1) by a template that reads these texts; the same texts give the same bytes.

    `what` begins the sentence that says what is wrong. Raises InputError for what cannot be set, such as a character that no font
    of ours shows; WerkzaamError where Typst is not installed, and where it warns, for then the page may not look as meant.
    """
    setter = compiler(template)
    from typst import TypstError

    try:
        with _ONE_AT_A_TIME:
            done, warnings = setter.compile_with_warnings(sys_inputs=read, pdf_standards="ua-1")
    except TypstError as error:
        raise InputError(f"{what} cannot be set: {error}") from error
    if warnings or not isinstance(done, bytes):
        raise WerkzaamError(f"{what} may not look as meant, for Typst warns: {'; '.join(map(str, warnings))}.")
    return done


@cache
def compiler(template: Path) -> Compiler:
    """Typst with a template of ours; what the machine has of fonts is not looked at."""
    try:
        from typst import Compiler
    except ImportError as error:
        raise WerkzaamError("A PDF needs Typst; install werkzaam[letters].") from error
    return Compiler(template, font_paths=[FONTS], ignore_system_fonts=True)
