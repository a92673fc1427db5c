import { type Finding, entryTypes, finding } from "../entryTypes";
import { type Json, type JsonMap, member, textAt } from "../json";
import { distinct, fits, isCount } from "./kinds";
import type { RecordState } from "./state";

/** Whether a body has the members of its type, and whether what it points at is earlier and of the right type. */
export function checkBody(state: RecordState, seq: number, typeName: string, body: JsonMap, restated: boolean): Finding | undefined {
  const type = entryTypes.get(typeName)!;
  for (const [name, kind] of type.need) {
    const value = member(body, name);
    const wrong = value !== undefined ? checkMember(state, seq, name, kind, value) : !restated || type.restate.includes(name) ? finding("body", seq, name) : undefined;
    if (wrong) return wrong;
  }
  for (const [name, kind] of type.may) {
    const value = member(body, name);
    const wrong = value !== undefined ? checkMember(state, seq, name, kind, value) : undefined;
    if (wrong) return wrong;
  }
  if (restated || type.caseMember === undefined) return undefined;
  for (const needed of type.cases.get(textAt(body, type.caseMember)!)!) {
    const name = needed.replace("!", "");
    const value = member(body, name);
    if (value === undefined || (needed !== name && value === null)) return finding("body", seq, name);
  }
  return undefined;
}

function checkMember(state: RecordState, seq: number, name: string, kind: string, value: Json): Finding | undefined {
  if (kind.startsWith("seq")) return checkTargets(state, seq, name, kind, value);
  if (!fits(kind, value)) return finding("body", seq, name);
  return kind === "two" && Array.isArray(value) && (value.length !== 2 || !distinct(value)) ? finding("approvers", seq, name) : undefined;
}

function checkTargets(state: RecordState, seq: number, name: string, kind: string, value: Json): Finding | undefined {
  const many = kind.startsWith("seqs:");
  const targets = many ? (Array.isArray(value) ? value : []) : [value];
  if (targets.length === 0 || !targets.every(isCount) || !distinct(targets)) return finding("body", seq, name);
  const types = kind.slice(kind.indexOf(":") + 1).split(",");
  const right = (target: number) => {
    if (target >= seq) return false;
    const type = state.entries[target]!.type;
    return types[0] === "*" || type === undefined || types.includes(type);
  };
  return (targets as number[]).every(right) ? undefined : finding("target", seq, name);
}
