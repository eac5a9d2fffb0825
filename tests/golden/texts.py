# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person reads, letter by letter.

`python -m tests.golden.texts` writes the texts anew; read them aloud before you commit them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from werkzaam.app.cases import read_case
from werkzaam.app.month_page import month_pages
from werkzaam.app.page_text import page_text
from werkzaam.core.months import Month

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "src/werkzaam/app/examples"
MONTHS = (("samira_2018", "2018-06"), ("samira_2018", "2018-12"), ("jan_en_amina_2026", "2026-02"), ("noor_2021", "2021-03"),
          ("bilal_2026", "2026-04"))  # fmt: skip


def pages() -> Iterator[tuple[Path, str]]:
    """Each file with its text; the codes at the end change with every rule and number, so they are left out."""
    for name, month in MONTHS:
        case = read_case(EXAMPLES / f"{name}.toml")
        for lang in ("nl", "en"):
            (page,) = month_pages(case, lang, Month.parse(month))
            text = page_text(replace(page, receipt=dict.fromkeys(page.receipt, "x" * 12)))
            yield HERE / f"{name}_{month}.{lang}.txt", text


if __name__ == "__main__":
    for file, text in pages():
        file.write_text(text, encoding="utf-8")
        print(file)
