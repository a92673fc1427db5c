import type { EveningPresent } from "../contract/contract";
import { nextOf, nowOf } from "./plan";

/** What the stage manager has to do for what is now, and to prepare for what is next. */
export function StageNotes({ evening }: { evening: EveningPresent }) {
  const notes = ([["Now", nowOf(evening)], ["Next", nextOf(evening)]] as const).flatMap(([word, entry]) => {
    const note = entry?.[1].notes.stageManager;
    return note === undefined || note === "" ? [] : [{ word, note }];
  });
  return notes.length === 0 ? null : <div>{notes.map(({ word, note }) => <p class="ev-note" key={word}><b class="ev-label">{word}</b> {note}</p>)}</div>;
}
