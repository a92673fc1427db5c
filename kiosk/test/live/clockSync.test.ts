import fc from "fast-check";
import { expect, test } from "vitest";
import { better, offsetOf, sampleOf, type ClockSample } from "../../src/live/clockSync";

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

test("on a line that dawdles by up to 300 ms each way, sixteen samples together are as good as the best way there and the best way back", () => {
  fc.assert(fc.property(fc.integer({ min: -3_600_000, max: 3_600_000 }), fc.integer({ min: 1, max: 1_000_000 }), (truth, seed) => {
    // A line of its own for each seed, without a run of luck that no line has.
    let state = seed;
    const way = () => ((state = (state * 48_271) % 2_147_483_647) % 3000) / 10;
    const samples = Array.from({ length: 16 }, (_, i) => {
      const [there, back] = [i === 0 ? 20 : way(), i === 1 ? 20 : way()];
      const sent = i * 700;
      return sampleOf({ sent, received: sent + there + truth, answered: sent + there + truth, returned: sent + there + back });
    });
    const best = samples.reduce<ClockSample | undefined>(better, undefined)!;
    const error = Math.abs(offsetOf(best, samples) - truth);
    return error <= 10 + 1e-6 && error <= best.rtt / 2 + 1e-6;
  }));
});

test("one sample is taken at its word", () => {
  const only = { offset: 42, rtt: 30, at: 0 };
  expect(offsetOf(only, [only])).toBe(42);
});
