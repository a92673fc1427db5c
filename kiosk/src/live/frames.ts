import type { LiveFrame } from "../contract/contract";
import { mergePatch } from "./mergePatch";

/** What a watcher holds of one channel. */
export interface Held<T> {
  readonly sequence: number;
  readonly present: T;
  readonly at: string;
}

/**
 * The state after one frame, or "gap" when the frame does not follow what is held: then the watcher asks for the
 * present again (live.md, rule 1).
 */
export function applyFrame<T>(held: Held<T> | undefined, frame: LiveFrame): Held<T> | "gap" {
  if (frame.present !== undefined && frame.present !== null) {
    return { sequence: frame.sequence, present: frame.present as T, at: frame.at };
  }
  if (held === undefined) return "gap";
  if (frame.follows !== held.sequence) return "gap";
  return { sequence: frame.sequence, present: mergePatch(held.present, frame.patch ?? {}) as T, at: frame.at };
}
