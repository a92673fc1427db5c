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
  return (
    <nav class="score-sheet" aria-label="Score sheet">
      {asksOf(present).map(([id, ask]) => (
        <section key={id} class="ask-block">
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
