# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What every file and page about invented people says, so that nobody takes it for data about anybody."""

from __future__ import annotations

NAME = "synthetic"
"""How the name of such a file begins."""
STAMP = {
    "nl": "SYNTHETISCH: verzonnen mensen. Niemand hierin bestaat.",
    "en": "SYNTHETIC: invented people. Nobody in it exists.",
}
"""The line, by language."""
