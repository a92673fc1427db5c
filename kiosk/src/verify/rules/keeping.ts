import { type Finding, finding } from "../entryTypes";
import { numberAt, textAt } from "../json";
import { isSignedBy, parseKey, parseNote, verifies } from "../notes";
import { fromBase64, sameBytes } from "../text";
import type { RecordState, RuleEntry } from "./state";

/** What keeps a record one record: its predecessor, its keys, its anchors. */
export async function checkOpened(state: RecordState, { seq, body }: RuleEntry): Promise<Finding | undefined> {
  const [noteText, keyText] = [textAt(body, "predecessor"), textAt(body, "predecessor_vkey")];
  if (noteText === undefined && keyText === undefined) return undefined;
  const note = parseNote(noteText ?? "");
  const key = parseKey(keyText ?? "");
  const holds = note && key && key.name === note.origin && note.origin !== state.origin && (await isSignedBy(note, key));
  return holds ? undefined : finding("predecessor", seq);
}

export async function checkRotated(state: RecordState, { seq, body }: RuleEntry): Promise<Finding | undefined> {
  const [oldText, newText] = [textAt(body, "old_vkey")!, textAt(body, "new_vkey")!];
  const [oldKey, newKey] = [parseKey(oldText)!, parseKey(newText)!];
  const statement = `assembly-record key.rotated v1\n${state.origin}\n${seq}\n${oldText}\n${newText}\n`;
  const holds = oldText === state.key && newText !== oldText && newKey.name === state.origin
    && (await verifies(oldKey, statement, fromBase64(textAt(body, "old_signature")!)!))
    && (await verifies(newKey, statement, fromBase64(textAt(body, "new_signature")!)!));
  return holds ? undefined : finding("key_rotation", seq);
}

export function checkAnchor(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  const size = numberAt(body, "size")!;
  return size <= seq && sameBytes(fromBase64(textAt(body, "root")!)!, state.roots[size]!) ? undefined : finding("anchor", seq);
}
