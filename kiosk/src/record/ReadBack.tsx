import { useState } from "preact/hooks";
import type { AnswerWords } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { hallWord, moveOf, substanceOf } from "./answers";
import { refOf, type Place } from "./cells";
import type { Commands } from "./useCommands";

/** Reading back what the hall has seen: the power-holder may object at once, or say that it is right. */
export function ReadBack({ place, commands }: { place: Place; commands: Commands }) {
  const { cell } = place;
  const [objecting, setObjecting] = useState(false);
  const [objection, setObjection] = useState("");
  if (cell.answer === undefined) return null;
  const left = cell.objectBy === undefined ? 0 : Math.ceil((Date.parse(cell.objectBy) - serverSecond.value) / 1000);
  return (
    <section class="read-back" aria-label={`Read back to ${cell.powerHolder}`}>
      <p class="read-aloud"><small>Read aloud</small> “{cell.powerHolder}, we have written: {aloud(cell.answer)} Is that right?”</p>
      <div class="row">
        {cell.stage === "revealed" && <button class="primary" disabled={commands.busy} onClick={() => void commands.readBack(refOf(place), "read_back")}>It is read back</button>}
        <button class={cell.stage === "read_back" ? "primary" : ""} disabled={commands.busy} onClick={() => void commands.readBack(refOf(place), "acknowledgement")}>They say it is right</button>
        {cell.stage === "read_back" && left > 0 && !objecting && <button disabled={commands.busy} onClick={() => setObjecting(true)}>They object… <small>{left} s</small></button>}
      </div>
      {cell.stage === "read_back" && left <= 0 && <p class="soft">The moment to object has passed. If they still object, put the ask again.</p>}
      {objecting && cell.stage === "read_back" && (
        <form class="stack" onSubmit={(event) => { event.preventDefault(); void commands.readBack(refOf(place), "objection", objection); }}>
          <label class="field"><span><b>What do they say?</b></span>
            <textarea rows={2} value={objection} autoFocus onInput={(event) => setObjection(event.currentTarget.value)} />
          </label>
          <div class="row">
            <button class="primary" disabled={commands.busy || objection.trim() === ""}>Write the objection down, ask again</button>
            <button type="button" class="quiet" onClick={() => setObjecting(false)}>No objection</button>
          </div>
        </form>
      )}
    </section>
  );
}

/** The answer as a sentence that can be spoken. */
export function aloud(answer: AnswerWords): string {
  const word = hallWord(answer).toLowerCase().replace(/, if$/, ", if");
  const parts = [word, substanceOf(answer)].filter((part) => part !== undefined).join(" ");
  return [`${parts}.`, moveOf(answer) === undefined ? undefined : `${moveOf(answer)}.`, answer.verbatim === undefined ? undefined : `In your words: ${answer.verbatim}`].filter((part) => part !== undefined).join(" ");
}
