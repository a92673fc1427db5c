import "./door.css";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { LinkBadge } from "../live/LinkBadge";
import { recall, remember } from "../shell/store";
import { keepAwake } from "../shell/wakeLock";
import { Camera } from "./camera";
import { CodeEntry } from "./CodeEntry";
import { Door } from "./door";
import { Finder } from "./Finder";
import { Remark } from "./Remark";
import { ResultCard } from "./ResultCard";
import { unlockSound } from "./signals";
import { StartCard } from "./StartCard";
import { listenToWedge } from "./wedgeKeys";

interface Props { device: DeviceIdentity; who: "steward" | "visitor"; facing: "environment" | "user" }

/** The one screen of a door: camera, typed code, and the decision over everything but the door's name and the link. */
export function ScanScreen({ device, who, facing }: Props) {
  const door = useMemo(() => new Door(device), [device]);
  const camera = useMemo(() => new Camera(facing, (text) => door.read(text, "camera")), [door, facing]);
  const video = useRef<HTMLVideoElement>(null);
  // A lobby kiosk that was started once comes back by itself after a power cut (live.md, rule 28).
  const [started, setStarted] = useState(who === "visitor" && recall<boolean>("lobby.started") === true);

  useEffect(() => listenToWedge((code) => door.read(code, "wedge")), [door]);
  useEffect(() => {
    if (!started || video.current === null) return;
    keepAwake();
    void camera.start(video.current);
  }, [started, camera]);

  function start() {
    unlockSound();
    if (who === "visitor") remember("lobby.started", true);
    setStarted(true);
  }

  const arrived = door.present.value?.present.arrived;
  return (
    <main class={`door door-${who}`} onPointerDown={unlockSound}>
      <header class="door-bar">
        <h1>{device.door ?? device.name}</h1>
        <p class="door-arrived" aria-label={`${arrived ?? "unknown number"} arrived`}><b>{arrived?.toLocaleString("en-GB") ?? "–"}</b> arrived</p>
        <LinkBadge hubs={[door.live, door.scans]} timeZone={device.timeZone} />
      </header>
      <section class="door-stage">
        {started ? <Finder camera={camera} video={video} who={who} onPhoto={(text) => door.read(text, "photo")} onNothing={() => door.say("No code found in that photo")} /> : <StartCard device={device} who={who} onStart={start} />}
        <Remark door={door} />
      </section>
      {started && <CodeEntry who={who} onCode={(text) => door.read(text, "typed")} />}
      <ResultCard door={door} who={who} timeZone={device.timeZone} />
    </main>
  );
}
