# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which item of CONSORT 2025 is answered where: in a part of this report, in the design it came from, or not at all.

What is asked is put in our own words. Source: Hopewell and others, CONSORT 2025 statement, doi 10.1371/journal.pmed.1004587.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from werkzaam.app.experiment.report.model import Cell, Section, Table
from werkzaam.experiment.design import Design, Words


@dataclass(frozen=True, slots=True)
class Item:
    """One item, what it asks, and who answers it.

    where  parts of the report by id, `@` for a line of its head or foot, `=` for a part of the design; empty: we do not answer
    """

    number: str
    asks: Words
    where: tuple[str, ...]


ITEMS: Final = (
    Item("1a", Words("dat er is geloot, in de titel", "that people were drawn by lot, in the title"), ("@under",)),
    Item(
        "1b",
        Words("samenvatting met opzet, methode, uitkomst en slotsom", "summary with design, methods, results and conclusion"),
        (),
    ),
    Item("2", Words("inschrijving in een openbaar register van proeven", "entry in a public register of trials"), ()),
    Item(
        "3", Words("waar protocol en analyseplan te vinden zijn", "where protocol and plan of analysis are found"), ("@protocol",)
    ),
    Item("4", Words("hoe anderen bij gegevens en programma's kunnen", "how others get at data and programs"), ()),
    Item("5a", Words("wie heeft betaald en wat die te zeggen had", "who paid, and what say they had"), ()),
    Item("5b", Words("belangen van de schrijvers", "interests of the authors"), ()),
    Item("6", Words("wat al bekend was en waarom deze proef", "what was known, and why this trial"), ()),
    Item("7", Words("het doel, ook wat schade betreft", "the aim, harm included"), ("main",)),
    Item("8", Words("hoe betrokkenen hebben meegedacht", "how the people concerned had a part in it"), ()),
    Item("9", Words("soort proef en verhouding van de groepen", "kind of trial and shares of the arms"), ("=arms",)),
    Item("10", Words("wat na de start is veranderd", "what was changed after the start"), ("@changed",)),
    Item("11", Words("waar de proef was", "where the trial was"), ("@under",)),
    Item("12a", Words("wie mee konden doen", "who could take part"), ("=exclusions",)),
    Item("12b", Words("welke plekken en begeleiders mee konden doen", "which places and workers could take part"), ()),
    Item("13", Words("wat elke groep kreeg", "what each arm was given"), ("=arms",)),
    Item("14", Words("uitkomsten: wat, wanneer en hoe", "outcomes: what, when and how"), ("=outcomes",)),
    Item("15", Words("hoe schade is gemeten", "how harm was measured"), ("=stopping",)),
    Item("16a", Words("hoe het aantal deelnemers is bepaald", "how the number of people was settled"), ("size",)),
    Item("16b", Words("tussentijds kijken en regels om te stoppen", "looks on the way and rules for stopping"), ("=stopping",)),
    Item("17a", Words("hoe het lot is getrokken", "how the lot was drawn"), ("=lottery",)),
    Item("17b", Words("lagen en blokken van de loting", "strata and blocks of the draw"), ("=strata",)),
    Item("18", Words("hoe de uitkomst van het lot verborgen bleef", "how the lot stayed hidden"), ("=lottery",)),
    Item("19", Words("wie de lijst kon zien bij het toelaten", "who could see the list when enrolling"), ()),
    Item("20a", Words("wie niet wist welke groep welke was", "who did not know which arm was which"), ("blinding",)),
    Item("20b", Words("hoe dat is gedaan", "how that was done"), ("blinding",)),
    Item("21a", Words("hoe groepen zijn vergeleken", "how arms were compared"), ("results",)),
    Item("21b", Words("wie in elke analyse zit", "who is in each analysis"), ("results",)),
    Item("21c", Words("wat met ontbrekende gegevens is gedaan", "what was done about missing data"), ("results",)),
    Item(
        "21d", Words("verdere analyses, zoals van groepen mensen", "further analyses, such as of groups of people"), ("groups",)
    ),
    Item("22a", Words("hoeveel er per groep zijn geloot en geteld", "how many were drawn and counted, by arm"), ("flow",)),
    Item("22b", Words("wie per groep wegviel en waarom", "who was lost in each arm, and why"), ("flow", "attrition")),
    Item("23a", Words("van wanneer tot wanneer", "from when to when"), ("=windows",)),
    Item("23b", Words("waarom de proef eindigde", "why the trial ended"), ()),
    Item("24a", Words("wat werkelijk is gegeven", "what was really given"), ("deviations",)),
    Item("24b", Words("andere hulp in dezelfde tijd", "other help at the same time"), ()),
    Item("25", Words("hoe de groepen er bij de start uitzagen", "what the arms were like at the start"), ("at-start",)),
    Item(
        "26",
        Words("per uitkomst: mensen, uitslag, verschil en zekerheid", "by outcome: people, result, difference and certainty"),
        ("results",),
    ),
    Item("27", Words("schade in elke groep", "harm in each arm"), ("harms",)),
    Item("28", Words("uitslag van verdere analyses", "results of further analyses"), ("groups",)),
    Item("29", Words("wat het betekent", "what it means"), ()),
    Item("30", Words("grenzen van de proef", "limits of the trial"), ("limits",)),
)
TITLE: Final = Words("Waar wat staat: de lijst van CONSORT 2025", "What stands where: the list of CONSORT 2025")
_HEAD: Final = (
    Words("Onderdeel", "Item"),
    Words("Wat gevraagd wordt", "What is asked"),
    Words("Waar het staat", "Where it stands"),
)
_NONE: Final = Words("staat niet in dit rapport", "not answered in this report")
_DESIGN: Final = Words("in het ontwerp, niet in dit rapport: {part}", "in the design, not in this report: {part}")
_NAMED: Final = {"@under": Words("onder de titel", "under the title"),
                 "@protocol": Words("onderaan: protocol", "at the foot: protocol"),
                 "@changed": Words("onderaan: het vastgelegde plan", "at the foot: the locked plan")}  # fmt: skip
