import { useMemo } from "preact/hooks";
import type { ScreenNowNext } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { fonts, fontsReady } from "../layout/measure";
import { Paged } from "../layout/Paged";
import { stack } from "../layout/stack";

/** What is now, large; what comes next, smaller. */
export function NowNextScene({ nowNext }: { nowNext: ScreenNowNext }) {
  const ready = fontsReady.value;
  const { safe, floor } = useFrame();
  const { now = "", next = "" } = nowNext;
  const pages = useMemo(() => stack([
    { text: now, weight: "bold", size: 190, look: "" },
    { text: next === "" ? "" : "Next", weight: "bold", size: 60, look: "hint", gap: 1 },
    { text: next, weight: "regular", size: 88, look: "pale", gap: 0.1 },
  ], safe, floor, fonts), [now, next, safe, floor, ready]);
  return <Paged look="now-next" pages={pages} />;
}
