import type { RosterPass, ScanCommand } from "../contract/contract";
import { letsPass, type RecentFact } from "../turnout/facts";

/** What is known of a pass: whether it is in, and since when. */
export interface Whereabouts {
  readonly inside: boolean;
  readonly firstAt?: string | undefined;
  readonly firstDoor?: string | undefined;
}

interface Question {
  readonly pass: RosterPass;
  /** The door that the roster says it came in through. */
  readonly door: string | undefined;
  /** This device's facts that the server has not answered, in order. */
  readonly queue: readonly ScanCommand[];
  /** This device's latest facts, for what an undo takes back. */
  readonly recent: readonly RecentFact[];
  readonly isAbout: (command: ScanCommand) => boolean;
  readonly ownDoor: string | undefined;
}

/** The roster's word on a pass, with what this device did since and the server does not know yet. */
export function whereabouts({ pass, door, queue, recent, isAbout, ownDoor }: Question): Whereabouts {
  const undone = new Set(queue.flatMap(({ undoes, decided }) => (undoes !== undefined && decided === "undone" ? [undoes] : [])));
  let state: Whereabouts = { inside: pass.inside === true, firstAt: pass.firstAt, firstDoor: door };
  const stored = recent.find(({ command, answer }) => undone.has(command.scanId) && isAbout(command) && answer !== undefined && letsPass(answer.outcome) && !queue.some(({ scanId }) => scanId === command.scanId));
  if (stored !== undefined) state = stored.command.direction === "out" ? { ...state, inside: true } : { inside: false };
  for (const command of queue) {
    if (undone.has(command.scanId) || command.decided === undefined || !letsPass(command.decided) || !isAbout(command)) continue;
    const at = new Date(Date.parse(command.clientAt) + command.offsetMs).toISOString();
    state = command.direction === "out" ? { ...state, inside: false }
      : { inside: true, firstAt: state.firstAt ?? at, firstDoor: state.firstAt === undefined ? ownDoor : state.firstDoor };
  }
  return state;
}
