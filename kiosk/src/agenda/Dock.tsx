import type { EveningPresent } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { nextOf } from "./plan";
import { SureButton } from "./SureButton";
import { undoWords } from "./steps";

interface Props { evening: EveningPresent; commands: Commands; deviceId: string; views: preact.ComponentChildren }

/** Under the thumbs: on with the evening, back, pause, a minute more or less. Always there, always in the same place. */
export function Dock({ evening, commands, deviceId, views }: Props) {
  const { stage, control } = evening;
  const isMine = control === undefined || control.deviceId === deviceId;
  const live = stage === "running" || stage === "paused";
  return (
    <footer class="dock">
      {views}
      <UndoButton evening={evening} commands={commands} isMine={isMine} />
      <div class="dock-time">
        <button aria-disabled={!live || !isMine} onClick={() => live && isMine && void commands.run({ step: stage === "paused" ? "resumed" : "paused" })}>{stage === "paused" ? "Go on" : "Pause"}</button>
        <button aria-disabled={!live || !isMine} aria-label="1 minute less for this item" onClick={() => live && isMine && void commands.run({ step: "time_added", seconds: -60 })}>−1 min</button>
        <button aria-disabled={!live || !isMine} aria-label="1 minute more for this item" onClick={() => live && isMine && void commands.run({ step: "time_added", seconds: 60 })}>+1 min</button>
      </div>
      {isMine ? <Advance evening={evening} commands={commands} /> : <TakeOver name={control.name} commands={commands} />}
    </footer>
  );
}

/** The one control that moves the evening on. */
function Advance({ evening, commands }: { evening: EveningPresent; commands: Commands }) {
  const next = nextOf(evening)?.[1].title;
  const of = `${evening.stage}/${evening.nowItemId}/${evening.nextItemId}`;
  if (evening.stage === "ended") return <p class="dock-over">The evening is over.</p>;
  if (evening.stage === "not_started") {
    return <SureButton class="advance" of={of} disabled={commands.busy} sure={<><small>Tap again to</small>Start now</>} onSure={() => void commands.run({ step: "started" })}>
      <small>First: {next ?? "nothing planned"}</small>Start the evening
    </SureButton>;
  }
  if (next === undefined) {
    return <SureButton class="advance" of={of} disabled={commands.busy} sure={<><small>Tap again to</small>End it now</>} onSure={() => void commands.run({ step: "ended" })}>
      <small>That was the last item</small>End the evening
    </SureButton>;
  }
  return <SureButton class="advance" of={of} disabled={commands.busy} sure={<><small>Tap again to start</small>{next}</>} onSure={() => void commands.run({ step: "advanced", itemId: evening.nextItemId! })}>
    <small>Next</small>{next}
  </SureButton>;
}

function UndoButton({ evening, commands, isMine }: { evening: EveningPresent; commands: Commands; isMine: boolean }) {
  const words = undoWords(evening);
  const { undo } = evening;
  return (
    <SureButton class="undo" of={undo?.version ?? 0} disabled={undo === undefined || !isMine || commands.busy}
      sure={<>Tap again to undo<small>{words}</small></>} onSure={() => void commands.run({ step: "undone", undoes: undo!.version })}>
      Undo<small>{words ?? "nothing to undo yet"}</small>
    </SureButton>
  );
}

/** Two chairs, one control: who has it is said, and taking it is a step of its own. */
function TakeOver({ name, commands }: { name: string; commands: Commands }) {
  return (
    <SureButton class="advance take-over" of={name} disabled={commands.busy} sure={<><small>Tap again to</small>Take control from {name}</>} onSure={() => void commands.run({ step: "control_taken" })}>
      <small>{name} has control</small>Take over
    </SureButton>
  );
}
