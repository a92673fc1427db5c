import type { Tone } from "./outcome";

/** Five silhouettes that differ in grey and from the corner of the eye: circle, door, ring of arrows, octagon, hourglass. */
export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <svg class="tone-icon" viewBox="0 0 100 100" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">
      {tone === "in" && <><circle cx="50" cy="50" r="44" /><path d="M29 52l15 16 28-33" stroke-width="11" /></>}
      {tone === "out" && <><path d="M58 8H16v84h42" /><path d="M38 50h52M70 28l22 22-22 22" stroke-width="11" /></>}
      {tone === "again" && <><path d="M82 30A40 40 0 1 0 90 56" /><path d="M86 8v24H62" /><path d="M50 30v22l14 10" /></>}
      {tone === "stop" && <><path d="M31 6h38l25 25v38L69 94H31L6 69V31z" /><path d="M34 34l32 32M66 34L34 66" stroke-width="11" /></>}
      {tone === "wait" && <path d="M26 8h48M26 92h48M32 8v16c0 12 18 18 18 26s-18 14-18 26v16M68 8v16c0 12-18 18-18 26s18 14 18 26v16" />}
    </svg>
  );
}
