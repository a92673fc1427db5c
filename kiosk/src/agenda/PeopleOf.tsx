import type { FloorPresent, OrderItem } from "../contract/contract";
import { PresenceChip, ReadinessChip } from "./PeopleChips";
import { isHere, powerHoldersOf, speakersOf } from "./people";

interface Props {
  item: OrderItem;
  present: FloorPresent;
  /** Only who they are and how ready: for what comes next. */
  short?: boolean;
  /** What can be done with a speaker, beside the name. */
  action?: (speakerId: string, name: string) => preact.ComponentChildren;
}

/** The people an item needs: who speaks, how the name is said, how ready they are; and which power-holders are there. */
export function PeopleOf({ item, present, short = false, action }: Props) {
  const speakers = speakersOf(item, present);
  const holders = powerHoldersOf(item, present);
  if (speakers.length + holders.length === 0) return null;
  return (
    <ul class={short ? "ev-people ev-people-short" : "ev-people"}>
      {speakers.map(({ id, place, speaker }) => (
        <li key={id}>
          <span class="ev-person">
            <b>{place.nameToShow}</b>
            {!short && speaker?.pronunciation !== undefined && <span class="ev-say"><span class="unseen">Say: </span>“{speaker.pronunciation}”</span>}
            <small>{place.institution}{!place.mayShowName && " · name stays off the screens"}</small>
            {speaker !== undefined && !isHere(speaker.readiness) && speaker.understudy !== undefined && <small>Understudy: {speaker.understudy}</small>}
          </span>
          {speaker !== undefined && <ReadinessChip readiness={speaker.readiness} />}
          {!short && action?.(id, place.nameToShow)}
        </li>
      ))}
      {holders.map(({ id, place, holder }) => (
        <li key={id}>
          <span class="ev-person"><b>{place.name}</b><small>{place.office}</small></span>
          {holder !== undefined && <PresenceChip holder={holder} />}
        </li>
      ))}
    </ul>
  );
}
