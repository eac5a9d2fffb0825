# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions as letters in plain Dutch (B1) and English: as values, as text, and as a tagged PDF.

`letter(content, lang)` writes it, `as_text` and `as_pdf` print it. Letters know no store: a use case fills the content.
"""

from __future__ import annotations

from werkzaam.app.letters.compose import copies, letter, reason_of
from werkzaam.app.letters.content import Kind, LetterContent
from werkzaam.app.letters.model import Letter
from werkzaam.app.letters.pdf import as_pdf
from werkzaam.app.letters.statement import statement
from werkzaam.app.letters.text import as_text

__all__ = ["Kind", "Letter", "LetterContent", "as_pdf", "as_text", "copies", "letter", "reason_of", "statement"]
