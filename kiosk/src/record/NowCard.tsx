import { useEffect, useRef, useState } from "preact/hooks";
import type { CellRef, FloorPresent } from "../contract/contract";
import { AnswerCard } from "./AnswerCard";
import { placesOf, refOf, type Place } from "./cells";
import type { Commands } from "./useCommands";

interface Props { present: FloorPresent; waiting: readonly Place[]; commands: Commands }

/** How long a card that has just changed takes no tap: the finger on its way meant what was there before. */
const settling = 700;

const cellKey = ({ askId, powerHolderId }: Place) => `${askId}/${powerHolderId}`;

/** The one answer to rule on. Nothing can turn "yes, if" into "yes" here: she confirms it as it stands or asks again. */
export function NowCard({ present, waiting, commands }: Props) {
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
      <AnswerCard answer={now.cell.answer} />
      <p class="now-ask"><b>Ask {now.ask.number}.</b> {now.ask.text}</p>
      <Rulings cell={refOf(now)} commands={commands} />
    </section>
  );
}

function Rulings({ cell, commands }: { cell: CellRef; commands: Commands }) {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settling);
    return () => clearTimeout(timer);
  }, []);
  const off = commands.busy || !settled;
  return (
    <div class="row now-buttons">
      <button class="primary big" disabled={off} onClick={() => void commands.confirmAndReveal(cell)}>Confirm and reveal</button>
      <button class="big" disabled={off} onClick={() => void commands.rule(cell, "confirm")}>Confirm, hold</button>
      <button class="big" disabled={off} onClick={() => void commands.rule(cell, "re_ask")}>Ask again</button>
    </div>
  );
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
