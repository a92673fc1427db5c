import { useState } from "preact/hooks";
import type { FloorPresent, PreviewQuery, Scene } from "../../contract/contract";
import { asksOf } from "../../record/cells";
import { sceneName } from "../sceneNames";
import { longestMessage } from "./direction";

const plain: readonly Scene[] = ["welcome", "turnout", "roll_call", "now_next", "tote_board", "commitments", "seal", "blank"];

interface Props { present: FloorPresent; chosen: PreviewQuery; onChoose: (query: PreviewQuery) => void }

/** Puts a scene into the preview. The hall sees nothing of it. */
export function SceneChooser({ present, chosen, onChoose }: Props) {
  const [text, setText] = useState("");
  const is = (query: PreviewQuery) => JSON.stringify(query) === JSON.stringify(chosen);
  const chip = (query: PreviewQuery, name: preact.ComponentChildren, title?: string) => (
    <button key={JSON.stringify(query)} class="scene" aria-pressed={is(query)} title={title} onClick={() => onChoose(query)}>{name}</button>
  );
  return (
    <div class="scenes">
      <div class="scene-buttons scene-order">{chip({}, "Next in the running order")}</div>
      <div class="scene-buttons">{plain.map((scene) => chip({ scene }, sceneName[scene]))}</div>
      <h2>Asks</h2>
      <div class="scene-buttons">
        {asksOf(present).map(([askId, ask]) => [
          chip({ scene: "ask", askId }, <><b>{ask.number}</b><small>the words</small></>, ask.text),
          chip({ scene: "answer", askId }, <><b>{ask.number}</b><small>answers</small></>, ask.text),
        ])}
      </div>
      <h2>Testimony</h2>
      <div class="scene-buttons scene-speakers">
        {Object.entries(present.speakers).map(([speakerId, speaker]) =>
          chip({ scene: "testimony", speakerId }, <>{speaker.nameToShow}<small>{speaker.institution}{!speaker.mayShowName && " · name stays off the screen"}</small></>))}
      </div>
      <h2>A message</h2>
      <form class="tell-own" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "") onChoose({ scene: "message", text: text.trim() }); }}>
        <input aria-label="Message for the screens" placeholder="Please take your seats" maxLength={longestMessage} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <button aria-disabled={text.trim() === ""}>Preview it</button>
      </form>
    </div>
  );
}
