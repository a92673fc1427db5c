import type { Door } from "./door";

/** What the public reads above the screen: where they are and what to do. The state is for the stewards who pass by, in a corner and in plain words. */
export function LobbyHead({ door }: { door: Door }) {
  const arrived = door.present.value?.present.arrived;
  return (
    <header class="door-bar lobby-bar">
      <h1>{door.device.assemblyTitle}</h1>
      {arrived !== undefined && arrived > 0 && <p class="door-arrived"><b>{arrived.toLocaleString("en-GB")}</b> arrived</p>}
      <p class="lobby-lead">Check in here</p>
      <p class="door-status"><LobbyState door={door} /></p>
    </header>
  );
}

/** Rule 12 of turnout.md in words that worry nobody: the tablet works on, and keeps what it cannot send yet. */
function LobbyState({ door: { engine, scans, live } }: { door: Door }) {
  const waiting = engine.facts.waiting.value;
  const kept = waiting === 0 ? "" : ` · ${waiting} to send`;
  if (engine.roster.rest.value === undefined) return <span class="link link-down"><i aria-hidden="true" />Getting ready…</span>;
  if (engine.isOffline.value) return <span class="link link-down"><i aria-hidden="true" />No connection, works all the same{kept}</span>;
  const isLive = scans.link.value === "live" && live.current.value;
  return <span class={isLive ? "link link-live" : "link link-down"}><i aria-hidden="true" />{isLive ? "Ready" : "Connecting…"}{kept}</span>;
}
