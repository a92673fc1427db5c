const first = 500;
const longest = 30_000;

/** Milliseconds to wait before attempt 0, 1, 2 …: 0.5–30 s, doubled each time, ±25 % so that a hall does not return at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(longest, first * 2 ** Math.min(attempt, 16));
  const jittered = base * (0.75 + random() * 0.5);
  return Math.round(Math.min(longest, Math.max(first, jittered)));
}
