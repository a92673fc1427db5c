import { useMemo } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { SceneControls } from "../displays/SceneControls";
import { Floor } from "./floor";
import { FloorFrame } from "./FloorFrame";
import { HeldList } from "./HeldList";
import { NowCard } from "./NowCard";
import { ReadBackList } from "./ReadBackList";
import { Sheet } from "./Sheet";
import { waitingForRuling } from "./cells";
import { useCommands } from "./useCommands";

/** The chair's tablet: first what waits for her ruling, then what she holds back, then everything else. */
export default function ChairPage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const commands = useCommands(floor);
  return (
    <FloorFrame floor={floor} role="Chair" trouble={commands.trouble}>
      {(present) => {
        return (
          <main class="chair">
            <div class="chair-now">
              <NowCard present={present} waiting={waitingForRuling(present)} floor={floor} commands={commands} />
              <ReadBackList present={present} commands={commands} />
              <HeldList present={present} commands={commands} />
            </div>
            <aside class="chair-side">
              <SceneControls present={present} commands={commands} />
              <h2>Score sheet</h2>
              <Sheet present={present} />
            </aside>
          </main>
        );
      }}
    </FloorFrame>
  );
}
