import { HubConnectionState } from "@microsoft/signalr";
import { backoff } from "./backoff";
import type { Hub } from "./hub";

/** The server refused this very message: sending it again would not help. */
export class Rejected extends Error {}

/** The server does not know this device any more: nothing it sends will be taken. */
export class Unpaired extends Error {}

/** No answer within the time the sender allowed. Whether the server acted is unknown: repeat only the same command. */
export class Unanswered extends Error {}

/**
 * Sends one command until it is answered, the same one each time, so the server can tell a repetition from a second
 * intention. `onWaiting` is called when the first attempt did not get through.
 */
export async function deliver<T>(hub: Hub, method: string, command: unknown, { patience = Infinity, onWaiting = () => {} } = {}): Promise<T> {
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt++) {
    if (hub.connection.state === HubConnectionState.Connected) {
      try {
        return await inTime(hub.connection.invoke<T>(method, command));
      } catch (problem) {
        // Anything else, a busy database for one, may pass.
        if (refusal.test(String(problem))) throw new Rejected(String(problem));
      }
    } else if (hub.link.peek() === "refused") throw new Unpaired();
    onWaiting();
    // A tap is worth one attempt at once; after that the link comes back at its own pace.
    if (attempt === 0) hub.retryNow();
    await liveOrAfter(hub, Math.min(backoff(Math.min(attempt, 3)), until - performance.now()));
    if (performance.now() >= until) throw new Unanswered();
  }
}

/** How SignalR words what the hub refused on purpose; any other failure has no such word. */
const refusal = /\bHubException: |because user is unauthorized/;

/** The link stands and yet nothing comes: asking the same again is safe, waiting for ever is not. */
class Late extends Error {}

const late = 4000;

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Late()), late)));
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

function liveOrAfter(hub: Hub, ms: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, Math.max(0, ms));
    // The first call says how it is now; after a late answer that is "live", and the pause is due all the same.
    let first = true;
    const forget = hub.link.subscribe((link) => {
      if ((link === "live" || link === "refused") && !first) setTimeout(finish, 0);
      first = false;
    });
    function finish() {
      clearTimeout(timer);
      forget();
      done();
    }
  });
}
