import type { OpenCase, ScanOutcome } from "../../contract/contract";

const found: Partial<Record<ScanOutcome, string>> = {
  unknown: "Let in with a code that is no pass",
  wrong_assembly: "Let in with a pass of another assembly",
  revoked: "Let in with a withdrawn pass",
  replaced: "Let in with a pass that was replaced",
  already_in: "Let in though the pass was in already",
  not_inside: "Let out though the pass was not in",
  needs_info: "A delegation counted without asking how many",
  room_full_redirect: "Let in though the room was full",
  not_open: "Let in before the doors opened",
  closed: "Let in after the close",
};

/** What happened, in a line. */
export function headline({ outcome, finding, direction, counts }: OpenCase): string {
  if (outcome === "duplicate_offline") return "One pass at two doors, both without connection";
  if (!counts) return "Let in, but not counted";
  const words = finding === undefined ? "Let in against the rules" : (found[finding] ?? "Let in against the rules");
  return direction === "out" ? words.replace("Let in", "Let out") : words;
}

/** What follows from it for the count, so that the desk knows what to decide. */
export function consequence({ outcome, counts, adults, under18s, finding }: OpenCase): string {
  const heads = adults + under18s;
  if (outcome === "duplicate_offline") return "They count once.";
  if (!counts) return `Nobody counts for it. Count ${heads > 1 ? `the ${heads}` : "them"} if they are here.`;
  const people = heads === 1 ? "Counts as 1 person" : `Counts as ${heads} people`;
  return finding === "already_in" ? `${people} more.` : `${people}.`;
}
