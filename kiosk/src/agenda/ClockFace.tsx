import { isStanding, left, phaseOf, shareLeft, type Clock, type Phase } from "./clock";
import { useSecond } from "./useSecond";
import { digits, length, spokenLeft } from "./words";

const word: Record<Phase, string> = { running: "left", last: "left", up: "Time is up", over: "over" };

/**
 * A clock with its ring, its digits and its word. Beyond the end the ring is whole, thick and broken and the word has
 * changed: nobody has to see a colour (live.md, rule 20). Seconds are never announced.
 */
export function ClockFace({ clock, small = false, title }: { clock: Clock; small?: boolean; title?: string }) {
  const now = useSecond(clock);
  const rest = left(clock, now);
  const phase = phaseOf(clock, now);
  const standing = isStanding(clock);
  return (
    <div class={`face face-${phase}${standing ? " face-standing" : ""}${small ? " face-small" : ""}`} role="timer" aria-live="off"
      aria-label={`${title === undefined ? "" : `${title}: `}${spokenLeft(rest)}${standing ? ", paused" : ""}`}>
      <Ring share={shareLeft(clock, now)} phase={phase} />
      <div class="face-words" aria-hidden="true">
        <b class="face-digits">{digits(rest)}</b>
        <span class="face-word">{standing ? "paused" : word[phase]}</span>
        {!small && <small>of {length(clock.lengthMs)}</small>}
      </div>
    </div>
  );
}

const radius = 44;
const round = 2 * Math.PI * radius;

function Ring({ share, phase }: { share: number; phase: Phase }) {
  const over = phase === "up" || phase === "over";
  return (
    <svg class="face-ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle class="ring-ground" cx="50" cy="50" r={radius} />
      <circle class="ring-left" cx="50" cy="50" r={radius} transform="rotate(-90 50 50)"
        stroke-dasharray={over ? `${round / 32} ${round / 32}` : `${share * round} ${round}`} />
    </svg>
  );
}
