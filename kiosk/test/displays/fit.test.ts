import { expect, test } from "vitest";
import { evenPages, fit, sizes, wrap } from "../../src/displays/layout/fit";

/** Every character is half as wide as it is high. */
const half = (text: string) => text.length / 2;
const ask = "Will you, before the end of March next year, publish a plan with dates and names for two hundred homes at social rent on public land, and meet us every three months until the last family has its keys? ".repeat(3).trim();

test("lines break at spaces and keep every word", () => {
  const lines = wrap("the quick brown fox jumps", 100, 20, half);
  expect(lines).toEqual(["the quick", "brown fox", "jumps"]);
});

test("a word longer than a line is cut, not lost", () => {
  expect(wrap("abcdefghijklmnop", 50, 20, half)).toEqual(["abcde", "fghij", "klmno", "p"]);
});

test("an address breaks after its slashes and hyphens", () => {
  expect(wrap("example.org/a/spring-assembly-2027", 160, 20, half)).toEqual(["example.org/a/", "spring-assembly-", "2027"]);
});

test("a date stays whole when lines are evened out", () => {
  expect(fit("Sunday 25 October 2026", { width: 200, height: 500, maxLines: 6, lineHeight: 1 }, [20], half).pages).toEqual([["Sunday", "25 October 2026"]]);
});

test("sizes fall to the floor and never below it", () => {
  const falling = sizes(200, 97);
  expect(falling[0]).toBe(200);
  expect(falling.at(-1)).toBe(97);
  expect([...falling].sort((a, b) => b - a)).toEqual(falling);
  expect(sizes(50, 97)).toEqual([97]);
});

test("a double name breaks after its hyphen before it is cut", () => {
  expect(wrap("Okonkwo-Fairweather", 130, 20, half)).toEqual(["Okonkwo-", "Fairweather"]);
  expect(wrap("Okonkwo-Fairweather", 400, 20, half)).toEqual(["Okonkwo-Fairweather"]);
});

test("a date and a numbered name stay in one line where there is room", () => {
  expect(wrap("every hour, starting on 1 September 2027?", 250, 20, half)).toEqual(["every hour, starting on", "1 September 2027?"]);
  expect(wrap("Transport Workers Branch 12", 240, 20, half)).toEqual(["Transport Workers", "Branch 12"]);
});

test("a date that is longer than a line breaks between its words, not inside one", () => {
  expect(wrap("1 September 2027", 110, 20, half)).toEqual(["1 September", "2027"]);
});

test("a date does not make a text smaller", () => {
  expect(fit("by 1 September 2027", { width: 120, height: 500, maxLines: 6, lineHeight: 1 }, [20, 10], half).size).toBe(20);
});

test("the first line leaves the room that is taken", () => {
  expect(wrap("the board agrees", 100, 20, half, 60)).toEqual(["the", "board", "agrees"]);
  expect(wrap("the board", 100, 20, half, 95)).toEqual(["", "the board"]);
});

test("lines are of about the same length", () => {
  expect(fit("one two three four five six seven", { width: 290, height: 500, maxLines: 6, lineHeight: 1 }, [20], half).pages).toEqual([["one two three four", "five six seven"]]);
});

test("a short text takes the largest size", () => {
  expect(fit("Will you?", { width: 1728, height: 600, maxLines: 6, lineHeight: 1.2 }, [120, 90, 72], half)).toEqual({ size: 120, pages: [["Will you?"]] });
});

test("a text of six hundred characters is paged at the floor, never smaller", () => {
  const { size, pages } = fit(ask, { width: 1728, height: 640, maxLines: 6, lineHeight: 1.18 }, [136, 120, 108, 96, 86, 78], half);
  expect(size).toBe(78);
  expect(pages.length).toBeGreaterThan(1);
  for (const lines of pages) {
    expect(lines.length).toBeLessThanOrEqual(6);
    for (const line of lines) expect(half(line) * size).toBeLessThanOrEqual(1728);
  }
  expect(pages.flat().join(" ")).toBe(ask);
});

test("no page is taller than its box", () => {
  const { size, pages } = fit(ask, { width: 900, height: 200, maxLines: 6, lineHeight: 1.2 }, [60, 50], half);
  for (const lines of pages) expect(lines.length * size * 1.2).toBeLessThanOrEqual(200);
});

test("pages are even instead of full", () => {
  expect(evenPages([1, 2, 3, 4, 5, 6, 7], 6).map((page) => page.length)).toEqual([4, 3]);
  expect(evenPages([], 6)).toEqual([[]]);
});

test("evening the lines out never cuts a word", () => {
  const { pages } = fit("Leader Accountability Assembly", { width: 1060, height: 520, maxLines: 4, lineHeight: 1.1 }, [136, 120, 104], half);
  expect(pages).toEqual([["Leader", "Accountability", "Assembly"]]);
});

test("a size at which a word would be cut is passed over for the next smaller one", () => {
  expect(fit("Accountability", { width: 600, height: 500, maxLines: 4, lineHeight: 1.1 }, [136, 80], half)).toEqual({ size: 80, pages: [["Accountability"]] });
});
