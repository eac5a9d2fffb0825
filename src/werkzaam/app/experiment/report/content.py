# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""From an analysis to a report: every sentence is made from the numbers beside it, and every number can be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from werkzaam.app.experiment.opened import Opening
from werkzaam.app.experiment.report.at_start import at_start, only_told
from werkzaam.app.experiment.report.conduct import blinding, people_planned
from werkzaam.app.experiment.report.consort import checklist
from werkzaam.app.experiment.report.figures import pictures
from werkzaam.app.experiment.report.flow_waves import count_text, waves_table
from werkzaam.app.experiment.report.forest import forests
from werkzaam.app.experiment.report.limits import limits_of
from werkzaam.app.experiment.report.model import Cell, Report, Section, Table
from werkzaam.app.experiment.report.strayed import strayed
from werkzaam.app.experiment.report.words import HIDDEN, WORDS
from werkzaam.core.errors import InputError
from werkzaam.experiment.arms import Deviation
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.describe import PARTICIPANTS
from werkzaam.experiment.design import Control, Design, Family, Kind, Outcome, Words
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.experiment.disclosure.cells import Where, group
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.verdict.analysis import Analysis, Result
from werkzaam.experiment.verdict.flow import Attrition, Flow
from werkzaam.experiment.verdict.lock import Lock, Settings, Tag, plan_digest
from werkzaam.experiment.verdict.subgroups import Groups
from werkzaam.experiment.words import ALONE, Judged, many_tests, number_text, p_text, sentence, whole_text


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a report is about; `lock` is None while arms are masked and nothing was promised yet."""

    design: Design
    settings: Settings
    panel: Panel
    analysis: Analysis
    groups: Groups
    attrition: tuple[Attrition, ...]
    flow: Flow | None
    lock: Lock | None
    tag: tuple[Tag, tuple[str, ...]]
    masked: bool = False
    deviations: tuple[Deviation, ...] = ()
    hidden: frozenset[Where] = frozenset()
    protocol: str = ""
    """What the protocol is called that was written before the draw, also while arms are masked."""
    opening: Opening | None = None
    assumed: Assumptions | None = None
    start: Panel | None = None
    """The same people with what was known of them when the draw was promised."""


def report(found: Found, lang: str) -> Report:
    """The technical report in one language."""
    design, words = found.design, WORDS[lang]
    arms = ", ".join(getattr(arm.label, lang) for arm in design.arms)
    other = () if found.masked else (strayed(found.deviations, design, lang),)
    sections = [_main(found, lang), *(_family(found, family, lang) for family in design.families), *_told(found, lang),
                *_figures(found, lang), people_planned(design, found.assumed, lang), *_people(found, lang), *_start(found, lang),
                blinding(design, found.opening, lang, masked=found.masked), _groups(found, lang), *other,
                limits(design, lang)]  # fmt: skip
    sections.append(checklist(sections, design, _feet(found), lang))
    under = words["under"].format(municipality=design.municipality, arms=arms)
    return Report(lang, getattr(design.title, lang), under, tuple(sections), tuple(_stamp(found, lang)), run_of(found))


def _start(found: Found, lang: str) -> Iterator[Section]:
    """What the arms were like at the start; not under letters, where an arm could be known by its people."""
    if not found.masked:
        yield at_start(found.start or found.panel, found.design, found.hidden, lang)


def _told(found: Found, lang: str) -> Iterator[Section]:
    """What no family judges, so that a harm that was watched is never left out."""
    outcomes = {one.id: one for one in found.design.outcomes}
    shown = {one.outcome: tuple(HIDDEN if is_hidden(found, arm.id, one.outcome)
                                else shown_mean(outcomes[one.outcome], people, mean, lang)
                                for arm, people, mean in zip(found.design.arms, one.n, one.means, strict=True))
             for one in found.analysis.told}  # fmt: skip
    if shown:
        yield only_told(found.analysis.told, shown, found.design, lang)


def _feet(found: Found) -> frozenset[str]:
    """The lines at the head and foot of this report that answer something."""
    named = {"@under": True, "@protocol": bool(found.protocol), "@changed": found.lock is not None}
    return frozenset(name for name, there in named.items() if there)


def run_of(found: Found) -> str:
    """The name of a run: the beginnings of the fingerprints of its plan and of its data."""
    plan = plan_digest(found.design, found.settings)
    return f"run {plan[:8]}-{found.analysis.data[:8]}"


def of_wave(design: Design, wave: str) -> Design:
    """The design as far as one round of interviews: its outcomes, and those of the register until its last month.

    Raises InputError for a wave that is not there or has no planned outcome. Its report is in the same words as the last one.
    """
    last = next((one.last for one in design.waves if one.id == wave), None)
    if last is None:
        raise InputError(f"{design.id} has no wave {wave}; it has {', '.join(one.id for one in design.waves)}.")
    known = {one.id for one in design.outcomes if one.wave == wave or (one.month is not None and one.month <= last)}
    families = tuple(replace(one, outcomes=tuple(name for name in one.outcomes if name in known)) for one in design.families)
    families = tuple(one for one in families if one.outcomes)
    if not any(one.wave == wave for family in families for name in family.outcomes for one in design.outcomes if one.id == name):
        raise InputError(f"The plan has no outcome of {wave}; there is nothing to report on it.")
    judged = {name for family in design.families for name in family.outcomes}
    outcomes = tuple(one for one in design.outcomes if one.id in known | judged or one.kind is Kind.TIME)
    groups = tuple(
        one for one in design.subgroups if wave in one.confirm[-1:] or (not one.confirm and judged & set(one.outcomes))
    )
    return replace(design, outcomes=outcomes, families=families, subgroups=groups)


def _main(found: Found, lang: str) -> Section:
    """The main question first: a sentence for every contrast of the first family, found or not."""
    family = found.design.families[0]
    said = tuple(said_of(found, one, lang) for one in found.analysis.results if one.family == family.id)
    tests = getattr(many_tests(found.analysis.tests, family.level / 1000), lang)
    return Section("main", WORDS[lang]["main"], (WORDS[lang]["one_each"], *said, tests))


def said_of(found: Found, one: Result, lang: str) -> str:
    """The sentence about one contrast."""
    design, outcome = found.design, _outcome(found.design, one.outcome)
    family = next(each for each in design.families if each.id == one.family)
    low, high = one.estimate.interval()
    scale = outcome.kind.scale
    unit = Words(*(WORDS[each][f"unit_{outcome.kind.value}"] for each in ("nl", "en")))
    control = Words(*(WORDS[each][family.control.value] for each in ("nl", "en")))
    alone = len(family.outcomes) * len(family.contrasts) == 1
    judged = Judged(
        scale * one.estimate.effect, scale * low, scale * high, unit, one.estimate.n,
        Words(WORDS["nl"]["test"], WORDS["en"]["test"]), one.p, max(one.adjusted, one.p), ALONE if alone else control,
        scale * one.detectable,
    )  # fmt: skip
    arm, against = (design.arm(name).label for name in (one.contrast.arm, one.contrast.against))
    return str(getattr(sentence(outcome.label, arm, against, judged, family.level / 1000), lang))


def _family(found: Found, family: Family, lang: str) -> Section:
    words = WORDS[lang]
    results = [one for one in found.analysis.results if one.family == family.id]
    note = words["note_results"].format(redraws=whole_text(found.settings.redraws, lang), control=words[family.control.value])
    head = tuple(words[name] for name in ("outcome", "contrast", "effect", "interval", "people", "p", "adjusted", "detectable",
                                          "weighted", "bounds"))  # fmt: skip
    table = Table(f"family-{family.id}", words["table_results"].format(family=family.id), head,
                  tuple(_row(found, one, lang) for one in results), note)  # fmt: skip
    exploring = (words["discovery"],) if family.control is Control.DISCOVERY else ()
    more = (_intervals(found, family, results, lang),) if any(one.inverted for one in results) else ()
    drawn = forests(results, found.design, lang)
    return Section(f"results-{family.id}", words["results"].format(family=family.id), exploring,
                   (table, *more, _means(found, family, lang)), drawn)  # fmt: skip


def _intervals(found: Found, family: Family, results: Sequence[Result], lang: str) -> Table:
    """The interval of the model beside the one that rests on the draw alone."""
    words, rows = WORDS[lang], []
    for one, row in zip(results, (_row(found, one, lang) for one in results), strict=True):
        if one.inverted is not None:
            scale = _outcome(found.design, one.outcome).kind.scale
            ends = [end_text(scale * end, lang) for end in (one.inverted.low, one.inverted.high)]
            lot = f" {'en' if lang == 'nl' else 'and'} ".join(ends)
            rows.append((row[0], row[1], Cell(row[3].text, f"{one.handle}/model"), Cell(lot, f"{one.handle}/lot")))
    head = tuple(words[name] for name in ("outcome", "contrast", "by_model", "by_lot"))
    caption = words["table_inverted"].format(family=family.id)
    return Table(f"intervals-{family.id}", caption, head, tuple(rows), words["inverted_said"])


def end_text(end: float, lang: str) -> str:
    """An end of an interval; one that has none is infinite."""
    return number_text(end, lang) if isfinite(end) else ("∞" if end > 0 else "−∞")


def _row(found: Found, one: Result, lang: str) -> tuple[Cell, ...]:
    design, outcome = found.design, _outcome(found.design, one.outcome)
    scale = outcome.kind.scale

    def shown(*numbers: float) -> str:
        return f" {'en' if lang == 'nl' else 'and'} ".join(number_text(scale * each, lang) for each in numbers)

    doubts = one.beside
    contrast = " − ".join(getattr(design.arm(name).label, lang) for name in (one.contrast.arm, one.contrast.against))
    texts = (
        getattr(outcome.label, lang), contrast, shown(one.estimate.effect), shown(*one.estimate.interval()),
        " / ".join(whole_text(each, lang) for each in one.estimate.n), p_text(one.p, lang), p_text(one.adjusted, lang),
        shown(one.detectable), "" if doubts.weighted is None else shown(doubts.weighted.effect),
        "" if doubts.lee is None else shown(doubts.lee.low, doubts.lee.high),
    )  # fmt: skip
    names = ("", "", "effect", "interval", "n", "p", "adjusted", "detectable", "weighted", "lee")
    return tuple(Cell(text, f"{one.handle}/{name}" if name and text else "") for text, name in zip(texts, names, strict=True))


def _means(found: Found, family: Family, lang: str) -> Table:
    words, design = WORDS[lang], found.design
    head = (words["outcome"], *(getattr(arm.label, lang) for arm in design.arms), words["joint"])
    rows = []
    for name in family.outcomes:
        measured, outcome = found.analysis.of(name), _outcome(design, name)
        cells = [Cell(getattr(outcome.label, lang))]
        for arm, people, mean in zip(design.arms, measured.n, measured.means, strict=True):
            text = HIDDEN if is_hidden(found, arm.id, name) else shown_mean(outcome, people, mean, lang)
            cells.append(Cell(text, f"{family.id}/{name}/{arm.id}/mean"))
        rows.append((*cells, Cell(p_text(measured.joint.p, lang), f"{family.id}/{name}/joint")))
    return Table(f"means-{family.id}", words["shares"], head, tuple(rows), words["hidden"].format(sign=HIDDEN))


def is_hidden(found: Found, arm: str, outcome: str) -> bool:
    """Whether a share would tell, by itself or by subtraction, of fewer than ten people."""
    return any(group(("arm", arm), (outcome, level)) in found.hidden for level in ("yes", "no"))


def shown_mean(outcome: Outcome, people: int, mean: float, lang: str) -> str:
    """A mean or share with its people; hidden when it rests on, or tells of, fewer than ten people."""
    yes = round(mean * people) if outcome.kind is Kind.SHARE else people
    if people < LEAST or 0 < yes < LEAST or 0 < people - yes < LEAST:
        return HIDDEN
    text = number_text(outcome.kind.scale * mean, lang) + ("%" if outcome.kind is Kind.SHARE else "")
    return f"{text} (n {whole_text(people, lang)})"


def _figures(found: Found, lang: str) -> Iterator[Section]:
    drawn = pictures(found.panel, found.design, lang)
    if drawn:
        yield Section("figures", WORDS[lang]["figures"], pictures=drawn)


def _people(found: Found, lang: str) -> Iterator[Section]:
    words, design = WORDS[lang], found.design
    if found.flow is not None:
        rows = tuple(
            (Cell(name), Cell(count_text(number, lang), f"flow/{handle}"))
            for name, number, handle in _steps(found.flow, design, lang)
        )
        table = Table("flow", words["flow_table"], (words["step"], words["people"]), rows, words["hidden"].format(sign=HIDDEN))
        yield Section("flow", words["flow"], tables=(table, waves_table(found.flow, design, lang)))
    if not design.waves:
        return
    head = (words["wave"], *(getattr(arm.label, lang) for arm in design.arms), words["p"])
    lost: tuple[tuple[Cell, ...], ...] = tuple(
        (Cell(one.wave), *(Cell(f"{count_text(people, lang)} / {count_text(asked, lang)}", f"attrition/{one.wave}/{arm.id}")
                           for arm, people, asked in zip(design.arms, one.interviewed, one.asked, strict=True)),
         Cell(" · ".join(p_text(p, lang) for p in one.p), f"attrition/{one.wave}/p"))
        for one in found.attrition
    )  # fmt: skip
    table = Table("attrition", words["attrition"], head, lost, words["attrition_note"])
    yield Section("attrition", words["attrition"], tables=(table,))


def _steps(flow: Flow, design: Design, lang: str) -> Iterator[tuple[str, int, str]]:
    words = WORDS[lang]
    yield words["applied"], flow.applied, "applied"
    for kind, reasons in (("refused", flow.refused), ("excluded", flow.excluded)):
        yield from (
            (words[kind].format(reason=reason), number, f"{kind}/{reason}") for reason, number in _joined(reasons).items()
        )
    yield words["enrolled"], flow.enrolled, "enrolled"
    yield words["not_selected"], flow.not_selected, "not_selected"
    for arm in flow.arms:
        yield words["drawn"].format(arm=getattr(design.arm(arm.arm).label, lang)), arm.drawn, f"{arm.arm}/drawn"


def _joined(reasons: Mapping[str, int]) -> dict[str, int]:
    """Reasons of fewer than ten people under one name, with the next smallest when they are fewer than ten together."""
    order = sorted(reasons, key=lambda reason: (reasons[reason], reason))
    small = [reason for reason in order if reasons[reason] < LEAST]
    rest = [reason for reason in order if reason not in small]
    while small and 0 < sum(reasons[reason] for reason in small) < LEAST and rest:
        small.append(rest.pop(0))
    found = {reason: reasons[reason] for reason in reversed(rest)}
    return {**found, ", ".join(sorted(small)): sum(reasons[reason] for reason in small)} if small else found


def _groups(found: Found, lang: str) -> Section:
    words, design = WORDS[lang], found.design
    labels = {one.id: getattr(one.label, lang) for one in design.subgroups}
    labels |= {one.id: getattr(one.label, lang) for one in design.outcomes}
    rows = []
    for one in found.groups.listed:
        group, outcome, contrast = one.name.split("/")
        names = " − ".join(getattr(design.arm(name).label, lang) for name in contrast.split("-"))
        said = Cell(getattr(one.words, lang), f"groups/{one.name}")
        rows.append((Cell(labels[group]), Cell(labels[outcome]), Cell(names), said))
    table = Table("groups", words["groups"], (words["group"], words["outcome"], words["contrast"], words["listed"]), tuple(rows))
    return Section("groups", words["groups"], tuple(_of_groups(found, labels, lang)), (table,) if rows else ())


def _of_groups(found: Found, labels: Mapping[str, str], lang: str) -> Iterator[str]:
    """What findings in groups are worth, how often chance alone gives one, and where nothing can be said."""
    words, agree = WORDS[lang], any(one.confirm for one in found.design.subgroups)
    yield words["groups_said" if agree or not found.groups.listed else "groups_once"]
    if found.groups.rate is not None:
        yield getattr(found.groups.rate.words(), lang)
    elif found.groups.listed:
        yield getattr(many_tests(len(found.groups.listed)), lang)
    if found.groups.few:
        yield words["groups_few"].format(groups="; ".join(f"{labels[group]}: {labels[name]}" for group, name in found.groups.few))


def limits(design: Design, lang: str) -> Section:
    """The limits, without which nothing leaves the house."""
    return Section("limits", WORDS[lang]["limits"], limits_of(design, lang), box=True)


def _stamp(found: Found, lang: str) -> Iterator[str]:
    words, (tag, differs) = WORDS[lang], found.tag
    if found.masked:
        yield words["masked"]
    if found.protocol:
        yield words["protocol"].format(id=found.protocol)
    if found.lock is not None and tag is Tag.PLANNED:
        yield words["planned"].format(at=found.lock.at, by=found.lock.by)
    elif found.lock is not None:
        yield words["post_hoc"].format(differs=", ".join(words[f"differs_{name}"] for name in differs))
    yield f"{getattr(PARTICIPANTS, lang)}."
    yield words["data"].format(data=found.analysis.data)


def _outcome(design: Design, name: str) -> Outcome:
    return next(one for one in design.outcomes if one.id == name)
