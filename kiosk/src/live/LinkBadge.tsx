import { useComputed } from "@preact/signals";
import type { Hub } from "./hub";
import { clockTime } from "../shell/time";

/** Says whether what is on the screen is live, and if not, of when it is. */
export function LinkBadge({ hubs, timeZone }: { hubs: readonly Hub[]; timeZone?: string | undefined }) {
  const down = useComputed(() => hubs.find((hub) => hub.link.value === "refused") ?? hubs.find((hub) => !hub.current.value));
  const hub = down.value;
  if (hub === undefined) return <span class="link link-live" role="status"><i aria-hidden="true" />Live</span>;
  if (hub.link.value === "refused") return <span class="link link-down" role="status"><i aria-hidden="true" /><span>No longer paired. <a href="/app/pair">Pair this device</a></span></span>;
  const text = hub.link.value === "connecting" || (hub.link.value === "live" && hub.whole.value === undefined) ? "Connecting…" : `As of ${clockTime(hub.lastLive, timeZone)}, reconnecting…`;
  return <span class="link link-down" role="status"><i aria-hidden="true" />{text}</span>;
}
