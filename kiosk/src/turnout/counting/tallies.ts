import { signal } from "@preact/signals";
import { serverNow } from "../../live/serverClock";
import type { Door } from "../door";
import { type Counter, Tally } from "./tally";

const tallies = new WeakMap<Door, { tally: Tally; counters: ReturnType<typeof signal<readonly Counter[]>> }>();

/** The one clicker of a device: it goes on sending while another panel is open. */
export function tallyOf(door: Door) {
  const known = tallies.get(door);
  if (known !== undefined) return known;
  const counters = signal<readonly Counter[]>([]);
  const tally: Tally = new Tally(door.device.deviceId, (fact) => door.submit(fact, { quiet: true }), serverNow, () => (counters.value = tally.counters));
  counters.value = tally.counters;
  // The last taps before a page goes away are on disk already; this brings them on their way.
  addEventListener("pagehide", () => tally.flush());
  const made = { tally, counters };
  tallies.set(door, made);
  return made;
}
