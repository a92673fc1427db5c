import type { EveningPresent, FloorPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import { kindAndOwner } from "./kinds";
import { nextOf, startsOf, toCome } from "./plan";
import { PeopleOf } from "./PeopleOf";
import { length } from "./words";

/** What comes next, who must be ready for it, and the few after it. */
export function NextCard({ evening, present }: { evening: EveningPresent; present: FloorPresent }) {
  const next = nextOf(evening);
  if (next === undefined) return evening.stage === "ended" ? null : <section class="ev-next"><p class="ev-label">Next</p><p class="ev-title">Nothing: this is the last item.</p></section>;
  const [id, item] = next;
  const starts = startsOf(evening, serverSecond.value);
  const time = (of: string) => clockTime(starts.get(of) ?? serverSecond.value, evening.timeZone);
  const later = toCome(evening).filter(([other]) => other !== id);
  return (
    <section class="ev-next" aria-labelledby="next-title">
      <p class="ev-label">Next <span>about {time(id)} · {length(item.seconds * 1000)}</span></p>
      <h2 id="next-title" class="ev-title">{item.title}</h2>
      <p class="ev-who">{kindAndOwner(item)}</p>
      <PeopleOf item={item} present={present} short />
      {later.length > 0 && (
        <ol class="ev-later" aria-label="After that">
          {later.slice(0, 4).map(([other, entry]) => <li key={other}><time>{time(other)}</time><span>{entry.title}</span><small>{length(entry.seconds * 1000)}</small></li>)}
        </ol>
      )}
      {later.length > 4 && <p class="soft">and {later.length - 4} more</p>}
    </section>
  );
}
