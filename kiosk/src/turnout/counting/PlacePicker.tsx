import { useState } from "preact/hooks";
import type { Door } from "../door";
import { choices, institutionsOf, latestPlaces } from "./places";

interface Props { door: Door; chosen: string | undefined; onChoose: (id: string | undefined) => void; none?: string }

/** How many names stand under the field at once; the field narrows them down. */
export const shown = 40;
/** The same before anything is typed, where most people name no institution. */
const shownUnasked = 4;

/** Which institution: the latest ones at hand, the others after a few letters. */
export function PlacePicker({ door, chosen, onChoose, none }: Props) {
  const [typed, setTyped] = useState("");
  const places = institutionsOf(door);
  const place = places.find(({ id }) => id === chosen);
  if (place !== undefined) return (
    <button type="button" class="place-chosen" onClick={() => onChoose(undefined)}>
      <span><small>Institution{place.expected !== undefined && ` · ${place.expected} expected`}</small><b>{place.name}</b></span><em>Change</em>
    </button>
  );
  const found = choices(places, latestPlaces(door), typed);
  const inView = found.slice(0, none !== undefined && typed === "" ? shownUnasked : shown);
  const choose = (id: string) => {
    setTyped("");
    onChoose(id);
  };
  return (
    <div class="place-picker">
      <label class="field"><span>Institution{none !== undefined && <small> · {none}</small>}</span>
        <input type="search" value={typed} placeholder="Type a few letters" autocomplete="off" onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); if (found.length === 1) choose(found[0]!.id); } }} />
      </label>
      {places.length === 0 && <p class="panel-note">This device has no list of institutions yet. It comes by itself with the connection.</p>}
      {places.length > 0 && found.length === 0 && <p class="panel-note" role="status">No institution with a delegation has a word that begins like that.</p>}
      <ul class="place-list">
        {inView.map(({ id, name, expected }) => <li key={id}><button type="button" onClick={() => choose(id)}><span>{name}</span>{expected !== undefined && <small>{expected} expected</small>}</button></li>)}
      </ul>
      {found.length > inView.length && <p class="panel-note" role="status">{found.length - inView.length} more: type a few letters of the name.</p>}
    </div>
  );
}
