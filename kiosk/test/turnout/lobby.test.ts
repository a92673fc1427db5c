import { expect, test } from "vitest";
import { nudgeAt } from "../../src/turnout/idle";
import { matching } from "../../src/turnout/institutionSearch";

const places = ["St. Patrick’s Catholic Church", "Mezquita Al-Nur", "Église Saint-Étienne", "Sacred Heart of Jesus"].map((name, i) => ({ id: `${i}`, name }));
const names = (text: string) => matching(places, text).map(({ name }) => name);

test("an institution is found by the beginning of its words, whatever their accents and order", () => {
  expect(names("patr")).toEqual(["St. Patrick’s Catholic Church"]);
  expect(names("eglise etienne")).toEqual(["Église Saint-Étienne"]);
  expect(names("nur mez")).toEqual(["Mezquita Al-Nur"]);
  expect(names("atrick")).toEqual([]);
});

test("with nothing typed all are there, in the order of the alphabet", () => {
  expect(names("  ")).toEqual(["Église Saint-Étienne", "Mezquita Al-Nur", "Sacred Heart of Jesus", "St. Patrick’s Catholic Church"]);
});

test("the picture moves in a ring and comes back to its place", () => {
  const seen = Array.from({ length: 9 }, (_, i) => nudgeAt(i));
  expect(new Set(seen.map(String)).size).toBe(9);
  expect(nudgeAt(9)).toEqual([0, 0]);
  for (const [x, y] of seen) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(2);
});
