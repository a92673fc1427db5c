import type { EveningPresent, FloorPresent } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { PowerHolderRow } from "./PowerHolderRow";
import { SpeakerRow } from "./SpeakerRow";
import { speakerRows } from "./readiness";

interface Props { present: FloorPresent; evening: EveningPresent | undefined; commands: Commands }

/** Everybody the evening waits for, the next to be needed first: how ready they are, and one tap to say what was seen. */
export function ReadinessBoard({ present, evening, commands }: Props) {
  const speakers = speakerRows(present, evening);
  const holders = Object.entries(present.powerHolders).sort(([, a], [, b]) => a.order - b.order);
  return (
    <>
      {speakers.length > 0 && (
        <section class="board" aria-labelledby="board-speakers">
          <h2 id="board-speakers">Speakers</h2>
          <ul>{speakers.map((row) => <SpeakerRow key={row.id} row={row} present={present} commands={commands} rows={speakers} nextItemId={evening?.nextItemId} />)}</ul>
        </section>
      )}
      {holders.length > 0 && (
        <section class="board" aria-labelledby="board-holders">
          <h2 id="board-holders">Power-holders</h2>
          <ul>{holders.map(([id, holder]) => <PowerHolderRow key={id} id={id} holder={holder} timeZone={present.timeZone} commands={commands} />)}</ul>
        </section>
      )}
    </>
  );
}
