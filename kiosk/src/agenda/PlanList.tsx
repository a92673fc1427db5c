import { useEffect, useRef } from "preact/hooks";
import type { EveningPresent, OrderItem } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import { clockOf, elapsed } from "./clock";
import { entriesOf, startsOf } from "./plan";
import { length } from "./words";

/** The running order, planned against what became of it, item by item; and what of the rest may fall. */
export function PlanList({ evening }: { evening: EveningPresent }) {
  const now = serverSecond.value;
  const starts = startsOf(evening, now);
  const here = useRef<HTMLTableRowElement>(null);
  useEffect(() => here.current?.scrollIntoView?.({ block: "nearest" }), [evening.nowItemId]);
  return (
    <section class="plan" tabIndex={0} aria-label="Running order">
      <table>
        <caption>Running order: planned and actual <small><span aria-hidden="true">✂</span> may be cut</small></caption>
        <thead><tr><th scope="col">Starts</th><th scope="col">Item</th><th scope="col">Planned</th><th scope="col">Actual</th></tr></thead>
        <tbody>
          {entriesOf(evening).map(([id, item]) => (
            <tr key={id} class={`plan-${item.status}`} ref={item.status === "now" ? here : null} aria-current={item.status === "now" ? "step" : undefined}>
              <td>{item.status === "skipped" ? "–" : <time>{clockTime(item.beganAt ?? starts.get(id) ?? now, evening.timeZone)}</time>}</td>
              <th scope="row">{item.title}{item.status === "now" && <b class="plan-now"> now</b>}{item.isInserted && <small> put in</small>}<Mark item={item} /></th>
              <td>{item.plannedSeconds === 0 ? "–" : length(item.plannedSeconds * 1000)}</td>
              <td><Actual item={item} now={now} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Mark({ item }: { item: OrderItem }) {
  if (item.status !== "planned") return null;
  return item.mustNotCut ? <small class="keep">must not be cut</small> : <span class="may-cut" title="may be cut"><span aria-hidden="true">✂</span><span class="unseen">may be cut</span></span>;
}

/** What it took; for what is to come, the length it has now if that is no longer the planned one. */
function Actual({ item, now }: { item: OrderItem; now: number }) {
  if (item.status === "skipped") return <>skipped</>;
  if (item.status === "planned") return <>{item.seconds === item.plannedSeconds ? "" : `→ ${length(item.seconds * 1000)}`}</>;
  const took = item.status === "now" ? elapsed(clockOf(item), now) : item.spentSeconds * 1000;
  const over = took - item.plannedSeconds * 1000;
  const rounded = Math.round(took / 60_000) * 60_000;
  return <>{took < 60_000 ? length(took) : length(rounded)}{item.plannedSeconds > 0 && over >= 30_000 && <b class="plan-over"> +{length(Math.round(over / 60_000) * 60_000 || 60_000)}</b>}</>;
}
