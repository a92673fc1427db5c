import { expect, test } from "vitest";
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
