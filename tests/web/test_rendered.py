# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was rendered is used again for equal values only, and for nobody else."""

from __future__ import annotations

from typing import Any

from tests.web.doors import Doors
from werkzaam.web.rendered import Rendered


def main_of(answer: Any) -> str:
    """What a page says, without what stands around it."""
    found: str = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return found


def test_equal_values_are_rendered_once_and_others_again() -> None:
    kept, made = Rendered(most=2), list[str]()

    def text(name: str) -> str:
        made.append(name)
        return name

    assert kept.get("a", (1, "x"), lambda: text("one")) == "one"
    assert kept.get("a", (1, "x"), lambda: text("two")) == "one"
    assert kept.get("a", (2, "x"), lambda: text("three")) == "three"
    for other in ("b", "c"):
        kept.get(other, 0, lambda: text("other"))
    assert kept.get("a", (2, "x"), lambda: text("four")) == "four", "What was asked longest ago was let go."
    assert made == ["one", "three", "other", "other", "four"]


def test_who_reads_the_same_month_gets_the_addresses_and_buttons_that_are_theirs(doors: Doors) -> None:
    own = main_of(doors.as_("samira").get("/mijn/maand"))
    others = main_of(doors.as_("karin").get(doors.path("month-now", 1001)))
    assert "Klopt dit niet?" in own
    assert "Klopt dit niet?" not in others
    assert "/mijn/" not in others
    assert main_of(doors.as_("samira").get("/mijn/maand")) == own
    assert "Klopt dit niet?" not in main_of(doors.as_("samira", lang="en").get("/mijn/maand"))
