import { passToken, shortCodeOf } from "./subject";

/** The part of a KeyboardEvent that matters here. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
}

/** People pause longer than this between two keys; scanners do not. */
const pause = 250;
const shortest = 8;
const plain: Record<string, string> = { Slash: "/", Period: ".", Minus: "-", Semicolon: ";", Comma: ",", Equal: "=", NumpadDivide: "/", NumpadDecimal: "." };
const shifted: Record<string, string> = { Semicolon: ":", Minus: "_", Slash: "?" };

/**
 * Reads a keyboard-wedge scanner: a keyboard that types a code quickly and ends with Enter or Tab.
 *
 * A scanner presses the keys of the layout it is set to (US as it leaves the factory) while the computer reads them in
 * its own, so every code is collected twice: as typed, and as the keys' places say on a US keyboard.
 */
export class Wedge {
  #typed = "";
  #placed = "";
  #last = -Infinity;

  /** The code that this key completes. `"held back"` tells the caller to keep the key from the page. */
  press(key: Key, now: number): { code: string } | "held back" | undefined {
    if (key.ctrlKey || key.altKey || key.metaKey) return undefined;
    if (now - this.#last > pause) this.#clear();
    if (key.key === "Enter" || key.key === "Tab") {
      const code = choose(this.#typed, this.#placed);
      const some = this.#typed !== "";
      this.#clear();
      return code !== undefined ? { code } : some ? "held back" : undefined;
    }
    if (key.key.length !== 1) return undefined;
    this.#last = now;
    this.#typed += key.key;
    this.#placed += usCharacter(key);
    return undefined;
  }

  #clear(): void {
    this.#typed = "";
    this.#placed = "";
  }
}

function usCharacter({ code, key, shiftKey }: Key): string {
  const letter = /^Key([A-Z])$/.exec(code) ?? /^(?:Digit|Numpad)([0-9])$/.exec(code);
  if (letter?.[1] !== undefined) return letter[1];
  return (shiftKey ? shifted[code] : undefined) ?? plain[code] ?? key;
}

/** An address tells by its "://" which reading is right; of two possible tokens the scanner's factory layout wins. */
function choose(typed: string, placed: string): string | undefined {
  if (typed.length < shortest) return undefined;
  const both = [placed, typed].map((text) => text.trim());
  return both.find((text) => /:\/\//.test(text) && passToken(text) !== undefined)
    ?? both.find((text) => passToken(text) !== undefined)
    ?? both.find((text) => shortCodeOf(text) !== undefined)
    ?? typed.trim();
}
