import { useState } from "preact/hooks";
import type { EveningPresent, RollCallOrder } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { orderName } from "./rollCall";
import { SureButton } from "./SureButton";

interface Props { evening: EveningPresent; commands: Commands; arrived: number }

/** Before the first name: in which order, and the turnout that will be frozen. */
export function RollCallStart({ evening, commands, arrived }: Props) {
  const [order, setOrder] = useState<RollCallOrder>("chapter");
  const begin = () => void commands.run({ step: "roll_call_started", order });
  return (
    <section class="roll" aria-label="Roll call">
      <fieldset class="roll-orders">
        <legend>Call them</legend>
        {(["chapter", "alphabetical"] as const).map((one) => (
          <label key={one} class="roll-order"><input type="radio" name="order" checked={order === one} onChange={() => setOrder(one)} />{orderName[one]}</label>
        ))}
      </fieldset>
      <SureButton class="advance" of={evening.nowItemId ?? ""} disabled={commands.busy} onSure={begin}
        sure={<><small>Tap again: the figure is fixed from then on</small>Freeze and begin</>}>
        <small>{arrived.toLocaleString("en-GB")} have arrived: this becomes the official turnout</small>Begin the roll call
      </SureButton>
    </section>
  );
}
