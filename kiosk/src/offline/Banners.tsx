import type { Door } from "../turnout/door";
import { roomGuess } from "./roomGuess";

/** What a person has to know while working on, each in a line of its own. */
export function Banners({ door }: { door: Door }) {
  const { engine } = door;
  const { facts, skewed, farewell } = engine;
  // Other doors let people in meanwhile: without the server this is a reason to ask, never to send somebody away.
  const room = engine.isOffline.value && door.device.atOverflow !== true ? roomGuess(door.present.value?.present, facts.queue.value) : undefined;
  const minutes = Math.round(Math.abs(engine.offsetMs) / 60_000);
  return (
    <div class="banners">
      {!facts.durable.value && <p role="alert">This browser keeps nothing on the disk. While scans are waiting, do not close or reload this page.</p>}
      {skewed.value && <p role="alert">This device’s clock is {minutes > 1 ? `${minutes} minutes off` : "wrong"}. Set it to “automatic” in its settings; the scans are corrected meanwhile.</p>}
      {room !== undefined && room.people >= room.capacity && <p role="alert">The room may be full: {room.people.toLocaleString("en-GB")} of {room.capacity.toLocaleString("en-GB")}, as far as this device knows. Ask the supervisor before you let more in.</p>}
      {farewell.value === "handing in" && <p role="alert">This device’s pairing has ended. Handing in its scans…</p>}
    </div>
  );
}
