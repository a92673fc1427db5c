import type { EveningClockKind, EveningPresent, OrderClock, OrderItem } from "../contract/contract";

export const clockName: Record<EveningClockKind, string> = { speaker: "Speaker", answer: "Answer", explanation: "Explanation" };
export const clockKinds = Object.keys(clockName) as EveningClockKind[];

/** Lengths that are one tap away, in seconds; any other comes by adding 30 s. */
export const presets: Record<EveningClockKind, readonly number[]> = { speaker: [120, 180, 240], answer: [60, 90, 120], explanation: [30, 60, 120] };

export interface Subject { readonly id: string; readonly name: string; readonly seconds?: number | undefined }

/** Whom a clock can be for in this item. */
export function subjectsOf(item: OrderItem | undefined, clock: EveningClockKind): Subject[] {
  if (item === undefined) return [];
  const speakers = Object.entries(item.speakers).map(([id, { order, nameToShow }]) => ({ id, order, name: nameToShow }));
  const holders = Object.entries(item.powerHolders).map(([id, { order, name }]) => ({ id, order, name }));
  const all = clock === "speaker" ? speakers : clock === "answer" ? holders : [...speakers, ...holders];
  return all.sort((a, b) => a.order - b.order).map(({ id, name }) => ({ id, name }));
}

/** What a speaker's time is if nobody said: their share of the item, in half minutes, at least one. */
export const fairShare = (item: OrderItem) => Math.max(30, Math.floor(item.seconds / Math.max(1, Object.keys(item.speakers).length) / 30) * 30);

/** Who a running clock is for. */
export function subjectName(evening: EveningPresent, clock: OrderClock): string | undefined {
  if (clock.subjectId === undefined) return undefined;
  for (const item of Object.values(evening.items)) {
    const found = item.speakers[clock.subjectId]?.nameToShow ?? item.powerHolders[clock.subjectId]?.name;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The short clocks that are there, whether they run or stand still. */
export const shortClocks = (evening: EveningPresent): [EveningClockKind, OrderClock][] =>
  clockKinds.flatMap((kind) => (evening.clocks[kind] === undefined ? [] : [[kind, evening.clocks[kind]] as [EveningClockKind, OrderClock]]));
