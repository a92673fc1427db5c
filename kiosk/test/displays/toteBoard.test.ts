import { expect, test } from "vitest";
import type { AnswerWords, ScreenAsk, ScreenCell, ScreenCommitment } from "../../src/contract/contract";
import { wordOnBoard } from "../../src/record/answers";
import { toteBoard } from "../../src/displays/scenes/toteBoard";
import { boardGap, toteLayout } from "../../src/displays/scenes/toteLayout";
import { agreedTonight, answersInOrder, commitmentsOf } from "../../src/displays/scenes/toldAnswers";
import { cardHead, cardPages } from "../../src/displays/scenes/cardLayout";
import { captions } from "../../src/displays/scenes/stream/items";

const half = (text: string) => text.length / 2;
const fonts = { regular: half, bold: half };
const holders = ["Helen Marsh", "Imran Qureshi", "Dame Patricia Fotheringham-Oyelaran", "Catherine Pugh", "Jack Young", "Sonja Santelises"];
const cell = (column: number, answer?: AnswerWords): ScreenCell => ({ powerHolder: holders[column]!, office: "MP", order: column + 1, ...(answer && { answer, revealedAt: "2026-10-25T19:00:00Z" }) });
const ask = (number: number, cells: ScreenCell[]): ScreenAsk => ({ number, area: `Area ${number}`, text: `Will you do thing number ${number} by June?`, cells });
const full = (asks: number, columns: number) => Array.from({ length: asks }, (_, row) => ask(row + 1, Array.from({ length: columns }, (_, column) => cell(column, { code: "no_answer" }))));
const frame = (floor: number, width = 1728) => ({ safe: { width, height: 972 }, floor });
const word = ({ answer }: ScreenCell) => wordOnBoard(answer!.code);

test("power-holders stand in the agreed order and asks by their number, however they come", () => {
  const { columns, rows } = toteBoard([ask(2, [cell(1), cell(0)]), ask(1, [cell(2)])]);
  expect(columns.map(({ powerHolder }) => powerHolder)).toEqual(holders.slice(0, 3));
  expect(rows.map((row) => row.ask.number)).toEqual([1, 2]);
  expect(rows[0]!.cells.map((one) => one?.powerHolder)).toEqual([undefined, undefined, holders[2]]);
});

test("two power-holders of one name are told apart by their office", () => {
  expect(toteBoard([ask(1, [cell(0), { ...cell(0), office: "Mayor", order: 2 }])]).columns).toHaveLength(2);
});

test.each([[8, 2], [6, 3], [3, 6]])("a board of %i asks × %i power-holders stands whole on one page of a small hall", (asks, columns) => {
  const layout = toteLayout(toteBoard(full(asks, columns)), frame(48), fonts, word)!;
  expect(layout.pages).toHaveLength(1);
  expect(layout.pages[0]!.rows).toHaveLength(Math.max(asks, columns));
});

