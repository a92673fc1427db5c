import "./order.css";
import type { ScreenNowNext } from "../contract/contract";
import { fit } from "./fit";
import { bold, fontsReady, regular } from "./measure";
import { px } from "./px";

/** What is now, large; what comes next, smaller. */
export function NowNextScene({ nowNext }: { nowNext: ScreenNowNext }) {
  void fontsReady.value;
  const now = fit(nowNext.now ?? "", { width: 1728, height: 520, maxLines: 3, lineHeight: 1.1 }, [180, 156, 136, 116, 96, 84], bold);
  const next = nowNext.next === undefined ? undefined : fit(nowNext.next, { width: 1728, height: 200, maxLines: 2, lineHeight: 1.2 }, [80, 72, 64, 56], regular);
  return (
    <section class="view now-next">
      <h1 style={{ fontSize: px(now.size) }} aria-label={nowNext.now}>{now.pages[0]!.map((line) => <span key={line}>{line}</span>)}</h1>
      {next !== undefined && (
        <div class="now-next-after">
          <p class="kicker">Next</p>
          <p style={{ fontSize: px(next.size) }} aria-label={nowNext.next}>{next.pages[0]!.map((line) => <span key={line}>{line}</span>)}</p>
        </div>
      )}
    </section>
  );
}
