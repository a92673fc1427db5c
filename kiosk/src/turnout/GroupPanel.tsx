import "./panels.css";
import { useState } from "preact/hooks";
import { NumberField } from "./counting/NumberField";
import { PlacePicker } from "./counting/PlacePicker";
import { codesOf, usedPlace } from "./counting/places";
import { WayChoice } from "./counting/WayChoice";
import type { Door } from "./door";
import { letsPass } from "./facts";

const common = [2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50] as const;

/** A group counted by head: institution, adults, under-18s. The institution stays for the next part of it. */
export default function GroupPanel({ door }: { door: Door }) {
  const [place, setPlace] = useState<string>();
  const [adults, setAdults] = useState(0);
  const [under18s, setUnder18s] = useState(0);
  const [sending, setSending] = useState(false);
  const all = adults + under18s;
  const out = door.direction.value === "out";

  async function count(event: Event) {
    event.preventDefault();
    if (place === undefined || all === 0 || sending) return;
    setSending(true);
    const answer = await door.submit({ method: "group", subject: "", direction: door.direction.peek(), institutionId: place, adults, under18s });
    setSending(false);
    usedPlace(door, place);
    // What was turned away stays as it was typed.
    if (!letsPass(answer.outcome)) return;
    setAdults(0);
    setUnder18s(0);
  }

  return (
    <form class="panel counting" onSubmit={(event) => void count(event)}>
      <div class="panel-head"><h2>Group</h2><WayChoice door={door} /></div>
      <PlacePicker door={door} chosen={place} onChoose={setPlace} />
      {place !== undefined && (
        <>
          <Codes door={door} place={place} />
          <NumberField name="Adults" value={adults} onValue={setAdults} chips={common} />
          <NumberField name="Under 18" value={under18s} onValue={setUnder18s} />
          {adults === 0 && under18s > 0 && <p class="panel-note">Does an adult answer for them? Then count the adult too.</p>}
          <div class="panel-act"><button class={out ? "go go-out" : "go"} disabled={all === 0 || sending}>{all === 0 ? "How many?" : out ? `Count ${all} out` : `Count ${all} in`}</button></div>
        </>
      )}
    </form>
  );
}

/** A coach that has a code would count twice: once by hand and once by its code. */
function Codes({ door, place }: { door: Door; place: string }) {
  const codes = codesOf(door, place);
  if (codes.length === 0) return null;
  return (
    <ul class="place-codes">
      {codes.map(({ hash, label, adults = 0, under18s = 0, firstAt }) => (
        <li key={hash}><b>{label}</b> {firstAt === undefined ? `has a code for ${adults + under18s}: scan that, so that nobody counts twice.` : "came in with its code already."}</li>
      ))}
    </ul>
  );
}
