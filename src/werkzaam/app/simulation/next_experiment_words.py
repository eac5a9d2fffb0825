# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A foreseen experiment as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any, Final

import numpy as np

from werkzaam.app.experiment.design_texts import Texts
from werkzaam.app.experiment.design_words import amount, spoken
from werkzaam.app.simulation.next_experiment import Foreseen, Sized
from werkzaam.app.simulation.next_experiment_cost import Cost, price_names
from werkzaam.core.money import format_euro
from werkzaam.experiment.canonical import protocol_id
from werkzaam.experiment.crossed import Rank
from werkzaam.experiment.design import Design
from werkzaam.experiment.power import POWER
from werkzaam.simulation.assumption import Origin
from werkzaam.simulation.factorial import Unequal
from werkzaam.simulation.foreseen import Power
from werkzaam.simulation.synthetic import STAMP

TEXTS: Final[dict[str, Texts]] = {
    "head": {
        "nl": "{id}: {runs} keer gehouden met verzonnen mensen (seed {seed}), maanden {first} tot en met {last}.",
        "en": "{id}: held {runs} times with invented people (seed {seed}), months {first} to {last}.",
    },
    "amounts": {"nl": "De bedragen van {month} gelden in alle maanden.", "en": "The amounts of {month} hold in all months."},
    "effects": {"nl": "Aangenomen, nergens gemeten (promille van wat zonder gebeurt):",
                "en": "Assumed, measured nowhere (per mille of what happens without):"},
    "effect": {"nl": "  {part}: werk vinden {finding}, uit de bijstand gaan {leaving}; daarvan blijft {stays} promille "
                     "na de proef",
               "en": "  {part}: finding work {finding}, leaving bijstand {leaving}; of it {stays} per mille stays "
                     "after the trial"},
    "fitted": {
        "nl": "Wat mensen in Amsterdam deden, is ingepast op gepubliceerde cijfers ({fitted} getallen); {assumed} "
              "getallen zijn aangenomen.",
        "en": "What people in Amsterdam did was fitted to published numbers ({fitted} numbers); {assumed} numbers are assumed.",
    },
    "silent": {"nl": "Niet gesimuleerd, dus niets over: {names}.", "en": "Not simulated, so nothing on: {names}."},
    "size": {
        "nl": "{people} mensen geloot; {panel} bij elk interview; {strata} groepen voor de loting",
        "en": "{people} people drawn; {panel} at every interview; {strata} groups for the draw",
    },
    "columns": {"nl": "uitkomst|vergelijking|mensen|waar|vindt|+-|kleinste|",
                "en": "outcome|contrast|people|true|power|+-|smallest|"},
    "mark": {"nl": "< 80%", "en": "< 80%"},
    "over_all": {"nl": "{of}, over alle groepen", "en": "{of}, over all arms"},
    "subgroup": {
        "nl": "Deelgroep {id}: {one}/{other} mensen, {difference} verschil (aangenomen): vindt {power} (+- "
              "{error}){mark}; kleinste {smallest}",
        "en": "Subgroup {id}: {one}/{other} people, a difference of {difference} (assumed): power {power} (+- {error}){mark}; "
              "smallest {smallest}",
    },
    "cost": {
        "nl": "Kosten: {total} euro (interviews {interviews}, bonnen {vouchers}, begeleiding {guidance}, premie {premium})",
        "en": "Cost: {total} euros (interviews {interviews}, vouchers {vouchers}, guidance {guidance}, premium {premium})",
    },
    "no_cost": {"nl": "Kosten: missing_parameter: {names}. Geef ze met --prices FILE.",
                "en": "Cost: missing_parameter: {names}. Give them with --prices FILE."},
    "ranks": {"nl": "Wat de groepen uit elkaar houden:", "en": "What the arms tell apart:"},
    "rank": {"nl": "  {about}: {told} van {all} ({said})", "en": "  {about}: {told} of {all} ({said})"},
    "yes": {"nl": "te schatten", "en": "identifiable"},
    "no": {"nl": "niet te schatten", "en": "not identifiable"},
    "unequal": {"nl": "Wat het lot ongelijk verdeelt en de wet raakt:",
                "en": "What lots deal unequally and the law has a word about:"},
    "premium": {
        "nl": "  premie: niet iedereen krijgt die ({arms}). In Amsterdam kreeg elke deelnemer haar. Een ongelijke "
              "premie in een proef "
              "heeft ruimte nodig: {articles}",
        "en": "  premium: not everybody gets one ({arms}). In Amsterdam every participant did. An unequal premium in a "
              "trial needs "
              "room: {articles}",
    },
    "money": {"nl": "  {about}: regels over geld verschillen ({arms}). Nodig: {articles}",
              "en": "  {about}: rules about money differ ({arms}). Needed: {articles}"},
    "guidance": {"nl": "  begeleiding: {arms} kan alleen als de wet ruimte geeft: {articles}",
                 "en": "  guidance: {arms} needs room in the law: {articles}"},
    "legend": {
        "nl": "Waar: het verschil tussen deze levens. Vindt: hoe vaak een proef dat vindt (5 procent, tweezijdig, "
              "alleen), met de "
              "toevalsfout van {runs} proeven. Kleinste: wat vier van de vijf keer gevonden wordt. Uitval is toeval, en "
              "klantmanagers maken niemand gelijk; in het echt is de kans kleiner.",
        "en": "True: the difference between these lives. Power: how often a trial finds it (5 percent, two-sided, on "
              "its own), with "
              "the Monte Carlo error of {runs} trials. Smallest: what is found four times out of five. Drop-out is by chance and "
              "case workers make nobody alike; in truth the chance is smaller.",
    },
}  # fmt: skip


