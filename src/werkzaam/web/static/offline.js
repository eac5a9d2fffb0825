// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
// A form that is sent without a network takes the page away, and with it what was typed: a page of ours is not kept by the browser.
// So it is not sent, and says why. Without this file the browser says that there is no network.
"use strict";

(() => {
  const said = document.querySelector("[data-offline]");
  if (!said) return;
  document.addEventListener("submit", (event) => {
    if (navigator.onLine || event.defaultPrevented) return;
    event.preventDefault();
    event.target.append(said);
    said.hidden = false;
    said.focus();
  });
  window.addEventListener("online", () => { said.hidden = true; });
})();
