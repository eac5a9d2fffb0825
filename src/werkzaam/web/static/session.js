// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
// Warns two minutes before the session ends, and lets somebody stay without losing what they typed. A page that opens, or stays, in
// another tab keeps the same session open, and tells this one. Without this file the page itself says until when somebody is
// signed in.
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

  // What the button last met, until the session goes on: no network, or no session.
  let failed = "";
  const others = "BroadcastChannel" in window ? new BroadcastChannel("werkzaam-session") : null;

  const goesOn = (seconds) => {
    left = seconds;
    since = Date.now();
    failed = "";
    look();
  };
  const rest = () => left - (Date.now() - since) / 1000;
  const show = (text, over) => {
    if (said.textContent !== text) said.textContent = text;
    button.hidden = over;
    form.hidden = false;
  };
  const look = () => {
    if (rest() <= 0) show(said.dataset.over, true);
    else if (failed) show(failed, false);
    else if (rest() <= warnBefore) show(said.dataset.soon, false);
    else form.hidden = true;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).then((answer) => {
      if (answer.status !== 204) return goesOn(0);
      goesOn(Number(answer.headers.get("X-Session-Seconds")));
      if (others) others.postMessage(left);
    }).catch(() => {
      failed = said.dataset.failed;
      look();
    });
  });
  if (others) {
    others.onmessage = (event) => { if (event.data > rest()) goesOn(event.data); };
    others.postMessage(left);
  }
  window.setInterval(look, 1000);
})();
