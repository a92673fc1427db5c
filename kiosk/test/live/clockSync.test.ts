import { expect, test } from "vitest";
import { better, sampleOf } from "../../src/live/clockSync";

test("a server ahead of the device has a positive offset", () => {
  // Own clock 1000 → 1040; the server is exactly 5000 ahead and each way takes 20.
  expect(sampleOf({ sent: 1000, received: 6020, answered: 6020, returned: 1040 })).toEqual({ offset: 5000, rtt: 40, at: 1040 });
});

test("a server behind the device has a negative offset", () => {
  expect(sampleOf({ sent: 10_000, received: 8010, answered: 8015, returned: 10_025 }).offset).toBe(-2000);
});

test("time spent inside the server is not time on the way", () => {
  expect(sampleOf({ sent: 0, received: 10, answered: 510, returned: 520 }).rtt).toBe(20);
});

test("the sample with the shortest way is kept, whichever came last", () => {
  const quick = { offset: 5, rtt: 8, at: 100 };
  const slow = { offset: 90, rtt: 200, at: 200 };
  expect(better(quick, slow)).toBe(quick);
  expect(better(slow, quick)).toBe(quick);
  expect(better(undefined, slow)).toBe(slow);
});

test("after five minutes a sample gives way to any fresh one", () => {
  const old = { offset: 5, rtt: 8, at: 0 };
  const fresh = { offset: 7, rtt: 60, at: 300_000 };
  expect(better(old, fresh)).toBe(fresh);
});
