import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ScreenTheme } from "../../contract/contract";
import { FrameContext, scaleOf, useWindow, type Frame } from "./frame";
import { px } from "./px";

const nudgeEvery = 3 * 60_000;
/** A few pixels this way and that, so that nothing burns into a screen that shows it for hours. */
const nudges = [[0, 0], [3, 2], [-2, 3], [-3, -2], [2, -3]] as const;

/** A frame enlarged to fill whatever is there; the rest is the same colour, so no screen shows a border. */
export function Canvas({ frame, theme = "dark", children }: { frame: Frame; theme?: ScreenTheme | undefined; children: ComponentChildren }) {
  const scale = scaleOf(frame, useWindow());
  const [nudge, setNudge] = useState(0);

  useEffect(() => {
    document.documentElement.dataset.screen = theme;
    const timer = setInterval(() => setNudge((now) => (now + 1) % nudges.length), nudgeEvery);
    return () => clearInterval(timer);
  }, [theme]);

  const [x, y] = nudges[nudge]!;
  return (
    <main class={frame.isStream ? "hall hall-stream" : "hall"} onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}>
      <div class="canvas" style={{ ...sizes(frame), transform: `translate(-50%, -50%) scale(${scale}) translate(${x}px, ${y}px)` }}>
        <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
      </div>
    </main>
  );
}

/** What the styles of the scenes are written in. */
export const sizes = ({ width, height, safe, floor }: Frame) => ({
  width: px(width), height: px(height), "--floor": px(floor), "--safe-x": px((width - safe.width) / 2), "--safe-y": px((height - safe.height) / 2),
});
