import { useState } from "preact/hooks";
import { presenceSentence } from "../agenda/people";
import { AnswerCard } from "./AnswerCard";
import { AnswerForm } from "./AnswerForm";
import type { AnswerCode } from "./answers";
import { loadDraft } from "./drafts";
import type { Floor } from "./floor";
import { cellsOf, refOf, stageWord, type Place } from "./cells";
import { ReadBack } from "./ReadBack";
import type { Commands } from "./useCommands";

interface Props { place: Place; floor: Floor; commands: Commands; onBack: () => void }

/** Everything the scribe can do with one cell, by where it stands. */
export function AnswerDesk({ place, floor, commands, onBack }: Props) {
  const { ask, cell, askId, powerHolderId } = place;
  const [writing, setWriting] = useState<AnswerCode | true | undefined>(() => loadDraft({ slug: floor.device.assemblySlug, askId, powerHolderId, purpose: "record" }) && true);
  const unput = cellsOf(askId, ask).filter((other) => other.cell.stage === "waiting");
  const holder = floor.present?.powerHolders[powerHolderId];
  const form = cell.stage === "put" || writing !== undefined;

  return (
    <>
      <header class="desk-head">
        <button class="quiet back" onClick={onBack}>← Score sheet</button>
        <h2>{cell.powerHolder} <small>{cell.office}</small></h2>
        <p class="desk-ask"><b>{ask.number}.</b> {cell.askedAs ?? ask.text}</p>
        {holder !== undefined && holder.presence !== "expected" && <p class="desk-presence">{presenceSentence(holder)}</p>}
        <p class="desk-stage">{cell.stage === "put" && cell.timesPut > 1 ? `Asked again (${cell.timesPut} times so far), waiting for the new words` : stageWord[cell.stage]}</p>
      </header>
      {cell.stage === "waiting" && (
        <div class="row">
          <button class="primary big" disabled={commands.busy} onClick={() => void commands.put([refOf(place)])}>Put to {cell.powerHolder}</button>
          {unput.length > 1 && <button class="primary big" disabled={commands.busy} onClick={() => void commands.put(unput.map(refOf))}>Put to {unput.length === 2 ? "both" : `all ${unput.length}`}</button>}
        </div>
      )}
      {cell.stage === "waiting" && writing === undefined && (
        <div class="row">
          <button onClick={() => setWriting("absent")}>Not present…</button>
          <button onClick={() => setWriting("not_asked")}>Not asked…</button>
        </div>
      )}
      {cell.objection !== undefined && cell.stage === "put" && <p class="objection" role="status"><b>They objected:</b> “{cell.objection}”</p>}
      {cell.answer !== undefined && !form && <AnswerCard answer={cell.answer} />}
      {cell.other !== undefined && !form && <p class="soft">{cell.differ === true ? "Another scribe heard something else; the chair chooses." : "Another scribe heard the same."}</p>}
      {cell.stage === "recorded" && !form && <button onClick={() => setWriting(true)}>Write it again</button>}
      {(cell.stage === "revealed" || cell.stage === "read_back") && !form && <ReadBack place={place} commands={commands} />}
      {(cell.stage === "revealed" || cell.stage === "read_back" || cell.stage === "acknowledged") && !form && <button disabled={commands.busy} onClick={() => void commands.put([refOf(place)])}>Put it again</button>}
      {cell.stage === "put" && (
        <button class="quiet" disabled={commands.busy} onClick={() => void commands.put([refOf(place)])}>Count one more asking ({cell.timesPut} so far)</button>
      )}
      {form && <AnswerForm place={place} floor={floor} {...(typeof writing === "string" && { start: writing })} onDone={() => setWriting(undefined)} />}
    </>
  );
}
