/** How wide a text is at 1 px font size. */
export type Measure = (text: string) => number;

/** Lines of at most `width` pixels at a font size, broken at spaces; only a word longer than a line is cut. */
export function wrap(text: string, width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/\s+/).flatMap((each) => pieces(each, width, size, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) * size > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function pieces(word: string, width: number, size: number, measure: Measure): string[] {
  if (measure(word) * size <= width) return [word];
  const result: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && measure(piece + character) * size > width) {
      result.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...result, piece];
}

export interface Box {
  readonly width: number;
  readonly height: number;
  /** A hall reads few lines at a time (live.md, rule 23). */
  readonly maxLines: number;
  /** In multiples of the font size. */
  readonly lineHeight: number;
}

export interface Fitted {
  readonly size: number;
  /** One page, or more when the text does not fit at the smallest size. */
  readonly pages: readonly (readonly string[])[];
}

/** The largest of `sizes` (falling) at which the text fits; at the last one it is paged, never shrunk further. */
export function fit(text: string, box: Box, sizes: readonly number[], measure: Measure): Fitted {
  for (const size of sizes) {
    const lines = wrap(text, box.width, size, measure);
    if (lines.length <= linesOf(box, size)) return { size, pages: [lines] };
  }
  const size = sizes.at(-1)!;
  return { size, pages: evenPages(wrap(text, box.width, size, measure), linesOf(box, size)) };
}

const linesOf = (box: Box, size: number) => Math.max(1, Math.min(box.maxLines, Math.floor(box.height / (size * box.lineHeight))));

/** Pages of about the same length: 4 + 3 lines read better than 6 + 1. */
export function evenPages<T>(items: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / most));
  return Array.from({ length: count }, (_, page) => items.slice(Math.round((page * items.length) / count), Math.round(((page + 1) * items.length) / count)));
}
