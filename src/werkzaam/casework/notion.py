# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A notion of guidance: the entries it knows, what it refuses and remarks when one is written, and what it makes due.

Each module of this room that has entries ends with its `NOTION`; `notions.py` lists them all. Writing and planning know no notion
by name, so that a new one is a new module and a line in that list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Form
from werkzaam.casework.office import Office


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that whoever writes an entry should know; `code` is the key of its sentence, `values` what stands in it."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


Judge = Callable[[Entry, Dossier, Office], Iterable[Remark]]
"""Raises NotAllowed or InputError for what cannot be written into this dossier; gives remarks for what can, with care."""
Dues = Callable[[Dossier, Office], Iterable[Due]]
"""What is due for a client on the office's day, and what will be: whoever asks leaves out what lies too far ahead."""


@dataclass(frozen=True, slots=True)
class Notion:
    """What one module of this room adds; a kind belongs to one notion.

    `about` are kinds of which a dossier must have one before anything can be due; with none it is always asked.
    """

    forms: tuple[Form, ...] = ()
    judges: Mapping[Kind, Judge] = field(default_factory=dict)
    dues: Dues | None = None
    about: frozenset[Kind] = frozenset()
