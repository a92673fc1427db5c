import "./panels.css";
import { useState } from "preact/hooks";
import { PlacePicker } from "./counting/PlacePicker";
import { institutionsOf, usedPlace } from "./counting/places";
import { countOf } from "./counting/tally";
import { tallyOf } from "./counting/tallies";
import { WayChoice } from "./counting/WayChoice";
import type { Door } from "./door";

/** A clicker: one tap a head, with eyes on the people. Everybody is counted, nobody is recognised. */
export default function CountPanel({ door }: { door: Door }) {
  const { tally, counters } = tallyOf(door);
  const [place, setPlace] = useState<string>();
  const [choosing, setChoosing] = useState(false);
  const direction = door.direction.value;
  const count = countOf(counters.value ?? [], direction, place);
  const name = institutionsOf(door).find(({ id }) => id === place)?.name;

  function press(sign: 1 | -1) {
    navigator.vibrate?.(sign === 1 ? 30 : [60, 40, 60]);
    tally.press(sign, direction, place);
  }

  function choose(id: string | undefined) {
    if (id !== undefined) usedPlace(door, id);
    setPlace(id);
    setChoosing(false);
  }

  if (choosing) return (
    <div class="panel counting">
      <div class="panel-head"><h2>Count for</h2><button onClick={() => choose(undefined)}>Everybody</button></div>
      <PlacePicker door={door} chosen={undefined} onChoose={choose} />
    </div>
  );
  return (
    <div class="clicker">
      <div class="clicker-head">
        <button class="clicker-for" onClick={() => setChoosing(true)}><span><small>Counting</small><b>{name ?? "Everybody"}</b></span><em>Change</em></button>
        <WayChoice door={door} />
      </div>
      <div class="clicker-count">
        <p><output aria-live="off">{count.toLocaleString("en-GB")}</output><span>{direction === "in" ? "came in" : "went out"} here, by this device</span></p>
        <button class="clicker-less" disabled={count <= 0} aria-label="One fewer" onClick={() => press(-1)}>−1</button>
      </div>
      <button class={direction === "in" ? "clicker-more" : "clicker-more clicker-out"} aria-label={direction === "in" ? "One more in" : "One more out"} onClick={() => press(1)}>+1</button>
    </div>
  );
}
