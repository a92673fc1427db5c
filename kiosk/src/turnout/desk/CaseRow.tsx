import { useState } from "preact/hooks";
import type { OpenCase } from "../../contract/contract";
import { clockTime } from "../../shell/time";
import { NumberField } from "../counting/NumberField";
import { PlacePicker } from "../counting/PlacePicker";
import type { Door } from "../door";
import { ToneIcon } from "../ToneIcon";
import { countWith, leave, remove } from "./caseActions";
import { consequence, headline } from "./caseWords";

interface Props { open: OpenCase; door: Door; isOpen: boolean; onOpen: (isOpen: boolean) => void; onTrouble: (words: string | undefined) => void }

/** One case: what happened, what it means for the count, and the three things to do about it. */
export function CaseRow({ open, door, isOpen, onOpen, onTrouble }: Props) {
  const { timeZone } = door.device;
  return (
    <li class="row case">
      <ToneIcon tone={open.outcome === "duplicate_offline" ? "again" : "stop"} />
      <div class="row-words">
        <strong>{headline(open)}</strong>
        <span>{[open.name, open.institution ?? "No institution"].filter((part) => part !== undefined).join(" · ")}</span>
        <span>{clockTime(open.at, timeZone)} · {open.door ?? "No door"} · {open.device}{open.offline ? " · without connection" : ""}</span>
        {open.firstAt !== undefined && <span>First in {clockTime(open.firstAt, timeZone)}{open.firstDoor !== undefined && `, ${open.firstDoor}`}</span>}
        {open.reason !== undefined && <span>“{open.reason}”</span>}
        <span class="case-consequence">{consequence(open)}</span>
      </div>
      <div class="row-acts"><button aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>{isOpen ? "Close" : "Decide"}</button></div>
      {isOpen && <Decide open={open} door={door} onTrouble={onTrouble} />}
    </li>
  );
}

function Decide({ open, door, onTrouble }: Pick<Props, "open" | "door" | "onTrouble">) {
  const [note, setNote] = useState("");
  const [place, setPlace] = useState<string>();
  const [counting, setCounting] = useState(false);
  const [adults, setAdults] = useState(Math.max(1, open.adults));
  const [under18s, setUnder18s] = useState(open.under18s);
  const [busy, setBusy] = useState(false);
  const run = (act: () => Promise<string | undefined>) => async () => {
    setBusy(true);
    onTrouble(await act());
    setBusy(false);
  };
  if (counting) return (
    <div class="case-decide">
      <PlacePicker door={door} chosen={place} onChoose={setPlace} />
      <NumberField name="Adults" value={adults} onValue={setAdults} />
      <NumberField name="Under 18" value={under18s} onValue={setUnder18s} />
      <div class="case-buttons">
        <button class="primary" disabled={busy || place === undefined || adults + under18s === 0} onClick={run(() => countWith(door, open, place!, adults, under18s))}>Count {adults + under18s} with it</button>
        <button disabled={busy} onClick={() => setCounting(false)}>Back</button>
      </div>
    </div>
  );
  return (
    <div class="case-decide">
      <label class="field"><span>Note <small>· no names: all staff can read it</small></span><input value={note} maxLength={200} onInput={(event) => setNote(event.currentTarget.value)} /></label>
      <div class="case-buttons">
        <button class="primary" disabled={busy} onClick={run(() => leave(door, open, note))}>Leave it as it is</button>
        {open.counts && <button disabled={busy} onClick={run(() => remove(door, open, note))}>Take it back</button>}
        <button disabled={busy} onClick={() => setCounting(true)}>Count with …</button>
      </div>
    </div>
  );
}
