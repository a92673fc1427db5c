import { expect, test } from "vitest";
import type { AnswerWords, ScreenCell } from "../../src/contract/contract";
import { answerPages as pagesIn, type AnswerPage } from "../../src/displays/scenes/answerLayout";

const half = (text: string) => text.length / 2;
const fonts = { regular: half, bold: half };
const space = { width: 1728, height: 660 };
const answerPages = (cells: ScreenCell[], floor = 48, box = space): AnswerPage[] => pagesIn(cells, { box, floor, fonts });
const heightOf = ({ cells, shape }: AnswerPage) => cells.reduce((sum, { height }) => sum + height, shape.gap * (cells.length - 1));
const cell = (powerHolder: string, answer?: AnswerWords): ScreenCell => ({ powerHolder, office: "Mayor", order: 1, ...(answer && { answer }) });
const long = "the housing department confirms in writing before the first of March that the land at Coldharbour can be transferred without a new tender ".repeat(4).trim();

test("short answers stand on one page, in the agreed order, large", () => {
  const pages = answerPages([cell("A", { code: "yes" }), cell("B"), cell("C", { code: "no" })]);
  expect(pages).toHaveLength(1);
  expect(pages[0]!.cells.map(({ cell: { powerHolder } }) => powerHolder)).toEqual(["A", "B", "C"]);
  expect(pages[0]!.wordSize).toBeGreaterThanOrEqual(96);
});

test("four power-holders fit on one page", () => {
  expect(answerPages(["A", "B", "C", "D"].map((name) => cell(name, { code: "yes" })))).toHaveLength(1);
});

test("no page is taller than the space it has", () => {
  const cells = [cell("A", { code: "yes_with_conditions", condition: long.slice(0, 140), verbatim: long }), cell("B", { code: "no", verbatim: long }), cell("C", { code: "yes", verbatim: "Yes." })];
  for (const floor of [48, 97, 131, 194]) for (const page of answerPages(cells, floor)) expect(heightOf(page)).toBeLessThanOrEqual(space.height);
});

test("every word of a condition and a quote is shown, at the floor or larger", () => {
  const pages = answerPages([cell("A", { code: "yes_with_conditions", condition: long, verbatim: long })]);
  expect(pages.flatMap((page) => page.cells.flatMap(({ beside, substance }) => [beside, ...substance])).filter(Boolean).join(" ")).toBe(long);
  expect(pages.flatMap((page) => page.cells.flatMap(({ small }) => small)).join(" ")).toBe(`“${long}”`);
  for (const { wordSize, smallSize } of pages) expect(Math.min(wordSize, smallSize)).toBeGreaterThanOrEqual(48);
});

test("the word never stands without its condition", () => {
  const cells = [cell("A", { code: "yes_with_conditions", condition: long, verbatim: long }), cell("B", { code: "yes_with_conditions", condition: "the board agrees", verbatim: long })];
  const plates = answerPages(cells).flatMap((page) => page.cells).filter(({ word }) => word.length > 0);
  expect(plates.every(({ beside, substance }) => beside !== "" || substance.length > 0)).toBe(true);
});

test("quotes that do not fit beside each other follow one by one, the answers in between", () => {
  const cells = ["A", "B", "C"].map((name) => cell(name, { code: "no", verbatim: long.slice(0, 300) }));
  const pages = answerPages(cells);
  const who = pages.map((page) => page.cells.map(({ cell: each }) => each.powerHolder).join(""));
  expect(who).toEqual(["ABC", "A", "ABC", "B", "ABC", "C"]);
});

test("in a deep hall the name stands above the answer, and nobody is left out", () => {
  const cells = ["A", "B", "C", "D"].map((name) => cell(name, { code: "no" }));
  const pages = answerPages(cells, 131, { width: 1728, height: 815 });
  expect(pages.every(({ shape }) => !shape.beside)).toBe(true);
  expect(pages.flatMap((page) => page.cells.map(({ cell: { powerHolder } }) => powerHolder))).toEqual(["A", "B", "C", "D"]);
  expect(Math.min(...pages.map(({ wordSize }) => wordSize))).toBeGreaterThanOrEqual(131);
});

test("every part of a condition that fills pages has the word and the name with it", () => {
  const pages = answerPages([cell("A", { code: "yes_with_conditions", condition: long })], 131, { width: 1728, height: 815 });
  expect(pages.length).toBeGreaterThan(2);
  for (const { cells: [laid] } of pages) expect([laid!.word, laid!.name]).toEqual([["YES, IF"], ["A"]]);
});
