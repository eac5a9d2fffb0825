# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The report: equal room for nulls, limits, handles, pictures with tables, and a page that everybody can read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html.parser import HTMLParser

import pytest

from tests.experiment.verdict.test_analysis import QUICK, done
from werkzaam.app.experiment.assumptions_file import read_assumptions
from werkzaam.app.experiment.design_file import SHIPPED
from werkzaam.app.experiment.opened import Opening
from werkzaam.app.experiment.report.check import mean_of_arms, problems, refuse, shares_add_up
from werkzaam.app.experiment.report.conduct import blinding
from werkzaam.app.experiment.report.consort import ITEMS
from werkzaam.app.experiment.report.content import Found, report
from werkzaam.app.experiment.report.flow_waves import together
from werkzaam.app.experiment.report.html import page
from werkzaam.app.experiment.report.limits import limits_of
from werkzaam.app.experiment.report.model import Report, Section
from werkzaam.app.experiment.report.participants import participants_page
from werkzaam.app.experiment.report.words import LIMITS, WORDS
from werkzaam.core.errors import LedgerError
from werkzaam.core.months import Month
from werkzaam.experiment.verdict.flow import ArmFlow, Flow, attrition
from werkzaam.experiment.verdict.lock import Tag, lock
from werkzaam.experiment.verdict.subgroups import in_groups


@lru_cache(maxsize=1)
def found() -> Found:
    design, panel, analysis = done()
    held = lock(design, QUICK, code="1", columns=panel.values, by="A. de Vries", at="2022-08-01T09:00:00Z")
    return Found(design, QUICK, panel, analysis, in_groups(panel, design, QUICK), attrition(panel, design, QUICK), None, held,
                 (Tag.PLANNED, ()))  # fmt: skip


def section(made: Report, name: str) -> Section:
    return next(one for one in made.sections if one.id == name)


@pytest.mark.requirement("R-204")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_null_has_a_line_of_the_same_weight_as_a_finding(lang: str) -> None:
    main = section(report(found(), lang), "main")
    lines = main.said[1:-1]
    assert len(lines) == 12
    shown = [line for line in lines if ("een verschil is aangetoond" in line or "a difference is shown" in line)]
    nulls = [line for line in lines if line not in shown]
    assert 0 < len(shown) < len(nulls)
    assert all(("geen verschil aangetoond" in line or "no difference shown" in line) for line in nulls)
    lengths = [len(line) for line in lines]
    assert min(len(line) for line in nulls) > 0.75 * max(lengths)


@pytest.mark.requirement("R-205")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_report_has_the_limits(lang: str) -> None:
    made = report(found(), lang)
    assert section(made, "limits").said == tuple(said for name, said in LIMITS[lang].items() if name != "closed")
    text = page(made)
    for word in {"nl": ("Selectie", "Uitval", "Corona", "Zelfrapportage", "Vermenging", "Kleine groepen"),
                 "en": ("Selection", "Drop-out", "Corona", "Self-report", "Contamination", "Small groups")}[lang]:  # fmt: skip
        assert word in text
    without = replace(made, sections=tuple(one for one in made.sections if one.id != "limits"))
    assert "the limits are not printed" in list(problems(without, found().analysis, found().design))
    with pytest.raises(LedgerError, match="cannot leave the house"):
        refuse(without, found().analysis, found().design)


