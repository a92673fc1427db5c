import { useState } from "preact/hooks";
import type { Deputy } from "../contract/contract";

/** Who came on somebody's behalf: the record needs the name and the office. */
export function DeputyForm({ busy, onDone, onCancel }: { busy: boolean; onDone: (deputy: Deputy) => void; onCancel: () => void }) {
  const [name, setName] = useState("");
  const [office, setOffice] = useState("");
  const ready = name.trim() !== "" && office.trim() !== "" && !busy;
  return (
    <form class="board-more stack" onSubmit={(event) => { event.preventDefault(); if (ready) onDone({ name: name.trim(), office: office.trim() }); }}>
      <div class="pair">
        <label class="field"><span>Deputy’s name</span><input value={name} autoFocus onInput={(event) => setName(event.currentTarget.value)} /></label>
        <label class="field"><span>Office</span><input value={office} onInput={(event) => setOffice(event.currentTarget.value)} /></label>
      </div>
      <div class="row"><button class="primary" aria-disabled={!ready}>The deputy is here</button><button type="button" onClick={onCancel}>Cancel</button></div>
    </form>
  );
}
