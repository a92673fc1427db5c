import type { ScanAnswer, ScanCommand } from "../contract/contract";

/** What came of sending a batch. `bad`: something in it breaks the contract; `large`: too much at once for something on the way; `refused`: the device is not let in; `busy`: later. */
export type Posted =
  | { readonly kind: "answers"; readonly answers: readonly ScanAnswer[] }
  | { readonly kind: "bad"; readonly problem: string }
  | { readonly kind: "large" }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "busy"; readonly retryAfterMs?: number };

export interface Errand {
  /** The next facts to send, in the order they were made. */
  readonly next: (most: number) => readonly ScanCommand[];
  readonly post: (scans: readonly ScanCommand[]) => Promise<Posted>;
  readonly answered: (command: ScanCommand, answer: ScanAnswer) => Promise<void>;
  readonly setAside: (command: ScanCommand, problem: string) => Promise<void>;
  readonly refused: (status: number) => void;
  /** Why a fact is set aside that an answered batch does not name; without it, such a fact is sent again. */
  readonly unnamed?: string;
  /** Waits, at most so long; something may end it early. */
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
}

/** The most scans in one batch (turnout.md, rule 13). */
export const batchMost = 200;

/** How long to wait after failure 0, 1, 2 …: what the server asked for, and up to 1, 2, 4 … 60 seconds by chance, so that a hall does not return at once. */
export function waitAfter(failures: number, retryAfterMs: number, random: number): number {
  return retryAfterMs + random * 1000 * Math.min(60, 2 ** Math.min(failures, 6));
}

/** Sends what waits until nothing does. A fact leaves the queue for a stored answer, or for quarantine when it alone is refused (rule 14). */
export async function upload(errand: Errand): Promise<void> {
  let most = batchMost;
  let failures = 0;
  for (;;) {
    const batch = errand.next(most);
    if (batch.length === 0) return;
    const posted = await errand.post(batch);
    if (posted.kind === "refused") return errand.refused(posted.status);
    if (posted.kind === "busy" || (posted.kind === "large" && batch.length === 1)) await errand.pause(waitAfter(failures++, (posted.kind === "busy" && posted.retryAfterMs) || 0, errand.random()));
    else if (posted.kind === "bad" || posted.kind === "large") {
      // One scan that breaks the contract must not keep the others: halves find it.
      if (batch.length === 1 && posted.kind === "bad") await errand.setAside(batch[0]!, posted.problem);
      most = Math.max(1, batch.length >> 1);
    } else {
      const settled = await settle(batch, posted.answers, errand);
      failures = settled > 0 ? 0 : failures + 1;
      most = Math.min(batchMost, most * 2);
      if (settled === 0) await errand.pause(waitAfter(failures, 0, errand.random()));
    }
  }
}

async function settle(batch: readonly ScanCommand[], answers: readonly ScanAnswer[], errand: Errand): Promise<number> {
  const byId = new Map(answers.map((answer) => [answer.scanId, answer]));
  let settled = 0;
  for (const command of batch) {
    const answer = byId.get(command.scanId);
    if (answer === undefined && errand.unnamed === undefined) continue;
    settled++;
    if (answer === undefined) await errand.setAside(command, errand.unnamed!);
    // The person has gone on, and the server says that this was not applied: a person has to look at it.
    else if (answer.outcome === "error" && command.decided !== undefined) await errand.setAside(command, answer.reason ?? "The server did not apply this scan.");
    else await errand.answered(command, answer);
  }
  return settled;
}
