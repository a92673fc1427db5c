import { codes, entryTypes } from "../entryTypes";
import { type Json, isMap, member, textAt } from "../json";
import { parseKey } from "../notes";
import { dayNumber, fromBase64, fromBase64Url, isInstant } from "../text";

/** The kinds of members, without those that point at other entries. */
export const isId = (value: Json | undefined): value is string => typeof value === "string" && /^[a-z0-9][a-z0-9_-]{0,63}$/.test(value);
export const isDigest = (value: Json | undefined) => typeof value === "string" && fromBase64Url(value)?.length === 32;
export const isCount = (value: Json | undefined): value is number => typeof value === "number" && value >= 0;
export const distinct = (values: readonly (Json | undefined)[]) => new Set(values).size === values.length;
const isText = (value: Json | undefined) => typeof value === "string" && /[^\0- ]/.test(value);
const filled = (value: Json | undefined): value is Json[] => Array.isArray(value) && value.length > 0;

export function fits(kind: string, value: Json | undefined): boolean {
  switch (kind) {
    case "text": return isText(value);
    case "id": return isId(value);
    case "positive": return typeof value === "number" && value > 0;
    case "count": return isCount(value);
    case "flag": return typeof value === "boolean";
    case "date": return typeof value === "string" && dayNumber(value) !== undefined;
    case "date?": return value === null || fits("date", value);
    case "instant": return typeof value === "string" && isInstant(value);
    case "base64": return typeof value === "string" && value !== "" && fromBase64(value) !== undefined;
    case "hash": return typeof value === "string" && fromBase64(value)?.length === 32;
    case "vkey": return typeof value === "string" && parseKey(value) !== undefined;
    case "members": return isMap(value) && Object.keys(value).length > 0;
    case "ids": return filled(value) && value.every(isId) && distinct(value);
    case "two": return filled(value) && value.every(isId);
    case "digests": return filled(value) && value.every(isDigest) && distinct(value);
    case "addressees": return filled(value) && value.every(isAddressee) && distinct(value.map((a) => (isMap(a) ? member(a, "of") : undefined)));
    case "restated": return isRestated(value);
    default: return typeof value === "string" && codes.get(kind.slice("code:".length))!.includes(value);
  }
}

const isAddressee = (value: Json) => isMap(value) && isId(member(value, "of")) && isText(member(value, "office")) && isText(member(value, "person"));

function isRestated(value: Json | undefined): boolean {
  const type = isMap(value) ? entryTypes.get(textAt(value, "type") ?? "") : undefined;
  return type !== undefined && !type.fixed && isMap(value) && isMap(member(value, "body"));
}
