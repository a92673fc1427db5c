// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Counter, countOf, pressed, sendEvery, slotLength, Tally } from "../../../src/turnout/counting/tally";
import type { NewFact } from "../../../src/turnout/facts";

let now = 100 * slotLength;
let sent: NewFact[] = [];
let answer: () => Promise<unknown> = async () => undefined;
const open = () => new Tally("d", (fact) => { sent.push(fact); return answer(); }, () => now);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  now = 100 * slotLength;
  sent = [];
  answer = async () => undefined;
});
afterEach(() => vi.useRealTimers());

/** What the server makes of the counters it heard of: the largest of each stands (SubjectFold). */
function merged(facts: readonly NewFact[], direction: "in" | "out" = "in"): number {
  const counters = new Map<string, { up: number; down: number }>();
  for (const { subject, up = 0, down = 0, direction: way } of facts) {
    const before = counters.get(subject) ?? { up: 0, down: 0 };
    if (way === direction) counters.set(subject, { up: Math.max(before.up, up), down: Math.max(before.down, down) });
  }
  return [...counters.values()].reduce((sum, { up, down }) => sum + Math.max(0, up - down), 0);
}

test("taps go out together, at most every two seconds", async () => {
  const tally = open();
  for (let i = 0; i < 9; i++) tally.press(1, "in");
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(sendEvery);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ method: "tally", direction: "in", up: 9, down: 0 });
  tally.press(1, "in");
  await vi.advanceTimersByTimeAsync(sendEvery);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({ subject: sent[0]!.subject, up: 10 });
});

test("messages may come in any order, twice, or not at all until the last: the count is the same", async () => {
  const tally = open();
  const random = [1, 1, -1, 1, 1, 1, -1, 1] as const;
  for (const sign of random) {
    tally.press(sign, "in");
    now += 70_000;
    await vi.advanceTimersByTimeAsync(sendEvery);
  }
  expect(merged(sent)).toBe(4);
  expect(merged([...sent].reverse())).toBe(4);
  expect(merged([...sent, ...sent])).toBe(4);
  const last = new Map(sent.map((fact) => [fact.subject, fact]));
  expect(merged([...last.values()])).toBe(4);
});

test("each five minutes have a counter of their own, and so have each institution and way", () => {
  let counters: readonly Counter[] = [];
  counters = pressed(counters, 1, "in", undefined, now);
  counters = pressed(counters, 1, "in", undefined, now + slotLength - 1);
  counters = pressed(counters, 1, "in", undefined, now + slotLength);
  counters = pressed(counters, 1, "in", "a", now);
  counters = pressed(counters, 1, "out", undefined, now);
  expect(counters.map(({ up }) => up)).toEqual([2, 1, 1, 1]);
  expect(new Set(counters.map(({ id }) => id)).size).toBe(4);
  expect(countOf(counters, "in", undefined)).toBe(3);
});

test("a minus takes from the last five minutes that counted somebody, and never below nobody", () => {
  let counters = pressed([], 1, "in", undefined, now);
  counters = pressed(counters, -1, "in", undefined, now + slotLength);
  expect(counters).toMatchObject([{ up: 1, down: 1 }]);
  expect(pressed(counters, -1, "in", undefined, now)).toBe(counters);
});

test("a reload loses no tap and counts none twice", async () => {
  const before = open();
  for (let i = 0; i < 3; i++) before.press(1, "in");
  const after = open();
  expect(countOf(after.counters, "in", undefined)).toBe(3);
  after.press(1, "in");
  await vi.advanceTimersByTimeAsync(sendEvery);
  expect(merged(sent)).toBe(4);
});

test("what was sent and never answered is sent again after a reload, what was answered is not", async () => {
  answer = () => new Promise(() => {});
  open().press(1, "in");
  await vi.advanceTimersByTimeAsync(sendEvery);
  expect(sent).toHaveLength(1);
  answer = async () => undefined;
  open();
  await vi.advanceTimersByTimeAsync(sendEvery);
  expect(sent).toHaveLength(2);
  open();
  await vi.advanceTimersByTimeAsync(2 * sendEvery);
  expect(sent).toHaveLength(2);
  expect(merged(sent)).toBe(1);
});

test("counters of yesterday are forgotten once they were answered", async () => {
  open().press(1, "in");
  await vi.advanceTimersByTimeAsync(sendEvery);
  now += 25 * 3_600_000;
  expect(open().counters).toEqual([]);
});
