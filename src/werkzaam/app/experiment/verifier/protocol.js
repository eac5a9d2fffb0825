// SPDX-FileCopyrightText: 2026 The Werkzaam authors
// SPDX-License-Identifier: EUPL-1.2
//
// Protocol experiment-lottery/v1, written from docs/reference/experiment-lottery-v1.md. No network, no libraries; section numbers
// are those of the protocol. Throws Wrong(code) for what cannot be read.
"use strict";

const PROTOCOL = "experiment-lottery/v1";

class Wrong extends Error {
  constructor(code, detail = "") { super(`${code} ${detail}`); this.code = code; this.detail = detail; }
}

// --- 2. Bytes -------------------------------------------------------------------------------------------------------------------

const ENCODER = new TextEncoder();
const utf8 = (text) => ENCODER.encode(text);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}

function compare(one, other) {
  const least = Math.min(one.length, other.length);
  for (let at = 0; at < least; at++) if (one[at] !== other[at]) return one[at] - other[at];
  return one.length - other.length;
}

const textOrder = (one, other) => compare(utf8(one), utf8(other));

// The 64 first bits of the broken parts of the cube roots of the first primes, and 8 of square roots (FIPS 180-4), worked out.
const [ROUNDS, START] = (() => {
  const primes = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
  const broken = (prime, power) => {
    const target = BigInt(prime) << BigInt(32 * power);
    let low = 0n, high = 1n << 40n;
    while (high - low > 1n) { const middle = (low + high) >> 1n; if (middle ** BigInt(power) <= target) low = middle; else high = middle; }
    return Number(low & 0xffffffffn);
  };
  return [Int32Array.from(primes, (prime) => broken(prime, 3) | 0), Int32Array.from(primes.slice(0, 8), (prime) => broken(prime, 2) | 0)];
})();

const WORDS = new Int32Array(64);

// One block of 64 bytes into the state.
function compress(state, bytes, from) {
  for (let at = 0, place = from; at < 16; at++, place += 4) {
    WORDS[at] = (bytes[place] << 24) | (bytes[place + 1] << 16) | (bytes[place + 2] << 8) | bytes[place + 3];
  }
  for (let at = 16; at < 64; at++) {
    const x = WORDS[at - 15], y = WORDS[at - 2];
    WORDS[at] = WORDS[at - 16] + WORDS[at - 7] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
      + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
  }
  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let at = 0; at < 64; at++) {
    const first = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
      + ((e & f) ^ (~e & g)) + ROUNDS[at] + WORDS[at]) | 0;
    const second = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
      + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + first) | 0; d = c; c = b; b = a; a = (first + second) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

// The hash of a message; with `state`, of a message whose first `before` bytes are in that state already.
function sha256(message, state = START, before = 0) {
  const own = Int32Array.from(state), whole = message.length >> 6, left = message.length & 63;
  for (let block = 0; block < whole; block++) compress(own, message, block * 64);
  const last = new Uint8Array(left < 56 ? 64 : 128), bits = (message.length + before) * 8;
  last.set(message.subarray(whole * 64));
  last[left] = 0x80;
  for (let at = 0, rest = bits; at < 7; at++, rest = Math.floor(rest / 256)) last[last.length - 1 - at] = rest & 255;
  for (let at = 0; at < last.length; at += 64) compress(own, last, at);
  const digest = new Uint8Array(32);
  for (let at = 0; at < 32; at++) digest[at] = own[at >> 2] >>> (24 - 8 * (at & 3));
  return digest;
}

function number8(number) {
  const bytes = new Uint8Array(8);
  for (let at = 7, rest = number; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
  return bytes;
}

function frames(parts) {
  const plain = parts.map((part) => (typeof part === "string" ? utf8(part) : part));
  return joined(plain.flatMap((part) => [number8(part.length), part]));
}

const framed = (...parts) => sha256(frames(parts));

function canonical(value) {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object") throw new Wrong("form", String(value));
  const keys = Object.keys(value).sort(textOrder);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function hexed(text, name, length = 32) {
  if (typeof text !== "string" || !Number.isInteger(length) || !new RegExp(`^[0-9a-f]{${2 * length}}$`).test(text)) throw new Wrong("form", name);
  return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function bytes64(text, name) {
  const bytes = [];
  let bits = 0, held = 0;
  if (typeof text !== "string") throw new Wrong("form", name);
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new Wrong("form", name);
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) { bits -= 8; bytes.push((held >> bits) & 255); held &= (1 << bits) - 1; }
  }
  if (bits >= 6 || held) throw new Wrong("form", name);
  return Uint8Array.from(bytes);
}

function moment(text, name) {
  const seconds = typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(seconds)) throw new Wrong("form", name);
  return seconds;
}

// --- 3. The list and its tree ---------------------------------------------------------------------------------------------------

