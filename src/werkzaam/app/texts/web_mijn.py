# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the door of all else of the person, and the list of whom somebody represents; each group of pages has a module."""

from __future__ import annotations

from werkzaam.app.texts import web_mijn_contact, web_mijn_file, web_mijn_more, web_mijn_plan, web_mijn_reference

_PARTS = (
    web_mijn_contact.WORDS, web_mijn_file.WORDS, web_mijn_more.WORDS, web_mijn_plan.WORDS, web_mijn_reference.WORDS,
)  # fmt: skip
NL: dict[str, str] = {key: text for part in _PARTS for key, text in part["nl"].items()}

EN: dict[str, str] = {key: text for part in _PARTS for key, text in part["en"].items()}

WORDS = {"nl": NL, "en": EN}
