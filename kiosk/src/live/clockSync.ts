/** One clock round trip: own stamps (any monotonic origin) around the server's stamps, all in milliseconds. */
export interface RoundTrip {
  readonly sent: number;
  readonly received: number;
  readonly answered: number;
  readonly returned: number;
}

export interface ClockSample {
  /** Add to the own clock to get the server's. */
  readonly offset: number;
  /** Time spent on the way, there and back. */
  readonly rtt: number;
  /** The own clock when the sample was taken. */
  readonly at: number;
}

/** Oscillators of cheap tablets drift by about 50 ppm, so after five minutes a sample is about 15 ms worth less. */
const worth = 5 * 60_000;

export function sampleOf(trip: RoundTrip): ClockSample {
  return {
    offset: (trip.received - trip.sent + (trip.answered - trip.returned)) / 2,
    rtt: trip.returned - trip.sent - (trip.answered - trip.received),
    at: trip.returned,
  };
}

/** The sample to go by: the one with the shortest way, as long as it is fresh (live.md, rule 15). */
export function better(held: ClockSample | undefined, fresh: ClockSample): ClockSample {
  if (fresh.rtt < 0) return held ?? fresh;
  return held !== undefined && held.rtt <= fresh.rtt && fresh.at - held.at < worth ? held : fresh;
}

/**
 * What all samples together say. No sample is wrong by more than half its way, so each bounds the offset on both sides:
 * on a line that dawdles now one way and now the other, the bounds close in long before one quick sample comes along.
 */
export function offsetOf(best: ClockSample, samples: readonly ClockSample[]): number {
  const fresh = samples.filter(({ at, rtt }) => rtt >= 0 && best.at - at < worth);
  const least = Math.max(best.offset - best.rtt / 2, ...fresh.map(({ offset, rtt }) => offset - rtt / 2));
  const most = Math.min(best.offset + best.rtt / 2, ...fresh.map(({ offset, rtt }) => offset + rtt / 2));
  // Whole milliseconds of the server can make the bounds miss each other by one.
  return (least + most) / 2;
}
