import { hashOf } from "./tree";
import { bytesOf, fromBase64, fromDecimal, fromHex, sameBytes, toBase64, toHex } from "./text";

/** C2SP signed-note and tlog-checkpoint with ECDSA P-256 (type 0x02). */

export interface VerifierKey {
  readonly text: string;
  readonly name: string;
  readonly id: Uint8Array;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array<ArrayBuffer>;
}

const p256Prefix = fromHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

export function parseKey(text: string): VerifierKey | undefined {
  const parts = /^([\x21-\x2A\x2C-\x7E]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
  const key = parts && fromBase64(parts[3]!);
  if (!key || key[0] !== 2 || key.length !== 92 || !sameBytes(key.slice(1, 28), p256Prefix)) return undefined;
  const spki = key.slice(1);
  const id = hashOf(spki).slice(0, 4);
  return toHex(id) === parts[2] ? { text, name: parts[1]!, id, spki } : undefined;
}

/** WebCrypto wants r||s of 32 bytes each (RFC 7518, section 3.4); notes hold DER (RFC 3279, section 2.2.3). Undefined when it is not strict DER. */
export function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 0x7f) return undefined;
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const number = der.slice(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || length === 0 || number.length !== length || number[0]! >= 0x80) return undefined;
    if (length > 1 && number[0] === 0 && number[1]! < 0x80) return undefined;
    const digits = number[0] === 0 ? number.slice(1) : number;
    if (digits.length > 32) return undefined;
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  return at === der.length ? raw : undefined;
}

const imported = new Map<string, Promise<CryptoKey | undefined>>();

export async function verifies(key: VerifierKey, text: string, signature: Uint8Array): Promise<boolean> {
  const raw = rawSignature(signature);
  let pending = imported.get(key.text);
  if (!pending) {
    pending = crypto.subtle.importKey("spki", key.spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]).catch(() => undefined);
    imported.set(key.text, pending);
  }
  const crypt = await pending;
  return crypt !== undefined && raw !== undefined && crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, crypt, raw, bytesOf(text));
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
  /** The three lines that are signed. */
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array }[];
}

export const checkpointText = (c: Checkpoint) => `${c.origin}\n${c.size}\n${toBase64(c.root)}\n`;

export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split("\n");
  if (lines.length !== 4 || lines[0] === "" || lines[3] !== "") return undefined;
  const size = fromDecimal(lines[1]!);
  const root = fromBase64(lines[2]!);
  return size !== undefined && root?.length === 32 ? { origin: lines[0]!, size, root } : undefined;
}

function parseSignature(line: string) {
  const parts = line.split(" ");
  const bytes = parts.length === 3 && parts[0] === "—" && parts[1] !== "" && !parts[1]!.includes("+") ? fromBase64(parts[2]!) : undefined;
  return bytes && bytes.length >= 5 ? { name: parts[1]!, id: bytes.slice(0, 4), signature: bytes.slice(4) } : undefined;
}

export function parseNote(note: string): SignedCheckpoint | undefined {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n") || /[\0-\x09\x0b-\x1f\x7f]/.test(note)) return undefined;
  const text = note.slice(0, split + 1);
  const signatures = note.slice(split + 2).split("\n").slice(0, -1).map(parseSignature);
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint || signatures.length === 0 || signatures.length > 16 || signatures.includes(undefined)) return undefined;
  return { ...checkpoint, note, text, signatures: signatures as SignedCheckpoint["signatures"] };
}

/** Notes with one empty line between. */
export function parseNotes(text: string): SignedCheckpoint[] | undefined {
  if (text === "") return [];
  const blocks = text.split("\n\n");
  if (blocks.length % 2 !== 0 || !text.endsWith("\n")) return undefined;
  const notes: SignedCheckpoint[] = [];
  for (let i = 0; i < blocks.length; i += 2) {
    const note = parseNote(`${blocks[i]}\n\n${blocks[i + 1]}${i + 2 === blocks.length ? "" : "\n"}`);
    if (!note) return undefined;
    notes.push(note);
  }
  return notes;
}

/** Whether a line of this key is there and every line of it holds; lines of other keys are passed over. */
export async function isSignedBy(note: SignedCheckpoint, key: VerifierKey): Promise<boolean> {
  const lines = note.signatures.filter((s) => s.name === key.name && sameBytes(s.id, key.id));
  for (const line of lines) if (!(await verifies(key, note.text, line.signature))) return false;
  return lines.length > 0;
}

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** 130 bits of the hash of the checkpoint's text in 26 letters of base32. */
export function sealOf(checkpoint: Checkpoint): string {
  const hash = hashOf(checkpointText(checkpoint));
  let seal = "";
  for (let i = 0; i < 26; i++) {
    const start = Math.floor((i * 5) / 8);
    seal += base32[(((hash[start]! << 8) | hash[start + 1]!) >> (11 - ((i * 5) % 8))) & 31];
  }
  return seal;
}

export const spacedSeal = (seal: string) => seal.replace(/^(.{5})(.{5})(.{5})(.{5})/, "$1 $2 $3 $4 ");

/** 26 letters from what was typed; there is no 0, 1 or 8 in base32: O, I and B were meant. */
export function tidySeal(typed: string): string | undefined {
  const letters = typed.replace(/[^A-Za-z0-9]/g, "").toUpperCase().replaceAll("0", "O").replaceAll("1", "I").replaceAll("8", "B");
  return /^[A-Z2-7]{26}$/.test(letters) ? letters : undefined;
}
