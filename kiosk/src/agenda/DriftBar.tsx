import type { EveningPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import { drift, leaveTooEarly, margin, projectedFinish } from "./plan";
import { driftWords, length, marginWords } from "./words";

/** Always in view: how late the evening is, when it will end, and how that lies to the hard end. */
export function DriftBar({ evening, children }: { evening: EveningPresent; children?: preact.ComponentChildren }) {
  const now = serverSecond.value;
  const late = drift(evening, now);
  const spare = margin(evening, now);
  const side = Math.abs(late) < 30_000 ? "on" : late > 0 ? "behind" : "ahead";
  const time = (at: number | string) => clockTime(at, evening.timeZone);
  return (
    <section class="drift" aria-label="How late we are">
      <p class={`drift-now drift-${side}`}><Shape side={side} /><b>{driftWords(late)}</b></p>
      <p class="drift-finish"><span>{evening.stage === "ended" ? "ended" : "ends about"}</span> <b>{time(projectedFinish(evening, now))}</b></p>
      <p class={spare < -30_000 ? "drift-end drift-past" : "drift-end"}><span>hard end {time(evening.hardEnd)}</span> <b>{marginWords(spare)}</b></p>
      {children}
      {leaveTooEarly(evening, now).map(({ id, name, at, lateMs }) => (
        <p class="drift-guest" role="status" key={id}><b>{name} leaves at {time(at)}</b>, {length(Math.max(60_000, Math.round(lateMs / 60_000) * 60_000))} before their part is over</p>
      ))}
    </section>
  );
}

/** Behind, ahead and on time have their own shape beside the word. */
function Shape({ side }: { side: "on" | "behind" | "ahead" }) {
  const path = { behind: "M4 6h16l-8 13z", ahead: "M4 18h16L12 5z", on: "M5 12.5l5 5L19.5 7" }[side];
  return <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d={path} fill={side === "on" ? "none" : "currentColor"} stroke="currentColor" stroke-width={side === "on" ? 4 : 1} stroke-linejoin="round" /></svg>;
}
