# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page on which a participant checks a draw: one HTML file in plain JavaScript, put together from its parts here.

It needs no network and no server. `protocol.js` is written from the protocol's text, not from our Python.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from werkzaam.experiment.lottery.commitment import Commitment
from werkzaam.experiment.lottery.result import Result

_PARTS = {"STYLE": "style.css", "PROTOCOL": "protocol.js", "TEXTS": "texts.js", "PAGE": "page.js"}
_HERE = Path(__file__).parent


def page(*published: Mapping[str, object]) -> str:
    """The page as one file; with what was published of each draw inside, a participant needs to scan the QR code only.

    The page finds the draw that a receipt is of. The newest comes last: without a receipt that one is checked.
    """
    whole = (_HERE / "page.html").read_text("utf-8")
    for name, part in _PARTS.items():
        whole = whole.replace(f"/*{name}*/", (_HERE / part).read_text("utf-8"))
    if not published:
        return whole.replace("/*PUBLISHED*/", "")
    inside = json.dumps(published, ensure_ascii=False, separators=(",", ":"))
    return whole.replace("/*PUBLISHED*/", inside.replace("<", "\\u003c"))


def publication(commitment: Commitment, result: Result | None = None) -> dict[str, object]:
    """Promise and result as one object, as the page reads them; the result is null before the draw."""
    return {"commitment": commitment.record, "result": None if result is None else result.record}
