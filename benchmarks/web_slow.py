# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the month in Chromium on a throttled network: bytes of a first and a next view, and seconds until it can be used.

The network is that of a slow third-generation telephone: 750 kbit/s down, 250 up, 100 ms there and back.

    python benchmarks/web_slow.py PORT COOKIE PATH
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

DOWN, UP, WAIT = 750_000 // 8, 250_000 // 8, 100
"""Bytes a second and milliseconds."""
TURNS = 5


def main(port: str, cookie: str, path: str) -> dict[str, Any]:
    """The bytes of two views, and the seconds of the middle one of several first views."""
    address = f"http://127.0.0.1:{port}"
    name, _, key = cookie.partition("=")
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.browser.chromium import QUIET, chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        views = []
        for _ in range(TURNS):
            context = browser.new_context(locale="nl-NL", viewport={"width": 360, "height": 740})
            context.add_cookies([{"name": name, "value": key, "url": address}])
            page = context.new_page()
            line = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions",
                      {"offline": False, "latency": WAIT, "downloadThroughput": DOWN, "uploadThroughput": UP})  # fmt: skip
            views.append((_view(page, line, address + path), _view(page, line, address + path)))
            context.close()
        browser.close()
    first, after = (sorted(found)[TURNS // 2] for found in zip(*views, strict=True))
    return {"usable": first[0], "first_bytes": first[1], "after_usable": after[0], "after_bytes": after[1]}


def _view(page: Page, line: CDPSession, address: str) -> tuple[float, int]:
    """Seconds until the page is whole and can be used, and the bytes that came over the network for it."""
    came = [0]

    def count(event: dict[str, Any]) -> None:
        came[0] += int(event["encodedDataLength"])

    line.on("Network.loadingFinished", count)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)
    line.remove_listener("Network.loadingFinished", count)
    seconds: float = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd") / 1000
    return seconds, came[0]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(*sys.argv[1:])) + "\n")
