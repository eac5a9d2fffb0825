# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Why something was not written in a dossier, for who writes on a page: in their language, and which field it is about."""

from __future__ import annotations

import re

from werkzaam.app.texts.casework_refusals import CHANGES, OTHER, REFUSALS
from werkzaam.app.texts.casework_refusals_more import MORE
from werkzaam.core.errors import WerkzaamError

_FIELD = re.compile(r"(\w+): ")
_MISSING = re.compile(r"(\w+) is missing: ")


def refusal(error: WerkzaamError, lang: str) -> tuple[str, str]:
    """The reason in a language, and the name of the field it is about (empty for none).

    A rule whose reason was not written in words of its own is told by a sentence that names the rule's own text.
    """
    said = str(error)
    field = _MISSING.match(said) or _FIELD.match(said)
    where = field[1] if field else ""
    for pattern, words in (*REFUSALS, *MORE):
        found = re.search(pattern, said)
        if found is not None:
            return words[lang].format(**found.groupdict()), where
    return OTHER[lang].format(said=said), where


def change_refusal(error: WerkzaamError, lang: str) -> tuple[str | None, str]:
    """Why a client cannot get another case manager in this way: the field of the form it is about, and the reason."""
    said = str(error)
    for pattern, field, words in CHANGES:
        found = re.search(pattern, said)
        if found is not None:
            return field, words[lang].format(**found.groupdict())
    return None, OTHER[lang].format(said=said)
