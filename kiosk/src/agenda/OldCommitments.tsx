import type { OrderItem } from "../contract/contract";
import { calendarDay } from "../shell/time";

/** The old commitments of an item: what was promised, where it stands, and what to say, large enough to be read out from here. */
export function OldCommitments({ item }: { item: OrderItem }) {
  return (
    <>
      {item.commitments?.map((one, index) => (
        <article class="ev-old" key={index} aria-label={`${one.person}, ${one.office}`}>
          <p class="ev-old-status"><b>{one.status}</b>, {one.timeliness}</p>
          <p class="soft">{one.definition}</p>
          <p class="ev-ask">{one.wording}</p>
          <p><b>{one.person}, {one.office}</b>: {one.answer} <span class="soft">({one.assembly}, {calendarDay(one.answeredOn)})</span></p>
          <p class="ev-old-say"><b>To say</b> {one.say}</p>
          {!one.isOnScreens && <p class="soft">Not on the screens: it is not whole in the public record.</p>}
        </article>
      ))}
    </>
  );
}
