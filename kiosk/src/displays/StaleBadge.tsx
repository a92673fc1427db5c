import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import type { Screen } from "./screen";

/** Small, but the stage manager reads it from the back: the hall must not be shown old news as new. */
export function StaleBadge({ screen, timeZone }: { screen: Screen; timeZone: string }) {
  if (screen.hub.current.value) return null;
  if (screen.hub.link.value === "refused") return <p class="stale" role="status">As of {clockTime(screen.hub.lastLive, timeZone)}. This screen is no longer paired</p>;
  // Read so that the badge appears in the second it is due.
  void serverSecond.value;
  if (Date.now() - screen.hub.lastLive < 3000) return null;
  return <p class="stale" role="status">As of {clockTime(screen.hub.lastLive, timeZone)}, reconnecting</p>;
}
