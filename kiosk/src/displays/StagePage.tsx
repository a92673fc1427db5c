import "../agenda/agenda.css";
import "./direction/direction.css";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { NextCard } from "../agenda/NextCard";
import { NowNextBar } from "../agenda/NowNextBar";
import { ReadinessBoard } from "../agenda/ReadinessBoard";
import { SpeakerAlerts } from "../agenda/SpeakerAlerts";
import { StageNotes } from "../agenda/StageNotes";
import { TimerMessages } from "../agenda/TimerMessages";
import type { DeviceIdentity, FloorPresent, PreviewQuery } from "../contract/contract";
import { Floor } from "../record/floor";
import { FloorFrame } from "../record/FloorFrame";
import { useCommands, type Commands } from "../record/useCommands";
import { keepAwake } from "../shell/wakeLock";
import { Direction } from "./direction/direction";
import { HallNow } from "./direction/HallNow";
import { ScreensView } from "./direction/ScreensView";

type View = "people" | "screens";

/** The stage manager's tablet: who is ready and what the speaker is told on one view, what everybody sees on the other. */
export default function StagePage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const direction = useMemo(() => new Direction(floor), [floor]);
  const commands = useCommands(floor);
  const [view, setView] = useState<View>("people");
  // Here and not in the view of the screens: what was put into the preview is still there after a look at the people.
  const [query, setQuery] = useState<PreviewQuery>({});
  useEffect(keepAwake, []);
  const show = (next: View) => {
    setView(next);
    scrollTo(0, 0);
  };
  const evening = floor.evening;
  const under = (
    <>
      {evening && <NowNextBar evening={evening} />}
      <nav class="stage-views" aria-label="Views">
        {(["people", "screens"] as const).map((one) => <button key={one} aria-current={view === one ? "page" : undefined} onClick={() => show(one)}>{one === "people" ? "People" : "Screens"}</button>)}
      </nav>
    </>
  );
  return (
    <FloorFrame floor={floor} role="Stage manager" commands={commands} under={under}>
      {(present) => (view === "screens"
        ? <ScreensView direction={direction} present={present} commands={commands} query={query} onQuery={setQuery} />
        : (
          <PeopleView floor={floor} present={present} commands={commands}>
            <HallNow present={present} screens={Object.values(direction.screen?.present.screens ?? {})} onPreview={(chosen) => { setQuery(chosen); show("screens"); }} />
          </PeopleView>
        ))}
    </FloorFrame>
  );
}

function PeopleView({ floor, present, commands, children }: { floor: Floor; present: FloorPresent; commands: Commands; children: ComponentChildren }) {
  const evening = floor.evening;
  return (
    <main class="stage-manager">
      {children}
      <div class="sm-main">
        {evening !== undefined && <StageNotes evening={evening} />}
        {evening !== undefined && <SpeakerAlerts evening={evening} present={present} commands={commands} />}
        <ReadinessBoard present={present} evening={evening} commands={commands} />
      </div>
      <div class="sm-side">
        {evening !== undefined && <TimerMessages evening={evening} commands={commands} />}
        {evening !== undefined && <NextCard evening={evening} present={present} />}
      </div>
    </main>
  );
}
