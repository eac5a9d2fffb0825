# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reports per wave, for the council and for partners; stories beside numbers; what is not published stays missing."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.experiment.verdict.test_analysis import OUTFLOW, QUICK, TABLES, WORK, done, published
from tests.experiment.verdict.test_report import found, section
from werkzaam.app.experiment.report.content import of_wave, report, run_of
from werkzaam.app.experiment.report.html import page
from werkzaam.app.experiment.report.participants import participants_page
from werkzaam.app.experiment.report.pdf import as_pdf
from werkzaam.app.experiment.report.yearly import DUTIES, council_view
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.experiment.design import Words
from werkzaam.experiment.themes import Fragment, Theme, beside, publishable
from werkzaam.experiment.verdict.analysis import analyse
from werkzaam.experiment.verdict.subgroups import in_groups

STRESS = Theme("settlement_stress", Words("stress door verrekening", "stress of settlement"), ("hours", "stress"))
PRIDE = Theme("pride", Words("trots", "pride"), ("work",))
SAID = [*[Fragment("settlement_stress", f"scenario {number}", synthetic=True) for number in range(23)],
        *[Fragment("pride", f"scenario {number}", synthetic=True) for number in range(11)]]  # fmt: skip


@pytest.mark.requirement("R-202")
def test_a_wave_has_a_technical_and_a_plain_report_with_the_same_numbers() -> None:
    whole = found()
    design = of_wave(whole.design, "T1")
    groups = in_groups(whole.panel, design, QUICK)
    part = replace(whole, design=design, analysis=analyse(whole.panel, design, QUICK), groups=groups)
    assert {one.outcome for one in part.analysis.measured} == {"outflow_2020", "work_t1", "stress_t1"}
    technical, plain = report(part, "nl"), participants_page(part, "nl")
    printed = {cell.text.split("%")[0] for one in technical.sections for table in one.tables for row in table.rows
               for cell in row if cell.handle.endswith("/mean")}  # fmt: skip
    told = {number for said in section(plain, "found").said for pair in re.findall(r"Het was ([\d,]+) en ([\d,]+)", said)
            for number in pair}  # fmt: skip
    assert told
    assert told <= printed
    with pytest.raises(InputError, match="has no wave T9; it has T0, T1, T2, T3"):
        of_wave(whole.design, "T9")
    with pytest.raises(InputError, match="no outcome of T0"):
        of_wave(whole.design, "T0")


@pytest.mark.requirement("R-194")
@pytest.mark.parametrize(
    ("lang", "label"), [("nl", "deelnemers, niet representatief"), ("en", "participants, not representative")]
)
def test_every_export_says_whom_it_is_about(lang: str, label: str) -> None:
    assert label in page(report(found(), lang))
    assert any(label in line for line in report(found(), lang).stamp)


@pytest.mark.requirement("R-206")
def test_a_number_shows_its_run_and_its_row_when_it_is_looked_up() -> None:
    made = report(found(), "nl")
    text = page(made)
    run = run_of(found())
    assert re.fullmatch(r"run [0-9a-f]{8}-[0-9a-f]{8}", run)
    row = "main/work_t2/extra_attention-comparison/effect"
    cell = re.search(rf'<td id="n-{row}" title="([^"]+)">([^<]+)</td>', text)
    assert cell is not None
    assert cell[1] == f"{run} {row}"
    assert cell[2] == "15,6"
    assert found().analysis.data in text, "the run is looked up by the whole fingerprint at the end"
    other = replace(found(), settings=replace(QUICK, seed=2))
    assert run_of(other) != run


