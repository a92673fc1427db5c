import fc from "fast-check";
import { expect, test } from "vitest";
import { placeAt, placeByKey } from "../../src/agenda/reorder";

test("a row goes before the first whose middle the pointer has not passed", () => {
  const middles = [100, 200, 300];
  expect([50, 100, 150, 250, 300, 900].map((y) => placeAt(y, middles))).toEqual([0, 1, 1, 2, 3, 3]);
  expect(placeAt(10, [])).toBe(0);
});

test("arrows move one place and no key moves a row off the list", () => {
  expect(placeByKey("ArrowUp", 4, 28)).toBe(3);
  expect(placeByKey("ArrowDown", 4, 28)).toBe(5);
  expect([placeByKey("Home", 4, 28), placeByKey("End", 4, 28)]).toEqual([0, 27]);
  expect(placeByKey("Tab", 4, 28)).toBeUndefined();
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.constantFrom("ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"), (count, seed, key) => {
    const place = placeByKey(key, seed % count, count)!;
    return place >= 0 && place < count;
  }));
});
