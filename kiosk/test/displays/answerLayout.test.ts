import { expect, test } from "vitest";
import type { AnswerWords, ScreenCell } from "../../src/contract/contract";
import { answerPages, metrics } from "../../src/displays/answerLayout";

const half = (text: string) => text.length / 2;
const fonts = { regular: half, bold: half };
const space = { width: 1728, height: 660 };
const cell = (powerHolder: string, answer?: AnswerWords): ScreenCell => ({ powerHolder, office: "Mayor", order: 1, ...(answer && { answer }) });
const long = "the housing department confirms in writing before the first of March that the land at Coldharbour can be transferred without a new tender ".repeat(4).trim();

test("short answers stand on one page, in the agreed order, large", () => {
  const pages = answerPages([cell("A", { code: "yes" }), cell("B"), cell("C", { code: "no" })], space, fonts);
  expect(pages).toHaveLength(1);
  expect(pages[0]!.cells.map(({ cell: { powerHolder } }) => powerHolder)).toEqual(["A", "B", "C"]);
  expect(pages[0]!.wordSize).toBeGreaterThanOrEqual(96);
});

test("four power-holders fit on one page", () => {
  expect(answerPages(["A", "B", "C", "D"].map((name) => cell(name, { code: "yes" })), space, fonts)).toHaveLength(1);
});

test("no page is taller than the space it has", () => {
  const cells = [cell("A", { code: "yes_with_conditions", condition: long.slice(0, 140), verbatim: long }), cell("B", { code: "no", verbatim: long }), cell("C", { code: "yes", verbatim: "Yes." })];
  for (const page of answerPages(cells, space, fonts)) {
    expect(page.cells.reduce((sum, { height }) => sum + height, metrics.gap * (page.cells.length - 1))).toBeLessThanOrEqual(space.height);
  }
});

test("every word of a condition and a quote is shown, at the floor or larger", () => {
  const pages = answerPages([cell("A", { code: "yes_with_conditions", condition: long, verbatim: long })], space, fonts);
  expect(pages.flatMap((page) => page.cells.flatMap(({ substance }) => substance)).join(" ").trim()).toBe(long);
  expect(pages.flatMap((page) => page.cells.flatMap(({ small }) => small)).join(" ")).toBe(`“${long}”`);
  for (const { wordSize } of pages) expect(wordSize).toBeGreaterThanOrEqual(72);
});

test("the word never stands without its condition", () => {
  const cells = [cell("A", { code: "yes_with_conditions", condition: long, verbatim: long }), cell("B", { code: "yes_with_conditions", condition: "the board agrees", verbatim: long })];
  const plates = answerPages(cells, space, fonts).flatMap((page) => page.cells).filter(({ word }) => word.length > 0);
  expect(plates.every(({ substance }) => substance.length > 0)).toBe(true);
});

test("quotes that do not fit beside each other follow one by one, the answers in between", () => {
  const cells = ["A", "B", "C"].map((name) => cell(name, { code: "no", verbatim: long.slice(0, 300) }));
  const pages = answerPages(cells, space, fonts);
  const who = pages.map((page) => page.cells.map(({ cell: each }) => each.powerHolder).join(""));
  expect(who).toEqual(["ABC", "A", "ABC", "B", "ABC", "C"]);
});
