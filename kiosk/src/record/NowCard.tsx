import type { FloorPresent } from "../contract/contract";
import { AnswerCard } from "./AnswerCard";
import { placesOf, refOf, type Place } from "./cells";
import type { Commands } from "./useCommands";

interface Props { present: FloorPresent; now: Place | undefined; later: readonly Place[]; commands: Commands }

/** The one answer to rule on. Nothing can turn "yes, if" into "yes" here: she confirms it as it stands or asks again. */
export function NowCard({ present, now, later, commands }: Props) {
  if (now?.cell.answer === undefined) return <NothingToRule present={present} />;
  const cell = refOf(now);
  return (
    <section class="now" aria-live="polite" key={now.askId + now.powerHolderId + now.cell.version}>
      <p class="now-label">Now: your ruling{later.length > 0 && <span> · {later.length} more after this</span>}</p>
      <h2>{now.cell.powerHolder} <small>{now.cell.office}</small></h2>
      <AnswerCard answer={now.cell.answer} />
      <p class="now-ask"><b>Ask {now.ask.number}.</b> {now.ask.text}</p>
      <div class="row now-buttons">
        <button class="primary big" disabled={commands.busy} onClick={() => void commands.confirmAndReveal(cell)}>Confirm and reveal</button>
        <button class="big" disabled={commands.busy} onClick={() => void commands.rule(cell, "confirm")}>Confirm, hold</button>
        <button class="big" disabled={commands.busy} onClick={() => void commands.rule(cell, "re_ask")}>Ask again</button>
      </div>
    </section>
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
