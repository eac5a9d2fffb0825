# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where compiled kernels are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path


def kernels() -> Path:
    """The folder of compiled kernels: WERKZAAM_CACHE, or the user's cache folder."""
    own = os.environ.get("WERKZAAM_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home().joinpath(".cache")).joinpath("werkzaam", "kernels")