const leaf = (content) => sha256(joined([Uint8Array.of(0), content]));
const node = (left, right) => sha256(joined([Uint8Array.of(1), left, right]));
const lineLeaf = (salt, pid, code) => leaf(framed(salt, pid, code));

function rootOf(leaves) {
  let row = leaves;
  while (row.length > 1) {
    const above = [];
    for (let at = 0; at + 1 < row.length; at += 2) above.push(node(row[at], row[at + 1]));
    if (row.length % 2) above.push(row[row.length - 1]);
    row = above;
  }
  return row[0];
}

function pathLength(index, size) {
  let steps = 0;
  for (let last = size - 1; last > 0; index >>>= 1, last >>>= 1) if ((index ^ 1) <= last) steps++;
  return steps;
}

function climb(start, index, size, path) {
  if (path.length !== pathLength(index, size)) throw new Wrong("form", "path");
  let found = start, next = 0;
  for (let last = size - 1; last > 0; index >>>= 1, last >>>= 1) {
    if (index & 1) found = node(path[next++], found);
    else if (index < last) found = node(found, path[next++]);
  }
  return found;
}

// --- 4. Strata and plan ---------------------------------------------------------------------------------------------------------

const stratumCode = (salt, text) => hex(framed("stratum", salt, text));
const closedArms = (text) => text.split(" ").filter((mark) => mark.startsWith("-arm=")).map((mark) => mark.slice(5));
const planDigest = (plan) => framed(canonical(plan));

function apportion(sizes, seats) {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const shares = Object.fromEntries(Object.entries(sizes).map(([code, size]) => [code, total ? Math.floor((seats * size) / total) : 0]));
  if (!total) return shares;
  const left = seats - Object.values(shares).reduce((sum, share) => sum + share, 0);
  const rest = (code) => (seats * sizes[code]) % total;
  Object.keys(sizes).sort((one, other) => rest(other) - rest(one) || textOrder(one, other)).slice(0, left).forEach((code) => shares[code]++);
  return shares;
}

// --- 5. Promise, 6. Seed --------------------------------------------------------------------------------------------------------

