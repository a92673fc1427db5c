import type { ScanDirection } from "../../contract/contract";
import { uuid } from "../../shell/ids";
import { recall, remember } from "../../shell/store";
import type { NewFact } from "../facts";

/** What a clicker counted in five minutes one way for one institution: pressed so far on plus and minus, apart (turnout.md, rule 24). */
export interface Counter {
  readonly id: string;
  readonly institutionId?: string | undefined;
  readonly direction: ScanDirection;
  /** Which five minutes since 1970. */
  readonly slot: number;
  readonly up: number;
  readonly down: number;
  /** What was answered for: up and down. */
  readonly sent: readonly [number, number];
}

export type Submit = (fact: NewFact) => Promise<unknown>;

/** Counters of their own for each five minutes, so that the curve of arrivals is true to five minutes. */
export const slotLength = 5 * 60_000;
/** Taps are sent together, at most this often, in milliseconds. */
export const sendEvery = 2000;
const keepFor = 24 * 3_600_000;

/** Presses one counter once. A minus takes from the newest counter that has something to take from; without one nothing changes. */
export function pressed(counters: readonly Counter[], sign: 1 | -1, direction: ScanDirection, institutionId: string | undefined, now: number): readonly Counter[] {
  const slot = Math.floor(now / slotLength);
  const same = counters.filter((c) => c.direction === direction && c.institutionId === institutionId);
  if (sign === -1) {
    const from = same.filter((c) => c.up > c.down).sort((a, b) => b.slot - a.slot)[0];
    return from === undefined ? counters : counters.map((c) => (c === from ? { ...c, down: c.down + 1 } : c));
  }
  const to = same.find((c) => c.slot === slot);
  return to === undefined
    ? [...counters, { id: uuid(), institutionId, direction, slot, up: 1, down: 0, sent: [0, 0] }]
    : counters.map((c) => (c === to ? { ...c, up: c.up + 1 } : c));
}

/** What this device counted one way for one institution. */
export const countOf = (counters: readonly Counter[], direction: ScanDirection, institutionId: string | undefined): number =>
  counters.filter((c) => c.direction === direction && c.institutionId === institutionId).reduce((sum, c) => sum + c.up - c.down, 0);

export const isSent = (counter: Counter): boolean => counter.sent[0] === counter.up && counter.sent[1] === counter.down;

export const factOf = ({ id, institutionId, direction, up, down }: Counter): NewFact =>
  ({ method: "tally", subject: id, direction, up, down, ...(institutionId !== undefined && { institutionId }) });

/** The clicker's counters on this device: on disk at each tap, sent together, and whole again after a reload. */
export class Tally {
  #counters: readonly Counter[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #key: string;
  readonly #offered = new Map<string, string>();

  constructor(deviceId: string, readonly submit: Submit, readonly now: () => number, readonly onChange: () => void = () => {}) {
    this.#key = `door.tally.${deviceId}`;
    const oldest = Math.floor((now() - keepFor) / slotLength);
    this.#counters = (recall<Counter[]>(this.#key) ?? []).filter((c) => c.slot >= oldest || !isSent(c));
    if (this.#counters.some((c) => !isSent(c))) this.#later();
  }

  get counters(): readonly Counter[] {
    return this.#counters;
  }

  press(sign: 1 | -1, direction: ScanDirection, institutionId?: string): void {
    const next = pressed(this.#counters, sign, direction, institutionId, this.now());
    if (next === this.#counters) return;
    this.#keep(next);
    this.#later();
  }

  /** Sends each counter whose numbers were not offered yet. The same numbers twice would do no harm: the largest stands. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const counter of this.#counters) {
      const numbers = `${counter.up}/${counter.down}`;
      if (isSent(counter) || this.#offered.get(counter.id) === numbers) continue;
      this.#offered.set(counter.id, numbers);
      void this.submit(factOf(counter)).then(() => this.#keep(this.#counters.map((c) => (c.id === counter.id ? { ...c, sent: [counter.up, counter.down] as const } : c))));
    }
  }

  #keep(counters: readonly Counter[]): void {
    this.#counters = counters;
    remember(this.#key, counters);
    this.onChange();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.flush(), sendEvery);
  }
}
