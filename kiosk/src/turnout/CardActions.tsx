import { useState } from "preact/hooks";
import { type Card, type Door, wentOut } from "./door";
import { GroupStepper } from "./GroupStepper";

type Answered = Extract<Card, { kind: "answer" }>;

/** What a steward may do about a card beyond going on. */
export function CardActions({ card, door }: { card: Answered; door: Door }) {
  const { answer, local } = card;
  if (answer.outcome === "needs_info") return <GroupStepper out={card.command.direction === "out"} adults={answer.adults ?? 1} under18s={answer.under18s ?? 0} onCount={(adults, under18s) => void door.count(card, adults, under18s)} onCancel={() => door.dismiss()} />;
  if (answer.outcome === "device_revoked") return (
    <div class="result-buttons">
      <a class="button" href="/app/pair">Pair it again</a>
      <button onClick={() => door.dismiss()}>Go on</button>
    </div>
  );
  return local && answer.outcome !== "already_in" && answer.outcome !== "not_inside" ? <LetInAlone card={card} door={door} /> : <Overrule card={card} door={door} />;
}

/** Nobody can be asked: the steward decides, and the help desk sees it afterwards (turnout.md, rule 16). */
function LetInAlone({ card, door }: { card: Answered; door: Door }) {
  return (
    <div class="result-buttons">
      <button onClick={() => door.dismiss()}>Help desk</button>
      <button class="result-force" onClick={() => void door.letIn(card)}>{card.command.direction === "out" ? "Let out anyway" : "Let in anyway"}</button>
    </div>
  );
}

const reasons = ["Shown at the desk", "Pass mixed up", "Organiser says so"];

/** Desk and supervisor let in against the rules, with a reason that stays with the scan. */
function Overrule({ card, door }: { card: Answered; door: Door }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const isIn = card.answer.outcome === "already_in";
  const letIn = () => (isIn && words === wentOut ? door.cameBack(card) : door.letIn(card, words.trim()));
  if (!open) return (
    <div class="result-buttons">
      <button autoFocus onClick={() => door.dismiss()}>Go on</button>
      <button class="result-force" onClick={() => setOpen(true)}>{card.command.direction === "out" ? "Let out anyway …" : "Let in anyway …"}</button>
    </div>
  );
  return (
    <form class="overrule" onSubmit={(event) => { event.preventDefault(); if (words.trim() !== "") void letIn(); }}>
      <p>{isIn ? `Why? “${wentOut}” counts nobody twice, any other reason counts one person more. No names: all staff can read it.` : "Why? No names: all staff can read it."}</p>
      <div class="overrule-reasons">{[...(isIn ? [wentOut] : []), ...reasons].map((reason) => <button type="button" key={reason} aria-pressed={reason === words} onClick={() => setWords(reason)}>{reason}</button>)}</div>
      <input aria-label="The reason" value={words} maxLength={200} placeholder="Or in your words" onInput={(event) => setWords(event.currentTarget.value)} />
      <div class="result-buttons">
        <button type="button" onClick={() => door.dismiss()}>Cancel</button>
        <button class="result-force" disabled={words.trim() === ""}>Let in</button>
      </div>
    </form>
  );
}
