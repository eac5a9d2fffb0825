# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where compiled kernels are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path

from werkzaam.core.errors import InputError


def kernels() -> Path:
    """The folder of compiled kernels, made when needed: WERKZAAM_CACHE, or the user's cache folder."""
    own = os.environ.get("WERKZAAM_CACHE")
    users = Path(os.environ.get("XDG_CACHE_HOME") or Path.home().joinpath(".cache"))
    folder = Path(own) if own else users.joinpath("werkzaam", "kernels")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}, the folder for compiled rules, cannot be made ({error}). Set WERKZAAM_CACHE to a folder "
                         "that can be written.") from error  # fmt: skip
    return folder
