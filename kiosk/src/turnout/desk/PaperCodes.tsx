import { useRef, useState } from "preact/hooks";
import { grouped, shortCodeOf } from "../subject";
import { twin } from "./paperList";
import type { Paper } from "./usePaper";

/** One field, Enter, the next: the hand stays on the keyboard and the eyes on the sheet. */
export function PaperCodes({ paper }: { paper: Paper }) {
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  function enter(event: Event) {
    event.preventDefault();
    const code = shortCodeOf(text);
    if (paper.timeIsWrong) return setTrouble("First put the time right.");
    if (code === undefined) return setTrouble("A short code has eight letters and digits.");
    if (twin(paper.lines, code) !== undefined) return setTrouble(`${grouped(code)} is on this list already.`);
    paper.enter(code, { subject: code });
    setText("");
    setTrouble(undefined);
    input.current?.focus();
  }

  return (
    <form class="find-form" onSubmit={enter}>
      <label class="field"><span>Ticked short code</span>
        <input ref={input} class="mono paper-code" value={text} autoFocus placeholder="ABCD 2345" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck={false} enterkeyhint="next" aria-invalid={trouble !== undefined}
          onInput={({ currentTarget }) => { setTrouble(undefined); setText((currentTarget.value = grouped(currentTarget.value))); }} />
      </label>
      <button class="primary">Enter</button>
      {trouble !== undefined && <p class="fix" role="alert">{trouble}</p>}
    </form>
  );
}
