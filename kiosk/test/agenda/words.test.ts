import { expect, test } from "vitest";
import { digits, driftWords, length, marginWords, spokenLeft } from "../../src/agenda/words";

test("digits count down to 0:00 at the very end and then up with a plus", () => {
  expect(digits(605_000)).toBe("10:05");
  expect(digits(604_001)).toBe("10:05");
  expect(digits(1)).toBe("0:01");
  expect(digits(0)).toBe("0:00");
  expect(digits(-999)).toBe("0:00");
  expect(digits(-1000)).toBe("+0:01");
  expect(digits(-133_000)).toBe("+2:13");
  expect(digits(3_725_000)).toBe("1:02:05");
});

test("drift is a word that cannot be misread by its sign", () => {
  expect(driftWords(360_000)).toBe("6 min behind");
  expect(driftWords(-130_000)).toBe("2 min ahead");
  expect(driftWords(29_999)).toBe("on time");
  expect(driftWords(-29_999)).toBe("on time");
  expect(driftWords(3_900_000)).toBe("1 h 5 min behind");
});

test("the finish is told against the hard end", () => {
  expect(marginWords(600_000)).toBe("10 min to spare");
  expect(marginWords(-360_000)).toBe("6 min past the hard end");
  expect(marginWords(10_000)).toBe("exactly at the hard end");
});

test("lengths are said as people say them", () => {
  expect([600_000, 150_000, 45_000, 3_900_000, 0].map(length)).toEqual(["10 min", "2 min 30 s", "45 s", "1 h 5 min", "0 min"]);
});

test("for the ear time is rounded: no running seconds", () => {
  expect(spokenLeft(245_000)).toBe("4 min left");
  expect(spokenLeft(44_000)).toBe("45 s left");
  expect(spokenLeft(0)).toBe("Time is up");
  expect(spokenLeft(-130_000)).toBe("Over by 2 min");
});
