import { signal } from "@preact/signals";
import type { ClockReply } from "../contract/contract";
import { recall, remember } from "../shell/store";
import { better, offsetOf, sampleOf, type ClockSample } from "./clockSync";

const kept = "clock.offset";
const mostSamples = 24;
/** A way this short says enough by itself; a longer one is asked again, so that the samples can bound each other. */
const shortWay = 60;

let best: ClockSample | undefined;
let samples: ClockSample[] = [];
let offset = 0;
/** What the device's own clock was wrong by last time: a page opened without a connection still shows the hall's time. */
let ownOffset = recall<number>(kept) ?? 0;

/** The server's clock in milliseconds since 1970; before the first round trip the device's own, as far wrong as it last was. */
export function serverNow(): number {
  return best === undefined ? Date.now() + ownOffset : performance.now() + offset;
}

/** The same, at the pace of a wall clock: changes at each full second of the server. */
export const serverSecond = signal(Math.floor(serverNow() / 1000) * 1000);

/** Server time minus device time, for facts that carry the device's own clock. */
export const clockOffset = () => Math.round(serverNow() - Date.now());

/** Some clocks stop while a tablet sleeps, so samples from before are worth nothing. */
export function forgetClock(): void {
  best = undefined;
  samples = [];
}

export async function syncClock(ask: (sent: number) => Promise<ClockReply>, rounds = 4, most = 16): Promise<void> {
  for (let round = 0; round < rounds || (round < most && best !== undefined && best.rtt > shortWay); round++) {
    const sent = performance.now();
    const reply = await ask(sent);
    const sample = sampleOf({ sent, received: reply.received, answered: reply.answered, returned: performance.now() });
    samples = [...samples.slice(1 - mostSamples), sample];
    best = better(best, sample);
    offset = offsetOf(best, samples);
  }
  ownOffset = Math.round(serverNow() - Date.now());
  remember(kept, ownOffset);
}

function tick(): void {
  const now = serverNow();
  serverSecond.value = Math.floor(now / 1000) * 1000;
  setTimeout(tick, 1000 - (now % 1000) + 2);
}
tick();
