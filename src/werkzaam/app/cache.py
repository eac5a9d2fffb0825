# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where compiled code is kept between runs: the kernels of the rules, and what numba compiles of the program itself."""

from __future__ import annotations

import os
from pathlib import Path

from werkzaam.core.errors import InputError

PROGRAM = Path(__file__).parents[1]


def keep_all_compiled_code() -> None:
    """Keep what numba compiles of the program beside the kernels, where the program's own folder cannot be written.

    Numba keeps it beside the source or in the user's home. In an image there is neither, and then it refuses to begin. It reads
    this once, so it must be said before numba is imported.
    """
    if not os.access(PROGRAM, os.W_OK):
        os.environ.setdefault("NUMBA_CACHE_DIR", str(_folder() / "numba"))


def kernels() -> Path:
    """The folder of compiled kernels, made when needed: WERKZAAM_CACHE, or the user's cache folder."""
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}, the folder for compiled rules, cannot be made ({error}). Set WERKZAAM_CACHE to a folder "
                         "that can be written.") from error  # fmt: skip
    return folder


def _folder() -> Path:
    if own := os.environ.get("WERKZAAM_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home().joinpath(".cache"), "werkzaam", "kernels")
