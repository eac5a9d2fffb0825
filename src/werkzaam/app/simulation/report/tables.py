# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of verdicts: every published number that the simulation speaks about, and why it is silent about the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from werkzaam.app.experiment.report.model import Cell, Section, Table
from werkzaam.app.simulation.relive_published import Asked, absent, checks, rows
from werkzaam.app.simulation.relive_verdicts import Judged, Verdict, accepted
from werkzaam.app.simulation.report.names import MEASURED, NAMED, TABLES
from werkzaam.app.simulation.report.words import WORDS
from werkzaam.experiment.words import number_text, whole_text

HOW = ("given", "fitted", "emerges")


def place(lang: str) -> int:
    """Where a pair of words has this language."""
    return 0 if lang == "nl" else 1


def counts(judged: Sequence[Judged], lang: str) -> Section:
    """How many published numbers have each verdict, apart by how they came about."""
    words = WORDS[lang]
    found = Counter((one.asked.how or "none", one.verdict) for one in judged)
    found["none", Verdict.NOT_REPRODUCIBLE] += sum(one.rows for one in absent())
    head = (words["how"], *(words[verdict.value] for verdict in Verdict))
    body = tuple(
        (
            Cell(words[how]),
            *(Cell(whole_text(found[how, verdict], lang), f"verdicts/{how}/{verdict.value}") for verdict in Verdict),
        )
        for how in (*HOW, "none")
    )
    spoken = sum(number for (_, verdict), number in found.items() if verdict is not Verdict.NOT_REPRODUCIBLE)
    fine = sum(number for (_, verdict), number in found.items() if verdict is Verdict.REPRODUCED)
    said = words["verdicts_said"].format(**{name: whole_text(number, lang) for name, number in
                                            (("rows", found.total()), ("spoken", spoken), ("fine", fine))})  # fmt: skip
    return Section("verdicts", words["verdicts"], (said,), (Table("verdicts", words["verdicts_table"], head, body),))


def spoken(judged: Sequence[Judged], repeats: int, lang: str) -> Iterator[Section]:
    """A section for each published table that the simulation speaks about, with all those rows."""
    words = WORDS[lang]
    for table in dict.fromkeys(one.row.table for one in judged):
        own = [one for one in judged if one.row.table == table and one.asked.how]
        if own:
            title = words["published"].format(table=TABLES.get(table, (table, table))[place(lang)])
            head = (
                words["what"],
                words["printed"],
                words["here"],
                words["repeated"].format(trials=repeats),
                words["how"],
                words["verdict"],
            )
            how = ", ".join(words[one] for one in dict.fromkeys(one.asked.how for one in own))
            said = tuple(dict.fromkeys(reason(one, lang) for one in own if one.verdict is not Verdict.REPRODUCED))
            body, note = tuple(_row(one, lang) for one in own), words["row_note"].format(how=how)
            yield Section(f"published-{table}", title, said, (Table(f"published-{table}", title, head, body, note),))


def _row(one: Judged, lang: str) -> tuple[Cell, ...]:
    words, handle = WORDS[lang], f"published/{one.row.id}"
    texts = (printed(one, lang), here(one, lang), repeated(one, lang))
    cells = (
        Cell(text, f"{handle}/{name}" if text else "") for text, name in zip(texts, ("printed", "here", "repeats"), strict=True)
    )
    return Cell(f"{called(one.asked, lang)} ({one.row.id})"), *cells, Cell(words[one.asked.how]), Cell(words[one.verdict.value])


def called(one: Asked, lang: str) -> str:
    """What a row is about, in words."""
    if one.direct and ": " in one.direct:
        what = ": ".join(NAMED.get(part, (part, part))[place(lang)] for part in one.direct.split(": "))
    else:
        what = MEASURED[one.measure or one.trend or one.direct][place(lang)]
    group = NAMED.get(one.row.group, ("", ""))[place(lang)]
    when = " ".join(filter(None, (one.row.wave, one.row.period if "-Q" in one.row.period else "")))
    return ", ".join(filter(None, (what, group, when)))


