const kept = 5;

/** Server time minus device time, as the median of the last five answers: one slow answer does not move it (turnout.md, rule 8). */
export class OffsetMedian {
  #samples: readonly number[];

  constructor(samples: readonly number[] = []) {
    this.#samples = samples.slice(-kept);
  }

  get samples(): readonly number[] {
    return this.#samples;
  }

  /** @param sent the device's clock when the request left, in milliseconds; @param returned when the answer came. */
  add(serverNow: string, sent: number, returned: number): void {
    const server = Date.parse(serverNow);
    if (Number.isFinite(server)) this.#samples = [...this.#samples, server - (sent + returned) / 2].slice(-kept);
  }

  /** Whole milliseconds; undefined before the first answer. */
  get value(): number | undefined {
    const sorted = [...this.#samples].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    if (sorted.length === 0) return undefined;
    return Math.round(sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2);
  }
}
