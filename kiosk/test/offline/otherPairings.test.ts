// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DeviceIdentity, DeviceRole, ScanCommand } from "../../src/contract/contract";
import { openDatabase } from "../../src/offline/database";
import { FactStore } from "../../src/offline/factStore";
import { adoptReplaced, sendBeforePairing, sendForOthers } from "../../src/offline/otherPairings";
import { claim } from "../../src/offline/owner";
import { notePairing } from "../../src/offline/pairings";
import { remember } from "../../src/shell/store";
import { answerOf, problem, start, tokenOf } from "./hall";

/** What the server holds of each role's credential. */
let standing: Partial<Record<DeviceRole, "paired" | "ended" | "unknown">> = {};
let away = false;
let sent: { path: string; role: string; scans: readonly ScanCommand[] }[] = [];

const identity = (deviceId: string, role: DeviceRole, more: Partial<DeviceIdentity> = {}): DeviceIdentity =>
  ({ deviceId, role, name: deviceId, door: "North door", assemblyTitle: "Hall", assemblySlug: "hall", timeZone: "Europe/London", expiresAt: "2099-01-01T00:00:00Z", nextDeviceSeq: 1, ...more }) as DeviceIdentity;
const [steward, desk] = [identity("s", "steward"), identity("k", "desk", { nextDeviceSeq: 5 })];

