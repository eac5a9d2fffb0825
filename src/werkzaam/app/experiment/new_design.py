# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A new design file from one that ships: copied with its comments, under a name of its own."""

from __future__ import annotations

import re
from pathlib import Path

from werkzaam.app.experiment.assumptions_file import ENDING, assumptions_beside
from werkzaam.app.experiment.design_file import shipped_file
from werkzaam.core.errors import InputError

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def new_design(name: str, origin: str, folder: Path) -> tuple[Path, Path]:
    """Write a design and its assumptions; raises InputError where a file is there already, and then writes neither."""
    if not _NAME.fullmatch(name):
        raise InputError(f"A name of small letters, digits and _ was expected, such as gouda_2027; found {name!r}.")
    source = shipped_file(origin)
    design, assumed = folder / f"{name}.toml", folder / f"{name}{ENDING}"
    for file in (design, assumed):
        if file.exists():
            raise InputError("This file is there already. Choose another name, or move it away.", file=str(file))
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}. Make it, or name another one.")
    text = re.sub(rf'^id = "{origin}"$', f'id = "{name}"', source.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    expected = assumptions_beside(source).read_text(encoding="utf-8").replace(f"{origin}.toml", f"{name}.toml")
    try:
        design.write_text(text, encoding="utf-8")
        assumed.write_text(expected, encoding="utf-8")
    except OSError as error:
        for file in (design, assumed):
            file.unlink(missing_ok=True)
        raise InputError(f"The design cannot be written ({error}); name another folder.") from error
    return design, assumed
