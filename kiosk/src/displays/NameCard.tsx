import { useMemo } from "preact/hooks";
import type { ScreenView } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { useFrame, type Box } from "./layout/frame";
import { Stack } from "./layout/Lines";
import { fonts, fontsReady } from "./layout/measure";
import { stack } from "./layout/stack";

/** "Show your name": large, over whatever is on, for as long as the stage manager asked. */
export function NameCard({ view }: { view: ScreenView | undefined }) {
  const ready = fontsReady.value;
  const { safe, isStream } = useFrame();
  const name = view?.name ?? "";
  const page = useMemo(() => nameCard(name, safe, isStream), [name, safe, isStream, ready]);
  if (view?.identifyUntil === undefined || Date.parse(view.identifyUntil) <= serverSecond.value) return null;
  return <div class={isStream ? "name-card name-card-stream" : "name-card"} role="status"><Stack page={page} /></div>;
}

/** The name as large as it goes. Who looks for a screen walks up to it: the last row need not read this. On a stream it is a label, for its picture is watched by everybody else. */
function nameCard(name: string, safe: Box, isStream: boolean) {
  const [wanted, smallest, box] = isStream ? [72, 28, { width: safe.width / 2, height: safe.height / 5 }] : [340, 56, safe];
  return stack([{ text: "This screen is", weight: "regular", size: wanted / 4.5, look: "" }, { text: name, weight: "bold", size: wanted, look: "" }], box, smallest, fonts)[0]!;
}
