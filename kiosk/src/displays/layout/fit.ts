/** How wide a text is at 1 px font size. */
export type Measure = (text: string) => number;

export interface Fonts {
  readonly regular: Measure;
  readonly bold: Measure;
}

/** How wide a number is whose digits all take the room of the widest, as tabular digits do: it does not jump while it counts. */
export const figureWidth = (text: string, measure: Measure) => measure(text.replace(/\d/g, "")) + (text.match(/\d/g)?.length ?? 0) * Math.max(...[..."0123456789"].map(measure));

/** Sizes to try, falling from the one that is wanted to the floor, which is always the last. */
export function sizes(wanted: number, floor: number): number[] {
  const falling = [];
  for (let size = wanted; size > floor; size *= 0.92) falling.push(Math.floor(size));
  return [...falling.filter((size) => size > floor), floor];
}

/**
 * Lines of at most `width` pixels at a font size, broken at spaces, after hyphens and inside addresses; only what is longer than a line
 * is cut. `taken` pixels of the first line are in use already; it is empty if nothing fits beside them.
 */
export function wrap(text: string, width: number, size: number, measure: Measure, taken = 0): string[] {
  const lines: string[] = [];
  let line = "";
  for (const { piece, glue } of parts(text, width, size, measure)) {
    const longer = line === "" ? piece : line + glue + piece;
    const room = lines.length === 0 ? width - taken : width;
    if (measure(longer) * size > room && (line !== "" || (lines.length === 0 && taken > 0))) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Words, and the parts of a hyphenated one, with what stands between each and the one before. */
function parts(text: string, width: number, size: number, measure: Measure): { piece: string; glue: string }[] {
  return phrases(text, (phrase) => measure(phrase) * size <= width).flatMap((word) =>
    word.includes(" ") ? [{ piece: word, glue: " " }] : word.split(/(?<=\p{L}[-/.])(?=[\p{L}\d])/u).flatMap((part, i) => cut(part, width, size, measure).map((piece, j) => ({ piece, glue: i + j === 0 ? " " : "" }))));
}

/** Words, but a date or a numbered name ("1 September 2027", "Branch 12") in one piece: a line that starts with its year reads as a number. */
function phrases(text: string, fits: (phrase: string) => boolean): string[] {
  return text.trim().split(/\s+/).reduce<string[]>((all, word, i, words) => {
    const before = all.at(-1);
    const belongs = before !== undefined && ((/^\d{1,2}$/.test(before) && months.test(word)) || (/^\d{1,4}\p{P}*$/u.test(word) && !months.test(words[i + 1] ?? "") && /(^|\s)\p{Lu}\p{Ll}+$/u.test(before)));
    return belongs && fits(`${before} ${word}`) ? [...all.slice(0, -1), `${before} ${word}`] : [...all, word];
  }, []);
}

const months = /^(January|February|March|April|May|June|July|August|September|October|November|December)\b/;

function cut(word: string, width: number, size: number, measure: Measure): string[] {
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
    if (widestPiece(text, measure) * size > box.width && size !== sizes.at(-1)) continue;
    const lines = wrap(text, box.width, size, measure);
    if (lines.length <= linesOf(box, size)) return { size, pages: [balanced(text, lines.length, box.width, size, measure)] };
  }
  const size = sizes.at(-1)!;
  return { size, pages: evenPages(wrap(text, box.width, size, measure), linesOf(box, size)) };
}

/** The same number of lines, as narrow as they can be without cutting a word: no last line of a single word. */
function balanced(text: string, count: number, width: number, size: number, measure: Measure): string[] {
  // A date that fits on a line is not torn apart for the sake of even lines.
  const dates = phrases(text, (phrase) => measure(phrase) * size <= width).filter((phrase) => phrase.includes(" ")).map(measure);
  let [narrow, wide] = [Math.min(width, Math.max(width / 2, Math.max(widestPiece(text, measure), ...dates) * size)), width];
  if (wrap(text, narrow, size, measure).length <= count) return wrap(text, narrow, size, measure);
  for (let i = 0; i < 7; i++) {
    const middle = (narrow + wide) / 2;
    if (wrap(text, middle, size, measure).length > count) narrow = middle;
    else wide = middle;
  }
  return wrap(text, wide, size, measure);
}

/** At 1 px font size. A hyphenated word counts by its parts, and a date by its words: they may be broken there. */
export const widestPiece = (text: string, measure: Measure) => Math.max(0, ...text.trim().split(/\s+/).flatMap((word) => parts(word, Infinity, 1, measure)).map(({ piece }) => measure(piece)));

const linesOf = (box: Box, size: number) => Math.max(1, Math.min(box.maxLines, Math.floor(box.height / (size * box.lineHeight))));

/** Pages of about the same length: 4 + 3 lines read better than 6 + 1. */
export const evenPages = <T>(items: readonly T[], most: number): T[][] => evenParts(items, Math.max(1, Math.ceil(items.length / most)));

/** Exactly so many parts, as even as they can be. */
export const evenParts = <T>(items: readonly T[], count: number): T[][] =>
  Array.from({ length: count }, (_, part) => items.slice(Math.round((part * items.length) / count), Math.round(((part + 1) * items.length) / count)));

/** As many to a page as stand there whole, with a gap between two; what is taller than a page has one of its own. */
export function filled<T>(items: readonly T[], height: number, heightOf: (item: T) => number, gap = 0): T[][] {
  const pages: T[][] = [];
  let used = Infinity;
  for (const item of items) {
    const own = heightOf(item);
    if (used + gap + own > height) {
      pages.push([]);
      used = -gap;
    }
    pages.at(-1)!.push(item);
    used += gap + own;
  }
  return pages;
}
