import type { DeviceIdentity, ScanCommand } from "../contract/contract";
import { clockOffset } from "../live/serverClock";
import { uuid7 } from "../shell/ids";
import { recall, remember } from "../shell/store";
import type { NewFact } from "./facts";

/**
 * The scans of this device that have no answer yet. A scan is written here before it is first sent, so a reload or an
 * empty battery sends the same scan again and not a second one.
 */
export class ScanBook {
  readonly #key: string;
  readonly #seqKey: string;
  #open: ScanCommand[];
  #next: number;

  constructor(device: Pick<DeviceIdentity, "deviceId" | "nextDeviceSeq">) {
    this.#key = `door.open.${device.deviceId}`;
    this.#seqKey = `door.seq.${device.deviceId}`;
    this.#open = recall<ScanCommand[]>(this.#key) ?? [];
    this.#next = Math.max(device.nextDeviceSeq, recall<number>(this.#seqKey) ?? 1, ...this.#open.map((scan) => scan.deviceSeq + 1));
  }

  get open(): readonly ScanCommand[] {
    return this.#open;
  }

  write(fact: NewFact, now = Date.now()): ScanCommand {
    const scan: ScanCommand = {
      scanId: uuid7(now),
      deviceSeq: this.#next++,
      direction: "in",
      forced: false,
      ...fact,
      clientAt: new Date(now).toISOString(),
      offsetMs: clockOffset(),
      appVersion: __APP_VERSION__,
    };
    this.#open = [...this.#open, scan];
    remember(this.#seqKey, this.#next);
    remember(this.#key, this.#open);
    return scan;
  }

  /** The server has answered this scan: it is safe there. */
  strike(scanId: string): void {
    this.#open = this.#open.filter((scan) => scan.scanId !== scanId);
    remember(this.#key, this.#open);
  }
}
