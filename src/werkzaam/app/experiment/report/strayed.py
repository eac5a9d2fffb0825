# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was guided otherwise than drawn, listed by arm and by how: a count, never a person, and never the words of the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from werkzaam.app.experiment.placed import OUTSIDE_TEAM, WITH_TEAM
from werkzaam.app.experiment.report.flow_waves import count_text, together
from werkzaam.app.experiment.report.model import Cell, Section, Table
from werkzaam.app.experiment.report.words import HIDDEN, WORDS
from werkzaam.experiment.arms import Deviation
from werkzaam.experiment.design import Design


def strayed(found: Sequence[Deviation], design: Design, lang: str) -> Section:
    """How many people of each arm were guided otherwise, by what was given instead; small numbers together, or hidden."""
    words = WORDS[lang]
    counts = {arm.id: Counter(kind for _, kind in {(one.person, _kind(one, design)) for one in found if one.arm == arm.id})
              for arm in design.arms}  # fmt: skip
    rows = []
    for kinds in together(counts):
        cells = (Cell(count_text(sum(own[kind] for kind in kinds), lang), f"strayed/{'+'.join(kinds)}/{arm}")
                 for arm, own in counts.items())  # fmt: skip
        rows.append((Cell(", ".join(_said(kind, design, lang) for kind in kinds)), *cells))
    small = any(cell.text == HIDDEN for row in rows for cell in row[1:])
    said = words["deviations_said"].format(number=HIDDEN if small else count_text(len(found), lang))
    head = (words["instead"], *(getattr(arm.label, lang) for arm in design.arms))
    table = Table("strayed", words["strayed"], head, tuple(rows), words["hidden"].format(sign=HIDDEN))
    return Section("deviations", words["deviations"], (said,), (table,) if rows else ())


def _kind(one: Deviation, design: Design) -> str:
    """What was given instead, when it is one of ours; what somebody else wrote stays in the house."""
    return one.actual if one.actual in {WITH_TEAM, OUTSIDE_TEAM, *(arm.id for arm in design.arms)} else "otherwise"


def _said(kind: str, design: Design, lang: str) -> str:
    words = WORDS[lang]
    label = next((getattr(arm.label, lang) for arm in design.arms if arm.id == kind), "")
    return words["as_arm"].format(arm=label) if label else words[f"strayed_{kind}"]
