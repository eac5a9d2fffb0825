# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The State's tables for holiday money over income: as printed, by year, and refused where none is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from textwrap import dedent
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.house.tree import ROOT
from tests.rules.people import FACTS, choosing, compute, job, month, option, values
from werkzaam.core.errors import FactNotInForce
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Span
from werkzaam.engine.explain import explain
from werkzaam.engine.graph import RuleSet
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook
from werkzaam.rules.situatie import Loonsoort

Bracket = tuple[int, str, int]
"""From which cent of net income (not included), which percentage, and what is taken off."""
PRINTED: dict[tuple[int, int], list[Bracket]] = {
    (11, 2015): [(0, "8.00", 0), (490_05, "5.08", 0), (531_45, "7.76", 14_25), (639_34, "5.99", 2_96), (1341_41, "5.48", 2_70)],
    (11, 2016): [(0, "8.00", 0), (497_77, "5.08", 0), (539_78, "7.76", 14_50), (649_67, "5.44", 58), (1421_87, "5.13", 54)],
    (12, 2015): [(0, "8.00", 0), (465_76, "5.08", 0), (502_97, "8.00", 14_69), (1156_40, "7.31", 13_24)],
    (12, 2016): [(0, "8.00", 0), (473_38, "5.08", 0), (511_17, "8.00", 14_95), (1163_27, "7.54", 14_09)],
}
"""Staatscourant 2014, 37055 and 2015, 44613, written down again from the publications."""
KINDS = {11: Loonsoort.WERK, 12: Loonsoort.UITKERING}
JOB = ("p0", "b0")
TOWN = choosing("participatiewet_2018", inkomsten__vakantiegeld="aanspraaktabel")
"""A town that counts holiday money by the State's table."""
PAGE = (ROOT / "docs/how-to/add-a-holiday-money-table.md").read_text(encoding="utf-8")


def only(target: str) -> RuleSet:
    """A rule and what it reads, without the refusals: those ask for ages, which are known from 2018."""
    wanted, todo = set(), [target]
    while todo:
        name = todo.pop()
        wanted.add(name)
        todo += [] if name in RULES.inputs else RULES.needs(name)
    return RuleSet({n: r for n, r in RULES.prune([target]).rules.items() if n in wanted}, RULES.inputs, (target,))


CLAIM = only("vakantieaanspraak")


def early() -> Regime:
    """The same town in the years of the tables that are known, before our other numbers begin."""
    span = Span.parse("2015-01", "2016-12")
    held = (one for one in TOWN.stated if TOWN.span.first in one.span)
    return replace(TOWN, span=span, stated=tuple(replace(one, span=span) for one in held))


def claim(when: str, cents: int, kind: Loonsoort, facts: Facts = FACTS) -> int:
    """The claim over this net income."""
    given = month(when, jobs=[[job(cents, loonsoort=option(kind))]])
    (done,) = explain(CLAIM, RuleBook(facts, early()), [given])
    return done.value("vakantieaanspraak", JOB)


def keys() -> Iterator[tuple[int, int, str]]:
    """Article, bracket and column of every number of a table."""
    for article, brackets in ((11, 5), (12, 4)):
        yield from ((article, number, what) for number in range(1, brackets + 1) for what in ("ondergrens", "pct", "aftrek"))


def with_year(facts: Facts, year: int, tables: dict[int, list[Bracket]]) -> Facts:
    """The facts with a table for a year."""
    span = Span.parse(f"{year}-01", f"{year}-12")
    for article, number, what in keys():
        begins, percent, off = tables[article][number - 1]
        value: Any = {"ondergrens": begins, "pct": Fraction(percent) / 100, "aftrek": off}[what]
        facts = facts.with_assumed(f"vt_aanspraak_art{article}_schijf_{number}_{what}", span, value)
    return facts


def test_v23_661_84_in_2016_gives_a_claim_of_35_42() -> None:
    assert claim("2016-01", 661_84, Loonsoort.WERK) == 35_42
    assert claim("2016-01", 661_84, Loonsoort.ZIEKENGELD) == 35_42


@pytest.mark.parametrize(("article", "year"), PRINTED, ids=lambda value: str(value))
def test_a_table_is_as_printed_on_both_sides_of_every_edge(article: int, year: int) -> None:
    table = PRINTED[article, year]
    for place, (begins, _, _) in enumerate(table):
        for income in (begins - 1, begins, begins + 1) if begins else (0, 1):
            _, percent, off = table[place - (income <= begins and place > 0)]
            expected = max(share_of(income, Fraction(percent) / 100, HALF_UP) - off, 0)
            assert claim(f"{year}-07", income, KINDS[article]) == expected, (article, year, income)


