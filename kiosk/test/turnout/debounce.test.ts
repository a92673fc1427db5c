import { expect, test } from "vitest";
import { Debounce } from "../../src/turnout/debounce";

test("the camera takes sights within five seconds for one showing", () => {
  const debounce = new Debounce();
  expect(debounce.repeats("A", "camera", 0)).toBe(false);
  expect(debounce.repeats("A", "camera", 4999)).toBe(true);
  expect(debounce.repeats("A", "camera", 9999)).toBe(false);
});

test("a pass held before the camera for a minute is handled once", () => {
  const debounce = new Debounce();
  const sights = Array.from({ length: 600 }, (_, i) => debounce.repeats("A", "camera", i * 100));
  expect(sights.filter((repeats) => !repeats)).toHaveLength(1);
});

test("a hand scanner repeats within two and a half seconds", () => {
  const debounce = new Debounce();
  debounce.repeats("A", "wedge", 0);
  expect(debounce.repeats("A", "wedge", 2499)).toBe(true);
  expect(debounce.repeats("A", "wedge", 2499 + 2500)).toBe(false);
});

test("another pass is never a repetition", () => {
  const debounce = new Debounce();
  debounce.repeats("A", "camera", 0);
  expect(debounce.repeats("B", "camera", 1)).toBe(false);
});

test("a code typed twice was meant twice", () => {
  const debounce = new Debounce();
  debounce.repeats("A", "typed", 0);
  expect(debounce.repeats("A", "typed", 1)).toBe(false);
});
