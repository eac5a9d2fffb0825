# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of a what-if as JSON: amounts in whole cents, shares as exact fractions, keys that stay the same."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from werkzaam.app.leaving import BreakEven, End
from werkzaam.app.premium_payout import PremiumStatement
from werkzaam.app.whatif import Outcome, Point
from werkzaam.app.whatif_answer import WhatIf
from werkzaam.core.months import Month
from werkzaam.rules.book import RuleBook

FORMAT = "werkzaam.whatif/1"


def whatif_json(answer: WhatIf, lang: str) -> str:
    """All of the answer as one document; the assumptions are in the language asked."""
    work = answer.question.work
    document = {
        "format": FORMAT, "unit": "cent", "language": lang, "month": str(answer.trial.month),
        **_law(answer.trial.book, answer.trial.month),
        "person": answer.trial.person,
        "work": {"hours_a_week": str(work.hours), "hourly": work.hourly, "net_share": _share(work.net_share),
                 "gross_a_month": work.gross, "net_a_month": work.net},
        "now": _outcome(answer.now), "then": _outcome(answer.then.outcome), "kept": answer.then.kept,
        "share_kept": _share(answer.kept), "share_kept_of_next_hour": _share(answer.next_kept),
        "after_exemption": None if answer.after is None else _point(answer.after),
        "parts": [{"name": part.name, "change": part.change, "comes": _text(part.comes)} for part in answer.parts],
        "too_much_when_reported_late": answer.too_much,
        "points": [_point(each) for each in answer.points],
        "end_of_bijstand": _end(answer.end), "break_even": _break_even(answer.break_even),
        "schemes": [{"name": one.name, "fate": one.fate.value, "ends": _text(one.ends)} for one in answer.schemes],
        "premiums": [_premium(one) for one in answer.premiums],
        "assumptions": [{"name": one.name, "value": one.shown, "why": one.why} for one in answer.assumptions(lang)],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _law(book: RuleBook, month: Month) -> dict[str, str | None]:
    """The rules that were tried: the regime, the law date where one was pinned, and the month whose amounts were used."""
    regime = book.regime.at(book.rechtsdatum or month)
    return {"regime": regime.id, "law": _text(book.rechtsdatum), "amounts_of": str(book.amounts_of(month))}


def _outcome(found: Outcome) -> dict[str, int]:
    return {**asdict(found), "rest": found.rest}


def _point(point: Point) -> dict[str, Any]:
    return {"hours_a_week": str(point.hours), "extra_wage": point.of_wage, "kept": point.kept, **_outcome(point.outcome)}


def _end(end: End | None) -> dict[str, Any] | None:
    return None if end is None else {"law": "Pw 19", "wage": end.wage, "extra_wage": end.extra, "cost": end.cost,
                                     "before": _outcome(end.before), "after": _outcome(end.after)}  # fmt: skip


def _break_even(found: BreakEven | None) -> dict[str, Any] | None:
    return None if found is None else {"without_exit_premium": found.without, "with_exit_premium": list(found.with_premium)}


def _premium(one: PremiumStatement) -> dict[str, Any]:
    months = [{"month": str(month), "built_up": cents} for month, cents in one.months]
    return {"person": one.person, "months": months, "built_up": one.built_up, "waiting": one.waiting,
            "expected": _text(one.expected)}  # fmt: skip


def _share(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
