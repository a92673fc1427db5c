import type { DeviceIdentity } from "../contract/contract";
import { forget, recall } from "../shell/store";
import { deleteDatabase } from "./database";
import type { FactStore } from "./factStore";
import { forgetPairing } from "./pairings";
import { postDrain } from "./post";
import { upload } from "./uploader";

/**
 * `safe`: its pairing ended, its scans are stored and nothing is left here; `left`: the same, but for scans that the server did not take, bare of names and
 * codes; `kept`: the server does not know it, its scans stay here; `live`: it is still paired.
 */
export type Farewell = "safe" | "left" | "kept" | "live";

type Device = Pick<DeviceIdentity, "deviceId" | "role" | "expiresAt">;

const notTaken = "The server did not take this scan from a device whose pairing has ended.";

/** Hands in what a device still holds whose pairing was revoked or ran out, then wipes it (turnout.md, rules 28 and 30). */
export async function handIn(device: Device, facts: FactStore, pause: (ms: number) => Promise<void>): Promise<Farewell> {
  const post = postDrain(device.role);
  // An empty batch asks who we are: a device whose pairing ended is told that its batch is empty, any other is not let in.
  for (let known = await post([]); known.kind !== "bad"; known = await post([])) {
    if (known.kind === "refused" && known.status === 403) return "live";
    if (known.kind === "refused") return keep(device, facts);
    await pause(5000);
  }
  // First of all: whoever holds it may switch it off.
  await facts.forgetPeople();
  await facts.sendAgain();
  let stopped = false;
  await upload({
    next: (most) => facts.queue.peek().slice(0, most), post, unnamed: notTaken,
    answered: (command, answer) => facts.answered(command, answer), setAside: (command, problem) => facts.setAside(command, problem),
    refused: () => (stopped = true), pause, random: Math.random,
  });
  if (stopped) return keep(device, facts);
  if (facts.quarantine.peek().length > 0) {
    await facts.makeBare();
    return "left";
  }
  await wipe(device, facts);
  return "safe";
}

/** Nobody takes its scans from here: they stay, for a file or for the next pairing, and the people whom they are about are forgotten. */
async function keep(device: Device, facts: FactStore): Promise<Farewell> {
  await facts.forgetPeople();
  if (Date.now() >= Date.parse(device.expiresAt)) await facts.forgetWalkupNames();
  return "kept";
}

/** Leaves nothing of the device in this browser: no roster, no facts, no memory of having been it. */
export async function wipe({ deviceId, role }: Pick<Device, "deviceId" | "role">, facts: FactStore): Promise<void> {
  facts.disk?.close();
  await deleteDatabase(deviceId);
  // The role may have been paired anew since.
  if (recall<DeviceIdentity>(`device.${role}`)?.deviceId === deviceId) forget(`device.${role}`);
  for (const key of [`door.open.${deviceId}`, `door.seq.${deviceId}`, `door.tally.${deviceId}`, `door.places.${deviceId}`]) forget(key);
  forgetPairing(deviceId);
}
