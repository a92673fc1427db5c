import { useEffect, useRef, useState } from "preact/hooks";
import type { RosterPlace } from "../contract/contract";
import type { Door } from "./door";
import { matching } from "./institutionSearch";

/** Whoever walks away from a half-made choice leaves the screen to the next person. */
const goesBackAfter = 45_000;

/** "I'm with …": counts one person for an institution, without a name. */
export function InstitutionPicker({ door, onDone }: { door: Door; onDone: () => void }) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<RosterPlace>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(onDone, goesBackAfter);
    return () => clearTimeout(timer);
  }, [text, chosen]);

  const places = door.engine.roster.rest.value?.institutions ?? [];
  if (chosen !== undefined) return <Confirm place={chosen} onYes={() => { onDone(); void door.submit({ method: "walkup", subject: "", institutionId: chosen.id }); }} onNo={() => setChosen(undefined)} />;
  const found = matching(places, text);
  return (
    <div class="panel picker">
      <div class="panel-head"><h2>Who are you with?</h2><button onClick={onDone}>Back</button></div>
      <input ref={input} type="search" aria-label="Search" placeholder="Type a part of the name" value={text} autocomplete="off" spellcheck={false} onInput={(event) => setText(event.currentTarget.value)} />
      <ul class="picker-list">{found.map((place) => <li key={place.id}><button onClick={() => setChosen(place)}>{place.name}</button></li>)}</ul>
      {found.length === 0 && <p class="panel-note">{places.length === 0 ? "The list is not loaded yet. Please go to a steward." : "No such name here. Try fewer letters, or check in as a guest."}</p>}
      <button class="picker-guest" onClick={() => { onDone(); void door.submit({ method: "walkup", subject: "" }); }}>I’m with none of them: check in as a guest</button>
    </div>
  );
}

function Confirm({ place, onYes, onNo }: { place: RosterPlace; onYes: () => void; onNo: () => void }) {
  return (
    <div class="panel picker-confirm" role="group" aria-label="Check in">
      <p>One person, with</p>
      <h2>{place.name}</h2>
      <button class="primary" onClick={onYes}>Check in</button>
      <button onClick={onNo}>Back</button>
      <p class="panel-note">No name is asked. Each person checks in once.</p>
    </div>
  );
}
