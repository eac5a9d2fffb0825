# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the arms were like before they differed, and what was watched without being judged (CONSORT 2025, items 25 and 27).

Nothing is tested at the start: the lot made the arms, so whatever differs there differs by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from werkzaam.app.experiment.report.flow_waves import together
from werkzaam.app.experiment.report.model import Cell, Section, Table
from werkzaam.app.experiment.report.words import HIDDEN, WORDS
from werkzaam.experiment.design import Design, Kind, Outcome, Variable
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.experiment.disclosure.cells import OR, Where, group
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.words import number_text, whole_text

if TYPE_CHECKING:  # What analyses loads scipy and numba; who counts for a dashboard needs none of it.
    from werkzaam.experiment.verdict.analysis import Told

START: Final = "start/"
"""What stands before the name of something measured at the start, so that it is never taken for an outcome of that name."""
AT_DRAW: Final = "draw/"
"""What stands before the name of a characteristic as it was known at the draw; it may have been put right since."""
TEXTS: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "start": "Hoe de groepen er bij de start uitzagen",
        "what": "Kenmerk",
        "said": "Iedereen die is geloot, naar groep. Er is niets getoetst: wat hier verschilt, verschilt door het lot.",
        "before": "{what}, vóór de start (gemiddelde)",
        "before_share": "{what}, vóór de start",
        "everybody": "Geloot",
        "told": "Wat is gevolgd en niet getoetst",
        "told_said": "Deze uitkomsten horen bij geen hoofdvraag. Ze staan er per groep, zonder toets.",
        "harm": "{what} (hier kan iemand slechter van worden)",
    },
    "en": {
        "start": "What the arms were like at the start",
        "what": "Characteristic",
        "said": "Everybody drawn, by arm. Nothing was tested: what differs here differs by lot.",
        "before": "{what}, before the start (mean)",
        "before_share": "{what}, before the start",
        "everybody": "Drawn",
        "told": "What was watched and not tested",
        "told_said": "These outcomes belong to no main question. They stand here by arm, without a test.",
        "harm": "{what} (here somebody can be worse off)",
    },
}


def at_start(panel: Panel, design: Design, hidden: frozenset[Where], lang: str) -> Section:
    """The characteristics of those drawn, by arm: people and percent; no group of fewer than ten, also not by subtraction."""
    texts = TEXTS[lang]
    sizes = [int((panel.arms == place).sum()) for place in range(len(design.arms))]
    everybody = (Cell(whole_text(size, lang), f"start/all/{arm.id}") for arm, size in zip(design.arms, sizes, strict=True))
    levels, measured = _levels(panel, design, hidden, lang), _before(panel, design, hidden, lang)
    rows = [(Cell(texts["everybody"]), *everybody), *levels, *measured]
    head = (texts["what"], *(getattr(arm.label, lang) for arm in design.arms))
    table = Table("at-start", texts["start"], head, tuple(rows), WORDS[lang]["hidden"].format(sign=HIDDEN))
    return Section("at-start", texts["start"], (texts["said"],), (table,))


def rows_of(panel: Panel, design: Design) -> dict[str, list[list[str]]]:
    """The rows of each characteristic that is known: its levels, those of fewer than ten people in an arm together in one row.

    A roster has every variable of its design; invented people may lack one, which is left out.
    """
    found = {}
    for variable in design.variables:
        if variable.id in panel.characteristics:
            rows = together(_counts(panel, design, variable))
            ordered = [sorted(levels, key=variable.levels.index) for levels in rows]
            found[variable.id] = sorted(ordered, key=lambda levels: variable.levels.index(levels[0]))
    return found


def _counts(panel: Panel, design: Design, variable: Variable) -> dict[str, dict[str, int]]:
    """The people of each arm by level."""
    codes = panel.characteristics[variable.id]
    return {arm.id: {level: int(((panel.arms == place) & (codes == at)).sum()) for at, level in enumerate(variable.levels)}
            for place, arm in enumerate(design.arms)}  # fmt: skip


def _levels(panel: Panel, design: Design, hidden: frozenset[Where], lang: str) -> Iterator[tuple[Cell, ...]]:
    """Each characteristic: a row for each level, or for levels together."""
    rows = rows_of(panel, design)
    for variable in (one for one in design.variables if one.id in rows):
        counts = _counts(panel, design, variable)
        for levels in rows[variable.id]:
            name, cells = OR.join(levels), []
            for arm in design.arms:
                people, among = sum(counts[arm.id][level] for level in levels), sum(counts[arm.id].values())
                kept_back = group(("arm", arm.id), (AT_DRAW + variable.id, name)) in hidden
                text = _part(people, among, lang, kept_back=kept_back)
                cells.append(Cell(text, f"start/{variable.id}/{'+'.join(levels)}/{arm.id}"))
            yield Cell(f"{getattr(variable.label, lang)}: {', '.join(levels)}"), *cells


def _part(people: int, among: int, lang: str, *, kept_back: bool = False) -> str:
    if kept_back or 0 < people < LEAST or 0 < among - people < LEAST:
        return HIDDEN
    share = f" ({number_text(100 * people / among, lang)}%)" if among else ""
    return whole_text(people, lang) + share


def before_of(design: Design) -> dict[str, Outcome]:
    """The columns that were measured before the draw, each with the first outcome that is adjusted for it."""
    found: dict[str, Outcome] = {}
    for one in design.outcomes:
        if one.baseline is not None:
            found.setdefault(one.baseline, one)
    return found


def _before(panel: Panel, design: Design, hidden: frozenset[Where], lang: str) -> Iterator[tuple[Cell, ...]]:
    texts = TEXTS[lang]
    for column, outcome in before_of(design).items():
        if column not in panel.values:
            continue
        cells = []
        for place, arm in enumerate(design.arms):
            own = panel.values[column][panel.arms == place]
            known = own[~np.isnan(own)]
            if outcome.kind is Kind.SHARE:
                kept_back = any(group(("arm", arm.id), (START + column, level)) in hidden for level in ("yes", "no"))
                text = _part(int(known.sum()), len(known), lang, kept_back=kept_back)
            else:
                mean = number_text(outcome.kind.scale * float(known.mean()), lang) if len(known) >= LEAST else HIDDEN
                text = f"{mean} (n {whole_text(len(known), lang)})" if len(known) >= LEAST else HIDDEN
            cells.append(Cell(text, f"start/{column}/{arm.id}"))
        said = texts["before_share" if outcome.kind is Kind.SHARE else "before"]
        yield Cell(said.format(what=getattr(outcome.label, lang))), *cells


def only_told(told: tuple[Told, ...], shown: dict[str, tuple[str, ...]], design: Design, lang: str) -> Section:
    """The outcomes that no family judges, harm among them; `shown` has what may be printed of each, by arm."""
    texts, outcomes = TEXTS[lang], {one.id: one for one in design.outcomes}
    rows = []
    for one in told:
        label = getattr(outcomes[one.outcome].label, lang)
        name = texts["harm"].format(what=label) if outcomes[one.outcome].harm else label
        cells = (Cell(text, f"told/{one.outcome}/{arm.id}") for arm, text in zip(design.arms, shown[one.outcome], strict=True))
        rows.append((Cell(name), *cells))
    head = (WORDS[lang]["outcome"], *(getattr(arm.label, lang) for arm in design.arms))
    table = Table("told", texts["told"], head, tuple(rows), WORDS[lang]["hidden"].format(sign=HIDDEN))
    return Section("told", texts["told"], (texts["told_said"],), (table,))
