# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody gets there: by keyboard alone, with text twice as large, without JavaScript, in colours and words of their own."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.axe import NARROW, clean, sticks_out
from tests.browser.conftest import Visitor

Visitors = Callable[..., Visitor]
_STYLE = "([one, name]) => getComputedStyle(document.querySelector(one)).getPropertyValue(name)"
_FOCUSED = """() => { const one = document.activeElement, style = getComputedStyle(one);
  const name = one.className ? '.' + one.className.split(' ')[0] : '';
  return [one.tagName + name, style.outlineStyle, parseFloat(style.outlineWidth)] }"""


def style(page: Page, element: str, name: str) -> str:
    """A property of the first element that a selector finds, as the browser uses it."""
    found: str = page.evaluate(_STYLE, [element, name])
    return found


def focused(page: Page) -> tuple[str, str, float]:
    """What has the focus, and the line around it."""
    tag, line, width = page.evaluate(_FOCUSED)
    return tag, line, width


def test_the_keyboard_reaches_the_content_the_menu_and_every_line(visitors: Visitors) -> None:
    page = visitors("samira").go("/mijn/maand/2019-05")
    page.keyboard.press("Tab")
    assert focused(page)[0] == "A.skip-link"
    assert page.locator(".skip-link").bounding_box()["height"] > 24  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.url.endswith("#inhoud")
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        tag, line, width = focused(page)
        assert (line, width >= 2) == ("solid", True), f"{tag} shows no focus"
        seen.append(tag)
    assert "SUMMARY" in seen
    line = page.locator(".line details").first
    line.locator("summary").focus()
    page.keyboard.press("Enter")
    assert line.locator("p").first.is_visible()
    page.keyboard.press("Space")
    assert not line.locator("p").first.is_visible()


def test_the_menu_of_a_telephone_opens_and_closes_by_keyboard_and_without_javascript(visitors: Visitors) -> None:
    page = visitors("samira", phone=True, script=False).go("/mijn/maand/2019-05")
    menu, button = page.locator("nav.menu"), page.locator(".menu-button")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert menu.locator("a[aria-current=page]").count() == 1
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    button.click()
    menu.locator("a").nth(1).click()
    assert page.url != ""
    assert page.locator("h1").count() == 1


def test_the_menu_is_clean_when_it_is_open(visitors: Visitors) -> None:
    page = visitors("samira", phone=True).go("/mijn/maand/2019-05")
    page.locator(".menu-button").click()
    clean(page)


def test_what_is_wrong_in_a_form_comes_first_and_has_the_focus(visitors: Visitors) -> None:
    visitor = visitors()
    page = visitor.go("/inloggen")
    page.keyboard.press("Tab")
    page.locator("input[name=login]").focus()
    page.keyboard.type("samira")
    page.keyboard.press("Enter")
    summary = page.locator(".summary-of-errors")
    summary.wait_for()
    expect(summary).to_be_focused()
    clean(page)
    link = summary.locator("a").first
    link.click()
    assert page.evaluate("document.activeElement.name") == "password"
    assert page.locator("input[name=login]").input_value() == "samira"
    assert page.locator("[aria-invalid=true]").count() == 1
    visitor.wrong = [one for one in visitor.wrong if "400" not in one]


def test_text_twice_as_large_needs_no_scrolling_sideways(visitors: Visitors) -> None:
    page = visitors("samira").page
    for path in ("/mijn/maand/2019-05", "/mijn/contact"):
        page.goto(page.url.split("/mijn")[0] + path)
        assert sticks_out(page, {"width": 640, "height": 450}) == [], "1280 pixels at 200%"
        assert sticks_out(page, NARROW) == [], "1280 pixels at 400%"
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert sticks_out(page, {"width": 360, "height": 740}) == [], "text alone at 200% on a telephone"


def test_what_is_a_button_looks_like_one(visitors: Visitors) -> None:
    page = visitors().go("/inloggen")
    assert style(page, "main .button", "background-color") == "rgb(11, 85, 99)"
    assert style(page, "main .button", "color") == "rgb(255, 255, 255)"
    assert float(style(page, "main .button", "padding-left").removesuffix("px")) >= 12
    assert style(page, "input[name=login]", "border-top-style") == "solid"
    assert style(page, "main", "max-width") != "none"
    assert style(page, "label", "font-weight") == "600"
    assert style(page, "h1", "font-size") > style(page, "body", "font-size")
    assert "system-ui" in style(page, "body", "font-family")


def test_colours_of_ones_own_and_a_dark_screen_break_nothing(visitors: Visitors) -> None:
    page = visitors("samira").go("/mijn/maand/2019-05")
    page.emulate_media(color_scheme="dark")
    clean(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    total = ".line.total"
    assert style(page, total, "border-top-style") == "solid"
    assert page.locator(".line .amount").first.is_visible()
    page.emulate_media(forced_colors="none", media="print")
    assert not page.locator(".page-tools").is_visible()
    assert not page.locator("nav.menu").is_visible()


def test_another_language_keeps_the_page_and_marks_the_dutch_that_stays(visitors: Visitors) -> None:
    page = visitors("samira", script=False).go("/mijn/maand/2019-05")
    assert page.locator("html").get_attribute("lang") == "nl"
    page.get_by_role("button", name="English").click()
    assert page.url.endswith("/mijn/maand/2019-05")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("button[lang=nl]").inner_text() == "Nederlands"
    assert page.locator(".law [lang=nl], a[lang=nl], span[lang=nl]").count() > 0
    page.get_by_role("button", name="Nederlands").click()
    assert page.locator("html").get_attribute("lang") == "nl"
