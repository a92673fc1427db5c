import type { AgendaNotes, EveningPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import { clockOf } from "./clock";
import { ClockFace } from "./ClockFace";
import { ItemNotes } from "./ItemNotes";
import { kindAndOwner } from "./kinds";
import { nowOf } from "./plan";
import { driftWords, length } from "./words";

/** What is now, as large as the tablet allows: title, who leads it, the time left; and below it whatever the item needs. */
export function NowCard({ evening, note, children }: { evening: EveningPresent; note?: keyof AgendaNotes; children?: preact.ComponentChildren }) {
  const entry = nowOf(evening);
  if (entry === undefined) return <BeforeOrAfter evening={evening} />;
  const [id, item] = entry;
  return (
    <section class={evening.rollCall !== undefined && item.kind === "roll_call" ? "ev-now ev-calling" : "ev-now"} aria-labelledby="now-title">
      <header class="ev-now-head" key={id}>
        <ClockFace clock={clockOf(item)} title="Now" />
        <div>
          <p class="ev-label">Now{evening.stage === "paused" && <b class="ev-paused"> · paused</b>}</p>
          <h2 id="now-title" class="ev-title">{item.title}</h2>
          <p class="ev-who">{kindAndOwner(item)}</p>
          {note !== undefined && <ItemNotes item={item} of={note} />}
        </div>
      </header>
      {children}
    </section>
  );
}

function BeforeOrAfter({ evening }: { evening: EveningPresent }) {
  const now = serverSecond.value;
  if (evening.stage === "ended") {
    return (
      <section class="ev-now ev-still">
        <p class="ev-label">The evening is over</p>
        <h2 class="ev-title">Ended at {clockTime(evening.endedAt ?? now, evening.timeZone)}</h2>
        <p class="ev-who">{driftWords((evening.reckoning.drift ?? 0) * 1000)}</p>
      </section>
    );
  }
  const until = Date.parse(evening.plannedStart) - now;
  return (
    <section class="ev-now ev-still">
      <p class="ev-label">Not started yet</p>
      <h2 class="ev-title">Starts at {clockTime(evening.plannedStart, evening.timeZone)}</h2>
      <p class="ev-who">{until >= 60_000 ? `in ${length(Math.ceil(until / 60_000) * 60_000)}` : until > -60_000 ? "now" : `${length(Math.floor(-until / 60_000) * 60_000)} ago`}</p>
    </section>
  );
}
