import type { DeviceIdentity, EveningPresent, FloorPresent, FloorReply, WinBackReply } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { deliver, Rejected, Unpaired } from "../live/deliver";
import { Hub } from "../live/hub";
import { recall, remember } from "../shell/store";

/** A ruling or a reveal that arrives minutes late would surprise the hall: after this the person decides again. */
const patience = 10_000;
/** The age of what is kept is the last moment it was true, not the moment it last changed. */
const keepEvery = 30_000;

/** What a command of a tablet came to. `unsent`: nobody knows; the same command may be sent again. */
export type Sent = FloorReply | { outcome: "unsent"; problems: readonly [] } | { outcome: "failed" | "unpaired"; problems: readonly [] };

export type Method = "Put" | "Record" | "Rule" | "Reveal" | "ReadBack" | "Show" | "Direct" | "Run" | "Ready" | "Present" | "Schedule";

interface Kept { floor: FloorPresent; order?: EveningPresent; seen: number }

/** One tablet on the floor: what it watches, and the way to command. */
export class Floor {
  readonly live: Hub;
  readonly commands: Hub;
  readonly state;
  readonly order;
  /** The last good state, for a reload without a network. */
  readonly #last: Kept | undefined;
  readonly #key: string;

  constructor(readonly device: DeviceIdentity) {
    this.live = new Hub("/live", device.role);
    this.commands = new Hub("/live/floor", device.role);
    this.#key = `floor.${device.assemblySlug}`;
    this.#last = last(this.#key);
    if (this.#last !== undefined) this.live.lastLive = this.#last.seen;
    const keep = () => queueMicrotask(() => this.#keep());
    this.state = watch<FloorPresent>(this.live, "floor", keep);
    this.order = watch<EveningPresent>(this.live, "order", keep);
    setInterval(() => this.#keep(), keepEvery);
    keepClock(this.live);
  }

  get present(): FloorPresent | undefined {
    return this.state.value?.present ?? this.#last?.floor;
  }

  /** The evening as it is lived. */
  get evening(): EveningPresent | undefined {
    return this.order.value?.present ?? this.#last?.order;
  }

  async send(method: Method, command: { commandId: string }): Promise<Sent> {
    try {
      return await deliver<FloorReply>(this.commands, method, command, { patience });
    } catch (problem) {
      return { outcome: problem instanceof Unpaired ? "unpaired" : problem instanceof Rejected ? "failed" : "unsent", problems: [] };
    }
  }

  /** Ways to win minutes back; undefined when the server cannot be asked. Changes nothing. */
  winBack(minutes: number): Promise<WinBackReply | undefined> {
    return deliver<WinBackReply>(this.commands, "WinBack", { minutes }, { patience }).catch(() => undefined);
  }

  #keep(): void {
    const floor = this.state.peek()?.present;
    if (!this.live.current.peek() || floor === undefined) return;
    const order = this.order.peek()?.present;
    remember(this.#key, { floor, ...(order !== undefined && { order }), seen: Date.now() } satisfies Kept);
  }
}

/** A version before this one kept the floor alone, without its age: then there is nothing to show. */
function last(key: string): Kept | undefined {
  const kept = recall<Partial<Kept>>(key);
  return kept?.floor === undefined || kept.seen === undefined ? undefined : (kept as Kept);
}
