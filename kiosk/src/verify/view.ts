import { messageOf } from "./entryTypes";
import { type JsonMap, isMap, itemsAt, read, textAt } from "./json";
import { linesOf } from "./inHand";
import { sealOf, spacedSeal } from "./notes";
import { toBase64 } from "./text";
import { type Files, type Verdict, headline } from "./verifier";

/** Only text nodes are made of what a bundle holds: a record may say anything. */
function make(tag: string, text: string, className = ""): HTMLElement {
  const node = document.createElement(tag);
  node.textContent = text;
  if (className !== "") node.className = className;
  return node;
}

const marks = { valid: "✓", invalid: "✕", cannot_decide: "?" } as const;

export function show(region: HTMLElement, result: Verdict, files: Files | undefined): void {
  const title = document.createElement("h2");
  const mark = make("span", marks[result.outcome]);
  mark.ariaHidden = "true";
  title.append(mark, make("b", headline(result)));
  const parts: Node[] = [title];
  if (result.finding) parts.push(make("p", messageOf(result.finding)), make("p", `Rule: ${result.finding.rule}`, "soft"));
  for (const fork of result.forks) {
    parts.push(make("h3", fork.proven ? "What you saw, signed by this record’s own key: the fork is proven" : "What you saw, without a signature: a claim, not yet a proof"));
    parts.push(make("pre", fork.seen), make("h3", "What this bundle says"), make("pre", fork.ours));
  }
  parts.push(facts(result));
  if (result.outcome === "valid" && files) parts.push(entryList(files, result.night));
  region.replaceChildren(...parts);
  region.className = result.outcome;
  region.hidden = false;
  region.focus();
}

function facts({ outcome, checkpoint, night, withheldEntries, withheldDisclosures, filesNotIncluded }: Verdict): HTMLElement {
  const list = document.createElement("dl");
  const fact = (term: string, value: string, className = "") => list.append(make("dt", term), make("dd", value, className));
  if (checkpoint) {
    fact("Record", checkpoint.origin);
    fact("Entries", String(checkpoint.size));
    fact("Root", toBase64(checkpoint.root), "mono");
    fact("Seal", spacedSeal(sealOf(checkpoint)), "mono seal");
  }
  if (outcome !== "valid") return list;
  fact("In the room", night === undefined ? "The session is not closed: whether every ask was answered is not decided." : `Entries 0 to ${night - 1}; later ones are follow-up.`);
  if (withheldEntries > 0) fact("Withheld entries", `${withheldEntries}, each with a redaction that says why`);
  if (withheldDisclosures > 0) fact("Withheld details", `${withheldDisclosures} personal members, committed to by their digest only`);
  if (filesNotIncluded > 0) fact("Files", `${filesNotIncluded} named and not in the bundle; compare them with sha256sum`);
  return list;
}

function entryList(files: Files, night: number | undefined): HTMLElement {
  const details = document.createElement("details");
  const lines = linesOf(files.get("entries.jsonl")!) ?? [];
  const list = make("ol", "", "entries");
  for (const [seq, { bytes }] of lines.entries()) list.append(entryItem(seq, bytes && read(bytes), night));
  details.append(make("summary", `Read the ${lines.length} entries`), list);
  return details;
}

function entryItem(seq: number, entry: ReturnType<typeof read>, night: number | undefined): HTMLElement {
  const item = document.createElement("li");
  item.append(make("b", `${seq}`));
  if (!isMap(entry)) {
    item.append("withheld");
    return item;
  }
  const body = entry["body"] as JsonMap;
  item.append(make("b", textAt(entry, "type")!), make("span", `${textAt(entry, "at")!.replace("T", " ").replace("Z", " UTC")}${night !== undefined && seq >= night ? " · follow-up" : ""}`, "soft"));
  const members = document.createElement("dl");
  for (const [name, value] of Object.entries(body)) members.append(make("dt", name), make("dd", typeof value === "string" ? value : JSON.stringify(value)));
  if (itemsAt(entry, "sd").length > 0) members.append(make("dt", "digests"), make("dd", String(itemsAt(entry, "sd").length)));
  item.append(members);
  return item;
}
