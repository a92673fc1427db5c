import { type Finding, entryTypes, finding } from "../entryTypes";
import { checkAnswer, checkAsk, checkClose } from "./asks";
import { checkBody } from "./bodies";
import { checkCorrection, checkRedaction } from "./corrections";
import { checkDue, checkStatus } from "./followUp";
import { checkAnchor, checkOpened, checkRotated } from "./keeping";
import type { RecordState, RuleEntry } from "./state";

/** The first rule that the next entry breaks, given those before it. */
export async function checkEntry(state: RecordState, entry: RuleEntry): Promise<Finding | undefined> {
  const { seq, type } = entry;
  if (type === undefined) return undefined;
  if (!entryTypes.has(type)) return finding("type", seq);
  if ((seq === 0) !== (type === "log.opened")) return finding("first_entry", seq);
  if (!mayHappenNow(state, type)) return finding("session", seq);
  return checkBody(state, seq, type, entry.body, entry.withheld) ?? checkOfType(state, entry, type);
}

function mayHappenNow({ openedAt, closedAt }: RecordState, type: string): boolean {
  const [opened, closed] = [openedAt !== undefined, closedAt !== undefined];
  switch (type) {
    case "ask.published": case "ask.amended": case "ask.withdrawn": return !closed;
    case "session.opened": return !opened;
    case "testimony.heard": case "answer.recorded": case "answer.readback": case "session.closed": return opened && !closed;
    case "turnout.counted": return opened;
    default: return true;
  }
}

async function checkOfType(state: RecordState, entry: RuleEntry, type: string): Promise<Finding | undefined> {
  switch (type) {
    case "log.opened": return checkOpened(state, entry);
    case "ask.published": case "ask.amended": case "ask.withdrawn": return checkAsk(state, entry);
    case "answer.recorded": return checkAnswer(state, entry);
    case "answer.corrected": return entry.withheld ? undefined : checkCorrection(state, entry);
    case "session.closed": return checkClose(state, entry);
    case "due.changed": return checkDue(state, entry);
    case "status.assessed": return entry.withheld ? undefined : checkStatus(state, entry);
    case "redaction.made": return checkRedaction(state, entry);
    case "key.rotated": return checkRotated(state, entry);
    case "anchor.recorded": return checkAnchor(state, entry);
    default: return undefined;
  }
}
