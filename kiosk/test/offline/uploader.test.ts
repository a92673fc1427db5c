import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScanAnswer, ScanCommand } from "../../src/contract/contract";
import { type Errand, batchMost, upload, waitAfter } from "../../src/offline/uploader";
import { answerOf, scanOf } from "./hall";

/** A queue as the device has it, in memory. */
function queueOf(commands: readonly ScanCommand[]) {
  let open = [...commands];
  const answered: string[] = [];
  const aside: string[] = [];
  const errand: Omit<Errand, "post"> = {
    next: (most) => open.slice(0, most),
    answered: async ({ scanId }) => { answered.push(scanId); open = open.filter((scan) => scan.scanId !== scanId); },
    setAside: async ({ scanId }) => { aside.push(scanId); open = open.filter((scan) => scan.scanId !== scanId); },
    refused: () => {}, pause: async () => {}, random: () => 0.5,
  };
  return { errand, answered, aside, get open() { return open; } };
}

type Weather = "fine" | "request lost" | "reply lost" | "busy" | "half" | "twice" | "shuffled";
const weathers: Weather[] = ["fine", "request lost", "reply lost", "busy", "half", "twice", "shuffled"];

/** A server that loses, repeats and reorders; what it has stored it has stored once. Poison breaks the contract. */
function serverOf(weather: () => Weather, poison: ReadonlySet<string>) {
  const stored = new Map<string, ScanAnswer>();
  const attempts: string[][] = [];
  const store = (scans: readonly ScanCommand[]) => scans.map((scan) => stored.get(scan.scanId) ?? (stored.set(scan.scanId, answerOf(scan, "admitted")), stored.get(scan.scanId)!));
  const post: Errand["post"] = async (scans) => {
    const now = weather();
    attempts.push(scans.map(({ scanId }) => scanId));
    if (now === "request lost" || now === "busy") return { kind: "busy" };
    if (scans.some(({ scanId }) => poison.has(scanId))) return { kind: "bad", problem: "subject: too long" };
    const answers = store(now === "half" ? scans.slice(0, Math.ceil(scans.length / 2)) : scans);
    if (now === "twice") store(scans);
    if (now === "reply lost") return { kind: "busy" };
    return { kind: "answers", answers: now === "shuffled" ? [...answers].reverse() : answers };
  };
  return { stored, attempts, post };
}

test("whatever the network does, every fact is stored once, in order, and what breaks the contract is set aside", async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 450 }), fc.array(fc.constantFrom(...weathers), { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 3 }), async (count, storm, bad) => {
    const commands = Array.from({ length: count }, () => scanOf({ decided: "admitted" }));
    const poison = new Set(bad.flatMap((i) => (count === 0 ? [] : [commands[i % count]!.scanId])));
    const server = serverOf(() => storm.shift() ?? "fine", poison);
    const queue = queueOf(commands);
    await upload({ ...queue.errand, post: server.post });
    const good = commands.map(({ scanId }) => scanId).filter((id) => !poison.has(id));
    expect(queue.open).toEqual([]);
    expect([...server.stored.keys()]).toEqual(good);
    expect(queue.answered).toEqual(good);
    expect(new Set(queue.aside)).toEqual(poison);
    expect(Math.max(0, ...server.attempts.map(({ length }) => length))).toBeLessThanOrEqual(batchMost);
  }), { numRuns: 150 });
});

test("a device that is not let in keeps everything", async () => {
  const queue = queueOf([scanOf(), scanOf()]);
  const told: number[] = [];
  await upload({ ...queue.errand, post: async () => ({ kind: "refused", status: 401 }), refused: (status) => told.push(status) });
  expect(queue.open).toHaveLength(2);
  expect(told).toEqual([401]);
});

test("a fact that the server did not apply is set aside, unless the person still waited for the answer", async () => {
  const [told, asked] = [scanOf({ decided: "admitted" }), scanOf()];
  const queue = queueOf([told, asked]);
  await upload({ ...queue.errand, post: async (scans) => ({ kind: "answers", answers: scans.map((scan) => answerOf(scan, "error", { reason: "This scan's id belongs to another scan." })) }) });
  expect(queue.aside).toEqual([told.scanId]);
  expect(queue.answered).toEqual([asked.scanId]);
});

test("it waits as long as the server asks, and then some by chance, up to a minute", async () => {
  expect(waitAfter(0, 0, 0.999)).toBeLessThan(1000);
  expect(waitAfter(3, 0, 1)).toBe(8000);
  expect(waitAfter(50, 0, 1)).toBe(60_000);
  expect(waitAfter(0, 7000, 0)).toBe(7000);
  const waits: number[] = [];
  const queue = queueOf([scanOf()]);
  const replies = [{ kind: "busy", retryAfterMs: 3000 }, { kind: "busy" }] as const;
  let i = 0;
  await upload({ ...queue.errand, random: () => 1, pause: async (ms) => void waits.push(ms), post: async (scans) => replies[i++] ?? { kind: "answers", answers: scans.map((scan) => answerOf(scan, "admitted")) } });
  expect(waits).toEqual([4000, 2000]);
});

test("a server that answers nothing of what it was sent is not asked without a pause", async () => {
  const queue = queueOf([scanOf()]);
  let [asked, waited] = [0, 0];
  await upload({ ...queue.errand, pause: async () => void waited++, post: async (scans) => ({ kind: "answers", answers: asked++ < 3 ? [] : scans.map((scan) => answerOf(scan, "admitted")) }) });
  expect(waited).toBe(3);
});