def as_text(found: Foreseen, lang: str, *, everything: bool = False) -> str:
    """What was foreseen; only the first family, what is compared over all arms and subgroups, unless `everything` is asked."""
    said = {key: texts[lang] for key, texts in TEXTS.items()}
    span, origins = found.trial.span, [len(found.given.by_origin(one)) for one in (Origin.FITTED, Origin.ASSUMED)]
    name = protocol_id(found.seen.design)
    lines = [STAMP[lang], said["head"].format(id=name, runs=found.runs, seed=found.seed, first=span.first, last=span.last)]
    if found.trial.amounts is not None:
        lines.append(said["amounts"].format(month=found.trial.amounts))
    if found.effects:
        lines += [said["effects"], *(said["effect"].format(**asdict(one)) for one in found.effects)]
    lines.append(said["fitted"].format(fitted=origins[0], assumed=origins[1]))
    if found.not_simulated:
        lines.append(said["silent"].format(names=", ".join(found.not_simulated)))
    lines += ["", *identifiable_text(found.ranks, lang), *unequal_text(found.unequal, lang)]
    for one in found.sizes:
        lines += ["", *_size(found, one, lang, everything=everything)]
    return "\n".join([*lines, "", said["legend"].format(runs=found.runs)]) + "\n"


def identifiable_text(ranks: Sequence[Rank], lang: str) -> Iterator[str]:
    """Which effects the arms tell apart."""
    yield TEXTS["ranks"][lang]
    for one in ranks:
        verdict = TEXTS["yes" if one.identifiable else "no"][lang]
        yield TEXTS["rank"][lang].format(about=one.about, told=one.told_apart, all=one.contrasts, said=verdict)


def unequal_text(unequal: Sequence[Unequal], lang: str) -> Iterator[str]:
    """What lots deal unequally of which the law has a word, with its articles."""
    if unequal:
        yield TEXTS["unequal"][lang]
    for one in unequal:
        arms = "; ".join(f"{arm}: {what}" for arm, what in one.arms.items())
        yield TEXTS[one.who][lang].format(about=one.about, arms=arms, articles=", ".join(law.text(lang) for law in one.articles))


def subgroup_text(group: str, one: Power, lang: str) -> str:
    """The power in a subgroup, marked when it is below 80 percent (R-249)."""
    mark = f" {TEXTS['mark'][lang]}" if one.power < POWER else ""
    return TEXTS["subgroup"][lang].format(
        id=group, one=f"{one.people[0]:.0f}", other=f"{one.people[1]:.0f}", difference=_points(one.truth, lang), mark=mark,
        power=_percent(one.power, lang), error=_percent(one.power_error, lang), smallest=_points(one.smallest, lang),
    )  # fmt: skip


