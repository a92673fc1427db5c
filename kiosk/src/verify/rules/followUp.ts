import { type Finding, finding } from "../entryTypes";
import { type JsonMap, itemsAt, member, numberAt, textAt } from "../json";
import { dayNumber } from "../text";
import type { RecordState, RuleEntry } from "./state";

const noticeDays = 14;
const needTwo = new Set(["kept", "kept_late", "partly_kept", "not_kept"]);

// Of a withheld answer the redaction need not restate the date; until due.changed names one, nobody can check it.
const dueIsKnown = (state: RecordState, target: number) => Object.hasOwn(state.answer(target), "due");

export function checkDue(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  const target = numberAt(body, "target")!;
  const [old, changed] = [member(body, "old") ?? null, member(body, "new") ?? null];
  const stands = !dueIsKnown(state, target) || old === (member(state.answer(target), "due") ?? null);
  return stands && old !== changed ? undefined : finding("due", seq);
}

/** A status meets its own definition (record.md, section 3, axis B), or it is not published. */
export function checkStatus(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  const status = textAt(body, "status")!;
  if (needTwo.has(status) && itemsAt(body, "assessed_by").length < 2) return finding("approvers", seq, "assessed_by");
  const wrong = referenceFault(state, body) ?? dueFault(state, body, status);
  return wrong === undefined ? undefined : finding("status", seq, wrong);
}

function referenceFault(state: RecordState, body: JsonMap): string | undefined {
  const target = numberAt(body, "target")!;
  const isOf = (seq: number) => {
    const entry = state.entries[seq]!;
    return entry.type === undefined || numberAt(entry.body, "target") === target;
  };
  if (!itemsAt(body, "evidence").every((e) => isOf(e as number))) return "evidence";
  const contact = numberAt(body, "contact");
  if (contact !== undefined && !isOf(contact)) return "contact";
  const notice = numberAt(body, "notice");
  if (notice !== undefined && !(isOf(notice) && wasNotice(state.entries[notice]!.body, textAt(body, "on")!))) return "notice";
  const met = textAt(body, "met_on");
  return met !== undefined && met > textAt(body, "on")! ? "met_on" : undefined;
}

function wasNotice(contact: JsonMap, on: string): boolean {
  const sent = textAt(contact, "on");
  return sent === undefined || (textAt(contact, "purpose") === "notice" && dayNumber(on)! - dayNumber(sent)! >= noticeDays);
}

function dueFault(state: RecordState, body: JsonMap, status: string): string | undefined {
  const target = numberAt(body, "target")!;
  if (!dueIsKnown(state, target)) return undefined;
  const due = textAt(state.answer(target), "due");
  // ISO dates are in order when their characters are.
  const met = textAt(body, "met_on")!;
  if (status === "not_due" && due === undefined) return "due";
  if (status === "kept" && due !== undefined && met > due) return "met_on";
  if (status === "kept_late" && (due === undefined || met <= due)) return "met_on";
  const withdrew = member(body, "office_withdrew") === true;
  return status === "not_kept" && !withdrew && (due === undefined || due >= textAt(body, "on")!) ? "due" : undefined;
}
