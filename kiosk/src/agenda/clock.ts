/**
 * A clock as it travels: absolute instants of the server, never ticks (live.md, rule 14). All in milliseconds. Every
 * screen that holds the same clock and the server's time shows the same digits, also without a connection.
 */
export interface Clock {
  readonly lengthMs: number;
  /** How long it had run when it last started or stopped. */
  readonly spentMs: number;
  /** When the time is up; absent while it stands still. */
  readonly endsAt?: number | undefined;
}

/** How clocks are on the wire: the item's, the separate ones, the stage timer's. */
interface WireClock { readonly seconds: number; readonly spentSeconds: number; readonly endsAt?: string }

export const clockOf = (wire: WireClock): Clock => ({
  lengthMs: wire.seconds * 1000,
  spentMs: wire.spentSeconds * 1000,
  ...(wire.endsAt !== undefined && { endsAt: Date.parse(wire.endsAt) }),
});

/** How far a clock has come: its last minute, the moment it ends, and beyond. */
export type Phase = "running" | "last" | "up" | "over";

/** The last minute, but no more than a fifth of a short clock. */
const lastStretch = 60_000;

/** For so long "time is up" is a moment of its own (live.md, rule 20). */
export const upFor = 3000;

export const isStanding = (clock: Clock) => clock.endsAt === undefined;

/** Negative: over by so much. Never more than there was, should this tablet be a moment behind the server. */
export function left(clock: Clock, now: number): number {
  const rest = clock.lengthMs - clock.spentMs;
  return clock.endsAt === undefined ? rest : Math.min(rest, clock.endsAt - now);
}

export const elapsed = (clock: Clock, now: number) => clock.lengthMs - left(clock, now);

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