test.each([48, 97, 131, 194])("with a floor of %i no square is lost and no page too tall", (floor) => {
  for (const [asks, columns] of [[8, 2], [6, 3], [3, 6]] as const) {
    const layout = toteLayout(toteBoard(full(asks, columns)), frame(floor), fonts, word);
    if (layout === undefined) continue;
    expect(layout.size).toBeGreaterThanOrEqual(floor);
    expect(layout.pages.flatMap(({ rows }) => rows.flatMap(({ squares }) => squares))).toHaveLength(asks * columns);
    for (const { heads, rows } of layout.pages) {
      expect(layout.headHeight + rows.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(972);
      expect(layout.labelWidth + heads.length * boardGap).toBeLessThan(1728);
    }
  }
});

test("in a hall too deep for a board every answer is told by itself", () => {
  expect(toteLayout(toteBoard(full(3, 6)), frame(194, 1296), fonts, word)).toBeUndefined();
  expect(answersInOrder(full(3, 6))).toHaveLength(18);
});

test("what was agreed is told in order, and a refusal is not among it", () => {
  const asks = [ask(2, [cell(0, { code: "yes", due: "2028-06-06" })]), ask(1, [cell(1, { code: "no" }), cell(0, { code: "yes_with_conditions", condition: "the land is released", byWhen: "2027-03-31" }), cell(2)])];
  expect(agreedTonight(asks).map(({ who, substance, due }) => [who, substance, due])).toEqual([["Helen Marsh, MP", "the land is released", "By 31 March 2027"], ["Helen Marsh, MP", "", "By 6 June 2028"]]);
});

test("a deputy's word is told as given for the power-holder", () => {
  expect(agreedTonight([ask(1, [cell(0, { code: "yes", onBehalfOf: "Deputy Jones" })])])[0]!.who).toBe("For Helen Marsh, MP");
});

test.each([48, 131, 194])("cards with a floor of %i keep every word and stay on their page", (floor) => {
  const told = agreedTonight([ask(1, [cell(0, { code: "yes_with_conditions", condition: "the department confirms in writing that the land can be transferred ".repeat(4).trim() })]), ask(2, [cell(1, { code: "deferred", byWhen: "2027-06-12" })])]);
  const pages = cardPages(told, frame(floor), fonts);
  for (const page of pages) expect(page.reduce((sum, { height }) => sum + height, 18 * (page.length - 1))).toBeLessThanOrEqual(972 - cardHead(frame(floor)));
  const text = pages.flatMap((page) => page.flatMap(({ texts, who }) => [who, ...texts.flatMap(({ lines }) => lines)])).join(" ");
  for (const { substance, ask: words } of told) for (const each of [...substance.split(" "), ...words.split(" ")]) expect(text).toContain(each);
});

test("a stream says what the hall sees, and nothing while the hall sees nothing", () => {
  const present = { title: "Evening", venue: "Hall", timeZone: "Europe/London", start: "2026-10-25T18:00:00Z", publicPath: "/a/x", turnout: { arrived: 12, pledged: 20, institutions: {}, institutionsPledged: 1, latest: [], notListed: 0 }, asks: { a: ask(1, [cell(0, { code: "yes_with_conditions", condition: "the land is released" }), cell(1)]) }, askId: "a" };
  expect(captions({ ...present, scene: "blank" })).toEqual([]);
  expect(captions({ ...present, scene: "turnout" })).toEqual([{ head: "Evening", text: "12 have arrived" }]);
  expect(captions({ ...present, scene: "answer" })).toEqual([{ head: "Helen Marsh, Ask 1 · Area 1", text: "the land is released", plate: { code: "yes_with_conditions", word: "YES, IF" } }]);
  expect(captions({ ...present, scene: "testimony", testimony: { institution: "St Mary" } })).toEqual([{ head: "St Mary", text: "" }]);
});

const old: ScreenCommitment = {
  powerHolder: "Helen Marsh", office: "MP", wording: "Will you release the land by June?", answer: { code: "yes_with_conditions", condition: "the price is agreed", verbatim: "Only if the price is right." }, answeredOn: "2026-10-01",
  status: "Under way", definition: "A step was taken, and there is evidence of it.", timeliness: "overdue by 12 days",
};

test("while an item reports back the scene tells the old promise, where it stands and what that word means, and nothing of tonight", () => {
  const asks = { a: ask(1, [cell(0, { code: "yes" })]) };
  expect(commitmentsOf({ asks }).map(({ ask: words }) => words)).toEqual(["1: Will you do thing number 1 by June?"]);
  expect(commitmentsOf({ asks, oldCommitments: [old] })).toEqual([{
    code: "yes_with_conditions", word: "YES, IF", who: "Helen Marsh, MP", substance: "Under way, overdue by 12 days", due: "",
    ask: "A step was taken, and there is evidence of it. Asked on 1 October 2026: Will you release the land by June? YES, IF: the price is agreed",
  }]);
});
