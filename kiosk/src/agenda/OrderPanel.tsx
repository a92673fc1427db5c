import { useState } from "preact/hooks";
import type { EveningPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import type { Commands } from "../record/useCommands";
import { clockTime } from "../shell/time";
import type { Step } from "./changes";
import { Finish } from "./Finish";
import { InsertForm } from "./InsertForm";
import { ItemChanges } from "./ItemChanges";
import { Panel } from "./Panel";
import { entriesOf, nowOf, startsOf, type Entry } from "./plan";
import { kindAndOwner } from "./kinds";
import { length } from "./words";

interface Props { evening: EveningPresent; commands: Commands; onClose: () => void }

/** Skip, shorten, move, put in: each change says what finish it leads to before it is done (product.md, 23). */
export function OrderPanel({ evening, commands, onClose }: Props) {
  const [picked, setPicked] = useState<string | "insert">();
  const starts = startsOf(evening, serverSecond.value);
  const open = entriesOf(evening).filter(([, { status }]) => status === "planned" || status === "skipped");
  const run = (step: Step) => void commands.run(step).then((done) => done && setPicked(undefined));
  const after = nowOf(evening);

  return (
    <Panel title="Change the order" onClose={onClose}>
      {commands.trouble !== undefined && <p class="panel-trouble" role="alert">{commands.trouble}</p>}
      <Finish evening={evening} />
      <ul class="order-list">
        {after !== undefined && <li class="order-now"><span class="order-time">Now</span><b>{after[1].title}</b></li>}
        {open.map(([id, item]: Entry) => (
          <li key={id} class={item.status === "skipped" ? "order-skipped" : ""}>
            <button class="order-row" aria-expanded={picked === id} onClick={() => setPicked(picked === id ? undefined : id)}>
              <span class="order-time">{item.status === "skipped" ? "skipped" : clockTime(starts.get(id) ?? serverSecond.value, evening.timeZone)}</span>
              <span class="order-title"><b>{item.title}</b><small>{kindAndOwner(item)}</small></span>
              {item.mustNotCut && <span class="keep">must not be cut</span>}
              <span class="order-length">{length(item.seconds * 1000)}</span>
            </button>
            {picked === id && <ItemChanges id={id} item={item} evening={evening} busy={commands.busy} onRun={run} />}
          </li>
        ))}
        <li>
          {picked === "insert"
            ? <InsertForm evening={evening} busy={commands.busy} onRun={run} onCancel={() => setPicked(undefined)} />
            : <button class="order-row order-insert" onClick={() => setPicked("insert")}>Put something in …</button>}
        </li>
      </ul>
    </Panel>
  );
}
