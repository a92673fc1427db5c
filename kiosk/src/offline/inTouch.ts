import type { ClockReply, HeartbeatCommand } from "../contract/contract";
import type { Door } from "../turnout/door";

/** How often the server is tried while nobody scans: often enough to be offline before the next person comes. */
const probeEvery = { online: 5000, offline: 1500 };
const probeTime = 1500;
const heartbeatEvery = 30_000;
/** How often this browser's other roles are thought of. */
const othersEvery = 5 * 60_000;

/** Finds out whether the server can be reached, and tells it how this device is (turnout.md, rules 12 and 31). */
export function keepInTouch({ engine, live, scans }: Pick<Door, "engine" | "live" | "scans">): void {
  async function probe(): Promise<void> {
    const started = performance.now();
    const ok = navigator.onLine !== false && (await inTime(live.connection.invoke<ClockReply>("Clock", { sent: started }))) && scans.link.peek() === "live";
    engine.heard({ ok, ms: performance.now() - started });
    if (!ok) for (const hub of [live, scans]) hub.retryNow();
    setTimeout(() => void probe(), probeEvery[engine.connection.peek().mode]);
  }

  addEventListener("offline", () => engine.cut());
  for (const hub of [live, scans]) {
    hub.link.subscribe((link) => {
      if (link === "down") engine.heard({ ok: false, ms: 0 });
      if (link === "refused") void engine.leave();
    });
  }
  // Both hubs connect first; before that nothing is known.
  setTimeout(() => void probe(), probeEvery.online);
  const beat = () => engine.hasRunOut ? void engine.leave() : void words(engine).then((heartbeat) => scans.connection.invoke("Heartbeat", heartbeat)).catch(() => undefined);
  scans.onLive(beat);
  setInterval(beat, heartbeatEvery);
  // Before anybody is scanned: a phone that is opened the week after holds names that are nobody's business any more.
  if (engine.hasRunOut) void engine.leave();
  engine.sendForOthers();
  setInterval(() => engine.sendForOthers(), othersEvery);
}

interface Battery { readonly level: number; readonly charging: boolean }

async function words(engine: Door["engine"]): Promise<HeartbeatCommand> {
  const rest = engine.roster.rest.peek();
  const battery = await (navigator as { getBattery?: () => Promise<Battery> }).getBattery?.().catch(() => undefined);
  return {
    queueLength: engine.facts.waiting.peek(), quarantined: engine.facts.quarantine.peek().length, offsetMs: engine.offsetMs, appVersion: __APP_VERSION__,
    state: engine.connection.peek().mode,
    ...(rest !== undefined && { rosterCursor: rest.cursor, rosterAgeMs: Math.max(0, Date.now() - rest.at) }),
    ...(battery !== undefined && { battery: Math.round(battery.level * 100), charging: battery.charging }),
  };
}

async function inTime(answer: Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((done) => setTimeout(() => done(false), probeTime));
  return Promise.race([answer.then(() => true, () => false), late]);
}
