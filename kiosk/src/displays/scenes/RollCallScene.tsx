import { useMemo } from "preact/hooks";
import type { ScreenRollCall } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { Lines } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { Paged } from "../layout/Paged";
import { px } from "../layout/px";
import { number } from "./listPages";
import { rollCallLayout } from "./rollCallLayout";

/** The institution that is called, with the figure that was frozen; those before it. Nobody's shortfall is here to see. */
export function RollCallScene({ rollCall }: { rollCall: ScreenRollCall }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const { kicker, name, figure, beside, recent, pages } = useMemo(() => rollCallLayout(rollCall, frame, fonts), [rollCall, frame, ready]);
  const calledAt = rollCall.current?.at === undefined ? 0 : Date.parse(rollCall.current.at);
  if (pages !== undefined) return <Paged key={rollCall.current?.institution} look="calling" pages={pages} later={calledAt} />;
  return (
    <section class="view calling">
      <p class="kicker">{kicker}</p>
      <div class={beside ? "roll-call-current" : "roll-call-current roll-call-tall"} key={rollCall.current?.institution}>
        <h1 style={{ fontSize: px(name.size) }}><Lines lines={name.lines} /></h1>
        {figure !== undefined && <p class="roll-call-figure" style={{ fontSize: px(figure) }}>{number(rollCall.current!.figure!)}</p>}
      </div>
      {recent.length > 0 && <ul class="roll-call-recent">{recent.map(({ id, name: lines, count }) => <li key={id}><span><Lines lines={lines} /></span>{count !== undefined && <b>{count}</b>}</li>)}</ul>}
    </section>
  );
}
