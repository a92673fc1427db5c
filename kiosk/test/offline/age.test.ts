import { expect, test } from "vitest";
import { ageText } from "../../src/offline/age";

test("a list younger than a minute is what the server has: only an old one speaks of its age, and changes by the minute", () => {
  expect([0, 12_000, 59_999, -5].map(ageText)).toEqual(Array(4).fill("up to date"));
  expect([60_000, 119_999, 5 * 60_000, 89 * 60_000].map(ageText)).toEqual(["1 min old", "1 min old", "5 min old", "89 min old"]);
  expect(ageText(3 * 3_600_000)).toBe("3 h old");
});
