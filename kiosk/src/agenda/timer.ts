import type { DeviceIdentity, TimerClock, TimerMessage, TimerPresent } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { unattended } from "../live/backoff";
import { Hub } from "../live/hub";
import { recall, remember } from "../shell/store";

interface Kept { present: TimerPresent; seen: number }

const keepEvery = 30_000;

/** What a stage timer shows: the live state, or the last one, whose clocks run on from their instants. */
export class Timer {
  readonly hub: Hub;
  readonly state;
  readonly #kept: Kept | undefined;

  constructor(readonly device: DeviceIdentity) {
    const key = `timer.${device.assemblySlug}`;
    this.hub = new Hub("/live", device.role, unattended);
    this.#kept = recall<Kept>(key);
    if (this.#kept !== undefined) this.hub.lastLive = this.#kept.seen;
    const keep = () => {
      if (this.hub.current.peek() && this.state.peek() !== undefined) remember(key, { present: this.state.peek()!.present, seen: Date.now() } satisfies Kept);
    };
    this.state = watch<TimerPresent>(this.hub, "timer", () => queueMicrotask(keep));
    setInterval(keep, keepEvery);
    keepClock(this.hub);
  }

  get present(): TimerPresent | undefined {
    return this.state.value?.present ?? this.#kept?.present;
  }
}

/** The clock that is the speaker's: a separate one while it is there, else the item's. */
export function shownClock({ clocks, item, title }: TimerPresent): { clock: TimerClock; title: string | undefined } | undefined {
  const own = clocks.speaker ?? clocks.answer ?? clocks.explanation;
  if (own !== undefined) return { clock: own, title: clocks.speaker !== undefined ? title : clocks.answer !== undefined ? "Answer" : "Explanation" };
  return item === undefined ? undefined : { clock: item, title };
}

/** The latest message for this timer: those for all and those for itself. */
export function messageFor(present: TimerPresent, deviceId: string): TimerMessage | undefined {
  return Object.values(present.messages)
    .filter(({ timerId }) => timerId === undefined || timerId === deviceId)
    .sort((a, b) => b.at.localeCompare(a.at))[0];
}

/** How old what is shown is, in words, from the third second on (live.md, rules 12 and 13). */
export function ageWords(ms: number): string | undefined {
  if (ms < 3000) return undefined;
  const seconds = Math.floor(ms / 1000);
  return seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
}
