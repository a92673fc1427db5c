import { expect, test } from "vitest";
import { cutStep, finishAfter, longerBy, moveStep } from "../../src/agenda/changes";
import { undoWords } from "../../src/agenda/steps";
import { at, evening, item, minute, start } from "./evenings";

const now = start + 4 * minute;
const finish = (step: Parameters<typeof finishAfter>[1], when = now) => (finishAfter(evening(), step, when) - start) / minute;

test("skipping, shortening, lengthening and putting in show the finish before they are done", () => {
  expect(finish({ step: "skipped", itemId: "b" })).toBe(40);
  expect(finish({ step: "length_changed", itemId: "b", seconds: 900 })).toBe(55);
  expect(finish({ step: "time_added", seconds: 60 })).toBe(61);
  expect(finish({ step: "inserted", seconds: 300, text: "Song" })).toBe(65);
  expect(finish({ step: "moved", itemId: "c" })).toBe(60);
});

test("time given to an item that has run over moves the finish only by what is still to come of it", () => {
  expect(longerBy(evening(), { step: "time_added", seconds: 60 }, start + 13 * minute)).toBe(0);
  expect(longerBy(evening(), { step: "time_added", seconds: 300 }, start + 13 * minute)).toBe(2 * minute);
});

test("an item that is skipped while it runs wins only what it had left", () => {
  expect(longerBy(evening(), { step: "skipped", itemId: "a" }, now)).toBe(-6 * minute);
});

test("a cut to nothing is a skip, any other a new length", () => {
  expect(cutStep({ itemId: "b", title: "B", seconds: 600, toSeconds: 0 })).toEqual({ step: "skipped", itemId: "b" });
  expect(cutStep({ itemId: "b", title: "B", seconds: 600, toSeconds: 300 })).toEqual({ step: "length_changed", itemId: "b", seconds: 300 });
});

test("moving goes one place at a time and stops at both ends", () => {
  const four = evening({ items: { ...evening().items, d: item(4, 5) } });
  expect(moveStep(four, "c", -1)).toEqual({ step: "moved", itemId: "c" });
  expect(moveStep(four, "b", 1)).toEqual({ step: "moved", itemId: "b", afterItemId: "c" });
  expect(moveStep(four, "c", 1)).toEqual({ step: "moved", itemId: "c", afterItemId: "d" });
  expect(moveStep(four, "d", -1)).toEqual({ step: "moved", itemId: "d", afterItemId: "b" });
  expect(moveStep(four, "b", -1)).toBeUndefined();
  expect(moveStep(four, "d", 1)).toBeUndefined();
  expect(moveStep(four, "a", 1)).toBeUndefined();
});

test("Undo says what it takes back", () => {
  expect(undoWords(evening({ undo: { version: 4, step: "advanced", itemId: "b", at: at(3) } }))).toBe("went on to “Item 2”");
  expect(undoWords(evening({ undo: { version: 4, step: "paused", at: at(3) } }))).toBe("paused");
  expect(undoWords(evening())).toBeUndefined();
});
