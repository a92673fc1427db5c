import { useState } from "preact/hooks";
import { ToCheck } from "../offline/ToCheck";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import type { Door } from "./door";
import { mayUndo, type RecentFact } from "./facts";
import { wordsOf } from "./outcome";
import { headlineOf } from "./recentWords";
import { ToneIcon } from "./ToneIcon";
import { useFocused } from "./useFocused";

/** What this device did, the latest first, and the way to take it back. */
export default function RecentPanel({ door }: { door: Door }) {
  const [asking, setAsking] = useState<string>();
  const recent = door.recent.value;
  return (
    <div class="panel" role="region" aria-label="Recent" tabIndex={0}>
      <ToCheck door={door} />
      <div class="panel-head"><h2>On this device</h2></div>
      {recent.length === 0 && <p class="panel-note">Nothing yet. What you scan and count appears here.</p>}
      <ol class="recent">
        {recent.map((fact) => <Row key={fact.command.scanId} fact={fact} door={door} asking={asking === fact.command.scanId} onAsk={setAsking} />)}
      </ol>
    </div>
  );
}

interface RowProps { fact: RecentFact; door: Door; asking: boolean; onAsk: (scanId: string | undefined) => void }

function Row({ fact, door, asking, onAsk }: RowProps) {
  const { command, answer } = fact;
  const { role, timeZone } = door.device;
  const words = answer && wordsOf(answer, "steward", timeZone);
  return (
    <li class={fact.undone ? "recent-row recent-undone" : "recent-row"}>
      <ToneIcon tone={words?.tone ?? "wait"} />
      <div>
        <strong>{headlineOf(fact)}</strong>
        <span><time>{clockTime(Date.parse(command.clientAt) + command.offsetMs, timeZone, true)}</time> · {fact.undone ? "Taken back" : (words?.word ?? "Being sent")}</span>
      </div>
      {!asking && mayUndo(fact, role, serverSecond.value - command.offsetMs) && <button onClick={() => onAsk(command.scanId)}>Undo</button>}
      {asking && <Confirm fact={fact} door={door} onDone={() => onAsk(undefined)} />}
    </li>
  );
}

function Confirm({ fact, door, onDone }: { fact: RecentFact; door: Door; onDone: () => void }) {
  const first = useFocused<HTMLButtonElement>();
  return (
    <div class="recent-confirm" role="alertdialog" aria-label="Take this back?">
      <span>{fact.command.direction === "out" ? "Then they never went out." : "Then they do not count as here."}</span>
      <button class="primary" ref={first} onClick={() => { onDone(); void door.undo(fact.command.scanId); }}>Take it back</button>
      <button onClick={onDone}>Keep it</button>
    </div>
  );
}
