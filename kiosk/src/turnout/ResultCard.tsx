import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { CardActions } from "./CardActions";
import type { Card, Door } from "./door";
import { ToneIcon } from "./ToneIcon";
import { type Who, wordsOf } from "./outcome";
import { signalTone } from "./signals";

/** How long a welcome is shown, and how long an unattended kiosk shows anything else. */
const welcomeFor = 1400;
const unattendedFor = 12_000;

interface Props { door: Door; who: Who }
type Answered = Extract<Card, { kind: "answer" }>;

/** The decision, over every panel. */
export function ResultCard({ door, who }: Props) {
  const card = door.card.value;
  return (
    <div aria-live="assertive">
      {card?.kind === "answer" && <Answer key={`${card.answer.scanId}${card.answer.outcome}`} card={card} door={door} who={who} />}
      {card?.kind === "sending" && <Sending key={card.command.scanId} />}
    </div>
  );
}

function Answer({ card, door, who }: Props & { card: Answered }) {
  const { answer, local } = card;
  const { tone, word, text } = wordsOf(answer, who, door.device.timeZone, card.command.direction);
  const passes = tone === "in" || tone === "out";
  const clears = passes ? welcomeFor : who === "visitor" ? unattendedFor : undefined;
  const sheet = useRef<HTMLDivElement>(null);
  // So that Enter, Space or Escape put it away without a tap, and a screen reader begins here.
  useLayoutEffect(() => sheet.current?.focus(), []);
  useEffect(() => {
    signalTone(tone);
    const timer = clears === undefined ? undefined : setTimeout(() => door.dismiss(), clears);
    return () => clearTimeout(timer);
  }, []);
  const asks = asksSomething(card, door, who);
  return (
    <Sheet tone={tone} outcome={answer.outcome} sheet={sheet} onAway={() => door.dismiss()} tappable={!asks}>
      <ToneIcon tone={tone} />
      <strong>{word}</strong>
      {who === "steward" && answer.name !== undefined && <span class="result-name">{answer.name}</span>}
      {who === "steward" && answer.label !== undefined && <span class="result-name">{answer.label}</span>}
      {answer.institution !== undefined && <span class="result-institution">{answer.institution}</span>}
      {text !== "" && <span>{text}</span>}
      {answer.reason !== undefined && who === "steward" && <small>{answer.reason}</small>}
      {local && who === "steward" && <small class="result-local">Without a connection: decided by this device</small>}
      {asks ? <CardActions card={card} door={door} /> : !passes && <em>Tap to go on</em>}
    </Sheet>
  );
}

/** Whether the card has more to offer than going on. */
function asksSomething({ answer, command, local }: Answered, { device }: Door, who: Who): boolean {
  if (who === "visitor" || command.undoes !== undefined) return false;
  if (answer.outcome === "needs_info" || answer.outcome === "device_revoked") return true;
  const overrules = device.role === "desk" || device.role === "supervisor";
  return overrules ? ["unknown", "revoked", "replaced", "already_in", "room_full_redirect", "not_inside", "ambiguous"].includes(answer.outcome)
    : local && ["unknown", "revoked", "replaced", "ambiguous"].includes(answer.outcome);
}

interface SheetProps { tone: string; outcome: string; sheet: RefObject<HTMLDivElement | null>; onAway: () => void; tappable: boolean; children: ComponentChildren }

function Sheet({ tone, outcome, sheet, onAway, tappable, children }: SheetProps) {
  const away = tappable ? { onClick: onAway, role: "button" } as const : { role: "group" } as const;
  function press(event: KeyboardEvent) {
    const own = event.target === event.currentTarget;
    if (event.key !== "Escape" && !(own && tappable && (event.key === "Enter" || event.key === " "))) return;
    event.preventDefault();
    onAway();
  }
  return <div ref={sheet} class={`result result-${tone}`} data-outcome={outcome} tabIndex={-1} onKeyDown={press} {...away}><div class="result-words">{children}</div></div>;
}

/** An answer that takes a blink is not worth a flicker: "one moment" comes late. */
function Sending() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 350);
    return () => clearTimeout(timer);
  }, []);
  return late ? <div class="result result-wait"><div class="result-words"><ToneIcon tone="wait" /><strong>One moment</strong></div></div> : null;
}
