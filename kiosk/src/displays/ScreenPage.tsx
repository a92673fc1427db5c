import "./screen.css";
import { useEffect, useMemo } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { keepAwake } from "../shell/wakeLock";
import { Canvas } from "./layout/Canvas";
import { CrossFade } from "./layout/CrossFade";
import { useWindowFrame } from "./layout/frame";
import { NameCard } from "./NameCard";
import { Painted, postPainted } from "./painted";
import { SceneView } from "./scenes/SceneView";
import { Screen } from "./screen";
import { StaleBadge } from "./StaleBadge";
import { Steady } from "./Steady";
import { pictureOf } from "./views";

/** The projector. It has no controls; a click makes it fill the screen. */
export default function ScreenPage({ device }: { device: DeviceIdentity }) {
  const screen = useMemo(() => new Screen(device), [device]);
  const painted = useMemo(() => new Painted(postPainted(device.role)), [device]);
  useEffect(keepAwake, []);
  const picture = screen.picture.value;
  const view = screen.view.value;
  const frame = useWindowFrame(view ?? {}, view?.set === "stream");
  const sequence = screen.state.value?.sequence;

  // After every rendering of a frame, and only of one: what a reload paints of itself is nobody's frame.
  useEffect(() => {
    if (sequence !== undefined && picture !== undefined) painted.paint({ sequence, scene: picture.scene });
  }, [sequence, picture, painted]);

  return (
    <Canvas frame={frame} theme={view?.theme}>
      {picture === undefined
        ? <section class="view view-blank" role="status"><p class="unseen">Waiting for the server</p></section>
        : <CrossFade name={pictureOf(picture)} of={picture} render={(of) => <Steady of={of} instead={of.title}><SceneView present={of} second={view?.secondLanguage} /></Steady>} />}
      <NameCard view={view} />
      <StaleBadge screen={screen} timeZone={device.timeZone} />
    </Canvas>
  );
}
