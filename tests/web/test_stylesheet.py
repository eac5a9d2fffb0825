# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The stylesheet: made of what lies in web/style, every token it asks for has a value of ours, and browsers may keep it."""

from __future__ import annotations

import gzip
import re
import tomllib

import pytest

from tests.web.doors import Doors
from werkzaam.web import stylesheet
from werkzaam.web.stylesheet import STYLE, WRITTEN, as_worn, blocks, composed, tokens_defined, tokens_used


def test_the_stylesheet_that_pages_load_is_the_one_that_is_made() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == composed(), "Run `make styles`."


def test_every_token_that_is_used_has_a_value_and_every_value_is_used() -> None:
    sheet = composed()
    ours = (STYLE / "tokens.css").read_text(encoding="utf-8")
    assert tokens_used(sheet) - tokens_defined(sheet) == set()
    assert tokens_defined(ours) - set(re.findall(r"var\(\s*(--ams-[a-z0-9-]+)", sheet)) == set()
    own = re.compile(r"(--wz-[a-z-]+)")
    assert set(own.findall(sheet)) == set(re.findall(r"(--wz-[a-z-]+):", ours))


def test_the_look_of_a_city_is_not_borrowed() -> None:
    sheet = composed().lower()
    assert "amsterdam sans" not in sheet
    assert "url(" not in sheet, "The policy forbids pictures within a stylesheet, and a second request makes it slower."


def test_components_wear_our_names_and_leave_the_rest_out() -> None:
    names = {"ams-a": ".a", "ams-a__b": "b"}
    assert as_worn(".ams-a{x:1}.ams-a__b,.ams-a--c{x:2}", names) == ".a{x:1}b{x:2}"
    assert as_worn("@media print{.ams-a:not(.q,.r),.ams-a:invalid{x:1}.ams-z{x:2}}", names) == "@media print{.a:not(.q,.r){x:1}}"
    with pytest.raises(ValueError, match="not closed"):
        list(blocks(".a{x:1"))


def test_every_component_that_lies_here_is_worn() -> None:
    order = tomllib.loads((STYLE / "names.toml").read_text(encoding="utf-8"))["order"]
    assert sorted(order) == sorted(path.stem for path in (STYLE / "ams").iterdir())
    assert "ams-" not in re.sub(r"--ams-[a-z0-9-]+", "", composed())
    assert sorted([*stylesheet.OWN, "tokens"]) == sorted(path.stem for path in STYLE.glob("*.css"))


def test_a_browser_keeps_what_never_changes_and_never_a_page(doors: Doors) -> None:
    browser = doors.as_("samira")
    page = browser.get("/mijn/maand/2019-05", headers={"accept-encoding": "gzip"})
    assert page.headers["Cache-Control"] == "no-store, private"
    assert page.headers["Content-Encoding"] == "gzip"
    links = re.findall(r'(?:href|src)="(/static/[^"]+)"', gzip.decompress(page.content).decode())
    assert links
    for link in links:
        assert re.search(r"\?v=[0-9a-f]{12}$", link)
        answer = browser.get(link, headers={"accept-encoding": "gzip"})
        assert answer.headers["Cache-Control"] == "max-age=31536000, public"
        assert answer.headers["Content-Encoding"] == "gzip"
        answer.close()
