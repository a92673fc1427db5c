import "../agenda/agenda.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import { NextCard } from "../agenda/NextCard";
import { NowNextBar } from "../agenda/NowNextBar";
import { ReadinessBoard } from "../agenda/ReadinessBoard";
import { SpeakerAlerts } from "../agenda/SpeakerAlerts";
import { StageNotes } from "../agenda/StageNotes";
import { TimerMessages } from "../agenda/TimerMessages";
import type { DeviceIdentity, FloorPresent } from "../contract/contract";
import { Floor } from "../record/floor";
import { FloorFrame } from "../record/FloorFrame";
import { useCommands, type Commands } from "../record/useCommands";
import { keepAwake } from "../shell/wakeLock";
import { Direction } from "./direction/direction";
import { ScreensView } from "./direction/ScreensView";
import { SceneControls } from "./SceneControls";

type View = "people" | "screens";

/** The stage manager's tablet: who is ready and what the speaker is told on one view, what everybody sees on the other. */
export default function StagePage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const direction = useMemo(() => new Direction(floor), [floor]);
  const commands = useCommands(floor);
  const [view, setView] = useState<View>("people");
  useEffect(keepAwake, []);
  const evening = floor.evening;
  const under = (
    <>
      {evening && <NowNextBar evening={evening} />}
      <nav class="stage-views" aria-label="Views">
        {(["people", "screens"] as const).map((one) => <button key={one} aria-current={view === one ? "page" : undefined} onClick={() => setView(one)}>{one === "people" ? "People" : "Screens"}</button>)}
      </nav>
    </>
  );
  return (
    <FloorFrame floor={floor} role="Stage manager" commands={commands} under={under}>
      {(present) => (view === "screens"
        ? <ScreensView direction={direction} present={present} commands={commands} />
        : <PeopleView floor={floor} present={present} commands={commands} />)}
    </FloorFrame>
  );
}

function PeopleView({ floor, present, commands }: { floor: Floor; present: FloorPresent; commands: Commands }) {
  const evening = floor.evening;
  return (
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
  );
}