def as_json(found: Foreseen) -> str:
    """Everything that was foreseen, with all its digits, and every number that it rests on."""
    design = found.seen.design
    rests = [{"name": one.name, "values": list(one.values), "unit": one.unit, "origin": one.origin.value}
             for _, one in sorted(found.given.given.items())]  # fmt: skip
    whole = {
        "synthetic": STAMP["en"], "protocol": protocol_id(design), "runs": found.runs, "seed": found.seed,
        "months": [str(found.trial.span.first), str(found.trial.span.last)],
        "amounts_of": None if found.trial.amounts is None else str(found.trial.amounts),
        "effects": [asdict(one) for one in found.effects], "not_simulated": list(found.not_simulated),
        "identifiable": [{**asdict(one), "identifiable": one.identifiable} for one in found.ranks],
        "unequal_by_lot": [
            {"about": one.about, "kind": one.who, "arms": dict(one.arms), "articles": [str(law) for law in one.articles]}
            for one in found.unequal
        ],
        "sizes": [_plain(found, one) for one in found.sizes], "rests_on": rests,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _plain(found: Foreseen, one: Sized) -> dict[str, Any]:
    powers = [_plain_power(found.lives.outcomes[each.test.outcome].id, each) for each in one.powers]
    return {
        "people": one.people, "panel": one.panel, "strata": one.strata, "comparisons": powers,
        "subgroups": [_plain_power(group, each) for group, each in one.subgroups],
        "cost": None if one.cost is None else {**asdict(one.cost), "total": one.cost.total},
    }  # fmt: skip


def _plain_power(name: str, one: Power) -> dict[str, Any]:
    values = {each.name: getattr(one, each.name) for each in fields(one) if each.name != "test"}
    clean = {
        key: [_number(part) for part in value] if isinstance(value, tuple) else _number(value) for key, value in values.items()
    }
    return {
        "outcome": name,
        "arm": one.test.arm,
        "against": one.test.against,
        "group": one.test.group,
        "of": one.test.of,
        **clean,
    }


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(f"{value:.9g}")


def _size(found: Foreseen, one: Sized, lang: str, *, everything: bool) -> Iterator[str]:
    design = found.seen.design
    yield TEXTS["size"][lang].format(
        people=spoken(f"{one.people:,}", lang), panel=spoken(f"{one.panel:,}", lang), strata=one.strata
    )
    told = one.powers if everything else _told(found, one)
    rows = [TEXTS["columns"][lang].split("|"), *(_row(found, each, lang) for each in told)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(w) if at < 2 else cell.rjust(w) for at, (cell, w) in enumerate(zip(row, widths, strict=True)))
        yield f"  {'  '.join(cells)}".rstrip()
    yield from (f"  {subgroup_text(group, each, lang)}" for group, each in one.subgroups)
    yield f"  {cost_text(one.cost, design, lang)}"


def cost_text(cost: Cost | None, design: Design, lang: str) -> str:
    """The sum, or the names of the prices that lack."""
    if cost is None:
        return TEXTS["no_cost"][lang].format(names=", ".join(price_names(design)))
    parts = {**asdict(cost), "total": cost.total}
    return TEXTS["cost"][lang].format(**{name: format_euro(cents, lang) for name, cents in parts.items()})


def _told(found: Foreseen, one: Sized) -> Iterator[Power]:
    """What is shown when not everything is asked: the first family, over all arms first; and one contrast of each subgroup."""
    design, shown = found.seen.design, set()
    main = [each for each in one.powers if found.lives.outcomes[each.test.outcome].id in design.families[0].outcomes]
    yield from (each for each in main if each.test.of)
    yield from (each for each in main if not each.test.of and not each.test.group)
    for each in one.powers:
        if each.test.group and (each.test.outcome, each.test.group) not in shown:
            shown.add((each.test.outcome, each.test.group))
            yield each


def _row(found: Foreseen, one: Power, lang: str) -> list[str]:
    outcome, design = found.lives.outcomes[one.test.outcome].id, found.seen.design
    what = f"{_side(one.test.arm)} - {_side(one.test.against)}{f' [{one.test.group}]' if one.test.group else ''}"
    if one.test.of:
        what = f"{TEXTS['over_all'][lang].format(of=one.test.of)}: {what}"
    truth = amount(one.truth, design, outcome, lang)
    if np.isnan(one.power):
        return [outcome, what, "0/0", truth, "-", "-", "-", ""]
    return [outcome, what, f"{one.people[0]:.0f}/{one.people[1]:.0f}", truth, _percent(one.power, lang),
            _percent(one.power_error, lang), amount(one.smallest, design, outcome, lang),
            TEXTS["mark"][lang] if one.power < POWER else ""]  # fmt: skip


def _side(arms: str) -> str:
    """The first arm of a side, and how many more there are."""
    first, *more = arms.split(" + ")
    return f"{first} (+{len(more)})" if more else first


def _percent(share: float, lang: str) -> str:
    return spoken(f"{100 * share:.1f}%", lang)


def _points(share: float, lang: str) -> str:
    return spoken(f"{100 * share:.1f} pp", lang)
