import { useRef, useState } from "preact/hooks";
import { grouped, passToken, shortCodeOf } from "./subject";

/** The eight characters under the code on a pass, for phones with a dark screen and passes with a coffee stain. */
export function CodeEntry({ who, onCode }: { who: "steward" | "visitor"; onCode: (text: string) => void }) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  // A hand scanner may type a whole pass in here while the field has the focus.
  const ready = shortCodeOf(text) ?? passToken(text);

  function submit(event: Event) {
    event.preventDefault();
    if (ready === undefined) return;
    onCode(ready);
    setText("");
    // Away with the on-screen keyboard, so that the whole card is seen.
    input.current?.blur();
  }

  return (
    <form class="code-entry" onSubmit={submit}>
      <label>
        <span>{who === "visitor" ? "Or type the code under it" : "Short code"}</span>
        <input ref={input} class="mono" value={text} placeholder="ABCD 2345" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck={false} enterkeyhint="go"
          onInput={({ currentTarget }) => setText((currentTarget.value = currentTarget.value.length > 12 ? currentTarget.value : grouped(currentTarget.value)))} />
      </label>
      <button class="primary" disabled={ready === undefined}>Check</button>
    </form>
  );
}
