import type { ScreenCell } from "../contract/contract";
import { hallWord, moveOf, substanceOf } from "../record/answers";
import { evenPages, wrap, type Measure } from "./fit";

/** One power-holder's answer, its lines ready to print: nothing wraps by itself on stage. */
export interface LaidCell {
  readonly cell: ScreenCell;
  readonly name: readonly string[];
  readonly office: readonly string[];
  readonly word: readonly string[];
  /** The condition, part or offer, in the size of the word (live.md, rule 25). */
  readonly substance: readonly string[];
  readonly small: readonly string[];
  readonly height: number;
}

export interface AnswerPage {
  readonly wordSize: number;
  readonly cells: readonly LaidCell[];
}

export interface Fonts {
  readonly regular: Measure;
  readonly bold: Measure;
}

/** Pixels on the 1080-line canvas; answer.css draws with the same numbers. */
export const metrics = { nameWidth: 500, column: 48, padding: 18, gap: 20, name: 52, small: 48, smallLine: 1.2, wordLine: 1.1, platePad: 0.36, plateSides: 2.1 } as const;
const wordSizes = [140, 124, 108, 96, 84, 72] as const;
const floorSize = 72;

interface Space { readonly width: number; readonly height: number }

/**
 * The pages of answers to one ask: all power-holders at once, in the agreed order, at the largest size that fits, with
 * their quotes if there is room. Nothing is cut or shrunk below the floor; what does not fit gets pages of its own.
 */
export function answerPages(cells: readonly ScreenCell[], space: Space, fonts: Fonts): AnswerPage[] {
  const whole = together(cells, space, fonts, true);
  if (whole !== undefined) return [whole];
  const quoted = cells.filter(({ answer }) => answer?.verbatim !== undefined);
  return [...withoutQuotes(cells, space, fonts), ...quoted.flatMap((cell) => alone(cell, space, fonts))];
}

/** As many power-holders to a page as fit. */
function withoutQuotes(cells: readonly ScreenCell[], space: Space, fonts: Fonts): AnswerPage[] {
  for (let count = cells.length; count > 1; count--) {
    const page = together(cells.slice(0, count), space, fonts, false);
    if (page !== undefined) return [page, ...(count < cells.length ? withoutQuotes(cells.slice(count), space, fonts) : [])];
  }
  const [first, ...rest] = cells;
  if (first === undefined) return [];
  // Too long even alone: its own pages follow with the quotes.
  const page = together([first], space, fonts, false);
  const own = page !== undefined ? [page] : first.answer?.verbatim === undefined ? alone(first, space, fonts) : [];
  return [...own, ...withoutQuotes(rest, space, fonts)];
}

function together(cells: readonly ScreenCell[], space: Space, fonts: Fonts, quotes: boolean): AnswerPage | undefined {
  for (const wordSize of wordSizes) {
    const laid = cells.map((cell) => lay(cell, space.width, wordSize, fonts, quotes));
    const height = laid.reduce((sum, each) => sum + each.height, metrics.gap * (laid.length - 1));
    if (height <= space.height) return { wordSize, cells: laid };
  }
  return undefined;
}

/** One power-holder, the condition and then the quote over as many pages as they take. */
function alone(cell: ScreenCell, space: Space, fonts: Fonts): AnswerPage[] {
  const page = together([cell], space, fonts, true);
  if (page !== undefined) return [page];
  const full = lay(cell, space.width, floorSize, fonts, true);
  const room = space.height - metrics.padding * 2 - plateHeight(full.word.length, floorSize) - 12;
  const substance = evenPages(full.substance, Math.floor(room / (floorSize * metrics.wordLine)));
  const small = evenPages(full.small, Math.floor(room / (metrics.small * metrics.smallLine)));
  return [
    ...substance.filter((lines) => lines.length > 0).map((lines) => ({ ...full, substance: lines, small: [] })),
    ...small.filter((lines) => lines.length > 0).map((lines) => ({ ...full, substance: [], small: lines })),
  ].map((laid) => ({ wordSize: floorSize, cells: [{ ...laid, height: space.height }] }));
}

const plateHeight = (lines: number, size: number) => (lines * metrics.wordLine + metrics.platePad) * size;

function lay(cell: ScreenCell, width: number, wordSize: number, { regular, bold }: Fonts, quotes: boolean): LaidCell {
  const { answer } = cell;
  const room = width - metrics.nameWidth - metrics.column - metrics.padding * 2;
  const name = wrap(cell.powerHolder, metrics.nameWidth, metrics.name, bold);
  const office = wrap(cell.office, metrics.nameWidth, metrics.small, regular);
  const word = answer === undefined ? ["…"] : wrap(hallWord(answer), room - wordSize * metrics.plateSides, wordSize, bold);
  const substance = answer === undefined ? [] : wrap(substanceOf(answer) ?? "", room, wordSize, bold);
  const quote = quotes && answer?.verbatim !== undefined ? `“${answer.verbatim}”` : "";
  const small = answer === undefined ? [] : [moveOf(answer) ?? "", quote].flatMap((text) => wrap(text, room, metrics.small, regular));
  const right = plateHeight(word.length, wordSize) + substance.length * wordSize * metrics.wordLine + small.length * metrics.small * metrics.smallLine + (substance.length + small.length > 0 ? 12 : 0);
  const left = name.length * metrics.name * 1.1 + office.length * metrics.small * 1.1;
  return { cell, name, office, word, substance, small, height: Math.max(left, right) + metrics.padding * 2 };
}
