import { serverSecond } from "../live/serverClock";
import type { Door } from "../turnout/door";
import { ageText } from "./age";

/** Whether the server decides or this device, how many facts wait, and how old the list of passes is: always in sight (turnout.md, rule 12). */
export function DoorStatus({ door }: { door: Door }) {
  const { engine } = door;
  const { facts, roster } = engine;
  // The pace of the age; the value itself is the server's and the list's time is the device's.
  void serverSecond.value;
  const rest = roster.rest.value;
  const offline = engine.isOffline.value;
  const connecting = !offline && (door.scans.link.value !== "live" || !door.live.current.value);
  const waiting = facts.waiting.value;
  const trouble = facts.quarantine.value.length + facts.flags.value.length;
  return (
    <div class="door-status">
      <span role="status" class={offline || connecting ? "link link-down" : "link link-live"}><i aria-hidden="true" />{offline ? "Offline: deciding here" : connecting ? "Connecting…" : "Live"}</span>
      <span class={waiting > 0 ? "door-waiting" : ""}><b>{waiting}</b> waiting</span>
      <span>{rest === undefined ? "No pass list yet" : `Passes ${ageText(Date.now() - rest.at)}`}</span>
      {trouble > 0 && <button class="door-trouble" onClick={() => (door.mode.value = "recent")}>⚑ {trouble} to check</button>}
    </div>
  );
}
