import { useEffect, useState } from "preact/hooks";
import type { EveningPresent, WinBackCut, WinBackReply } from "../contract/contract";
import type { Floor } from "../record/floor";
import type { Commands } from "../record/useCommands";
import { serverSecond } from "../live/serverClock";
import { cutStep } from "./changes";
import { Finish } from "./Finish";
import { Panel } from "./Panel";
import { drift, margin } from "./plan";
import { length } from "./words";

interface Props { evening: EveningPresent; floor: Floor; commands: Commands; onClose: () => void }

/** The timekeeper gives items another length; whether one falls is for the chair to say. */
const maySkip = (floor: Floor) => floor.device.role === "chair";

/** What she most likely wants back: what is past the hard end, else what the evening is behind, else five minutes. */
export function minutesToWin(evening: EveningPresent, now: number): number {
  const past = -margin(evening, now);
  const wanted = past > 30_000 ? past : Math.max(drift(evening, now), 0) || 5 * 60_000;
  return Math.min(120, Math.max(1, Math.ceil(wanted / 60_000)));
}

/** "Win back 6 minutes": proposals that spare what must not be cut; she takes them one by one, all, or not at all. */
export function WinBackPanel({ evening, floor, commands, onClose }: Props) {
  const [minutes, setMinutes] = useState(() => minutesToWin(evening, serverSecond.peek()));
  const [reply, setReply] = useState<WinBackReply | "asking" | "unreachable">("asking");
  const [shown, setShown] = useState(0);

  useEffect(() => {
    let over = false;
    setReply("asking");
    void floor.winBack(minutes).then((answer) => {
      if (over) return;
      setReply(answer ?? "unreachable");
      setShown(0);
    });
    return () => void (over = true);
    // A cut that was taken changes what is left to win.
  }, [floor, minutes, evening.version]);

  const proposals = typeof reply === "object" ? reply.proposals : [];
  const proposal = proposals[shown];
  const may = (cut: WinBackCut) => cut.toSeconds > 0 || maySkip(floor);
  async function takeAll() {
    for (const cut of proposal?.cuts ?? []) if (!(await commands.run(cutStep(cut)))) return;
    onClose();
  }

  return (
    <Panel title="Win back time" onClose={onClose} foot={proposal !== undefined && proposal.cuts.length > 1 && proposal.cuts.every(may)
      ? <button class="primary big" aria-disabled={commands.busy} onClick={() => void takeAll()}>Take all: {length(proposal.wonSeconds * 1000)}</button> : undefined}>
      {commands.trouble !== undefined && <p class="panel-trouble" role="alert">{commands.trouble}</p>}
      <div class="win-minutes">
        <button aria-label="1 minute less" onClick={() => setMinutes(Math.max(1, minutes - 1))}>−</button>
        <p role="status"><b>{minutes}</b> min</p>
        <button aria-label="1 minute more" onClick={() => setMinutes(Math.min(120, minutes + 1))}>+</button>
      </div>
      <Finish evening={evening} />
      {reply === "asking" && <p aria-busy="true">Looking for what can be cut …</p>}
      {reply === "unreachable" && <p class="panel-trouble" role="alert">The server cannot be asked now. Nothing was changed.</p>}
      {typeof reply === "object" && <p>{reply.summary}</p>}
      {proposal !== undefined && (
        <ul class="cuts">
          {proposal.cuts.map((cut) => (
            <li key={cut.itemId}>
              <span><b>{cut.title}</b><small>{cut.toSeconds === 0 ? `skip it: ${length(cut.seconds * 1000)} won` : `${length(cut.seconds * 1000)} → ${length(cut.toSeconds * 1000)}: ${length((cut.seconds - cut.toSeconds) * 1000)} won`}</small></span>
              {!may(cut) ? <small>the chair decides</small> : <button aria-disabled={commands.busy} aria-label={`${cut.toSeconds === 0 ? "Skip" : "Shorten"} ${cut.title}`} onClick={() => void commands.run(cutStep(cut))}>{cut.toSeconds === 0 ? "Skip" : "Shorten"}</button>}
            </li>
          ))}
        </ul>
      )}
      {proposals.length > 1 && <button class="quiet" onClick={() => setShown((shown + 1) % proposals.length)}>Another way ({shown + 1} of {proposals.length})</button>}
    </Panel>
  );
}
