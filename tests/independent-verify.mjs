// A third verifier, written from docs/record-format.md alone and sharing nothing with the other two: where all three agree, the format says it, not a program.
// node independent-verify.mjs corpus.jsonl → one line a record: "valid 2" (2 withheld), "invalid rule", "undecided rule". Node's own modules only.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { readFileSync } from "node:fs";

class Verdict extends Error {}
const invalid = (rule) => { throw new Verdict(`invalid ${rule}`); };
const undecided = (rule) => { throw new Verdict(`undecided ${rule}`); };
const need = (holds, rule) => { if (!holds) invalid(rule); };

const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash("sha256")).digest();
const b64 = (text) => { const bytes = Buffer.from(text, "base64"); return bytes.toString("base64") === text ? bytes : null; };
const b64u = (text) => { const bytes = Buffer.from(text, "base64url"); return bytes.toString("base64url") === text ? bytes : null; };
const utf8 = (bytes) => { const text = bytes.toString("utf8"); return Buffer.from(text).equals(bytes) ? text : null; };
const own = (o, k) => (Object.hasOwn(o, k) ? o[k] : undefined);
const isObject = (v) => v !== null && typeof v === "object" && !Array.isArray(v);

function canonical(value, depth = 1) {
  if (value === null || value === true || value === false) return `${value}`;
  if (typeof value === "number") { if (!Number.isSafeInteger(value)) throw 0; return `${value}`; }
  if (typeof value === "string") { if (!value.isWellFormed() || value.includes("\0") || value.normalize() !== value) throw 0; return JSON.stringify(value); }
  if (depth > 8) throw 0;
  if (Array.isArray(value)) return "[" + value.map((v) => canonical(v, depth + 1)) + "]";
  return "{" + Object.keys(value).sort().map((k) => { if (!/^[a-z0-9_]{1,32}$/.test(k)) throw 0; return `"${k}":${canonical(value[k], depth + 1)}`; }) + "}";
}
function parse(bytes, limit = 65535) {
  if (bytes.length > limit) return undefined;
  try { const value = JSON.parse(utf8(bytes)); return Buffer.from(canonical(value)).equals(bytes) ? value : undefined; } catch { return undefined; }
}

const merge = (leaves) => {
  if (leaves.length === 0) return sha("");
  if (leaves.length === 1) return leaves[0];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.of(1), merge(leaves.slice(0, k)), merge(leaves.slice(k)));
};

