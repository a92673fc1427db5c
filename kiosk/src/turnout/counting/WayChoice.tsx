import type { Door } from "../door";

/** In or out, for what is counted next. The same for all panels of the device. */
export function WayChoice({ door }: { door: Door }) {
  const way = door.direction.value;
  return (
    <div class="way" role="group" aria-label="Which way people go">
      <button type="button" class="way-in" aria-pressed={way === "in"} onClick={() => (door.direction.value = "in")}>→ In</button>
      <button type="button" class="way-out" aria-pressed={way === "out"} onClick={() => (door.direction.value = "out")}>← Out</button>
    </div>
  );
}
