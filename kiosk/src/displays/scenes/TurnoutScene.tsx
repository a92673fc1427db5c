import { useMemo } from "preact/hooks";
import type { ScreenTurnout } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { Lines, Stack } from "../layout/Lines";
import { wrap } from "../layout/fit";
import { bold, fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { usePage } from "../layout/paging";
import { px } from "../layout/px";
import { Counter } from "./Counter";
import { NameList } from "./NameList";
import { arrivedOf, turnoutLayout, type TurnoutLayout } from "./turnoutLayout";
import { number } from "./listPages";

interface Props { turnout: ScreenTurnout; title: string; timeZone: string }

const pageSeconds = 9;

/** How many have arrived, out of how many who said they would come; once it is frozen, the official figure. It celebrates arrivals and compares nobody. */
export function TurnoutScene({ turnout, title, timeZone }: Props) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const { safe, floor } = frame;
  const layout = useMemo(() => turnoutLayout(turnout, timeZone, frame, fonts), [turnout, timeZone, frame, ready]);
  const { lists, beside } = layout;
  const pages = Math.max(1, lists.length + (beside ? 0 : 1));
  const index = usePage(pages, pageSeconds);
  const list = lists[beside ? index : index - 1];
  const head = [title, "Turnout"].find((text) => wrap(text, safe.width, floor, bold).length === 1) ?? "";
  return (
    <section class={beside ? "view turnout" : "view turnout turnout-turns"}>
      <p class="kicker">{beside || list === undefined ? head : <><span class="turnout-number">{number(arrivedOf(turnout))}</span> arrived</>}</p>
      {(beside || list === undefined) && <Total turnout={turnout} layout={layout} />}
      {list !== undefined && <NameList key={`${index}`} list={list} panel={beside} />}
      <PageMarks page={index} pages={pages} />
    </section>
  );
}

function Total({ turnout, layout: { digits, caption, latest, total } }: { turnout: ScreenTurnout; layout: TurnoutLayout }) {
  const arrived = arrivedOf(turnout);
  return (
    <div class="turnout-total" style={{ width: px(total) }}>
      <p class="turnout-number turnout-digits" style={{ fontSize: px(digits) }}><Counter text={number(arrived)} /></p>
      <Stack page={caption} />
      <Bar arrived={arrived} pledged={turnout.pledged} />
      {latest.length > 0 && <div class="turnout-latest"><p class="hint">Just arrived</p><ul>{latest.map((name) => <li key={name.join(" ")}><Lines lines={name} /></li>)}</ul></div>}
    </div>
  );
}

function Bar({ arrived, pledged }: { arrived: number; pledged: number }) {
  if (pledged === 0) return null;
  return <div class="bar" role="progressbar" aria-label="Arrived, of those who pledged to come" aria-valuenow={arrived} aria-valuemax={pledged}><i style={{ transform: `translateX(${(Math.min(1, arrived / pledged) - 1) * 100}%)` }} /></div>;
}
