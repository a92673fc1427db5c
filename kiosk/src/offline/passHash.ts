import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** Bytes as base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of a base64url text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

const ascii = (text: string) => new TextEncoder().encode(text);

// Not the browser's own: on a hall's plain http there is none, and these take microseconds.

/** The name of a pass in the roster: 8 bytes of its token's hash. Nobody makes a pass from it. */
export const tokenHash = (token: string) => base64url(sha256(ascii(token)).slice(0, 8));

/** The name of a short code in the roster: 3 bytes under a key, so that a stolen phone gives no list of codes. */
export const codeHash = (key: string, code: string) => base64url(hmac(sha256, bytesOf(key), ascii(normalCode(code))).slice(0, 3));

/** The spelling the server hashes: no letter that is read as a digit. */
export const normalCode = (code: string) => code.toUpperCase().replace(/[IL]/g, "1").replace(/O/g, "0");

/** The name sealed into a pass, readable only with its token in hand; undefined where this browser cannot open it. */
export async function openName(sealed: string, token: string): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  try {
    const secret = sha256(ascii(`assembly pass name:${token}`));
    const key = await crypto.subtle.importKey("raw", new Uint8Array(secret), "AES-GCM", false, ["decrypt"]);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, bytesOf(sealed)));
  } catch {
    return undefined;
  }
}
