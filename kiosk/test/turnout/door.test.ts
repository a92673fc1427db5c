// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { signal, type Signal } from "@preact/signals";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DeviceIdentity, ScanAnswer, ScanCommand } from "../../src/contract/contract";
import type { Link } from "../../src/live/hub";
import type { Door as DoorAtWork } from "../../src/turnout/door";
import { openDatabase } from "../../src/offline/database";
import { answerOf, passOfToken, problem, snapshot, tokenOf } from "../offline/hall";

let hubs: { link: Signal<Link> }[] = [];
/** The scans the server was asked about over the live connection, each with the way to answer it. */
let asked: { scan: ScanCommand; answer: (outcome: ScanAnswer["outcome"], more?: Partial<ScanAnswer>) => void; fail: (text: string) => void }[] = [];
/** The scans that came in batches, with what the server says of each. */
let posted: ScanCommand[] = [];
let batches: "cut" | "refused" | ((scan: ScanCommand) => ScanAnswer["outcome"]) = "cut";
/** What a revoked device handed in; a status where it is none. */
let drained: string[] | 401 | 403;

vi.mock("../../src/live/channel", () => ({ keepClock: () => undefined, watch: () => signal(undefined) }));
vi.mock("../../src/live/hub", () => ({
  Hub: class {
    readonly link = signal<Link>("live");
    readonly connection = {
      invoke: (method: string, scan: ScanCommand) => method !== "Scan" ? Promise.resolve({}) :
        new Promise((done, fail) => asked.push({ scan, fail: (text) => fail(new Error(text)), answer: (outcome, more) => done(answerOf(scan, outcome, more)) })),
    };
    constructor() { hubs.push(this); }
    retryNow() {}
    onLive() {}
  },
}));

const { Door } = await import("../../src/turnout/door");
const device = { deviceId: "d", role: "steward", name: "Phone 1", door: "North door", timeZone: "Europe/London", nextDeviceSeq: 1, expiresAt: "2099-01-01T00:00:00Z" } as DeviceIdentity;
const [a, b, c] = [tokenOf(1), tokenOf(2), tokenOf(3)];
const until = (check: () => void) => vi.waitFor(check, { timeout: 4000, interval: 10 });
const opened: DoorAtWork[] = [];

async function open(role: DeviceIdentity["role"] = "steward") {
  const door = await Door.open({ ...device, role });
  opened.push(door);
  await door.engine.roster.replace(snapshot([passOfToken(1), passOfToken(2, { standing: "revoked" }), passOfToken(3, { adults: 40, under18s: 6 })]), undefined, Date.now());
  return door;
}

const outcomeOf = (door: DoorAtWork) => { const card = door.card.value; return card?.kind === "answer" ? card.answer.outcome : card?.kind; };

beforeEach(() => {
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  [asked, hubs, posted, batches, drained] = [[], [], [], "cut", 401];
  vi.stubGlobal("fetch", async (path: string, init?: { body: string }) => {
    const { scans } = JSON.parse(init?.body ?? "{}") as { scans: ScanCommand[] };
    if (path === "/api/scans/drain") {
      if (typeof drained === "number") return problem(drained)();
      if (scans.length === 0) return problem(400, { problems: [{ field: "scans", fix: "Send 1 to 200 scans at a time." }] })();
      drained.push(...scans.map(({ scanId }) => scanId));
      return Response.json({ stored: scans.map(({ scanId }) => scanId) });
    }
    if (batches === "refused") return problem(401)();
    if (path !== "/api/scans" || batches === "cut") throw new TypeError("Failed to fetch");
    posted.push(...scans);
    const decide = batches;
    return Response.json({ answers: scans.map((scan) => answerOf(scan, decide(scan))) });
  });
});
afterEach(() => {
  // The network stays as the test left it: a door that is still sending must not reach a real one.
  for (const door of opened.splice(0)) {
    door.engine.sync.stop();
    // Nor bring its scans into the next test's batches.
    door.engine.facts.queue.value = [];
  }
});

test("a pass held up while another is decided is scanned once that one is put away", async () => {
  const door = await open();
  void door.read(a, "camera");
  await until(() => expect(asked).toHaveLength(1));
  void door.read(b, "camera");
  expect(door.remark.value?.text).toBe("First finish the scan on the screen");
  asked[0]!.answer("already_in");
  await until(() => expect(outcomeOf(door)).toBe("already_in"));
  void door.read(b, "camera");
  door.dismiss();
  void door.read(b, "camera");
  await until(() => expect(asked.map(({ scan }) => scan.subject)).toEqual([a, b]));
});

