import type { DeviceIdentity, ScanAnswer, ScanCommand } from "../contract/contract";

/** What a panel says happened; the door adds the ids, numbers and times that make it a fact (turnout.md, rule 1). */
export type NewFact = Omit<ScanCommand, "scanId" | "deviceSeq" | "clientAt" | "offsetMs" | "appVersion" | "direction" | "forced"> & Partial<Pick<ScanCommand, "direction" | "forced">>;

/** A fact of this device with what the person was told; no answer yet: it is being sent. */
export interface RecentFact {
  readonly command: ScanCommand;
  readonly answer?: ScanAnswer | undefined;
  /** Taken back by a later fact. */
  readonly undone: boolean;
}

/** A device takes back its own scans for a quarter of an hour; later it takes a supervisor (rule 27). */
export const undoFor = 15 * 60_000;

/** How many facts a device shows of what it did. */
export const recentMost = 50;

/** The latest facts of a device with one more on top. A fact that is known already is updated where it stands. */
export function withFact(recent: readonly RecentFact[], command: ScanCommand, answer?: ScanAnswer): RecentFact[] {
  const known = recent.some((fact) => fact.command.scanId === command.scanId);
  const all = known
    ? recent.map((fact) => (fact.command.scanId === command.scanId ? { ...fact, command, answer: answer ?? fact.answer } : fact))
    : [{ command, answer, undone: false }, ...recent];
  const undone = command.undoes !== undefined && answer?.outcome === "undone" ? command.undoes : undefined;
  return (undone === undefined ? all : all.map((fact) => (fact.command.scanId === undone ? { ...fact, undone: true } : fact))).slice(0, recentMost);
}

/** Whether this device may take the fact back by itself. A counter is put right with minus: its next tap would bring back what was taken. */
export function mayUndo(fact: RecentFact, role: DeviceIdentity["role"], now: number): boolean {
  if (fact.undone || fact.answer === undefined || fact.command.undoes !== undefined || fact.command.method === "tally" || !letsPass(fact.answer.outcome)) return false;
  return role !== "steward" || now - Date.parse(fact.command.clientAt) <= undoFor;
}

/** Whether somebody who was told this walked on. */
export const letsPass = (outcome: string) => ["admitted", "admitted_attention", "duplicate_offline", "exit_recorded"].includes(outcome);
