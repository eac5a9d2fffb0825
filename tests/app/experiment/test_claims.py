# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam claims`: the report's own tables, any file, and what cannot be read as meant."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from werkzaam.app.experiment.claims import PUBLISHED, read_claims, shipped_claims
from werkzaam.app.experiment.claims_page import claims_text
from werkzaam.cli.main import main
from werkzaam.experiment.claims import Standing, retest

HEAD = "claim,family,outcome,wave,kind,group_a,value_a,n_a,sd_a,group_b,value_b,n_b,sd_b,printed\n"
GOOD = "a,f,outflow,T3,share,extra,40,171,,self,35,171,,significant\n"
Write = Callable[[str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> str:
        file = tmp_path / "claims.csv"
        file.write_bytes(text.encode("utf-8"))
        return str(file)

    return written


def standings() -> dict[str, tuple[Standing, list[float], float]]:
    done = retest(read_claims("amsterdam_2018_2022"))
    return {
        one.claim.id: (one.standing, [round(each.p, 2) for each in one.comparisons], round(one.comparisons[0].adjusted, 3))
        for one in done
    }


def test_on_the_reports_own_tables_outflow_does_not_follow_and_work_does() -> None:
    found = standings()
    assert found["uitstroom T3 extra-zelfregie"][:2] == (Standing.DOES_NOT_FOLLOW, [0.34, 0.23])
    assert found["uitstroom T3 vergelijking-zelfregie"][:2] == (Standing.DOES_NOT_FOLLOW, [0.18, 0.09])
    assert found["werk T2 extra-zelfregie"] == (Standing.FOLLOWS, [0.0], 0.037)
    assert found["werk T2 extra-vergelijking"] == (Standing.FOLLOWS, [0.0], 0.037)
    assert {name for name, one in found.items() if one[0] is Standing.CONTRADICTED} == set()
    assert found["uren T3 extra-zelfregie"][:2] == (Standing.DEPENDS, [0.03, 0.07, 0.13])


def test_every_shipped_claim_is_its_printed_row() -> None:
    """A value that changes in the rows, or in the claims, is found by the row's id (R-200)."""
    with (PUBLISHED / "rows/amsterdam_2018_2022.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["row_id"]: row for row in csv.DictReader(lines)}
    with (PUBLISHED / "amsterdam_2018_2022.csv").open(encoding="utf-8", newline="") as lines:
        claims = list(csv.DictReader(lines))
    groups = {"extra_attention": "extra aandacht", "self_direction": "zelfregie", "comparison": "vergelijking"}
    for claim in claims:
        a, b, *others = (rows[name] for name in claim["source"].split("; "))
        assert (claim["group_a"], claim["value_a"]) == (groups[a["group"]], a["value"])
        assert (claim["group_b"], claim["value_b"]) == (groups[b["group"]], b["value"])
        assert all(other["source_line"] for other in others)
        if claim["printed"] == "significant":
            assert "significant" in a["significance"] + b["significance"] or "effect present" in a["significance"]
        if claim["printed"] == "not_significant":
            told = a["significance"] + b["significance"] + "".join(other["significance"] for other in others)
            assert "not significant" in told or "no noteworthy" in told
    assert (rows["waves-014"]["value"], rows["waves-001"]["value"]) == ("513", "812")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_names_what_does_not_follow_before_anything_else(lang: str) -> None:
    page = claims_text(read_claims("amsterdam_2018_2022"), lang, file="x")
    first = page.index({"nl": "uit deze cijfers volgt dat niet", "en": "does not follow from these figures"}[lang])
    named = page.index(
        {"nl": "40% tegen zelfregie 35% (p 0,34 / 0,23 apart", "en": "40% against zelfregie 35% (p 0.34 / 0.23"}[lang]
    )
    assert first < named < page.index({"nl": "dat volgt uit deze cijfers", "en": "that follows from these"}[lang])
    assert {"nl": "1.468 mensen", "en": "1,468"}[lang] in page
    assert all(len(line) <= 92 for line in page.splitlines())


def test_the_command_prints_text_and_json(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", write(HEAD + GOOD), "--lang", "en"]) == 0
    assert "does not follow" in capsys.readouterr().out
    assert main(["claims", write(HEAD + GOOD), "--json", "--level", "0.01"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["claims"][0]["standing"] == "does_not_follow"
    assert page["level"] == 0.01
    assert shipped_claims() == ("amsterdam_2018_2022",)


def test_several_n_are_each_tried(write: Write) -> None:
    (claim,) = read_claims(write(HEAD + GOOD.replace("171", "171|271|1750")))
    (done,) = retest([claim])
    assert [one.n for one in done.comparisons] == [(171, 171), (271, 271), (1750, 1750)]
    assert done.standing is Standing.DEPENDS


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (GOOD.replace(",40,", ',"40,5",'), "row 2: value_a: a decimal point was expected"),
        (GOOD.replace(",40,", ",40%,"), "row 2: value_a: a number without a percentage sign"),
        (GOOD.replace(",40,", ",140,"), "row 2: value_a: a share from 0 to 100 percent"),
        (GOOD.replace(",40,", ",-4,"), "row 2: value_a: a share from 0 to 100 percent"),
        (
            GOOD.replace(",40,", ",40,5,"),
            "row 2: 14 cells were expected, one for each column; found 15. Is there",
        ),
        (GOOD.replace(",40,171", ",40,"), "row 2: n_a: without the number of people nothing can be said"),
        (GOOD.replace(",40,171", ",40,0"), "row 2: n_a: a whole number of people"),
        (GOOD.replace(",40,171", ",40,171.5"), "row 2: n_a: a whole number of people"),
        (GOOD.replace(",40,171", ",40,171|271"), "row 2: as many values to try"),
        (GOOD.replace(",40,", ",,"), "row 2: value_a: a number was expected"),
        (GOOD.replace(",40,", ",nan,"), "row 2: value_a: a number was expected"),
        (GOOD.replace(",40,", ",4e1,"), "row 2: value_a: a number was expected"),
        (GOOD.replace("share", "percent"), "row 2: kind: share (in percent) or mean"),
        (GOOD.replace("share", "mean"), "row 2: a mean needs a standard deviation"),
        (GOOD.replace("significant", "sig"), "row 2: printed: significant, not_significant or nothing"),
        (GOOD.replace("self", "extra"), "row 2: two different groups"),
        (GOOD.replace("outflow", ""), "row 2: outcome: a name was expected"),
        (GOOD.replace("outflow", "out\x07flow"), "row 2: outcome: at most 500 printable"),
        (GOOD + GOOD, "row 3: the claim 'a' stands in row 2 already"),
        ('"a', "cannot be read as a table"),
        ("", "at least one row"),
    ],
)
def test_what_cannot_be_read_as_meant_is_refused_with_file_and_row(
    row: str, told: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    assert main(["claims", write(HEAD + row)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err
    assert "claims.csv" in printed.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD.replace("n_a", "n1") + GOOD, "the column 'n1' is not known"),
        (HEAD.replace("n_a,", "") + GOOD, "the columns n_a are missing"),
        (HEAD.replace("sd_b", "sd_a") + GOOD, "the column sd_a stands there twice"),
        ("", "are missing"),
        (HEAD + GOOD * 2001, "has more than 2000 rows"),
        (HEAD + "\0", "NUL byte"),
        ("x" * ((4 << 20) + 1), "larger than 4 MB"),
    ],
)
def test_what_is_no_table_of_claims_is_refused(text: str, told: str, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", write(text)]) == 2
    assert told in capsys.readouterr().err


def test_every_bad_row_is_told_at_once(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["claims", write(HEAD + GOOD.replace(",40,", ",40%,") + GOOD + GOOD.replace("a,f", "b,f").replace(",35,", ",135,"))])
        == 2
    )
    told = capsys.readouterr().err
    assert "row 2" in told
    assert "row 4" in told


def test_files_in_the_dutch_manner_and_missing_files(write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(read_claims(write("\ufeff" + (HEAD + GOOD).replace(",", ";")))) == 1
    assert main(["claims", str(tmp_path / "none.csv")]) == 2
    assert "amsterdam_2018_2022" in capsys.readouterr().err
    (tmp_path / "latin.csv").write_bytes(HEAD.encode() + b"\xe9")
    assert main(["claims", str(tmp_path / "latin.csv")]) == 2
    assert "not text in UTF-8" in capsys.readouterr().err
    assert main(["claims", str(tmp_path)]) == 2
    for level in ("0", "1", "x", "nan"):
        assert main(["claims", "amsterdam_2018_2022", "--level", level]) == 2
