/** Encodings with exactly one text for each value (RFC 4648, section 3.5): what decodes but would be written otherwise is refused. */

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The text of UTF-8 bytes, a leading U+FEFF included; undefined when they are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** base64url without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array) => toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const standard = text.replaceAll("-", "+").replaceAll("_", "/");
  return fromBase64(standard.padEnd(Math.ceil(text.length / 4) * 4, "="));
}

export const toHex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
export const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** A decimal number without sign, leading zero or more than 15 digits. */
export const fromDecimal = (text: string) => (/^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : undefined);

export const sameBytes = (one: Uint8Array, other: Uint8Array) => one.length === other.length && one.every((b, i) => b === other[i]);

/** Days since 1970 of a calendar date as 2027-06-12; undefined when there is no such day. */
export function dayNumber(text: string): number | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) || text.startsWith("0000")) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : at / 86_400_000;
}

/** Whether the text is an instant in UTC to the second as RFC 3339 writes it: 2026-10-01T18:42:07Z. */
export const isInstant = (text: string) =>
  /^.{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/.test(text) && dayNumber(text.slice(0, 10)) !== undefined;
