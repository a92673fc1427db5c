import { signal, type ReadonlySignal } from "@preact/signals";
import type { ISubscription } from "@microsoft/signalr";
import type { ClockReply, LiveFrame } from "../contract/contract";
import { applyFrame, type Held } from "./frames";
import { lastGood, type Hub } from "./hub";
import { forgetClock, syncClock } from "./serverClock";

const clockEvery = 60_000;

/** How each channel of a hub stands. A tablet watches several on one connection, and is current only with all of them. */
const channels = new WeakMap<Hub, Map<string, boolean | undefined>>();

function stand(hub: Hub, channel: string, isWhole: boolean | undefined): void {
  const all = channels.get(hub) ?? new Map<string, boolean | undefined>();
  channels.set(hub, all.set(channel, isWhole));
  const values = [...all.values()];
  hub.whole.value = values.includes(undefined) ? undefined : values.every((one) => one === true);
}

/** The live state of one channel; what was last good stays until there is something newer. */
export function watch<T>(hub: Hub, channel: string, onPresent: (held: Held<T>) => void = () => {}): ReadonlySignal<Held<T> | undefined> {
  const state = signal<Held<T> | undefined>(undefined);
  let subscription: ISubscription<LiveFrame> | undefined;
  stand(hub, channel, undefined);

  function begin(): void {
    subscription?.dispose();
    let held: Held<T> | undefined;
    let over = false;
    subscription = hub.connection.stream<LiveFrame>("Watch", { channel }).subscribe({
      next(frame) {
        if (over) return;
        const next = applyFrame(held, frame);
        if (next === "gap") return again(0);
        held = next;
        state.value = next;
        stand(hub, channel, true);
        onPresent(next);
      },
      error: broken,
      complete: () => broken(),
    });

    function broken(problem?: Error): void {
      if (over) return;
      outdated(problem);
      again(1000);
    }

    function again(after: number): void {
      if (over) return;
      over = true;
      setTimeout(() => hub.link.peek() === "live" && begin(), after);
    }
  }

  /** What is held may be old from here on, until the present comes anew. */
  function outdated(problem?: Error): void {
    if (channels.get(hub)?.get(channel) !== true) return;
    if (hub.link.peek() === "live" && hub.whole.peek() === true) hub.lastLive = lastGood(problem);
    stand(hub, channel, false);
  }

  hub.link.subscribe((link) => link !== "live" && outdated());
  hub.onLive(begin);
  // A page that slept may have missed anything: it asks for the whole present instead of trusting what it holds.
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hub.link.peek() === "live" && begin());
  return state;
}

/** Keeps the server's clock in step with this hub: on connect, each minute, and after sleep. */
export function keepClock(hub: Hub): void {
  const sync = () => {
    if (hub.link.peek() === "live") void syncClock((sent) => hub.connection.invoke<ClockReply>("Clock", { sent })).catch(() => {});
  };
  hub.onLive(sync);
  setInterval(sync, clockEvery);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    forgetClock();
    sync();
  });
}
