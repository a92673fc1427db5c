import { useEffect, useState } from "preact/hooks";
import type { ScanAnswer } from "../contract/contract";
import type { Card, Door } from "./door";
import { ToneIcon } from "./ToneIcon";
import { wordsOf } from "./outcome";
import { signalTone } from "./signals";

/** How long a welcome is shown, and how long an unattended kiosk shows anything else. */
const welcomeFor = 1400;
const unattendedFor = 12_000;

interface Props { door: Door; who: "steward" | "visitor"; timeZone: string }

export function ResultCard({ door, who, timeZone }: Props) {
  const card = door.card.value;
  return (
    <div aria-live="assertive">
      {card?.kind === "answer" && <Answer key={card.answer.scanId} answer={card.answer} door={door} who={who} timeZone={timeZone} />}
      {card !== undefined && card.kind !== "answer" && <Undecided key={card.scan.scanId + card.kind} card={card} door={door} who={who} />}
    </div>
  );
}

function Answer({ answer, door, who, timeZone }: Props & { answer: ScanAnswer }) {
  const { tone, word, text } = wordsOf(answer, who, timeZone);
  const clears = tone === "in" ? welcomeFor : who === "visitor" ? unattendedFor : undefined;
  useEffect(() => {
    signalTone(tone);
    const timer = clears === undefined ? undefined : setTimeout(() => door.dismiss(), clears);
    return () => clearTimeout(timer);
  }, []);
  if (answer.outcome === "device_revoked" && who === "steward") return (
    <div class={`result result-${tone}`}>
      <ToneIcon tone={tone} />
      <strong>{word}</strong>
      <span>{text}</span>
      <div class="result-buttons">
        <a class="button" href="/app/pair">Pair it again</a>
        <button onClick={() => door.dismiss()}>Go on</button>
      </div>
    </div>
  );
  return (
    <button class={`result result-${tone}`} onClick={() => door.dismiss()}>
      <ToneIcon tone={tone} />
      <strong>{word}</strong>
      {answer.institution !== undefined && <span class="result-institution">{answer.institution}</span>}
      {text !== "" && <span>{text}</span>}
      {answer.reason !== undefined && who === "steward" && <small>{answer.reason}</small>}
      {tone !== "in" && <em>Tap to go on</em>}
    </button>
  );
}

/** An answer that takes a blink is not worth a flicker: the card for "sending" comes late, the others at once. */
function Undecided({ card, door, who }: { card: Exclude<Card, { kind: "answer" }>; door: Door; who: Props["who"] }) {
  const [late, setLate] = useState(card.kind !== "sending");
  useEffect(() => {
    if (card.kind !== "sending") signalTone("wait");
    const timer = setTimeout(() => setLate(true), 350);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  if (card.kind === "sending") return <div class="result result-wait"><ToneIcon tone="wait" /><strong>One moment</strong></div>;
  return (
    <div class="result result-wait">
      <ToneIcon tone="wait" />
      <strong>No connection</strong>
      <span>{who === "visitor" ? "Waiting for the server. Please stay a moment." : "Waiting for the server, keep the pass. It is sent by itself, once."}</span>
      {who === "steward" && <div class="result-buttons"><button onClick={() => door.setAside()}>Next person</button></div>}
    </div>
  );
}
