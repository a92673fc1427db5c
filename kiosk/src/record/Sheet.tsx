import { useEffect, useRef } from "preact/hooks";
import type { FloorPresent } from "../contract/contract";
import { CellChip } from "./CellChip";
import { asksOf, cellsOf, type Place } from "./cells";

interface Props {
  present: FloorPresent;
  picked?: { askId: string; powerHolderId: string } | undefined;
  /** Without it the sheet is for reading only. */
  onPick?: (place: Place) => void;
}

/** Asks × power-holders with the stage of each cell. */
export function Sheet({ present, picked, onPick }: Props) {
  const onScreen = (id: string) => present.sceneAskId === id;
  const live = useRef<HTMLElement>(null);
  // The scribe's next cell is nearly always in the ask that has just come on; on a sheet for reading a jump would only disturb.
  useEffect(() => live.current?.scrollIntoView({ block: "nearest" }), [present.scene, present.sceneAskId]);

  return (
    <nav class="score-sheet" aria-label="Score sheet">
      {asksOf(present).map(([id, ask]) => (
        <section key={id} class={onScreen(id) ? "ask-block on-screen" : "ask-block"} ref={onScreen(id) && onPick !== undefined ? live : null}>
          {onScreen(id) && <p class="on-screen-word">The hall sees this ask</p>}
          <h2><b>{ask.number}</b> <span class="ask-text">{ask.text}</span></h2>
          <div class="chips">
            {cellsOf(id, ask).map((place) => {
              const here = picked?.askId === id && picked.powerHolderId === place.powerHolderId;
              return onPick === undefined
                ? <div class="chip-box" key={place.powerHolderId}><CellChip cell={place.cell} /></div>
                : <button class="chip-box" aria-pressed={here} key={place.powerHolderId} onClick={() => onPick(place)}><CellChip cell={place.cell} /></button>;
            })}
          </div>
        </section>
      ))}
    </nav>
  );
}
