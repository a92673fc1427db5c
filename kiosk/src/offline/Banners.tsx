import type { Door } from "../turnout/door";

/** What a person has to know while working on, each in a line of its own. */
export function Banners({ door }: { door: Door }) {
  const { facts, skewed, farewell } = door.engine;
  const minutes = Math.round(Math.abs(door.engine.offsetMs) / 60_000);
  return (
    <div class="banners">
      {!facts.durable.value && <p role="alert">This browser keeps nothing on the disk. While scans are waiting, do not close or reload this page.</p>}
      {skewed.value && <p role="alert">This device’s clock is {minutes > 1 ? `${minutes} minutes off` : "wrong"}. Set it to “automatic” in its settings; the scans are corrected meanwhile.</p>}
      {farewell.value === "handing in" && <p role="alert">This device’s pairing has ended. Handing in its scans…</p>}
    </div>
  );
}
