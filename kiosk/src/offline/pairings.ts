import { holdsScans } from "../devices/api";
import { roleName } from "../devices/roles";
import type { DeviceIdentity, DeviceRole } from "../contract/contract";
import { recall, remember } from "../shell/store";

/** The doors that this browser is or was, by their device ids: each has a database of its own. */
const list = "door.devices";

export const pairings = (): readonly string[] => recall<string[]>(list) ?? [];

export function notePairing(deviceId: string): void {
  remember(list, [...new Set([...pairings(), deviceId])]);
}

export function forgetPairing(deviceId: string): void {
  remember(list, pairings().filter((id) => id !== deviceId));
}

/** Who that device was when it was last heard of, in whatever role: one tablet may be steward and desk. Undefined once its role was paired anew. */
export function identityOf(deviceId: string): DeviceIdentity | undefined {
  const roles = (Object.keys(roleName) as DeviceRole[]).filter(holdsScans);
  return roles.flatMap((role) => recall<DeviceIdentity>(`device.${role}`) ?? []).find((device) => device.deviceId === deviceId);
}