test("what is said of one person's card does not stand on the next person's", async () => {
  const door = await open();
  void door.read(b, "camera");
  await until(() => expect(asked).toHaveLength(1));
  asked[0]!.answer("revoked");
  await until(() => expect(outcomeOf(door)).toBe("revoked"));
  void door.read(a, "camera");
  expect(door.remark.value?.text).toBe("First finish the scan on the screen");
  door.dismiss();
  expect(door.remark.value).toBeUndefined();

  void door.read(b, "camera");
  expect(door.remark.value?.text).toBe("Already handled");
  void door.read(a, "camera");
  await until(() => expect(asked).toHaveLength(2));
  expect(door.remark.value).toBeUndefined();
});

test("before a lobby kiosk the remarks are the public's words", async () => {
  const door = await open("kiosk");
  void door.read(b, "camera");
  await until(() => expect(asked).toHaveLength(1));
  void door.read(a, "camera");
  expect(door.remark.value?.text).toBe("One moment: one pass at a time");
  asked[0]!.answer("revoked");
  await until(() => expect(outcomeOf(door)).toBe("revoked"));
  door.dismiss();
  void door.read(b, "camera");
  expect(door.remark.value?.text).toBe("That pass is done. Next, please");
});

test("a door asks for its list of passes by itself, whether or not anything is pushed", async () => {
  const paths: string[] = [];
  const before = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => { paths.push(path); return before(path, init); });
  await open();
  await until(() => expect(paths).toContain("/api/door/roster"));
});

test("the pass on the card is not told to wait for itself", async () => {
  const door = await open();
  void door.read(a, "camera");
  void door.read(a, "typed");
  expect(door.remark.value).toBeUndefined();
  await until(() => expect(asked).toHaveLength(1));
});

test("two passes that are read in the same moment are two gestures: the second waits", async () => {
  const door = await open();
  void door.read(a, "wedge");
  void door.read(b, "wedge");
  await until(() => expect(asked).toHaveLength(1));
  expect(door.engine.facts.waiting.value).toBe(1);
});

test("a server that is silent for a second and a half is not waited for: the device decides, with the same scan", async () => {
  const door = await open();
  const began = performance.now();
  await door.read(a, "camera");
  expect(performance.now() - began).toBeLessThan(2500);
  expect(door.card.value).toMatchObject({ kind: "answer", local: true, answer: { outcome: "admitted" } });
  expect(door.engine.facts.queue.value).toMatchObject([{ scanId: asked[0]!.scan.scanId, decided: "admitted" }]);
});

test("a late answer acknowledges the scan and leaves the card alone", async () => {
  const door = await open();
  await door.read(a, "camera");
  const card = door.card.value;
  asked[0]!.answer("admitted");
  await until(() => expect(door.engine.facts.waiting.value).toBe(0));
  expect(door.card.value).toBe(card);
  expect(door.engine.facts.flags.value).toEqual([]);
});

test("a late refusal of somebody who was let in is answered by a new scan that says so, and flagged", async () => {
  const door = await open();
  await door.read(a, "camera");
  asked[0]!.answer("already_in");
  await until(() => expect(door.engine.facts.flags.value).toMatchObject([{ told: "admitted", stored: "already_in" }]));
  expect(outcomeOf(door)).toBe("admitted");
  expect(door.engine.facts.queue.value).toMatchObject([{ subject: a, forced: true, decided: "admitted" }]);
  expect(door.engine.facts.queue.value[0]!.scanId).not.toBe(asked[0]!.scan.scanId);
  // One person, one line in the list, and that is the scan that an undo has to take back.
  await until(() => expect(door.recent.value.map(({ command }) => command.scanId)).toEqual([door.engine.facts.queue.value[0]!.scanId]));
  batches = () => "duplicate_offline";
  door.engine.heard({ ok: true, ms: 5 });
  door.engine.upload();
  await until(() => expect(door.engine.facts.waiting.value).toBe(0));
});

test("offline it decides at once, and every scan goes in one batch when the server is back", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  expect(outcomeOf(door)).toBe("admitted");
  await door.read(a, "typed");
  expect(outcomeOf(door)).toBe("already_in");
  expect(asked).toEqual([]);
  batches = ({ decided }) => decided!;
  for (let i = 0; i < 3; i++) door.engine.heard({ ok: true, ms: 5 });
  await until(() => expect(door.engine.facts.waiting.value).toBe(0));
  expect(posted.map(({ decided }) => decided)).toEqual(["admitted", "already_in"]);
});

test("whom the device alone refuses may be let in, and the fact says that a person did", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(b, "camera");
  const card = door.card.value;
  if (card?.kind !== "answer") throw new Error("No card");
  expect(card.answer.outcome).toBe("revoked");
  await door.letIn(card);
  expect(door.card.value).toMatchObject({ answer: { outcome: "admitted_attention", finding: "revoked" } });
  expect(door.engine.facts.queue.value).toMatchObject([{ decided: "revoked", forced: false }, { decided: "admitted", forced: true, subject: b }]);
});

