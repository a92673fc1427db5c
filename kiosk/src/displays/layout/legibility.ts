/** Where a screen hangs: what its organiser knows of it, in metres. */
export interface Hall {
  readonly imageHeight?: number | undefined;
  readonly farthestSeat?: number | undefined;
}

/** Height of a lower-case x in font sizes: the OS/2 table of Atkinson Hyperlegible, both weights. */
export const xHeight = 0.496;

/** Where nobody said how large the hall is (live.md, rule 22). */
const unknownHall = 0.06;
/** A stream is read on a laptop or a phone, from some four picture heights. */
const onStream = 0.022;
/** Nobody's eyes need less room than this, however near the seats: below it a page is a document, not a screen. */
const nearest = 0.0222;
/** Two lines of ten characters still fit: a hall that is deeper needs a larger image, not a larger letter. */
const farthest = 0.11;

/**
 * The least height of a lower-case x as a share of the image: AVIXA DISCAS for reading at leisure, farthest seat ÷
 * (image height × 200). 30 m before an image of 2.25 m: 0.067, 72 of 1,080 lines.
 */
export function leastXHeight({ imageHeight, farthestSeat }: Hall): number {
  if (imageHeight === undefined || farthestSeat === undefined || !(imageHeight > 0) || !(farthestSeat > 0)) return unknownHall;
  return Math.min(farthest, Math.max(nearest, farthestSeat / (imageHeight * 200)));
}

/** The smallest font size in pixels of a canvas so many pixels high. */
export const smallestFont = (hall: Hall, canvasHeight: number) => Math.ceil((leastXHeight(hall) * canvasHeight) / xHeight);

export const smallestOnStream = (canvasHeight: number) => Math.ceil((onStream * canvasHeight) / xHeight);
