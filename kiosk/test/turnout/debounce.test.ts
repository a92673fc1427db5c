import { expect, test } from "vitest";
import { Debounce, type Source } from "../../src/turnout/debounce";

/** One sight of a code at a free door: whether it is handled. */
function handles(debounce: Debounce, code: string, source: Source, now: number): boolean {
  if (debounce.repeats(code, source, now)) return false;
  debounce.handled(code, now);
  return true;
}

test("the camera takes sights within five seconds for one showing", () => {
  const debounce = new Debounce();
  expect(handles(debounce, "A", "camera", 0)).toBe(true);
  expect(handles(debounce, "A", "camera", 4999)).toBe(false);
  expect(handles(debounce, "A", "camera", 9999)).toBe(true);
});

test("a pass held before the camera for a minute is handled once", () => {
  const debounce = new Debounce();
  const sights = Array.from({ length: 600 }, (_, i) => handles(debounce, "A", "camera", i * 100));
  expect(sights.filter((handled) => handled)).toHaveLength(1);
});

test("a hand scanner repeats within two and a half seconds", () => {
  const debounce = new Debounce();
  handles(debounce, "A", "wedge", 0);
  expect(handles(debounce, "A", "wedge", 2499)).toBe(false);
  expect(handles(debounce, "A", "wedge", 2499 + 2500)).toBe(true);
});

test("another pass is never a repetition", () => {
  const debounce = new Debounce();
  handles(debounce, "A", "camera", 0);
  expect(handles(debounce, "B", "camera", 1)).toBe(true);
});

test("a code typed twice was meant twice", () => {
  const debounce = new Debounce();
  handles(debounce, "A", "typed", 0);
  expect(handles(debounce, "A", "typed", 1)).toBe(true);
});

test("a code that was only looked at is still to be handled", () => {
  const debounce = new Debounce();
  expect(debounce.repeats("A", "camera", 0)).toBe(false);
  expect(debounce.repeats("A", "camera", 100)).toBe(false);
});
