import type { EveningPresent, FloorPresent, FloorSpeaker, OrderItem, ReadinessStepKind } from "../contract/contract";
import type { Readiness } from "./people";

/** A speaker on the board, with the item of the evening that needs them next. */
export interface SpeakerRowData { readonly id: string; readonly speaker: FloorSpeaker; readonly itemId?: string | undefined; readonly item?: OrderItem | undefined }

const rank = (item: OrderItem | undefined) => (item === undefined ? Infinity : item.status === "now" ? 0 : item.status === "planned" ? item.number : 10_000 + item.number);

/** The speaker of now first, then in the order of the evening; who is done or has no place comes last. */
export function speakerRows(present: FloorPresent, evening: EveningPresent | undefined): SpeakerRowData[] {
  return Object.entries(present.speakers)
    .map(([id, speaker]) => {
      const places = speaker.places.map(({ itemId, order }) => ({ itemId, order, item: evening?.items[itemId] })).sort((a, b) => rank(a.item) - rank(b.item));
      return { id, speaker, itemId: places[0]?.itemId, item: places[0]?.item, order: places[0]?.order ?? 0 };
    })
    .sort((a, b) => rank(a.item) - rank(b.item) || a.order - b.order || a.speaker.nameToShow.localeCompare(b.speaker.nameToShow));
}

/** The one step that usually comes next, as the button says it. */
export const nextStep: Partial<Record<Readiness, { step: ReadinessStepKind; word: string }>> = {
  expected: { step: "arrived", word: "Arrived" },
  missing: { step: "arrived", word: "Found" },
  arrived: { step: "briefed", word: "Briefed" },
  briefed: { step: "miked", word: "Microphone on" },
};

/** When they are needed: a warning if that is now or next and they are not there. */
export function neededWords(row: SpeakerRowData, evening: { nextItemId?: string | undefined } | undefined): string {
  if (row.item === undefined) return "no place in the running order";
  if (row.item.status === "now") return "now";
  if (row.item.status === "done") return "done";
  if (row.item.status === "skipped") return "skipped";
  return row.itemId === evening?.nextItemId ? "next" : row.item.title;
}