@pytest.mark.requirement("R-210")
def test_each_figure_has_a_table_and_a_text_of_its_pattern() -> None:
    made = report(found(), "nl")
    pictures = section(made, "figures").pictures
    assert [picture.table.id for picture in pictures] == ["fig-1", "fig-2", "fig-3"]
    for picture in pictures:
        assert picture.says.startswith("Bij de laatste meting is het hoogst")
        assert "<title" in picture.svg
        assert picture.says[:30] in picture.svg, "the description inside the picture is the same pattern"
        assert len(picture.table.rows) >= 3
        assert all(cell.handle for row in picture.table.rows for cell in row[1:])
    work = {row[0].text: [cell.text for cell in row[1:]] for row in pictures[1].table.rows}
    assert [text.split(" ")[0] for text in work["2"]] == ["64", "49,2", "49"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_forest_has_the_numbers_of_the_table_and_no_two_units_on_one_axis(lang: str) -> None:
    main = section(report(found(), lang), "results-main")
    table = {(row[0].text, row[1].text): (row[2].text, row[3].text) for row in main.tables[0].rows}
    drawn = [{(row[0].text, row[1].text): (row[2].text, row[3].text) for row in one.table.rows} for one in main.pictures]
    assert [one.table.id for one in main.pictures] == ["forest-share", "forest-mean"]
    assert {**drawn[0], **drawn[1]} == table
    assert [one.svg.count("<circle") for one in main.pictures] == [9, 3]
    full = [one.svg.count('r="5" fill="#1a1a1a"') for one in main.pictures]
    assert sum(full) == sum(one.adjusted <= 0.05 for one in found().analysis.results[:12]) > 0


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_interval_of_the_draw_stands_beside_that_of_the_model_and_agrees_with_p(lang: str) -> None:
    results = found().analysis.results
    main = [one for one in results if one.family == "main"]
    assert [one.inverted for one in results if one.family != "main"] == [None] * (len(results) - len(main))
    for one in main:
        assert one.inverted is not None
        assert one.inverted.p == one.p
        assert (one.inverted.low < 0 < one.inverted.high) == (one.p > 0.05)
    table = section(report(found(), lang), "results-main").tables[1]
    assert table.note == WORDS[lang]["inverted_said"]
    assert [cell.text for cell in table.rows[5][2:]] == {
        "nl": ["2,1 en 22,3", "6,2 en 24,9"],
        "en": ["2.1 and 22.3", "6.2 and 24.9"],
    }[lang]


def flowed() -> Found:
    """The same with a flow: an arm that was closed to some, and reasons of few people."""
    arms = [one.id for one in found().design.arms]
    waves = [one.id for one in found().design.waves]
    lost = [{"refused": 21, "moved": 4}, {"refused": 30, "moved": 12, "ill": 3}, {"refused": 18}]
    made = [ArmFlow(arm, 270, 12, dict.fromkeys(waves, 200), dict.fromkeys(waves, own), 14 if arm == arms[1] else 0)
            for arm, own in zip(arms, lost, strict=True)]  # fmt: skip
    return replace(found(), flow=Flow(900, {}, {"homeless": 11}, 889, 79, tuple(made)))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_flow_is_a_table_by_arm_and_round_in_which_a_reason_of_few_people_cannot_be_worked_out(lang: str) -> None:
    table = section(report(flowed(), lang), "flow").tables[1]
    texts = [[cell.text for cell in row[1:]] for row in table.rows]
    assert texts[:4] == [["0", "14", "0"], ["270"] * 3, ["200"] * 3, ["25", "45", "18"]]
    assert table.rows[3][0].text.endswith("ill, moved, refused")
    assert len(texts) == 2 + 2 * len(found().design.waves) + 1
    assert together({"a": {"x": 40, "y": 12}, "b": {"x": 20, "y": 10}}) == [("x",), ("y",)]
    assert together({"a": {"x": 40, "y": 12, "z": 9}, "b": {"x": 20, "y": 10, "z": 2}}) == [("x",), ("y", "z")]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_list_of_consort_points_at_parts_that_are_there_and_says_what_is_not(lang: str) -> None:
    numbers = [one.number for one in ITEMS]
    assert sorted({int(one.rstrip("abcd")) for one in numbers}) == list(range(1, 31))
    assert len(numbers) == len(set(numbers)) == 42
    with_flow, without = (report(one, lang) for one in (flowed(), found()))
    listed, bare = ({row[0].text: row[2].text for row in section(one, "consort").tables[0].rows} for one in (with_flow, without))
    none = {"nl": "staat niet in dit rapport", "en": "not answered in this report"}[lang]
    titles = {one.title for one in with_flow.sections}
    assert listed["22a"] == section(with_flow, "flow").title
    assert bare["22a"] == bare["22b"] == listed["2"] == listed["5a"] == none
    assert listed["27"] == section(with_flow, "results-harms").title
    assert listed["30"] == section(with_flow, "limits").title
    assert [listed[item] for item in ("16a", "20a", "25")] == [
        section(with_flow, name).title for name in ("size", "blinding", "at-start")
    ]
    pointed = {one for text in listed.values() for one in text.split("; ")} & titles
    assert len(pointed) == 12
    assert section(with_flow, "consort").said[0].startswith({"nl": "19 van 42", "en": "19 of 42"}[lang])


def test_every_number_can_be_looked_up_once_and_no_sentence_says_too_much() -> None:
    for lang in ("nl", "en"):
        made = report(found(), lang)
        assert list(problems(made, found().analysis, found().design)) == []
        assert len(made.handles) == len(set(made.handles)) > 300
    loud = replace(made, sections=(Section("x", "x", ("This is significant.",)), *made.sections))
    assert any("says too much" in one for one in problems(loud, found().analysis, found().design))


@pytest.mark.requirement("R-261")
@pytest.mark.parametrize(
    ("lang", "claim"), [("nl", "Zelfregie leidt tot meer onbetaald werk."), ("en", "Self-direction raises unpaid work.")]
)
def test_a_report_that_claims_more_unpaid_work_by_self_direction_is_flagged(lang: str, claim: str) -> None:
    made = report(found(), lang)
    assert not [one for one in problems(made, found().analysis, found().design) if "not found" in one]
    loud = replace(made, sections=(Section("x", "x", (claim,)), *made.sections))
    (flag,) = [one for one in problems(loud, found().analysis, found().design) if "claims what was not found" in one]
    assert claim in flag
    assert "volunteering-008" in flag
    with pytest.raises(LedgerError, match="cannot leave the house"):
        refuse(loud, found().analysis, found().design)


def test_both_languages_have_the_same_numbers_and_the_same_words_to_fill() -> None:
    nl, en = (report(found(), lang) for lang in ("nl", "en"))
    digits = [re.sub(r"[^0-9]", "", " ".join(one.said[1:-1])) for one in (section(nl, "main"), section(en, "main"))]
    assert digits[0] == digits[1]
    assert set(WORDS["nl"]) == set(WORDS["en"])
    for name in WORDS["nl"]:
        fields = [set(re.findall(r"\{(\w+)\}", WORDS[lang][name])) for lang in ("nl", "en")]
        assert fields[0] == fields[1], name


class Outline(HTMLParser):
    """Headings, tables and pictures of a page, and whether tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in ("meta", "path", "circle", "rect", "polyline", "polygon"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("path", "circle", "rect", "polyline", "polygon"):
            assert self.open.pop() == tag


def test_the_page_is_well_formed_and_needs_nothing_from_elsewhere() -> None:
    text = page(report(found(), "nl"))
    outline = Outline()
    outline.feed(text)
    assert outline.open == []
    assert outline.seen.count("h1") == 1
    assert outline.seen.count("svg") == 5
    assert not re.search(r"https?://(?!www\.w3\.org)", text)
    assert len(re.findall(r'\bid="([^"]+)"', text)) == len(set(re.findall(r'\bid="([^"]+)"', text)))


@pytest.mark.requirement("R-207")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_participants_get_one_page_without_tables_in_short_sentences(lang: str) -> None:
    made = participants_page(found(), lang)
    text = page(made)
    assert "<table" not in text
    assert "<svg" not in text
    sentences = [one for said in made.sentences for one in re.split(r"(?<=[.?!:])\s+", said)]
    words = [len(one.split()) for one in sentences]
    assert max(words) <= 20
    assert sum(words) / len(words) < 12
    assert sum(len(word) for one in sentences for word in one.split()) / sum(words) < 6.5
    assert not re.search(r"significan|procentpunt|\bp\b|regressie|hypothese|u moet", " ".join(made.sentences), re.IGNORECASE)
    assert len(section(made, "found").said) == 13


def test_shares_and_means_that_contradict_each_other_are_named() -> None:
    """Finding F9: informal care at the end, 15 for everybody and 15, 22 and 21 in the arms."""
    assert mean_of_arms(15, [15, 22, 21], "care") == "care: 15 was printed for everybody, and the arms have 19.3 on average."
    assert mean_of_arms(39, [40, 35, 42], "outflow") is None
    assert shares_add_up([61, 39], "sex") is None
    assert shares_add_up([20, 13, 18, 17, 15, 18], "education") is None
    assert shares_add_up([61, 31], "sex") == "sex: the shares make 92 percent together."


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_arms_at_the_start_stand_beside_each_other_with_small_levels_as_one(lang: str) -> None:
    rows = {row[0].text: row[1:] for row in section(report(found(), lang), "at-start").tables[0].rows}
    sex = next(cells for name, cells in rows.items() if name.endswith(": woman"))
    panel, design = found().panel, found().design
    level = next(one for one in design.variables if one.id == "sex").levels.index("woman")
    women = int(((panel.characteristics["sex"] == level) & (panel.arms == 0)).sum())
    assert sex[0].text.startswith(f"{women} (")
    counts = [int(cell.text.split(" ")[0].replace(".", "").replace(",", "")) for cells in rows.values() for cell in cells]
    assert all(one == 0 or one >= 10 for one in counts), "fewer than ten people stand together with others"
    assert any(", " in name for name in rows), "the youngest are too few in an arm to stand alone"


def test_who_computed_saw_letters_first_unless_the_sizes_of_arms_tell_them() -> None:
    opened = Opening("2022-08-01", "2022-08-03", ("A. de Vries", "B. Bakker"))
    said = section(report(replace(found(), opening=opened), "en"), "blinding").said
    assert said[1:] == (
        "Who computed saw the whole analysis first with letters instead of arms, on 2022-08-01.",
        "After that A. de Vries and B. Bakker opened the arms, on 2022-08-03. Both stand in the log.",
    )
    arms = (replace(found().design.arms[0], slots=14), *found().design.arms[1:])
    uneven = blinding(replace(found().design, arms=arms), replace(opened, masked=""), "en", masked=False)
    assert "with unequal shares (14:1:1) the size already tells which is which" in uneven.said[1]
    assert "letters instead" not in " ".join(uneven.said)


def test_the_report_says_what_was_expected_of_the_number_of_people_or_that_nobody_wrote_it() -> None:
    assert "is not recorded" in section(report(found(), "en"), "size").said[-1]
    expected = read_assumptions(SHIPPED / "amsterdam_2018_assumptions.toml", found().design)
    said = section(report(replace(found(), assumed=expected), "en"), "size").said
    assert said[0] == "The design draws 812 of the people who enrolled."
    assert len(said) == 2 + 12 + 1
    assert all("is found with a chance of" in one for one in said[2:-1])


def test_limits_and_the_page_for_participants_say_nothing_that_this_trial_did_not_meet() -> None:
    months = (one for one in found().design.outcomes if one.wave is None and one.month is not None)
    register = tuple(replace(one, month=Month.parse("2016-12")) for one in months)
    early = replace(found().design, start=date(2014, 1, 1), end=date(2015, 12, 1), waves=(), outcomes=register)
    assert limits_of(early, "en") == tuple(
        LIMITS["en"][name] for name in ("selection", "contamination", "small_groups", "equal_treatment")
    )
    assert limits_of(found().design, "nl") == tuple(said for name, said in LIMITS["nl"].items() if name != "closed")
    kept_out = replace(found().design.exclusions[0], arms=("self_direction",))
    assert limits_of(replace(found().design, exclusions=(kept_out,)), "nl")[-1] == LIMITS["nl"]["closed"]
    sure = section(participants_page(replace(found(), design=replace(found().design, waves=())), "en"), "sure").said
    assert sure == ("It is about people who took part. Corona came in between as well.",)
