import { useState } from "preact/hooks";
import { type Card, type Door, wentOut } from "./door";
import { useFocused } from "./useFocused";

interface Props { card: Extract<Card, { kind: "answer" }>; door: Door; onForm: () => void }

const reasons = ["Shown at the desk", "Pass mixed up", "Organiser says so"];

/** Desk and supervisor let in against the rules, with a reason that stays with the scan. */
export function Overrule({ card, door, onForm }: Props) {
  const [open, setOpen] = useState(false);
  if (open) return <Why card={card} door={door} />;
  return (
    <div class="result-buttons">
      <button data-first onClick={() => door.dismiss()}>Go on</button>
      <button class="result-force" onClick={() => { setOpen(true); onForm(); }}>{card.command.direction === "out" ? "Let out anyway …" : "Let in anyway …"}</button>
    </div>
  );
}

function Why({ card, door }: Omit<Props, "onForm">) {
  const [words, setWords] = useState("");
  const first = useFocused<HTMLButtonElement>();
  const isIn = card.answer.outcome === "already_in";
  const choices = isIn ? [wentOut, ...reasons] : reasons;
  const out = card.command.direction === "out";
  const letIn = () => (isIn && words === wentOut ? door.cameBack(card) : door.letIn(card, words.trim()));
  return (
    <form class="overrule" onSubmit={(event) => { event.preventDefault(); if (words.trim() !== "") void letIn(); }}>
      <p>Why? <small>No names: all staff can read it.</small></p>
      <div class="overrule-reasons">
        {choices.map((reason, i) => (
          <button type="button" key={reason} ref={i === 0 ? first : null} aria-pressed={reason === words} onClick={() => setWords(reason)}>
            {reason}{isIn && <small>{reason === wentOut ? "counts once" : "counts 1 more"}</small>}
          </button>
        ))}
      </div>
      <input aria-label="The reason" value={words} maxLength={200} placeholder="Or in your words" autocomplete="off" onInput={(event) => setWords(event.currentTarget.value)} />
      <div class="result-buttons">
        <button type="button" onClick={() => door.dismiss()}>Cancel</button>
        <button class="result-force" disabled={words.trim() === ""}>{out ? "Let out" : "Let in"}</button>
      </div>
    </form>
  );
}
