import type { DeviceIdentity, ScreenPresent } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { Hub } from "../live/hub";
import { recall, remember } from "../shell/store";

interface Kept { present: ScreenPresent; seen: number }

/** What a projector shows: the live state, or the last good one, painted at once after a reload. */
export class Screen {
  readonly hub: Hub;
  readonly state;
  readonly #kept: Kept | undefined;

  constructor(device: DeviceIdentity) {
    const key = `screen.${device.assemblySlug}`;
    this.hub = new Hub("/live", device.role);
    this.#kept = recall<Kept>(key);
    if (this.#kept !== undefined) this.hub.lastLive = this.#kept.seen;
    const keep = () => {
      if (this.hub.current.peek() && this.state.peek() !== undefined) remember(key, { present: this.state.peek()!.present, seen: Date.now() } satisfies Kept);
    };
    this.state = watch<ScreenPresent>(this.hub, "screen", () => queueMicrotask(keep));
    // The age of what is kept is the last moment it was true, not the moment it last changed.
    setInterval(keep, 30_000);
    keepClock(this.hub);
  }

  get present(): ScreenPresent | undefined {
    return this.state.value?.present ?? this.#kept?.present;
  }
}
