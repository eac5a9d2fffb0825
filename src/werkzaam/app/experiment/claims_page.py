# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What printed claims can and cannot support, in plain words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from werkzaam.app.text_layout import heading, listed, paragraph
from werkzaam.app.texts.claims import WORDS
from werkzaam.experiment.claims import Claim, Comparison, Printed, Retest, Standing, disagreements, retest, together
from werkzaam.experiment.words import many_tests, number_text, p_text, whole_text

POWER = 0.8


def claims_text(claims: Sequence[Claim], lang: str, *, file: str, level: float = 0.05) -> str:
    """The page: what stands out first, then every claim with its figures, then what limits all of it."""
    words, done = WORDS[lang], retest(claims, level, POWER)
    families = len({claim.family for claim in claims})
    counted = words["counted"].format(claims=len(claims), families=families, file=file, level=number_text(level, lang, 4))
    lines = [*heading(words["title"]), *paragraph(counted), *paragraph(getattr(many_tests(len(claims), level), lang)), ""]
    lines += [words["summary"], *_summary(done, claims, lang), ""]
    for one in done:
        lines += [*_claim(one, lang, level), ""]
    joint = list(together(claims))
    if joint:
        lines += [words["together_title"]]
    for each in joint:
        what = {"outcome": each.outcome, "wave": _wave(each.wave, lang), "groups": listed(each.groups, words["and"])}
        tests = " / ".join(p_text(test.p, lang) for test in each.tests)
        lines += paragraph(words["together"].format(p=tests, test=each.tests[0].method, **what), "  ", "  ")
    return "\n".join([*lines, *([""] if joint else []), *paragraph(words["limits"])]) + "\n"


def _summary(done: Sequence[Retest], claims: Sequence[Claim], lang: str) -> Iterator[str]:
    """What was printed and how it stands, the gravest first; and what is printed in two ways."""
    words = WORDS[lang]
    for standing in Standing:
        found = [one for one in done if one.standing is standing and one.claim.printed is not Printed.SILENT]
        if found:
            yield from paragraph(words[standing.value], "  ", "  ")
            for one in found:
                p, adjusted = (
                    " / ".join(p_text(getattr(each, name), lang) for each in one.comparisons) for name in ("p", "adjusted")
                )
                shown = words["summary_p"].format(p=p, adjusted=adjusted)
                yield from paragraph(f"- {_pair(one.claim, lang)} {shown}", "    ", "  ")
    for first, second, known, side in disagreements(claims):
        told = words["disagree"].format(
            outcome=second.outcome, wave=_wave(second.wave, lang), group=side.group, first=number_text(known.value, lang, 6),
            line_first=first.line, second=number_text(side.value, lang, 6), line_second=second.line,
        )  # fmt: skip
        yield from paragraph(told, "  ", "  ")


def _claim(one: Retest, lang: str, level: float) -> Iterator[str]:
    words = WORDS[lang]
    yield from paragraph(_pair(one.claim, lang))
    yield from paragraph(words[one.standing.value], "  ")
    unit = words["points" if one.claim.share else "of_mean"]
    for comparison in one.comparisons:
        yield from paragraph(f"- {_figures(comparison, one, unit, lang, level)}", "  ", "  ")
    if one.claim.note:
        yield from paragraph(words["note"].format(note=one.claim.note), "  ")
    if one.claim.source:
        yield from paragraph(words["source"].format(source=one.claim.source), "  ")


def _figures(comparison: Comparison, one: Retest, unit: str, lang: str, level: float) -> str:
    """Everything that is said of a claim at one n."""
    words, found = WORDS[lang], comparison.found
    numbers = {name: number_text(getattr(found, name), lang) for name in ("difference", "low", "high", "error")}
    p = {name: p_text(getattr(comparison, name), lang) for name in ("p", "adjusted", "p_least", "p_most")}
    more = [
        words["figures"].format(
            n=_people(comparison, lang), unit=unit, family=one.family, cover=number_text(100 * (1 - level), lang),
            test=words["exact" if found.exact else "z" if one.claim.share else "welch"], **numbers, **p,
        )
    ]  # fmt: skip
    if comparison.needed is not None:
        more.append(words["needed"].format(needed=whole_text(comparison.needed, lang)))
    if found.error > 0:
        detectable = number_text(comparison.detectable, lang)
        more.append(words["detectable"].format(detectable=detectable, unit=unit, power=number_text(100 * POWER, lang)))
    if one.claim.printed is Printed.SIGNIFICANT and comparison.explained > 0:
        share = number_text(100 * comparison.explained, lang, 0)
        more.append(words["explained"].format(explained=share, level=number_text(level, lang, 4)))
    return " ".join(more)


def _people(comparison: Comparison, lang: str) -> str:
    """With how many people, and for means with what spread."""
    words, (n_a, n_b) = WORDS[lang], (whole_text(people, lang) for people in comparison.n)
    told = words["n"].format(n_a=n_a, n_b=n_b)
    if comparison.spread is not None:
        spread_a, spread_b = (number_text(spread, lang) for spread in comparison.spread)
        told += words["spread"].format(spread_a=spread_a, spread_b=spread_b)
    return told


def _pair(claim: Claim, lang: str) -> str:
    sides = {"a": claim.a.group, "b": claim.b.group, "outcome": claim.outcome, "wave": _wave(claim.wave, lang)}
    sign = "%" if claim.share else ""
    values = {f"value_{name}": number_text(side.value, lang, 6) + sign for name, side in (("a", claim.a), ("b", claim.b))}
    return WORDS[lang]["pair"].format(**sides, **values)


def _wave(wave: str, lang: str) -> str:
    return WORDS[lang]["wave"].format(wave=wave) if wave else ""


def claims_json(claims: Sequence[Claim], *, file: str, level: float = 0.05) -> str:
    """The same as JSON, with everything that was computed; an infinite number of degrees of freedom is null."""
    done = [
        {"claim": one.claim.id, "family": one.claim.family, "outcome": one.claim.outcome, "wave": one.claim.wave,
         "printed": one.claim.printed.value, "standing": one.standing.value, "source": one.claim.source,
         "comparisons": [asdict(each) for each in one.comparisons]}
        for one in retest(claims, level, POWER)
    ]  # fmt: skip
    joint = [
        {"outcome": each.outcome, "wave": each.wave, "groups": each.groups, "p": [test.p for test in each.tests]}
        for each in together(claims)
    ]
    twice = [{"claims": [first.id, second.id], "group": side.group, "values": [known.value, side.value]}
             for first, second, known, side in disagreements(claims)]  # fmt: skip
    page = {"file": file, "level": level, "power": POWER, "claims": done, "together": joint, "disagreements": twice}
    return json.dumps(page, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
