import { useState } from "preact/hooks";
import type { AgendaItemKind, EveningPresent } from "../contract/contract";
import type { Step } from "./changes";
import { Finish } from "./Finish";
import { kindName } from "./kinds";
import { toCome } from "./plan";

interface Props { evening: EveningPresent; busy: boolean; onRun: (step: Step) => void; onCancel: () => void }

const now = "now";

/** Something nobody planned: what, how long, after what. */
export function InsertForm({ evening, busy, onRun, onCancel }: Props) {
  const [text, setText] = useState("");
  const [minutes, setMinutes] = useState(3);
  const [itemKind, setKind] = useState<AgendaItemKind>("free");
  const [after, setAfter] = useState(now);
  const step: Step = { step: "inserted", text: text.trim(), seconds: minutes * 60, itemKind, ...(after !== now && { afterItemId: after }) };
  return (
    <form class="changes stack" onSubmit={(event) => { event.preventDefault(); if (!busy && text.trim() !== "") onRun(step); }}>
      <label class="field"><span>What is it?</span><input value={text} maxLength={120} autoFocus onInput={(event) => setText(event.currentTarget.value)} /></label>
      <div class="pair">
        <label class="field"><span>Minutes</span><input type="number" inputMode="numeric" min="1" max="120" value={minutes} onInput={(event) => setMinutes(Math.min(120, Math.max(1, Math.round(Number(event.currentTarget.value)) || 1)))} /></label>
        <label class="field"><span>Kind</span>
          <select value={itemKind} onChange={(event) => setKind(event.currentTarget.value as AgendaItemKind)}>
            {(Object.keys(kindName) as AgendaItemKind[]).map((kind) => <option value={kind} key={kind}>{kindName[kind]}</option>)}
          </select>
        </label>
      </div>
      <label class="field"><span>After</span>
        <select value={after} onChange={(event) => setAfter(event.currentTarget.value)}>
          <option value={now}>{evening.stage === "not_started" ? "at the very start" : "directly after what is now"}</option>
          {toCome(evening).map(([id, item]) => <option value={id} key={id}>{item.title}</option>)}
        </select>
      </label>
      <Finish evening={evening} step={step} />
      <div class="row"><button class="primary big" aria-disabled={busy || text.trim() === ""}>Put it in</button><button type="button" class="big" onClick={onCancel}>Do not</button></div>
    </form>
  );
}