def printed(one: Judged, lang: str) -> str:
    """The number as it was printed, or that it was said in words."""
    if one.asked.trend:
        return WORDS[lang]["word_printed"]
    low, high = accepted(one.row)
    if one.row.kind == "range":
        return f"{number_text(low, lang)} – {number_text(high, lang)}"
    sign = {True: "> ", False: ""}[one.row.qualifier in ("more_than", "at_least")] if high == float("inf") else ""
    return f"{sign}{number_text(float(one.row.value), lang, 4)}{_unit(one)}"


def here(one: Judged, lang: str) -> str:
    """What the town found."""
    if one.here is None:
        return ""
    if one.asked.trend:
        return WORDS[lang]["yes" if one.here else "no"]
    return f"{number_text(one.here, lang, _digits(one))}{_unit(one)}"


def repeated(one: Judged, lang: str) -> str:
    """What the repeats found: the mean with the range of single ones, or how many have a direction."""
    if one.agree is not None:
        return WORDS[lang]["agree"].format(share=number_text(100 * one.agree, lang, 0))
    if one.mean is None or one.least is None or one.most is None:
        return ""
    mean, least, most = (number_text(value, lang, _digits(one)) for value in (one.mean, one.least, one.most))
    return f"{mean}{_unit(one)} ({least} – {most})"


def reason(one: Judged, lang: str) -> str:
    """Why a number was not reproduced, in a sentence that names it."""
    words = WORDS[lang]
    off = ""
    if one.mean is not None:
        low, high = accepted(one.row, one.asked.margin)
        off = number_text(max(low - one.mean, one.mean - high), lang, _digits(one))
    if one.asked.trend:
        why = words["mended_trend"]
    else:
        why = getattr(one.asked.why, lang) or words[f"mended_{one.asked.how}"].format(off=off)
    return f"{called(one.asked, lang)}: {why}"


def _digits(one: Judged) -> int:
    return 2 if one.row.unit == "share" else 1


def _unit(one: Judged) -> str:
    return "%" if one.row.unit == "percent" else ""


def silent(judged: Sequence[Judged], lang: str) -> Section:
    """Every table with rows that the simulation is silent about: how many, and why."""
    words = WORDS[lang]
    count = Counter((one.row.table, getattr(one.asked.why, lang)) for one in judged if not one.asked.how)
    body = [(TABLES.get(table, (table, table))[place(lang)], number, why) for (table, why), number in sorted(count.items())]
    body += [(one.table, one.rows, getattr(one.why, lang)) for one in absent()]
    cells = tuple((Cell(table.replace("_", " ")), Cell(str(number), f"silent/{table}"), Cell(why)) for table, number, why in body)
    head = (words["table"], words["rows"], words["why"])
    return Section("silent", words["silent"], (words["silent_said"],), (Table("silent", words["silent_table"], head, cells),))


def own_sums(lang: str) -> Section:
    """The checks on the printed numbers themselves: sums, differences and means, done again from the rows that are kept here."""
    words = WORDS[lang]
    values = {row.id: float(row.value) for row in rows() if row.kind == "number"}
    body = []
    for one in checks():
        used = one["rows_used"].split(";") if one["rows_used"] else []
        if one["kind"] in ("sum", "difference", "mean") and all(each in values for each in used) and one["stated"]:
            again = _again(one["kind"], [values[each] for each in used])
            agrees = words["consistent" if one["verdict"].startswith("consistent") else "inconsistent"]
            numbers = (("computed", again), ("stated", float(one["stated"])))
            cells = (Cell(number_text(number, lang, 2), f"checks/{one['check_id']}/{name}") for name, number in numbers)
            body.append((Cell(f"{one['check_id']} ({', '.join((used[0], '...', used[-1]))})"), *cells, Cell(agrees)))
    head = (words["check"], words["computed"], words["stated"], words["verdict"])
    return Section(
        "checks", words["checks"], (words["checks_said"],), (Table("checks", words["checks_table"], head, tuple(body)),)
    )


def _again(kind: str, values: Sequence[float]) -> float:
    if kind == "difference":
        return values[0] - values[1]
    return sum(values) / (len(values) if kind == "mean" else 1)
