# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogues that ship are whole, are found by goal, and say what is missing."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from werkzaam.app.casework.catalogues import courses, employer_schemes, instruments
from werkzaam.app.casework.work_pages import gaps_page, instruments_page, schemes_page
from werkzaam.casework.employers import ASPECTS, schemes_for
from werkzaam.casework.instruments import offer_for
from werkzaam.cli.main import main
from werkzaam.core.errors import InputError, UnknownName


@pytest.mark.requirement("R-124")
def test_for_paid_work_a_client_of_any_step_finds_job_hunter_and_internship() -> None:
    """Nothing asks on which step of a participation ladder a client is: the search has no such argument."""
    found = offer_for("betaald_werk", instruments())
    assert {"jobhunter", "leerstage"} <= {one.code for one in found.instruments}
    assert len({one.department for one in found.instruments}) > 2
    assert list(inspect.signature(offer_for).parameters) == ["goal", "catalogue"]


@pytest.mark.requirement("R-058")
def test_for_an_own_business_there_is_an_instrument_or_the_gap_is_said() -> None:
    """Story own_business."""
    assert [one.code for one in offer_for("eigen_bedrijf", instruments()).instruments] == [
        "uitkering_starter",
        "voorbereiding_bedrijf",
    ]
    none = offer_for("eigen_bedrijf", ())
    assert none.gap
    assert "een eigen bedrijf is er nu niets" in instruments_page(none, "nl")


@pytest.mark.requirement("R-157")
def test_an_employer_of_twelve_sees_every_scheme_with_who_what_how_and_whom_to_ask() -> None:
    found = schemes_for(12, employer_schemes())
    assert {"loonkostensubsidie", "proefplaats"} <= {one.code for one in found}
    for lang, words in (("nl", ("Voor wie", "Wat u krijgt", "Hoe u het regelt", "Bij wie")),
                        ("en", ("For whom", "What you get", "How to get it", "Whom to ask"))):  # fmt: skip
        assert all(getattr(one, name).text(lang).strip() for one in found for name in ASPECTS)
        page = schemes_page(found, lang)
        assert all(page.count(f"{word}: ") == len(found) for word in words)
    with pytest.raises(InputError, match="--staff"):
        schemes_for(0, employer_schemes())


def test_every_instrument_and_scheme_says_where_it_is_written() -> None:
    assert all("(2026-" in one.source for one in (*instruments(), *employer_schemes()))
    assert len({one.code for one in instruments()}) == len(instruments())
    assert all(one.source for one in courses())


def test_a_catalogue_with_an_empty_field_or_an_unknown_goal_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "eigen.toml"
    text = ('[bronnen]\nx = { waar = "hier", gezien = 2020-01-01 }\n[[instrument]]\ncode = "a"\nnaam = { nl = "A", en = "A" }\n'
            'wat = { nl = "A", en = "A" }\nafdeling = { nl = "A", en = "A" }\ndoelen = ["werk"]\nbron = "x"\n')  # fmt: skip
    file.write_text(text)
    with pytest.raises(InputError, match=r"row 8: instrument 1, doelen"):
        instruments(file)
    file.write_text(text.replace('["werk"]', '["taal"]').replace('en = "A" }\nafdeling', 'en = "" }\nafdeling'))
    with pytest.raises(InputError, match=r"row 6: instrument 1, wat, en"):
        instruments(file)
    file.write_text(text.replace('["werk"]', '["taal"]').replace('bron = "x"', 'bron = "y"'))
    with pytest.raises(InputError, match="one of the sources above"):
        instruments(file)
    with pytest.raises(UnknownName, match="Known are: deeltijdwerk"):
        offer_for("trede_2", instruments())


def test_the_pages_print(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "--goal", "eigen_bedrijf", "--lang", "en"]) == 0
    assert "What can help with: a business of one's own" in capsys.readouterr().out
    assert main(["employers", "schemes", "--staff", "12"]) == 0
    assert "70 procent" in capsys.readouterr().out
    assert "lorry licence     20" in gaps_page([("lorry licence", 20)], "en")
    assert "There is a course for every wish." in gaps_page([], "en")
