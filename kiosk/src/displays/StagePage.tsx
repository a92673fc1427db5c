import "../agenda/agenda.css";
import { useEffect, useMemo } from "preact/hooks";
import { NextCard } from "../agenda/NextCard";
import { NowNextBar } from "../agenda/NowNextBar";
import { ReadinessBoard } from "../agenda/ReadinessBoard";
import { SpeakerAlerts } from "../agenda/SpeakerAlerts";
import { StageNotes } from "../agenda/StageNotes";
import { TimerMessages } from "../agenda/TimerMessages";
import type { DeviceIdentity } from "../contract/contract";
import { Floor } from "../record/floor";
import { FloorFrame } from "../record/FloorFrame";
import { useCommands } from "../record/useCommands";
import { keepAwake } from "../shell/wakeLock";
import { SceneControls } from "./SceneControls";

/** The stage manager's tablet: who is ready, what the hall sees and could see next, and what the speaker is told. */
export default function StagePage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const commands = useCommands(floor);
  useEffect(keepAwake, []);
  const evening = floor.evening;
  return (
    <FloorFrame floor={floor} role="Stage manager" commands={commands} under={evening && <NowNextBar evening={evening} />}>
      {(present) => (
        <main class="stage-manager">
          <div class="sm-main">
            {evening !== undefined && <StageNotes evening={evening} />}
            {evening !== undefined && <SpeakerAlerts evening={evening} present={present} commands={commands} />}
            <ReadinessBoard present={present} evening={evening} commands={commands} />
          </div>
          <div class="sm-side">
            {evening !== undefined && <TimerMessages evening={evening} commands={commands} />}
            <SceneControls present={present} commands={commands} />
            {evening !== undefined && <NextCard evening={evening} present={present} />}
          </div>
        </main>
      )}
    </FloorFrame>
  );
}
