# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of regimes as a folder: the text, JSON, tables, pictures, and the numbers it rests on; whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from werkzaam.app.simulation.assumptions_page import page
from werkzaam.app.simulation.comparison import Compared
from werkzaam.app.simulation.comparison_json import (
    choices_of,
    comparison_json,
    differences_csv,
    months_csv,
    numbers_csv,
    times_csv,
)
from werkzaam.app.simulation.comparison_page import comparison_page
from werkzaam.app.simulation.comparison_picture import pictures
from werkzaam.app.simulation.comparison_text import comparison_text
from werkzaam.core.errors import InputError


def files_of(done: Compared, lang: str) -> dict[str, str]:
    """Every file by its name."""
    regimes = {lived.living.name: choices_of(done, lived.living, lang) for lived in done.lived}
    found = {
        "comparison.txt": comparison_text(done, lang), "comparison.md": comparison_page(done, lang),
        "comparison.json": comparison_json(done), "values.csv": numbers_csv(done),
        "months.csv": months_csv(done), "times.csv": times_csv(done), "numbers.md": page(done.read, regimes, lang),
    }  # fmt: skip
    for name, picture in pictures(done, lang).items():
        found[f"{name}.svg"] = picture.svg
        if picture.csv:
            found[f"{name}.csv"] = picture.csv
    if len(done.lived) > 1:
        found["differences.csv"] = differences_csv(done)
    return found


def refuse_taken(folder: Path) -> None:
    """Raise InputError for a place where something stands already; asked before a long run."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError("--out: something stands there already. Name a new folder or an empty one.", file=str(folder))


def write_files(done: Compared, lang: str, folder: Path) -> list[Path]:
    """Write every file to a new folder, or to an empty one; raises InputError where that cannot be done."""
    refuse_taken(folder)
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    try:
        unfinished.mkdir(parents=True)
        for name, content in files_of(done, lang).items():
            (unfinished / name).write_text(content, encoding="utf-8")
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise InputError(f"--out: the files cannot be written ({error}). Name another place.", file=str(folder)) from error
    return sorted(folder.iterdir())
