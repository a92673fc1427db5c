import "./order.css";
import type { ScreenCalled, ScreenRollCall } from "../contract/contract";
import { fit } from "./fit";
import { bold, fontsReady, regular } from "./measure";
import { px } from "./px";

const number = (value: number) => value.toLocaleString("en-GB");
const recentWidth = 1280;

/** The institution that is called, with the figure that was frozen; those before it. Nobody's shortfall is here to see. */
export function RollCallScene({ rollCall }: { rollCall: ScreenRollCall }) {
  void fontsReady.value;
  const { current, recent, called, official } = rollCall;
  return (
    <section class="view roll-call">
      <p class="kicker">Roll call{called > 0 && <> · {number(called)} called</>} · {number(official)} here</p>
      {current === undefined ? <h1 class="roll-call-start"><span>Who is here tonight?</span></h1> : <Current called={current} />}
      <ul class="roll-call-recent">{recent.slice(0, 3).map((one) => <Recent key={one.institution} called={one} />)}</ul>
    </section>
  );
}

function Current({ called }: { called: ScreenCalled }) {
  const width = called.figure === undefined ? 1728 : 1180;
  const name = fit(called.institution, { width, height: 500, maxLines: 4, lineHeight: 1.1 }, [150, 132, 116, 104, 92, 84], bold);
  return (
    <div class="roll-call-current" key={called.institution}>
      <h1 style={{ fontSize: px(name.size) }} aria-label={called.institution}>{name.pages[0]!.map((line) => <span key={line}>{line}</span>)}</h1>
      {called.figure !== undefined && <p class="roll-call-figure" style={{ fontSize: px(called.figure > 999 ? 190 : 260) }}>{number(called.figure)}</p>}
    </div>
  );
}

function Recent({ called }: { called: ScreenCalled }) {
  const name = fit(called.institution, { width: recentWidth, height: 60, maxLines: 1, lineHeight: 1.1 }, [54], regular);
  const [line] = name.pages[0]!;
  return <li><span>{line}{name.pages.length > 1 && "…"}</span>{called.figure !== undefined && <b>{number(called.figure)}</b>}</li>;
}