@pytest.mark.requirement("R-209")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_council_sees_broad_goals_and_outflow_is_neither_first_nor_largest(lang: str) -> None:
    made = council_view(found(), lang)
    table = section(made, "council").tables[0]
    names = [row[0].text for row in table.rows]
    out = [place for place, name in enumerate(names) if "bijstand in maart" in name or "bijstand bij de laatste" in name
           or "Off benefit" in name]  # fmt: skip
    assert len(names) >= 6
    assert out
    assert min(out) > 5
    assert len({len(row) for row in table.rows}) == 1, "every line is as large as every other"
    assert section(made, "limits").said
    few = replace(found(), analysis=replace(found().analysis, measured=found().analysis.measured[:3]))
    assert not section(council_view(few, lang), "council").tables


@pytest.mark.requirement("R-208")
def test_a_partner_reports_three_things_a_year_and_nothing_else() -> None:
    assert len(DUTIES) == 3
    assert [duty.due for duty in DUTIES] == ["07", "01", "02"]
    assert sum("half jaar" in duty.what.nl for duty in DUTIES) == 2
    assert sum("jaarverslag" in duty.what.nl for duty in DUTIES) == 1


@pytest.mark.requirement("R-199")
def test_a_result_on_hours_lists_the_themes_that_are_linked_to_it() -> None:
    design, themes = found().design, {one.id: one for one in (STRESS, PRIDE)}
    linked = beside("hours_t3", design, themes, SAID)
    assert [(one.theme.id, one.quotes) for one in linked] == [("settlement_stress", 23)]
    assert [one.theme.id for one in beside("work_t3", design, themes, SAID)] == ["pride"]
    with pytest.raises(UnknownName, match="has no outcome hours_t9"):
        beside("hours_t9", design, themes, SAID)
    with pytest.raises(UnknownName, match="coded envy, which is no theme"):
        beside("hours_t3", design, themes, [Fragment("envy", "x", synthetic=True)])


@pytest.mark.requirement("R-211")
def test_somebodys_own_words_need_the_number_of_their_consent() -> None:
    with pytest.raises(NotAllowed, match="Give the number of their consent, or write a scenario"):
        publishable(Fragment("pride", "own words", synthetic=False))
    assert publishable(Fragment("pride", "own words", synthetic=False, consent="C-0042")) == "own words"
    assert publishable(SAID[0]) == "scenario 0"


def wrong_rows(table: str, folder: Path) -> list[str]:
    """The ids of the rows of a published table that our numbers do not print."""
    _, _, analysis = done()
    work = {outcome: (rows, 0.5) for outcome, rows in WORK.items()}
    with folder.joinpath(f"{table}.csv").open(encoding="utf-8") as file:
        values = {row["row_id"]: row["value"] for row in csv.DictReader(file)}
    found = []
    for outcome, (rows, within) in (work if table == "paid_work_share" else OUTFLOW).items():
        means = analysis.of(outcome).means
        found += [row for row, mean in zip(rows, means, strict=True) if abs(100 * mean - float(values[row])) > within]
    return found


@pytest.mark.requirement("R-200")
@pytest.mark.parametrize("table", ["paid_work_share", "outflow_by_group_quarter"])
def test_a_changed_published_value_is_found_by_its_row(table: str, tmp_path: Path) -> None:
    assert wrong_rows(table, TABLES) == []
    text = TABLES.joinpath(f"{table}.csv").read_text(encoding="utf-8")
    changed = "paid_work_share-009" if table == "paid_work_share" else "outflow_by_group_quarter-018"
    line = next(one for one in text.splitlines() if f",{changed}," in one)
    value = str(int(published(table)[changed]))
    tmp_path.joinpath(f"{table}.csv").write_text(
        text.replace(line, line.replace(f",{value},number", f",{int(value) + 3},number"))
    )
    assert wrong_rows(table, tmp_path) == [changed]


def test_the_report_as_pdf_is_tagged_and_the_same_bytes_again() -> None:
    made = report(found(), "en")
    first = as_pdf(made, "Gemeente Teststad")
    assert first.startswith(b"%PDF")
    assert b"/StructTreeRoot" in first
    assert b"ModDate" not in first
    assert b"CreateDate" not in first
    assert first == as_pdf(made, "Gemeente Teststad")
