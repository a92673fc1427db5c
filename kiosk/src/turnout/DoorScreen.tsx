import "./door.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Banners } from "../offline/Banners";
import { DoorStatus } from "../offline/DoorStatus";
import { recall, remember } from "../shell/store";
import { clockTime } from "../shell/time";
import { keepAwake } from "../shell/wakeLock";
import type { Door } from "./door";
import type { Who } from "./outcome";
import { LobbyHead } from "./LobbyHead";
import { ResultCard, waits } from "./ResultCard";
import { unlockSound } from "./signals";
import { StartCard } from "./StartCard";
import { listenToWedge } from "./wedgeKeys";

interface Props { door: Door; who: Who; children: (door: Door) => ComponentChildren }

/** The frame of every door screen: name, total and state above; under it the start button or the panel, and the decision over that. */
export function DoorScreen({ door, who, children }: Props) {
  const { device } = door;
  // A lobby kiosk that was started once comes back by itself after a power cut (live.md, rule 28).
  const [started, setStarted] = useState(who === "visitor" && recall<boolean>("lobby.started") === true);
  // Before the screen is painted: whoever sees it may hold up a pass.
  useLayoutEffect(() => listenToWedge((code) => void door.read(code, "wedge")), [door]);

  function start() {
    unlockSound();
    keepAwake();
    if (who === "visitor") remember("lobby.started", true);
    setStarted(true);
  }

  return (
    <main class={`door door-${who}`} onPointerDown={unlockSound}>
      {who === "visitor" ? <LobbyHead door={door} /> : <StaffHead door={door} />}
      <div class="door-body">
        <div class="door-work" inert={waits(door.card.value, who)}>
          {started ? children(door) : <div class="door-stage"><StartCard device={device} who={who} onStart={start} /></div>}
        </div>
        <ResultCard door={door} who={who} />
      </div>
    </main>
  );
}

function StaffHead({ door }: { door: Door }) {
  const { device, live } = door;
  const arrived = door.present.value?.present.arrived;
  const isOld = arrived !== undefined && !live.current.value;
  return (
    <>
      <header class="door-bar">
        <h1>{device.door ?? device.name}</h1>
        <p class="door-arrived"><b>{arrived?.toLocaleString("en-GB") ?? "–"}</b> arrived{isOld && <small> at {clockTime(live.lastLive, device.timeZone)}</small>}</p>
        <DoorStatus door={door} />
      </header>
      <Banners door={door} />
    </>
  );
}
