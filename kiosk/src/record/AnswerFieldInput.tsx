import { useState } from "preact/hooks";
import type { AnswerField } from "./answerFields";
import { markOf, secondsOf } from "./timeMark";

interface Props {
  field: AnswerField;
  value: string | number | undefined;
  noDate: boolean;
  fix: string | undefined;
  onInput: (value: string | number | undefined) => void;
  onNoDate: (noDate: boolean) => void;
}

export function AnswerFieldInput({ field, value, noDate, fix, onInput, onNoDate }: Props) {
  const id = `answer-${field.name}`;
  const common = { id, "aria-invalid": fix !== undefined, "aria-describedby": `${id}-about` };
  return (
    <div class="field">
      <label for={id}><b>{field.label}</b></label>
      <small id={`${id}-about`}>{field.hint}{fix !== undefined && <em class="fix"> {fix}</em>}</small>
      {field.kind === "text" && <textarea {...common} rows={field.name === "verbatim" ? 4 : 2} value={value ?? ""} onInput={(event) => onInput(event.currentTarget.value)} />}
      {field.kind === "line" && <input {...common} value={value ?? ""} autocomplete="off" onInput={(event) => onInput(event.currentTarget.value)} />}
      {field.kind === "number" && <input {...common} type="number" min={1} max={20} inputmode="numeric" value={value ?? ""} onInput={(event) => onInput(event.currentTarget.value === "" ? undefined : event.currentTarget.valueAsNumber)} />}
      {field.kind === "time mark" && <TimeMark common={common} seconds={typeof value === "number" ? value : undefined} onInput={onInput} />}
      {field.kind === "date" && <input {...common} type="date" value={value ?? ""} onInput={(event) => onInput(event.currentTarget.value)} />}
      {field.kind === "date or none" && (
        <div class="date-or-none">
          <input {...common} type="date" disabled={noDate} value={value ?? ""} onInput={(event) => onInput(event.currentTarget.value)} />
          <label class="tick"><input type="checkbox" checked={noDate} onChange={(event) => onNoDate(event.currentTarget.checked)} /> No date given</label>
        </div>
      )}
    </div>
  );
}

/** What is being typed is no time yet: it is kept as text until it is one. */
function TimeMark({ common, seconds, onInput }: { common: object; seconds: number | undefined; onInput: Props["onInput"] }) {
  const [text, setText] = useState(seconds === undefined ? "" : markOf(seconds));
  return (
    <input {...common} value={text} inputMode="numeric" autocomplete="off" placeholder="0:00"
      onInput={(event) => { setText(event.currentTarget.value); onInput(secondsOf(event.currentTarget.value)); }} />
  );
}
