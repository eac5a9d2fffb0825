# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Under which part of a regime a client is guided, from a day on. A draw or a rule of the town decides it, never a score."""

from __future__ import annotations

from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion

FORM = Form(
    Kind.GUIDANCE, "guidance", "say under which guidance a client is from a day on",
    (
        Field("part", "deel", FieldKind.TEXT, "the part of the regime, such as ams_self_direction", True),
        Field("because", "omdat", FieldKind.TEXT, "why: the draw, a choice of the client, a rule of the town", True),
    ),
    frozenset({Role.SUPPORT, Role.LEAD}),
)  # fmt: skip

NOTION = Notion((FORM,))