def test_an_edge_is_a_jump_that_a_cent_decides() -> None:
    """649.67 is the last amount of bracket 3, 649.68 the first of bracket 4."""
    assert [claim("2016-12", cents, Loonsoort.WERK) for cents in (649_67, 649_68)] == [35_91, 34_76]


def test_a_correction_below_zero_gives_no_claim() -> None:
    assert claim("2016-01", -50_00, Loonsoort.WERK) == 0


def test_a_month_without_a_table_is_refused_with_the_name_of_the_missing_number() -> None:
    with pytest.raises(FactNotInForce, match=r"No value for vt_aanspraak_art11_schijf_1_ondergrens on 2018-03"):
        compute(month("2018-03", jobs=[[job(500_00)]]), regime=TOWN)


def test_a_town_that_does_not_use_the_table_needs_none() -> None:
    assert values(compute(month("2018-03", jobs=[[job(500_00)]])), "vakantieaanspraak", JOB) == [0]


def test_with_a_table_for_the_year_it_computes() -> None:
    facts = with_year(FACTS, 2018, {article: PRINTED[article, 2016] for article in (11, 12)})
    done = compute(month("2018-03", jobs=[[job(661_84)]]), regime=TOWN, facts=facts)
    assert values(done, "vakantieaanspraak", JOB) == [35_42]
    assert values(done, "vakantiegeld_samen", ("p0",)) == [35_42]
    assert "aanspraak.werk_aftrek" in done.assumed


def test_one_number_too_few_is_named() -> None:
    facts = with_year(FACTS, 2018, {article: PRINTED[article, 2016] for article in (11, 12)})
    key = "vt_aanspraak_art12_schijf_4_aftrek"
    short = Facts({**facts.by_key, key: FACTS.about(key)})
    with pytest.raises(FactNotInForce, match=f"No value for {key} on 2018-03"):
        compute(month("2018-03", jobs=[[job(661_84)]]), regime=TOWN, facts=short)


def test_l26_p18_a_corrected_table_changes_the_months_that_read_it_and_no_other() -> None:
    """The highest bracket of article 12, at 5.00 less than was printed."""
    wrong, income = PRINTED[12, 2016], [1100_00, 1163_27, 1163_28, 1300_00]
    right = [*wrong[:-1], (1163_27, "7.54", 9_09)]
    mended = with_year(FACTS, 2016, {11: PRINTED[11, 2016], 12: right})
    months = [f"2016-{number:02d}" for number in range(1, 5)]
    before, after = ([claim(when, cents, Loonsoort.UITKERING, facts) for when, cents in zip(months, income, strict=True)]
                     for facts in (FACTS, mended))  # fmt: skip
    assert [new - old for old, new in zip(before, after, strict=True)] == [0, 0, 5_00, 5_00]
    assert mended.digest != FACTS.digest


# -- the how-to ----------------------------------------------------------------------------------------


def test_the_page_names_every_number_of_a_table() -> None:
    """`vt_aanspraak_art11_schijf_1_pct`: the page gives the articles, the brackets and the columns."""
    assert "brackets 1 to 5" in PAGE
    assert "brackets 1 to 4" in PAGE
    for what in ("ondergrens", "pct", "aftrek"):
        assert f"`vt_aanspraak_art11_schijf_1_{what}`" in PAGE
    assert f"{sum(1 for _ in keys())} blocks" in PAGE


def test_the_list_of_the_page_shows_the_months_that_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    monkeypatch.chdir(tmp_path)
    for name, claims in (("oud", [35_42, 34_76]), ("nieuw", [35_42, 39_76])):
        rows = {"huishouden": ["h1", "h2"], "maand": ["2016-01", "2016-02"], "persoon": ["a", "b"], "baan": ["x", "y"],
                "vakantieaanspraak": claims}  # fmt: skip
        pq.write_table(pa.table(rows), tmp_path / f"{name}.baan.parquet")
    exec(dedent(found[1]), {})  # The code that the page tells people to run.
    assert capsys.readouterr().out == "h2 2016-02 b y: 3476 -> 3976\n"
