import { useState } from "preact/hooks";
import type { EveningClockKind, EveningPresent, FloorPresent } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { nowOf } from "./plan";
import { ShortClock } from "./ShortClock";
import { clockKinds, clockName, fairShare, presets, subjectsOf } from "./shortClocks";
import { digits, length } from "./words";

interface Props { evening: EveningPresent; present: FloorPresent; commands: Commands }

/** The clocks of those who speak: one row each, large enough to be hit without looking. */
export function ClocksPanel({ evening, present, commands }: Props) {
  return (
    <section class="clocks" aria-label="Clocks of those who speak">
      {clockKinds.map((kind) => {
        const clock = evening.clocks[kind];
        return clock === undefined
          ? <StartClock key={kind} kind={kind} evening={evening} present={present} commands={commands} />
          : <ShortClock key={kind} kind={kind} clock={clock} evening={evening} commands={commands} />;
      })}
    </section>
  );
}

/** Who, and how long: the people of this item first, then anybody with a length that is one tap away. */
function StartClock({ kind, evening, present, commands }: Props & { kind: EveningClockKind }) {
  const item = nowOf(evening)?.[1];
  const subjects = subjectsOf(item, kind);
  const [who, setWho] = useState<string>();
  const subject = subjects.find(({ id }) => id === who) ?? subjects[0];
  const own = subject === undefined || kind !== "speaker" ? undefined : (present.speakers[subject.id]?.secondsOnStage ?? (item === undefined ? undefined : fairShare(item)));
  const lengths = own === undefined ? presets[kind] : [own, ...presets[kind].filter((seconds) => seconds !== own)].slice(0, 3);
  return (
    <section class="start-clock" aria-label={`${clockName[kind]} clock`}>
      <h3>{clockName[kind]}</h3>
      {subjects.length > 1 && (
        <select aria-label={`Who: ${clockName[kind]} clock`} value={subject?.id} onChange={(event) => setWho(event.currentTarget.value)}>
          {subjects.map(({ id, name }) => <option value={id} key={id}>{name}</option>)}
        </select>
      )}
      {subjects.length === 1 && <p>{subject!.name}</p>}
      <div class="row">
        {lengths.map((seconds) => (
          <button class="big" key={seconds} aria-label={`Start the ${clockName[kind].toLowerCase()} clock: ${length(seconds * 1000)}`}
            onClick={() => void commands.run({ step: "clock_started", clock: kind, seconds, ...(subject !== undefined && { subjectId: subject.id }) })}>
            ▶ {digits(seconds * 1000)}
          </button>
        ))}
      </div>
    </section>
  );
}
