// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the tests ask inside the page: its functions beside vectors and Python, and how it can be read.
"use strict";

const inPage = {
  vectors(v) {
    const bytes = (text) => hexed(text, "", text.length / 2), s = v.small, wrong = [];
    const is = (name, one, other) => { if (canonical(one) !== canonical(other)) wrong.push([name, one, other]); };
    v.framed.forEach((x) => is("framed", hex(framed(...x.parts)), x.hash));
    v.canonical.forEach((x) => is("canonical", canonical(x.value), x.text));
    v.tree.forEach((x) => {
      const leaves = x.leaves.map(bytes);
      is("tree", hex(rootOf(leaves)), x.root);
      x.paths.forEach((path, at) => is("path", hex(climb(leaves[at], at, leaves.length, path.map(bytes))), x.root));
    });
    is("stratum", stratumCode(bytes(v.stratum.salt), v.stratum.text), v.stratum.code);
    v.apportion.forEach((x) => is("apportion", apportion(x.sizes, x.seats), x.select));
    v.beacon.forEach((x) => is("beacon", hex(sha256(bytes(x.signature))), x.randomness));
    const seed = bytes(s.result.seed), { plan } = s.result.list;
    is("slots", slotsOf(seed, plan), s.slots.all);
    is("fewer slots", slotsOf(seed, plan, ["zelfregie"]), s.slots["without zelfregie"]);
    const lots = [...draw(seed, s.lots.map((lot) => [lot.pid, lot.stratum]), plan).values()];
    is("lots", lots.sort((one, other) => textOrder(one.pid, other.pid)), s.lots);
    is("fingerprint", fingerprint(s.commitment), s.commitment_digest);
    is("before", checkReceipt(readReceipt(s.receipts[0].before), s.commitment), s.checks.before);
    is("after", checkReceipt(readReceipt(s.receipts[0].after), s.commitment, s.result), s.checks.after);
    is("seed", checkSeed(s.commitment, s.result), s.checks.seed);
    is("list", checkList(s.commitment, s.result), s.checks.list);
    return wrong;
  },

  reference({ seed }) {
    const cells = [], ages = ["18-34", "35-44", "45-54", "55-65"], districts = ["noord", "oost", "nieuwwest", "zuidoost"];
    for (const a of "vm") for (const b of ages) for (const c of districts) for (const d of "1234") cells.push([a, b, c, d].join("|"));
    const people = Array.from({ length: 5250 }, (_, at) => [`P${String(at).padStart(5, "0")}`, cells[(at * at + 7 * at) % 128]]);
    const leaves = people.map(([pid, code]) => lineLeaf(sha256(utf8(`demo${pid}`)).slice(0, 16), pid, code));
    const select = apportion(tally(people.map(([, code]) => code)), 812);
    const plan = { arms: ["extra aandacht", "zelfregie", "vergelijking"], pattern: [0, 1, 2], select };
    const taken = [...draw(hexed(seed, "seed"), people, plan).values()].filter((lot) => lot.arm).map((lot) => [lot.pid, lot.arm]);
    taken.sort((one, other) => textOrder(one[0], other[0]));
    const result = hex(sha256(utf8(canonical(taken))));
    return { root: hex(rootOf(leaves)), plan: hex(planDigest(plan)), seed, totals: tally(taken.map(([, arm]) => arm)), result };
  },

  receipts(texts, commitment, result) {
    return texts.map((text) => {
      try { return checkReceipt(readReceipt(text), commitment, result); } catch (error) {
        if (error instanceof Wrong) return "refused";
        throw error;
      }
    });
  },

  // Which of these promises and results cannot be read.
  refused(records) {
    return records.map(([kind, record]) => {
      try { (kind === "promise" ? readCommitment : readResult)(record); return false; } catch (error) {
        if (error instanceof Wrong) return true;
        throw error;
      }
    });
  },

  // Texts whose contrast with what is behind them is below 4.5 to 1 (WCAG 1.4.3).
  poorContrast() {
    const light = (colour) => {
      const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
      const [r, g, b] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (start) => {
      for (let node = start; node; node = node.parentElement) {
        const colour = getComputedStyle(node).backgroundColor;
        if (!colour.startsWith("rgba(0, 0, 0, 0")) return colour;
      }
      return "rgb(255, 255, 255)";
    };
    const told = (node) => node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    return [...document.querySelectorAll("body *")].filter(told).filter((node) => {
      const [more, less] = [light(getComputedStyle(node).color), light(behind(node))].sort((one, other) => other - one);
      return (more + 0.05) / (less + 0.05) < 4.5;
    }).map((node) => node.outerHTML.slice(0, 80));
  },

  nameless() {
    const named = (each) => (each.labels && each.labels.length) || each.textContent.trim() || each.getAttribute("aria-label");
    return [...document.querySelectorAll("input, textarea, button, summary")].filter((each) => !named(each)).map((each) => each.outerHTML);
  },

  smallTargets() {
    const all = [...document.querySelectorAll("button, summary, textarea, input")];
    return all.filter((each) => each.offsetParent && each.offsetHeight < 44).map((each) => each.outerHTML);
  },
};
