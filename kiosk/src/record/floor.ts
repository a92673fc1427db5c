import type { DeviceIdentity, FloorPresent, FloorReply } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { deliver, Rejected, Unpaired } from "../live/deliver";
import { Hub } from "../live/hub";
import { recall, remember } from "../shell/store";

/** A ruling or a reveal that arrives minutes late would surprise the hall: after this the person decides again. */
const patience = 10_000;

/** What a command of a tablet came to. `unsent`: nobody knows; the same command may be sent again. */
export type Sent = FloorReply | { outcome: "unsent"; problems: readonly [] } | { outcome: "failed" | "unpaired"; problems: readonly [] };

/** One tablet on the floor: what it watches, and the way to command. */
export class Floor {
  readonly live: Hub;
  readonly commands: Hub;
  readonly state;

  constructor(readonly device: DeviceIdentity) {
    this.live = new Hub("/live", device.role);
    this.commands = new Hub("/live/floor", device.role);
    const key = `floor.${device.assemblySlug}`;
    this.state = watch<FloorPresent>(this.live, "floor", (held) => remember(key, held.present));
    this.last = recall<FloorPresent>(key);
    keepClock(this.live);
  }

  /** The last good state, for a reload without a network. */
  private readonly last: FloorPresent | undefined;

  get present(): FloorPresent | undefined {
    return this.state.value?.present ?? this.last;
  }

  async send(method: "Put" | "Record" | "Rule" | "Reveal" | "Show", command: { commandId: string }): Promise<Sent> {
    try {
      return await deliver<FloorReply>(this.commands, method, command, { patience });
    } catch (problem) {
      return { outcome: problem instanceof Unpaired ? "unpaired" : problem instanceof Rejected ? "failed" : "unsent", problems: [] };
    }
  }
}
