import type { Box } from "./frame";
import { evenParts, fit, wrap, type Measure } from "./fit";
import { lineHeight, mostLines } from "./stack";

/** A text in one language; without `lang` it is in the page's own. */
export interface Tongue {
  readonly text: string;
  readonly lang?: string | undefined;
}

export interface Spoken {
  readonly lang?: string | undefined;
  readonly lines: readonly string[];
}

/** The same words in one or two languages, all at one size, turning their pages together. */
export interface Told {
  readonly tongues: readonly Tongue[];
  readonly size: number;
  readonly sideBySide: boolean;
  readonly pages: readonly (readonly Spoken[])[];
}

const between = 0.5;

/** Two languages stand above each other or side by side, whichever is larger or has fewer pages (live.md, rule 31). */
export function tell(tongues: readonly Tongue[], box: Box, sizes: readonly number[], measure: Measure, most = mostLines): Told {
  if (tongues.length < 2) return arrange(tongues, box, sizes, measure, most, false);
  const gap = sizes.at(-1)! * between;
  const stacked = arrange(tongues, { width: box.width, height: (box.height - gap) / 2 }, sizes, measure, most, false);
  const beside = arrange(tongues, { width: (box.width - 2 * gap) / 2, height: box.height }, sizes, measure, most, true);
  return beside.pages.length < stacked.pages.length || (beside.pages.length === stacked.pages.length && beside.size > stacked.size) ? beside : stacked;
}

function arrange(tongues: readonly Tongue[], box: Box, sizes: readonly number[], measure: Measure, most: number, sideBySide: boolean): Told {
  const fitted = tongues.map(({ text }) => fit(text, { ...box, maxLines: most, lineHeight }, sizes, measure));
  const size = Math.min(...fitted.map((one) => one.size));
  const again = tongues.map(({ text }, i) => (fitted[i]!.size === size ? fitted[i]! : fit(text, { ...box, maxLines: most, lineHeight }, [size], measure)));
  const count = Math.max(1, ...again.map(({ pages }) => pages.length));
  const parts = again.map(({ pages }, i) => (pages.length === count ? pages : evenParts(wrap(tongues[i]!.text, box.width, size, measure), count)));
  return { tongues, size, sideBySide, pages: Array.from({ length: count }, (_, page) => tongues.map(({ lang }, i) => ({ lang, lines: parts[i]![page]! }))) };
}
