import { useMemo } from "preact/hooks";
import type { ScreenTestimony } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { fonts, fontsReady } from "../layout/measure";
import { Paged } from "../layout/Paged";
import { stack } from "../layout/stack";

/** Who tells their story. Without consent to screens there is no name here to show. */
export function TestimonyScene({ testimony }: { testimony: ScreenTestimony }) {
  const ready = fontsReady.value;
  const { safe, floor } = useFrame();
  const { nameToShow, institution, askArea } = testimony;
  const pages = useMemo(() => stack([
    { text: askArea === undefined ? "A story" : `A story · ${askArea}`, weight: "regular", size: 64, look: "hint" },
    { text: nameToShow ?? institution, weight: "bold", size: 200, look: "", gap: 0.2 },
    { text: nameToShow === undefined ? "" : institution, weight: "regular", size: 92, look: "pale", gap: 0.35 },
  ], safe, floor, fonts), [nameToShow, institution, askArea, safe, floor, ready]);
  return <Paged look="testimony" pages={pages} />;
}
