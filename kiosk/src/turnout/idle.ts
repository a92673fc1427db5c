/** How long nobody has to be there before the screen is dimmed, in milliseconds. */
export const restAfter = 3 * 60_000;
/** How often the picture moves, in milliseconds. */
export const nudgeEvery = 60_000;

const ring = [[0, 0], [2, 0], [2, 2], [0, 2], [-2, 2], [-2, 0], [-2, -2], [0, -2], [2, -2]] as const;

/** Where the picture stands after so many moves, in CSS pixels: in a small ring around its place. */
export const nudgeAt = (step: number): readonly [number, number] => ring[step % ring.length]!;
