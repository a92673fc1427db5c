import type { ScanAnswer, ScanCommand } from "../contract/contract";
import type { FactStore, Stamp } from "./factStore";
import { reconcile } from "./reconcile";

/** The server has stored a fact: it leaves the queue, and where the server saw the opposite of what happened a new fact says so. True where one was made. */
export async function acknowledge(facts: FactStore, command: ScanCommand, answer: ScanAnswer, now: Stamp): Promise<boolean> {
  const { flag, correction, takesBack } = reconcile(command, answer, "");
  // What is said about it first: were this the last thing before the battery ends, both facts are on disk.
  if (correction !== undefined) await facts.write(correction, now);
  // At the time of the scan: that is when nobody came in, and a device takes back its own scans for a quarter of an hour only.
  const undo = takesBack && (await facts.write(takesBack, { now: Date.parse(command.clientAt), offsetMs: command.offsetMs }));
  await facts.answered(command, answer, flag);
  // One person, one line in the list: the one that says what they were told.
  if (correction !== undefined) await facts.superseded(command);
  if (undo !== undefined) await facts.superseded(undo);
  return correction !== undefined || undo !== undefined;
}
