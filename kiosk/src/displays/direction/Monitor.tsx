import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ScreenPresent, ScreenView } from "../../contract/contract";
import { sizes } from "../layout/Canvas";
import { FrameContext, frameFor, streamFrame } from "../layout/frame";
import { SceneView } from "../scenes/SceneView";

/** As the screens are: what is on the tablet has their proportions, whatever the tablet's are. */
const fullHd = { width: 1920, height: 1080 };

interface Props { present: ScreenPresent; view?: ScreenView | undefined; label: string }

/** A screen in small: the same components on the same frame, scaled. Nothing in it can be tapped or read out; its label says what it is. */
export function Monitor({ present, view, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  const isStream = view?.set === "stream";
  const frame = useMemo(() => (isStream ? streamFrame(fullHd) : frameFor(fullHd, { xHeight: view?.xHeight })), [isStream, view?.xHeight]);

  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    seen.observe(box.current!);
    return () => seen.disconnect();
  }, []);

  return (
    <div class={isStream ? "monitor monitor-stream" : "monitor"} ref={box} data-screen={view?.theme ?? "dark"} role="img" aria-label={label}>
      <div class="canvas" inert style={{ ...sizes(frame), transform: `translate(-50%, -50%) scale(${width / frame.width})` }}>
        <FrameContext.Provider value={frame}><SceneView present={present} second={view?.secondLanguage} /></FrameContext.Provider>
      </div>
    </div>
  );
}