_SAID: Final = Words(
    "{answered} van {all} onderdelen staan in dit rapport, {design} in het ontwerp. De andere vult de schrijver aan.",
    "{answered} of {all} items stand in this report, {design} in the design. The others are for the author to add.",
)


def checklist(sections: Sequence[Section], design: Design, feet: frozenset[str], lang: str) -> Section:
    """The list for a report of these sections; `feet` has the lines outside of them that this report really has."""
    titles = {one.id: one.title for one in sections}
    told = [titles["told"]] if "told" in titles and any(one.harm for one in design.outcomes) else []
    harms = [one for one in design.families if set(one.outcomes) & set(design.stopping.harms)]
    groups = {"results": [titles[f"results-{one.id}"] for one in design.families],
              "harms": [titles[f"results-{one.id}"] for one in harms] or told}  # fmt: skip
    found = [_where(item, groups, titles, design, feet, lang) for item in ITEMS]
    rows = tuple(
        (Cell(item.number), Cell(getattr(item.asks, lang)), Cell(text)) for item, (text, _) in zip(ITEMS, found, strict=True)
    )
    kinds = [kind for _, kind in found]
    said = getattr(_SAID, lang).format(answered=kinds.count("report"), all=len(ITEMS), design=kinds.count("design"))
    table = Table("consort", getattr(TITLE, lang), tuple(getattr(one, lang) for one in _HEAD), rows)
    return Section("consort", getattr(TITLE, lang), (said,), (table,))


def _where(item: Item, groups: dict[str, list[str]], titles: dict[str, str], design: Design, feet: frozenset[str],
           lang: str) -> tuple[str, str]:  # fmt: skip
    """What is printed, and whether that is the report, the design or nothing. All parts must be there, or it is not answered."""
    parts: list[str] = []
    for name in item.where:
        if name.startswith("=") and _told(design, name[1:]):
            return getattr(_DESIGN, lang).format(part=name[1:]), "design"
        found = [getattr(_NAMED[name], lang)] if name in feet else groups.get(name, [titles[name]] if name in titles else [])
        if not found:
            return getattr(_NONE, lang), ""
        parts += found
    return ("; ".join(parts), "report") if parts else (getattr(_NONE, lang), "")


def _told(design: Design, part: str) -> bool:
    """Whether a design says anything in a part; rules for stopping without a harm to look at say nothing of harms."""
    return bool(design.stopping.harms if part == "stopping" else getattr(design, part))
