import type { RosterPass, RosterSnapshot, ScanAnswer, ScanCommand, ScanOutcome } from "../../src/contract/contract";
import { codeHash, tokenHash } from "../../src/offline/passHash";
import { Roster } from "../../src/offline/roster";

/** A door and its passes, as tests need them. */
export const start = Date.UTC(2026, 9, 1, 18, 0);
export const shortCodeKey = "AAECAwQFBgcICQoLDA0ODw";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const tokenOf = (i: number) => i.toString(32).toUpperCase().padStart(26, "0").replace(/[0-9A-V]/g, (c) => letters[Number.parseInt(c, 32)]!);
export const codeOf = (i: number) => String(10_000_000 + i);

export const passOfToken = (i: number, more: Partial<RosterPass> = {}): RosterPass => ({ hash: tokenHash(tokenOf(i)), code: codeHash(shortCodeKey, codeOf(i)), institution: 0, standing: "good", ...more });

export const snapshot = (passes: RosterPass[], more: Partial<RosterSnapshot> = {}): RosterSnapshot => ({
  cursor: 7, state: "open", roomCapacity: 1000, shortCodeKey, institutions: [{ id: "i0", name: "Sacred Heart" }, { id: "i1", name: "Hampstead Hill" }],
  doors: [{ id: "d0", name: "North door" }, { id: "d1", name: "South door" }], passes, ...more,
});

export async function rosterOf(passes: RosterPass[], more?: Partial<RosterSnapshot>): Promise<Roster> {
  const roster = await Roster.open(undefined);
  await roster.replace(snapshot(passes, more), undefined, start);
  return roster;
}

let seq = 0;
export function scanOf(more: Partial<ScanCommand> = {}): ScanCommand {
  seq++;
  return { scanId: `scan-${seq}`, deviceSeq: seq, method: "qr", subject: tokenOf(1), clientAt: new Date(start).toISOString(), offsetMs: 0, appVersion: "test", direction: "in", forced: false, ...more };
}

export const answerOf = (command: ScanCommand, outcome: ScanOutcome, more: Partial<ScanAnswer> = {}): ScanAnswer => ({ scanId: command.scanId, outcome, skewed: false, serverNow: new Date(start).toISOString(), ...more });

/** A refusal in our server's own words (RFC 9457), as often as it is asked. */
export const problem = (status: number, body: object = {}) => () => new Response(JSON.stringify({ status, ...body }), { status, headers: { "Content-Type": "application/problem+json" } });
