import type { ScanMethod } from "../contract/contract";

/** What was read at the door, in the form the server wants. */
export interface Subject {
  readonly method: ScanMethod;
  readonly subject: string;
}

const token = /^[A-Z2-7]{26}$/;
const address = /\/P\/([A-Z2-7]{26})$/;
const shortCode = /^[0-9A-Z]{8}$/;
/** Longer than any pass; what else a QR may hold is nobody's business. */
const longest = 300;

/** The token in a pass QR: 26 base32 characters, alone or at the end of an address. Undefined for anything else. */
export function passToken(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  return token.test(upper) ? upper : address.exec(upper)?.[1];
}

/** The eight characters of a short code, however they were grouped. */
export function shortCodeOf(text: string): string | undefined {
  const upper = text.replace(/[\s\-–.]/g, "").toUpperCase();
  return shortCode.test(upper) ? upper : undefined;
}

/** What to ask the server about. A code that is no pass is asked about too: a refusal is a fact of the door (turnout.md, rule 7). */
export function subjectOf(text: string): Subject | undefined {
  const pass = passToken(text);
  if (pass !== undefined) return { method: "qr", subject: pass };
  const code = shortCodeOf(text);
  if (code !== undefined) return { method: "code", subject: code };
  const rest = text.trim().slice(0, longest);
  return rest === "" ? undefined : { method: "qr", subject: rest };
}

/** "ABCD EFGH" while it is being typed: grouped, upper case, eight characters at most. */
export function grouped(text: string): string {
  const characters = text.toUpperCase().replace(/[^0-9A-Z]/g, "").slice(0, 8);
  return characters.length > 4 ? `${characters.slice(0, 4)} ${characters.slice(4)}` : characters;
}

/** The pass that the phone's own camera app brought here, behind "#"; it is removed from the address at once. */
export function passFromAddress(): string | undefined {
  const pass = passToken(location.hash.slice(1));
  if (pass !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return pass;
}
