import { useEffect, useState } from "preact/hooks";
import type { Door } from "./door";
import { nudgeAt, nudgeEvery, restAfter } from "./idle";

// The whole screen and not the page: what is moved holds its own fixed children, and the page is no pixel high.
const screen = () => document.querySelector<HTMLElement>(".door");

/** A tablet that is lit for hours: dimmed while nobody is there, and moved by a few dots so that nothing burns in. */
export function DimWhenIdle({ door, onRest }: { door: Door; onRest: () => void }) {
  const [resting, setResting] = useState(false);
  // A pass held up to the camera wakes it as a touch does.
  const card = door.card.value;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const awake = () => {
      clearTimeout(timer);
      setResting(false);
      timer = setTimeout(() => { onRest(); setResting(true); }, restAfter);
    };
    awake();
    for (const event of ["pointerdown", "keydown"]) addEventListener(event, awake, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const event of ["pointerdown", "keydown"]) removeEventListener(event, awake, { capture: true });
    };
  }, [card]);

  useEffect(() => {
    let step = 0;
    const timer = setInterval(() => {
      const [x, y] = nudgeAt(++step);
      screen()?.style.setProperty("translate", `${x}px ${y}px`);
    }, nudgeEvery);
    return () => {
      clearInterval(timer);
      screen()?.style.removeProperty("translate");
    };
  }, []);

  return resting ? <div class="resting"><p>Hold up your pass, or touch the screen</p></div> : null;
}
