import "./agenda.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { AnswersView } from "../record/AnswersView";
import { Floor } from "../record/floor";
import { FloorFrame } from "../record/FloorFrame";
import { waitingForRuling } from "../record/cells";
import { useCommands } from "../record/useCommands";
import { recall, remember } from "../shell/store";
import { keepAwake } from "../shell/wakeLock";
import { Dock } from "./Dock";
import { EveningView } from "./EveningView";
import { NowNextBar } from "./NowNextBar";
import { ViewSwitch, type View } from "./ViewSwitch";
import { WaitingAlert } from "./WaitingAlert";

const kept = "chair.view";

/** The chair's tablet: the evening and the answers, each one tap from the other, and the same controls under both. */
export default function ChairPage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const commands = useCommands(floor);
  const [view, setView] = useState<View>(() => recall<View>(kept) ?? "evening");
  useEffect(keepAwake, []);
  const show = (next: View) => {
    remember(kept, next);
    setView(next);
    scrollTo(0, 0);
  };
  const evening = floor.evening;

  return (
    <FloorFrame floor={floor} role="Chair" commands={commands} under={view === "answers" && evening && <NowNextBar evening={evening} />}>
      {(present) => {
        const switcher = <ViewSwitch view={view} waiting={waitingForRuling(present).length} onView={show} />;
        return (
          <>
            {view === "evening" && evening !== undefined
              ? <EveningView evening={evening} present={present} floor={floor} commands={commands} alert={<WaitingAlert present={present} onGo={() => show("answers")} />} />
              : <AnswersView present={present} floor={floor} commands={commands} />}
            {evening !== undefined && <Dock evening={evening} commands={commands} deviceId={device.deviceId} views={switcher} />}
          </>
        );
      }}
    </FloorFrame>
  );
}
