import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import type { Screen } from "./screen";

/** Small, but the stage manager reads it from the back: the hall must not be shown old news as new. */
export function StaleBadge({ screen, timeZone }: { screen: Screen; timeZone: string }) {
  if (screen.hub.current.value) return null;
  if (screen.hub.link.value === "refused") return <p class="stale" role="status">As of {clockTime(screen.hub.lastLive, timeZone)}. This screen is no longer paired</p>;
  // Looked at each second, so what is two seconds old is said before it is three (live.md, rule 12). A server that is back at once makes no fuss.
  void serverSecond.value;
  if (Date.now() - screen.hub.lastLive < 2000) return null;
  return <p class="stale" role="status">As of {clockTime(screen.hub.lastLive, timeZone)}, reconnecting</p>;
}
