import { type Checkpoint, type SignedCheckpoint, checkpointText, parseCheckpoint, parseNote, tidySeal } from "./notes";
import { fromBase64Url, fromDecimal } from "./text";

/** A checkpoint as somebody saw it; the origin is empty when it did not say. */
export interface Seen {
  readonly text: string;
  readonly checkpoint?: Checkpoint;
  readonly note?: SignedCheckpoint | undefined;
  readonly seal?: string;
}

const notes = /(?:^|\n)([^\s+]+)\n([0-9]{1,15})\n([A-Za-z0-9+/]{43}=)(?:\n\n((?:— [^\n]+(?:\n|$))+)|(?=\n|$))/g;
// What the projector's code holds: https://host/record/id#42.K8yb5UYX…
const pictures = /(?:https?:\/\/([^\s#+]+)#)?(?<![A-Za-z0-9_.-])([0-9]{1,15})\.([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g;

/** Notes; if there are none, the text of photographed codes; if there is none, read-aloud seals, one a line. */
export function parseSeen(text: string): Seen[] {
  const lines = text.replaceAll("\r\n", "\n");
  const found = [...lines.matchAll(notes)].flatMap(ofNote);
  if (found.length > 0) return found;
  const codes = [...lines.matchAll(pictures)].flatMap(ofPicture);
  if (codes.length > 0) return codes;
  return lines.split("\n").flatMap((line) => {
    const seal = tidySeal(line);
    return seal === undefined ? [] : [{ text: seal, seal }];
  });
}

function ofNote([, origin, size, root, signatures]: RegExpExecArray): Seen[] {
  const checkpoint = parseCheckpoint(`${origin}\n${size}\n${root}\n`);
  if (!checkpoint) return [];
  const note = signatures === undefined ? undefined : `${checkpointText(checkpoint)}\n${signatures.replace(/^\n+|\n+$/g, "")}\n`;
  return [{ text: note ?? checkpointText(checkpoint), checkpoint, note: note === undefined ? undefined : parseNote(note) }];
}

function ofPicture([text, origin, size, rootText]: RegExpExecArray): Seen[] {
  const root = fromBase64Url(rootText!);
  const number = fromDecimal(size!);
  return root && number !== undefined ? [{ text, checkpoint: { origin: origin ?? "", size: number, root } }] : [];
}
