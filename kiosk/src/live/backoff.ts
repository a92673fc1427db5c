/** How long to wait between two attempts, in milliseconds: doubled from the first to the longest; and after how long an attempt is given up. */
export interface Pace { readonly first: number; readonly longest: number; readonly giveUp: number }

/** What a person holds in the hand: a tap tries at once anyway. */
export const attended: Pace = { first: 500, longest: 30_000, giveUp: 8000 };
/** What hangs on a wall: nobody taps, and the hall sees it. A few dozen of them asking each second are no load. */
export const unattended: Pace = { first: 500, longest: 1200, giveUp: 3000 };

/** Milliseconds to wait before attempt 0, 1, 2 …: doubled each time, ±25 % so that a hall does not return at once. */
export function backoff(attempt: number, random: () => number = Math.random, { first, longest }: Omit<Pace, "giveUp"> = attended): number {
  const base = Math.min(longest, first * 2 ** Math.min(attempt, 16));
  const jittered = base * (0.75 + random() * 0.5);
  return Math.round(Math.min(longest, Math.max(first, jittered)));
}
