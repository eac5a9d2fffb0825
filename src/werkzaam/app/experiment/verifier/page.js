// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
//
// The page itself: takes a receipt and what was published, shows what was found. Texts are only ever set as text.
"use strict";

const at = (id) => document.getElementById(id);
const shown = { lang: "nl", last: null, problems: {} };

function say(key, values = {}) {
  const text = key.split(".").reduce((found, part) => found[part], TEXTS[shown.lang]);
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

const number = (value) => value.toLocaleString(shown.lang === "nl" ? "nl-NL" : "en-GB");
const when = (round) => new Date((QUICKNET.genesis + (round - 1) * QUICKNET.period) * 1000).toLocaleString(shown.lang === "nl" ? "nl-NL" : "en-GB",
  { dateStyle: "long", timeStyle: "medium", timeZone: "Europe/Amsterdam" });
const holds = ([, expected, found]) => expected === found;

// Where the promised round did not come: "later" for the round that the promise puts in its place, "dice" for throws in public.
// Whether it never came is not to be worked out here, so the page says what to look at instead of that it is right or wrong.
function instead({ commitment, result, own }) {
  if (!result || own.some((check) => !holds(check) && check[0] !== "beacon.round") || own.every(holds)) return null;
  if (result.round === fallbackRound(commitment.round)) return "later";
  return result.round === 0 && isThrown(result.signature) ? "dice" : null;
}

function inWords(stratum) {
  const marks = [];
  const cells = stratum.replace(/ -(select|interview|arm)(?:=(\S+))?/g, (whole, mark, arm) => { marks.push(say(`mark_${mark}`, { arm })); return ""; });
  return [cells === "" ? say("everybody") : cells.replaceAll("=", " ").replaceAll("|", ", "), ...marks].join("; ");
}

// --- Reading --------------------------------------------------------------------------------------------------------------------

// Every promise with the result that names it. A lone promise and a lone result belong together, also when they do not fit: then
// the checks say so.
function draws(records) {
  const promises = [], results = [];
  const sort = (record) => {
    if (Array.isArray(record)) record.forEach(sort);
    else if (record && record.commitment && typeof record.commitment === "object") [record.commitment, record.result].forEach(sort);
    else if (record && "protocol" in record) promises.push(readCommitment(record));
    else if (record && "seed" in record) results.push(readResult(record));
    else if (record) throw new Wrong("protocol");
  };
  records.forEach(sort);
  if (!promises.length) throw new Wrong(results.length ? "protocol" : "nothing");
  if (promises.length === 1) return [{ commitment: promises[0], result: results.at(-1) || null }];
  return promises.map((commitment) => ({ commitment, result: results.find((one) => one.commitment === fingerprint(commitment)) || null }));
}

// The draw whose list a receipt is on; without one, or on no list, the newest.
const drawOf = (all, receipt) => all.find(({ commitment }) => receipt && isOnList(receipt, commitment)) || all.at(-1);

function parse(text) {
  try { return JSON.parse(text); } catch (error) { throw new Wrong("json", error.message); }
}

async function published() {
  const pasted = at("published-text").value.trim();
  const texts = await Promise.all(Array.from(at("files").files, (file) => file.text()));
  if (pasted) texts.push(pasted);
  if (!texts.length) texts.push(at("published").textContent.trim() || "null");
  return draws(texts.map(parse));
}

// --- Checking -------------------------------------------------------------------------------------------------------------------

async function attempt(field, work) {
  try { return await work(); } catch (error) {
    const code = error.code === "form" && field === "receipt" ? "cut" : error.code;
    shown.problems[field] = error instanceof Wrong ? [code, error.detail] : ["other", error.message];
    return undefined;
  }
}

async function check(event) {
  if (event) event.preventDefault();
  shown.problems = {};
  shown.last = null;
  at("outcome").hidden = true;
  at("status").textContent = say("busy");
  await new Promise((resolve) => setTimeout(resolve, 30));
  const text = at("receipt").value.trim();
  const receipt = text ? await attempt("receipt", () => readReceipt(text)) : null;
  const found = await attempt("published", async () => drawOf(await published(), receipt));
  const list = found && found.result && found.result.list;
  if (found && receipt === null && !list) shown.problems.receipt = ["nothing_own", ""];
  if (found && !Object.keys(shown.problems).length) {
    shown.last = await attempt("published", () => worked(found, receipt, list));
  }
  showProblems();
  if (shown.last) { show(); at("status").textContent = say("done"); at("verdict").focus(); } else at("status").textContent = "";
}

function worked({ commitment, result }, receipt, list) {
  const own = receipt ? checkReceipt(receipt, commitment, result) : checkSeed(commitment, result);
  const whole = list ? checkList(commitment, result) : [];
  return { commitment, result, receipt, list, own, whole, tickets: receipt && result ? ownTickets(receipt, result) : [] };
}

// --- Showing --------------------------------------------------------------------------------------------------------------------

function showProblems() {
  for (const [field, inputs] of [["receipt", ["receipt"]], ["published", ["files", "published-text"]]]) {
    const problem = shown.problems[field], line = at(`${field}-error`);
    line.hidden = !problem;
    line.textContent = problem ? say(`errors.${problem[0]}`, { detail: problem[1] }) : "";
    for (const input of inputs) if (problem) at(input).setAttribute("aria-invalid", "true"); else at(input).removeAttribute("aria-invalid");
  }
  if (shown.problems.receipt) at("receipt").focus(); else if (shown.problems.published && !at("chooser").hidden) at("files").focus();
}

function sign(state) {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shapes = {
    good: [["circle", { cx: 16, cy: 16, r: 15, fill: "#14592e" }], ["path", { d: "M8 17l6 6 11-13", fill: "none", stroke: "#fff", "stroke-width": 3.5 }]],
    bad: [["path", { d: "M10 1h12l9 9v12l-9 9H10l-9-9V10z", fill: "#8f1d14" }], ["path", { d: "M10 10l12 12M22 10L10 22", fill: "none", stroke: "#fff", "stroke-width": 3.5 }]],
    none: [["circle", { cx: 16, cy: 16, r: 14, fill: "none", stroke: "#4a5560", "stroke-width": 3 }], ["path", { d: "M16 8v9l6 4", fill: "none", stroke: "#4a5560", "stroke-width": 3 }]],
    look: [["circle", { cx: 16, cy: 16, r: 14, fill: "none", stroke: "#4a5560", "stroke-width": 3 }], ["path", { d: "M16 8v3M16 14v10", fill: "none", stroke: "#4a5560", "stroke-width": 3 }]],
  };
  drawn.setAttribute("viewBox", "0 0 32 32");
  drawn.setAttribute("class", "sign");
  drawn.setAttribute("aria-hidden", "true");
  for (const [tag, attributes] of shapes[state]) {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    drawn.append(shape);
  }
  return drawn;
}

function finding(state, title, ...sentences) {
  const line = element("li", undefined, { class: state }), told = element("div");
  told.append(element("span", `${say({ good: "holds", bad: "fails", none: "later", look: "look" }[state])}: `, { class: "state" }), element("strong", title));
  for (const sentence of sentences) told.append(element("p", sentence));
  line.append(sign(state), told);
  return line;
}

function findings(last) {
  const { commitment, result, receipt, list, own, whole } = last, other = instead(last);
  const of = (...names) => own.filter(([name]) => names.includes(name) && !(other && name === "beacon.round")).every(holds);
  const lines = [];
  const told = (good, title, yes, no) => lines.push(good ? finding("good", title, ...yes) : finding("bad", title, ...no));
  if (receipt) {
    const values = { place: number(receipt.index + 1), size: number(receipt.size) };
    told(of("roster.size", "roster.path"), say("list"), [say("list_good", values)], [say("list_bad")]);
  }
  if (!result) return [...lines, finding("none", say("result_later"), say("result_later_more"))];
  const seed = ["result.commitment", "secret.hash", "secret.time", "beacon.round", "beacon.randomness", "seed"];
  if (other) {
    lines.push(finding("look", say("chance"), say(`chance_${other}`), say("chance_promised", { text: commitment.fallback[shown.lang] }),
      say("chance_look", { round: commitment.round, moment: when(commitment.round) })));
  } else told(of(...seed), say("chance"), [say("chance_good", { moment: when(result.round) })], [say("chance_bad")]);
  if (receipt && !receipt.lot) lines.push(finding("none", say("own"), say("own_early")));
  if (receipt && receipt.lot) {
    const { arm, interview } = receipt.lot;
    const said = [arm === null ? say("own_none") : say("own_arm", { arm }), ...(interview ? [say("own_interview")] : [])];
    told(of("result.path", "arm.slot", ...seed, "roster.size", "roster.path"), say("own"), said, [say("own_bad")]);
  }
  if (list) {
    const totals = Object.entries(result.totals).map(([arm, people]) => `${arm} ${number(people)}`).join(", ");
    told(whole.every(holds), say("all"), [say("all_good", { size: number(commitment.size), totals })], [say("all_bad")]);
  }
  return lines;
}

function facts({ commitment, result, receipt, tickets: own }) {
  const rows = [];
  if (receipt) {
    rows.push(["fact_pid", receipt.pid, true], ["fact_stratum", inWords(receipt.stratum)], ["fact_place", `${number(receipt.index + 1)} / ${number(receipt.size)}`]);
  }
  for (const [purpose, ticket] of own) {
    const place = purpose === "select" && receipt.lot;
    rows.push([`ticket_${purpose}`, place ? say("select_place", { ticket: ticket.slice(0, 16), place: number(receipt.lot.select) }) : ticket.slice(0, 16), true]);
  }
  if (result) rows.push(["fact_round", result.round === 0 ? say("fact_dice") : say("fact_round_more", { round: result.round, moment: when(result.round) })]);
  rows.push(["fact_print", fingerprint(commitment), true, say("fact_print_more")]);
  return rows.flatMap(([key, value, code, more]) => {
    const told = element("dd");
    told.append(element("span", value, code ? { class: "code" } : {}));
    if (more) told.append(element("br"), more);
    return [element("dt", say(key)), told];
  });
}

function show() {
  const { own, whole } = shown.last, checks = [...own, ...whole];
  const other = instead(shown.last), looked = (check) => other && check[0] === "beacon.round";
  const wrong = checks.filter((check) => !holds(check) && !looked(check)).length;
  at("outcome").hidden = false;
  at("outcome").classList.toggle("bad", wrong > 0);
  at("verdict").textContent = say(wrong ? "bad" : other ? "good_look" : "good");
  const verb = shown.lang === "nl" ? ["klopt", "kloppen"] : ["is", "are"];
  at("verdict-more").textContent = say(wrong ? "bad_more" : other ? "good_look_more" : "good_more", { count: checks.length, wrong, kloppen: verb[Number(wrong !== 1)] });
  at("findings").replaceChildren(...findings(shown.last));
  at("facts").replaceChildren(...facts(shown.last));
  at("rows").replaceChildren(...checks.map((check) => {
    const row = element("tr");
    row.append(element("th", check[0], { scope: "row" }), element("td", say(holds(check) ? "yes" : looked(check) ? "see" : "no")),
      element("td", check[1], { class: "code" }), element("td", check[2], { class: "code" }));
    return row;
  }));
}

function speak(lang) {
  shown.lang = lang;
  document.documentElement.lang = lang;
  document.title = say("title");
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
  for (const each of document.querySelectorAll("[data-lang]")) each.setAttribute("aria-pressed", String(each.dataset.lang === lang));
  at("limits").replaceChildren(...TEXTS[lang].limits.map((text) => element("li", text)));
  showProblems();
  if (shown.last) show();
}

function fromAddress() {
  const text = location.hash.slice(1);
  if (!text.startsWith("lottery1.")) return;
  at("receipt").value = text;
  if (at("published").textContent.trim()) check();
}

speak((navigator.language || "nl").startsWith("en") ? "en" : "nl");
const builtIn = at("published").textContent.trim() !== "";
at("built-in").hidden = !builtIn;
at("chooser").hidden = builtIn;
at("form").addEventListener("submit", check);
at("print").addEventListener("click", () => { at("numbers").open = true; window.print(); });
for (const each of document.querySelectorAll("[data-lang]")) each.addEventListener("click", () => speak(each.dataset.lang));
window.addEventListener("hashchange", fromAddress);
fromAddress();