test("the desk overrules a live refusal with a reason, and waits for the answer", async () => {
  const door = await open("desk");
  void door.read(b, "camera");
  await until(() => expect(asked).toHaveLength(1));
  asked[0]!.answer("revoked");
  await until(() => expect(outcomeOf(door)).toBe("revoked"));
  const card = door.card.value;
  if (card?.kind !== "answer") throw new Error("No card");
  void door.letIn(card, "Organiser says so");
  await until(() => expect(asked).toHaveLength(2));
  expect(asked[1]!.scan).toMatchObject({ subject: b, forced: true, reason: "Organiser says so" });
  expect(asked[1]!.scan.decided).toBeUndefined();
});

test("without a connection the desk counts one person more for a pass that is in, whatever the doors report first", async () => {
  const door = await open("desk");
  door.engine.cut();
  await door.read(a, "typed");
  door.dismiss();
  await door.read(a, "typed");
  const card = door.card.value;
  if (card?.kind !== "answer") throw new Error("No card");
  expect(card.answer.outcome).toBe("already_in");
  await door.letIn(card, "Pass mixed up");
  expect(door.engine.facts.queue.value[2]).toMatchObject({ method: "walkup", subject: "", decided: "admitted", forced: true, reason: "Pass mixed up", institutionId: snapshot([]).institutions[0]!.id });
});

test("who went out unnoticed goes out and in again, and is counted once", async () => {
  const door = await open("desk");
  door.engine.cut();
  await door.read(a, "typed");
  door.dismiss();
  await door.read(a, "typed");
  const card = door.card.value;
  if (card?.kind !== "answer") throw new Error("No card");
  await door.cameBack(card);
  expect(outcomeOf(door)).toBe("admitted");
  expect(door.engine.facts.queue.value.slice(2)).toMatchObject([{ subject: a, direction: "out", decided: "exit_recorded", reason: "Went out unnoticed" }, { subject: a, direction: "in", decided: "admitted", forced: false }]);
});

test("a delegation pass asks how many came, and the number is a scan of its own", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(c, "camera");
  const card = door.card.value;
  if (card?.kind !== "answer") throw new Error("No card");
  expect(card.answer).toMatchObject({ outcome: "needs_info", adults: 40, under18s: 6 });
  await door.count(card, 38, 7);
  expect(door.card.value).toMatchObject({ answer: { outcome: "admitted", adults: 38, under18s: 7 } });
  expect(door.engine.facts.queue.value[1]).toMatchObject({ method: "group", subject: c, adults: 38, under18s: 7 });
});

test("a quiet fact shows no card and does not keep a pass waiting", async () => {
  const door = await open();
  void door.submit({ method: "tally", subject: "0d5b8c5e-6a52-4f0e-9d0b-1a8c2f5d7e10", up: 3, down: 0 }, { quiet: true });
  void door.read(a, "camera");
  await until(() => expect(asked).toHaveLength(2));
  expect(door.card.value).toMatchObject({ kind: "sending", command: { subject: a } });
});

test("a scan that was not decided when the page went away is decided when it comes back", async () => {
  const before = await open();
  void before.read(a, "camera");
  await until(() => expect(asked).toHaveLength(1));
  const scan = asked[0]!.scan;
  asked = [];
  const door = await open();
  await until(() => expect(asked.map((question) => question.scan)).toEqual([scan]));
  asked[0]!.answer("admitted");
  await until(() => expect(outcomeOf(door)).toBe("admitted"));
});

test("what the hub refuses to take is quarantined, and the steward sent to a supervisor", async () => {
  const door = await open();
  void door.read(a, "camera");
  await until(() => expect(asked).toHaveLength(1));
  asked[0]!.fail("An unexpected error occurred invoking 'Scan' on the server. HubException: subject: too long");
  await until(() => expect(outcomeOf(door)).toBe("error"));
  expect(door.engine.facts.quarantine.value).toMatchObject([{ problem: "subject: too long" }]);
});

test("any other error of the hub is no answer: the device decides and the scan is sent again", async () => {
  const door = await open();
  void door.read(a, "camera");
  await until(() => expect(asked).toHaveLength(1));
  batches = () => "admitted";
  asked[0]!.fail("An unexpected error occurred invoking 'Scan' on the server.");
  await until(() => expect(outcomeOf(door)).toBe("admitted"));
  await until(() => expect(posted).toMatchObject([{ scanId: asked[0]!.scan.scanId, decided: "admitted" }]));
});

