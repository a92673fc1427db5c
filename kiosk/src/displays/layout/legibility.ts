/** Where a screen hangs. The server knows the rule and the hall's metres (live.md, rule 22) and says what follows from them. */
export interface Hall {
  /** The least height of a lower-case x as a share of the image; undefined where nobody measured the hall. */
  readonly xHeight?: number | undefined;
}

/** Height of a lower-case x in font sizes: the OS/2 table of Atkinson Hyperlegible, both weights. */
export const xHeight = 0.496;

/** Where nobody said how large the hall is (live.md, rule 22). */
const unknownHall = 0.06;
/** A stream is read on a laptop or a phone, from some four picture heights. */
const onStream = 0.022;

const fontFor = (share: number, canvasHeight: number) => Math.ceil((share * canvasHeight) / xHeight);

/** The smallest font size in pixels of a canvas so many pixels high. */
export const smallestFont = (hall: Hall, canvasHeight: number) => fontFor(hall.xHeight ?? unknownHall, canvasHeight);

export const smallestOnStream = (canvasHeight: number) => fontFor(onStream, canvasHeight);
