import { type Finding, finding } from "./entryTypes";
import { type Json, type JsonMap, isMap, itemsAt, member, numberAt, read, textAt } from "./json";
import { isCount, isDigest, isId } from "./rules/kinds";
import { fromBase64Url, isInstant } from "./text";

export interface Attachment {
  readonly media: string;
  readonly sha256: string;
  readonly size: number;
}

export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly by: string;
  readonly body: JsonMap;
  readonly digests: readonly string[];
  readonly attachments: readonly Attachment[];
}

const members = ["at", "att", "body", "by", "log", "n", "sd", "seq", "type", "v"];

function isMember(map: JsonMap, name: string): boolean {
  const value = member(map, name);
  switch (name) {
    case "at": return typeof value === "string" && isInstant(value);
    case "att": return Array.isArray(value) && value.every(isAttachment);
    case "body": return isMap(value);
    case "by": return isId(value);
    case "log": case "type": return typeof value === "string";
    case "n": return typeof value === "string" && fromBase64Url(value)?.length === 16;
    case "sd": return Array.isArray(value) && value.every(isDigest) && value.every((digest, i) => i === 0 || (value[i - 1] as string) < (digest as string));
    case "seq": case "v": return isCount(value);
    default: return false;
  }
}

const isAttachment = (value: Json) =>
  isMap(value) && Object.keys(value).length === 3 && /^[a-z0-9][a-z0-9.+-]{0,63}\/[a-z0-9][a-z0-9.+-]{0,63}$/.test(textAt(value, "media") ?? "")
  && /^[0-9a-f]{64}$/.test(textAt(value, "sha256") ?? "") && isCount(member(value, "size"));

/** An entry from its exact bytes, or the first rule that it breaks. */
export function readEntry(bytes: Uint8Array, origin: string, seq: number): Entry | Finding {
  const map = read(bytes);
  if (!isMap(map)) return finding("canonical", seq);
  if (member(map, "v") !== 1) return finding("version", seq);
  const wrong = [...members, ...Object.keys(map).sort()].find((name) => !isMember(map, name));
  if (wrong !== undefined) return finding("header", seq, wrong);
  if (textAt(map, "log") !== origin) return finding("log", seq);
  if (numberAt(map, "seq") !== seq) return finding("seq", seq);
  return {
    seq,
    at: textAt(map, "at")!,
    type: textAt(map, "type")!,
    by: textAt(map, "by")!,
    body: map["body"] as JsonMap,
    digests: itemsAt(map, "sd") as string[],
    attachments: itemsAt(map, "att") as unknown as Attachment[],
  };
}
