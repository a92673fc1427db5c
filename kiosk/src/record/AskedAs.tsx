import type { Place } from "./cells";

interface Props { place: Place; value: string | undefined; fix: string | undefined; onInput: (words: string) => void }

/** The ask as it was really put: an ask reworded on stage is answered in its new words (product.md, 32). */
export function AskedAs({ place, value, fix, onInput }: Props) {
  return (
    <div class="field">
      <label for="answer-askedAs"><b>The ask, as it was put</b></label>
      <small id="answer-askedAs-about">Change it only if other words were spoken.{fix !== undefined && <em class="fix"> {fix}</em>}</small>
      <textarea id="answer-askedAs" aria-describedby="answer-askedAs-about" aria-invalid={fix !== undefined} rows={3}
        value={value ?? place.cell.askedAs ?? place.ask.text} onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  );
}
