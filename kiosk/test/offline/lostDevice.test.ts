// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { DeviceIdentity, ScanCommand } from "../../src/contract/contract";
import { openDatabase } from "../../src/offline/database";
import { FactStore } from "../../src/offline/factStore";
import { handIn } from "../../src/offline/lostDevice";
import { answerOf, passOfToken, problem, snapshot, start, tokenOf } from "./hall";
import { Roster } from "../../src/offline/roster";

const device = { deviceId: "d", role: "steward", name: "Phone 1", nextDeviceSeq: 1, expiresAt: "2099-01-01T00:00:00Z" } as DeviceIdentity;
/** What became of each batch that was handed in: named as stored, or a whole answer. */
let drain: (scans: readonly ScanCommand[]) => Response;
let drained: ScanCommand[] = [];
let pauses = 0;
const ended = problem(400, { problems: [{ field: "scans", fix: "Send 1 to 200 scans at a time." }] });
// A hand-in that never ends is the defect: a test must not hang on it.
const pause = async () => { if (++pauses > 50) throw new Error("It asks for ever"); };

beforeEach(() => {
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  [drained, pauses] = [[], 0];
  localStorage.setItem("device.steward", JSON.stringify(device));
  drain = (scans) => Response.json({ stored: scans.map(({ scanId }) => scanId) });
  vi.stubGlobal("fetch", async (_: string, init: { body: string }) => {
    const { scans } = JSON.parse(init.body) as { scans: ScanCommand[] };
    if (scans.length === 0) return ended();
    drained.push(...scans);
    return drain(scans);
  });
});

async function phone(walkups: readonly string[] = []) {
  const facts = await FactStore.open(device, await openDatabase(device.deviceId));
  const scan = await facts.write({ method: "qr", subject: tokenOf(1) }, { now: start, offsetMs: 0 });
  await facts.decide(scan, answerOf(scan, "admitted", { name: "Grace Example" }));
  for (const name of walkups) {
    const walkup = await facts.write({ method: "walkup", subject: "", name }, { now: start, offsetMs: 0 });
    await facts.decide(walkup, answerOf(walkup, "admitted"));
  }
  await (await Roster.open(facts.disk)).replace(snapshot([passOfToken(1, { name: "Grace Example" })]), undefined, start);
  return facts;
}

async function textOnDisk() {
  const disk = await openDatabase(device.deviceId);
  const stores = ["queue", "quarantine", "flags", "recent", "passes", "meta"] as const;
  return JSON.stringify(await Promise.all(stores.map((store) => disk!.getAll(store))));
}

test("a phone whose pairing ended hands in its queue and leaves nothing behind", async () => {
  const facts = await phone(["Ada Example"]);
  expect(await handIn(device, facts, pause)).toBe("safe");
  expect(drained.map(({ method }) => method)).toEqual(["qr", "walkup"]);
  expect(localStorage.getItem("device.steward")).toBeNull();
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
});

test("what a reply does not name is set aside and not sent for ever, and no name or code stays with it", async () => {
  const facts = await phone(["Ada Example", "Bea Example"]);
  drain = (scans) => Response.json({ stored: scans.filter(({ name }) => name === "Bea Example").map(({ scanId }) => scanId) });
  expect(await handIn(device, facts, pause)).toBe("left");
  expect(drained).toHaveLength(3);
  expect(facts.waiting.value).toBe(0);
  expect(facts.quarantine.value.map(({ command }) => command.method)).toEqual(["qr", "walkup"]);
  const text = await textOnDisk();
  for (const secret of [tokenOf(1), "Grace Example", "Ada Example", "Bea Example"]) expect(text).not.toContain(secret);
  // Opened again, it is still there to be saved, and the server is not asked about it any more.
  const again = await FactStore.open(device, await openDatabase(device.deviceId));
  expect(await handIn(device, again, pause)).toBe("left");
  expect(drained).toHaveLength(3);
});

test("a batch that the contract refuses is halved, and the one scan in it set aside", async () => {
  const facts = await phone(["Ada Example", "Bea Example"]);
  drain = (scans) => (scans.some(({ name }) => name === "Ada Example") ? ended() : Response.json({ stored: scans.map(({ scanId }) => scanId) }));
  expect(await handIn(device, facts, pause)).toBe("left");
  expect(facts.quarantine.value).toHaveLength(1);
});

test("what was set aside earlier is handed in too, under a number of its own", async () => {
  const facts = await phone();
  const [scan] = facts.queue.value;
  await facts.setAside(scan!, "Number 1 of this device belongs to another scan.");
  expect(await handIn(device, facts, pause)).toBe("safe");
  expect(drained).toMatchObject([{ scanId: scan!.scanId, deviceSeq: 2, decided: "admitted" }]);
});

test("a device that the server does not know keeps its scans and forgets who is who", async () => {
  const facts = await phone();
  vi.stubGlobal("fetch", async () => problem(401)());
  expect(await handIn(device, facts, pause)).toBe("kept");
  expect(facts.queue.value).toMatchObject([{ subject: tokenOf(1), decided: "admitted" }]);
  expect(await textOnDisk()).not.toContain("Grace Example");
});

test("a device that ran out and that the server does not know keeps no walk-up's name either", async () => {
  const facts = await phone(["Ada Example"]);
  vi.stubGlobal("fetch", async () => problem(401)());
  expect(await handIn({ ...device, expiresAt: "2020-01-01T00:00:00Z" }, facts, pause)).toBe("kept");
  expect(await textOnDisk()).not.toContain("Ada Example");
  expect(facts.waiting.value).toBe(2);
});

test("a device that is paired after all keeps everything", async () => {
  const facts = await phone();
  vi.stubGlobal("fetch", async () => problem(403)());
  expect(await handIn(device, facts, pause)).toBe("live");
  expect(await textOnDisk()).toContain("Grace Example");
});

test("a hotel's sign-in page is not the server's word on a device: it is asked again", async () => {
  const facts = await phone();
  const answers = [new Response("<h1>Sign in</h1>", { status: 401, headers: { "Content-Type": "text/html" } }), new Response("<h1>Sign in</h1>", { status: 400 }), new Response("Blocked", { status: 403 })];
  const server = globalThis.fetch;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => answers.shift() ?? server(path, init));
  expect(await handIn(device, facts, pause)).toBe("safe");
  expect(pauses).toBe(3);
});