test("a revoked device hands in what it holds and leaves nothing behind", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  const [held] = door.engine.facts.queue.value;
  drained = [];
  localStorage.setItem("device.steward", JSON.stringify(device));
  hubs[0]!.link.value = "refused";
  await until(() => expect(door.engine.farewell.value).toBe("safe"));
  expect(drained).toEqual([held!.scanId]);
  expect(localStorage.getItem("device.steward")).toBeNull();
  expect(await (await openDatabase(device.deviceId))!.count("passes")).toBe(0);
});

test("a device that is merely unknown keeps what it holds", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  hubs[0]!.link.value = "refused";
  await until(() => expect(door.engine.farewell.value).toBe("kept"));
  expect(door.engine.facts.waiting.value).toBe(1);
});

test("a device that the server knows after all goes on", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  drained = 403;
  await door.engine.leave();
  expect(door.engine.farewell.value).toBeUndefined();
  expect(door.engine.facts.waiting.value).toBe(1);
});

test("no batch takes a scan that the server is being asked about", async () => {
  const door = await open();
  batches = () => "admitted";
  void door.read(a, "camera");
  door.engine.upload();
  await until(() => expect(asked).toHaveLength(1));
  door.engine.upload();
  for (let i = 0; i < 100; i++) await Promise.resolve();
  expect(posted.map(({ scanId }) => scanId)).not.toContain(asked[0]!.scan.scanId);
});

test("who was told no while the server let them in is taken back at that very time, and the list says what they were told", async () => {
  const door = await open();
  await door.read(b, "camera");
  expect(outcomeOf(door)).toBe("revoked");
  const scan = asked[0]!.scan;
  asked[0]!.answer("admitted");
  await until(() => expect(door.engine.facts.flags.value).toMatchObject([{ told: "revoked", stored: "admitted" }]));
  expect(outcomeOf(door)).toBe("revoked");
  expect(door.engine.facts.queue.value).toMatchObject([{ undoes: scan.scanId, decided: "undone", clientAt: scan.clientAt, offsetMs: scan.offsetMs }]);
  await until(() => expect(door.recent.value).toMatchObject([{ command: { scanId: scan.scanId }, answer: { outcome: "revoked" }, undone: false }]));
  batches = () => "undone";
  door.engine.upload();
  await until(() => expect(door.engine.facts.waiting.value).toBe(0));
  expect(door.recent.value).toMatchObject([{ command: { scanId: scan.scanId }, answer: { outcome: "revoked" }, undone: false }]);
  expect(door.engine.facts.quarantine.value).toEqual([]);
});

test("something on the way that refuses the connection ends no pairing: the device decides", async () => {
  const door = await open();
  drained = 403;
  hubs[0]!.link.value = "refused";
  await until(() => expect(door.engine.farewell.value).toBeUndefined());
  await door.read(a, "camera");
  expect(outcomeOf(door)).toBe("admitted");
  expect(door.engine.facts.queue.value).toMatchObject([{ decided: "admitted" }]);
});

test("a pairing that has run out hands in and wipes itself when the phone is opened again", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  const [held] = door.engine.facts.queue.value;
  door.engine.facts.disk!.close();
  drained = [];
  const later = await Door.open({ ...device, expiresAt: new Date(Date.now() - 1000).toISOString() });
  opened.push(later);
  await until(() => expect(later.engine.farewell.value).toBe("safe"));
  expect(drained).toEqual([held!.scanId]);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
});

test("a pairing that has run out keeps no name of anybody while the server cannot be reached, and keeps its scans", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  door.engine.facts.disk!.close();
  vi.stubGlobal("fetch", async () => { throw new TypeError("Failed to fetch"); });
  const later = await Door.open({ ...device, expiresAt: new Date(Date.now() - 1000).toISOString() });
  opened.push(later);
  await until(() => expect(later.engine.facts.recent.value).toEqual([]));
  const disk = (await openDatabase(device.deviceId))!;
  await until(async () => expect([await disk.count("passes"), await disk.count("recent"), await disk.count("queue")]).toEqual([0, 0, 1]));
  expect(later.engine.farewell.value).toBe("handing in");
  disk.close();
});

test("what was set aside is sent again by a tap, as the same scan under a number that nobody has", async () => {
  const door = await open();
  door.engine.cut();
  await door.read(a, "camera");
  const [scan] = door.engine.facts.queue.value;
  await door.engine.facts.setAside(scan!, "Number 1 of this device belongs to another scan.");
  const server = globalThis.fetch;
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => (path === "/api/devices/me" ? Response.json({ ...device, nextDeviceSeq: 80 }) : server(path, init)));
  batches = () => "admitted";
  await door.engine.sendAgain();
  await until(() => expect(posted).toMatchObject([{ scanId: scan!.scanId, deviceSeq: 80, decided: "admitted" }]));
  await until(() => expect(door.engine.facts.waiting.value).toBe(0));
  expect(door.engine.facts.quarantine.value).toEqual([]);
});
