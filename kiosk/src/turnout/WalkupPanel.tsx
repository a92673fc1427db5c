import "./panels.css";
import { useState } from "preact/hooks";
import { PlacePicker } from "./counting/PlacePicker";
import { usedPlace } from "./counting/places";
import { WayChoice } from "./counting/WayChoice";
import type { Door } from "./door";
import { letsPass } from "./facts";

/** A person without a pass: one tap counts them; name and institution only where they want to give them. */
export default function WalkupPanel({ door }: { door: Door }) {
  const [name, setName] = useState("");
  const [place, setPlace] = useState<string>();
  const [sending, setSending] = useState(false);
  const out = door.direction.value === "out";

  async function count(event: Event) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const answer = await door.submit({
      method: "walkup", subject: "", direction: door.direction.peek(),
      ...(name.trim() !== "" && { name: name.trim() }), ...(place !== undefined && { institutionId: place }),
    });
    setSending(false);
    if (place !== undefined) usedPlace(door, place);
    if (!letsPass(answer.outcome)) return;
    setName("");
    setPlace(undefined);
  }

  return (
    <form class="panel counting" onSubmit={(event) => void count(event)}>
      <div class="panel-head"><h2>Walk-up</h2><WayChoice door={door} /></div>
      <div class="panel-act"><button class={out ? "go go-out" : "go"} disabled={sending}>{out ? "Count 1 out" : "Count 1 in"}</button></div>
      <label class="field"><span>Name <small>· only if they want to</small></span>
        <input value={name} maxLength={100} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <PlacePicker door={door} chosen={place} onChoose={setPlace} none="only if they say one" />
    </form>
  );
}
