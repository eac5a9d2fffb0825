# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules ask of somebody, what somebody may choose, and what nobody checks, by their regime (R-141, R-149)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.app.portal.mijn_reading import Own
from werkzaam.casework.duties import asked_of
from werkzaam.casework.under import since_entry
from werkzaam.core.months import Month
from werkzaam.regime.control import settled
from werkzaam.regime.guidance import Guidance
from werkzaam.regime.read import read_part
from werkzaam.regime.words import word

JOB_OFFERED = frozenset({"ams_werkbrigade", "idea_job_guarantee"})
"""Parts of regimes that offer a job themselves; under every other one nobody is promised a job."""
CLIENT = "inwoner"
_CODES = re.compile(r" *\((?:A-\d+|seed \d+)(?:, (?:A-\d+|seed \d+))*\)")
"""How the data of regimes points to notes and texts of ours; no resident has those beside them."""


@dataclass(frozen=True, slots=True)
class RightsPage:
    """Three lists in words, the name and description of the regime, why somebody is under it, and how things are checked.

    `may` are keys of texts, each with the words that go in; `unstated` duties are those of which no source says whether anybody
    checks them.
    """

    name: str
    description: str
    because: str
    must: tuple[str, ...]
    may: tuple[tuple[str, str], ...]
    unchecked: tuple[str, ...]
    unstated: tuple[str, ...]
    how: str
    controls: tuple[tuple[str, str], ...]
    measures: str
    job_offered: bool
    source: str


def rights_page(own: Own, lang: str) -> RightsPage | None:
    """The page; None for whom nobody wrote down under which regime they are."""
    guidance, under = own.dossier.guidance, since_entry(own.dossier)
    if guidance is None or under is None:
        return None
    part, duties = read_part(guidance.part), asked_of(own.dossier, own.desk.today)
    controls = settled(guidance, Month.of_day(own.desk.today))
    return RightsPage(
        part.name_nl if lang == "nl" else part.name_en, part.description_nl if lang == "nl" else part.description_en,
        str(under.body.get("because", "")), tuple(word("plicht", one.code, lang) for one in duties), tuple(_may(guidance, lang)),
        tuple(word("plicht", one.code, lang) for one in duties if one.enforced is False),
        tuple(word("plicht", one.code, lang) for one in duties if one.enforced is None),
        _without_codes(guidance.enforced.text(lang)) if guidance.enforced else "",
        tuple((one.control.question.text(lang), one.option.says.text(lang)) for one in controls), _measures(guidance, lang),
        guidance.part in JOB_OFFERED, _without_codes(guidance.source),
    )  # fmt: skip


def _may(guidance: Guidance, lang: str) -> Iterator[tuple[str, str]]:
    """What the regime leaves to the person, as it states it."""
    if guidance.voluntary:
        yield "may_stop", ""
    for key, value in (("may_begin", guidance.initiator), ("may_pace", guidance.frequency_by), ("may_goals", guidance.goals_by)):
        if value in (CLIENT, "samen"):
            yield (key if value == CLIENT else f"{key}_together"), ""
    for kind, codes, key in (("instrument", guidance.instruments, "may_use"), ("kanaal", guidance.channels, "may_channel"),
                             ("activiteit", guidance.activities, "may_do")):  # fmt: skip
        if codes:
            yield key, ", ".join(word(kind, code, lang) for code in codes)
    if guidance.contacts_least:
        yield "may_contacts", str(guidance.contacts_least)


def _measures(guidance: Guidance, lang: str) -> str:
    said = guidance.measures_used
    return _without_codes(said.text(lang)) if said is not None else ""


def _without_codes(text: str) -> str:
    return _CODES.sub("", text)
