import { useState } from "preact/hooks";
import { NumberField } from "../counting/NumberField";
import { PlacePicker } from "../counting/PlacePicker";
import { institutionsOf, usedPlace } from "../counting/places";
import type { Door } from "../door";
import type { Paper } from "./usePaper";

/** A sheet on which people were counted by strokes: how many, with which institution. */
export function PaperHeads({ paper, door }: { paper: Paper; door: Door }) {
  const [place, setPlace] = useState<string>();
  const [adults, setAdults] = useState(0);
  const [under18s, setUnder18s] = useState(0);
  const all = adults + under18s;

  function enter(event: Event) {
    event.preventDefault();
    if (all === 0 || paper.timeIsWrong) return;
    const name = institutionsOf(door).find(({ id }) => id === place)?.name;
    paper.enter(`${all} ${all === 1 ? "head" : "heads"}${name === undefined ? "" : `, ${name}`}`, { subject: "", adults, under18s, ...(place !== undefined && { institutionId: place }) });
    if (place !== undefined) usedPlace(door, place);
    setAdults(0);
    setUnder18s(0);
    setPlace(undefined);
  }

  return (
    <form class="stack" onSubmit={enter}>
      <PlacePicker door={door} chosen={place} onChoose={setPlace} none="empty where the sheet names none" />
      <NumberField name="Adults" value={adults} onValue={setAdults} />
      <NumberField name="Under 18" value={under18s} onValue={setUnder18s} />
      <button class="go" disabled={all === 0 || paper.timeIsWrong}>{all === 0 ? "How many?" : `Count ${all} from the sheet`}</button>
    </form>
  );
}
