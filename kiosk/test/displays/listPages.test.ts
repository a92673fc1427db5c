import { expect, test } from "vitest";
import { pageAt, secondsFor, turned } from "../../src/displays/layout/paging";
import { byName, listPages } from "../../src/displays/scenes/listPages";

const half = (text: string) => text.length / 2;
const fonts = { regular: half, bold: half };
const entries = (names: string[]) => names.map((name, i) => ({ id: `i${i}`, name, count: 100 - i }));
const box = { width: 600, height: 48 * 1.5 * 8 };

test("institutions stand by name, not by number", () => {
  expect(byName(entries(["St Mary", "Al-Noor", "Unison"])).map(({ name }) => name)).toEqual(["Al-Noor", "St Mary", "Unison"]);
});

test("pages are about equally full, and take fewer names where these are long", () => {
  expect(listPages(entries(Array.from({ length: 20 }, (_, i) => `School ${i}`)), box, 48, fonts).map((page) => page.length)).toEqual([7, 7, 6]);
  expect(listPages(entries(Array.from({ length: 5 }, (_, i) => `The parish church of Saint Mary ${i}`)), box, 48, fonts).map((page) => page.length)).toEqual([3, 2]);
});

test("two hundred and twenty institutions are all listed, and no page is taller than its box", () => {
  const all = entries(Array.from({ length: 220 }, (_, i) => (i % 3 === 0 ? `Our Lady of Perpetual Help and St Aloysius ${i}` : `School ${i}`)));
  const pages = listPages(all, box, 48, fonts);
  expect(pages.flat().map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  for (const page of pages) expect(page.reduce((sum, { name }) => sum + (name.length * 1.14 + 0.36) * 48, 0)).toBeLessThanOrEqual(box.height);
});

test("nobody has come yet is one empty page", () => {
  expect(listPages([], box, 48, fonts)).toEqual([[]]);
});

test("pages turn with the server's clock, from the moment of the last change", () => {
  const since = 1_000_000;
  expect([0, 8_999, 9_000, 18_000, 27_000].map((after) => pageAt(since + after, { pages: 3, seconds: 9, since }))).toEqual([0, 0, 1, 2, 0]);
});

test("a page with more to read stays longer, within reason", () => {
  expect(secondsFor(20)).toBe(6);
  expect(secondsFor(120)).toBeGreaterThan(secondsFor(80));
  expect(secondsFor(5_000)).toBe(16);
});

test("a list that grows while it is shown does not jump to another page", () => {
  const shown = turned(undefined, 7, 5);
  expect(shown.page).toBe(2);
  expect(turned(shown, 7, 6).page).toBe(2);
  expect(turned(shown, 8, 6).page).toBe(3);
  expect(turned({ tick: 8, page: 5 }, 9, 6).page).toBe(0);
  expect(turned({ tick: 8, page: 5 }, 8, 2).page).toBeLessThan(2);
});
