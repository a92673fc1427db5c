import { type Finding, finding } from "./entryTypes";
import type { KeyChain } from "./keys";
import { type Checkpoint, type SignedCheckpoint, parseNotes, sealOf } from "./notes";
import { type Seen, parseSeen } from "./seen";
import { fromHex, sameBytes, textOf } from "./text";
import { leafHash } from "./tree";
import type { Files, Fork } from "./verifier";

export interface Line {
  readonly hash: Uint8Array;
  /** Undefined when only the hash is published. */
  readonly bytes: Uint8Array | undefined;
}

/** A record while it is being verified. */
export interface RecordInHand {
  readonly files: Files;
  readonly lines: readonly Line[];
  readonly keys: KeyChain;
  readonly signed: SignedCheckpoint;
  /** checkpoints.txt; undefined when it is missing or malformed. */
  readonly notes: readonly SignedCheckpoint[] | undefined;
  /** The root of each size from 0 to that of the entries. */
  readonly roots: readonly Uint8Array[];
}

/** entries.jsonl: each line an entry's exact bytes or {"withheld":"hash"}; undefined when the last one has no end. */
export function linesOf(file: Uint8Array): Line[] | undefined {
  const lines: Line[] = [];
  let start = 0;
  while (start < file.length) {
    const end = file.indexOf(10, start);
    if (end < 0) return undefined;
    const bytes = file.slice(start, end);
    const withheld = bytes.length === 79 ? /^\{"withheld":"([0-9a-f]{64})"\}$/.exec(textOf(bytes) ?? "") : null;
    lines.push(withheld ? { hash: fromHex(withheld[1]!), bytes: undefined } : { hash: leafHash(bytes), bytes });
    start = end + 1;
  }
  return lines;
}

export function publishedNotes(files: Files): SignedCheckpoint[] | undefined {
  const file = files.get("checkpoints.txt");
  const text = file && textOf(file);
  return text === undefined ? undefined : parseNotes(text);
}

const isPrefix = (record: RecordInHand, c: Checkpoint) => sameBytes(record.roots[c.size]!, c.root);

export async function checkRoot(record: RecordInHand): Promise<Finding | undefined> {
  const count = record.lines.length;
  if (count !== record.signed.size) return finding("size", await firstWrong(record));
  if (!isPrefix(record, record.signed)) return finding("root", await firstWrong(record));
  return count === 0 ? finding("first_entry") : undefined;
}

/** Which entry is the first that was not there when it was signed; the earlier checkpoints tell. */
async function firstWrong(record: RecordInHand): Promise<number | undefined> {
  for (const note of record.notes ?? []) {
    if (note.size > 0 && note.size <= record.lines.length && !isPrefix(record, note) && (await record.keys.signed(note))) return note.size - 1;
  }
  return undefined;
}

export async function checkCheckpoints(record: RecordInHand): Promise<Finding | undefined> {
  if (!record.files.has("checkpoints.txt")) return undefined;
  if (!record.notes) return finding("checkpoint_format");
  let before = 0;
  for (const note of record.notes) {
    const entry = note.size - 1;
    if (note.size <= before || note.size > record.lines.length) return finding("checkpoint_order", entry);
    if (!isPrefix(record, note)) return finding("checkpoint_root", entry);
    before = note.size;
  }
  if (before !== record.lines.length) return finding("checkpoint_order");
  for (const note of record.notes) if (!(await record.keys.signed(note))) return finding("checkpoint_signature", note.size - 1);
  return undefined;
}

/** What people saw against what is published. */
export async function compareSeen(record: RecordInHand, seen: readonly string[]): Promise<{ forks: Fork[]; undecided: Finding | undefined }> {
  const forks: Fork[] = [];
  let undecided: Finding | undefined;
  for (const text of seen) {
    const views = parseSeen(text);
    if (views.length === 0) undecided ??= finding("seen_unreadable");
    for (const view of views) {
      const rule = await compareOne(record, view, forks);
      if (rule) undecided ??= finding(rule, undefined, view.checkpoint?.size.toString());
    }
  }
  return { forks, undecided };
}

async function compareOne(record: RecordInHand, view: Seen, forks: Fork[]): Promise<Finding["rule"] | undefined> {
  const { origin } = record.signed;
  if (view.seal !== undefined) return record.roots.some((root, size) => sealOf({ origin, size, root }) === view.seal) ? undefined : "seen_unmatched";
  const seen = view.checkpoint!;
  if (seen.origin !== "" && seen.origin !== origin) return "seen_other";
  if (seen.size > record.lines.length) return "seen_newer";
  if (!isPrefix(record, seen)) {
    const ours = (record.notes ?? []).find((note) => note.size === seen.size) ?? record.signed;
    forks.push({ seen: view.text, ours: ours.note, proven: view.note !== undefined && (await record.keys.signed(view.note)) });
  }
  return undefined;
}
