import type { FloorPresent } from "../contract/contract";
import { toReadBack } from "./cells";
import { ReadBack } from "./ReadBack";
import type { Commands } from "./useCommands";

/** What the hall has just seen: read back before the evening goes on. */
export function ReadBackList({ present, commands }: { present: FloorPresent; commands: Commands }) {
  const places = toReadBack(present);
  if (places.length === 0) return null;
  return (
    <section class="held">
      <h2>Read back</h2>
      {places.map((place) => <ReadBack place={place} commands={commands} key={`${place.askId}/${place.powerHolderId}`} />)}
    </section>
  );
}
