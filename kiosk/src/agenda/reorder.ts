// The arithmetic of moving a row: pure, so that it is tested without a mouse.

/** Where a pointer at height y puts a row among the others, whose middles are given from top to bottom: 0 is before the first. */
export function placeAt(y: number, middles: readonly number[]): number {
  const below = middles.findIndex((middle) => y < middle);
  return below === -1 ? middles.length : below;
}

/** The place a key moves a row to, among `count`; undefined for a key that moves nothing. */
export function placeByKey(key: string, place: number, count: number): number | undefined {
  const wanted = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: count - 1, PageUp: place - 5, PageDown: place + 5 }[key];
  return wanted === undefined ? undefined : Math.min(Math.max(wanted, 0), count - 1);
}
