# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The next experiments that ship: each in a folder of its own, with the regimes of its arms beside the design."""

from __future__ import annotations

from pathlib import Path

from werkzaam.app.experiment.design_words import find_design

SHIPPED = Path(__file__).with_name("designs")


def shipped_names() -> tuple[str, ...]:
    """The next experiments that ship."""
    return tuple(sorted(folder.name for folder in SHIPPED.iterdir() if (folder / f"{folder.name}.toml").is_file()))


def find(name: str) -> Path:
    """The file of a design: a path that ends in .toml, or the name of a next experiment or of a design that ships."""
    if name in shipped_names():
        return SHIPPED / name / f"{name}.toml"
    return find_design(name)