const QUICKNET = { hash: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", genesis: 1692803367, period: 3 };

// The round that counts where a promised one never came: the first divisible by 20 that comes out an hour later or more.
const fallbackRound = (round) => Math.ceil((round + Math.ceil(3600 / QUICKNET.period)) / 20) * 20;

// Throws of dice stand as digits in the place of the signature: forty or more, each 1 to 6.
const isThrown = (signature) => /^(?:3[1-6]){40,}$/.test(signature);

const PROMISED = ["protocol", "experiment", "roster", "size", "root", "design", "plan", "arms", "pattern", "selected", "surveyed",
  "counts", "chain", "round", "secret", "committed", "reveal_by", "software", "public", "fallback"];

function readCommitment(record) {
  if (!record || record.protocol !== PROTOCOL) throw new Wrong("protocol");
  const keys = Object.keys(record);
  if (keys.length !== PROMISED.length || !PROMISED.every((key) => keys.includes(key))) throw new Wrong("form", "promise");
  for (const name of ["root", "design", "plan", "secret", "software"]) hexed(record[name], name);
  if (record.chain !== QUICKNET.hash) throw new Wrong("form", "chain");
  for (const name of ["committed", "reveal_by"]) moment(record[name], name);
  if (!Array.isArray(record.arms) || !Array.isArray(record.pattern)) throw new Wrong("form", "arms");
  return record;
}

function readResult(record) {
  if (!record) throw new Wrong("form", "result");
  for (const name of ["commitment", "secret", "randomness", "seed", "root"]) hexed(record[name], name);
  hexed(record.signature, "signature", (record.signature || "").length / 2);
  moment(record.revealed, "revealed");
  if (!Number.isSafeInteger(record.round) || record.round < 0 || typeof record.totals !== "object") throw new Wrong("form", "result");
  return record;
}

const fingerprint = (commitment) => hex(sha256(utf8(canonical(commitment))));

const seedOf = (commitment, result) => framed(PROTOCOL, hexed(commitment.root, "root"), hexed(commitment.plan, "plan"),
  hexed(result.secret, "secret"), hexed(commitment.chain, "chain"), number8(result.round), hexed(result.randomness, "randomness"));

// --- 7. The draw ----------------------------------------------------------------------------------------------------------------

// HMAC-SHA256 with the seed as its key; the two blocks of the key are worked out once.
function tickets(seed) {
  const [inner, outer] = [0x36, 0x5c].map((byte) => {
    const state = Int32Array.from(START);
    compress(state, Uint8Array.from({ length: 64 }, (_, at) => (seed[at] || 0) ^ byte), 0);
    return state;
  });
  const ticket = (purpose, ...key) => sha256(sha256(framed(purpose, ...key), inner, 64), outer, 64);
  const inOrder = (purpose, names, key) => names.map((name) => [ticket(purpose, ...key(name)), name])
    .sort((one, other) => compare(one[0], other[0])).map((pair) => pair[1]);
  return { ticket, inOrder };
}

function slotsOf(seed, plan, closed = []) {
  const places = tickets(seed).inOrder("slot-order", plan.pattern.map((_, at) => String(at)), (at) => [at]);
  return places.map((at) => plan.arms[plan.pattern[Number(at)]]).filter((arm) => !closed.includes(arm));
}

function draw(seed, people, plan) {
  const { inOrder } = tickets(seed);
  const strata = new Map();
  for (const [pid, code] of people) {
    if (!strata.has(code)) strata.set(code, []);
    strata.get(code).push(pid);
  }
  const order = inOrder("stratum-order", [...strata.keys()], (code) => [code]);
  const lots = new Map(), chosen = new Map(), asked = new Set();
  for (const code of order) {
    const within = (purpose, pids) => inOrder(purpose, pids, (pid) => [code, pid]);
    const seats = plan.select[code] || 0, ranked = within("select", strata.get(code));
    if (seats > ranked.length) throw new Wrong("form", "select");
    ranked.forEach((pid, at) => lots.set(pid, { arm: null, interview: false, pid, select: at + 1, stratum: code, turn: null }));
    const taken = ranked.slice(0, seats);
    const interviewed = plan.survey ? within("survey", taken).slice(0, plan.survey[code] || 0) : taken;
    interviewed.forEach((pid) => asked.add(pid));
    chosen.set(code, within("assign", taken));
  }
  const kinds = new Set(order.map((code) => JSON.stringify([...((plan.closed || {})[code] || [])].sort(textOrder))));
  for (const kind of kinds) {
    const own = order.filter((code) => JSON.stringify([...((plan.closed || {})[code] || [])].sort(textOrder)) === kind);
    const slots = slotsOf(seed, plan, JSON.parse(kind));
    let turn = 0;
    for (const early of [true, false]) for (const code of own) for (const pid of chosen.get(code)) {
      if (asked.has(pid) === early) Object.assign(lots.get(pid), { arm: slots[turn % slots.length], interview: early, turn: turn++ });
    }
  }
  return lots;
}

const lotLeaf = (salt, lot) => leaf(framed(salt, canonical(lot)));

// --- 8. The result's list -------------------------------------------------------------------------------------------------------

function readList(list) {
  const { plan, strata, people } = list;
  if (!plan || !Array.isArray(plan.arms) || !Array.isArray(plan.pattern) || !Array.isArray(strata) || !Array.isArray(people)) {
    throw new Wrong("form", "list");
  }
  let before = null;
  return people.map(([pid, salt, code, select, arm, interview, turn]) => {
    if (before !== null && textOrder(before, pid) >= 0) throw new Wrong("order", pid);
    before = pid;
    if (!(code in strata) || !(arm === -1 || arm in plan.arms) || ![0, 1].includes(interview)) throw new Wrong("form", "list");
    const lot = { arm: arm < 0 ? null : plan.arms[arm], interview: interview === 1, pid, select, stratum: strata[code], turn: turn < 0 ? null : turn };
    return { pid, salt: bytes64(salt, "salt"), code: strata[code], lot };
  });
}

// --- 9. Receipts ----------------------------------------------------------------------------------------------------------------

const isWhole = (value) => Number.isSafeInteger(value);
const isText = (value) => typeof value === "string";
const KINDS = { p: isText, s: isText, i: isWhole, n: isWhole, a: (value) => value === null || isText(value), q: isWhole,
  t: (value) => value === null || isWhole(value), w: isWhole };

function readReceipt(text) {
  const parts = text.trim().replace(/^.*#/, "").split(".");
  if (parts.length !== 3 || parts[0] !== "lottery1") throw new Wrong("receipt");
  const words = readWords(bytes64(parts[1], "receipt"));
  const plain = bytes64(parts[2], "receipt"), drawn = "a" in words, steps = pathLength(words.i, words.n);
  if (plain.length !== 32 + (drawn ? 2 : 1) * steps * 32) throw new Wrong("cut");
  const hashes = Array.from({ length: (plain.length - 32) / 32 }, (_, at) => plain.slice(32 + at * 32, 64 + at * 32));
  const code = stratumCode(plain.slice(16, 32), words.s);
  const lot = drawn ? { arm: words.a, interview: words.w === 1, pid: words.p, select: words.q, stratum: code, turn: words.t } : null;
  return { pid: words.p, salt: plain.slice(0, 16), stratum: words.s, code, index: words.i, size: words.n,
    path: hashes.slice(0, steps), lot, resultPath: hashes.slice(steps) };
}

function readWords(plain) {
  let words = null;
  try { words = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)); } catch { throw new Wrong("receipt"); }
  if (!words || typeof words !== "object" || Array.isArray(words)) throw new Wrong("receipt");
  const keys = Object.keys(words), wanted = "a" in words ? Object.keys(KINDS) : ["p", "s", "i", "n"];
  if (keys.length !== wanted.length || !wanted.every((key) => keys.includes(key) && KINDS[key](words[key]))) throw new Wrong("receipt");
  if (compare(utf8(canonical(words)), plain) || words.i < 0 || words.i >= words.n) throw new Wrong("receipt");
  return words;
}

