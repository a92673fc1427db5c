import { useState } from "preact/hooks";
import type { EveningPresent, OrderItem } from "../contract/contract";
import { moveStep, type Step } from "./changes";
import { Finish } from "./Finish";
import { length } from "./words";

interface Props { id: string; item: OrderItem; evening: EveningPresent; busy: boolean; onRun: (step: Step) => void }

/** What can be done with one item to come. A choice shows its finish; a second tap does it. */
export function ItemChanges({ id, item, evening, busy, onRun }: Props) {
  const [chosen, setChosen] = useState<Step>();
  const change = (seconds: number): Step => ({ step: "length_changed", itemId: id, seconds: Math.max(60, (chosen?.step === "length_changed" ? chosen.seconds! : item.seconds) + seconds) });
  const jump: Step = { step: "advanced", itemId: id };
  const live = evening.stage === "running" || evening.stage === "paused";
  if (item.status === "skipped") {
    return <div class="changes"><Finish evening={evening} step={{ step: "restored", itemId: id }} /><button class="big primary" aria-disabled={busy} onClick={() => onRun({ step: "restored", itemId: id })}>Bring it back</button></div>;
  }
  return (
    <div class="changes">
      <div class="row">
        <button aria-disabled={moveStep(evening, id, -1) === undefined} onClick={() => run(moveStep(evening, id, -1))}>↑ Earlier</button>
        <button aria-disabled={moveStep(evening, id, 1) === undefined} onClick={() => run(moveStep(evening, id, 1))}>↓ Later</button>
        <button onClick={() => setChosen(change(-60))}>−1 min</button>
        <button onClick={() => setChosen(change(60))}>+1 min</button>
        <button onClick={() => setChosen({ step: "skipped", itemId: id })}>Skip</button>
        {live && id !== evening.nextItemId && <button onClick={() => setChosen(jump)}>Do it next</button>}
      </div>
      {item.mustNotCut && (chosen?.step === "skipped" || (chosen?.step === "length_changed" && chosen.seconds! < item.seconds)) && <p class="keep-warn">This must not be cut: the organisers marked it so.</p>}
      {chosen !== undefined && (
        <div class="changes-sure" role="status">
          <Finish evening={evening} step={chosen} />
          <button class="big primary" aria-disabled={busy} onClick={() => run(asStep(chosen))}>{words(chosen, item)}</button>
        </div>
      )}
    </div>
  );

  function run(step: Step | undefined) {
    if (step !== undefined && !busy) onRun(step);
  }

  // "Do it next" moves the item to the front; the chair starts it with the control she always uses.
  function asStep(step: Step): Step {
    return step === jump || step.step === "advanced" ? { step: "moved", itemId: id } : step;
  }
}

function words(step: Step, item: OrderItem): string {
  switch (step.step) {
    case "skipped": return `Skip “${item.title}”`;
    case "length_changed": return `Give it ${length(step.seconds! * 1000)}`;
    default: return "Make it next";
  }
}
