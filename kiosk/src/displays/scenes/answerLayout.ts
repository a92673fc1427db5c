import type { ScreenCell } from "../../contract/contract";
import { moveOf, substanceOf, wordOnBoard } from "../../record/answers";
import { calendarDay } from "../../shell/time";
import type { Box } from "../layout/frame";
import { evenPages, fit, sizes, widestPiece, wrap, type Fonts } from "../layout/fit";
import { lineHeight } from "../layout/stack";
import { aroundWord, plateHeight, rowShape, takenBy, type RowShape } from "./answerMetrics";

/** One power-holder's answer, its lines ready to print. */
export interface LaidCell {
  readonly cell: ScreenCell;
  readonly name: readonly string[];
  readonly office: readonly string[];
  /** The lines on the plate; none on a page that is only the quote. */
  readonly word: readonly string[];
  /** What stands beside the plate: the beginning of the condition. */
  readonly beside: string;
  /** The condition, part or offer, in the size of the word (live.md, rule 25). */
  readonly substance: readonly string[];
  readonly small: readonly string[];
  readonly height: number;
}

export interface AnswerPage {
  readonly wordSize: number;
  readonly smallSize: number;
  readonly shape: RowShape;
  readonly cells: readonly LaidCell[];
}

/** The room, the least font size, and how words are measured. `wordFor` gives the plate's text, in one language or two. */
export interface Setting {
  readonly box: Box;
  readonly floor: number;
  readonly fonts: Fonts;
  readonly wordFor?: (cell: ScreenCell) => string;
}

interface Detail { quotes: boolean; offices: boolean }

/**
 * The pages of answers to one ask: all power-holders at once, in the agreed order, at the largest size that fits, with
 * their quotes if there is room. Nothing is cut or shrunk below the floor; what does not fit gets pages of its own.
 */
export function answerPages(cells: readonly ScreenCell[], setting: Setting): AnswerPage[] {
  const whole = together(cells, setting, { quotes: true, offices: true });
  if (whole !== undefined) return [whole];
  const overview = together(cells, setting, { quotes: false, offices: true }) ?? together(cells, setting, { quotes: false, offices: false });
  const words = overview === undefined ? groups(cells, setting) : [overview];
  // Back to the answers after each quote: who looks up at any moment soon sees them.
  return [...words, ...cells.flatMap((cell) => quotePages(cell, setting)).flatMap((quote, i) => (i === 0 || words.length > 1 ? [quote] : [...words, quote]))];
}

function together(cells: readonly ScreenCell[], setting: Setting, detail: Detail): AnswerPage | undefined {
  const { box, floor, fonts } = setting;
  const shape = rowShape(box, floor);
  const layAll = (wordSize: number) => cells.map((cell) => lay(cell, shape, wordSize, setting, detail));
  const heightOf = (laid: readonly LaidCell[]) => laid.reduce((sum, each) => sum + each.height, shape.gap * (laid.length - 1));
  // What does not fit at the floor fits at no size: asked first, because most ways to arrange many answers do not.
  if (heightOf(layAll(floor)) > box.height) return undefined;
  for (const wordSize of sizes(Math.max(170, floor * 1.5), floor)) {
    const laid = layAll(wordSize);
    // A word that need not break does not break for the sake of size, and none is cut.
    const isWhole = wordSize === floor || cells.every((cell, i) => laid[i]!.word.length <= 1 && widestPiece(substance(cell), fonts.bold) * wordSize <= shape.room);
    if (isWhole && heightOf(laid) <= box.height) return { wordSize, smallSize: floor, shape, cells: laid };
  }
  return undefined;
}

/** As many power-holders to a page as fit. */
function groups(cells: readonly ScreenCell[], setting: Setting): AnswerPage[] {
  for (let count = cells.length; count > 0; count--) {
    const some = cells.slice(0, count);
    const page = together(some, setting, { quotes: false, offices: true }) ?? together(some, setting, { quotes: false, offices: false });
    if (page !== undefined) return [page, ...groups(cells.slice(count), setting)];
  }
  const [first, ...rest] = cells;
  return first === undefined ? [] : [...longPages(first, setting), ...groups(rest, setting)];
}

