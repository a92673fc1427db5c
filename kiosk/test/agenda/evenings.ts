import type { EveningPresent, OrderItem } from "../../src/contract/contract";

export const start = Date.UTC(2026, 9, 1, 18, 0);
export const minute = 60_000;
export const at = (minutes: number) => new Date(start + minutes * minute).toISOString();

export const item = (number: number, minutes: number, change: Partial<OrderItem> = {}): OrderItem => ({
  number, kind: "free", title: `Item ${number}`, mustNotCut: false, isInserted: false, status: "planned", plannedSeconds: minutes * 60, seconds: minutes * 60, spentSeconds: 0,
  speakers: {}, asks: {}, powerHolders: {}, requiredWords: [], notes: {}, ...change,
});

/** Three items of 10, 20 and 30 minutes from 18:00; the hard end at 19:10. The first began on time. */
export function evening(change: Partial<EveningPresent> = {}): EveningPresent {
  return {
    version: 1, stage: "running", timeZone: "Europe/London", plannedStart: at(0), hardEnd: at(70), startedAt: at(0), nowItemId: "a", nextItemId: "b",
    reckoning: { plannedFinish: at(60), leftSeconds: 3000, creditSeconds: 0 },
    items: { c: item(3, 30, { mustNotCut: true }), a: item(1, 10, { status: "now", runningSince: at(0), endsAt: at(10), beganAt: at(0) }), b: item(2, 20) },
    clocks: {}, departures: {}, timers: {}, messages: {}, ...change,
  };
}
