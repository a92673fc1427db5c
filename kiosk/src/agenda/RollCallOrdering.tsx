import { useState } from "preact/hooks";
import type { EveningPresent, RollCallOrder } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { Panel } from "./Panel";
import { orderName } from "./rollCall";

interface Props { evening: EveningPresent; commands: Commands; onClose: () => void }

/** Another order for the names that are still to be called. An own order is made by tapping the names in turn; the rest follow by name. */
export function RollCallOrdering({ evening, commands, onClose }: Props) {
  const rollCall = evening.rollCall!;
  const [order, setOrder] = useState<RollCallOrder>(rollCall.order);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const rows = Object.entries(rollCall.rows).filter(([, row]) => row.calledAt === undefined).sort(([, a], [, b]) => a.institution.localeCompare(b.institution));
  const toggle = (id: string) => setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  const use = () => void commands.run({ step: "roll_call_ordered", order, ...(order === "custom" && { institutionIds: [...picked] }) }).then((done) => done && onClose());

  return (
    <Panel title="Order of the roll call" onClose={onClose} foot={<button class="primary big" onClick={use}>Use this order</button>}>
      <fieldset class="roll-orders">
        <legend class="unseen">Order</legend>
        {(Object.keys(orderName) as RollCallOrder[]).map((one) => (
          <label key={one} class="roll-order"><input type="radio" name="reorder" checked={order === one} onChange={() => setOrder(one)} />{orderName[one]}</label>
        ))}
      </fieldset>
      {order === "custom" && (
        <>
          <p>Tap the names in the order you want to call them. The others follow from A to Z.</p>
          <ul class="roll-pick">
            {rows.map(([id, row]) => (
              <li key={id}><button aria-pressed={picked.includes(id)} onClick={() => toggle(id)}><b>{picked.includes(id) ? picked.indexOf(id) + 1 : "·"}</b>{row.institution}</button></li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
