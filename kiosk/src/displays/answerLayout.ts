import type { ScreenCell } from "../contract/contract";
import { hallWord, moveOf, sideOf, substanceOf } from "../record/answers";
import { evenPages, fit, wrap, type Measure } from "./fit";

/** One power-holder's answer, its lines ready to print: nothing wraps by itself on stage. */
export interface LaidCell {
  readonly cell: ScreenCell;
  readonly name: readonly string[];
  readonly office: readonly string[];
  /** The lines on the plate; none on a page that is only the quote. */
  readonly word: readonly string[];
  /** The condition, part or offer, in the size of the word (live.md, rule 25). Its first line stands beside the plate. */
  readonly substance: readonly string[];
  readonly small: readonly string[];
  readonly height: number;
}

export interface AnswerPage {
  readonly wordSize: number;
  readonly smallSize: number;
  readonly cells: readonly LaidCell[];
}

export interface Fonts {
  readonly regular: Measure;
  readonly bold: Measure;
}

interface Space { readonly width: number; readonly height: number }
interface Detail { readonly quotes: boolean; readonly offices: boolean }

/** Pixels on the 1080-line canvas; answer.css draws with the same numbers. */
export const metrics = { nameWidth: 540, column: 48, sides: 32, padding: 14, gap: 16, name: 48, office: 48, small: 48, smallLine: 1.2, wordLine: 1.1, platePad: 0.36, plateSides: 1.9, beside: 0.35, between: 12 } as const;
const wordSizes = [140, 124, 108, 96, 84, 72] as const;
const floorSize = 72;
const quoteSizes = [68, 60, 52] as const;

/**
 * The pages of answers to one ask: all power-holders at once, in the agreed order, at the largest size that fits, with
 * their quotes if there is room. Nothing is cut or shrunk below the floor; what does not fit gets pages of its own.
 */
export function answerPages(cells: readonly ScreenCell[], space: Space, fonts: Fonts): AnswerPage[] {
  const whole = together(cells, space, fonts, { quotes: true, offices: true });
  if (whole !== undefined) return [whole];
  const overview = together(cells, space, fonts, { quotes: false, offices: true }) ?? together(cells, space, fonts, { quotes: false, offices: false });
  const words = overview === undefined ? groups(cells, space, fonts) : [overview];
  // Back to the answers after each quote: who looks up at any moment soon sees them.
  return [...words, ...cells.flatMap((cell) => quotePages(cell, space, fonts)).flatMap((quote, i) => (i === 0 || words.length > 1 ? [quote] : [...words, quote]))];
}

function together(cells: readonly ScreenCell[], space: Space, fonts: Fonts, detail: Detail): AnswerPage | undefined {
  for (const wordSize of wordSizes) {
    const laid = cells.map((cell) => lay(cell, space.width, wordSize, fonts, detail));
    const height = laid.reduce((sum, each) => sum + each.height, metrics.gap * (laid.length - 1));
    // A word that need not break does not break for the sake of size.
    const whole = laid.every(({ word }, i) => word.length === lay(cells[i]!, space.width, floorSize, fonts, detail).word.length);
    if (whole && height <= space.height) return { wordSize, smallSize: metrics.small, cells: laid };
  }
  return undefined;
}

/** As many power-holders to a page as fit. */
function groups(cells: readonly ScreenCell[], space: Space, fonts: Fonts): AnswerPage[] {
  for (let count = cells.length; count > 0; count--) {
    const page = together(cells.slice(0, count), space, fonts, { quotes: false, offices: true });
    if (page !== undefined) return [page, ...groups(cells.slice(count), space, fonts)];
  }
  const [first, ...rest] = cells;
  return first === undefined ? [] : [...longPages(first, space, fonts), ...groups(rest, space, fonts)];
}

/** A condition too long for one page: the word stays beside each part of it. */
function longPages(cell: ScreenCell, space: Space, fonts: Fonts): AnswerPage[] {
  const full = lay(cell, space.width, floorSize, fonts, { quotes: false, offices: true });
  const most = Math.floor((space.height - metrics.padding * 2 - plateHeight(full.word.length, floorSize) - metrics.between) / (floorSize * metrics.wordLine));
  return evenPages(full.substance, most).map((substance) => ({ wordSize: floorSize, smallSize: metrics.small, cells: [{ ...full, substance, height: space.height }] }));
}

/** Whose move it is and what was said, larger than beside the others, and without the word: no "yes" without its "if". */
function quotePages(cell: ScreenCell, space: Space, fonts: Fonts): AnswerPage[] {
  const text = smallText(cell);
  if (text === "") return [];
  const box = { width: roomOf(space.width), height: space.height - metrics.padding * 2, maxLines: 9, lineHeight: metrics.smallLine };
  const { size, pages } = fit(text, box, quoteSizes, fonts.regular);
  const base = lay(cell, space.width, floorSize, fonts, { quotes: false, offices: true });
  return pages.map((small) => ({ wordSize: floorSize, smallSize: size, cells: [{ ...base, word: [], substance: [], small, height: space.height }] }));
}

const roomOf = (width: number) => width - metrics.sides * 2 - metrics.nameWidth - metrics.column;
const plateHeight = (lines: number, size: number) => (lines * metrics.wordLine + metrics.platePad) * size;

function smallText({ answer }: ScreenCell): string {
  const move = answer && moveOf(answer);
  const quote = answer?.verbatim === undefined ? "" : `“${answer.verbatim}”`;
  return [quote, move].filter(Boolean).join(" ");
}

function lay(cell: ScreenCell, width: number, wordSize: number, { regular, bold }: Fonts, { quotes, offices }: Detail): LaidCell {
  const { answer } = cell;
  const room = roomOf(width);
  const name = wrap(cell.powerHolder, metrics.nameWidth, metrics.name, bold);
  const office = offices ? wrap(cell.office, metrics.nameWidth, metrics.office, regular) : [];
  const word = answer === undefined ? ["…"] : wrap(hallWord(answer), room - wordSize * metrics.plateSides, wordSize, bold);
  // Beside the plate where it stands on the left, so that it reads as one sentence: "YES, IF the board agrees".
  const taken = answer !== undefined && sideOf(answer.code) === "left" ? (bold(word[0] ?? "") + metrics.plateSides + metrics.beside) * wordSize : room;
  const substance = answer === undefined ? [] : wrap(substanceOf(answer) ?? "", room, wordSize, bold, taken);
  const small = quotes ? wrap(smallText(cell), room, metrics.small, regular) : [];
  const under = Math.max(0, substance.length - 1);
  const right = plateHeight(word.length, wordSize) + under * wordSize * metrics.wordLine + small.length * metrics.small * metrics.smallLine + (under > 0 ? metrics.between : 0) + (small.length > 0 ? metrics.between : 0);
  const left = name.length * metrics.name * 1.1 + office.length * metrics.office * 1.1;
  return { cell, name, office, word, substance, small, height: Math.max(left, right) + metrics.padding * 2 };
}
