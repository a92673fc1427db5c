import type { DeviceIdentity } from "../contract/contract";
import { forget, recall, remember } from "../shell/store";
import { deleteDatabase, openDatabase, type Quarantined } from "./database";
import type { FactStore } from "./factStore";
import { postDrain } from "./post";
import { upload } from "./uploader";

/** `safe`: revoked, its scans are stored and nothing is left here; `kept`: not let in, its scans stay here; `live`: it is still paired. */
export type Farewell = "safe" | "kept" | "live";

type Device = Pick<DeviceIdentity, "deviceId" | "role">;

/** Hands in what a revoked device still holds, then wipes it (turnout.md, rule 30). */
export async function handIn(device: Device, facts: FactStore, pause: (ms: number) => Promise<void>): Promise<Farewell> {
  const post = postDrain(device.role);
  // An empty batch asks who we are: a revoked device is told that its batch is empty, any other is not let in.
  for (let known = await post([]); known.kind !== "bad"; known = await post([])) {
    if (known.kind === "refused") return known.status === 403 ? "live" : "kept";
    await pause(5000);
  }
  let stopped = false;
  await upload({
    next: (most) => facts.queue.peek().slice(0, most), post,
    answered: (command, answer) => facts.answered(command, answer), setAside: (command, problem) => facts.setAside(command, problem),
    refused: () => (stopped = true), pause, random: Math.random,
  });
  // What the server does not even store from a revoked device stays until a person has saved it as a file.
  if (stopped || facts.quarantine.peek().length > 0) return "kept";
  await wipe(device, facts);
  return "safe";
}

/** Leaves nothing of the device in this browser: no roster, no facts, no memory of having been it. */
export async function wipe({ deviceId, role }: Device, facts: FactStore): Promise<void> {
  facts.disk?.close();
  await deleteDatabase(deviceId);
  for (const key of [`device.${role}`, `door.open.${deviceId}`, `door.seq.${deviceId}`, `door.tally.${deviceId}`, `door.places.${deviceId}`]) forget(key);
  remember(earlier, (recall<string[]>(earlier) ?? []).filter((id) => id !== deviceId));
}

const earlier = "door.devices";

/** Whether this browser still is that device, in whatever role: one tablet may be steward and desk, each with a queue of its own. */
const isPaired = (id: string) => doorRoles.some((role) => recall<DeviceIdentity>(`device.${role}`)?.deviceId === id);
const doorRoles: readonly DeviceIdentity["role"][] = ["steward", "desk", "supervisor", "kiosk"];

/** Facts of earlier pairings of this browser: nobody can send them any more, so they are shown and can be saved. */
export async function leftByEarlierPairings(deviceId: string): Promise<readonly Quarantined[]> {
  const known = recall<string[]>(earlier) ?? [];
  remember(earlier, [...new Set([...known, deviceId])]);
  const found: Quarantined[] = [];
  for (const id of known.filter((id) => id !== deviceId && !isPaired(id))) {
    const disk = await openDatabase(id);
    if (disk === undefined) continue;
    const at = new Date().toISOString();
    found.push(...(await disk.getAll("quarantine")), ...(await disk.getAll("queue")).map((command) => ({ command, problem: "Made under an earlier pairing of this device.", at })));
    disk.close();
  }
  return found;
}

/** Once they are in this device's own quarantine. */
export async function forgetEarlierPairings(deviceId: string): Promise<void> {
  const known = recall<string[]>(earlier) ?? [];
  for (const id of known) if (id !== deviceId && !isPaired(id)) await deleteDatabase(id);
  remember(earlier, [...new Set([...known.filter(isPaired), deviceId])]);
}
