import type { EveningPresent, RunCommand, WinBackCut } from "../contract/contract";
import { clockOf, left } from "./clock";
import { projectedFinish, toCome } from "./plan";

/** A step without what every command has. */
export type Step = Omit<RunCommand, "commandId" | "expectedVersion">;

/** The projected finish if this step were taken now: shown before it is done (product.md, 23). */
export const finishAfter = (evening: EveningPresent, step: Step, now: number) => projectedFinish(evening, now) + longerBy(evening, step, now);

/** Milliseconds by which a step makes the evening longer; less than 0: shorter. */
export function longerBy(evening: EveningPresent, step: Step, now: number): number {
  const item = evening.items[step.itemId ?? evening.nowItemId ?? ""];
  const seconds = (step.seconds ?? 0) * 1000;
  switch (step.step) {
    case "inserted": return seconds;
    case "skipped": return item === undefined ? 0 : -(item.status === "now" ? Math.max(0, left(clockOf(item), now)) : item.seconds * 1000);
    case "restored": return item === undefined ? 0 : item.seconds * 1000;
    case "length_changed": return item === undefined ? 0 : grown(item, seconds - item.seconds * 1000, now);
    case "time_added": return item === undefined ? 0 : grown(item, seconds, now);
    default: return 0;
  }
}

/** An over-run eats added time before the evening gets longer by it. */
function grown(item: EveningPresent["items"][string], by: number, now: number): number {
  if (item.status !== "now") return by;
  const rest = left(clockOf(item), now);
  return Math.max(0, rest + by) - Math.max(0, rest);
}

/** The step that accepts one cut of a proposal. */
export const cutStep = ({ itemId, toSeconds }: WinBackCut): Step =>
  toSeconds === 0 ? { step: "skipped", itemId } : { step: "length_changed", itemId, seconds: toSeconds };

/** The step that moves an item one place up or down among those to come; undefined where it cannot go. */
export function moveStep(evening: EveningPresent, id: string, by: 1 | -1): Step | undefined {
  const ids = toCome(evening).map(([other]) => other);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return undefined;
  const others = ids.filter((other) => other !== id);
  const after = others[to - 1];
  return { step: "moved", itemId: id, ...(after !== undefined && { afterItemId: after }) };
}
