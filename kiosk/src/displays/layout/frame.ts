import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { smallestFont, smallestOnStream, type Hall } from "./legibility";

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** What a scene is laid out in: a canvas 1,080 lines high, as wide as the screen is in proportion. All lengths are its pixels. */
export interface Frame extends Box {
  /** Inside the margin of 5 % that projectors and televisions may cut off (live.md, rule 27). */
  readonly safe: Box;
  /** No text is smaller, whatever it says. */
  readonly floor: number;
  /** Laid over a camera's picture: scenes are a panel at its foot. */
  readonly isStream: boolean;
}

const lines = 1080;
const margin = 0.05;
/** From 5:4 to 64:27; what is beyond gets the ground's colour at its sides. */
const [tall, wide] = [1.25, 64 / 27];

export function frameOf(screen: Box, floor: number, isStream = false): Frame {
  const width = Math.round(lines * Math.min(wide, Math.max(tall, screen.width / screen.height)));
  return { width, height: lines, safe: { width: Math.floor(width * (1 - 2 * margin)), height: lines * (1 - 2 * margin) }, floor, isStream };
}

export const frameFor = (screen: Box, hall: Hall) => frameOf(screen, smallestFont(hall, lines));
export const streamFrame = (screen: Box) => frameOf(screen, smallestOnStream(lines), true);

/** How much a frame is enlarged to fill a screen. */
export const scaleOf = (frame: Box, screen: Box) => Math.min(screen.width / frame.width, screen.height / frame.height);

/** Full HD in a hall that nobody measured. */
export const FrameContext = createContext<Frame>(frameFor({ width: 1920, height: 1080 }, {}));
export const useFrame = () => useContext(FrameContext);

/** The window, also after it was resized or turned. */
export function useWindow(): Box {
  const [size, setSize] = useState(windowNow);
  useEffect(() => {
    const resize = () => setSize(windowNow());
    addEventListener("resize", resize);
    return () => removeEventListener("resize", resize);
  }, []);
  return size;
}

const windowNow = (): Box => ({ width: innerWidth, height: innerHeight });

/** The frame of this window, in a hall or on a stream. */
export function useWindowFrame({ xHeight }: Hall, isStream = false): Frame {
  const { width, height } = useWindow();
  return useMemo(() => (isStream ? streamFrame({ width, height }) : frameFor({ width, height }, { xHeight })), [width, height, xHeight, isStream]);
}
