# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run came to, in a few lines."""

from __future__ import annotations

from werkzaam.app.ledger.run import RunView
from werkzaam.app.text_layout import euro
from werkzaam.app.texts.ledger import RESULTS, WORDS


def totals(view: RunView, lang: str, *, trial: bool) -> str:
    """Households by result, and the money."""
    words = WORDS[lang]
    lines = [f"{RESULTS[lang][result]}: {count}" for result, count in sorted(view.results.items())]
    lines.append(words["to_pay"].format(total=euro(view.paid, lang)))
    if view.premium:
        lines.append(words["premium"].format(total=euro(view.premium, lang)))
    if view.withheld:
        lines.append(words["withheld"].format(total=euro(view.withheld, lang)))
    if view.stopped:
        lines.append(words["stopped"].format(count=view.stopped))
    if view.left:
        lines.append(words["left"].format(count=view.left))
    lines += [words["short"].format(name=name) for name in view.short]
    if trial:
        lines.append(words["only_trial"])
    return "\n".join(lines) + "\n"
