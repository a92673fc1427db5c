import "./door.css";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Banners } from "../offline/Banners";
import { DoorStatus } from "../offline/DoorStatus";
import { recall, remember } from "../shell/store";
import { clockTime } from "../shell/time";
import { keepAwake } from "../shell/wakeLock";
import type { Door } from "./door";
import type { Who } from "./outcome";
import { Remark } from "./Remark";
import { ResultCard } from "./ResultCard";
import { unlockSound } from "./signals";
import { StartCard } from "./StartCard";
import { listenToWedge } from "./wedgeKeys";

interface Props { door: Door; who: Who; children: (door: Door) => ComponentChildren }

/** The frame of every door screen: name, total and state above; the start button or the panel; the decision over it all. */
export function DoorScreen({ door, who, children }: Props) {
  const { device } = door;
  // A lobby kiosk that was started once comes back by itself after a power cut (live.md, rule 28).
  const [started, setStarted] = useState(who === "visitor" && recall<boolean>("lobby.started") === true);
  useEffect(() => listenToWedge((code) => void door.read(code, "wedge")), [door]);

  function start() {
    unlockSound();
    keepAwake();
    if (who === "visitor") remember("lobby.started", true);
    setStarted(true);
  }

  const arrived = door.present.value?.present.arrived;
  const isOld = arrived !== undefined && !door.live.current.value;
  return (
    <main class={`door door-${who}`} onPointerDown={unlockSound}>
      <header class="door-bar">
        <h1>{device.door ?? device.name}</h1>
        <p class="door-arrived" aria-label={`${arrived ?? "unknown number"} arrived`}><b>{arrived?.toLocaleString("en-GB") ?? "–"}</b> arrived{isOld && <small> at {clockTime(door.live.lastLive, device.timeZone)}</small>}</p>
        <DoorStatus door={door} attended={who === "steward"} />
      </header>
      {who === "steward" && <Banners door={door} />}
      <div class="door-body">
        {started ? children(door) : <div class="door-stage"><StartCard device={device} who={who} onStart={start} /></div>}
        <Remark door={door} />
      </div>
      <ResultCard door={door} who={who} />
    </main>
  );
}
