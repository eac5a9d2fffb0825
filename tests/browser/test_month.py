# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The month page in a real browser: on a phone and a screen, with and without JavaScript, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import stands
from tests.browser.conftest import Visitor


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("phone", [True, False])
def test_the_month_opens_line_by_line(
    visitors: Callable[..., Visitor], pictures: Path, phone: bool, script: bool, lang: str
) -> None:
    page = visitors("samira", phone=phone, script=script, lang=lang).page
    page.get_by_text("€").first.wait_for()
    line = page.locator("details").first
    line.locator("summary").click()
    expect(line.locator("p").first).to_be_visible()
    stands(page, pictures / f"month-{phone}-{script}-{lang}.png", script=script)
