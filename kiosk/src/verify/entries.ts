import { type Entry, readEntry } from "./entry";
import { type Finding, finding } from "./entryTypes";
import type { Line } from "./inHand";
import { type JsonMap, member, numberAt } from "./json";
import { fits } from "./rules/kinds";
import { type RuleEntry, ofEntry, ofWithheld } from "./rules/state";

export interface EntriesRead {
  readonly finding?: Finding;
  /** Undefined where an entry is withheld. */
  readonly parsed: readonly (Entry | undefined)[];
  readonly forRules: readonly RuleEntry[];
}

/** Reads the entries: canonical form, log, seq, time order, no digest twice (RFC 9901, section 7.1). */
export function entryChecks(lines: readonly Line[], origin: string): EntriesRead {
  const parsed: (Entry | undefined)[] = [];
  const digests = new Set<string>();
  let latest = "";
  for (const [seq, { bytes }] of lines.entries()) {
    const entry = bytes && readEntry(bytes, origin, seq);
    if (entry) {
      const wrong = "rule" in entry ? entry : entry.at < latest ? finding("time", seq) : entry.digests.some((d) => digests.has(d)) ? finding("digest_twice", seq) : undefined;
      if (wrong || "rule" in entry) return { finding: wrong ?? (entry as Finding), parsed, forRules: [] };
      latest = entry.at;
      for (const digest of entry.digests) digests.add(digest);
    }
    parsed.push(entry as Entry | undefined);
  }
  const restated = restatements(parsed);
  return { parsed, forRules: parsed.map((entry, seq) => (entry ? ofEntry(entry) : ofWithheld(seq, restated.get(seq)))) };
}

/** What redactions of level 2 say again of the entries that they withhold. */
function restatements(entries: readonly (Entry | undefined)[]): Map<number, JsonMap> {
  const restated = new Map<number, JsonMap>();
  for (const entry of entries) {
    if (entry?.type !== "redaction.made" || numberAt(entry.body, "level") !== 2) continue;
    const target = numberAt(entry.body, "target");
    const restates = member(entry.body, "restates");
    if (target !== undefined && target < entry.seq && fits("restated", restates) && !restated.has(target)) restated.set(target, restates as JsonMap);
  }
  return restated;
}
