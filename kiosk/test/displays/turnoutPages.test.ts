import { expect, test } from "vitest";
import { pageAt } from "../../src/displays/paging";
import { turnoutPages } from "../../src/displays/turnoutPages";

const turnout = (names: string[]) => ({ arrived: 0, pledged: 0, institutionsPledged: 0, latest: [], notListed: 0, institutions: Object.fromEntries(names.map((name, i) => [`i${i}`, { name, arrived: 100 - i }])) });
const half = (text: string) => text.length / 2;

test("institutions stand by name, not by number", () => {
  const [page] = turnoutPages(turnout(["St Mary", "Al-Noor", "Unison"]), 600, 48, half);
  expect(page!.map(({ name }) => name[0])).toEqual(["Al-Noor", "St Mary", "Unison"]);
});

test("a page holds eight, and fewer when names are long", () => {
  expect(turnoutPages(turnout(Array.from({ length: 20 }, (_, i) => `School ${i}`)), 600, 48, half).map((page) => page.length)).toEqual([8, 8, 4]);
  expect(turnoutPages(turnout(Array.from({ length: 5 }, (_, i) => `The parish church of Saint Mary ${i}`)), 600, 48, half).map((page) => page.length)).toEqual([4, 1]);
});

test("nobody has come yet is one empty page", () => {
  expect(turnoutPages(turnout([]), 600, 48, half)).toEqual([[]]);
});

test("pages turn with the server's clock, from the moment of the last change", () => {
  const since = 1_000_000;
  expect([0, 8_999, 9_000, 18_000, 27_000].map((after) => pageAt(since + after, { pages: 3, seconds: 9, since }))).toEqual([0, 0, 1, 2, 0]);
});
