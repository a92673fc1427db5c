import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../src/offline/database";
import { FactStore } from "../../src/offline/factStore";
import { recentMost } from "../../src/turnout/facts";
import { answerOf, start, tokenOf } from "./hall";

const device = { nextDeviceSeq: 4 };
const stamp = { now: start, offsetMs: 120 };
const fact = { method: "qr", subject: tokenOf(1) } as const;
const open = async (of: { nextDeviceSeq: number } = device) => FactStore.open(of, await openDatabase("d1"));

beforeEach(() => { globalThis.indexedDB = new IDBFactory(); });

test("a fact that was written is the same fact after a reload", async () => {
  const command = await (await open()).write(fact, stamp);
  expect(command).toMatchObject({ deviceSeq: 4, direction: "in", forced: false, offsetMs: 120, clientAt: "2026-10-01T18:00:00.000Z" });
  expect((await open()).queue.value).toEqual([command]);
});

test("the id is a UUID of version 7 that carries when the fact was made", async () => {
  const { scanId } = await (await open()).write(fact, stamp);
  expect(scanId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(scanId.replaceAll("-", "").slice(0, 12), 16)).toBe(start);
});

test("what the device decided is part of the fact before the promise is kept", async () => {
  const store = await open();
  const command = await store.write(fact, stamp);
  await store.decide(command, answerOf(command, "admitted"));
  expect((await open()).queue.value).toEqual([{ ...command, decided: "admitted" }]);
});

test("somebody let in against the rules came in, as far as the fact goes", async () => {
  const store = await open();
  const [into, out] = [await store.write({ ...fact, forced: true }, stamp), await store.write({ ...fact, forced: true, direction: "out" }, stamp)];
  expect((await store.decide(into, answerOf(into, "admitted_attention"))).decided).toBe("admitted");
  expect((await store.decide(out, answerOf(out, "admitted_attention"))).decided).toBe("exit_recorded");
});

test("an answered fact is gone after a reload, its number is not used again, and it stays in the list", async () => {
  const store = await open();
  const command = await store.write(fact, stamp);
  await store.answered(command, answerOf(command, "admitted"));
  const again = await open();
  expect(again.queue.value).toEqual([]);
  expect(again.recent.value).toMatchObject([{ command: { scanId: command.scanId }, answer: { outcome: "admitted" } }]);
  expect((await again.write(fact, stamp)).deviceSeq).toBe(5);
});

test("the server's number counts if this browser has forgotten its own", async () => {
  expect((await (await open({ nextDeviceSeq: 90 })).write(fact, stamp)).deviceSeq).toBe(90);
});

test("the list keeps what the person was told, whatever the server stored later", async () => {
  const store = await open();
  const command = await store.write(fact, stamp);
  const decided = await store.decide(command, answerOf(command, "admitted"));
  await store.answered(decided, answerOf(decided, "duplicate_offline", { institution: "Sacred Heart" }), { scanId: command.scanId, told: "admitted", stored: "duplicate_offline", who: "", at: command.clientAt });
  const again = await open();
  expect(again.recent.value[0]!.answer).toMatchObject({ outcome: "admitted", institution: "Sacred Heart" });
  expect(again.flags.value).toMatchObject([{ stored: "duplicate_offline" }]);
  await again.seen();
  expect((await open()).flags.value).toEqual([]);
});

test("what the server does not take is in quarantine after a reload, until a person removes it", async () => {
  const store = await open();
  const command = await store.write(fact, stamp);
  await store.setAside(command, "subject: too long");
  const again = await open();
  expect(again.queue.value).toEqual([]);
  expect(again.quarantine.value).toMatchObject([{ command, problem: "subject: too long" }]);
  await again.discardQuarantine();
  expect((await open()).quarantine.value).toEqual([]);
});

test("an undo marks what it took back, after a reload too", async () => {
  const store = await open();
  const command = await store.write(fact, stamp);
  await store.answered(command, answerOf(command, "admitted"));
  const undo = await store.write({ method: "qr", subject: "", undoes: command.scanId }, stamp);
  await store.answered(undo, answerOf(undo, "undone"));
  expect((await open()).recent.value.find((row) => row.command.scanId === command.scanId)!.undone).toBe(true);
});

test("the list on the disk does not grow beyond what is shown", async () => {
  const store = await open();
  for (let i = 0; i < recentMost + 3; i++) await store.write(fact, stamp);
  expect(await store.disk!.count("recent")).toBe(recentMost);
  expect((await open()).recent.value[0]!.command.deviceSeq).toBe(4 + recentMost + 2);
});

test("where the browser keeps nothing the door goes on and says so", async () => {
  const store = await FactStore.open(device, undefined);
  expect(store.durable.value).toBe(false);
  const command = await store.write(fact, stamp);
  expect(store.queue.value).toEqual([command]);
});

test("a disk that fails on the way loses nothing of this page and says so", async () => {
  const store = await open();
  store.disk!.close();
  const command = await store.write(fact, stamp);
  expect(store.queue.value).toEqual([command]);
  expect(store.durable.value).toBe(false);
});
