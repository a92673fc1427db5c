import type { ScreenPresent } from "../contract/contract";
import { clockTime, dayOf } from "../shell/time";
import { fit } from "./fit";
import { bold, fontsReady } from "./measure";
import { px } from "./px";
import { Qr } from "./Qr";

export function WelcomeScene({ present }: { present: ScreenPresent }) {
  void fontsReady.value;
  const title = fit(present.title, { width: 1060, height: 520, maxLines: 4, lineHeight: 1.1 }, [136, 120, 104, 92, 80], bold);
  const address = location.host + present.publicPath;
  return (
    <section class="view welcome">
      <div class="welcome-words">
        <h1 style={{ fontSize: px(title.size) }} aria-label={present.title}>{title.pages.flat().map((line) => <span key={line}>{line}</span>)}</h1>
        <p class="welcome-when">{dayOf(present.start, present.timeZone)}, {clockTime(present.start, present.timeZone)}</p>
        <p class="welcome-where">{present.venue}</p>
      </div>
      <figure class="welcome-qr">
        <Qr text={location.origin + present.publicPath} />
        <figcaption>Follow on your phone</figcaption>
      </figure>
      <p class="welcome-address">{address}</p>
    </section>
  );
}