function keyOf(text) {
  const m = /^([!-*,-~]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
  const raw = m && b64(m[3]);
  if (!raw || raw[0] !== 2 || raw.length !== 92 || raw.subarray(1, 28).toString("hex") !== "3059301306072a8648ce3d020106082a8648ce3d03010703420004") return null;
  const spki = raw.subarray(1);
  return sha(spki).subarray(0, 4).toString("hex") === m[2] ? { text, name: m[1], id: m[2], spki } : null;
}
const keyObjects = new Map();
function signatureHolds(key, text, signature) {
  if (!keyObjects.has(key.text)) { let k = null; try { k = createPublicKey({ key: key.spki, format: "der", type: "spki" }); } catch { /* not on the curve */ } keyObjects.set(key.text, k); }
  const k = keyObjects.get(key.text);
  try { return k !== null && verifySignature("sha256", Buffer.from(text), k, signature); } catch { return false; }
}

function noteOf(text) {
  const m = /^([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n\n((?:— [^ \n+]+ [A-Za-z0-9+/]+=*\n){1,16})$/.exec(text);
  if (!m || /[\x00-\x09\x0b-\x1f\x7f]/.test(text)) return null;
  const root = b64(m[3]);
  const lines = m[4].trimEnd().split("\n").map((l) => { const [, name, code] = l.split(" "); return { name, raw: b64(code) }; });
  if (!root || lines.some((l) => !l.raw || l.raw.length < 5)) return null;
  return { origin: m[1], size: Number(m[2]), root, lines, signed: `${m[1]}\n${m[2]}\n${m[3]}\n` };
}
function signedBy(note, key) {
  const mine = note.lines.filter((l) => key && l.name === key.name && l.raw.subarray(0, 4).toString("hex") === key.id);
  return mine.length > 0 && mine.every((l) => signatureHolds(key, note.signed, l.raw.subarray(4)));
}

// ---- bodies, as the tables of the format have them
const day = (t) => { if (typeof t !== "string" || !/^\d{4}-\d\d-\d\d$/.test(t) || t < "0001") return null; const d = new Date(t + "T00:00:00Z"); return isNaN(d) || d.toISOString().slice(0, 10) !== t ? null : d.getTime() / 864e5; };
const instant = (t) => typeof t === "string" && /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(t) && day(t.slice(0, 10)) !== null;
const id = (v) => typeof v === "string" && /^[a-z0-9][a-z0-9_-]{0,63}$/.test(v);
const text = (v) => typeof v === "string" && [...v].some((c) => c > " ");
const count = (v) => typeof v === "number" && v >= 0;
const positive = (v) => typeof v === "number" && v >= 1;
const date = (v) => day(v) !== null;
const dateOrNull = (v) => v === null || date(v);
const flag = (v) => typeof v === "boolean";
const base64 = (v) => typeof v === "string" && v !== "" && b64(v) !== null;
const hash = (v) => base64(v) && b64(v).length === 32;
const vkey = (v) => typeof v === "string" && keyOf(v) !== null;
const digest = (v) => typeof v === "string" && b64u(v)?.length === 32;
const unique = (list) => new Set(list).size === list.length;
const listOf = (f) => (v) => Array.isArray(v) && v.length > 0 && v.every(f) && unique(v);
const two = (v) => Array.isArray(v) && v.length > 0 && v.every(id) && (v.length === 2 && unique(v) ? true : invalid("approvers"));
const code = (words) => { const set = new Set(words.split(" ")); return (v) => set.has(v); };
const filledObject = (v) => isObject(v) && Object.keys(v).length > 0;
const addressees = (v) => Array.isArray(v) && v.length > 0 && v.every((a) => isObject(a) && id(own(a, "of")) && text(own(a, "office")) && text(own(a, "person"))) && unique(v.map((a) => a.of));
const answerCode = code("yes yes_with_conditions partial counter_offer no deferred no_answer absent not_asked");
const status = code("not_yet_checked not_due under_way stalled kept kept_late partly_kept not_kept blocked released untrackable");
const pointer = (...types) => Object.assign((v) => count(v), { types });
const pointers = (...types) => Object.assign(listOf(count), { types });
const toAnswer = pointer("answer.recorded");
const words = { text, number: positive, area: text, language: text, kept_if: text, not_kept_if: text, due: dateOrNull, owner: text, sent: date };

const TYPES = {
  "log.opened": [{ title: text }, { organisation: text, date, zone: text, venue: text, language: text, predecessor: text, predecessor_vkey: vkey }],
  "ask.published": [{ ask: id, version: positive, text, to: addressees }, words, "ask version to"],
  "ask.amended": [{ ask: id, version: positive, text, to: addressees, reason: text }, words, "ask version to"],
  "ask.withdrawn": [{ ask: id, reason: text }, {}, "ask"],
  "session.opened": [{}, { venue: text, language: text }],
  "turnout.counted": [{ arrived: count, method: text, counted_at: instant }, { under18s: count, institutions: count }, ""],
  "testimony.heard": [{ position: positive }, { ask: id, language: text }, ""],
  "answer.recorded": [
    { ask: id, version: positive, of: id, office: text, person: text, answer: answerCode, due: dateOrNull, recorded_by: id, recorded_at: instant, confirmed_by: id, confirmed_at: instant },
    { wording: text, on_behalf_of: text, quote: text, language: text, condition: text, whose_move: text, by_when: dateOrNull, part: text, offer: text, times_asked: positive, invitation: text, reason: text, media_offset: count, put_at: instant, replaces: toAnswer },
    "ask of answer"],
  "answer.readback": [{ target: toAnswer, result: code("confirmed objected silent") }, {}, "target"],
  "answer.acknowledged": [{ target: toAnswer, how: code("in_room signature letter email"), office: text }, { person: text, on: date }, "target"],
  "answer.corrected": [{ target: toAnswer, class: code("typo misheard clarified_by_speaker wrong_person"), old: filledObject, new: filledObject, requested_by: id, approved_by: two, reason: text }, {}, "target"],
  "answer.disputed": [{ target: toAnswer, disputed_by: text, text }, { language: text }, "target"],
  "reply.published": [{ target: pointer("answer.recorded", "answer.corrected", "answer.disputed", "due.changed", "status.assessed", "contact.logged"), office: text, text }, { person: text, language: text, own_status: status }, "target"],
  "session.closed": [{ size: positive }, {}],
  "evidence.added": [{ target: toAnswer, title: text }, { address: text, archived: text, on: date, source: text }, "target"],
  "contact.logged": [{ target: toAnswer, on: date, how: code("letter email phone meeting other"), purpose: code("contact reminder notice") }, { outcome: code("reached no_reply refused meeting_set") }, "target on purpose"],
  "due.changed": [{ target: toAnswer, old: dateOrNull, new: dateOrNull, reason: text, agreed_by_office: flag }, {}, "target old new"],
  "status.assessed": [
    { target: toAnswer, status, on: date, assessed_by: listOf(id) },
    { reason_code: code("not_prioritised changed_position no_money no_majority third_party condition_unmet office_holder_changed legal_block unknown"), reason: text, evidence: pointers("evidence.added"), contact: pointer("contact.logged"), notice: pointer("contact.logged"), part: text, who: text, link: text, met_on: date, office_withdrew: flag },
    "target status"],
  "redaction.made": [{ target: pointer(), level: positive, ground: code("erasure_request consent_withdrawn private_person court_order safety recorded_by_mistake"), decided_by: two },
    { digests: listOf(digest), restates: (v) => isObject(v) && typeof own(v, "type") === "string" && Object.hasOwn(TYPES, v.type) && TYPES[v.type].length === 3 && isObject(own(v, "body")), reason: text }],
  "key.rotated": [{ old_vkey: vkey, new_vkey: vkey, old_signature: base64, new_signature: base64 }, { reason: text }],
  "anchor.recorded": [{ size: positive, root: hash, kind: code("screen paper mail timestamp witness") }, { where: text, token: base64 }],
};
const spoken = "quote language put_at";
const ANSWER_NEEDS = { yes: spoken, yes_with_conditions: `${spoken} condition whose_move by_when`, partial: `${spoken} part`, counter_offer: `${spoken} offer`, no: spoken, deferred: `${spoken} by_when`, no_answer: `${spoken} times_asked`, absent: "invitation", not_asked: "reason" };
const STATUS_NEEDS = { under_way: "evidence", stalled: "contact notice", kept: "evidence met_on", kept_late: "evidence met_on", partly_kept: "part", not_kept: "notice", blocked: "who evidence", released: "reason", untrackable: "reason" };
const CORRECTABLE = new Set("answer by_when condition due invitation language media_offset of offer office on_behalf_of part person quote reason times_asked whose_move wording".split(" "));

function checkShape(all, seq, type, body, onlyRestated) {
  const [required, optional, restate] = TYPES[type];
  const must = onlyRestated ? restate.split(" ") : Object.keys(required);
  for (const [name, fits] of [...Object.entries(required), ...Object.entries(optional)]) {
    const value = own(body, name);
    if (value === undefined) { need(!(name in required) || !must.includes(name), "body"); continue; }
    need(fits(value), "body");
    if (fits.types) for (const t of [value].flat()) need(t < seq && (fits.types.length === 0 || all[t].type === null || fits.types.includes(all[t].type)), "target");
  }
  if (onlyRestated) return;
  const extra = type === "answer.recorded" ? ANSWER_NEEDS[body.answer] : type === "status.assessed" ? STATUS_NEEDS[body.status] ?? "" : "";
  for (const name of extra.split(" ").filter(Boolean)) need(Object.hasOwn(body, name) && !(body.answer === "deferred" && body[name] === null), "body");
}

function checkHeader(e, origin, seq) {
  if (e === undefined || !isObject(e)) invalid("canonical");
  if (own(e, "v") !== 1) undecided("version");
  need(Object.keys(e).sort().join() === "at,att,body,by,log,n,sd,seq,type,v", "header");
  need(instant(e.at) && isObject(e.body) && id(e.by) && typeof e.log === "string" && typeof e.type === "string" && count(e.seq) && typeof e.n === "string" && b64u(e.n)?.length === 16, "header");
  need(Array.isArray(e.sd) && e.sd.every(digest) && e.sd.every((d, i) => i === 0 || e.sd[i - 1] < d), "header");
  const media = /^[a-z0-9][a-z0-9.+-]{0,63}\/[a-z0-9][a-z0-9.+-]{0,63}$/;
  need(Array.isArray(e.att) && e.att.every((a) => isObject(a) && Object.keys(a).sort().join() === "media,sha256,size" && typeof a.media === "string" && media.test(a.media) && typeof a.sha256 === "string" && /^[0-9a-f]{64}$/.test(a.sha256) && count(a.size)), "header");
  need(e.log === origin, "log");
  need(e.seq === seq, "seq");
}

function checkRecord({ vkey: vkeyText, seen, files }) {
  const file = (name) => (own(files, name) === undefined ? undefined : Buffer.from(files[name], "base64"));
  const given = keyOf(vkeyText.trim());
  if (!given) undecided("vkey");
  if (!file("checkpoint") || !file("entries.jsonl")) undecided("missing_file");
  const note = noteOf(utf8(file("checkpoint")) ?? "");
  need(note, "note_format");
  const raw = file("entries.jsonl");
  need(raw.length === 0 || raw.at(-1) === 10, "entries_format");
  const lines = [];
  for (let i = 0, j; i < raw.length; i = j + 1) { j = raw.indexOf(10, i); lines.push(raw.subarray(i, j)); }
  const all = lines.map((line) => {
    const gone = /^\{"withheld":"([0-9a-f]{64})"\}$/.exec(line.toString("latin1"));
    return gone ? { leaf: Buffer.from(gone[1], "hex"), type: null, body: {}, sd: [], gone: true } : { leaf: sha(Buffer.of(0), line), line };
  });

  // keys: old and new of each rotation, from the checkpoint on that includes it
  const keys = [];
  all.forEach((e, seq) => {
    const v = e.line?.includes('"type":"key.rotated"') ? parse(e.line) : undefined;
    if (isObject(v) && v.type === "key.rotated" && isObject(v.body) && typeof own(v.body, "old_vkey") === "string" && typeof own(v.body, "new_vkey") === "string") {
      if (keys.length === 0) keys.push([0, v.body.old_vkey]);
      keys.push([seq + 1, v.body.new_vkey]);
    }
  });
  if (keys.length === 0) keys.push([0, given.text]);
  const inForce = (size) => keyOf(keys.filter(([from]) => from <= size).at(-1)[1]);
  const trusted = (n) => { const k = inForce(n.size); return k !== null && k.name === n.origin && signedBy(n, k); };
  need(keys.some(([, k]) => k === given.text) && trusted(note), "signature");

  need(all.length === note.size, "size");
  const roots = all.map((_, n) => null);
  const rootAt = (n) => (roots[n] ??= merge(all.slice(0, n).map((e) => e.leaf)));
  need(rootAt(all.length).equals(note.root), "root");
  need(all.length > 0, "first_entry");

  let last = "";
  const allDigests = new Set();
  all.forEach((e, seq) => {
    if (e.gone) return;
    const v = parse(e.line);
    checkHeader(v, note.origin, seq);
    need(v.at >= last, "time");
    last = v.at;
    for (const d of v.sd) { need(!allDigests.has(d), "digest_twice"); allDigests.add(d); }
    Object.assign(e, v);
  });
  for (const r of all) {
    const target = r.type === "redaction.made" && r.body.level === 2 && !r.gone ? all[r.body.target] : undefined;
    if (target?.gone && target.type === null && r.body.target < r.seq && isObject(r.body.restates) && TYPES["redaction.made"][1].restates(r.body.restates)) { target.type = r.body.restates.type; target.body = r.body.restates.body; }
  }

  const history = file("checkpoints.txt");
  if (history) {
    const text = utf8(history);
    need(text !== null, "checkpoint_format");
    const blocks = text === "" ? [] : text.split("\n\n");
    const notes = [];
    need(blocks.length % 2 === 0, "checkpoint_format");
    for (let i = 0; i < blocks.length; i += 2) notes.push(noteOf(`${blocks[i]}\n\n${blocks[i + 1]}${i + 2 < blocks.length ? "\n" : ""}`) ?? invalid("checkpoint_format"));
    let size = 0;
    for (const n of notes) { need(n.size > size && n.size <= all.length, "checkpoint_order"); need(rootAt(n.size).equals(n.root), "checkpoint_root"); size = n.size; }
    need(size === all.length, "checkpoint_order");
    for (const n of notes) need(trusted(n), "checkpoint_signature");
  }

  const replay = replayRules(all, note.origin, keys[0][1], rootAt);
  for (const [seq, e] of all.entries()) replay.take(e, seq);

  let open = null;
  let fork = false;
  for (const words of seen) { const r = compareSeen(words, note, all, rootAt); fork ||= r === "fork"; if (r && r !== "fork") open ??= r; }
  need(!fork, "fork");
  const shown = checkShown(all, file("disclosures.json"));
  all.forEach((e, seq) => need(Boolean(e.gone) === replay.redacted.has(seq), "withheld"));
  for (const name of Object.keys(files).filter((n) => n.startsWith("att/"))) {
    const named = all.flatMap((e) => (e.gone ? [] : e.att)).find((a) => a.sha256 === name.slice(4));
    need(named && named.size === file(name).length && sha(file(name)).toString("hex") === named.sha256, "attachment");
  }
  if (open) undecided(open);
  return `valid ${all.filter((e) => e.gone).length + allDigests.size - shown}`;
}

function replayRules(all, origin, firstKey, rootAt) {
  const asks = new Map(), live = new Map(), answers = new Map(), redacted = new Set();
  let opened = false, closed = false, key = firstKey;
  const cellOf = (b) => JSON.stringify([b.ask, b.of]);
  const asked = (b) => { const a = asks.get(b.ask); return a && !a.withdrawn && a.to.includes(b.of); };
  const same = (x, y) => canonical(x ?? null) === canonical(y ?? null);
  const patched = (body, changes) => { const after = { ...body }; for (const [k, v] of Object.entries(changes)) if (v === null && k !== "due" && k !== "by_when") delete after[k]; else after[k] = v; return after; };
  const about = (seq, target) => all[seq].type === null || all[seq].body.target === target;

  const rules = {
    "log.opened"(b) {
      if (b.predecessor === undefined && b.predecessor_vkey === undefined) return;
      const n = noteOf(b.predecessor ?? ""), k = keyOf(b.predecessor_vkey ?? "");
      need(n && k && k.name === n.origin && n.origin !== origin && signedBy(n, k), "predecessor");
    },
    "ask.published"(b) { need(!asks.has(b.ask) && b.version === 1, "ask"); },
    "ask.amended"(b) { const a = asks.get(b.ask); need(a && !a.withdrawn && b.version === a.version + 1, "ask"); need(a.to.every((of) => b.to.some((t) => t.of === of) || !live.has(cellOf({ ask: b.ask, of }))), "ask_answered"); },
    "ask.withdrawn"(b) { const a = asks.get(b.ask); need(a && !a.withdrawn, "ask"); need(a.to.every((of) => !live.has(cellOf({ ask: b.ask, of }))), "ask_answered"); },
    "answer.recorded"(b) { need(asked(b) && !(b.version > asks.get(b.ask).version), "answer_cell"); need(b.replaces === live.get(cellOf(b)), "answer_twice"); },
    "answer.corrected"(b, e, seq) {
      if (e.gone) return;
      const answer = answers.get(b.target) ?? {}, hidden = all[b.target].gone;
      need(same(Object.keys(b.old).sort(), Object.keys(b.new).sort()) && Object.keys(b.old).every((k) => CORRECTABLE.has(k)), "correction");
      for (const k of Object.keys(b.old)) need((hidden || same(b.old[k], own(answer, k))) && !same(b.old[k], b.new[k]), "correction");
      need(!Object.hasOwn(b.new, "of") || b.class === "wrong_person", "correction");
      need(!(answer.answer === "yes_with_conditions" && b.new.answer === "yes"), "yes_if");
      const after = patched(answer, b.new);
      try { checkShape(all, b.target, "answer.recorded", after, hidden); } catch (v) { if (v instanceof Verdict) invalid("correction"); throw v; }
      if (after.of !== answer.of && live.get(cellOf(answer)) === b.target) need(asked(after) && !live.has(cellOf(after)), "correction");
    },
    "session.closed"(b, e, seq) { need(b.size === seq + 1, "body"); for (const [ask, a] of asks) if (!a.withdrawn) for (const of of a.to) need(live.has(cellOf({ ask, of })), "complete"); },
    "due.changed"(b) { const a = answers.get(b.target) ?? {}; need((!Object.hasOwn(a, "due") || b.old === a.due) && b.old !== b.new, "due"); },
    "status.assessed"(b, e) {
      if (e.gone) return;
      need(!["kept", "kept_late", "partly_kept", "not_kept"].includes(b.status) || b.assessed_by.length >= 2, "approvers");
      for (const s of [...(b.evidence ?? []), b.contact, b.notice].filter((s) => s !== undefined)) need(about(s, b.target), "status");
      const notice = b.notice === undefined ? undefined : all[b.notice].body;
      need(notice?.on === undefined || (notice.purpose === "notice" && day(b.on) - day(notice.on) >= 14), "status");
      need(b.met_on === undefined || b.met_on <= b.on, "status");
      const a = answers.get(b.target) ?? {};
      if (!Object.hasOwn(a, "due")) return;
      const wrong = { not_due: a.due === null, kept: a.due !== null && b.met_on > a.due, kept_late: a.due === null || b.met_on <= a.due, not_kept: b.office_withdrew !== true && (a.due === null || a.due >= b.on) };
      need(!wrong[b.status], "status");
    },
    "redaction.made"(b) {
      const t = all[b.target], has = (n) => Object.hasOwn(b, n);
      if (b.level === 1) return need(!has("restates") && has("digests") && (t.gone || b.digests.every((d) => t.sd.includes(d))), "redaction");
      need(b.level === 2 && has("restates") && !has("digests") && !redacted.has(b.target) && (t.type === null || t.type === b.restates.type), "redaction");
      try { checkShape(all, b.target, b.restates.type, b.restates.body, true); } catch (v) { if (v instanceof Verdict) invalid("redaction"); throw v; }
      if (!t.gone) need(Object.entries(b.restates.body).every(([k, v]) => Object.hasOwn(t.body, k) && same(v, t.body[k])) && Object.hasOwn(b.restates.body, "replaces") === Object.hasOwn(t.body, "replaces"), "redaction");
    },
    "key.rotated"(b, e, seq) {
      const statement = `assembly-record key.rotated v1\n${origin}\n${seq}\n${b.old_vkey}\n${b.new_vkey}\n`;
      need(b.old_vkey === key && b.new_vkey !== key && keyOf(b.new_vkey).name === origin && signatureHolds(keyOf(b.old_vkey), statement, b64(b.old_signature)) && signatureHolds(keyOf(b.new_vkey), statement, b64(b.new_signature)), "key_rotation");
    },
    "anchor.recorded"(b, e, seq) { need(b.size <= seq && rootAt(b.size).equals(b64(b.root)), "anchor"); },
  };
  const effects = {
    "ask.published"(b) { asks.set(b.ask, { version: b.version, to: b.to.map((t) => t.of) }); },
    "ask.amended"(b) { effects["ask.published"](b); },
    "ask.withdrawn"(b) { asks.get(b.ask).withdrawn = true; },
    "session.opened"() { opened = true; },
    "session.closed"() { closed = true; },
    "answer.recorded"(b, seq) { live.set(cellOf(b), seq); answers.set(seq, b); },
    "answer.corrected"(b) {
      const before = answers.get(b.target);
      if (!before || !isObject(b.new)) return;
      const after = patched(before, b.new);
      answers.set(b.target, after);
      if (after.of !== before.of && live.get(cellOf(before)) === b.target) { live.delete(cellOf(before)); live.set(cellOf(after), b.target); }
    },
    "due.changed"(b) { const a = answers.get(b.target); if (a) answers.set(b.target, { ...a, due: b.new }); },
    "redaction.made"(b) { if (b.level === 2) redacted.add(b.target); },
    "key.rotated"(b) { key = b.new_vkey; },
  };
  const inRoom = new Set(["testimony.heard", "answer.recorded", "answer.readback", "session.closed"]);
  return {
    redacted,
    take(e, seq) {
      if (e.type === null) return;
      if (!Object.hasOwn(TYPES, e.type)) undecided("type");
      need((seq === 0) === (e.type === "log.opened"), "first_entry");
      need(!(e.type.startsWith("ask.") && closed) && !(e.type === "session.opened" && opened) && !(inRoom.has(e.type) && (!opened || closed)) && !(e.type === "turnout.counted" && !opened), "session");
      checkShape(all, seq, e.type, e.body, Boolean(e.gone));
      rules[e.type]?.(e.body, e, seq);
      effects[e.type]?.(e.body, seq);
    },
  };
}

const base32 = (bytes) => [...bytes].map((b) => b.toString(2).padStart(8, "0")).join("").match(/.{5}/g).map((q) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[parseInt(q, 2)]).join("");
function compareSeen(words, note, all, rootAt) {
  const views = [];
  const t = words.replaceAll("\r\n", "\n");
  for (const m of t.matchAll(/(?:^|\n)([^\s+]+)\n([0-9]{1,15})\n([A-Za-z0-9+/]{43}=)(?=\n|$)/g)) views.push({ origin: m[1], size: m[2], root: b64(m[3]) });
  if (views.length === 0) for (const m of t.matchAll(/(?:https?:\/\/([^\s#+]+)#)?(?<![\w.-])([0-9]{1,15})\.([\w-]{43})(?![\w-])/g)) views.push({ origin: m[1] ?? note.origin, size: m[2], root: b64u(m[3]) });
  const seals = views.length > 0 ? [] : t.split("\n").map((l) => l.toUpperCase().replace(/[^A-Z0-9]/g, "").replaceAll("0", "O").replaceAll("1", "I").replaceAll("8", "B")).filter((s) => /^[A-Z2-7]{26}$/.test(s));
  const usable = views.filter((v) => v.root && /^(0|[1-9]\d*)$/.test(v.size));
  if (usable.length + seals.length === 0) return "seen_unreadable";
  let open;
  for (const v of usable) {
    const size = Number(v.size);
    if (v.origin !== note.origin) open ??= "seen_other";
    else if (size > all.length) open ??= "seen_newer";
    else if (!rootAt(size).equals(v.root)) return "fork";
  }
  for (const s of seals) {
    const match = [...Array(all.length + 1).keys()].some((n) => base32(sha(`${note.origin}\n${n}\n${rootAt(n).toString("base64")}\n`)).slice(0, 26) === s);
    if (!match) open ??= "seen_unmatched";
  }
  return open;
}

function checkShown(all, file) {
  if (!file) return 0;
  const list = parse(file, Infinity);
  need(Array.isArray(list), "disclosures_format");
  const erased = new Set(all.flatMap((e) => (e.type === "redaction.made" && !e.gone ? e.body.digests ?? [] : [])));
  const seen = new Set();
  for (const d of list) {
    const bytes = typeof d === "string" ? b64u(d) : null;
    const v = bytes ? parse(bytes) : undefined;
    need(Array.isArray(v) && v.length === 3 && typeof v[0] === "string" && b64u(v[0])?.length === 16 && typeof v[1] === "string" && /^[a-z0-9_]{1,32}$/.test(v[1]), "disclosures_format");
    const digestOf = sha(d).toString("base64url");
    const owner = all.find((e) => !e.gone && e.sd.includes(digestOf));
    need(owner && !erased.has(digestOf) && !Object.hasOwn(owner.body, v[1]) && !seen.has(digestOf), "disclosure");
    seen.add(digestOf);
  }
  return seen.size;
}

for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
  let result;
  try { result = checkRecord(JSON.parse(line)); } catch (error) { if (!(error instanceof Verdict)) throw error; result = error.message; }
  console.log(result);
}
