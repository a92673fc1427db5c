import type { EveningPresent, FloorPresent, OrderItem } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { PeopleOf } from "./PeopleOf";
import { ShortClock } from "./ShortClock";
import { fairShare, shortClocks } from "./shortClocks";
import { length } from "./words";

interface Props { item: OrderItem; evening: EveningPresent; present: FloorPresent; commands: Commands }

/** The people of the item of now, with a clock of their own for each speaker, and whatever short clock runs. */
export function PeopleNow({ item, evening, present, commands }: Props) {
  const secondsOf = (speakerId: string) => present.speakers[speakerId]?.secondsOnStage ?? fairShare(item);
  const isTimed = (speakerId: string) => evening.clocks.speaker?.subjectId === speakerId;
  return (
    <>
      <PeopleOf item={item} present={present} action={(id, name) => !isTimed(id) && (
        <button class="ev-start-clock" aria-label={`Start the clock of ${name}, ${length(secondsOf(id) * 1000)}`}
          onClick={() => void commands.run({ step: "clock_started", clock: "speaker", subjectId: id, seconds: secondsOf(id) })}>
          Start clock <small>{length(secondsOf(id) * 1000)}</small>
        </button>
      )} />
      {shortClocks(evening).map(([kind, clock]) => <ShortClock key={kind} kind={kind} clock={clock} evening={evening} commands={commands} />)}
    </>
  );
}
