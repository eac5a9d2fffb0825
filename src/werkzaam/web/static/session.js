// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
// Warns two minutes before the session ends, and lets somebody stay without losing what they typed. Without this file the page
// itself says until when somebody is signed in. Tabs tell each other: what is done in one keeps the session of all.
"use strict";

(() => {
  const shown = document.querySelector(".session");
  if (!shown) return;
  const form = shown.querySelector("form");
  const said = form.querySelector("[data-soon]");
  const button = form.querySelector("button");
  const tabs = new BroadcastChannel("session");
  const warnBefore = 120;
  // The browser's clock may be wrong; only the time that passes by it counts.
  let left, since, unreached;

  const show = (text, over) => {
    if (said.textContent !== text) said.textContent = text;
    button.hidden = over;
    form.hidden = false;
  };
  const look = () => {
    const rest = left - (Date.now() - since) / 1000;
    if (rest <= 0) show(said.dataset.over, true);
    else if (rest <= warnBefore) show(unreached ? said.dataset.unreached : said.dataset.soon, false);
    else form.hidden = true;
  };
  const begin = (seconds) => {
    left = seconds;
    since = Date.now();
    unreached = false;
    look();
  };
  const tell = (seconds) => {
    begin(seconds);
    tabs.postMessage(seconds);
  };
  tabs.addEventListener("message", (event) => begin(event.data));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).then((answer) => {
      if (answer.status === 204) tell(Number(answer.headers.get("X-Session-Seconds")));
      else begin(0);
    }).catch(() => {
      unreached = true;
      look();
    });
  });
  tell(Number(shown.dataset.ends) - Number(shown.dataset.now));
  window.setInterval(look, 1000);
})();
