# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison as JSON: amounts in whole cents, keys that stay the same."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from werkzaam.app.compare_earnings import Comparison, Refused, Series
from werkzaam.app.curves import AGE

FORMAT = "werkzaam.compare-earnings/1"


def comparison_json(done: Comparison) -> str:
    """All of the comparison as one document."""
    setting = done.setting
    document = {
        "format": FORMAT, "unit": "cent", "month": str(setting.month), "household": setting.leefvorm.name.lower(), "age": AGE,
        "months_on_benefit": setting.months_on_benefit, "norm_filled_in": setting.pinned_norm,
        "net_share": None if setting.net_share is None else str(setting.net_share), "earnings": list(done.earnings),
        "series": [_series(one, done.earnings) for one in done.series], "refused": [_refused(one) for one in done.refused],
        "crossings": [{**asdict(met), "around": met.around} for met in done.crossings],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _series(one: Series, earnings: tuple[int, ...]) -> dict[str, Any]:
    return {
        "regime": one.id, "law": str(one.law), "lasts": one.lasts.value, "months": one.months, "separate": list(one.separate),
        "kept": [one.curve.kept(net) for net in earnings], "total": [one.curve.at(net).total for net in earnings],
        "assumed": list(one.curve.assumed()),
    }  # fmt: skip


def _refused(one: Refused) -> dict[str, Any]:
    """`missing_parameter` when a choice is not stated: no result is given for it."""
    status = "missing_parameter" if one.unstated or one.needs_net_share else "refused"
    missing = ["net_share"] if one.needs_net_share else list(one.unstated)
    return {"regime": one.regime.id, "status": status, "missing": missing, "reason": one.reason}
