import type { ScreenTestimony } from "../contract/contract";
import { fit } from "./fit";
import { bold, fontsReady, regular } from "./measure";
import { px } from "./px";

/** Who tells their story. Without consent to screens there is no name here to show. */
export function TestimonyScene({ testimony }: { testimony: ScreenTestimony }) {
  void fontsReady.value;
  const { nameToShow, institution, askArea } = testimony;
  const main = fit(nameToShow ?? institution, { width: 1728, height: 480, maxLines: 3, lineHeight: 1.1 }, [180, 156, 136, 116, 96, 84], bold);
  const under = nameToShow === undefined ? undefined : fit(institution, { width: 1728, height: 240, maxLines: 2, lineHeight: 1.2 }, [88, 76, 64, 56], regular);
  return (
    <section class="view testimony">
      <p class="kicker">A story{askArea !== undefined && <> · {askArea}</>}</p>
      <h1 style={{ fontSize: px(main.size) }}>{main.pages.flat().map((line) => <span key={line}>{line}</span>)}</h1>
      {under !== undefined && <p class="testimony-from" style={{ fontSize: px(under.size) }}>{under.pages.flat().map((line) => <span key={line}>{line}</span>)}</p>}
    </section>
  );
}
