import type { DoorPresent, ScanCommand } from "../contract/contract";
import { letsPass } from "../turnout/facts";

/** How full the room may be, as far as this device alone can tell: what it last heard, and whom it let in and out since. Clickers' taps are left out: they are totals. */
export interface RoomGuess {
  readonly people: number;
  readonly capacity: number;
}

/** Undefined before the server said anything. `queue`: what the server has not answered yet. */
export function roomGuess(present: Pick<DoorPresent, "presentNow" | "roomCapacity"> | undefined, queue: readonly ScanCommand[]): RoomGuess | undefined {
  if (present === undefined) return undefined;
  const undone = new Set(queue.flatMap(({ undoes }) => undoes ?? []));
  const moved = queue.filter(({ scanId, undoes, method, decided }) => undoes === undefined && method !== "tally" && !undone.has(scanId) && decided !== undefined && letsPass(decided))
    .reduce((sum, { direction, adults, under18s }) => sum + (direction === "out" ? -1 : 1) * (adults === undefined ? 1 : adults + (under18s ?? 0)), 0);
  return { people: present.presentNow + moved, capacity: present.roomCapacity };
}
