# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What became of every arm after the draw, round by round, as a table: the same as the boxes of the picture, for every reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from werkzaam.app.experiment.report.model import Cell, Table
from werkzaam.app.experiment.report.words import HIDDEN, WORDS
from werkzaam.experiment.design import Design
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.experiment.words import whole_text

if TYPE_CHECKING:  # What analyses loads scipy and numba; who counts for a dashboard needs none of it.
    from werkzaam.experiment.verdict.flow import Flow


def waves_table(flow: Flow, design: Design, lang: str) -> Table:
    """Arms beside each other: to whom an arm was closed, who was drawn, interviewed, lost with the reason, and who stopped."""
    words = WORDS[lang]
    rows = [_row(words["closed"], "closed", {one.arm: one.closed for one in flow.arms}, lang),
            _row(words["drawn_all"], "all", {one.arm: one.drawn for one in flow.arms}, lang)]  # fmt: skip
    for wave in design.waves:
        seen = {one.arm: one.interviewed[wave.id] for one in flow.arms}
        rows.append(_row(words["interviewed"].format(wave=wave.id), f"{wave.id}/interviewed", seen, lang))
        lost = {one.arm: one.lost[wave.id] for one in flow.arms}
        for reasons in together(lost):
            people = {arm: sum(own.get(reason, 0) for reason in reasons) for arm, own in lost.items()}
            told = words["not_interviewed"].format(wave=wave.id, reason=", ".join(reasons))
            rows.append(_row(told, f"{wave.id}/{'+'.join(reasons)}", people, lang))
    rows.append(_row(words["withdrawn"], "withdrawn", {one.arm: one.withdrawn for one in flow.arms}, lang))
    head = (words["step"], *(getattr(arm.label, lang) for arm in design.arms))
    return Table("flow-waves", words["flow_waves"], head, tuple(rows), words["hidden"].format(sign=HIDDEN))


def together(lost: Mapping[str, Mapping[str, int]]) -> list[tuple[str, ...]]:
    """Reasons as they may be shown: those of fewer than ten people in any arm as one, with the next smallest while that is small.

    So nobody's reason can be had by subtracting; what stays small then is hidden.
    """
    names = sorted({name for own in lost.values() for name in own}, key=lambda name: (_total(lost, name), name))
    small = [name for name in names if _is_small(lost, [name])]
    rest = [name for name in names if name not in small]
    while small and rest and _is_small(lost, small):
        small.append(rest.pop(0))
    return [*((name,) for name in reversed(rest)), *([tuple(sorted(small))] if small else [])]


def _is_small(lost: Mapping[str, Mapping[str, int]], names: Sequence[str]) -> bool:
    return any(0 < sum(own.get(name, 0) for name in names) < LEAST for own in lost.values())


def _total(lost: Mapping[str, Mapping[str, int]], name: str) -> int:
    return sum(own.get(name, 0) for own in lost.values())


def _row(what: str, handle: str, people: Mapping[str, int], lang: str) -> tuple[Cell, ...]:
    return (Cell(what), *(Cell(count_text(number, lang), f"flow-waves/{handle}/{arm}") for arm, number in people.items()))


def count_text(people: int, lang: str) -> str:
    """A number of people, or the sign for fewer than ten."""
    return HIDDEN if 0 < people < LEAST else whole_text(people, lang)
