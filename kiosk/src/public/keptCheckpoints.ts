/** A checkpoint that this phone saw: how long the record was, and its root in base64. */
export interface Seen { readonly size: number; readonly root: string }

/** What a phone's copy of the record's history says of what it saw before. */
export type Verdict = { outcome: "fits"; seen: number } | { outcome: "fork"; seen: Seen };

/** More than a long evening has, and little enough for any phone. */
const most = 500;

/** The checkpoints of a record's checkpoints.txt: three lines of text each, an empty line, signatures. */
export function parseCheckpoints(text: string): Map<number, string> {
  const roots = new Map<number, string>();
  for (const [, size, root] of text.matchAll(/^[^\s—][^\n]*\n(\d+)\n([A-Za-z0-9+/]{43}=)\n\n— /gm)) roots.set(Number(size), root!);
  return roots;
}

/** Every checkpoint that was seen must be in the history that is shown now; a record that got shorter does not have it either. */
export function compare(seen: readonly Seen[], history: ReadonlyMap<number, string>): Verdict {
  const odd = seen.find(({ size, root }) => history.get(size) !== root);
  return odd === undefined ? { outcome: "fits", seen: seen.length } : { outcome: "fork", seen: odd };
}

/** The state in an address: what the code on the projector says, `#size.root` with the root in base64url (docs/record-format.md). */
export function inAddress(hash: string): Seen | undefined {
  const [, size, root] = /^#(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(hash) ?? [];
  return size === undefined || root === undefined ? undefined : { size: Number(size), root: `${root.replaceAll("-", "+").replaceAll("_", "/")}=` };
}

/** What is said to somebody who opened the projector's code. A made-up address must not become a lasting warning, so nothing of it is kept. */
export function ofAddress(code: Seen, history: ReadonlyMap<number, string>): string {
  if (history.get(code.size) === code.root) return `The code that you opened shows the record with ${code.size} entries: it fits.`;
  return code.size > Math.max(0, ...history.keys())
    ? `The code that you opened is of a newer state, with ${code.size} entries. Load this page again.`
    : `Warning: the code that you opened is of another record than the one shown here. Keep the photo, and tell somebody whom you trust.`;
}

/** The checkpoints with one more. The first ones stay: a fork far back is found by the oldest. */
export function withSeen(seen: readonly Seen[], next: Seen): readonly Seen[] {
  if (seen.some(({ size, root }) => size === next.size && root === next.root)) return seen;
  return seen.length < most ? [...seen, next] : [...seen.slice(0, most / 2), ...seen.slice(most / 2 + 1), next];
}
