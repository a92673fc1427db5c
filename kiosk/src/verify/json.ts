import { bytesOf, sameBytes, textOf } from "./text";

/** Reads only the canonical form of RFC 8785, restricted as docs/record-format.md says: one value, one text. */

export type Json = null | boolean | number | string | Json[] | JsonMap;
export interface JsonMap {
  [name: string]: Json;
}

const deepest = 8;
export const longestEntry = 65_535;

export const isMap = (value: Json | undefined): value is JsonMap => typeof value === "object" && value !== null && !Array.isArray(value);
/** A member of its own: a body may well hold the name "constructor". */
export const member = (map: JsonMap, name: string): Json | undefined => (Object.hasOwn(map, name) ? map[name] : undefined);
export const textAt = (map: JsonMap, name: string) => asText(member(map, name));
export const numberAt = (map: JsonMap, name: string) => asNumber(member(map, name));
export const itemsAt = (map: JsonMap, name: string): Json[] => {
  const value = member(map, name);
  return Array.isArray(value) ? value : [];
};
const asText = (value: Json | undefined) => (typeof value === "string" ? value : undefined);
const asNumber = (value: Json | undefined) => (typeof value === "number" ? value : undefined);

export const isName = (name: string) => /^[a-z0-9_]{1,32}$/.test(name);

/** The canonical text; throws when the value breaks a restriction. */
export function write(value: Json, depth = 0): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError("not an integer that every reader holds exactly");
    return String(value);
  }
  if (typeof value === "string") {
    // In Unicode mode a surrogate matches only where its other half is missing.
    if (/[\0\p{Surrogate}]/u.test(value) || value.normalize("NFC") !== value) throw new RangeError("text that a record cannot hold");
    return JSON.stringify(value);
  }
  if (depth === deepest) throw new RangeError("too deep");
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  const names = Object.keys(value).sort();
  if (!names.every(isName)) throw new RangeError("not a name");
  return `{${names.map((name) => `"${name}":${write(value[name]!, depth + 1)}`).join(",")}}`;
}

/** The value of canonical bytes; undefined when they are anything else. */
export function read(bytes: Uint8Array, longest = longestEntry): Json | undefined {
  const text = bytes.length <= longest ? textOf(bytes) : undefined;
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    // Blanks, other escapes, other orders, a member named twice: each gives other bytes when it is written again.
    return sameBytes(bytes, bytesOf(write(value))) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const sameJson = (one: Json | undefined, other: Json | undefined) => write(one ?? null) === write(other ?? null);
