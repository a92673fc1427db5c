import type { RosterPass, ScanCommand } from "../contract/contract";
import { letsPass, type RecentFact } from "../turnout/facts";

/** What is known of a pass: whether it, or a part of it, is in, and since when. */
export interface Whereabouts {
  readonly inside: boolean;
  /** Of a coach that is in, how many are known to have gone out. */
  readonly outside: number;
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
  const all = pass.adults === undefined ? 1 : Math.max(pass.adults + (pass.under18s ?? 0), ...queue.filter((command) => command.direction === "in" && isAbout(command)).map(heads));
  let state: Whereabouts = { inside: pass.inside === true, outside: pass.outside ?? 0, firstAt: pass.firstAt, firstDoor: door };
  const stored = recent.find(({ command, answer }) => undone.has(command.scanId) && isAbout(command) && answer !== undefined && letsPass(answer.outcome) && !queue.some(({ scanId }) => scanId === command.scanId));
  if (stored !== undefined) state = stored.command.direction === "out" ? { ...state, inside: true, outside: 0 } : { inside: false, outside: 0 };
  for (const command of queue) {
    if (undone.has(command.scanId) || command.decided === undefined || !letsPass(command.decided) || !isAbout(command)) continue;
    const at = new Date(Date.parse(command.clientAt) + command.offsetMs).toISOString();
    const moved = pass.adults === undefined || command.adults === undefined ? all : heads(command);
    // Nobody inside: whoever comes next is the coach come back, and not a part of it.
    const outside = command.direction === "out" ? state.outside + moved : state.inside ? Math.max(0, state.outside - moved) : 0;
    state = command.direction === "out" ? { ...state, inside: state.inside && outside < all, outside: outside < all ? outside : 0 }
      : { inside: true, outside, firstAt: state.firstAt ?? at, firstDoor: state.firstAt === undefined ? ownDoor : state.firstDoor };
  }
  return state;
}

const heads = ({ adults, under18s }: ScanCommand) => (adults ?? 0) + (under18s ?? 0);
