# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of stylesheet, pictures and scripts that change with what is in them, so that a browser may keep each for a year."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Versioned(StaticFilesStorage):
    """The usual addresses, with the beginning of the file's hash behind them; nothing has to be collected first."""

    def url(self, name: str | None) -> str:
        """The address of a file; raises ValueError for one that is not there."""
        return f"{super().url(name)}?v={_version(name or '')}"


@cache
def _version(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        raise ValueError(f"The file {name!r} was expected among the static files and was not found.")
    return sha256(Path(found).read_bytes()).hexdigest()[:12]
