import { entryChecks } from "./entries";
import { type Finding, type Rule, finding } from "./entryTypes";
import { type RecordInHand, checkCheckpoints, checkRoot, compareSeen, linesOf, publishedNotes } from "./inHand";
import { KeyChain } from "./keys";
import { type Checkpoint, parseKey, parseNote } from "./notes";
import { checkEntry } from "./rules/rules";
import { RecordState } from "./rules/state";
import { checkAttachments, checkDisclosures, checkWithheld, filesNotIncluded } from "./shown";
import { textOf } from "./text";
import { rootsOf } from "./tree";

export type Outcome = "valid" | "invalid" | "cannot_decide";

/** Somebody saw a checkpoint that is no prefix of this record; proven when it is signed by the record's own key. */
export interface Fork {
  readonly seen: string;
  readonly ours: string;
  readonly proven: boolean;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly finding?: Finding | undefined;
  readonly checkpoint?: Checkpoint | undefined;
  /** The size at session.closed: entries with a smaller index were said in the room. */
  readonly night?: number | undefined;
  readonly withheldEntries: number;
  readonly withheldDisclosures: number;
  readonly filesNotIncluded: number;
  readonly forks: readonly Fork[];
}

export type Files = ReadonlyMap<string, Uint8Array>;

// A verifier that does not know enough has not found anything wrong.
const undecided: ReadonlySet<Rule> = new Set<Rule>(
  ["missing_file", "unreadable", "vkey", "version", "type", "seen_newer", "seen_other", "seen_unmatched", "seen_unreadable"],
);

export function verdict(found: Finding | undefined, more: Partial<Verdict> = {}): Verdict {
  const outcome = !found ? "valid" : undecided.has(found.rule) ? "cannot_decide" : "invalid";
  return { outcome, finding: found, withheldEntries: 0, withheldDisclosures: 0, filesNotIncluded: 0, forks: [], ...more };
}

export function headline({ outcome, withheldEntries, withheldDisclosures }: Verdict): string {
  const withheld = withheldEntries + withheldDisclosures;
  if (outcome === "valid") return withheld > 0 ? `valid, ${withheld} withheld` : "valid";
  return outcome === "invalid" ? "invalid" : "cannot decide";
}

/**
 * Checks a published record against a key that was got elsewhere. The order is that of record.md; the first rule broken is the verdict. src/PublicRecord
 * does the same.
 */
export async function verify(files: Files, vkey: string, seen: readonly string[]): Promise<Verdict> {
  const key = parseKey(vkey.trim());
  if (!key) return verdict(finding("vkey"));
  const [noteFile, entriesFile] = [files.get("checkpoint"), files.get("entries.jsonl")];
  if (!noteFile) return verdict(finding("missing_file", undefined, "checkpoint"));
  if (!entriesFile) return verdict(finding("missing_file", undefined, "entries.jsonl"));
  const signed = parseNote(textOf(noteFile) ?? "");
  if (!signed) return verdict(finding("note_format"));
  const lines = linesOf(entriesFile);
  if (!lines) return verdict(finding("entries_format"));
  const keys = new KeyChain(lines.map((line) => line.bytes), key.text);
  if (!keys.has(key.text) || !(await keys.signed(signed))) return verdict(finding("signature"));
  const record: RecordInHand = { files, lines, keys, signed, notes: publishedNotes(files), roots: rootsOf(lines.map((line) => line.hash)) };
  return { ...(await verifyRecord(record, seen)), checkpoint: signed };
}

async function verifyRecord(record: RecordInHand, seen: readonly string[]): Promise<Verdict> {
  const rootless = await checkRoot(record);
  if (rootless) return verdict(rootless);
  const entries = entryChecks(record.lines, record.signed.origin);
  const wrong = entries.finding ?? (await checkCheckpoints(record));
  if (wrong) return verdict(wrong);
  const state = new RecordState(record.signed.origin, record.keys.first, record.roots);
  for (const entry of entries.forRules) {
    const broken = await checkEntry(state, entry);
    if (broken) return verdict(broken);
    state.apply(entry);
  }
  const view = await compareSeen(record, seen);
  if (view.forks.length > 0) return verdict(finding("fork"), { forks: view.forks });
  const { parsed } = entries;
  const disclosures = checkDisclosures(record.files, parsed);
  const found = disclosures.finding ?? checkWithheld(parsed, state.redacted) ?? checkAttachments(record.files, parsed);
  return verdict(found ?? view.undecided, {
    night: state.closedAt === undefined ? undefined : state.closedAt + 1,
    withheldEntries: parsed.filter((e) => !e).length,
    withheldDisclosures: parsed.reduce((sum, e) => sum + (e?.digests.length ?? 0), 0) - disclosures.shown,
    filesNotIncluded: filesNotIncluded(record.files, parsed),
  });
}
