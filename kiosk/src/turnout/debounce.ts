/** How a code reached the app. */
export type Source = "camera" | "photo" | "wedge" | "typed";

/** How long the same code is taken for the same gesture, in milliseconds (turnout.md, rule 34). */
const windows: Record<Source, number> = { camera: 5000, photo: 0, wedge: 2500, typed: 0 };

/**
 * Tells one showing of a pass from the next. A camera sees a pass many times a second, so each sight of it prolongs
 * the showing: a phone held still for a minute is handled once.
 */
export class Debounce {
  #seen = new Map<string, number>();

  /** Whether this is still the showing that was handled already. */
  repeats(code: string, source: Source, now: number): boolean {
    const last = this.#seen.get(code);
    const repeats = last !== undefined && now - last < windows[source];
    if (repeats) this.#seen.set(code, now);
    return repeats;
  }

  /** Only a code that is handled is marked: one that was turned away must be read again. */
  handled(code: string, now: number): void {
    this.#seen.set(code, now);
    if (this.#seen.size > 200) this.#forget(now);
  }

  #forget(now: number): void {
    for (const [code, at] of this.#seen) if (now - at > 10_000) this.#seen.delete(code);
  }
}
