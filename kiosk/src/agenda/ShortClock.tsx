import type { EveningClockKind, EveningPresent, OrderClock } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { clockOf, isStanding } from "./clock";
import { ClockFace } from "./ClockFace";
import { clockName, subjectName } from "./shortClocks";

interface Props { kind: EveningClockKind; clock: OrderClock; evening: EveningPresent; commands: Commands }

/** A running speaker, answer or explanation clock with everything that can be done to it, also after the speech began. */
export function ShortClock({ kind, clock, evening, commands }: Props) {
  const standing = isStanding(clockOf(clock));
  const name = subjectName(evening, clock) ?? clockName[kind];
  const change = (step: "clock_extended", seconds: number) => void commands.run({ step, clock: kind, seconds });
  return (
    <section class="short-clock" aria-label={`${clockName[kind]} clock`}>
      <ClockFace clock={clockOf(clock)} title={name} />
      <div class="short-clock-side">
        <h3>{name} <small>{clockName[kind]} clock</small></h3>
        <div class="row">
          <button class="big" onClick={() => void commands.run({ step: standing ? "clock_resumed" : "clock_paused", clock: kind })}>{standing ? "Go on" : "Hold"}</button>
          <button class="big" aria-label="30 seconds less" onClick={() => change("clock_extended", -30)}>−30 s</button>
          <button class="big" aria-label="30 seconds more" onClick={() => change("clock_extended", 30)}>+30 s</button>
          <button class="big" onClick={() => void commands.run({ step: "clock_stopped", clock: kind })}>Stop</button>
        </div>
      </div>
    </section>
  );
}
