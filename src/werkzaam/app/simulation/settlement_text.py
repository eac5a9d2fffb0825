# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The study of ways to settle wages as text, as Markdown tables, as JSON and as CSV; all say what they rest on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from werkzaam.app.markdown import table
from werkzaam.app.simulation.settlement import LATER, REGIMES, Method, Settled, in_order, measured
from werkzaam.app.simulation.settlement_tally import CONTRACTS, FORMS, GROUPS, MEASURES, Outcome, group_measure
from werkzaam.app.text_layout import decimal, euro, grid, heading, paragraph, percent
from werkzaam.app.texts.settlement import GROUP_NAMES, METHOD_NAMES, SAYS, WORDS
from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Given, Origin

Outcomes = tuple[Outcome, ...]
BELOW = ("people_below", "months_below", "months_deep", "months_taken", "mean_shortage", "tenth_shortage", "most_shortage")
MONEY = ("corrections", "claims", "mean_claim", "largest_claim", "owed", "unsettled", "buffer", "change")
IN_CENTS = frozenset({"mean_shortage", "tenth_shortage", "most_shortage", "rises", "mean_claim", "largest_claim", "owed",
                      "unsettled", "buffer", "change", "right_change"})  # fmt: skip
_COLUMNS = {
    "people_below": "col_people", "months_below": "col_months", "months_deep": "col_deep", "months_taken": "col_taken",
    "mean_shortage": "col_mean", "tenth_shortage": "col_tenth", "most_shortage": "col_most", "corrections": "col_corrections",
    "claims": "col_claims", "mean_claim": "col_mean_claim", "largest_claim": "col_largest", "owed": "col_owed",
    "unsettled": "col_unsettled", "buffer": "col_buffer", "change": "col_change",
}  # fmt: skip
_ORIGINS = {Origin.PUBLISHED: "published", Origin.ASSUMED: "assumed", Origin.FITTED: "fitted"}
BEGIN, END = "<!-- tables: made by the command below -->", "<!-- end of the tables -->"
_WITH_RANGE = frozenset({"months_below"})


def settlement_text(done: Settled, lang: str) -> str:
    """All of it as a page of text."""
    words = WORDS[lang]
    lines = [*heading(words["title"]), *paragraph(_made_up(done, lang)), "", *paragraph(_counted(done, lang))]
    for head, note, rows in _tables(done, lang):
        lines += ["", head.upper(), *paragraph(note), "", *grid(*rows)]
    lines += _cautious(done, lang)
    lines += ["", words["says_head"].upper()]
    for said in _says(done, lang):
        lines += paragraph(f"- {said}", hanging="  ")
    for origin, word in _ORIGINS.items():
        lines += ["", words[word].upper()]
        for one in done.told(origin):
            lines += paragraph(f"- {one.name}: {_given(one, lang)}", hanging="  ")
    return "\n".join(lines) + "\n"


def settlement_markdown(done: Settled, lang: str) -> str:
    """The tables for a page of the documentation, with what was run."""
    lines = [_made_up(done, lang), "", _counted(done, lang)]
    for head, note, rows in _tables(done, lang):
        lines += ["", f"### {head}", "", note, "", *table(*rows)]
    return "\n".join(lines) + "\n"


