import { useEffect, useRef, useState } from "preact/hooks";
import type { FloorPresent } from "../contract/contract";
import { AnswerCard } from "./AnswerCard";
import { AnswerForm } from "./AnswerForm";
import { placesOf, refOf, type Place } from "./cells";
import { loadDraft } from "./drafts";
import type { Floor } from "./floor";
import type { Commands } from "./useCommands";

interface Props { present: FloorPresent; waiting: readonly Place[]; floor: Floor; commands: Commands }

/** How long a card that has just changed takes no tap: the finger on its way meant what was there before. */
const settling = 700;

const cellKey = ({ askId, powerHolderId }: Place) => `${askId}/${powerHolderId}`;

/** The one answer to rule on. Nothing can turn "yes, if" into "yes" here: she confirms it, puts it right, or asks again. */
export function NowCard({ present, waiting, floor, commands }: Props) {
  // What is shown stays until it is ruled on, wherever a late change moves it in the list.
  const pinned = useRef<string | undefined>(undefined);
  const now = waiting.find((place) => cellKey(place) === pinned.current) ?? waiting[0];
  pinned.current = now && cellKey(now);
  if (now?.cell.answer === undefined) return <NothingToRule present={present} />;
  const later = waiting.length - 1;
  return (
    <section class="now" aria-live="polite" key={`${cellKey(now)}/${now.cell.version}`}>
      <p class="now-label">Now: your ruling{later > 0 && <span> · {later} more after this</span>}</p>
      <h2>{now.cell.powerHolder} <small>{now.cell.office}</small></h2>
      <Ruling place={now} floor={floor} commands={commands} />
    </section>
  );
}

function Ruling({ place, floor, commands }: { place: Place; floor: Floor; commands: Commands }) {
  const { cell, ask } = place;
  const settled = useSettled();
  const [amending, setAmending] = useState(() => loadDraft({ slug: floor.device.assemblySlug, askId: place.askId, powerHolderId: place.powerHolderId, purpose: "amend" }) !== undefined);
  const off = commands.busy || !settled;
  if (amending) return <AnswerForm place={place} floor={floor} purpose="amend" onDone={() => setAmending(false)} />;
  return (
    <>
      {cell.differ === true && cell.other !== undefined ? <TwoHeard place={place} off={off} commands={commands} /> : <AnswerCard answer={cell.answer!} />}
      {cell.other !== undefined && cell.differ !== true && <p class="agree">Both scribes heard the same.</p>}
      {cell.answer!.code === "yes_with_conditions" && cell.differ !== true && <p class="yes-but" role="note">A yes with an <b>if</b>. Press once: “Is that a yes?” Then ask again, or let it stand with its condition.</p>}
      <p class="now-ask"><b>Ask {ask.number}.</b> {cell.askedAs ?? ask.text}</p>
      <div class="row now-buttons">
        {cell.differ !== true && <button class="primary big" disabled={off} onClick={() => void commands.confirmAndReveal(refOf(place))}>Confirm and reveal</button>}
        {cell.differ !== true && <button class="big" disabled={off} onClick={() => void commands.rule(refOf(place), "confirm")}>Confirm, hold</button>}
        <button class="big" disabled={off} onClick={() => void commands.rule(refOf(place), "re_ask")}>Ask again</button>
        <button class="quiet" disabled={off} onClick={() => setAmending(true)}>Put it right…</button>
      </div>
    </>
  );
}

/** Two scribes did not hear the same: she was there, she chooses. */
function TwoHeard({ place, off, commands }: { place: Place; off: boolean; commands: Commands }) {
  const { cell } = place;
  const heard = [{ recording: cell.heard!, answer: cell.answer! }, cell.other!].sort((one, two) => one.recording - two.recording);
  return (
    <div class="two-heard">
      {heard.map(({ recording, answer }, i) => (
        <div key={recording}>
          <p class="now-label">{i === 0 ? "One scribe heard" : "The other heard"}</p>
          <AnswerCard answer={answer} />
          <button class="primary" disabled={off} onClick={() => void commands.choose(refOf(place), recording)}>This is what was said</button>
        </div>
      ))}
    </div>
  );
}

function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settling);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

function NothingToRule({ present }: { present: FloorPresent }) {
  const writing = placesOf(present).filter(({ cell }) => cell.stage === "put");
  return (
    <section class="now now-empty">
      <p class="now-label">Now</p>
      {writing.length === 0
        ? <p>Nothing waits for your ruling.</p>
        : <p>The scribe is writing: {writing.map(({ ask, cell }) => `ask ${ask.number}, ${cell.powerHolder}`).join("; ")}.</p>}
    </section>
  );
}
