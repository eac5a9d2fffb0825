// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
// Warns two minutes before the session ends, and lets somebody stay without losing what they typed. Without this file the page
// itself says until when somebody is signed in.
"use strict";

(() => {
  const shown = document.querySelector(".session");
  if (!shown) return;
  const form = shown.querySelector("form");
  const said = form.querySelector("[data-soon]");
  const button = form.querySelector("button");
  const warnBefore = 120;
  // The browser's clock may be wrong; only the time that passes by it counts.
  let left = Number(shown.dataset.ends) - Number(shown.dataset.now);
  let since = Date.now();

  const show = (text, over) => {
    if (said.textContent !== text) said.textContent = text;
    button.hidden = over;
    form.hidden = false;
  };
  const look = () => {
    const rest = left - (Date.now() - since) / 1000;
    if (rest <= 0) show(said.dataset.over, true);
    else if (rest <= warnBefore) show(said.dataset.soon, false);
    else form.hidden = true;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).then((answer) => {
      if (answer.status === 204) {
        left = Number(answer.headers.get("X-Session-Seconds"));
        since = Date.now();
        look();
      } else show(said.dataset.over, true);
    }).catch(() => {});
  });
  window.setInterval(look, 1000);
})();
