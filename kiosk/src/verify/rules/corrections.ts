import { type Finding, correctable, entryTypes, finding } from "../entryTypes";
import { type JsonMap, isMap, itemsAt, member, numberAt, sameJson, textAt } from "../json";
import { isAsked } from "./asks";
import { checkBody } from "./bodies";
import { type RecordState, type RuleEntry, cellOf, corrected } from "./state";

/** A correction quotes what it corrects, so that it can neither be silent nor be taken for the answer. */
export function checkCorrection(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  const target = numberAt(body, "target")!;
  const [old, changes] = [body["old"] as JsonMap, body["new"] as JsonMap];
  const answer = state.answer(target);
  const names = Object.keys(old).sort();
  if (names.join() !== Object.keys(changes).sort().join() || !names.every((name) => correctable.has(name))) return finding("correction", seq);
  const { withheld } = state.entries[target]!;
  for (const name of names) {
    if ((!withheld && !sameJson(old[name], member(answer, name))) || sameJson(old[name], changes[name])) return finding("correction", seq, name);
  }
  if (Object.hasOwn(changes, "of") && textAt(body, "class") !== "wrong_person") return finding("correction", seq, "of");
  // Only the power-holder can take a condition away, by answering again in the room.
  if (textAt(answer, "answer") === "yes_with_conditions" && textAt(changes, "answer") === "yes") return finding("yes_if", seq);
  const after = corrected(answer, changes);
  const wrong = checkBody(state, target, "answer.recorded", after, withheld);
  if (wrong) return finding("correction", seq, wrong.detail);
  const moves = textAt(after, "of") !== textAt(answer, "of") && state.live.get(cellOf(answer)) === target;
  return moves && (!isAsked(state, after) || state.live.has(cellOf(after))) ? finding("correction", seq, "of") : undefined;
}

/** Erasure that keeps the fact: what is removed is named, and what the other rules need is said again. */
export function checkRedaction(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  const wrong = redactionFault(state, body);
  return wrong === undefined ? undefined : finding("redaction", seq, wrong);
}

function redactionFault(state: RecordState, body: JsonMap): string | undefined {
  const target = state.entries[numberAt(body, "target")!]!;
  const restates = member(body, "restates");
  const digests = Object.hasOwn(body, "digests");
  switch (numberAt(body, "level")) {
    case 1:
      if (restates !== undefined || !digests) return "digests";
      return target.withheld || itemsAt(body, "digests").every((d) => target.digests.includes(d as string)) ? undefined : "digests";
    case 2: return isMap(restates) && !digests ? restatementFault(state, target, restates) : "restates";
    default: return "level";
  }
}

function restatementFault(state: RecordState, target: RuleEntry, restates: JsonMap): string | undefined {
  const type = textAt(restates, "type")!;
  const body = restates["body"] as JsonMap;
  if (state.redacted.has(target.seq) || (target.type !== undefined && target.type !== type)) return "target";
  if (!entryTypes.has(type) || checkBody(state, target.seq, type, body, true)) return "restates";
  if (target.withheld) return undefined;
  const same = Object.entries(body).every(([name, value]) => Object.hasOwn(target.body, name) && sameJson(value, target.body[name]));
  return same && Object.hasOwn(body, "replaces") === Object.hasOwn(target.body, "replaces") ? undefined : "restates";
}
