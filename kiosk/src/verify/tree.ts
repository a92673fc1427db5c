import { sha256 } from "@noble/hashes/sha2.js";
import { bytesOf } from "./text";

/** The tree of RFC 6962, section 2.1. */

const concat = (...parts: Uint8Array[]) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

export const hashOf = (bytes: Uint8Array | string): Uint8Array => sha256(typeof bytes === "string" ? bytesOf(bytes) : bytes);
export const leafHash = (entry: Uint8Array) => hashOf(concat(Uint8Array.of(0), entry));
export const nodeHash = (left: Uint8Array, right: Uint8Array) => hashOf(concat(Uint8Array.of(1), left, right));

/** The root of every size from 0 on: roots[n] is that of the first n leaves. */
export function rootsOf(leaves: readonly Uint8Array[]): Uint8Array[] {
  const subtrees: Uint8Array[] = [];
  const roots = [hashOf("")];
  leaves.forEach((leaf, size) => {
    let hash = leaf;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(subtrees.pop()!, hash);
    subtrees.push(hash);
    roots.push(subtrees.reduceRight((root, subtree) => nodeHash(subtree, root)));
  });
  return roots;
}
