import { useRef } from "preact/hooks";
import { AnswerGlyph } from "./AnswerGlyph";
import { AnswerFieldInput } from "./AnswerFieldInput";
import { fieldsOf, hasQuote, seldomOf } from "./answerFields";
import { answerCodes, meaningOf, wordOf, type AnswerCode } from "./answers";
import { AskedAs } from "./AskedAs";
import type { Purpose } from "./drafts";
import type { Place } from "./cells";
import type { Floor } from "./floor";
import { LanguageInput } from "./LanguageInput";
import { PartChoices } from "./PartChoices";
import { useDraft } from "./useDraft";

interface Props { place: Place; floor: Floor; purpose?: Purpose; start?: AnswerCode; onDone: () => void }

/** Category first, then only the fields that this category needs. */
export function AnswerForm({ place, floor, purpose = "record", start, onDone }: Props) {
  const { draft, set, setNoDate, setAskedAs, problems, trouble, busy, submit, giveUp } = useDraft(place, floor, purpose, start, onDone);
  const { code } = draft.answer;
  const fix = (name: string) => problems.find(({ field }) => field === name || field === `answer.${name}`)?.fix;
  const known = new Set(code === undefined ? [] : ["onBehalfOf", "language", "askedAs", ...[...fieldsOf(code), ...seldomOf(code)].map((field) => field.name)]);
  const others = problems.filter(({ field }) => !known.has(field.replace(/^answer\./, "")));

  const form = useRef<HTMLFormElement>(null);
  /** The first gap may be far above the button that found it. */
  const toFirstGap = () => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();

  return (
    <form ref={form} class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit().then(() => requestAnimationFrame(toFirstGap)); }}>
      <fieldset class="codes">
        <legend>What was the answer?</legend>
        {answerCodes.map((each) => (
          <label class={`code code-${each}`} key={each}>
            <input class="unseen" type="radio" name="code" checked={code === each} onChange={() => set({ code: each })} />
            <AnswerGlyph code={each} /><b>{wordOf(each)}</b><small>{meaningOf(each)}</small>
          </label>
        ))}
      </fieldset>
      {code === "partial" && place.ask.parts !== undefined && <PartChoices parts={place.ask.parts} answer={draft.answer} onPick={set} />}
      {code !== undefined && fieldsOf(code).map((field) => (
        <AnswerFieldInput key={field.name + code} field={field} value={draft.answer[field.name]} noDate={draft.noDate} fix={fix(field.name)} onNoDate={setNoDate} onInput={(value) => set({ [field.name]: value })} />
      ))}
      {code !== undefined && (
        <div class="pair">
          <AnswerFieldInput field={{ name: "onBehalfOf", label: "Spoken by a deputy?", hint: "The deputy’s office; empty if in person", kind: "line" }} value={draft.answer.onBehalfOf} noDate={false} fix={fix("onBehalfOf")} onNoDate={setNoDate} onInput={(value) => set({ onBehalfOf: String(value ?? "") })} />
          {hasQuote(code) && <LanguageInput value={draft.answer.language ?? "en"} fix={fix("language")} onInput={(language) => set({ language })} />}
        </div>
      )}
      {code !== undefined && hasQuote(code) && (
        <details class="seldom" open={seldomOf(code).some(({ name }) => fix(name) !== undefined) || undefined}>
          <summary>Other words of the ask, more than asked, time mark</summary>
          {purpose === "record" && <AskedAs place={place} value={draft.askedAs} fix={fix("askedAs")} onInput={setAskedAs} />}
          {seldomOf(code).map((field) => (
            <AnswerFieldInput key={field.name} field={field} value={draft.answer[field.name]} noDate={false} fix={fix(field.name)} onNoDate={setNoDate} onInput={(value) => set({ [field.name]: value })} />
          ))}
        </details>
      )}
      {others.map(({ fix: text }) => <p class="fix" role="alert" key={text}>{text}</p>)}
      {trouble !== undefined && <p class="fix" role="alert">{trouble}</p>}
      <div class="row">
        <button class="primary big" disabled={busy || code === undefined}>{busy ? "Sending…" : purpose === "amend" ? "Let this stand, hold it" : "Give it to the chair"}</button>
        {purpose === "amend" && <button type="button" class="big" disabled={busy} onClick={giveUp}>Leave it as it was</button>}
      </div>
      <p class="soft" role="status">{busy ? "Your text is kept on this tablet until the server has it." : purpose === "amend" ? "What the scribe wrote stays in the history. The hall sees nothing until you reveal it." : "Only the team sees it until the chair rules."}</p>
    </form>
  );
}
