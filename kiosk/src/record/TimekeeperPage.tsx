import { useMemo } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import { Floor } from "./floor";
import { FloorFrame } from "./FloorFrame";
import { Sheet } from "./Sheet";

/** The timekeeper's tablet: the one clock everybody goes by, and how far the asks have come. */
export default function TimekeeperPage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  return (
    <FloorFrame floor={floor} role="Timekeeper">
      {(present) => (
        <main class="timekeeper">
          <BigClock timeZone={present.timeZone} />
          <p class="timekeeper-count"><b>{present.arrived.toLocaleString("en-GB")}</b> arrived of {present.pledged.toLocaleString("en-GB")} pledged</p>
          <Sheet present={present} />
        </main>
      )}
    </FloorFrame>
  );
}

function BigClock({ timeZone }: { timeZone: string }) {
  return <time class="big-clock" aria-live="off">{clockTime(serverSecond.value, timeZone, true)}</time>;
}
