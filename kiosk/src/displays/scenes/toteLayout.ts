import type { ScreenCell } from "../../contract/contract";
import { answerCodes, wordOnBoard } from "../../record/answers";
import type { Box, Frame } from "../layout/frame";
import { filled, sizes, widestPiece, wrap, type Fonts } from "../layout/fit";
import { lineHeight } from "../layout/stack";
import { aroundWord, plateHeight } from "./answerMetrics";
import type { ToteBoard } from "./toteBoard";

/** A square of the board: empty where nothing is asked, without a word while the answer is awaited. */
export interface Square { readonly cell: ScreenCell | undefined; readonly word: readonly string[] }

export interface BoardRow { readonly label: readonly string[]; readonly squares: readonly Square[]; readonly height: number }

export interface BoardPage { readonly heads: readonly (readonly string[])[]; readonly rows: readonly BoardRow[] }

export interface ToteLayout { readonly size: number; readonly labelWidth: number; readonly headHeight: number; readonly pages: readonly BoardPage[] }

interface Grid { readonly labels: readonly string[]; readonly short: readonly string[]; readonly heads: readonly string[]; readonly cells: readonly (readonly (ScreenCell | undefined)[])[] }
interface Setting { readonly box: Box; readonly fonts: Fonts; readonly word: (cell: ScreenCell) => string }
/** One way to arrange it: how many columns to a page, and how much of the width the labels may take. */
interface Way { readonly size: number; readonly columns: number; readonly labels: "labels" | "short"; readonly share: number }

export const boardGap = 18;
const rowGap = 14;
const shares = [0.38, 0.3, 0.24] as const;
const widestWord = (bold: Fonts["bold"]) => Math.max(...answerCodes.map((code) => widestPiece(wordOnBoard(code), bold)));

/**
 * The whole board at once if it can be read; else the rows on several pages under the same heads; else fewer columns to
 * a page. The longer side runs down the screen. Undefined where not even one column is legible as a board.
 */
export function toteLayout(board: ToteBoard, { safe, floor }: Pick<Frame, "safe" | "floor">, fonts: Fonts, word: (cell: ScreenCell) => string): ToteLayout | undefined {
  const grid = gridOf(board);
  const setting = { box: safe, fonts, word };
  const all = grid.heads.length;
  const whole = sizes(76, floor).flatMap((size) => shares.map((share) => ({ size, columns: all, labels: "labels", share }) as const));
  for (const way of whole) {
    const layout = arrange(grid, setting, way);
    if (layout?.pages.length === 1) return layout;
  }
  for (let columns = all; columns > 0; columns--) {
    const ways = (["labels", "short"] as const).flatMap((labels) => shares.map((share) => arrange(grid, setting, { size: floor, columns, labels, share }))).filter((layout) => layout !== undefined);
    if (ways.length > 0) return ways.reduce((best, each) => (each.pages.length < best.pages.length ? each : best));
  }
  return undefined;
}

function gridOf({ columns, rows }: ToteBoard): Grid {
  const asks = rows.map(({ ask }) => (ask.area === undefined ? `Ask ${ask.number}` : `${ask.number} ${ask.area}`));
  const names = columns.map(({ powerHolder }) => powerHolder);
  return rows.length >= columns.length
    ? { labels: asks, short: rows.map(({ ask }) => `${ask.number}`), heads: names, cells: rows.map(({ cells }) => cells) }
    : { labels: names, short: names, heads: asks, cells: columns.map((_, i) => rows.map(({ cells }) => cells[i])) };
}

/** Undefined where a word would be cut or a row is taller than the page. */
function arrange(grid: Grid, { box, fonts, word }: Setting, { size, columns, labels, share }: Way): ToteLayout | undefined {
  const { bold } = fonts;
  const texts = grid[labels];
  const narrowest = Math.max(...texts.map((text) => widestPiece(text, bold))) * size + 4;
  const labelWidth = Math.max(narrowest, Math.min(Math.max(...texts.map(bold)) * size + 4, box.width * share));
  const width = (box.width - labelWidth - columns * boardGap) / columns;
  const least = Math.max(widestWord(bold) + aroundWord, ...grid.heads.map((head) => widestPiece(head, bold))) * size;
  if (width < least || labelWidth > box.width / 2) return undefined;
  const rows = texts.map((text, i) => row(wrap(text, labelWidth, size, bold), grid.cells[i]!.map((cell) => ({ cell, word: cell?.answer === undefined ? [] : wrap(word(cell), width - aroundWord * size, size, bold) })), size));
  const heads = grid.heads.map((head) => wrap(head, width, size, bold));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * size * lineHeight + size * 0.3;
  if (rows.some(({ height }) => headHeight + height > box.height)) return undefined;
  const groups = Array.from({ length: Math.ceil(heads.length / columns) }, (_, group) => [group * columns, (group + 1) * columns] as const);
  const pages = groups.flatMap(([from, to]) => {
    const some = rows.map(({ label, squares }) => row(label, squares.slice(from, to), size)).filter(({ squares }) => squares.some(({ cell }) => cell !== undefined));
    return evenly(some, box.height - headHeight).map((part) => ({ heads: heads.slice(from, to), rows: part }));
  });
  return { size, labelWidth, headHeight, pages };
}

function row(label: readonly string[], squares: readonly Square[], size: number): BoardRow {
  const lines = Math.max(1, ...squares.map(({ word }) => word.length));
  return { label, squares, height: Math.ceil(Math.max(label.length * size * lineHeight, plateHeight(lines, size)) + rowGap) };
}

/** As few pages as the rows need, and none of them nearly empty. */
function evenly(rows: readonly BoardRow[], height: number): BoardRow[][] {
  const count = filled(rows, height, heightOfRow).length;
  for (let less = height * 0.4; less < height; less += height * 0.05) {
    const pages = filled(rows, less, heightOfRow);
    if (pages.length === count && pages.every((page) => heightOf(page) <= height)) return pages;
  }
  return filled(rows, height, heightOfRow);
}

const heightOf = (rows: readonly BoardRow[]) => rows.reduce((sum, each) => sum + each.height, 0);

const heightOfRow = ({ height }: BoardRow) => height;
