import { useEffect, useMemo, useRef } from "preact/hooks";
import { keepAwake } from "../shell/wakeLock";
import { Camera } from "./camera";
import { CodeEntry } from "./CodeEntry";
import { DirectionSwitch } from "./DirectionSwitch";
import type { Door } from "./door";
import { Finder } from "./Finder";

interface Props { door: Door; who?: "steward" | "visitor"; facing?: "environment" | "user" }

/** Camera and typed code. The camera is on only while this panel is on the screen. */
export default function ScanPanel({ door, who = "steward", facing = "environment" }: Props) {
  const camera = useMemo(() => new Camera(facing, (text) => void door.read(text, "camera")), [door, facing]);
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    keepAwake();
    if (video.current !== null) void camera.start(video.current);
    return () => camera.close();
  }, [camera]);

  return (
    <>
      <div class="door-stage">
        <Finder camera={camera} video={video} who={who} going={door.direction.value} onPhoto={(text) => void door.read(text, "photo")} onNothing={() => door.say("No code found in that photo")} />
        {who === "steward" && <DirectionSwitch door={door} />}
      </div>
      <CodeEntry who={who} onCode={(text) => void door.read(text, "typed")} />
    </>
  );
}
