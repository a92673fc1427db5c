import { compare, inAddress, ofAddress, parseCheckpoints, withSeen, type Seen } from "./keptCheckpoints";

/** Thousands of phones must not all ask at once after each answer. */
const spread = 20_000;
const key = (path: string) => `record.seen${path}`;

/** Keeps each checkpoint that this phone is shown, and says so when the record no longer fits one of them (docs/record-format.md). */
export function keepCheckpoints(page: Document): () => void {
  let checked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const shown = page.querySelector<HTMLElement>("[data-record]");
    if (shown === null) return;
    const { record, size, root } = shown.dataset as { record: string; size: string; root: string };
    const seen = withSeen(load(record), { size: Number(size), root });
    store(record, seen);
    say(page, seen.length === 1 ? undefined : `This phone keeps ${seen.length} states of the record that it saw.`);
    if (Number(size) === checked || timer !== undefined) return;
    timer = setTimeout(() => void check(record).finally(() => { timer = undefined; }), checked === 0 ? 500 : Math.random() * spread);
  }

  async function check(record: string): Promise<void> {
    const response = await fetch(`${record}/checkpoints.txt`).catch(() => undefined);
    if (response?.ok !== true) return;
    const history = parseCheckpoints(await response.text());
    const seen = load(record);
    const verdict = compare(seen, history);
    const code = inAddress(page.location.hash);
    checked = Math.max(checked, ...history.keys());
    if (verdict.outcome === "fork") say(page, `Warning: this phone saw another record, with ${verdict.seen.size} entries and the root ${verdict.seen.root}. Keep this phone, and tell somebody whom you trust.`, true);
    else if (code !== undefined) say(page, ofAddress(code, history));
    else say(page, `This phone saw ${seen.length === 1 ? "one state" : `${seen.length} states`} of the record; ${seen.length === 1 ? "it fits" : "all fit"} what is shown now.`);
  }

  look();
  return look;
}

function say(page: Document, text: string | undefined, warning = false): void {
  const line = page.getElementById("record-kept");
  if (line === null || line.dataset.warning !== undefined) return;
  if (warning) line.dataset.warning = "";
  if (text !== undefined && line.textContent !== text) line.textContent = text;
}

function load(record: string): readonly Seen[] {
  try {
    return JSON.parse(localStorage.getItem(key(record)) ?? "[]") as Seen[];
  } catch {
    return [];
  }
}

function store(record: string, seen: readonly Seen[]): void {
  try {
    localStorage.setItem(key(record), JSON.stringify(seen));
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}
