# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What tests of the person's pages ask: the dossier as those who help read it, and a page as words."""

from __future__ import annotations

import re
from typing import Any

from tests.web.doors import Doors
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Role


def own(doors: Doors, person: int) -> Dossier:
    """A dossier as a case manager may see it, without a look being kept."""
    desk = doors.desk()
    with desk.database.snapshot():
        return dossier_of(desk, person, Role.SUPPORT)


def text_of(answer: Any) -> str:
    """A page as words, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
