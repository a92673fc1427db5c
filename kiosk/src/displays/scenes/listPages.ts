import type { Box } from "../layout/frame";
import { evenPages, figureWidth, filled, wrap, type Fonts } from "../layout/fit";
import { lineHeight } from "../layout/stack";

/** A name with a number behind it. */
export interface Entry { readonly id: string; readonly name: string; readonly count: number }

export interface ListRow { readonly id: string; readonly name: readonly string[]; readonly count: string }

/** Between two rows, in font sizes; scenes.css has the same number. */
const rowGap = 0.36;

/** Made once: a hall's doors make twenty frames a second, each with hundreds of names and numbers. */
const [digits, alphabet] = [new Intl.NumberFormat("en-GB"), new Intl.Collator()];

export const number = (value: number) => digits.format(value);

/** By name, never by number: a list of arrivals is not a ranking. */
export const byName = (entries: readonly Entry[]) => [...entries].sort((a, b) => alphabet.compare(a.name, b.name));

/** Rows of names and numbers; a long name takes more lines of a page, and all pages are about equally full. */
export function listPages(entries: readonly Entry[], box: Box, size: number, fonts: Fonts): ListRow[][] {
  const rows = entries.map(({ id, name, count }) => ({ id, count: number(count), name: wrap(name, box.width - size * 0.6 - figureWidth(number(count), fonts.bold) * size, size, fonts.regular) })).flatMap((row) => parted(row, box.height, size));
  const fullest = pagesOf(rows, box.height, size);
  if (fullest.length <= 1) return fullest;
  // The same number of pages, none of them nearly empty.
  const all = rows.map((row) => heightOf(row, size));
  const even = pagesOf(rows, Math.min(box.height, all.reduce((sum, height) => sum + height, 0) / fullest.length + Math.max(...all) / 2), size);
  return even.length === fullest.length ? even : fullest;
}

/** A name that is longer than a page is continued on the next, with its number. */
const parted = (row: ListRow, height: number, size: number): ListRow[] => (heightOf(row, size) <= height ? [row] : evenPages(row.name, Math.max(1, Math.floor((height / size - rowGap) / lineHeight))).map((name) => ({ ...row, name })));

const heightOf = ({ name }: ListRow, size: number) => (name.length * lineHeight + rowGap) * size;

/** The least room that so many rows take: a line each. */
export const leastHeight = (rows: number, size: number) => rows * (lineHeight + rowGap) * size;

const pagesOf = (rows: readonly ListRow[], height: number, size: number): ListRow[][] => (rows.length === 0 ? [[]] : filled(rows, height, (row) => heightOf(row, size)));
