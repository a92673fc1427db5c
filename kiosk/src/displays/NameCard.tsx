import type { ScreenView } from "../contract/contract";
import { serverSecond } from "../live/serverClock";

/** "Show your name": large, over whatever is on, for as long as the stage manager asked. */
export function NameCard({ view }: { view: ScreenView | undefined }) {
  if (view?.identifyUntil === undefined || Date.parse(view.identifyUntil) <= serverSecond.value) return null;
  // Large enough for the name to stand on one line, and not larger than can be read as one.
  const size = Math.min(340, Math.round(2600 / Math.max(1, view.name.length)));
  return <div class="name-card" role="status"><small>This screen is</small><b style={{ fontSize: `${size}px` }}>{view.name}</b></div>;
}
