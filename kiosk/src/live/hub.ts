import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from "@microsoft/signalr";
import { computed, signal } from "@preact/signals";
import type { DeviceRole } from "../contract/contract";
import { attended, backoff, type Pace } from "./backoff";

/** `refused`: the server does not know this device (any more). */
export type Link = "connecting" | "live" | "down" | "refused";

/** The server pings each second: a link without three pings is dead (live.md, rule 12). */
const silence = 3000;

/** When the state was last known to be good: silence is noticed late. */
export const lastGood = (problem: Error | undefined) => Date.now() - (/timeout/i.test(problem?.message ?? "") ? silence : 0);

/** One hub connection that comes back for as long as the page lives. */
export class Hub {
  readonly link = signal<Link>("connecting");
  /** Whether what is watched came whole on this connection and without an error since; undefined until it first did. */
  readonly whole = signal<boolean | undefined>(true);
  /** A connection alone proves nothing about what is on the screen. */
  readonly current = computed(() => this.link.value === "live" && this.whole.value === true);
  readonly connection: HubConnection;
  /** When the link was last known to work, on the device's clock. */
  lastLive = Date.now();
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #starting = false;
  #onLive = new Set<() => void>();

  constructor(path: string, role: DeviceRole, readonly pace: Pace = attended) {
    this.connection = new HubConnectionBuilder()
      .withUrl(`${path}?role=${role}`, {
        transport: HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling,
        timeout: 5000,
      })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.serverTimeoutInMilliseconds = silence;
    this.connection.keepAliveIntervalInMilliseconds = 5000;
    this.connection.onclose((problem) => {
      if (this.whole.peek() === true) this.lastLive = lastGood(problem);
      this.#lost();
    });
    addEventListener("online", () => this.retryNow());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.retryNow());
    void this.#start();
  }

  /** Runs now if the link is up, and after every reconnect. */
  onLive(run: () => void): void {
    this.#onLive.add(run);
    if (this.link.peek() === "live") run();
  }

  retryNow(): void {
    if (this.link.peek() === "live" || this.#starting) return;
    clearTimeout(this.#retry);
    void this.#start();
  }

  async #start(): Promise<void> {
    this.#starting = true;
    // An attempt into a network that swallows it would outlast the outage.
    const giveUp = setTimeout(() => void this.connection.stop(), this.pace.giveUp);
    try {
      await this.connection.start();
      this.#attempt = 0;
      this.link.value = "live";
      for (const run of this.#onLive) run();
    } catch (problem) {
      this.#lost(/\b40[13]\b/.test(String(problem)));
    } finally {
      clearTimeout(giveUp);
      this.#starting = false;
    }
  }

  #lost(refused = false): void {
    this.link.value = refused ? "refused" : "down";
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#start(), backoff(this.#attempt++, Math.random, this.pace));
  }
}
