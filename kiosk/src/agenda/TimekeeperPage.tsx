import "./agenda.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { Floor } from "../record/floor";
import { FloorFrame } from "../record/FloorFrame";
import { useCommands } from "../record/useCommands";
import { keepAwake } from "../shell/wakeLock";
import { ClocksPanel } from "./ClocksPanel";
import { DriftBar } from "./DriftBar";
import { NowCard } from "./NowCard";
import { nextOf } from "./plan";
import { PlanList } from "./PlanList";
import { WinBackPanel } from "./WinBackPanel";

/** The timekeeper's tablet: the item's clock, the clocks of those who speak, and the plan against what became of it. */
export default function TimekeeperPage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const commands = useCommands(floor);
  const [winning, setWinning] = useState(false);
  useEffect(keepAwake, []);
  const evening = floor.evening;
  return (
    <FloorFrame floor={floor} role="Timekeeper" commands={commands}>
      {(present) => evening === undefined ? <main class="centre"><p role="status">Waiting for the running order…</p></main> : (
        <main class="evening timekeeper">
          <DriftBar evening={evening}>
            {evening.stage !== "ended" && <div class="drift-actions"><button onClick={() => setWinning(true)}>Win back time …</button></div>}
          </DriftBar>
          <div class="ev-columns">
            <div class="tk-clocks">
              <NowCard evening={evening} note="timekeeper">
                <NextLine title={nextOf(evening)?.[1].title} />
              </NowCard>
              {(evening.stage === "running" || evening.stage === "paused") && <ClocksPanel evening={evening} present={present} commands={commands} />}
            </div>
            <PlanList evening={evening} />
          </div>
          {winning && <WinBackPanel evening={evening} floor={floor} commands={commands} onClose={() => setWinning(false)} />}
        </main>
      )}
    </FloorFrame>
  );
}

const NextLine = ({ title }: { title: string | undefined }) => (title === undefined ? null : <p class="tk-next"><span class="ev-label">Next</span> {title}</p>);
