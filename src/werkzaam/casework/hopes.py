# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a client hopes for over five years: for the client alone, until the client shares it (R-146).

Nothing is due because of it, nobody asks for it, and `access.py` keeps what was not shared out of every dossier but the client's.
"""

from __future__ import annotations

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion
from werkzaam.casework.reading import withdrawn

FORM = Form(
    Kind.HOPE, "hope write", "write down what the client hopes for over five years",
    (
        Field("text", "tekst", FieldKind.TEXT, "in the client's own words", True),
        Field("shared", "gedeeld", FieldKind.TRUTH, "whether the case manager may read it", True),
    ),
    frozenset({Role.CLIENT}),
)  # fmt: skip


def hope_of(dossier: Dossier) -> Entry | None:
    """What was written last, as far as the dossier's reader may see it."""
    return next((one for one in reversed(dossier.of(Kind.HOPE)) if not withdrawn(dossier, one)), None)


NOTION = Notion((FORM,))
