import type { FloorPresent } from "../contract/contract";
import { AnswerGlyph } from "./AnswerGlyph";
import { hallWord, substanceOf } from "./answers";
import { held, refOf, type Place } from "./cells";
import type { Commands } from "./useCommands";

/** Confirmed answers the hall has not seen. All of one ask can be shown in the same moment (product.md, 39). */
export function HeldList({ present, commands }: { present: FloorPresent; commands: Commands }) {
  const asks = held(present);
  if (asks.length === 0) return null;
  return (
    <section class="held">
      <h2>Held back</h2>
      {asks.map((places) => <HeldAsk places={places} commands={commands} key={places[0]!.askId} />)}
    </section>
  );
}

function HeldAsk({ places, commands }: { places: Place[]; commands: Commands }) {
  return (
    <div class="held-ask">
      <p><b>Ask {places[0]!.ask.number}</b> {places[0]!.ask.area}</p>
      {places.map((place) => (
        <div class="held-cell" key={place.powerHolderId}>
          <span><b>{place.cell.powerHolder}</b><br />{place.cell.answer && <><AnswerGlyph code={place.cell.answer.code} /> {hallWord(place.cell.answer)} {substanceOf(place.cell.answer)}</>}</span>
          <span class="held-buttons">
            <button disabled={commands.busy} onClick={() => void commands.reveal([refOf(place)])}>Reveal</button>
            <button class="quiet" disabled={commands.busy} onClick={() => void commands.rule(refOf(place), "re_ask")}>Ask again</button>
          </span>
        </div>
      ))}
      {places.length > 1 && <button class="primary" disabled={commands.busy} onClick={() => void commands.reveal(places.map(refOf))}>Reveal all {places.length} together</button>}
    </div>
  );
}