// --- 10. Checks: [name, expected, found], which hold if the last two are equal --------------------------------------------------

function checkOnList(receipt, commitment) {
  const line = lineLeaf(receipt.salt, receipt.pid, receipt.code);
  return [
    ["roster.size", String(commitment.size), String(receipt.size)],
    ["roster.path", commitment.root, hex(climb(line, receipt.index, receipt.size, receipt.path))],
  ];
}

const isOnList = (receipt, commitment) => checkOnList(receipt, commitment).every(([, expected, found]) => expected === found);

function checkReceipt(receipt, commitment, result) {
  const checks = checkOnList(receipt, commitment);
  if (!result) return checks;
  checks.push(...checkSeed(commitment, result));
  if (!receipt.lot) return checks;
  const slots = slotsOf(hexed(result.seed, "seed"), commitment, closedArms(receipt.stratum));
  const found = climb(lotLeaf(receipt.salt, receipt.lot), receipt.index, receipt.size, receipt.resultPath);
  const own = receipt.lot.turn === null || !slots.length ? "-" : slots[receipt.lot.turn % slots.length];
  checks.push(["result.path", result.root, hex(found)], ["arm.slot", own, receipt.lot.arm === null ? "-" : receipt.lot.arm]);
  return checks;
}

function checkSeed(commitment, result) {
  const signature = hexed(result.signature, "signature", result.signature.length / 2);
  const inTime = moment(result.revealed, "revealed") <= moment(commitment.reveal_by, "reveal_by");
  return [
    ["result.commitment", fingerprint(commitment), result.commitment],
    ["secret.hash", commitment.secret, hex(sha256(hexed(result.secret, "secret")))],
    ["secret.time", "yes", inTime ? "yes" : "no"],
    ["beacon.round", String(commitment.round), String(result.round)],
    ["beacon.randomness", hex(sha256(signature)), result.randomness],
    ["seed", hex(seedOf(commitment, result)), result.seed],
  ];
}

const said = (arms, pattern) => [...arms, ...pattern].join(" ");
const counted = (counts) => Object.keys(counts).sort(textOrder).map((name) => `${name}:${counts[name]}`).join(" ");

function tally(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] || 0) + 1;
  return counts;
}

function checkList(commitment, result) {
  const { plan } = result.list, people = readList(result.list);
  const lots = draw(hexed(result.seed, "seed"), people.map(({ pid, code }) => [pid, code]), plan);
  const drawn = people.map(({ pid }) => lots.get(pid));
  const wrong = people.filter(({ lot }, at) => canonical(lot) !== canonical(drawn[at])).length;
  const large = Object.fromEntries(Object.entries(tally(people.map(({ code }) => code))).filter(([, size]) => size >= 10));
  const asked = drawn.filter((lot) => lot.interview).length;
  const selected = Object.values(plan.select).reduce((sum, seats) => sum + seats, 0);
  return [
    ["list.size", String(commitment.size), String(people.length)],
    ["list.root", commitment.root, hex(rootOf(people.map(({ salt, pid, code }) => lineLeaf(salt, pid, code))))],
    ["plan.digest", commitment.plan, hex(planDigest(plan))],
    ["plan.design", commitment.design, plan.design || "-"],
    ["plan.arms", said(commitment.arms, commitment.pattern), said(plan.arms, plan.pattern)],
    ["plan.selected", String(commitment.selected), String(selected)],
    ["plan.surveyed", String(commitment.surveyed), String(asked)],
    ["counts", counted(commitment.counts), counted(large)],
    ["draw.lots", "0", String(wrong)],
    ["draw.totals", counted(tally(drawn.filter((lot) => lot.arm !== null).map((lot) => lot.arm))), counted(result.totals)],
    ["draw.surveyed", String(asked), String(result.surveyed)],
    ["result.root", hex(rootOf(people.map(({ salt }, at) => lotLeaf(salt, drawn[at])))), result.root],
  ];
}

function ownTickets(receipt, result) {
  const { ticket } = tickets(hexed(result.seed, "seed"));
  return ["select", "survey", "assign"].map((purpose) => [purpose, hex(ticket(purpose, receipt.code, receipt.pid))]);
}
