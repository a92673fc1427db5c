import { useState } from "preact/hooks";
import type { EveningPresent } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { CalmButton } from "./CalmButton";
import { rollCallOf } from "./rollCall";
import { RollCallOrdering } from "./RollCallOrdering";
import { RollCallStart } from "./RollCallStart";

interface Props { evening: EveningPresent; commands: Commands; arrived: number }

/** The institution to call, as large as it can be read from a lectern; the next three; one tap when it is called. */
export function RollCallCard({ evening, commands, arrived }: Props) {
  const [ordering, setOrdering] = useState(false);
  const call = rollCallOf(evening);
  if (call === undefined) return <RollCallStart evening={evening} commands={commands} arrived={arrived} />;
  const { next, after, last, called, total, lateLeft, official } = call;
  return (
    <section class="roll" aria-label="Roll call">
      <div class="roll-progress">
        <progress max={total} value={called} aria-label="Institutions called" />
        <p><b>{called}</b> of {total} called{lateLeft > 0 && <> · {lateLeft} late at the end</>} · official turnout <b>{official.toLocaleString("en-GB")}</b></p>
      </div>
      {next === undefined
        ? <p class="roll-all"><b>All {total} are called.</b></p>
        : (
          <CalmButton class="roll-call" of={next.id} disabled={commands.busy} onTap={() => void commands.run({ step: "institution_called", subjectId: next.id })}>
            <span class="roll-name" aria-live="polite">{next.row.institution}</span>
            {next.row.pronunciation !== undefined && <span class="roll-say"><span class="unseen">Say: </span>“{next.row.pronunciation}”</span>}
            {next.row.isLate && <span class="roll-late">came late</span>}
            <span class="roll-figure"><b>{next.row.figure.toLocaleString("en-GB")}</b>{next.row.chapter !== undefined && <small>{next.row.chapter}</small>}</span>
            <span class="roll-tap">Tap when called</span>
          </CalmButton>
        )}
      <div class="roll-around">
        <div class="roll-after">
          <h3>Then</h3>
          {after.length === 0 ? <p class="soft">nobody else</p> : <ol>{after.map(({ id, row }) => <li key={id}><span>{row.institution}</span><b>{row.figure.toLocaleString("en-GB")}</b></li>)}</ol>}
        </div>
        <div class="roll-side">
          {last !== undefined && (
            <CalmButton class="roll-back" of={`back ${last.id}`} disabled={commands.busy} onTap={() => void commands.run({ step: "institution_uncalled", subjectId: last.id })}>
              ← Back<small>{last.row.institution} was not called</small>
            </CalmButton>
          )}
          {next !== undefined && <button class="quiet" onClick={() => setOrdering(true)}>Another order …</button>}
        </div>
      </div>
      {ordering && <RollCallOrdering evening={evening} commands={commands} onClose={() => setOrdering(false)} />}
    </section>
  );
}
