import type { ScanAnswer, ScanCommand, ScanOutcome } from "../contract/contract";
import { letsPass, type NewFact } from "../turnout/facts";
import type { Flag } from "./database";

/** What the server's stored answer means for a scan that this device had decided by itself (turnout.md, rules 11, 15 and 16). */
export interface Consequence {
  /** Something a person should see. */
  readonly flag?: Flag;
  /** A fact that tells the server what really happened at the door. */
  readonly correction?: NewFact;
  /** A fact that takes the scan back: the person was sent away, and the server counted them. */
  readonly takesBack?: NewFact;
}

/** The person passed or did not; if the server wrote down the opposite, it is told, and it is never taken back from the person. */
export function reconcile(command: ScanCommand, stored: ScanAnswer, who: string): Consequence {
  const told = command.decided;
  if (told === undefined || command.undoes !== undefined || command.method === "tally") return {};
  const agrees = letsPass(told) === letsPass(stored.outcome);
  if (agrees && !noteworthy(stored.outcome)) return {};
  const flag: Flag = { scanId: command.scanId, told, stored: stored.outcome, who: stored.institution ?? who, at: command.clientAt };
  // As if the first attempt had never arrived: then the server would have stored the refusal (rule 27).
  if (!agrees && !letsPass(told)) return { flag, takesBack: { method: "qr", subject: "", direction: command.direction, undoes: command.scanId, decided: "undone", reason: "Was sent away here" } };
  // A fact sent after the fact is forced: were it refused too, sending it a third time would help nobody.
  const hopeless = command.forced || ["device_revoked", "error"].includes(stored.outcome);
  return agrees || hopeless ? { flag } : { flag, correction: again(command, told) };
}

// Counted, and yet a supervisor's: somebody else came in with the same pass, or against the rules.
const noteworthy = (outcome: ScanOutcome) => outcome === "duplicate_offline" || outcome === "admitted_attention";

// The answer to the first attempt was a refusal that nobody at the door has seen.
function again({ scanId: _, deviceSeq: __, clientAt: ___, offsetMs: ____, appVersion: _____, ...fact }: ScanCommand, told: ScanOutcome): NewFact {
  return { ...fact, forced: true, decided: fact.direction === "out" ? "exit_recorded" : letsPass(told) ? "admitted" : told };
}
