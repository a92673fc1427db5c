import type { ScreenOfficial, ScreenTurnout } from "../contract/contract";
import { clockTime } from "../shell/time";
import { bold, fontsReady, regular } from "./measure";
import { usePage } from "./paging";
import { turnoutPages } from "./turnoutPages";
import { wrap } from "./fit";
import { px } from "./px";

const number = (value: number) => value.toLocaleString("en-GB");

/** How many have arrived, out of how many who said they would come; once it is frozen, the official figure. It celebrates arrivals and compares nobody. */
export function TurnoutScene({ turnout, title, timeZone }: { turnout: ScreenTurnout; title: string; timeZone: string }) {
  void fontsReady.value;
  const { pledged, official } = turnout;
  const arrived = official?.arrived ?? turnout.arrived;
  const digits = Math.min(400, 880 / widthOf(number(arrived)));
  return (
    <section class="view turnout">
      <p class="kicker">{title}</p>
      <div class="turnout-total">
        <p class="turnout-number" style={{ fontSize: px(digits) }}>{number(arrived)}</p>
        {official === undefined
          ? <p class="turnout-of">{arrived >= pledged && pledged > 0 ? <>arrived, past the pledge of {number(pledged)}</> : <>arrived, of {number(pledged)} pledged</>}</p>
          : <Official official={official} timeZone={timeZone} />}
        <Bar arrived={arrived} pledged={pledged} />
        <Latest turnout={turnout} />
      </div>
      <Institutions turnout={turnout} />
    </section>
  );
}

function Official({ official, timeZone }: { official: ScreenOfficial; timeZone: string }) {
  const { arrived, at, corrected } = official;
  return (
    <p class="turnout-of">official turnout at {clockTime(at, timeZone)}
      {corrected !== undefined && <span class="turnout-correction">corrected to {number(corrected)} after {corrected > arrived ? "late uploads" : "scans were taken back"}</span>}
    </p>
  );
}

/** Each digit takes the room of the widest, so that the number does not jump while it counts. */
const widthOf = (text: string) => bold(text.replace(/\d/g, "")) + (text.match(/\d/g)?.length ?? 1) * Math.max(...[..."0123456789"].map(bold));

function Bar({ arrived, pledged }: { arrived: number; pledged: number }) {
  const part = pledged === 0 ? 0 : Math.min(1, arrived / pledged);
  return <div class="bar" role="progressbar" aria-valuenow={arrived} aria-valuemax={pledged}><i style={{ transform: `scaleX(${part})` }} /></div>;
}

function Latest({ turnout }: { turnout: ScreenTurnout }) {
  const names = turnout.latest.flatMap(({ institutionId }) => turnout.institutions[institutionId]?.name ?? []);
  const [first] = names;
  if (first === undefined) return null;
  return <p class="turnout-latest"><span>Just arrived</span>{wrap(first, 860, 52, bold).slice(0, 2).map((line) => <b key={line}>{line}</b>)}</p>;
}

function Institutions({ turnout }: { turnout: ScreenTurnout }) {
  const pages = turnoutPages(turnout, 580, 48, regular);
  const page = usePage(pages.length, 9).value % pages.length;
  // All that have come, those too that are too small to be listed by name.
  const count = Object.keys(turnout.institutions).length + (turnout.notListed ?? 0);
  return (
    <div class="turnout-list">
      <p class="turnout-head"><b>{number(count)}</b> {count === 1 ? "institution" : "institutions"}{pages.length > 1 && <span class="page-dots" aria-hidden="true">{pages.map((_, i) => <i class={i === page ? "on" : ""} key={i} />)}</span>}</p>
      <ul key={page}>{pages[page]!.map(({ id, name, arrived }) => <li key={id}><span>{name.map((line) => <span key={line}>{line}</span>)}</span><b>{number(arrived)}</b></li>)}</ul>
    </div>
  );
}
