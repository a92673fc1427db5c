import { signal } from "@preact/signals";
import type { ClockReply } from "../contract/contract";
import { better, sampleOf, type ClockSample } from "./clockSync";

let best: ClockSample | undefined;

/** The server's clock in milliseconds since 1970; before the first round trip the device's own. */
export function serverNow(): number {
  return best === undefined ? Date.now() : performance.now() + best.offset;
}

/** The same, at the pace of a wall clock: changes at each full second of the server. */
export const serverSecond = signal(Math.floor(serverNow() / 1000) * 1000);

/** Server time minus device time, for facts that carry the device's own clock. */
export const clockOffset = () => Math.round(serverNow() - Date.now());

/** Some clocks stop while a tablet sleeps, so samples from before are worth nothing. */
export function forgetClock(): void {
  best = undefined;
}

export async function syncClock(ask: (sent: number) => Promise<ClockReply>, rounds = 4): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const sent = performance.now();
    const reply = await ask(sent);
    best = better(best, sampleOf({ sent, received: reply.received, answered: reply.answered, returned: performance.now() }));
  }
}

function tick(): void {
  const now = serverNow();
  serverSecond.value = Math.floor(now / 1000) * 1000;
  setTimeout(tick, 1000 - (now % 1000) + 2);
}
tick();
