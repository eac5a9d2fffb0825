# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one client: four characteristics, and what was found for people like this, with its uncertainty (R-123, R-258).

It reads, and writes nothing. What is not known is shown as not known; what was not printed is not worked out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.experiment.published_figures import Printed, printed
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import CHANGE, HouseholdFile
from werkzaam.app.text_layout import grid, heading, paragraph
from werkzaam.app.texts.casework_chances import WORDS
from werkzaam.casework.chances import Group, Home, Traits, age_on, resembles
from werkzaam.casework.entry import Role
from werkzaam.core.months import Month
from werkzaam.experiment.two_groups import wilson
from werkzaam.experiment.words import number_text

ARMS = ("extra_attention", "comparison", "self_direction")
WAVE, LEVEL, SMALL = "T3", 0.05, 30
"""The last measurement, the level of the intervals, and the people in an example of a small group."""
WORK = "share with paid work"
PANEL = "analysis panel (interviewed at all four waves)"
OTHER_ROWS = {"age": "subgroup_effects-013", "months": "subgroup_effects-015"}
"""Where the report says what it found about a characteristic by itself."""
_HOMES = {"alleenstaande": Home.SINGLE, "alleenstaande_ouder": Home.LONE_PARENT}


@dataclass(frozen=True, slots=True)
class Finding:
    """A published share of one arm of a group, in percent, with its interval if the group were all of the arm, or small."""

    group: Group
    arm: str
    share: Printed
    widest_group: tuple[float, float]
    small_group: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The traits of a client and every finding for people like this; `arm_people` is about how many an arm had."""

    person: int
    traits: Traits
    findings: tuple[Finding, ...]
    panel: Printed
    arm_people: int


def sheet_of(desk: Desk, person: int, said: Traits) -> Sheet:
    """The sheet of a client: what the ledger knows, and what was said for this sheet only (sex; or what the ledger lacks)."""
    dossier = dossier_of(desk, person, Role.SUPPORT, purpose="kansen bespreken")
    known = _known(desk.file(dossier.household), Month.of_day(desk.today))
    age = said.age if dossier.born is None else age_on(dossier.born, desk.today)
    months = known.months_on_benefit if said.months_on_benefit is None else said.months_on_benefit
    traits = replace(said, age=age, home=said.home or known.home, months_on_benefit=months)
    return sheet(person, traits)


def sheet(person: int, traits: Traits) -> Sheet:
    """The sheet for these traits."""
    panel = printed(PANEL, "all_participants", "")
    people = int(panel.value) // len(ARMS)
    findings = tuple(_finding(group, arm, people) for group in resembles(traits) for arm in ARMS)
    return Sheet(person, traits, findings, panel, people)


def _finding(group: Group, arm: str, people: int) -> Finding:
    item = WORK if group is Group.EVERYBODY else f"{WORK}: {group.value}"
    found = printed(item, arm, WAVE)
    share = float(found.value)
    return Finding(group, arm, found, wilson(share, people, LEVEL), wilson(share, SMALL, LEVEL))


def _known(file: HouseholdFile, month: Month) -> Traits:
    """What the ledger knows of a household: how it lives by the newest row that says so, and since when it has bijstand."""
    rows = [one.row for one in file.of("household")]
    if not rows:
        return Traits()
    home = rows[0]["huishouden"]
    forms = [home, *(one.row for one in file.of("arrangement") if one.row.get("soort") == CHANGE and "leefvorm" in one.row)]
    form, children = str(forms[-1]["leefvorm"]), home.get("kinderen")
    couple = Home.COUPLE if children in (None, 0) else Home.COUPLE_WITH_CHILDREN
    months = max(0, month.index - file.first_month.index) + int(home.get("maanden_bijstand_eerder", 0))
    return Traits(home=_HOMES.get(form, couple), months_on_benefit=months)


def sheet_text(found: Sheet, lang: str) -> str:
    """The sheet for a person to read."""
    words = WORDS[lang]
    lines = [*heading(words["title"]), *paragraph(words["intro"]), "", words["about"].upper(), *_about(found, lang), ""]
    lines += [words["found_head"].upper()]
    for group in dict.fromkeys(one.group for one in found.findings):
        lines += ["", *_group(found, group, lang)]
    panel = {"most": found.arm_people, "small": SMALL, "panel": found.panel.value, "panel_row": found.panel.row}
    lines += ["", *paragraph(words["intervals"].format(**panel))]
    lines += ["", *paragraph(words["left_out"]), "", *paragraph(words["no_choice"])]
    sources = "; ".join(dict.fromkeys(one.share.source for one in found.findings))
    return "\n".join([*lines, "", *paragraph(words["source"].format(source=sources))]) + "\n"


def _about(found: Sheet, lang: str) -> Iterator[str]:
    """The four characteristics, each with what the report says about it by itself and the row that says so."""
    words, traits = WORDS[lang], found.traits
    rows = {**OTHER_ROWS, "sex": OTHER_ROWS["age"], "home": OTHER_ROWS["age"]}
    values = {
        "age": None if traits.age is None else words["years"].format(age=traits.age),
        "sex": None if traits.sex is None else words[traits.sex.value],
        "home": None if traits.home is None else words[traits.home.value],
        "months": None if traits.months_on_benefit is None else str(traits.months_on_benefit),
    }
    for name, value in values.items():
        yield from paragraph(
            f"- {words[name]}: {value or words['unknown']}. {words[f'found_{name}']} [{rows[name]}]", hanging="  "
        )


def _group(found: Sheet, group: Group, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    yield from paragraph(words[group.value])
    head = [words["col_arm"], words["col_share"], words["col_narrow"].format(most=found.arm_people),
            words["col_small"].format(small=SMALL), words["col_row"]]  # fmt: skip
    rows = [
        [words[one.arm], f"{one.share.value}%", _between(one.widest_group, lang), _between(one.small_group, lang), one.share.row]
        for one in found.findings if one.group is group
    ]  # fmt: skip
    yield from grid(head, rows)
    yield from paragraph(words["tested" if group is Group.EVERYBODY else "small"])


def _between(interval: tuple[float, float], lang: str) -> str:
    low, high = (number_text(one, lang, 0) for one in interval)
    return WORDS[lang]["between"].format(low=low, high=high)


def sheet_json(found: Sheet) -> str:
    """The same as JSON; what is not known is null, and shares are in percent."""
    traits = found.traits
    document: dict[str, Any] = {
        "format": "werkzaam.chances/1", "person": found.person, "decides": False,
        "traits": {"age": traits.age, "sex": traits.sex and traits.sex.value, "home": traits.home and traits.home.value,
                   "months_on_benefit": traits.months_on_benefit},
        "findings": [{"group": one.group.value, "arm": one.arm, "wave": WAVE, "percent": float(one.share.value), "people": None,
                      "interval_if_all_of_the_arm": one.widest_group, "interval_if_small": one.small_group,
                      "small_groups": one.group is not Group.EVERYBODY, "row": one.share.row, "source": one.share.source}
                     for one in found.findings],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
