import { expect, test } from "vitest";
import { drift, entriesOf, leaveTooEarly, margin, projectedFinish, startsOf } from "../../src/agenda/plan";
import { at, evening, item, minute, start } from "./evenings";

const inMinutes = (ms: number) => ms / minute;
const sinceStart = (ms: number) => (ms - start) / minute;

test("on time means no drift, and the finish of the plan", () => {
  expect(drift(evening(), start + 4 * minute)).toBe(0);
  expect(sinceStart(projectedFinish(evening(), start + 4 * minute))).toBe(60);
  expect(inMinutes(margin(evening(), start + 4 * minute))).toBe(10);
});

test("an over-run pushes everything after it, second by second", () => {
  expect(inMinutes(drift(evening(), start + 16 * minute))).toBe(6);
  expect(sinceStart(projectedFinish(evening(), start + 16 * minute))).toBe(66);
  expect(inMinutes(margin(evening(), start + 22 * minute))).toBe(-2);
});

test("a late start is drift from its first second", () => {
  const late = evening({ items: { ...evening().items, a: item(1, 10, { status: "now", runningSince: at(5), endsAt: at(15) }) } });
  expect(inMinutes(drift(late, start + 8 * minute))).toBe(5);
  expect(sinceStart(projectedFinish(late, start + 8 * minute))).toBe(65);
});

test("ahead of the plan is a drift below nothing", () => {
  const early = evening({
    nowItemId: "b", nextItemId: "c", reckoning: { plannedFinish: at(60), leftSeconds: 1800, creditSeconds: 600 },
    items: { ...evening().items, a: item(1, 10, { status: "done" }), b: item(2, 20, { status: "now", runningSince: at(7), endsAt: at(27) }) },
  });
  expect(inMinutes(drift(early, start + 12 * minute))).toBe(-3);
  expect(sinceStart(projectedFinish(early, start + 12 * minute))).toBe(57);
});

test("while the evening is paused the finish moves away with the clock on the wall", () => {
  const paused = evening({ stage: "paused", pausedAt: at(4), items: { ...evening().items, a: item(1, 10, { status: "now", spentSeconds: 240 }) } });
  expect(sinceStart(projectedFinish(paused, start + 9 * minute))).toBe(65);
  expect(inMinutes(drift(paused, start + 9 * minute))).toBe(5);
});

test("before the start nothing is late until the start is, and the finish moves with it", () => {
  const { nowItemId: _, ...before } = evening({ stage: "not_started", reckoning: { plannedFinish: at(60), leftSeconds: 3600, creditSeconds: 0, drift: 0 } });
  expect(drift(before, start - 30 * minute)).toBe(0);
  expect(sinceStart(projectedFinish(before, start - 30 * minute))).toBe(60);
  expect(sinceStart(projectedFinish(before, start + 5 * minute))).toBe(65);
});

test("after the end drift and finish stand still", () => {
  const { nowItemId: _, ...over } = evening({ stage: "ended", endedAt: at(63), reckoning: { plannedFinish: at(60), leftSeconds: 0, creditSeconds: 3600, drift: 180 } });
  expect(inMinutes(drift(over, start + 500 * minute))).toBe(3);
  expect(sinceStart(projectedFinish(over, start + 500 * minute))).toBe(63);
});

test("items come in their order, not in that of the object, and each knows when it would begin", () => {
  expect(entriesOf(evening()).map(([id]) => id)).toEqual(["a", "b", "c"]);
  expect([...startsOf(evening(), start + 4 * minute)].map(([id, when]) => [id, sinceStart(when)])).toEqual([["b", 10], ["c", 30]]);
  expect([...startsOf(evening(), start + 12 * minute)].map(([id, when]) => [id, sinceStart(when)])).toEqual([["b", 12], ["c", 32]]);
});

test("a power-holder who leaves before their item is over is named as soon as it shows", () => {
  const guest = evening({ departures: { p: { name: "Mayor Reed", at: at(32), lastItemId: "b", secondsUntilFree: 1200 } } });
  expect(leaveTooEarly(guest, start + 10 * minute)).toEqual([]);
  expect(leaveTooEarly(guest, start + 15 * minute).map(({ name, lateMs }) => [name, inMinutes(lateMs)])).toEqual([["Mayor Reed", 3]]);
});
