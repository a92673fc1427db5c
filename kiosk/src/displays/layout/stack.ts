import type { Box } from "./frame";
import { evenPages, fit, sizes, widestPiece, wrap, type Fonts } from "./fit";

/** One text of a scene, before it has a size. */
export interface Passage {
  readonly text: string;
  readonly weight: keyof Fonts;
  /** Font size that is wanted, in pixels of the canvas; it may shrink to the floor. */
  readonly size: number;
  /** Class that gives it its colour. */
  readonly look: string;
  readonly lang?: string | undefined;
  /** Room above it, in its own font sizes; none at the head of a page. */
  readonly gap?: number;
}

export interface Laid extends Omit<Passage, "size" | "text"> {
  readonly text: string;
  readonly size: number;
  /** The size that was wanted: what matters most on a page, also where all are equally large. */
  readonly rank: number;
  readonly lines: readonly string[];
}

/** All texts of scenes are set this tight: a hall reads few lines, and large. scenes.css has the same number. */
export const lineHeight = 1.14;
/** A hall reads few lines at a time (live.md, rule 23). */
export const mostLines = 6;

/**
 * Texts under each other, all on one page at the largest sizes that fit. Where they do not fit at the floor they get pages,
 * in order; a long one is broken into even parts. Nothing is cut and nothing is smaller than the floor.
 */
export function stack(passages: readonly Passage[], box: Box, floor: number, fonts: Fonts): Laid[][] {
  const given = passages.filter(({ text }) => text.trim() !== "");
  const whole = together(given, box, floor, fonts);
  if (whole !== undefined) return [whole];
  const groups: Passage[][] = [];
  for (const passage of given) {
    const last = groups.at(-1);
    if (last !== undefined && together([...last, passage], box, floor, fonts) !== undefined) last.push(passage);
    else groups.push([passage]);
  }
  return groups.flatMap((group) => {
    const page = together(group, box, floor, fonts);
    return page === undefined ? broken(group[0]!, box, floor, fonts) : [page];
  });
}

export const heightOf = (page: readonly Laid[]) => page.reduce((sum, { lines, size, gap = 0 }, i) => sum + lines.length * size * lineHeight + (i === 0 ? 0 : gap * size), 0);

function together(passages: readonly Passage[], box: Box, floor: number, fonts: Fonts): Laid[] | undefined {
  const shrink = sizes(1000, 1000 * Math.min(1, floor / Math.max(floor, ...passages.map(({ size }) => size))));
  for (const share of shrink) {
    const page = passages.map((passage) => lay(passage, Math.max(floor, Math.floor((passage.size * share) / 1000)), box.width, fonts));
    const last = share === shrink.at(-1);
    if (!last && passages.some(({ text, weight }, i) => widestPiece(text, fonts[weight]) * page[i]!.size > box.width)) continue;
    if (heightOf(page) <= box.height && page.reduce((sum, { lines }) => sum + lines.length, 0) <= mostLines + passages.length - 1) {
      return page.map((each) => ({ ...each, lines: even(each, box.width, fonts) }));
    }
  }
  return undefined;
}

const lay = (passage: Passage, size: number, width: number, fonts: Fonts): Laid => ({ ...passage, size, rank: passage.size, lines: wrap(passage.text, width, size, fonts[passage.weight]) });

const even = ({ text, size, lines, weight }: Laid, width: number, fonts: Fonts) =>
  fit(text, { width, height: Infinity, maxLines: lines.length, lineHeight }, [size], fonts[weight]).pages.flat();

function broken(passage: Passage, box: Box, floor: number, fonts: Fonts): Laid[][] {
  const { lines } = lay(passage, floor, box.width, fonts);
  const most = Math.max(1, Math.min(mostLines, Math.floor(box.height / (floor * lineHeight))));
  return evenPages(lines, most).map((part) => [{ ...passage, size: floor, rank: passage.size, lines: part }]);
}
