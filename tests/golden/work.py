# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person reads of more work and of rules side by side, letter by letter.

`python -m tests.golden.work` writes the texts anew; read them aloud before you commit them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.golden.texts import EXAMPLES
from werkzaam.app.cases import read_case
from werkzaam.app.compare_earnings import compare_earnings, steps
from werkzaam.app.compare_earnings_text import comparison_text
from werkzaam.app.curves import Setting
from werkzaam.app.extra_work import ExtraWork, parse_sweep
from werkzaam.app.leaving import ExitPremium
from werkzaam.app.messages import payout_message, preview_message
from werkzaam.app.whatif_answer import Question, what_if
from werkzaam.app.whatif_text import whatif_text
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.rules.situatie import Leefvorm

HERE = Path(__file__).parent / "work"
QUESTIONS = {
    "noor_2021": Question(ExtraWork(Fraction(8), 11_40), parse_sweep("0:4")),
    "jan_en_amina_2026": Question(ExtraWork(Fraction(12), 14_00, Fraction("0.85")), person="Amina",
                                  exit_premium=ExitPremium(150_00, 1, Fraction(0))),
    "samira_2018": Question(ExtraWork(Fraction("-4.5"), 11_40), month=Month.parse("2018-11")),
}  # fmt: skip
RULES = ("amsterdam_2018", "amsterdam_2021", "participatiewet_2027", "stockholm", "bremen", "amsterdam_2023_uitstroompremie")


def texts() -> Iterator[tuple[Path, str]]:
    """Each file with its text."""
    for name, question in QUESTIONS.items():
        answer = what_if(read_case(EXAMPLES / f"{name}.toml"), question)
        for lang in ("nl", "en"):
            yield HERE / f"whatif_{name}.{lang}.txt", whatif_text(answer, lang)
            if name == "noor_2021":
                told, paid = preview_message(answer, date(2021, 5, 10), lang), payout_message("Noor", 900_00, *_PAID, lang)
                yield HERE / f"vooraf_{name}.{lang}.txt", f"{told.subject}\n\n{told.text}"
                yield HERE / f"premie_{name}.{lang}.txt", f"{paid.subject}\n\n{paid.text}"
    setting = Setting(read_facts(), Month.parse("2026-01"), Leefvorm.ALLEENSTAANDE, 12, None, pinned_norm=False)
    done = compare_earnings(RULES, setting, steps("0", "1200", "200"))
    for lang in ("nl", "en"):
        yield HERE / f"compare.{lang}.txt", comparison_text(done, lang)


_PAID = (Month.parse("2021-11"), "Inez Bakker")

if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for file, text in texts():
        file.write_text(text, encoding="utf-8")
        print(file)
