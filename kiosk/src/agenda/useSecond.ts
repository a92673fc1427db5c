import { useEffect, useState } from "preact/hooks";
import { serverNow } from "../live/serverClock";
import { isStanding, untilNextSecond, type Clock } from "./clock";

/** A moment late rather than early: a timer that fires before its second would show the old digits for another one. */
const after = 3;

/**
 * The server's time, anew at each moment the digits of this clock change. Computed from the clock's instants each time,
 * so nothing adds up, and two screens turn together whatever their own clocks say.
 */
export function useSecond(clock: Clock | undefined): number {
  const [now, setNow] = useState(serverNow);
  const [lengthMs, spentMs, endsAt] = [clock?.lengthMs, clock?.spentMs, clock?.endsAt];
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      const at = serverNow();
      setNow(at);
      timer = setTimeout(turn, (clock === undefined || isStanding(clock) ? 1000 : untilNextSecond(clock, at)) + after);
    };
    turn();
    return () => clearTimeout(timer);
  }, [lengthMs, spentMs, endsAt]);
  return now;
}