beforeEach(() => {
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
  [standing, sent, away] = [{ steward: "paired", desk: "paired" }, [], false];
  vi.stubGlobal("fetch", async (path: string, init: { body: string; headers: Record<string, string> }) => {
    if (away) throw new TypeError("Failed to fetch");
    const role = init.headers["Device-Role"] as DeviceRole;
    const { scans } = JSON.parse(init.body) as { scans: ScanCommand[] };
    const now = standing[role] ?? "unknown";
    const isDrain = path === "/api/scans/drain";
    if (now === "unknown" || (now === "ended" && !isDrain)) return problem(401)();
    if (now === "paired" && isDrain) return problem(403)();
    if (scans.length === 0) return problem(400, { problems: [{ field: "scans", fix: "Send 1 to 200 scans at a time." }] })();
    sent.push({ path, role, scans });
    return Response.json(isDrain ? { stored: scans.map(({ scanId }) => scanId) } : { answers: scans.map((scan) => answerOf(scan, "admitted")) });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function storeOf(device: DeviceIdentity) {
  remember(`device.${device.role}`, device);
  notePairing(device.deviceId);
  return FactStore.open(device, await openDatabase(device.deviceId));
}

/** A role of this browser that nobody has open, with so many people let in and one scan nobody was told about. */
async function leftOpen(device: DeviceIdentity, people = 2) {
  const facts = await storeOf(device);
  for (let i = 0; i < people; i++) {
    const scan = await facts.write({ method: "qr", subject: tokenOf(i) }, { now: start + i, offsetMs: 0 });
    await facts.decide(scan, answerOf(scan, "admitted"));
  }
  facts.disk!.close();
  return facts.queue.value;
}

const databases = async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== "assembly-door-owners").sort();

test("a second role is opened beside the first, whose queue stays and is sent as the role it is", async () => {
  const queue = await leftOpen(steward);
  const mine = await storeOf(desk);
  await adoptReplaced(desk, mine);
  expect([mine.queue.value, mine.quarantine.value]).toEqual([[], []]);
  expect(await (await openDatabase("s"))!.count("queue")).toBe(2);
  await sendForOthers(desk, mine);
  expect(sent).toEqual([{ path: "/api/scans", role: "steward", scans: queue }]);
  expect(await (await openDatabase("s"))!.count("queue")).toBe(0);
});

test("a role that was revoked while another is at work hands in its queue and leaves nothing behind", async () => {
  const queue = await leftOpen(steward);
  standing.steward = "ended";
  const mine = await storeOf(desk);
  await sendForOthers(desk, mine);
  expect(sent).toEqual([{ path: "/api/scans/drain", role: "steward", scans: queue.map((scan, i) => ({ ...scan, deviceSeq: i + 1 })) }]);
  expect(localStorage.getItem("device.steward")).toBeNull();
  expect(await databases()).toEqual(["assembly-door-k"]);
});

test("a role that the server does not know at all is not lost with it: its scans can be sent from here", async () => {
  const queue = await leftOpen(steward);
  delete standing.steward;
  const mine = await storeOf(desk);
  await sendForOthers(desk, mine);
  expect(mine.quarantine.value.map(({ command, madeBy }) => [command, madeBy])).toEqual(queue.map((scan) => [scan, "s"]));
  expect(await databases()).toEqual(["assembly-door-k"]);
  await mine.sendAgain(5);
  expect(mine.queue.value).toMatchObject([{ scanId: queue[0]!.scanId, deviceSeq: 5, madeBy: "s" }, { scanId: queue[1]!.scanId, deviceSeq: 6, madeBy: "s" }]);
});

test("while the server is away nothing is moved, and a later visit sends it", async () => {
  await leftOpen(steward);
  standing.steward = "ended";
  const mine = await storeOf(desk);
  away = true;
  await sendForOthers(desk, mine);
  expect(await (await openDatabase("s"))!.count("queue")).toBe(2);
  away = false;
  await sendForOthers(desk, mine);
  expect(sent.map(({ scans }) => scans.length)).toEqual([2]);
});

test("a role that is at work in another tab is left to it", async () => {
  await leftOpen(steward);
  const tab = await claim("s", { lost: () => undefined });
  const mine = await storeOf(desk);
  await sendForOthers(desk, mine);
  expect(sent).toEqual([]);
  if (tab.kind === "mine") await tab.release();
  await sendForOthers(desk, mine);
  expect(sent).toHaveLength(1);
});

test("what nobody was told yet waits for its own page", async () => {
  await leftOpen(steward);
  const facts = await FactStore.open(steward, await openDatabase("s"));
  const asked = await facts.write({ method: "qr", subject: tokenOf(9) }, { now: start, offsetMs: 0 });
  facts.disk!.close();
  await sendForOthers(desk, await storeOf(desk));
  expect(sent[0]!.scans).toHaveLength(2);
  expect(await (await openDatabase("s"))!.getAll("queue")).toEqual([asked]);
});

test("before a role is paired anew its queue goes as the device it was made by", async () => {
  const queue = await leftOpen(steward);
  await (await sendBeforePairing())();
  expect(sent).toEqual([{ path: "/api/scans", role: "steward", scans: queue }]);
});

test("until the new pairing is done no tab numbers scans as the old device, and afterwards one may", async () => {
  await leftOpen(steward);
  const lost = vi.fn();
  await claim("s", { lost });
  const done = await sendBeforePairing();
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  expect((await claim("s", { lost: () => undefined })).kind).toBe("elsewhere");
  await done();
  expect((await claim("s", { lost: () => undefined })).kind).toBe("mine");
});

test("where the same role was paired anew without it, what waited goes with the new device's own scans, under its numbers", async () => {
  const queue = await leftOpen(steward);
  const anew = identity("s2", "steward", { nextDeviceSeq: 3 });
  const mine = await storeOf(anew);
  await adoptReplaced(anew, mine);
  expect(mine.queue.value).toEqual(queue.map((scan, i) => ({ ...scan, deviceSeq: 3 + i, madeBy: "s" })));
  expect(mine.quarantine.value).toEqual([]);
  expect(await databases()).toEqual(["assembly-door-s2"]);
});

test("paired anew for another assembly it shows them and does not send them there", async () => {
  const queue = await leftOpen(steward);
  const anew = identity("s2", "steward", { assemblySlug: "another" });
  const mine = await storeOf(anew);
  await adoptReplaced(anew, mine);
  await mine.sendAgain();
  expect(mine.queue.value).toEqual([]);
  expect(mine.quarantine.value.map(({ command }) => command)).toEqual(queue);
});

test("a browser that keeps nothing destroys nothing of what it kept before", async () => {
  await leftOpen(steward);
  const anew = identity("s2", "steward");
  remember("device.steward", anew);
  const mine = await FactStore.open(anew, undefined);
  await adoptReplaced(anew, mine);
  expect(await databases()).toContain("assembly-door-s");
});
