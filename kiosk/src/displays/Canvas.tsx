import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

const width = 1920;
const height = 1080;
const nudgeEvery = 3 * 60_000;
/** A few pixels this way and that, so that nothing burns into a screen that shows it for hours. */
const nudges = [[0, 0], [3, 2], [-2, 3], [-3, -2], [2, -3]] as const;

/** A fixed 16:9 canvas scaled to whatever is there; the rest is the same colour, so no screen shows a frame. */
export function Canvas({ children }: { children: ComponentChildren }) {
  const [scale, setScale] = useState(scaleNow);
  const [nudge, setNudge] = useState(0);
  const theme = new URLSearchParams(location.search).get("theme") === "light" ? "light" : "dark";

  useEffect(() => {
    document.documentElement.dataset.screen = theme;
    const resize = () => setScale(scaleNow());
    addEventListener("resize", resize);
    const timer = setInterval(() => setNudge((now) => (now + 1) % nudges.length), nudgeEvery);
    return () => {
      removeEventListener("resize", resize);
      clearInterval(timer);
    };
  }, [theme]);

  const [x, y] = nudges[nudge]!;
  return (
    <main class="hall" onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}>
      <div class="canvas" style={{ transform: `translate(-50%, -50%) scale(${scale}) translate(${x}px, ${y}px)` }}>{children}</div>
    </main>
  );
}

const scaleNow = () => Math.min(innerWidth / width, innerHeight / height);
