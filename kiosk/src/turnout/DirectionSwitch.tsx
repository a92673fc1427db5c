import type { Door } from "./door";

/** In or out: what the next scans say. Out is rare, so it is loud. */
export function DirectionSwitch({ door }: { door: Door }) {
  const direction = door.direction.value;
  return (
    <div class="direction" role="group" aria-label="Which way people go">
      {(["in", "out"] as const).map((way) => (
        <button key={way} class={way === direction ? `direction-${way}` : "quiet"} aria-pressed={way === direction} onClick={() => (door.direction.value = way)}>
          {way === "in" ? "→ In" : "← Out"}
        </button>
      ))}
    </div>
  );
}
