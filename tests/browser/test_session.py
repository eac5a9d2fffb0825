# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A session in a real browser: its second step, its end, two tabs, the back button and a network that is gone."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import time

from django_otp.oath import TOTP
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

Visitors = Callable[..., Visitor]
NOT_OURS = re.compile(r"status of (400|429)|ERR_INTERNET_DISCONNECTED|Failed to fetch")
"""What Chromium says about an answer that a test asks for."""


def expected(visitor: Visitor) -> None:
    """What the browser complained of was meant to happen."""
    visitor.wrong = [one for one in visitor.wrong if not NOT_OURS.search(one)]


def give(page: Page, code: str) -> None:
    """Type a code and send it."""
    page.locator("input[name=code]").fill(code)
    page.locator("main form button").click()


def shown(key: str) -> str:
    """What a telephone with the key of the page shows now."""
    from base64 import b32decode

    made = TOTP(b32decode(key.replace(" ", "")))
    made.time = time()
    return f"{made.token():06d}"


def test_a_second_step_is_set_up_and_asked_for_at_the_next_signing_in(visitors: Visitors) -> None:
    """The picture or its key; a wrong code says so and keeps the key; a code on paper gets in once."""
    visitor = visitors()
    page = visitor.sign_in("tess")
    page.goto(f"{visitor.served.url}/inloggen/tweede-stap")
    page.locator("summary").click()
    key = page.locator("details code").inner_text()
    assert page.evaluate("document.querySelector('.figure img').naturalWidth") > 100
    give(page, "000000")
    expect(page.locator("input[aria-invalid=true]")).to_have_count(1)
    assert page.locator("details code").text_content() == key
    give(page, shown(key))
    expect(page.locator("main"), "too soon is not wrong").to_contain_text("pauze")
    page.wait_for_timeout(1_100)  # After a wrong code the next is looked at a second later.
    give(page, shown(key))
    expect(page.locator("main li code")).to_have_count(10)
    papers = page.locator("main li code").all_inner_texts()
    assert len(set(papers)) == 10
    other = visitors()
    page = other.sign_in("tess")
    assert page.url.endswith("/inloggen/code")
    other.go("/werk/agenda")
    assert page.url.endswith("/inloggen/code"), "a password alone opens no door"
    give(page, papers[0])
    expect(page.locator("nav.menu")).to_have_count(1)
    assert not page.url.endswith("/inloggen/code")
    again = visitors()
    page = again.sign_in("tess")
    give(page, papers[0])
    expect(page.locator("input[aria-invalid=true]"), "each code on paper counts once").to_have_count(1)
    for one in (visitor, again):
        expected(one)


def half_typed(visitors: Visitors) -> Visitor:
    """Somebody who signed in and typed half of something, with a clock that the test moves."""
    visitor = visitors()
    visitor.sign_in("samira")
    visitor.page.clock.install()
    visitor.go("/account/wachtwoord").locator("input[name=new]").fill("een halve zin")
    return visitor


def test_who_is_locked_out_reads_why_and_for_how_long(visitors: Visitors) -> None:
    visitor = visitors()
    page = visitor.go("/inloggen")
    for _ in range(5):
        page.locator("input[name=login]").fill("henk")
        page.locator("input[name=password]").fill("fout")
        page.locator("main form button").click()
    assert "kwartier" in page.locator("main").inner_text()
    assert page.locator("input[name=login]").input_value() == "henk"
    assert page.locator("input[name=password]").input_value() == ""
    expected(visitor)


def test_a_session_warns_before_its_end_and_stays_without_losing_what_was_typed(visitors: Visitors) -> None:
    visitor = half_typed(visitors)
    page = visitor.page
    warning = page.locator(".session-warning")
    page.clock.run_for(12 * 60_000)
    assert not warning.is_visible()
    page.clock.run_for(70_000)
    expect(warning).to_be_visible()
    assert warning.get_attribute("role") == "alert"
    warning.locator("button").click()
    expect(warning).to_be_hidden()
    assert page.locator("input[name=new]").input_value() == "een halve zin"
    page.clock.run_for(16 * 60_000)
    expect(warning).to_be_visible()
    expect(warning.locator("button")).to_be_hidden()
    assert page.locator("input[name=new]").input_value() == "een halve zin"


def test_what_is_done_in_one_tab_keeps_the_session_of_the_other(visitors: Visitors) -> None:
    """A page that is opened, or a button that is pressed, in another tab: this one does not say that the session is over."""
    visitor = half_typed(visitors)
    page, other = visitor.page, visitor.context.new_page()
    warning, elsewhere = page.locator(".session-warning"), other.locator(".session-warning")
    page.clock.run_for(14 * 60_000)
    expect(warning).to_be_visible()
    other.goto(f"{visitor.served.url}/account")
    expect(warning).to_be_hidden()
    page.clock.run_for(14 * 60_000)
    expect(warning).to_be_visible()
    elsewhere.locator("button").click()
    expect(warning).to_be_hidden()
    page.clock.run_for(14 * 60_000)
    assert "Over 2 minuten" in warning.inner_text()
    assert page.locator("input[name=new]").input_value() == "een halve zin"


def test_signing_out_in_one_tab_stops_the_form_in_the_other_and_the_back_button_shows_nothing(visitors: Visitors) -> None:
    visitor = visitors()
    page = visitor.sign_in("samira")
    form = visitor.context.new_page()
    form.goto(f"{visitor.served.url}/account/wachtwoord")
    form.locator("input[name=old]").fill("voorbeeld")
    form.locator("input[name=new]").fill("een lange zin met bomen erin")
    page.goto(f"{visitor.served.url}/mijn/maand/2019-05")
    page.locator("form[action='/uitloggen'] button").first.click()
    assert "/inloggen" in page.url
    form.locator("main form button").click()
    assert "/inloggen" in form.url
    page.go_back()
    assert "/inloggen" in page.url, "a page of before is asked for again"
    page = visitor.sign_in("samira")
    assert "/inloggen" not in page.url, "the password is as it was"


def test_a_network_that_is_gone_keeps_what_was_typed_and_says_so(visitors: Visitors) -> None:
    """Staying signed in without a network loses nothing; it can be asked again when the network is there."""
    visitor = half_typed(visitors)
    page = visitor.page
    page.clock.run_for(13 * 60_000 + 30_000)
    warning = page.locator(".session-warning")
    expect(warning).to_be_visible()
    visitor.context.set_offline(True)
    warning.locator("button").click()
    expect(warning).to_contain_text("geen verbinding")
    page.clock.run_for(5_000)
    expect(warning).to_contain_text("geen verbinding")
    visitor.context.set_offline(False)
    warning.locator("button").click()
    expect(warning).to_be_hidden()
    assert page.locator("input[name=new]").input_value() == "een halve zin"
    expected(visitor)
