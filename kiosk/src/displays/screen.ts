import { computed } from "@preact/signals";
import type { DeviceIdentity, ScreenPresent, ScreenView } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { Hub } from "../live/hub";
import { unattended } from "../live/backoff";
import { recall, remember } from "../shell/store";
import { frozenAfter, type Frozen } from "./frozen";
import { presentFor } from "./views";

interface Kept { present: ScreenPresent; seen: number; frozen?: Frozen | undefined }

/** Storage is slow and a hall's doors make twenty frames a second: what is kept may be a second old. */
const keepAfter = 1000;
/** The age of what is kept is the last moment it was true, not the moment it last changed. */
const keepEvery = 10_000;

/** What a projector shows: the live state, or the last good one, painted at once after a reload. */
export class Screen {
  readonly hub: Hub;
  readonly state;
  readonly #kept: Kept | undefined;
  readonly #key: string;
  #frozen: Frozen | undefined;
  #isKept = false;
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly device: DeviceIdentity) {
    this.#key = `screen.${device.assemblySlug}`;
    this.hub = new Hub("/live", device.role, unattended);
    this.#kept = recall<Kept>(this.#key);
    this.#frozen = this.#kept?.frozen;
    if (this.#kept !== undefined) this.hub.lastLive = this.#kept.seen;
    this.state = watch<ScreenPresent>(this.hub, "screen", () => (this.#keeping ??= setTimeout(() => this.#keep(), this.#isKept ? keepAfter : 0)));
    setInterval(() => this.#keep(), keepEvery);
    addEventListener("pagehide", () => this.#keep());
    keepClock(this.hub);
  }

  /** What all screens share, or the last that was good. */
  get present(): ScreenPresent | undefined {
    return this.state.value?.present ?? this.#kept?.present;
  }

  /** What the server says of this screen; undefined where it does not name it. */
  readonly view = computed<ScreenView | undefined>(() => this.present?.screens?.[this.device.deviceId]);

  /** What this screen shows. */
  readonly picture = computed<ScreenPresent | undefined>(() => {
    const { present } = this;
    if (present === undefined) return undefined;
    const view = this.view.value;
    const mine = presentFor(present, view);
    this.#frozen = frozenAfter(this.#frozen, view, mine);
    return this.#frozen !== undefined && view?.isBlank !== true && view?.message === undefined ? this.#frozen.picture : mine;
  });

  #keep(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    const present = this.state.peek()?.present;
    if (present === undefined) return;
    // A link that was lost in this second takes nothing from what came before.
    const seen = this.hub.current.peek() ? Date.now() : this.hub.lastLive;
    this.#isKept = remember(this.#key, { present, seen, frozen: this.#frozen } satisfies Kept);
  }
}
