/**
 * A clock as it travels: absolute instants of the server, never ticks (live.md, rule 14). All in milliseconds. Every
 * screen that holds the same clock and the server's time shows the same digits, also without a connection.
 */
export interface Clock {
  readonly lengthMs: number;
  readonly startedAt: number;
  /** How long it has stood still so far, without the pause it is in now. */
  readonly pausedMs: number;
  /** Since when it stands still. */
  readonly pausedAt?: number | undefined;
}

/** How far a clock has come: its last minute, the moment it ends, and beyond. */
export type Phase = "running" | "last" | "up" | "over";

/** The last minute, but no more than a fifth of a short clock. */
const lastStretch = 60_000;

/** For so long "time is up" is a moment of its own (live.md, rule 20). */
export const upFor = 3000;

export const elapsed = (clock: Clock, now: number) => Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.pausedMs);

/** Negative: over by so much. */
export const left = (clock: Clock, now: number) => clock.lengthMs - elapsed(clock, now);

/** When it ends if it runs on from now. */
export const endOf = (clock: Clock, now: number) => now + left(clock, now);

export function phaseOf(clock: Clock, now: number): Phase {
  const rest = left(clock, now);
  if (rest <= -upFor) return "over";
  if (rest <= 0) return "up";
  return rest <= Math.min(lastStretch, clock.lengthMs / 5) ? "last" : "running";
}

/** How full the ring is: 1 at the start, 0 from the end on. */
export const shareLeft = (clock: Clock, now: number) => (clock.lengthMs <= 0 ? 0 : Math.min(1, Math.max(0, left(clock, now) / clock.lengthMs)));

/** Milliseconds until the digits of a clock change next. */
export const untilNextSecond = (clock: Clock, now: number) => {
  const rest = left(clock, now) % 1000;
  return rest > 0 ? rest : 1000 + rest;
};
