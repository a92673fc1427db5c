import { useEffect, useMemo } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { keepAwake } from "../shell/wakeLock";
import { Canvas } from "./layout/Canvas";
import { CrossFade } from "./layout/CrossFade";
import { useWindowFrame } from "./layout/frame";
import { SceneView } from "./scenes/SceneView";
import { Screen } from "./screen";
import { StaleBadge } from "./StaleBadge";

/** The projector. It has no controls; a click makes it fill the screen. */
export default function ScreenPage({ device }: { device: DeviceIdentity }) {
  const screen = useMemo(() => new Screen(device), [device]);
  useEffect(keepAwake, []);
  const present = screen.present;
  const view = present?.screens?.[device.deviceId];
  const frame = useWindowFrame(view ?? {}, view?.set === "stream");
  return (
    <Canvas frame={frame} theme={view?.theme}>
      {present === undefined
        ? <section class="view view-blank" role="status"><p class="unseen">Waiting for the server</p></section>
        : <CrossFade name={[present.scene, present.askId, present.testimony?.institution].join("/")}><SceneView present={present} second={view?.secondLanguage} /></CrossFade>}
      <StaleBadge screen={screen} timeZone={device.timeZone} />
    </Canvas>
  );
}
