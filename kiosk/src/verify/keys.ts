import { isMap, member, read, textAt } from "./json";
import { type SignedCheckpoint, isSignedBy, parseKey } from "./notes";
import { textOf } from "./text";

/** The keys that a record says it was signed with; they count only once the rules found both signatures of each rotation. */
export class KeyChain {
  private readonly keys: readonly { readonly from: number; readonly key: string }[];

  constructor(lines: readonly (Uint8Array | undefined)[], key: string) {
    const rotations = lines.flatMap((bytes, seq) => {
      const body = bytes && rotationIn(bytes);
      return body ? [{ seq, ...body }] : [];
    });
    this.keys = [{ from: 0, key: rotations[0]?.oldKey ?? key }, ...rotations.map((r) => ({ from: r.seq + 1, key: r.newKey }))];
  }

  get first(): string {
    return this.keys[0]!.key;
  }

  has(key: string): boolean {
    return this.keys.some((k) => k.key === key);
  }

  /** Whether the key in force at its size signed a checkpoint: that of a rotation signs the first checkpoint with the rotation in it. */
  async signed(note: SignedCheckpoint): Promise<boolean> {
    const key = parseKey(this.keys.findLast((k) => k.from <= note.size)!.key);
    return key !== undefined && key.name === note.origin && isSignedBy(note, key);
  }
}

function rotationIn(bytes: Uint8Array) {
  if (!textOf(bytes)?.includes('"type":"key.rotated"')) return undefined;
  const entry = read(bytes);
  const body = isMap(entry) && textAt(entry, "type") === "key.rotated" ? member(entry, "body") : undefined;
  if (!isMap(body)) return undefined;
  const [oldKey, newKey] = [textAt(body, "old_vkey"), textAt(body, "new_vkey")];
  return oldKey !== undefined && newKey !== undefined ? { oldKey, newKey } : undefined;
}
