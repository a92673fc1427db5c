import fc from "fast-check";
import { expect, test } from "vitest";
import { clockOf, elapsed, left, phaseOf, shareLeft, untilNextSecond, type Clock } from "../../src/agenda/clock";

/** Ten minutes that began at 1,000,000. */
const clock = (change: Partial<Clock> = {}): Clock => ({ lengthMs: 600_000, spentMs: 0, endsAt: 1_600_000, ...change });

test("time left is counted from the instant of the end, however late it is looked at", () => {
  expect(left(clock(), 1_000_000)).toBe(600_000);
  expect(left(clock(), 1_090_500)).toBe(509_500);
  expect(left(clock(), 1_660_000)).toBe(-60_000);
  expect(elapsed(clock(), 1_660_000)).toBe(660_000);
});

test("a clock that stands still keeps its time", () => {
  const standing = clock({ spentMs: 60_000, endsAt: undefined });
  expect(left(standing, 1_060_000)).toBe(540_000);
  expect(left(standing, 1_360_000)).toBe(540_000);
});

test("a clock comes from the wire with its instants, and without an end it stands", () => {
  expect(clockOf({ seconds: 90, spentSeconds: 1.5, endsAt: "2026-10-01T18:00:00.250Z" })).toEqual({ lengthMs: 90_000, spentMs: 1500, endsAt: Date.UTC(2026, 9, 1, 18, 0, 0, 250) });
  expect(clockOf({ seconds: 90, spentSeconds: 1.5 }).endsAt).toBeUndefined();
});

test("a tablet that is a moment behind the server sees a full clock, not more", () => {
  expect(elapsed(clock(), 999_800)).toBe(0);
  expect(shareLeft(clock(), 999_800)).toBe(1);
});

test("the last minute, the moment of the end and the over-run are told apart", () => {
  expect(phaseOf(clock(), 1_000_000)).toBe("running");
  expect(phaseOf(clock(), 1_539_999)).toBe("running");
  expect(phaseOf(clock(), 1_540_000)).toBe("last");
  expect(phaseOf(clock(), 1_600_000)).toBe("up");
  expect(phaseOf(clock(), 1_602_999)).toBe("up");
  expect(phaseOf(clock(), 1_603_000)).toBe("over");
});

test("a clock of two minutes has a last stretch of 24 seconds, not of half its time", () => {
  const short = clock({ lengthMs: 120_000, endsAt: 1_120_000 });
  expect(phaseOf(short, 1_095_000)).toBe("running");
  expect(phaseOf(short, 1_096_000)).toBe("last");
});

test("the digits change next when the time left crosses a full second, before the end and after it", () => {
  expect(untilNextSecond(clock(), 1_000_250)).toBe(750);
  expect(untilNextSecond(clock(), 1_600_250)).toBe(750);
  expect(untilNextSecond(clock(), 1_600_000)).toBe(1000);
});

test("running, standing still and running again lose nothing and gain nothing", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.nat(100_000)), { maxLength: 10 }), (stretches) => {
    let now = 1_000_000;
    let held = clock({ endsAt: undefined });
    let ran = 0;
    for (const [runs, stands] of stretches) {
      held = { ...held, endsAt: now + left(held, now) };
      now += runs;
      ran += runs;
      held = { ...held, spentMs: elapsed(held, now), endsAt: undefined };
      now += stands;
    }
    expect(left(held, now)).toBe(600_000 - ran);
  }));
});
