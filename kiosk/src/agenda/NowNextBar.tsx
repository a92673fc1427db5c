import type { EveningPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockOf, isStanding, left, phaseOf } from "./clock";
import { drift, nextOf, nowOf } from "./plan";
import { useSecond } from "./useSecond";
import { digits, driftWords } from "./words";

/** NOW, its clock, NEXT and the drift in one line: in the frame of every tablet of the floor. */
export function NowNextBar({ evening }: { evening: EveningPresent }) {
  const item = nowOf(evening)?.[1];
  const clock = item === undefined ? undefined : clockOf(item);
  const now = useSecond(clock);
  const next = nextOf(evening)?.[1];
  if (clock === undefined || item === undefined) {
    return <p class="now-next"><span><b>{evening.stage === "ended" ? "The evening is over" : "Not started yet"}</b></span>{next !== undefined && <span class="now-next-then">First: {next.title}</span>}</p>;
  }
  const phase = phaseOf(clock, now);
  return (
    <p class={`now-next now-next-${phase}`}>
      <span class="now-next-now"><small>Now</small> <b>{item.title}</b></span>
      <b class="now-next-clock" role="timer" aria-live="off">{digits(left(clock, now))}{phase === "over" && <small> over</small>}{isStanding(clock) && <small> paused</small>}</b>
      {next !== undefined && <span class="now-next-then"><small>Next</small> {next.title}</span>}
      <span class="now-next-drift">{driftWords(drift(evening, serverSecond.value))}</span>
    </p>
  );
}
