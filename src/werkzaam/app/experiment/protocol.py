# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The protocol of an experiment as one file, written before there is any data: arms, outcomes, tests, numbers of people, waves.

Its id is that of the design with the beginning of its fingerprint (`canonical.protocol_id`). Every analysis names that id, and
lists what differs from what was locked, so that a reader can lay the two side by side.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from werkzaam.app.experiment.design_texts import Texts
from werkzaam.app.experiment.design_words import Described, amount, describe
from werkzaam.experiment.canonical import plain, protocol_id
from werkzaam.experiment.design import Contrast, Subgroup
from werkzaam.experiment.power import declared, forecasts

PROTOCOL: Final[dict[str, Texts]] = {
    "title": {"nl": "# Protocol {id}", "en": "# Protocol {id}"},
    "before": {
        "nl": "Geschreven voor er gegevens zijn. Elke analyse noemt dit nummer en zegt wat anders is dan vastgelegd.",
        "en": "Written before there is any data. Every analysis names this id and says what differs from what was locked.",
    },
    "design": {"nl": "## Ontwerp", "en": "## Design"},
    "arms": {"nl": "## Regels van elke groep", "en": "## The regime of each arm"},
    "arm": {"nl": "- {id}: {regime}, vingerafdruk {digest}", "en": "- {id}: {regime}, fingerprint {digest}"},
    "tests": {"nl": "## Toetsen", "en": "## Tests"},
    "how": {
        "nl": "Elk verschil is dat van Lin (2013), naar de groep van de loting. De p-waarde komt van {redraws} keer "
              "opnieuw loten, "
              "de correctie binnen een familie van Romano en Wolf (stap voor stap) of, bij discovery, van Benjamini en Hochberg.",
        "en": "Each difference is Lin's (2013), by the arm that was drawn. Its p comes from holding the draw {redraws} "
              "times again, "
              "the correction within a family from Romano and Wolf (step-down) or, for discovery, from Benjamini and Hochberg.",
    },
    "head": {"nl": "| uitkomst | groep | tegen | deelgroep | mensen | kleinste verschil (80%) |\n|---|---|---|---|---|---|",
             "en": "| outcome | arm | against | subgroup | people | smallest difference (80%) |\n|---|---|---|---|---|---|"},
    "unknown": {"nl": "niet vermeld", "en": "not stated"},
    "whole": {"nl": "## Het hele ontwerp", "en": "## The whole design"},
}  # fmt: skip
REDRAWS = 10_000


def protocol(seen: Described, lang: str, redraws: int = REDRAWS) -> str:
    """The protocol as Markdown; the JSON at its end is the whole design, from which its fingerprint is taken."""
    said = {key: texts[lang] for key, texts in PROTOCOL.items()}
    arms = (said["arm"].format(id=arm.id, regime=arm.regime, digest=seen.regimes[arm.id].digest) for arm in seen.design.arms)
    whole = json.dumps(plain(seen.design), ensure_ascii=False, sort_keys=True, indent=1)
    parts = [said["title"].format(id=protocol_id(seen.design)), said["before"], said["design"],
             "```text\n" + describe(seen, lang).rstrip() + "\n```", said["arms"], "\n".join(arms), said["tests"],
             said["how"].format(redraws=f"{redraws:,}" if lang == "en" else f"{redraws:,}".replace(",", ".")),
             "\n".join([said["head"], *_tests(seen, lang)]), said["whole"], f"```json\n{whole}\n```"]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _tests(seen: Described, lang: str) -> Iterator[str]:
    """A row for every declared test; people and what can be found where something is expected of the design."""
    unknown = PROTOCOL["unknown"][lang]
    if seen.assumed is None:
        for outcome, contrast, group in declared(seen.design):
            yield _row(outcome, contrast, group, unknown, unknown)
        return
    tests = zip(declared(seen.design), forecasts(seen.design, seen.assumed), strict=True)
    for (outcome, contrast, group), one in tests:
        people = f"{one.people[0]:.0f} / {one.people[1]:.0f}"
        yield _row(outcome, contrast, group, people, amount(one.smallest, seen.design, outcome, lang))


def _row(outcome: str, contrast: Contrast, group: Subgroup | None, people: str, smallest: str) -> str:
    return f"| {outcome} | {contrast.arm} | {contrast.against} | {'' if group is None else group.id} | {people} | {smallest} |"