def into_page(page: str, done: Settled, lang: str) -> str:
    """A page with the tables of this run between the two lines that mark their place; raises InputError where these lack."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise InputError(f"--page: a line {BEGIN!r} and below it a line {END!r} were expected; the tables go between them.")
    return f"{before}{begin}\n\n{settlement_markdown(done, lang)}\n{end}{after}"


def _made_up(done: Settled, lang: str) -> str:
    question = done.asked
    span, first, last = question.span, question.seeds[0], question.seeds[-1]
    assert span.last is not None
    return WORDS[lang]["made_up"].format(
        households=question.households, first=span.first.name(lang), last=span.last.name(lang), seeds=len(question.seeds),
        range=f"seed {first}" if first == last else f"seed {first}-{last}",
    )  # fmt: skip


def _counted(done: Settled, lang: str) -> str:
    people = measured(next(iter(done.outcomes.values())), MEASURES["people"]).mean
    return WORDS[lang]["counted"].format(people=decimal(people, lang, 0))


def _tables(done: Settled, lang: str) -> Iterator[tuple[str, str, tuple[list[str], list[list[str]]]]]:
    words = WORDS[lang]
    right = measured(next(iter(done.outcomes.values())), MEASURES["right_change"]).mean
    yield words["below_head"], words["below_note"], _grid(done, BELOW, lang)
    yield words["money_head"], words["money_note"].format(right=_shown("change", right, lang)), _grid(done, MONEY, lang)
    head = [words["col_method"], *(GROUP_NAMES[lang][name] for name in (*CONTRACTS, *FORMS))]
    rows = [[METHOD_NAMES[lang][method.name], *(_tenths(measured(some, group_measure(name)).mean, lang) for name in GROUPS)]
            for method, some in in_order(done)]  # fmt: skip
    yield words["group_head"], words["group_note"], (head, rows)


def _grid(done: Settled, names: Sequence[str], lang: str) -> tuple[list[str], list[list[str]]]:
    words = WORDS[lang]
    head = [words["col_method"], *(words[_COLUMNS[name]] for name in names)]
    return head, [
        [METHOD_NAMES[lang][method.name], *(_cell(some, name, lang) for name in names)] for method, some in in_order(done)
    ]


def _cell(outcomes: Outcomes, name: str, lang: str) -> str:
    """The mean over seeds, for some measures with the lowest and the highest."""
    found = measured(outcomes, MEASURES[name])
    shown = _shown(name, found.mean, lang)
    if name not in _WITH_RANGE or len(outcomes) < 2:
        return shown
    return f"{shown} ({_shown(name, found.low, lang)}-{_shown(name, found.high, lang)})"


def _shown(name: str, value: Fraction, lang: str) -> str:
    """Cents as whole euros, other numbers with a decimal."""
    if name not in IN_CENTS:
        return _tenths(value, lang)
    whole = (2 * abs(value) + 100) // 200
    return euro(int(whole) * 100 * (-1 if value < 0 else 1), lang)[:-3]


def _tenths(value: Fraction, lang: str) -> str:
    """A number of zero or more with one decimal, half up."""
    scaled = int((20 * value + 1) // 2)
    return f"{scaled // 10}{',' if lang == 'nl' else '.'}{scaled % 10}"


def _cautious(done: Settled, lang: str) -> list[str]:
    """Hours worked, where people hold back after a setback; else hours are the same under every way."""
    if not done.asked.given.number("holding.months"):
        return []
    hours = "; ".join(f"{METHOD_NAMES[lang][method.name]} {decimal(measured(some, MEASURES['hours']).mean, lang)}"
                      for method, some in in_order(done))  # fmt: skip
    return ["", *paragraph(WORDS[lang]["cautious"].format(hours=hours))]


def _says(done: Settled, lang: str) -> list[str]:
    share = percent(Fraction(done.share, 1000), lang)
    regimes = f"{' + '.join(REGIMES)}; {LATER}"
    return [said.format(share=share, regimes=regimes) for said in SAYS[lang]]


def _given(one: Given, lang: str) -> str:
    values = " ".join(map(str, one.values))
    rests_on = ", ".join(one.rows) or (one.why_nl if lang == "nl" else one.why_en)
    return f"{values} ({one.unit}). {rests_on}"


def settlement_json(done: Settled) -> str:
    """Everything as JSON: measures with mean, low and high over seeds; amounts in cents."""
    question = done.asked
    found = {
        "synthetic": True, "households": question.households, "months": question.months, "seeds": list(question.seeds),
        "regimes": list(REGIMES), "law_of_2027": LATER,
        "ways": {method.name: _json(method, some) for method, some in in_order(done)},
        "rests_on": {word: {one.name: {"values": list(one.values), "unit": one.unit, "rows": list(one.rows), "why": one.why_en}
                            for one in done.told(origin)} for origin, word in _ORIGINS.items()},
        "says": _says(done, "en"),
    }  # fmt: skip
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _json(method: Method, outcomes: Outcomes) -> dict[str, object]:
    found = {name: measured(outcomes, of) for name, of in _every().items()}
    shown = {name: {"mean": float(one.mean), "low": float(one.low), "high": float(one.high)} for name, one in found.items()}
    return {"law_of_2027": method.later, "measures": shown}


def _every() -> dict[str, Callable[[Outcome], Fraction]]:
    """All measures, those of groups too."""
    return {**MEASURES, **{f"months_below.{name}": group_measure(name) for name in GROUPS}}


def settlement_csv(done: Settled) -> str:
    """A row per way, seed and measure; amounts in cents, four decimals."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["data", "way", "seed", "measure", "value"])
    for method, some in in_order(done):
        for seed, outcome in zip(done.asked.seeds, some, strict=True):
            writer.writerows(["synthetisch / synthetic", method.name, seed, name, decimal(of(outcome), "en", 4).replace("−", "-")]
                             for name, of in _every().items())  # fmt: skip
    return out.getvalue()
