import { hashOf } from "./tree";
import type { Attachment, Entry } from "./entry";
import { type Finding, finding } from "./entryTypes";
import { isName, itemsAt, read } from "./json";
import { fromBase64Url, toBase64Url, toHex } from "./text";
import type { Files } from "./verifier";

type Entries = readonly (Entry | undefined)[];

/** Published disclosures belong to an entry that is there (RFC 9901, section 7.1), and none was redacted. */
export function checkDisclosures(files: Files, entries: Entries): { finding?: Finding; shown: number } {
  const file = files.get("disclosures.json");
  if (!file) return { shown: 0 };
  const list = read(file, Number.MAX_SAFE_INTEGER);
  if (!Array.isArray(list)) return { finding: finding("disclosures_format"), shown: 0 };
  const owners = new Map(entries.flatMap((entry) => (entry?.digests ?? []).map((digest) => [digest, entry!] as const)));
  const redacted = new Set(entries.flatMap((entry) => (entry?.type === "redaction.made" ? itemsAt(entry.body, "digests") : [])));
  const shown = new Set<string>();
  for (const text of list) {
    const name = typeof text === "string" ? disclosedName(text) : undefined;
    if (name === undefined) return { finding: finding("disclosures_format"), shown: 0 };
    const digest = toBase64Url(hashOf(text as string));
    const owner = owners.get(digest);
    if (!owner || redacted.has(digest) || Object.hasOwn(owner.body, name) || shown.has(digest)) return { finding: finding("disclosure", owner?.seq, name), shown: 0 };
    shown.add(digest);
  }
  return { shown: shown.size };
}

/** The member's name in a disclosure of a salt of 16 bytes, a name and a value, in canonical form; undefined when it is none. */
function disclosedName(text: string): string | undefined {
  const bytes = fromBase64Url(text);
  const value = bytes && read(bytes);
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [salt, name] = value;
  return typeof salt === "string" && fromBase64Url(salt)?.length === 16 && typeof name === "string" && isName(name) ? name : undefined;
}

/** Nothing is withheld without a redaction that says so, and nothing published in spite of one. */
export function checkWithheld(entries: Entries, redacted: ReadonlySet<number>): Finding | undefined {
  const wrong = entries.findIndex((entry, seq) => (entry === undefined) !== redacted.has(seq));
  return wrong < 0 ? undefined : finding("withheld", wrong);
}

const named = (entries: Entries): [string, { entry: Entry; file: Attachment }][] =>
  entries.flatMap((entry) => (entry?.attachments ?? []).map((file) => [file.sha256, { entry: entry!, file }] as [string, { entry: Entry; file: Attachment }]));

/** Files under att/ are what the entries say. */
export function checkAttachments(files: Files, entries: Entries): Finding | undefined {
  // The first entry that names a file decides, so it has to be set last.
  const owners = new Map(named(entries).reverse());
  for (const path of [...files.keys()].filter((name) => name.startsWith("att/")).sort()) {
    const sha256 = path.slice("att/".length);
    const bytes = files.get(path)!;
    const owner = owners.get(sha256);
    if (!owner || owner.file.size !== bytes.length || toHex(hashOf(bytes)) !== sha256) return finding("attachment", owner?.entry.seq, sha256);
  }
  return undefined;
}

/** How many files entries name and the bundle does not hold. */
export const filesNotIncluded = (files: Files, entries: Entries) =>
  new Set(named(entries).map(([sha256]) => sha256)).size - [...new Set(named(entries).map(([sha256]) => sha256))].filter((s) => files.has(`att/${s}`)).length;
