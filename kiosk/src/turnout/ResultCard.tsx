import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { CardActions, hasActions } from "./CardActions";
import type { Card, Door } from "./door";
import { ToneIcon } from "./ToneIcon";
import { type Who, passes, wordsOf } from "./outcome";
import { Remark } from "./Remark";
import { signalTone } from "./signals";

/** How long a welcome is shown, and how long an unattended kiosk shows anything else. */
const welcomeFor = 1400;
const unattendedFor = 12_000;

interface Props { door: Door; who: Who }
type Answered = Extract<Card, { kind: "answer" }>;

/** Whether a card waits for a person: what lies behind it is out of reach meanwhile. */
export const waits = (card: Card | undefined, who: Who): boolean => card?.kind === "answer" && !passes(card.answer, who);

/** The decision, over every panel, and what is said in passing. */
export function ResultCard({ door, who }: Props) {
  const card = door.card.value;
  // A welcome is announced and takes nothing else away; what waits to be seen takes the focus, which announces it.
  return (
    <div class="over" aria-live={waits(card, who) ? "off" : "assertive"}>
      <Remark door={door} />
      {card?.kind === "answer" && <Answer key={`${card.answer.scanId}${card.answer.outcome}`} card={card} door={door} who={who} />}
      {card?.kind === "sending" && <Sending key={card.command.scanId} />}
    </div>
  );
}

function Answer({ card, door, who }: Props & { card: Answered }) {
  const { answer, local } = card;
  const { tone, word, text } = wordsOf(answer, who, door.device.timeZone, card.command.direction);
  const waiting = waits(card, who);
  const clears = !waiting ? welcomeFor : who === "visitor" ? unattendedFor : undefined;
  const sheet = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState(answer.outcome === "needs_info" && who === "steward");
  const asks = who === "steward" && hasActions(card, door.device.role);
  const tap = asks ? {} : { onClick: () => door.dismiss() };

  useFocusWhile(sheet, waiting);
  useEscape(() => door.dismiss());
  useEffect(() => {
    signalTone(tone);
    const timer = clears === undefined ? undefined : setTimeout(() => door.dismiss(), clears);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div ref={sheet} class={`result result-${tone}${form ? " result-form" : ""}`} data-outcome={answer.outcome} tabIndex={-1} {...tap}
      {...(waiting && { role: "alertdialog", "aria-labelledby": "result-word", "aria-describedby": "result-text" } as const)}>
      <div class="result-words">
        <div class="result-head"><ToneIcon tone={tone} /><strong id="result-word">{word}</strong></div>
        <div class="result-more" id="result-text">
          {who === "steward" && answer.name !== undefined && <span class="result-name">{answer.name}</span>}
          {who === "steward" && answer.label !== undefined && <span class="result-name">{answer.label}</span>}
          {answer.institution !== undefined && <span class="result-institution">{answer.institution}</span>}
          {text !== "" && <span>{text}</span>}
          {answer.reason !== undefined && who === "steward" && <span>{answer.reason}</span>}
          {local && who === "steward" && <small class="result-local">Without a connection: decided by this device</small>}
        </div>
      </div>
      {asks && <CardActions card={card} door={door} onForm={() => setForm(true)} />}
      {!asks && waiting && <div class="result-buttons"><button class="result-on" data-first>{who === "visitor" ? "Touch to go on" : "Tap to go on"}</button></div>}
    </div>
  );
}

/** From the moment a card is seen, wherever the focus is. */
function useEscape(away: () => void): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => { if (event.key === "Escape") away(); };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** Enter, Space and a screen reader find the card that waits; afterwards the focus is where it was. */
function useFocusWhile(sheet: { current: HTMLElement | null }, waiting: boolean): void {
  useLayoutEffect(() => {
    if (!waiting) return;
    const before = document.activeElement;
    (sheet.current?.querySelector<HTMLElement>("[data-first]") ?? sheet.current)?.focus({ preventScroll: true });
    return () => { if (before instanceof HTMLElement && before !== document.body) setTimeout(() => before.isConnected && before.focus({ preventScroll: true })); };
  }, []);
}

/** An answer that takes a blink is not worth a flicker: "one moment" comes late. */
function Sending() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 350);
    return () => clearTimeout(timer);
  }, []);
  return late ? <div class="result result-wait"><div class="result-words"><div class="result-head"><ToneIcon tone="wait" /><strong>One moment</strong></div></div></div> : null;
}
