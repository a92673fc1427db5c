import { HubConnectionState } from "@microsoft/signalr";
import { backoff } from "./backoff";
import type { Hub } from "./hub";

/** The server took the message and failed on it: sending it again would not help. */
export class Rejected extends Error {}

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
        return await hub.connection.invoke<T>(method, command);
      } catch (problem) {
        // The link still stands, so this is the hub's own answer.
        if (hub.connection.state === HubConnectionState.Connected) throw new Rejected(String(problem));
      }
    }
    onWaiting();
    hub.retryNow();
    await liveOrAfter(hub, Math.min(backoff(Math.min(attempt, 3)), until - performance.now()));
    if (performance.now() >= until) throw new Unanswered();
  }
}

function liveOrAfter(hub: Hub, ms: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, Math.max(0, ms));
    const forget = hub.link.subscribe((link) => link === "live" && setTimeout(finish, 50));
    function finish() {
      clearTimeout(timer);
      forget();
      done();
    }
  });
}
