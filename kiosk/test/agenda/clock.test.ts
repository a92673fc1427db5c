import fc from "fast-check";
import { expect, test } from "vitest";
import { elapsed, endOf, left, phaseOf, shareLeft, untilNextSecond, type Clock } from "../../src/agenda/clock";

const clock = (change: Partial<Clock> = {}): Clock => ({ lengthMs: 600_000, startedAt: 1_000_000, pausedMs: 0, ...change });

test("time left is counted from the instant of the start, however late it is looked at", () => {
  expect(left(clock(), 1_000_000)).toBe(600_000);
  expect(left(clock(), 1_090_500)).toBe(509_500);
  expect(left(clock(), 1_660_000)).toBe(-60_000);
});

test("a clock that stands still keeps its time, and ends later by as much as it stood", () => {
  const standing = clock({ pausedAt: 1_060_000 });
  expect(left(standing, 1_060_000)).toBe(540_000);
  expect(left(standing, 1_360_000)).toBe(540_000);
  expect(endOf(standing, 1_360_000)).toBe(1_900_000);
  expect(left(clock({ pausedMs: 300_000 }), 1_360_000)).toBe(540_000);
});

test("a tablet whose clock is a moment behind the server sees a full clock, not more", () => {
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
  const short = clock({ lengthMs: 120_000 });
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
    let ran = 0;
    let held = clock();
    for (const [runs, stands] of stretches) {
      now += runs;
      ran += runs;
      held = { ...held, pausedAt: now };
      now += stands;
      held = { ...held, pausedAt: undefined, pausedMs: held.pausedMs + stands };
    }
    expect(left(held, now)).toBe(600_000 - ran);
  }));
});