/** A condition too long for one page: the name and the word stay with each part of it. */
function longPages(cell: ScreenCell, setting: Setting): AnswerPage[] {
  const { box, floor, fonts } = setting;
  const shape = rowShape(box, floor);
  const full = lay(cell, shape, floor, setting, { quotes: false, offices: false });
  const above = shape.beside ? 0 : full.name.length * floor * lineHeight;
  const left = box.height - 2 * shape.padding - plateHeight(full.word.length, floor) - above - between(floor);
  const lines = wrap(substance(cell), shape.room, floor, fonts.bold);
  const fits = Math.floor(left / (floor * lineHeight));
  const page = (part: readonly string[], word: readonly string[]): AnswerPage => ({ wordSize: floor, smallSize: floor, shape, cells: [{ ...full, word, beside: "", substance: part, height: box.height }] });
  if (fits > 0) return evenPages(lines, fits).map((part) => page(part, full.word));
  // Letters so large that the plate leaves no line: who, the word, then its condition.
  const word = left + between(floor) >= 0 ? [page([], full.word)] : [page([], []), { ...page([], full.word), cells: [{ ...full, name: [], beside: "", substance: [], height: box.height }] }];
  return lines.length === 0 ? word : [...word, ...evenPages(lines, Math.max(1, Math.floor((box.height - 2 * shape.padding - above) / (floor * lineHeight)))).map((part) => page(part, []))];
}

/** Whose move it is and what was said, without the word: no "yes" without its "if". */
function quotePages(cell: ScreenCell, setting: Setting): AnswerPage[] {
  const { box, floor, fonts } = setting;
  const text = smallText(cell);
  if (text === "") return [];
  const shape = rowShape(box, floor);
  const base = lay(cell, shape, floor, setting, { quotes: false, offices: shape.beside });
  const above = shape.beside ? 0 : base.name.length * floor * lineHeight;
  const { size, pages } = fit(text, { width: shape.room, height: box.height - 2 * shape.padding - above, maxLines: 8, lineHeight }, sizes(68, floor), fonts.regular);
  return pages.map((small) => ({ wordSize: floor, smallSize: size, shape, cells: [{ ...base, word: [], beside: "", substance: [], small, height: box.height }] }));
}

function smallText({ answer }: ScreenCell): string {
  const move = answer && moveOf(answer);
  const quote = answer?.verbatim === undefined ? "" : `“${answer.verbatim}”`;
  return [quote, move].filter(Boolean).join(" ");
}

/** What is as large as the word. The day of an answer that is to come belongs there: on the plate it would be the longest word of all. */
function substance({ answer }: ScreenCell): string {
  if (answer?.code === "deferred") return answer.byWhen === undefined ? "no date given" : `by ${calendarDay(answer.byWhen)}`;
  return answer === undefined ? "" : (substanceOf(answer) ?? "");
}
/** How many characters a hall reads at most on one page: every condition beside each other, or one quote. */
export const mostTold = (cells: readonly ScreenCell[]) => 20 + Math.max(cells.reduce((sum, cell) => sum + substance(cell).length, 0), ...cells.map((cell) => smallText(cell).length));

const between = (size: number) => Math.round(size * 0.12);

function lay(cell: ScreenCell, shape: RowShape, wordSize: number, { floor, fonts: { regular, bold }, wordFor }: Setting, { quotes, offices }: Detail): LaidCell {
  const { answer } = cell;
  const { room, nameWidth } = shape;
  const name = wrap(cell.powerHolder, nameWidth, floor, bold);
  const office = offices ? wrap(cell.office, nameWidth, floor, regular) : [];
  const word = answer === undefined ? ["…"] : wrap(wordFor?.(cell) ?? wordOnBoard(answer.code), room - wordSize * aroundWord, wordSize, bold);
  const taken = answer === undefined ? room : takenBy(answer.code, word, wordSize, room, bold);
  const all = wrap(substance(cell), room, wordSize, bold, taken);
  const isBeside = taken < room;
  const [first = "", under] = isBeside ? [all[0], all.slice(1)] : ["", wrap(substance(cell), room, wordSize, bold)];
  const small = quotes ? wrap(smallText(cell), room, floor, regular) : [];
  const blocks = [under.length * wordSize, small.length * floor].filter((block) => block > 0);
  const right = plateHeight(word.length, wordSize) + blocks.reduce((sum, block) => sum + block * lineHeight + between(floor), 0);
  const left = (name.length + office.length) * floor * lineHeight;
  return { cell, name, office, word, beside: first, substance: under, small, height: Math.ceil((shape.beside ? Math.max(left, right) : left + right) + 2 * shape.padding) };
}
