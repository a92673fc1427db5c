import type { DeviceIdentity } from "../contract/contract";
import { acknowledge } from "./acknowledge";
import { deleteDatabase, type DoorDatabase, openDatabase, type Quarantined } from "./database";
import { FactStore } from "./factStore";
import { handIn, wipe } from "./lostDevice";
import { claim } from "./owner";
import { forgetPairing, identityOf, notePairing, pairings } from "./pairings";
import { postScans } from "./post";
import { upload } from "./uploader";

/** The server cannot be reached just now. */
class Away extends Error {}
const away = () => Promise.reject(new Away());

/** Takes over the facts of pairings whose role was paired anew since: their credential is gone, so nobody else can send them. Those that only waited go with this device's own. */
export async function adoptReplaced(device: DeviceIdentity, facts: FactStore): Promise<void> {
  notePairing(device.deviceId);
  for (const id of pairings().filter((other) => other !== device.deviceId && identityOf(other) === undefined)) {
    const disk = await openDatabase(id);
    if (disk === undefined) continue;
    const rows = await rowsOf(id, disk).finally(() => disk.close());
    await facts.adopt(rows);
    const waited = new Set(rows.filter(({ assembly, problem }) => assembly !== undefined && problem === waitedHere).map(({ command }) => command.scanId));
    await facts.sendAgain(device.nextDeviceSeq, ({ command }) => waited.has(command.scanId));
    if (!facts.durable.peek()) continue;
    await deleteDatabase(id);
    forgetPairing(id);
  }
}

/** Sends what this browser's other roles hold, as each of them: whether they are still paired, the server says. Some may be at work in another tab: that one sends its own. */
export async function sendForOthers(device: DeviceIdentity, facts: FactStore): Promise<void> {
  for (const id of pairings().filter((other) => other !== device.deviceId))
    await visit(id, false, async (other, theirs) => {
      const end = await handIn(other, theirs, away);
      if (end === "live") return sendAs(other, theirs);
      if (end === "safe") return;
      // Nobody opens that role any more: what is left of it is shown here.
      await facts.adopt([...theirs.quarantine.peek().map((row) => madeBy(other, row)), ...theirs.queue.peek().map((command) => madeBy(other, waiting(command)))]);
      if (facts.durable.peek()) await wipe(other, theirs);
    }).then((release) => release());
}

/** Before a role is paired anew its queue goes as the device it was made by. Call what is returned once the pairing is done: until then no other tab works as one of them. */
export async function sendBeforePairing(): Promise<() => Promise<void>> {
  const releases: (() => Promise<void>)[] = [];
  for (const id of pairings())
    releases.push(await visit(id, true, async (other, theirs) => ((await handIn(other, theirs, away)) === "live" ? sendAs(other, theirs) : undefined)));
  return async () => void (await Promise.all(releases.map((release) => release())));
}

async function visit(id: string, take: boolean, work: (other: DeviceIdentity, facts: FactStore) => Promise<void>): Promise<() => Promise<void>> {
  const other = identityOf(id);
  if (other === undefined) return async () => undefined;
  const ownership = await claim(id, { take, lost: () => undefined });
  if (ownership.kind === "elsewhere") return async () => undefined;
  const disk = await openDatabase(id);
  try {
    if (disk !== undefined) await work(other, await FactStore.open(other, disk));
  } catch (problem) {
    if (!(problem instanceof Away)) throw problem;
  } finally {
    disk?.close();
  }
  return ownership.release;
}

/** What was asked and not told waits for its own page: there, somebody can still be told. */
async function sendAs(other: DeviceIdentity, facts: FactStore): Promise<void> {
  await upload({
    next: (most) => facts.queue.peek().filter(({ decided }) => decided !== undefined).slice(0, most), post: postScans(other.role),
    answered: async (command, answer) => void (await acknowledge(facts, command, answer, { now: Date.now(), offsetMs: command.offsetMs })),
    setAside: (command, problem) => facts.setAside(command, problem), refused: () => undefined, pause: away, random: Math.random,
  });
}

const waitedHere = "Made under an earlier pairing of this device.";
const waiting = (command: Quarantined["command"]): Quarantined => ({ command, problem: waitedHere, at: new Date().toISOString() });
const madeBy = ({ deviceId, assemblySlug }: DeviceIdentity, row: Quarantined): Quarantined => ({ madeBy: deviceId, assembly: assemblySlug, ...row });

async function rowsOf(id: string, disk: DoorDatabase): Promise<Quarantined[]> {
  const [queue, quarantine, slug] = await Promise.all([disk.getAll("queue"), disk.getAll("quarantine"), disk.get("meta", "assembly")]);
  return [...quarantine, ...queue.map(waiting)].map((row) => ({ madeBy: id, ...(typeof slug === "string" && { assembly: slug }), ...row }));
}
