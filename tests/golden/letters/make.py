# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every letter that a person can get, letter by letter.

`python -m tests.golden.letters.make` writes the texts anew; read them aloud before you commit them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.app.letters.samples import SAMPLES
from werkzaam.app.letters import as_text, letter, statement

HERE = Path(__file__).parent


def texts() -> Iterator[tuple[Path, str]]:
    """Each file with its text."""
    for lang in ("nl", "en"):
        for name, content in SAMPLES.items():
            yield HERE / f"{name}.{lang}.txt", as_text(letter(content, lang))
        yield HERE / f"statement.{lang}.txt", as_text(statement(SAMPLES["higher_ours"], lang))


if __name__ == "__main__":
    for file, text in texts():
        file.write_text(text, encoding="utf-8")
        print(file)
