import type { AnswerField } from "./answerFields";

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
