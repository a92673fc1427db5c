import type { DeviceRole } from "../contract/contract";
import type { Card, Door } from "./door";
import { GroupStepper } from "./GroupStepper";
import { Overrule } from "./Overrule";

type Answered = Extract<Card, { kind: "answer" }>;

const overruled = ["unknown", "revoked", "replaced", "already_in", "room_full_redirect", "not_inside", "ambiguous"];
const letInAlone = ["unknown", "revoked", "replaced", "ambiguous"];

/** Whether a card has more to offer to its steward than going on. */
export function hasActions({ answer: { outcome }, command, local }: Answered, role: DeviceRole): boolean {
  if (command.undoes !== undefined) return false;
  if (outcome === "needs_info" || outcome === "device_revoked") return true;
  return role === "desk" || role === "supervisor" ? overruled.includes(outcome) : local && letInAlone.includes(outcome);
}

/** What a steward may do about a card beyond going on. `onForm`: there is something to fill in, which needs the room. */
export function CardActions({ card, door, onForm }: { card: Answered; door: Door; onForm: () => void }) {
  const { answer, local } = card;
  if (answer.outcome === "needs_info") return <GroupStepper adults={answer.adults ?? 1} under18s={answer.under18s ?? 0} out={card.command.direction === "out"} onCount={(adults, under18s) => void door.count(card, adults, under18s)} onCancel={() => door.dismiss()} />;
  if (answer.outcome === "device_revoked") return (
    <div class="result-buttons">
      <button data-first onClick={() => door.dismiss()}>Go on</button>
      <a class="button" href="/app/pair">Pair it again</a>
    </div>
  );
  return local && letInAlone.includes(answer.outcome) ? <LetInAlone card={card} door={door} /> : <Overrule card={card} door={door} onForm={onForm} />;
}

/** Nobody can be asked: the steward decides, and the help desk sees it afterwards (turnout.md, rule 16). */
function LetInAlone({ card, door }: { card: Answered; door: Door }) {
  return (
    <div class="result-buttons">
      <button data-first onClick={() => door.dismiss()}>To the help desk</button>
      <button class="result-force" onClick={() => void door.letIn(card)}>{card.command.direction === "out" ? "Let out anyway" : "Let in anyway"}</button>
    </div>
  );
}
