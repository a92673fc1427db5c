import type { EveningPresent, OrderItem } from "../contract/contract";
import { clockOf, elapsed, left } from "./clock";

/** An item with its id. */
export type Entry = readonly [id: string, item: OrderItem];

export const entriesOf = (evening: EveningPresent): Entry[] => Object.entries(evening.items).sort(([, a], [, b]) => a.number - b.number);

export const entryOf = (evening: EveningPresent, id: string | undefined): Entry | undefined =>
  id !== undefined && evening.items[id] !== undefined ? [id, evening.items[id]] : undefined;

export const nowOf = (evening: EveningPresent) => entryOf(evening, evening.nowItemId);
export const nextOf = (evening: EveningPresent) => entryOf(evening, evening.nextItemId);

/** What is still to come, in order. */
export const toCome = (evening: EveningPresent): Entry[] => entriesOf(evening).filter(([, item]) => item.status === "planned");

/** Milliseconds that the item of now still has, at least 0. */
export function restOfNow(evening: EveningPresent, now: number): number {
  const item = nowOf(evening)?.[1];
  return item === undefined ? 0 : Math.max(0, left(clockOf(item), now));
}

/** When the evening ends if everything from now on takes as long as it is given: now and what is left (live.md, rule 18). */
export function projectedFinish(evening: EveningPresent, now: number): number {
  if (evening.endedAt !== undefined) return Date.parse(evening.endedAt);
  const from = evening.stage === "not_started" ? Math.max(now, Date.parse(evening.plannedStart)) : now;
  return from + restOfNow(evening, now) + evening.reckoning.leftSeconds * 1000;
}

/** Milliseconds behind the plan; less than 0 is ahead. Grows while an item runs over and while the evening is paused. */
export function drift(evening: EveningPresent, now: number): number {
  const { drift: settled, creditSeconds } = evening.reckoning;
  if (settled !== undefined) return settled * 1000;
  const item = nowOf(evening)?.[1];
  const used = item === undefined ? 0 : Math.min(elapsed(clockOf(item), now), item.plannedSeconds * 1000);
  const behind = now - Date.parse(evening.plannedStart) - creditSeconds * 1000 - used;
  // Before it starts nobody is ahead of anything; who starts late is behind.
  return evening.stage === "not_started" ? Math.max(0, behind) : behind;
}

/** Milliseconds between the projected finish and the hard end; less than 0 is too long. */
export const margin = (evening: EveningPresent, now: number) => Date.parse(evening.hardEnd) - projectedFinish(evening, now);

/** When each item to come would begin, by id. */
export function startsOf(evening: EveningPresent, now: number): Map<string, number> {
  let at = (evening.stage === "not_started" ? Math.max(now, Date.parse(evening.plannedStart)) : now) + restOfNow(evening, now);
  return new Map(toCome(evening).map(([id, item]) => {
    const begins = at;
    at += item.seconds * 1000;
    return [id, begins];
  }));
}

/** A power-holder who will be gone before the last item that needs them is over. */
export interface LeavesTooEarly { readonly id: string; readonly name: string; readonly at: number; readonly lateMs: number }

export function leaveTooEarly(evening: EveningPresent, now: number): LeavesTooEarly[] {
  return Object.entries(evening.departures)
    .filter(([, { lastItemId }]) => lastItemId !== undefined)
    .map(([id, { name, at, lastItemId, secondsUntilFree }]) => {
      const free = now + (lastItemId === evening.nowItemId ? 0 : secondsUntilFree * 1000) + restOfNow(evening, now);
      return { id, name, at: Date.parse(at), lateMs: free - Date.parse(at) };
    })
    .filter(({ lateMs }) => lateMs > 0);
}
