import type { AgendaNotes, OrderItem } from "../contract/contract";

/** What this role has to know about the item. */
export function ItemNotes({ item, of }: { item: OrderItem; of: keyof AgendaNotes }) {
  const note = item.notes[of];
  return note === undefined || note === "" ? null : <p class="ev-note">{note}</p>;
}
